"""Worksheets of .xlsx and .xlsm by calamine, eight times as fast as :mod:`xlsx`, checked against their XML.

calamine gives error cells and formulas without a stored value as blanks, trusts every address, and may panic. So
the XML is searched, as bytes, for whatever is special, and for the number of cells that hold a value: a sheet whose
XML is unusual, or of which calamine gives fewer or more cells than that, is read again by :mod:`xlsx`. A search that
misses something (an error cell written in an unusual way) leaves the numbers different, too.
"""

from __future__ import annotations

import io
import re
import threading
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import time
from itertools import islice
from typing import TYPE_CHECKING, Any, Final

from reinsert_cli.importers.reading import xlsx
from reinsert_cli.importers.reading.grid import MAX_SPANS, UNSTORED, Lost, Page
from reinsert_cli.importers.reading.limits import MAX_CELLS, MAX_COLUMNS, MAX_ROWS
from reinsert_cli.importers.reading.openxml import Book, Entry
from reinsert_cli.importers.reading.package import Package
from reinsert_cli.importers.reading.wire import CHUNK
from reinsert_cli.importers.sheet import Cell, CellError, Span

if TYPE_CHECKING:
    from python_calamine import CalamineSheet, CalamineWorkbook

_HEAD: Final = 4096
_UNUSUAL: Final = (b"<!", b"='", b' ="', b'= "', b"\0")
"""Declarations, single quotes, spaces around ``=``, UTF-16: who writes one of them does so from the start."""

_DIMENSION: Final = re.compile(rb'<dimension ref="(?:[A-Z]+[0-9]+:)?([A-Z]{1,3}[0-9]{1,7})"')
_LAST_ROW: Final = re.compile(rb'<row [^>]*?\br="([0-9]{1,9})"')
_HIDDEN: Final = re.compile(rb'<row ([^>]*?\bhidden="(?:1|true|on)"[^>]*)>')
_ROW_NUMBER: Final = re.compile(rb'\br="([0-9]{1,7})"')
_FORMULA: Final = re.compile(rb"<f(?: [^>]*?)?(?:/>|>[^<]*</f>)(<v>[^<]|<v [^/>]+>[^<])?")
_FORMULAS: Final = (b"<f>", b"<f ", b"<f/>")
_ERROR: Final = re.compile(rb'<c ([^>]*?\bt="e"[^>]*)>(?:<f(?: [^>]*?)?(?:/>|>[^<]*</f>))?<v>([^<]{1,40})</v>')
_CELL: Final = re.compile(rb"<c ([^>]*)>")
_PLACE: Final = re.compile(rb'\br="([A-Z]{1,3}[0-9]{1,7})"')
_MERGED: Final = re.compile(rb'<mergeCell [^>]*?\bref="([A-Z]{1,3}[1-9][0-9]{0,6}):([A-Z]{1,3}[1-9][0-9]{0,6})"')
_EMPTY: Final = (b"<v></v>", b"<is></is>", b"<is><t></t></is>", b"<is><t/></is>")
_GLUED: Final = re.compile(rb"<t>(?:\s[^<]*|[^<]*\s)</t></r>")
"""A run of rich text that begins or ends with a space which nothing says to keep: calamine drops it."""


class Unusual(Exception):  # noqa: N818  (never leaves this module)
    """The XML is not as spreadsheet programs write it, or has cells too far away."""


@dataclass(slots=True)
class Look:
    """What is special in a worksheet, by a look at its bytes; rows and columns from 0.

    ``values`` are the cells that calamine should give; as many as :attr:`empty` of them may hold an empty text.
    """

    part: bytes
    values: int = 0
    has_negative: bool = False
    special: dict[int, dict[int, CellError]] = field(default_factory=dict)
    hidden_rows: list[int] = field(default_factory=list)
    merged: list[Span] = field(default_factory=list)

    @property
    def empty(self) -> int:
        """How many cells may hold an empty text; seldom asked for, and four searches."""
        return sum(map(self.part.count, _EMPTY))


