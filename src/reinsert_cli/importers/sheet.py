"""Plain cells in sheets, whatever file they came from, without knowing what they mean."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time
from itertools import takewhile
from typing import Final


@dataclass(frozen=True, slots=True)
class CellError:
    """A cell that holds no usable value: what it shows (``#REF!``), and the code of the fault that says why."""

    shown: str
    code: str = "cell.error"


Cell = str | int | float | bool | datetime | date | time | CellError | None
Cells = tuple[Cell, ...]

LONGEST: Final = 2000
"""The longest text that a cell of a list is believed to hold."""


Span = tuple[int, int, int, int]
"""Merged cells: first row (1-based), first column (0-based), last row, last column, both included."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """One sheet: its title and its rows from the first; row 1 is ``rows[0]``.

    ``hidden_rows`` are 1-based; their cells stand in ``rows`` as any others do. Of merged cells, the first holds
    the value.
    """

    title: str
    rows: tuple[Cells, ...]
    is_hidden: bool = False
    hidden_rows: frozenset[int] = frozenset()
    merged: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class Source:
    """A file as read: its name, the SHA-256 of its bytes, its sheets, and of a text the encoding it was read in."""

    name: str
    sha256: str
    sheets: tuple[Sheet, ...]
    encoding: str | None = None


def trimmed(rows: list[Cells]) -> tuple[Cells, ...]:
    """Keep the rows down to the last that holds anything, blank text being nothing and endless text an error."""
    kept = [tuple(_bounded(cell) if isinstance(cell, str) else cell for cell in row) for row in rows]
    blank = sum(1 for _row in takewhile(lambda row: all(cell is None for cell in row), reversed(kept)))
    return tuple(kept[: len(kept) - blank])


def _bounded(text: str) -> Cell:
    if len(text) > LONGEST:
        return CellError("…", "cell.too_long")
    return text if text.strip() else None


def address(row: int, column: int) -> str:
    """Give the address of a cell from its 1-based row and 0-based column: (7, 3) is ``D7``."""
    letters = ""
    number = column + 1
    while number:
        number, rest = divmod(number - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return f"{letters}{row}"
