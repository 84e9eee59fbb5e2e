"""What stands in a workbook because we put it there: left out before its rows are read."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from reinsert_cli.domain.faults import Fault, Problem, Severity
from reinsert_cli.domain.language import count
from reinsert_cli.domain.own_sheets import is_our_heading, is_ours
from reinsert_cli.importers.fields import Parsed
from reinsert_cli.importers.header import Header
from reinsert_cli.importers.sheet import Cells, Sheet, Source

DEPTH: Final = 200
"""How many rows may stand above the heading of our column."""

PREFILLED: Final = frozenset({"centre"})
"""Columns that a form may bear filled before anybody is written into it."""


def without_ours(source: Source) -> Source:
    """Give a source without the sheets that we add, and with our column empty wherever it stands.

    The other columns keep their places, so that a cell is called as its reader sees it.
    """
    return replace(source, sheets=tuple(_without_column(sheet) for sheet in source.sheets if not is_ours(sheet.title)))


def _without_column(sheet: Sheet) -> Sheet:
    places = [(row, column) for row, cells in enumerate(sheet.rows[:DEPTH]) for column in our_columns(cells)]
    rows = list(sheet.rows)
    for first, column in places:
        rows[first:] = [_blanked(cells, column) for cells in rows[first:]]
    return replace(sheet, rows=_down_to_the_last(rows)) if places else sheet


def our_columns(cells: Cells) -> list[int]:
    """Give the 0-based places where a row holds our heading."""
    return [column for column, cell in enumerate(cells) if is_our_heading(cell)]


def _blanked(cells: Cells, column: int) -> Cells:
    """Empty one cell of a row; a row that ends with it is as long as before we added it."""
    if column >= len(cells):
        return cells
    kept = (*cells[:column], None, *cells[column + 1 :])
    return kept[:column] if column == len(cells) - 1 else kept


def without_unbegun(found: Header) -> Header:
    """Give a table down to the last row that says more than its form said when it was handed out."""
    prefilled = frozenset(column for column, field in found.columns.items() if field.key in PREFILLED)
    rows = found.sheet.rows
    body = _down_to_the_last(rows[found.row :], prefilled)
    return replace(found, sheet=replace(found.sheet, rows=rows[: found.row] + body))


def without_waiting(found: Header, rows: Sequence[Parsed]) -> tuple[list[Parsed], list[Problem]]:
    """Give the rows about what has happened, and what is told of those that wait for it."""
    if not found.kind.happened:
        return list(rows), []
    kept = [row for row in rows if row.faults or any(row.values.get(key) is not None for key in found.kind.happened)]
    waiting = len(rows) - len(kept)
    if not waiting:
        return kept, []
    code: tuple[str, Severity] = ("followup.waiting", "notice") if kept else ("followup.none_happened", "error")
    return kept, [Problem(Fault(code[0], {"count": count(waiting)}), code[1], found.sheet.title)]


def _down_to_the_last(rows: Sequence[Cells], but: frozenset[int] = frozenset()) -> tuple[Cells, ...]:
    """Give the rows down to the last that holds anything outside the columns ``but``."""
    for number in range(len(rows), 0, -1):
        if any(cell is not None and column not in but for column, cell in enumerate(rows[number - 1])):
            return tuple(rows[:number])
    return ()
