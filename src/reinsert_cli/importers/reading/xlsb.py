"""Binary workbooks (.xlsb): the records of MS-XLSB that hold sheets, cells, shared strings and styles."""

from __future__ import annotations

import struct
from collections.abc import Iterator
from typing import Final

from reinsert_cli.importers.reading.grid import CONTRADICTED, Grid, Page
from reinsert_cli.importers.reading.limits import Unreadable
from reinsert_cli.importers.reading.openxml import Book, Entry, book_of, relations
from reinsert_cli.importers.reading.package import Package
from reinsert_cli.importers.reading.serials import Shown, cell_of, shown_as
from reinsert_cli.importers.reading.xlsx import Context, unescaped
from reinsert_cli.importers.sheet import Cell, CellError

ERRORS: Final = {
    0x00: "#NULL!",
    0x07: "#DIV/0!",
    0x0F: "#VALUE!",
    0x17: "#REF!",
    0x1D: "#NAME?",
    0x24: "#NUM!",
    0x2A: "#N/A",
    0x2B: "#GETTING_DATA",
}

_ROW, _RK, _ERROR, _BOOL, _REAL, _TEXT, _SHARED = 0, 2, 3, 4, 5, 6, 7
_FORMULA_TEXT, _FORMULA_NUMBER, _FORMULA_BOOL, _FORMULA_ERROR = 8, 9, 10, 11
_SHORT: Final = {12: 1, 13: _RK, 14: _ERROR, 15: _BOOL, 16: _REAL, 17: _TEXT, 18: _SHARED}
"""Cells that leave out their column, one right of the cell before, and what they are otherwise."""
_RICH_TEXT, _STRING_ITEM, _FORMAT, _STYLE = 62, 19, 44, 47
_BEGIN_STYLES, _END_STYLES, _BOOK_PROPERTIES, _SHEET, _END_CELLS, _MERGED = 617, 618, 153, 156, 146, 176
_LAST_CELL: Final = 11

Record = tuple[int, memoryview]


def records(part: bytes) -> Iterator[Record]:
    """Give the records of a part: number and content (MS-XLSB 2.1.4)."""
    view, at, end = memoryview(part), 0, len(part)
    while at < end:
        number = part[at]
        at += 1
        if number & 0x80:
            number = number & 0x7F | (part[at] & 0x7F) << 7
            at += 1
        size = shift = 0
        while True:
            byte = part[at]
            at += 1
            size |= (byte & 0x7F) << shift
            shift += 7
            if not byte & 0x80 or shift == 28:  # noqa: PLR2004  (at most four bytes of seven bits)
                break
        if at + size > end:
            raise Unreadable("file.broken")
        yield number, view[at : at + size]
        at += size


def workbook(package: Package, main: str) -> Book:
    """Read the list of sheets. Raises Unreadable."""
    listed, is_1904 = [], False
    try:
        for number, content in records(package.read(main)):
            if number == _BOOK_PROPERTIES:
                is_1904 = bool(content[0] & 1)
            elif number == _SHEET:
                relation, after = _wide_text(content, 8)
                listed.append((_wide_text(content, after)[0], relation, _whole(content, 0) != 0))
    except (IndexError, struct.error) as error:
        raise Unreadable("file.broken") from error
    return book_of(package, relations(package, main), listed, is_1904=is_1904)


def pages(book: Book) -> Iterator[Page]:
    """Read the worksheets."""
    try:
        context = Context(_strings(book), _styles(book), book.is_1904)
        for entry in book.entries:
            yield _page(book, entry, context)
    except (IndexError, struct.error) as error:
        raise Unreadable("file.broken") from error


def _part(book: Book, kind: str) -> bytes:
    name = book.parts.get(kind)
    return (book.package.read_if_there(name) if name else None) or b""


def _strings(book: Book) -> list[str]:
    items = (content for number, content in records(_part(book, "sharedStrings")) if number == _STRING_ITEM)
    return [unescaped(_wide_text(content, 1)[0]) for content in items]


