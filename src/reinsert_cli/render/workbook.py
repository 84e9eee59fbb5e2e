"""Tables as one workbook, a sheet each, made to be read on a screen, calculated with and printed.

The same tables give the same bytes: no clock is read. Figures are real numbers, exact to the centime;
no text, whatever it begins with, is a formula or a link.
"""

from __future__ import annotations

import re
import textwrap
from collections.abc import Iterable, Sequence
from datetime import date, datetime, time
from decimal import Decimal
from functools import cache
from itertools import count
from pathlib import Path
from typing import Final, cast
from zipfile import ZIP_DEFLATED

from openpyxl import Workbook
from openpyxl.cell import Cell
from openpyxl.packaging.core import DocumentProperties
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.header_footer import HeaderFooterItem
from openpyxl.worksheet.page import PageMargins
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet
from openpyxl.writer.excel import ExcelWriter
from rich.cells import cell_len

from reinsert_cli.domain import language
from reinsert_cli.domain.archives import STILL, StillArchive
from reinsert_cli.domain.table import Column, Table, Unit, Value
from reinsert_cli.domain.text import clean
from reinsert_cli.render.cells import bare, complete_date, is_figure, nothing, preamble, shown, total
from reinsert_cli.render.files import replacing
from reinsert_cli.render.form import make_form

_NUMBER_FORMATS: Final[dict[Unit, str]] = {
    "money": "#,##0.00",
    "count": "#,##0",
    "year": "0",
    "percent": "0.0%",
    "date": "DD/MM/YYYY",
}

TITLE_ROW: Final = 1
PREAMBLE_ROW: Final = 2
HEADER_ROW: Final = 4

_NARROWEST: Final = 10
_WIDEST: Final = 48
_FILTER_BUTTON: Final = 4
_LINE_HEIGHT: Final = 15.0
_TALLEST: Final = 400.0
_LONGEST_NAME: Final = 31
_LONGEST_TEXT: Final = 32_767
_A4: Final = 9
_RIGHT_TO_LEFT: Final = 2
_FIRST_YEAR: Final = 1901  # spreadsheets disagree on the days before

_TITLE: Final = Font(name="Calibri", bold=True, size=15, color="1F3B4D")
_FAINT: Final = Font(name="Calibri", size=10, color="595959")
_BOLD: Final = Font(name="Calibri", bold=True, size=11)
_HEADING: Final = Font(name="Calibri", bold=True, size=11, color="FFFFFF")
_HEADING_FILL: Final = PatternFill("solid", fgColor="1F3B4D")
_UNDERLINED: Final = Border(bottom=Side(style="hair", color="A6A6A6"))
_SUMMED: Final = Border(top=Side(style="medium", color="1F3B4D"))


def write_workbook(tables: Sequence[Table], path: Path) -> None:
    """Write ``tables``, at least one, as the sheets of a workbook at ``path``, mode 0600, whole or not at all.

    Raises :class:`OSError` when the file cannot be written.
    """
    workbook = Workbook()
    workbook.remove(workbook.worksheets[0])
    workbook.properties = _properties(tables)
    for table, name in zip(tables, sheet_names(tables), strict=True):
        _fill(workbook.create_sheet(name), table)
    for sheet in [sheet for sheet in workbook.worksheets if sheet.sheet_state == "hidden"]:
        workbook.move_sheet(sheet, len(workbook.worksheets))
    with replacing(path) as stream, StillArchive(stream, "w", ZIP_DEFLATED) as archive:
        ExcelWriter(workbook, archive).write_data()


def _properties(tables: Sequence[Table]) -> DocumentProperties:
    """Describe the workbook: it was made at midnight of the day its figures were read."""
    days = (complete_date(table.as_of) for table in tables)
    day = next((day for day in days if day), date(*STILL[:3]))
    midnight = datetime.combine(day, time())
    title = _writable(tables[0].title)
    return DocumentProperties(title=title, creator="reinsert", created=midnight, modified=midnight)


