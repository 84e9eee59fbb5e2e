"""The totals of a sheet, as values, and below them what proves them: the sum of the rows, and whether it agrees.

The only formulas of our workbooks stand here, with the value that they have: nothing that somebody typed is in them.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from reinsert_cli.domain.language import _
from reinsert_cli.domain.table import Row, Table
from reinsert_cli.render.cells import total
from reinsert_cli.render.looks import CHECK, NUMBER_FORMATS, TOTAL, Looks
from reinsert_cli.render.sheet_cells import put_text, putter

if TYPE_CHECKING:
    from xlsxwriter.worksheet import Worksheet

_SHOWN: Final = 109
"""The sum that leaves out what a filter hides."""


class Totals:
    """The totals of a table whose rows are added up as they go by, to the centime.

    A column with a masked figure, or without a total, proves nothing and is left out; so are all, where the sheet does
    not have the whole table.
    """

    def __init__(self, table: Table, *, is_whole: bool) -> None:
        self._table = table
        self._sums = {
            column.key: 0
            for column in table.columns
            if is_whole and column.adds_up and isinstance(table.totals.get(column.key), int)
        }

    def add(self, row: Row) -> None:
        """Add up one row."""
        for key in tuple(self._sums):
            value = row.get(key)
            if isinstance(value, int):
                self._sums[key] += value
            elif value is not None:
                del self._sums[key]

    def write(self, sheet: Worksheet, looks: Looks, rows: tuple[int, int]) -> int:
        """Write the totals under ``rows`` (first, last) and, where anything adds up, the proof; give the last row."""
        row = rows[1] + 1
        for place, column in enumerate(self._table.columns):
            if column.key in self._table.totals:
                putter(sheet, looks, column, place, TOTAL)(row, self._table.totals[column.key])
            else:
                put_text(sheet, row, place, total(self._table, column), looks, TOTAL)
        if not self._sums:
            return row
        self._prove(sheet, looks, rows)
        return row + 2

    def _prove(self, sheet: Worksheet, looks: Looks, rows: tuple[int, int]) -> None:
        from xlsxwriter.utility import xl_range, xl_rowcol_to_cell  # noqa: PLC0415

        first, last = rows
        agrees, differs = _("agrees"), _("differs")
        put_text(sheet, last + 2, 0, _("Sum of the rows shown"), looks, CHECK)
        for place, column in enumerate(self._table.columns):
            if column.key in self._sums:
                span, under = xl_range(first, place, last, place), xl_rowcol_to_cell(last + 1, place)
                number = looks(CHECK, num_format=NUMBER_FORMATS[column.unit])
                found, expected = self._sums[column.key], self._table.totals[column.key]
                sheet.write_formula(last + 2, place, f"=SUBTOTAL({_SHOWN},{span})", number, found / 100)
                test = f'=IF(ROUND(SUM({span})-{under},2)=0,"{agrees}","{differs}")'
                word = agrees if found == expected else differs
                sheet.write_formula(last + 3, place, test, looks(CHECK, align="right"), word)
        put_text(sheet, last + 3, 0, _("Check of the totals"), looks, CHECK)

    def told(self) -> Iterator[str]:
        """Give the sentence that says why some totals have no check."""
        counted = (column for column in self._table.columns if column.unit == "count")
        if self._sums and any(column.key in self._table.totals for column in counted):
            yield _("Only amounts add up: a person or a batch found on several rows counts once in the total.")
