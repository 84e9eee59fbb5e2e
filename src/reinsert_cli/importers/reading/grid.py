"""A sheet while it is being read: cells put one by one, wherever they lie, within bounds."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any, Final

from reinsert_cli.importers.reading.limits import MAX_CELLS, MAX_COLUMNS, MAX_ROWS, MAX_STRAYS, Unreadable
from reinsert_cli.importers.sheet import Cell, CellError, Span, address

UNSTORED: Final = CellError("=", "cell.formula")
"""A formula whose value the file does not hold."""

CONTRADICTED: Final = CellError("?")
"""A cell of which the file says two things, or refers to what is not there."""

MAX_SPANS: Final = 100_000


class Lost(Exception):  # noqa: N818  (never leaves the reading process)
    """The quick reading of a sheet did not give all its cells."""


@dataclass(slots=True)
class Page:
    """One sheet as it is sent: as :class:`Sheet`, its rows still to be gone through.

    ``left_out`` are the addresses of cells too far away to belong to a table. Where going through ``rows`` may
    raise :class:`Lost`, ``again`` reads the sheet another way.
    """

    title: str
    rows: Iterable[Sequence[Any]]
    is_hidden: bool = False
    hidden_rows: Iterable[int] = ()
    merged: Iterable[Span] = ()
    left_out: Sequence[str] = ()
    again: Callable[[], Page] | None = None


@dataclass(slots=True)
class Grid:
    """The cells of a sheet that hold anything, by row; rows and columns are counted from 0 here."""

    title: str
    is_hidden: bool = False
    hidden_rows: set[int] = field(default_factory=set)
    merged: list[Span] = field(default_factory=list)
    _rows: dict[int, list[Cell]] = field(default_factory=dict)
    _strays: list[str] = field(default_factory=list)
    _count: int = 0

    def put(self, row: int, column: int, cell: Cell) -> None:
        """Put a cell. Raises Unreadable when there are more than any centre's list has."""
        if row >= MAX_ROWS or column >= MAX_COLUMNS:
            self._put_aside(row, column)
            return
        self._count += 1
        if self._count > MAX_CELLS:
            raise Unreadable("file.too_large")
        cells = self._rows.setdefault(row, [])
        missing = column - len(cells)
        if missing < 0:
            cells[column] = cell if cells[column] is None else CONTRADICTED
            return
        if missing:
            cells.extend([None] * missing)
        cells.append(cell)

    def _put_aside(self, row: int, column: int) -> None:
        self._strays.append(address(row + 1, column))
        if len(self._strays) > MAX_STRAYS:
            raise Unreadable("file.too_large")

    def hide(self, row: int) -> None:
        """Set down a row as hidden; the empty ones below everything do not matter."""
        if row < MAX_ROWS:
            self.hidden_rows.add(row)

    def merge(self, first_row: int, first_column: int, last_row: int, last_column: int) -> None:
        """Set down a range of merged cells."""
        if len(self.merged) < MAX_SPANS:
            self.merged.append((first_row + 1, first_column, last_row + 1, last_column))

    def page(self) -> Page:
        """Give the sheet, to be sent."""
        last = max(self._rows, default=-1)
        hidden = [row + 1 for row in sorted(self.hidden_rows) if row <= last]
        return Page(self.title, self._in_order(last), self.is_hidden, hidden, self.merged, self._strays)

    def _in_order(self, last: int) -> Iterator[Sequence[Cell]]:
        for row in range(last + 1):
            yield self._rows.get(row, ())