def look(part: bytes) -> Look:
    """Look for all that calamine does not tell. Raises Unusual where a look is not enough.

    Each search goes through the whole part, a tenth of a second for 80 MB: what a wrong count would reveal as well
    is not searched for.
    """
    if b"<is><r>" in part and _GLUED.search(part):
        raise Unusual
    last = _LAST_ROW.match(part, max(part.rfind(b"<row "), 0))
    if last and int(last[1]) > MAX_ROWS:
        raise Unusual
    errors = _errors(part) if b't="e"' in part else {}
    unstored = _unstored(part) if b"<f" in part else {}
    values = part.count(b"</v>") + part.count(b"</is>") - len(errors)  # ends, which have no attributes
    found = Look(part, values, b"<v>-" in part)
    for (row, column), cell in {**unstored, **errors}.items():
        found.special.setdefault(row, {})[column] = cell
    if b'hidden="' in part:
        found.hidden_rows = [_row_number(attributes) for attributes in _HIDDEN.findall(part)]
    found.merged = _merged(part)
    return found


def _check_head(head: bytes) -> None:
    """Look at how the XML begins. Raises Unusual where it is written, or the sheet is as large, as no program does."""
    dimension = _DIMENSION.search(head)
    row, column = xlsx.place(dimension[1].decode()) if dimension else (0, 0)
    is_usual = b"<worksheet" in head and not any(mark in head for mark in _UNUSUAL)  # no prefix: ``<x:worksheet``
    if not is_usual or row >= MAX_ROWS or column >= MAX_COLUMNS:
        raise Unusual


def _errors(part: bytes) -> dict[tuple[int, int], CellError]:
    found = {_place(one[1]): CellError(one[2].decode()) for one in _ERROR.finditer(part)}
    if len(found) != part.count(b't="e"'):
        raise Unusual
    return found


def _unstored(part: bytes) -> dict[tuple[int, int], CellError]:
    """Find the formulas that no value follows; of a text, an empty value is one."""
    found: dict[tuple[int, int], CellError] = {}
    count = 0
    for one in _FORMULA.finditer(part):
        count += 1
        if not one[1]:
            cell = _CELL.match(part, part.rfind(b"<c ", 0, one.start()))
            if cell is None:
                raise Unusual
            if b't="str"' not in cell[1] or not part.startswith(b"<v", one.end()):
                found[_place(cell[1])] = UNSTORED
    if count != sum(map(part.count, _FORMULAS)):
        raise Unusual
    return found


def _place(attributes: bytes) -> tuple[int, int]:
    found = _PLACE.search(attributes)
    if found is None:
        raise Unusual
    return xlsx.place(found[1].decode())


def _row_number(attributes: bytes) -> int:
    found = _ROW_NUMBER.search(attributes)
    if found is None:
        raise Unusual
    return int(found[1])


def _merged(part: bytes) -> list[Span]:
    spans: list[Span] = []
    for first, last in _MERGED.findall(part, part.rfind(b"</sheetData>"))[:MAX_SPANS]:
        (top, left), (bottom, right) = xlsx.place(first.decode()), xlsx.place(last.decode())
        spans.append((top + 1, left, bottom + 1, right))
    return spans


class _Looking(threading.Thread):
    """The look at a worksheet, while calamine (which lets other threads run) reads it."""

    def __init__(self, package: Package, part: str) -> None:
        super().__init__(daemon=True)
        self._package, self._part = package, part
        self._found: Look | BaseException = Unusual()
        self.start()

    def run(self) -> None:
        try:
            self._found = look(self._package.read(self._part))
        except BaseException as error:  # noqa: BLE001  (raised again where it is waited for)
            self._found = error

    def result(self) -> Look:
        self.join()
        if isinstance(self._found, BaseException):
            raise self._found
        return self._found


