"""What makes a sheet a form: drop-downs, checks that ask rather than refuse, notes on the headings, ruled rows."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any, Final

from openpyxl import Workbook
from openpyxl.comments import Comment
from openpyxl.styles import Alignment, Border, PatternFill, Side
from openpyxl.utils import get_column_letter, quote_sheetname
from openpyxl.workbook.defined_name import DefinedName
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.worksheet import Worksheet

from reinsert_cli.domain import language
from reinsert_cli.domain.language import _
from reinsert_cli.domain.own_sheets import LISTS, MAKER
from reinsert_cli.domain.table import Check, Column, Entry, Table
from reinsert_cli.domain.text import clean
from reinsert_cli.render.dressing import Dressing

RULED: Final = 50
"""How many rows are ruled, to be printed and filled by hand."""
CHECKED: Final = 1000
"""How many rows are checked while they are filled; LibreOffice keeps no more than that below the last ruled row."""

_FORMATS: Final[Mapping[Check, str]] = {
    "text": "@",
    "date": "DD/MM/YYYY",
    "amount": "#,##0.00",
    "count": "0",
    "year": "0",
}
_REQUIRED_FILL: Final = PatternFill("solid", fgColor="8A3B12")
_RULE: Final = Border(*(Side(style="thin", color="BFBFBF"),) * 4)
_DAY_ZERO: Final = date(1899, 12, 30)
_DAYS: Final = ((date(1901, 1, 1) - _DAY_ZERO).days, (date(2100, 12, 31) - _DAY_ZERO).days)
_LONGEST_TITLE: Final = 32
_LONGEST_TEXT: Final = 255
_NOTE_WIDTH: Final = 260
_NOTE_SIGNS: Final = 36


def make_form(sheet: Worksheet, table: Table, header_row: int) -> None:
    """Turn a sheet with its headings written into a form."""
    book = sheet.parent
    assert isinstance(book, Workbook)  # noqa: S101  (openpyxl's types allow none)
    named = _lists(book, table.columns)
    for place, column in enumerate(table.columns, 1):
        entry = column.entry or Entry()
        letter = get_column_letter(place)
        _dress_heading(sheet.cell(header_row, place), entry)
        _rule(sheet, place, header_row, entry, max(RULED, len(table.rows)))
        check = _check(column, entry, named.get(column.key))
        if check is not None:
            check.add(f"{letter}{header_row + 1}:{letter}{header_row + CHECKED}")
            sheet.add_data_validation(check)


def _lists(book: Workbook, columns: Sequence[Column]) -> dict[str, str]:
    """Write the words to choose from on a hidden sheet; give the name of each column's list by key."""
    chosen = [(column, column.entry.choices) for column in columns if column.entry and column.entry.choices]
    if not chosen:
        return {}
    sheet = book.create_sheet(LISTS[language.current()])
    sheet.sheet_state = "hidden"
    names = {}
    for place, (column, words) in enumerate(chosen, 1):
        for row, word in enumerate((column.label, *words), 1):
            sheet.cell(row, place, clean(word)).data_type = "s"
        letter = get_column_letter(place)
        names[column.key] = f"choices_{column.key}"
        span = f"{quote_sheetname(sheet.title)}!${letter}$2:${letter}${len(words) + 1}"
        book.defined_names[names[column.key]] = DefinedName(names[column.key], attr_text=span)
    return names


def _dress_heading(cell: Any, entry: Entry) -> None:
    """Mark a heading that must be filled by a star and a colour of its own; hang the note on it."""
    if entry.is_required:
        cell.value = f"{cell.value} *"
        cell.fill = _REQUIRED_FILL
    note = " ".join(part for part in (_("Must be filled.") if entry.is_required else "", entry.note) if part)
    if note:
        lines = 1 + len(note) // _NOTE_SIGNS
        cell.comment = Comment(note, MAKER, height=18 * lines + 14, width=_NOTE_WIDTH)


def _rule(sheet: Worksheet, place: int, header_row: int, entry: Entry, rows: int) -> None:
    """Give a column its format to the foot of the sheet, and rule its first ``rows``."""
    number_format = "General" if entry.choices else _FORMATS[entry.check]
    sheet.column_dimensions[get_column_letter(place)].number_format = number_format
    alignment = Alignment(vertical="center", readingOrder=2 if language.is_right_to_left() else 0)
    ruled = Dressing(border=_RULE, number_format=number_format, alignment=alignment)
    for row in range(header_row + 1, header_row + rows + 1):
        ruled.give(sheet.cell(row, place))


def _check(column: Column, entry: Entry, name: str | None) -> DataValidation | None:
    """Give the check of a column; what a printed form may say is asked about, never refused."""
    told: dict[str, Any] = {
        "promptTitle": clean(column.label)[:_LONGEST_TITLE],
        "prompt": entry.note[:_LONGEST_TEXT],
        "errorTitle": clean(column.label)[:_LONGEST_TITLE],
        "error": _("{note} Keep it as it is?").format(note=entry.note)[:_LONGEST_TEXT],
        "errorStyle": "warning",
        "allow_blank": True,
        "showErrorMessage": True,
        "showInputMessage": bool(entry.note),
    }
    if name:
        return DataValidation(type="list", formula1=name, **told)
    match entry.check:
        case "date":
            return DataValidation(type="date", operator="between", formula1=_DAYS[0], formula2=_DAYS[1], **told)
        case "amount":
            return DataValidation(type="decimal", operator="greaterThan", formula1=0, **told)
        case "year":
            return DataValidation(type="whole", operator="between", formula1=2000, formula2=2100, **told)
        case "count":
            strict = {**told, "errorStyle": "stop", "error": entry.note[:_LONGEST_TEXT]}
            return DataValidation(type="whole", operator="greaterThanOrEqual", formula1=0, **strict)
        case "text":
            return None
