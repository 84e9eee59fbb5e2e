"""What stands in a workbook because we put it there: left out before anything is looked for in it."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from reinsert_cli.domain.own_sheets import is_our_heading, is_ours
from reinsert_cli.importers.sheet import Cells, Sheet, Source, trimmed

DEPTH: Final = 200
"""How many rows may stand above the heading of our column."""


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
    return replace(sheet, rows=trimmed(rows)) if places else sheet


def our_columns(cells: Cells) -> list[int]:
    """Give the 0-based places where a row holds our heading."""
    return [column for column, cell in enumerate(cells) if is_our_heading(cell)]


def _blanked(cells: Cells, column: int) -> Cells:
    """Empty one cell of a row; a row that ends with it is as long as before we added it."""
    if column >= len(cells):
        return cells
    kept = (*cells[:column], None, *cells[column + 1 :])
    return kept[:column] if column == len(cells) - 1 else kept