def _styles(book: Book) -> list[Shown]:
    codes: dict[int, str] = {}
    styles: list[Shown] = []
    inside = False
    for number, content in records(_part(book, "styles")):
        if number == _FORMAT:
            codes[_short(content, 0)] = _wide_text(content, 2)[0]
        elif number in {_BEGIN_STYLES, _END_STYLES}:
            inside = number == _BEGIN_STYLES
        elif number == _STYLE and inside:
            format_id = _short(content, 2)
            styles.append(shown_as(format_id, codes.get(format_id)))
    return styles


def _page(book: Book, entry: Entry, context: Context) -> Page:
    grid = Grid(entry.title, entry.is_hidden)
    row = column = -1
    for number, content in records(book.package.read(entry.part)):
        if number == _ROW:
            row, column = _whole(content, 0), -1
            if content[11] & 0x10:
                grid.hide(row)
        elif number <= _LAST_CELL or number == _RICH_TEXT:
            column = _whole(content, 0)
            _put(grid, row, column, _cell(number, content[4:], context))
        elif number in _SHORT:
            column += 1
            _put(grid, row, column, _cell(_SHORT[number], content, context))
        elif number == _MERGED:
            top, bottom, left, right = struct.unpack_from("<4I", content)
            grid.merge(top, left, bottom, right)
    return grid.page()


def _put(grid: Grid, row: int, column: int, cell: Cell) -> None:
    if cell is not None and cell != "":
        grid.put(row, column, cell)


def _cell(number: int, content: memoryview, context: Context) -> Cell:
    """Read a cell from its style on (three bytes and one of flags), then its value; None of one without any."""
    read = _VALUES.get(number)
    return read(content, context) if read else None


def _shared(content: memoryview, context: Context) -> Cell:
    index = _whole(content, 4)
    return context.strings[index] if index < len(context.strings) else CONTRADICTED


def _error(content: memoryview, _context: Context) -> Cell:
    return CellError(ERRORS.get(content[4], "#?"))


def _boolean(content: memoryview, _context: Context) -> Cell:
    return bool(content[4])


def _text(content: memoryview, _context: Context) -> Cell:
    return unescaped(_wide_text(content, 4)[0])


def _rich_text(content: memoryview, _context: Context) -> Cell:
    return unescaped(_wide_text(content, 5)[0])


def _real(content: memoryview, context: Context) -> Cell:
    return _number(struct.unpack_from("<d", content, 4)[0], content, context)


def _packed(content: memoryview, context: Context) -> Cell:
    return _number(_packed_number(_whole(content, 4)), content, context)


_VALUES: Final = {
    _RK: _packed,
    _ERROR: _error,
    _BOOL: _boolean,
    _REAL: _real,
    _TEXT: _text,
    _SHARED: _shared,
    _FORMULA_TEXT: _text,
    _FORMULA_NUMBER: _real,
    _FORMULA_BOOL: _boolean,
    _FORMULA_ERROR: _error,
    _RICH_TEXT: _rich_text,
}


def _number(number: float, content: memoryview, context: Context) -> Cell:
    style = _whole(content, 0) & 0xFFFFFF
    shown = context.styles[style] if style < len(context.styles) else "number"
    return cell_of(number, shown, is_1904=context.is_1904)


def _packed_number(packed: int) -> float:
    """Read an RkNumber (MS-XLSB 2.5.122): 30 bits of an integer or of a double, perhaps in hundredths."""
    if packed & 2:
        number = float((packed ^ 0x80000000) - 0x80000000 >> 2)
    else:
        number = float(struct.unpack("<d", struct.pack("<II", 0, packed & 0xFFFFFFFC))[0])
    return number / 100 if packed & 1 else number


def _wide_text(content: memoryview, at: int) -> tuple[str, int]:
    """Read a text and give where it ends; a length of 0xFFFFFFFF is no text."""
    length = _whole(content, at)
    if length == 0xFFFFFFFF:  # noqa: PLR2004
        return "", at + 4
    end = at + 4 + 2 * length
    if end > len(content):
        raise Unreadable("file.broken")
    return str(content[at + 4 : end], "utf-16-le", "replace"), end


def _whole(content: memoryview, at: int) -> int:
    return int(struct.unpack_from("<I", content, at)[0])


def _short(content: memoryview, at: int) -> int:
    return int(struct.unpack_from("<H", content, at)[0])
