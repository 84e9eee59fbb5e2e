"""One table as one sheet: title, what it was asked, frozen headings, rows, totals with their check, notes, a chart."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import chain, islice
from typing import TYPE_CHECKING, Final

from reinsert_cli.domain import language
from reinsert_cli.domain.language import _
from reinsert_cli.domain.table import Column, Row, Table
from reinsert_cli.render import form
from reinsert_cli.render.cells import nothing, preamble, shown
from reinsert_cli.render.chart import WIDTH, add_charts
from reinsert_cli.render.looks import BODY, FAINT, HEADING, SUBTOTAL, TITLE, Look, Looks
from reinsert_cli.render.measure import LINE_HEIGHT, height_of_line, height_of_row, widths
from reinsert_cli.render.paper import Paper
from reinsert_cli.render.sheet_cells import put_text, putter
from reinsert_cli.render.totals import Totals

if TYPE_CHECKING:
    from xlsxwriter import Workbook
    from xlsxwriter.worksheet import Worksheet

TITLE_ROW: Final = 0
PREAMBLE_ROW: Final = 1
HEADER_ROW: Final = 3
MOST_ROWS: Final = 1_048_000
"""How many rows one sheet takes: a little less than what spreadsheets can hold."""


@dataclass(frozen=True, slots=True)
class Content:
    """A table to write: its first rows, all of them unless it is long, and every row once, in order."""

    table: Table
    head: Sequence[Row]
    rows: Iterator[Row]
    is_long: bool
    is_continued: bool = False
    """Whether an earlier sheet has some of its rows already."""


class Page:
    """A sheet that is written from its first row to its last, never back: a long one keeps nothing in memory."""

    def __init__(self, book: Workbook, looks: Looks, name: str, content: Content) -> None:
        self._book, self._looks, self._name = book, looks, name
        self._content, self._table = content, content.table
        self._widths = widths(content.table, content.head)
        self._sheet: Worksheet = book.add_worksheet(name)
        self._paper = Paper(self._sheet, self._widths, WIDTH if content.table.charts else 0)

    def write(self) -> Content | None:
        """Write what stands above the rows, the rows that fit, then what stands below them; or give the rows left."""
        if language.is_right_to_left():
            self._sheet.right_to_left()
        self._write_line(TITLE_ROW, self._table.title, TITLE)
        above = self._table.notes if self._table.is_form else preamble(self._table)
        self._write_line(PREAMBLE_ROW, (" " if self._table.is_form else " · ").join(above), FAINT)
        self._write_header()
        is_part = self._content.is_continued or self._table.is_cut or self._table.subtotals
        totals = Totals(self._table, is_whole=not is_part)
        last = self._write_rows(totals)
        self._sheet.autofilter(HEADER_ROW, 0, last, len(self._table.columns) - 1)
        following = next(self._content.rows, None)
        if following is not None:
            return replace(self._content, rows=chain((following,), self._content.rows), is_continued=True)
        if self._table.is_form:
            form.finish(self._sheet, self._looks, self._table.columns, HEADER_ROW, last)
        else:
            self._write_below(last, totals)
        return None

    def _write_line(self, row: int, text: str, look: Look) -> None:
        """Write a line of prose across all the columns, as many lines high as it takes."""
        self._paper.set_height(row, height_of_line(text, sum(self._widths), look["font_size"]))
        if len(self._widths) > 1:
            self._sheet.merge_range(row, 0, row, len(self._widths) - 1, "", self._looks(look))
        put_text(self._sheet, row, 0, text, self._looks, look)

    def _write_header(self) -> None:
        columns = self._table.columns
        height = height_of_row((column.label for column in columns), self._widths)
        self._paper.set_height(HEADER_ROW, height)
        self._paper.headings = height or LINE_HEIGHT
        for place, (column, width) in enumerate(zip(columns, self._widths, strict=True)):
            label, look = form.heading(column) if self._table.is_form else (column.label, HEADING)
            put_text(self._sheet, HEADER_ROW, place, label, self._looks, look)
            below = self._looks(form.format_of(column)) if self._table.is_form else None
            self._sheet.set_column(place, place, width, below)
        self._sheet.freeze_panes(HEADER_ROW + 1, 0)
        self._sheet.repeat_rows(HEADER_ROW)

    def _write_rows(self, totals: Totals) -> int:
        """Write the rows that the sheet can hold; give the number of the last, counted from 0."""
        last = HEADER_ROW
        columns = self._table.columns
        cells = [
            (column.key, putter(self._sheet, self._looks, column, place, *self._dress(column)))
            for place, column in enumerate(columns)
        ]
        for last, row in enumerate(islice(self._content.rows, MOST_ROWS), HEADER_ROW + 1):
            if last - HEADER_ROW - 1 in self._table.subtotals:
                self._write_subtotal(last, row)
                continue
            if not self._content.is_long:
                texts = (shown(column, row.get(column.key)) for column in columns)
                self._paper.set_height(last, height_of_row(texts, self._widths))
            for key, put in cells:
                put(last, row.get(key))
            totals.add(row)
        return last

    def _write_subtotal(self, number: int, row: Row) -> None:
        """Write a row that sums up rows above it; where it says nothing, the word "Total", then blanks."""
        said = [column.key in row for column in self._table.columns]
        for place, column in enumerate(self._table.columns):
            if said[place]:
                putter(self._sheet, self._looks, column, place, BODY, SUBTOTAL)(number, row[column.key])
            else:
                word = _("Total") if place == said.index(False) else ""
                put_text(self._sheet, number, place, word, self._looks, BODY, SUBTOTAL)

    def _dress(self, column: Column) -> tuple[Look, ...]:
        """Give the looks that every cell of a column has; in a long table no text is broken over lines."""
        if self._table.is_form:
            return (form.CELL, form.format_of(column))
        return (BODY, {"text_wrap": False}) if self._content.is_long else (BODY,)

    def _write_below(self, last: int, totals: Totals) -> None:
        notes = list(self._table.notes)
        below = last
        if last > HEADER_ROW and self._table.totals:
            below = totals.write(self._sheet, self._looks, (HEADER_ROW + 1, last))
            notes += totals.told()
        elif last == HEADER_ROW:
            notes.insert(0, nothing())
        for row, sentence in enumerate(notes, below + 2):
            self._write_line(row, sentence, FAINT)
        drawn = (self._table, self._content.head, HEADER_ROW + 1)
        add_charts(self._book, self._sheet, self._looks, self._paper, drawn, below + len(notes) + 3)