def sheet_names(tables: Iterable[Table]) -> list[str]:
    """Name a sheet after each table's title: 31 characters at most, none that spreadsheets forbid, no name twice."""
    names: list[str] = []
    for table in tables:
        base = re.sub(r"[\\/*?:\[\]]", "-", clean(table.title)).strip("' ") or table.report
        taken = {name.casefold() for name in names} | {"history"}  # Excel keeps that one for itself
        suffixes = ("" if n == 1 else f" ({n})" for n in count(1))
        choices = (base[: _LONGEST_NAME - len(suffix)].rstrip("' ") + suffix for suffix in suffixes)
        names.append(next(name for name in choices if name.casefold() not in taken))
    return names


def _fill(sheet: Worksheet, table: Table) -> None:
    widths = _widths(table)
    sheet.sheet_view.rightToLeft = language.is_right_to_left()
    for place, width in enumerate(widths, 1):
        sheet.column_dimensions[get_column_letter(place)].width = width
    _write_line(sheet, TITLE_ROW, table.title, widths, _TITLE)
    above = " ".join(table.notes) if table.is_form else " · ".join(preamble(table))
    _write_line(sheet, PREAMBLE_ROW, above, widths, _FAINT)
    _write_header(sheet, table, widths)
    last = _write_rows(sheet, table, widths)
    if table.is_form:
        make_form(sheet, table, HEADER_ROW)
    else:
        _write_notes(sheet, table, widths, last + 1)
    _set_page(sheet)


def _widths(table: Table) -> list[int]:
    """Give each column's width in characters: its values and the longest word of its heading, from 10 to 48."""
    widths = []
    for column in table.columns:
        texts = [shown(column, row.get(column.key)) for row in table.rows]
        texts += [total(table, column)] if table.totals else []
        texts += column.entry.choices if column.entry else ()
        values = max(map(cell_len, texts), default=0) + 2
        heading = max(map(cell_len, clean(column.label).split()), default=0) + _FILTER_BUTTON
        widths.append(min(max(values, heading, _NARROWEST), _WIDEST))
    return widths


def _write_line(sheet: Worksheet, row: int, text: str, widths: Sequence[int], font: Font) -> None:
    """Write a line of prose across all the columns, as many lines high as it takes."""
    cell = _cell(sheet, row, 1)
    _put_text(cell, text)
    cell.font = font
    cell.alignment = _aligned(wrap_text=True)
    if len(widths) > 1:
        sheet.merge_cells(start_row=row, end_row=row, start_column=1, end_column=len(widths))
    size = float(font.size or 11) / 11
    lines = _lines(text, round(sum(widths) / size))
    sheet.row_dimensions[row].height = min(lines * size * _LINE_HEIGHT, _TALLEST)


def _lines(text: str, width: int) -> int:
    """Give the lines that ``text`` takes in ``width`` characters, a little too many rather than too few.

    Spreadsheets do not all find the height of a row by themselves.
    """
    if len(text) <= width:
        return 1
    return len(textwrap.wrap(clean(text), max(width, 1), break_on_hyphens=False)) or 1


def _fit_height(sheet: Worksheet, row: int, texts: Iterable[str], widths: Sequence[int]) -> None:
    lines = max(_lines(text, width - 1) for text, width in zip(texts, widths, strict=True))
    if lines > 1:
        sheet.row_dimensions[row].height = min(lines * _LINE_HEIGHT, _TALLEST)


def _write_header(sheet: Worksheet, table: Table, widths: Sequence[int]) -> None:
    for place, column in enumerate(table.columns, 1):
        cell = _cell(sheet, HEADER_ROW, place)
        _put_text(cell, column.label)
        cell.font = _HEADING
        cell.fill = _HEADING_FILL
        cell.alignment = _aligned("center", "center", wrap_text=True)
    _fit_height(sheet, HEADER_ROW, (column.label for column in table.columns), widths)
    sheet.freeze_panes = f"A{HEADER_ROW + 1}"
    sheet.print_title_rows = f"{HEADER_ROW}:{HEADER_ROW}"
    last = HEADER_ROW + len(table.rows)
    sheet.auto_filter.ref = f"A{HEADER_ROW}:{get_column_letter(len(table.columns))}{last}"


