"""OpenDocument spreadsheets (.ods): the cells of ``content.xml``."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Final

from reinsert_cli.importers.reading.grid import UNSTORED, Grid, Page
from reinsert_cli.importers.reading.limits import MAX_COLUMNS, MAX_ROWS, MAX_STRAYS, Unreadable
from reinsert_cli.importers.reading.markup import Attributes, walk
from reinsert_cli.importers.reading.package import Package
from reinsert_cli.importers.reading.serials import of_iso, of_iso_duration
from reinsert_cli.importers.sheet import Cell, CellError

_ERROR: Final = re.compile(r"#(?:[A-ZÉÈ/0]+[!?]|N/[AD]|[A-Z0-9/]+!)|(?:Err|Erreur|خطأ)\s?:\s?\d{3}")
_CELLS: Final = frozenset({"table:table-cell", "table:covered-table-cell"})
_ASIDE: Final = frozenset(
    {
        "office:annotation",
        "table:tracked-changes",
        "table:shapes",
        "table:dde-links",
        "draw:frame",
        "draw:custom-shape",
        "draw:g",
        "draw:control",
        "table:detective",
        "office:forms",
        "text:ruby-text",
        "text:note",
    }
)
"""What holds text that is not the cell's: comments, deleted cells, drawings."""
_MOST_TIMES: Final = 100_000_000


def pages(package: Package) -> Iterator[Page]:
    """Read the sheets. Raises Unreadable when the file is protected or has none."""
    manifest = package.read_if_there("META-INF/manifest.xml") or b""
    if b"encryption-data" in manifest or "encrypted-package" in package.names:
        raise Unreadable("file.encrypted")
    reading = _Document()
    walk(package.read("content.xml"), reading.start, reading.end, reading.text)
    if not reading.grids:
        raise Unreadable("file.no_sheet")
    return (grid.page() for grid in reading.grids)


def notices(package: Package) -> tuple[str, ...]:
    """Tell what is in the file and was not made use of."""
    has_macros = any(
        name.startswith(("basic/", "scripts/")) and not name.endswith(("/", "script-lc.xml")) for name in package.names
    )
    return ("file.macros",) * has_macros