def pages(book: Book, content: bytes) -> Iterator[Page]:
    """Read the worksheets of a workbook. A page may turn out :class:`Lost` while its rows are gone through."""
    context: list[xlsx.Context] = []

    def carefully(entry: Entry) -> Page:
        if not context:
            context.append(xlsx.context_of(book))
        return xlsx.page(book, entry, context[0])

    opened = None if _has_glued_strings(book) else _opened(content)
    titles = Counter(entry.title for entry in book.entries)  # calamine finds the first of those that share one
    for entry in book.entries:
        page = _page(book, entry, opened) if opened and titles[entry.title] == 1 else None
        if page is None:
            yield carefully(entry)
        else:
            page.again = lambda entry=entry: carefully(entry)
            yield page


def _has_glued_strings(book: Book) -> bool:
    part = book.package.read_if_there(book.parts.get("sharedStrings", "")) or b""
    return b"<r>" in part and bool(_GLUED.search(part))


def _opened(content: bytes) -> CalamineWorkbook | None:
    from python_calamine import CalamineWorkbook  # noqa: PLC0415

    try:
        return CalamineWorkbook.from_filelike(io.BytesIO(content))
    except (KeyboardInterrupt, SystemExit, MemoryError):
        raise
    except BaseException:  # noqa: BLE001  (pyo3 raises its panics as a BaseException that it does not export)
        return None


def _page(book: Book, entry: Entry, opened: CalamineWorkbook) -> Page | None:
    """Give a sheet as calamine reads it; None where it cannot."""
    try:
        _check_head(book.package.head(entry.part, _HEAD))
    except Unusual:
        return None
    looking = _Looking(book.package, entry.part)
    try:
        sheet = opened.get_sheet_by_name(entry.title)
        height, width = _size(sheet)
    except (KeyboardInterrupt, SystemExit, MemoryError):
        raise
    except BaseException:  # noqa: BLE001  (a panic)
        sheet = None
    try:
        found = looking.result()
    except (Unusual, UnicodeDecodeError):
        return None
    if sheet is None or height > MAX_ROWS or width > MAX_COLUMNS or height * width > MAX_CELLS:
        return None
    hidden = [row for row in found.hidden_rows if row <= height]
    return Page(entry.title, _rows(sheet, found), entry.is_hidden, hidden, found.merged)


def _size(sheet: CalamineSheet) -> tuple[int, int]:
    """Give how many rows and columns there are, from the first on."""
    return (sheet.end[0] + 1, sheet.end[1] + 1) if sheet.end else (0, 0)


def _rows(sheet: CalamineSheet, found: Look) -> Iterator[Sequence[Any]]:
    """Give the rows with what calamine does not tell put back. Raises Lost at the end if cells are missing.

    A time of day is what calamine makes of a negative number in the format of a date.
    """
    count = 0
    rows = sheet.iter_rows()
    left = [""] * sheet.start[1] if sheet.start else []  # rows begin at the first column that holds anything
    height = max(_size(sheet)[0], max(found.special, default=-1) + 1)
    for start in range(0, height, CHUNK):
        wanted = min(CHUNK, height - start)
        try:
            some: list[list[Any]] = list(islice(rows, wanted))
        except (OverflowError, ValueError) as error:
            raise Lost from error
        count += sum(map(len, some)) - sum([row.count("") for row in some])
        if found.has_negative and any(time in map(type, row) for row in some):
            raise Lost
        some = [left + row for row in some] if left else some
        some += [[] for _missing in range(wanted - len(some))]
        for number in found.special.keys() & range(start, start + wanted) if found.special else ():
            some[number - start] = _completed(some[number - start], found.special[number])
        yield from some
    if count != found.values and count != found.values - found.empty:
        raise Lost


def _completed(row: list[Any], special: dict[int, CellError]) -> list[Cell]:
    row = row + [""] * (max(special) + 1 - len(row))
    for column, cell in special.items():
        if row[column] != "":
            raise Lost
        row[column] = cell
    return row
