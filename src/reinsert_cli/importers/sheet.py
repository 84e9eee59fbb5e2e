"""Plain cells in sheets, whatever file they came from, without knowing what they mean."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time
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
    the value. ``left_out`` are the addresses of cells so far from all others that no table reaches them; they are
    not in ``rows``.
    """

    title: str
    rows: tuple[Cells, ...]
    is_hidden: bool = False
    hidden_rows: frozenset[int] = frozenset()
    merged: tuple[Span, ...] = ()
    left_out: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Source:
    """A file as read: its name, the SHA-256 of its bytes, its sheets, and of a text the encoding it was read in.

    ``notices`` are codes of faults that do not keep it out: macros that were not run, links that were not followed.
    """

    name: str
    sha256: str
    sheets: tuple[Sheet, ...]
    encoding: str | None = None
    notices: tuple[str, ...] = ()


def address(row: int, column: int) -> str:
    """Give the address of a cell from its 1-based row and 0-based column: (7, 3) is ``D7``."""
    letters = ""
    number = column + 1
    while number:
        number, rest = divmod(number - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return f"{letters}{row}"