@dataclass(slots=True)
class _Document:
    """The events of ``content.xml``, put into grids."""

    grids: list[Grid] = field(default_factory=list)
    _hidden_styles: set[str] = field(default_factory=set)
    _style: str = ""
    _grid: Grid | None = None
    _tables: int = 0
    _aside: int = 0
    _row: int = 0
    _rows: int = 1
    _column: int = 0
    _cell: Attributes | None = None
    _paragraphs: list[str] = field(default_factory=list)
    _pieces: list[str] | None = None

    def start(self, name: str, attributes: Attributes) -> None:
        if self._aside or name in _ASIDE:
            self._aside += 1
        elif self._cell is not None:
            self._start_in_cell(name, attributes)
        elif name in _CELLS and self._grid:
            self._cell = attributes
            self._paragraphs.clear()
        elif name == "table:table-row" and self._grid:
            self._start_row(attributes, self._grid)
        elif name == "table:table":
            self._start_table(attributes)
        elif name == "table:table-source" and self._grid:
            self.grids.remove(self._grid)  # a copy of another file's sheet
            self._grid = None
        elif name == "style:style":
            self._style = attributes.get("style:name", "")
        elif name == "style:table-properties" and attributes.get("table:display") == "false":
            self._hidden_styles.add(self._style)

    def end(self, name: str) -> None:
        if self._aside:
            self._aside -= 1
        elif name in _CELLS and self._cell is not None:
            if self._tables == 1:
                self._end_cell(self._cell)
                self._cell = None
        elif name in {"text:p", "text:h"} and self._pieces is not None:
            self._paragraphs.append("".join(self._pieces))
            self._pieces = None
        elif name == "table:table-row" and self._tables == 1:
            self._row += self._rows
        elif name == "table:table":
            self._tables -= 1

    def text(self, text: str) -> None:
        if self._pieces is not None and not self._aside:
            self._pieces.append(text)

    def _start_table(self, attributes: Attributes) -> None:
        self._tables += 1
        if self._tables == 1:
            is_hidden = attributes.get("table:style-name", "") in self._hidden_styles
            self._grid = Grid(attributes.get("table:name", ""), is_hidden)
            self.grids.append(self._grid)
            self._row = 0

    def _start_row(self, attributes: Attributes, grid: Grid) -> None:
        self._rows = _times(attributes.get("table:number-rows-repeated"))
        self._column = 0
        if attributes.get("table:visibility", "visible") != "visible":
            for row in range(self._row, min(self._row + self._rows, MAX_ROWS)):
                grid.hide(row)

    def _start_in_cell(self, name: str, attributes: Attributes) -> None:
        if name == "table:table":
            self._tables += 1
        elif name in {"text:p", "text:h"}:
            self._pieces = []
        elif self._pieces is not None:
            if name == "text:s":
                self._pieces.append(" " * min(_times(attributes.get("text:c")), MAX_COLUMNS))
            elif name in {"text:tab", "text:line-break"}:
                self._pieces.append("\t" if name == "text:tab" else "\n")

    def _end_cell(self, attributes: Attributes) -> None:
        times = _times(attributes.get("table:number-columns-repeated"))
        cell = _value(attributes, "\n".join(self._paragraphs))
        if cell is not None and cell != "" and self._grid:
            self._put(self._grid, cell, times)
        rows = attributes.get("table:number-rows-spanned", "1"), attributes.get("table:number-columns-spanned", "1")
        if self._grid and rows != ("1", "1"):
            self._grid.merge(
                self._row, self._column, self._row + _times(rows[0]) - 1, self._column + _times(rows[1]) - 1
            )
        self._column += times

    def _put(self, grid: Grid, cell: Cell, times: int) -> None:
        """Put a repeated cell as often as it stands, or as it takes to refuse the sheet."""
        last_row = min(self._row + self._rows, max(self._row, MAX_ROWS) + MAX_STRAYS + 1)
        last_column = min(self._column + times, max(self._column, MAX_COLUMNS) + MAX_STRAYS + 1)
        for row in range(self._row, last_row):
            for column in range(self._column, last_column):
                grid.put(row, column, cell)


def _times(written: str | None) -> int:
    """Read how often something stands; a number beyond any sheet's size is as good as :data:`_MOST_TIMES`."""
    digits = written.strip().lstrip("0") if written else ""
    if not digits.isdecimal():
        return 1
    return int(digits) if len(digits) < len(str(_MOST_TIMES)) else _MOST_TIMES


def _value(attributes: Attributes, text: str) -> Cell:
    """Give the value of a cell: as stored, else as shown, else what is wrong with it."""
    kind = attributes.get("office:value-type", "")
    has_formula = "table:formula" in attributes
    if attributes.get("calcext:value-type") == "error" or (has_formula and _ERROR.fullmatch(text.strip())):
        return CellError(text.strip()[:40] or "#?")
    if not kind and has_formula and not text:
        return UNSTORED
    return _STORED.get(kind, _text)(attributes, text)


def _number(attributes: Attributes, text: str) -> Cell:
    try:
        return float(attributes.get("office:value", ""))
    except ValueError:
        return text


def _text(attributes: Attributes, text: str) -> Cell:
    return attributes.get("office:string-value") or text


_STORED: Final[dict[str, Callable[[Attributes, str], Cell]]] = {
    "float": _number,
    "percentage": _number,
    "currency": _number,
    "date": lambda attributes, text: of_iso(attributes.get("office:date-value", text)),
    "time": lambda attributes, text: of_iso_duration(attributes.get("office:time-value", text)),
    "boolean": lambda attributes, _text: attributes.get("office:boolean-value", "") == "true",
}
"""By the type of a cell, how its value is read: as stored, else as shown."""
