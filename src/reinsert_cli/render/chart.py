"""The charts under a table, drawn by the spreadsheet from the sheet's own cells."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, Final

from reinsert_cli.domain import language
from reinsert_cli.domain.table import Chart, Row, Table
from reinsert_cli.domain.text import clean
from reinsert_cli.render.cells import shown
from reinsert_cli.render.looks import SERIES, Look, Looks
from reinsert_cli.render.sheet_cells import put_text

if TYPE_CHECKING:
    from xlsxwriter import Workbook
    from xlsxwriter.worksheet import Worksheet

    from reinsert_cli.render.paper import Paper

FEWEST: Final = 2
MOST_BARS: Final = 31
MOST_POINTS: Final = 240
"""How many rows a glance can take in."""

WIDTH: Final = 760
"""Of every chart, in pixels, as are the heights."""
_ABOVE_AND_BELOW: Final = 130
_BAR: Final = 26
_ROW: Final = 20
_POINT: Final = 0.75
"""Points that a pixel is."""
_FEWEST_BARS: Final = 5
_LINE_IS: Final = 8
"""A line is as high as so many bars."""
_FIGURES: Final = {"num_format": "#,##0", "major_gridlines": {"visible": True, "line": {"color": "#D9D9D9"}}}
_COVERED: Final[Look] = {"font_size": 8, "font_color": "#FFFFFF"}

Drawn = tuple[Table, Sequence[Row], int]
"""A table, its rows, and the row of the sheet (from 0) where they begin."""


def add_charts(book: Workbook, sheet: Worksheet, looks: Looks, paper: Paper, drawn: Drawn, at: int) -> None:
    """Draw what the table wants drawn, from the row ``at`` on, if it can be taken in at a glance; no page cuts it.

    Rows that stand among their subtotals are not drawn: a spreadsheet draws what stands side by side.
    Names in several columns are written as one where the chart covers them: spreadsheets take them from cells only.
    """
    table, rows, first = drawn
    if table.subtotals:
        return
    places = {column.key: place for place, column in enumerate(table.columns)}
    for wanted in table.charts:
        is_line = wanted.kind == "line"
        if not FEWEST <= len(rows) <= (MOST_POINTS if is_line else MOST_BARS):
            continue
        names, begin = places[wanted.by[0]], first
        if len(wanted.by) > 1:
            names, begin = 0, at
            for row, values in enumerate(rows, at):
                name = " · ".join(shown(table.columns[places[key]], values.get(key)) for key in wanted.by)
                put_text(sheet, row, 0, name, looks, _COVERED)
        chart = _line(book) if is_line else _bars(book)
        chart.set_title({"name": clean(wanted.title), "name_font": {"size": 12}})
        chart.set_legend({"position": "bottom"} if len(wanted.of) > 1 else {"none": True})
        for key, colour in zip(wanted.of, SERIES, strict=False):
            chart.add_series(
                {
                    "name": clean(table.columns[places[key]].label),
                    "categories": [sheet.get_name(), begin, names, begin + len(rows) - 1, names],
                    "values": [sheet.get_name(), first, places[key], first + len(rows) - 1, places[key]],
                    **_series(wanted, colour),
                }
            )
        height = _ABOVE_AND_BELOW + _BAR * (_LINE_IS if is_line else max(len(rows), _FEWEST_BARS))
        height = int(paper.place(at, height * _POINT) / _POINT)
        chart.set_size({"width": WIDTH, "height": height})
        sheet.insert_chart(at, 0, chart, {"description": clean(wanted.title), "object_position": 3})
        at += height // _ROW + 2


def _series(wanted: Chart, colour: str) -> dict[str, Any]:
    """Give how the figures of one column are drawn."""
    if wanted.kind == "line":
        return {"line": {"color": colour, "width": 2}, "marker": {"type": "circle", "fill": {"color": colour}}}
    return {"fill": {"color": colour}, "line": {"none": True}, "gap": 60}


def _bars(book: Workbook) -> Any:
    """Give a chart of bars with its axes: they grow the way the language is read, the first row on top."""
    chart = book.add_chart({"type": "bar", "subtype": "stacked"})
    chart.set_x_axis({**_FIGURES, "reverse": language.is_right_to_left(), "label_position": "high"})
    chart.set_y_axis({"reverse": True})
    return chart


def _line(book: Workbook) -> Any:
    """Give a chart of lines with its axes: time runs the way the language is read."""
    chart = book.add_chart({"type": "line"})
    chart.set_x_axis({"reverse": language.is_right_to_left()})
    chart.set_y_axis(_FIGURES)
    return chart