def _write_rows(sheet: Worksheet, table: Table, widths: Sequence[int]) -> int:
    """Write the rows, then the totals; give the number of the last row written."""
    last = HEADER_ROW
    for last, row in enumerate(table.rows, HEADER_ROW + 1):
        for place, column in enumerate(table.columns, 1):
            cell = _cell(sheet, last, place)
            _put(cell, column, row.get(column.key))
            cell.border = _UNDERLINED
        _fit_height(sheet, last, (shown(column, row.get(column.key)) for column in table.columns), widths)
    if table.rows and table.totals:
        last += 1
        _write_totals(sheet, table, last)
    return last


def _write_totals(sheet: Worksheet, table: Table, number: int) -> None:
    for place, column in enumerate(table.columns, 1):
        cell = _cell(sheet, number, place)
        if column.key in table.totals:
            _put(cell, column, table.totals[column.key])
        else:
            _put_text(cell, total(table, column))
            cell.alignment = _aligned()
        cell.font = _BOLD
        cell.border = _SUMMED


def _write_notes(sheet: Worksheet, table: Table, widths: Sequence[int], after: int) -> None:
    sentences = table.notes if table.rows else (nothing(), *table.notes)
    for number, sentence in enumerate(sentences, after + 1):
        _write_line(sheet, number, sentence, widths, _FAINT)


def _put(cell: Cell, column: Column, value: Value) -> None:
    """Put ``value`` in its cell: a number, a date or a text; nothing where it is unknown."""
    unit, content = bare(column, value)
    day = complete_date(content) if unit == "date" else None
    if isinstance(content, int):
        cell.value = _number(unit, content)
        cell.number_format = _NUMBER_FORMATS.get(unit, "General")
        cell.alignment = _aligned()
    elif day and day.year >= _FIRST_YEAR:
        cell.value = day
        cell.number_format = _NUMBER_FORMATS["date"]
        cell.alignment = _aligned("center")
    elif content is not None:
        cell.number_format = "@"
        _put_text(cell, shown(column, content))
        cell.alignment = _aligned(_side(column), wrap_text=True)


def _side(column: Column) -> str:
    """Tell where a text stands in its cell; the side of prose is the one its language begins on."""
    if is_figure(column):
        return "right"
    return "center" if column.unit in {"date", "term", "flag"} else "general"


def _number(unit: Unit, value: int) -> int | Decimal:
    """Give the number that a spreadsheet calculates with: dirhams, fractions of one, or the figure itself.

    A :class:`~decimal.Decimal`, so that what is written in the file is exact to the centime.
    """
    match unit:
        case "money":
            return Decimal(value).scaleb(-2)
        case "percent":
            return Decimal(value).scaleb(-3)
        case _:
            return value


def _put_text(cell: Cell, text: str) -> None:
    """Put a text that stays a text, even where it looks like a formula, an error or a number."""
    plain = _writable(text)
    if not plain:
        return
    cell.value = plain
    cell.data_type = "s"
    cell.quotePrefix = plain.startswith(("=", "+", "-", "@"))


def _writable(text: str) -> str:
    """Give ``text`` without what a workbook cannot hold."""
    plain = clean(text)
    return plain if len(plain) <= _LONGEST_TEXT else plain[: _LONGEST_TEXT - 1] + "…"


def _cell(sheet: Worksheet, row: int, column: int) -> Cell:
    return cast(Cell, sheet.cell(row, column))  # never one of a merged range but its first


def _aligned(horizontal: str = "general", vertical: str = "top", *, wrap_text: bool = False) -> Alignment:
    order = _RIGHT_TO_LEFT if language.is_right_to_left() else 0
    return _alignment(horizontal, vertical, wrap_text, order)


@cache
def _alignment(horizontal: str, vertical: str, wrap_text: bool, order: int) -> Alignment:
    return Alignment(horizontal=horizontal, vertical=vertical, wrap_text=wrap_text, readingOrder=order)


def _set_page(sheet: Worksheet) -> None:
    """Print on A4 in landscape, as wide as the paper, pages numbered at the foot."""
    sheet.page_setup.paperSize = _A4
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.fitToWidth = 1
    sheet.page_setup.fitToHeight = 0
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    sheet.print_options.horizontalCentered = True
    sheet.page_margins = PageMargins(left=0.4, right=0.4, top=0.5, bottom=0.75, header=0.3, footer=0.3)
    footer = HeaderFooterItem()
    footer.center.text = "&P / &N"
    sheet.HeaderFooter.oddFooter = footer
