"""Worksheets of .xlsx and .xlsm, each cell looked at: slower than :mod:`xlsx_quick`, and never lets a cell go.

Reads ECMA-376 transitional and strict alike: elements are known by their local names.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Final

from reinsert_cli.importers.reading.grid import CONTRADICTED, UNSTORED, Grid, Page
from reinsert_cli.importers.reading.limits import Unreadable
from reinsert_cli.importers.reading.markup import LOCAL, Attributes, walk
from reinsert_cli.importers.reading.openxml import Book, Entry, styles_of
from reinsert_cli.importers.reading.serials import Shown, cell_of, of_iso
from reinsert_cli.importers.sheet import Cell, CellError

_ESCAPED: Final = re.compile(r"_x([0-9A-Fa-f]{4})_")
_ADDRESS: Final = re.compile(r"\$?([A-Za-z]{1,3})\$?([0-9]{1,7})")
_TRUE: Final = frozenset({"1", "true", "on"})


def unescaped(text: str) -> str:
    """Read the escapes of characters that XML cannot hold: ``_x000D_`` (ECMA-376 part 1, 22.4.2.4)."""
    return _ESCAPED.sub(lambda found: chr(int(found[1], 16)), text) if "_x" in text else text


def place(address: str) -> tuple[int, int]:
    """Give row and column, from 0, of ``D7``. Raises Unreadable."""
    found = _ADDRESS.fullmatch(address)
    if not found or found[2] == "0":
        raise Unreadable("file.broken")
    return int(found[2]) - 1, column_of(found[1])


@lru_cache(maxsize=1024)
def column_of(letters: str) -> int:
    """Give the column, from 0, that letters name."""
    number = 0
    for letter in letters.upper():
        number = number * 26 + ord(letter) - ord("A") + 1
    return number - 1


def pages(book: Book) -> Iterator[Page]:
    """Read the worksheets of a workbook."""
    context = context_of(book)
    for entry in book.entries:
        yield page(book, entry, context)


@dataclass(frozen=True, slots=True)
class Context:
    """What the cells of all sheets refer to."""

    strings: list[str]
    styles: list[Shown]
    is_1904: bool


def context_of(book: Book) -> Context:
    """Read the shared strings and the styles."""
    name = book.parts.get("sharedStrings")
    part = book.package.read_if_there(name) if name else None
    return Context(_strings(part) if part else [], styles_of(book), book.is_1904)


def page(book: Book, entry: Entry, context: Context) -> Page:
    """Read one worksheet."""
    grid = Grid(entry.title, entry.is_hidden)
    reading = _Worksheet(grid, context)
    walk(book.package.read(entry.part), reading.start, reading.end, reading.text)
    return grid.page()


def _strings(part: bytes) -> list[str]:
    found: list[str] = []
    reading = _Texts(found)
    walk(part, reading.start, reading.end, reading.text)
    return found


@dataclass(slots=True)
class _Texts:
    """The items of the shared strings: runs joined, phonetic guides left out."""

    found: list[str]
    _pieces: list[str] = field(default_factory=list)
    _is_text: bool = False
    _phonetic: int = 0

    def start(self, name: str, _attributes: Attributes) -> None:
        kind = LOCAL[name]
        if kind == "si":
            self._pieces.clear()
        elif kind == "rPh":
            self._phonetic += 1
        self._is_text = kind == "t" and not self._phonetic

    def end(self, name: str) -> None:
        kind = LOCAL[name]
        self._is_text = False
        if kind == "rPh":
            self._phonetic -= 1
        elif kind == "si":
            self.found.append(unescaped("".join(self._pieces)))

    def text(self, text: str) -> None:
        if self._is_text:
            self._pieces.append(text)


@dataclass(slots=True)
class _Worksheet:
    """The events of a worksheet's XML, put into a grid."""

    grid: Grid
    context: Context
    _row: int = -1
    _column: int = -1
    _cell: Attributes | None = None
    _has_formula: bool = False
    _value: list[str] | None = None
    _inline: list[str] | None = None
    _pieces: list[str] | None = None
    _phonetic: int = 0

    def start(self, name: str, attributes: Attributes) -> None:
        kind = LOCAL[name]
        if self._cell is not None:
            self._start_in_cell(kind)
        elif kind == "c":
            self._start_cell(attributes)
        elif kind == "row":
            self._start_row(attributes)
        elif kind == "mergeCell":
            self._merge(attributes.get("ref", ""))

    def end(self, name: str) -> None:
        if self._cell is None:
            return
        kind = LOCAL[name]
        if kind == "c":
            self._end_cell(self._cell)
        elif kind == "rPh":
            self._phonetic -= 1
        self._pieces = None

    def text(self, text: str) -> None:
        if self._pieces is not None:
            self._pieces.append(text)

    def _start_row(self, attributes: Attributes) -> None:
        number = attributes.get("r", "")
        self._row = int(number) - 1 if number.isdecimal() and number != "0" else self._row + 1
        self._column = -1
        if attributes.get("hidden", "0") in _TRUE:
            self.grid.hide(self._row)

    def _start_cell(self, attributes: Attributes) -> None:
        address = attributes.get("r")
        if address:
            self._row, self._column = place(address)
        else:
            self._column += 1
        self._cell, self._has_formula, self._value, self._inline = attributes, False, None, None

    def _start_in_cell(self, kind: str) -> None:
        if kind == "v":
            self._pieces = self._value = []
        elif kind == "f":
            self._has_formula = True
        elif kind == "is":
            self._inline = []
        elif kind == "t" and self._inline is not None and not self._phonetic:
            self._pieces = self._inline
        elif kind == "rPh":
            self._phonetic += 1

    def _end_cell(self, attributes: Attributes) -> None:
        self._cell = None
        if self._value is None and self._inline is None and not self._has_formula:
            return
        cell = self._read(attributes.get("t", "n"), attributes.get("s", "0"))
        if cell is not None and cell != "":
            self.grid.put(self._row, self._column, cell)

    def _read(self, kind: str, style: str) -> Cell:
        """Give the value of a cell: what is stored, else what is wrong with it."""
        value = "".join(self._value or ())
        if self._inline is not None and (kind == "inlineStr" or not value):
            text = unescaped("".join(self._inline))
            return text if text or not self._has_formula else UNSTORED
        if kind in {"str", "inlineStr"}:
            return UNSTORED if self._value is None and self._has_formula else unescaped(value)
        value = value.strip()
        if not value:
            return UNSTORED if self._has_formula else None
        return self._typed(kind, value, style)

    def _typed(self, kind: str, value: str, style: str) -> Cell:
        if kind == "s":
            strings = self.context.strings
            known = value.isdecimal() and int(value) < len(strings)
            return strings[int(value)] if known else CONTRADICTED
        if kind == "e":
            return CellError(value)
        if kind == "b":
            return value.lower() in _TRUE
        return of_iso(value) if kind == "d" else self._number(value, style)

    def _number(self, value: str, style: str) -> Cell:
        try:
            number = float(value)
        except ValueError:
            return value
        styles = self.context.styles
        known = style.isdecimal() and int(style) < len(styles)
        return cell_of(number, styles[int(style)] if known else "number", is_1904=self.context.is_1904)

    def _merge(self, written: str) -> None:
        """Set down merged cells; whole columns (``A:C``), which no table is made of, are let be."""
        first, _colon, last = written.partition(":")
        if _ADDRESS.fullmatch(first) and _ADDRESS.fullmatch(last):
            self.grid.merge(*place(first), *place(last))
