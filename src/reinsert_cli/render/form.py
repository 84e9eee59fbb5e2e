"""What makes a sheet a form: drop-downs, checks that ask rather than refuse, notes on the headings, ruled rows."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING, Any, Final

from reinsert_cli.domain import language
from reinsert_cli.domain.language import _
from reinsert_cli.domain.own_sheets import LISTS, MAKER
from reinsert_cli.domain.table import Check, Column, Entry
from reinsert_cli.domain.text import clean
from reinsert_cli.render.looks import HEADING, Look, Looks

if TYPE_CHECKING:
    from xlsxwriter import Workbook
    from xlsxwriter.worksheet import Worksheet

RULED: Final = 50
"""How many rows are ruled, to be printed and filled by hand."""
CHECKED: Final = 1000
"""How many rows are checked while they are filled; LibreOffice keeps no more than that below the last ruled row."""

CELL: Final[Look] = {"border": 1, "border_color": "#BFBFBF", "valign": "vcenter", "text_wrap": False}

_FORMATS: Final[Mapping[Check, str]] = {
    "text": "@",
    "date": "DD/MM/YYYY",
    "amount": "#,##0.00",
    "count": "0",
    "year": "0",
}
_REQUIRED: Final[Look] = {"bg_color": "#8A3B12"}
_DAYS: Final = (date(1901, 1, 1), date(2100, 12, 31))
_LONGEST_TITLE: Final = 32
_LONGEST_TEXT: Final = 255
_NOTE_WIDTH: Final = 260
_NOTE_SIGNS: Final = 36


def heading(column: Column) -> tuple[str, Look]:
    """Give a heading and its look: one that must be filled has a star and a colour of its own."""
    is_required = column.entry is not None and column.entry.is_required
    return (f"{column.label} *", {**HEADING, **_REQUIRED}) if is_required else (column.label, HEADING)


def format_of(column: Column) -> Look:
    """Give the number format of a column, which it has to the foot of the sheet."""
    entry = column.entry or Entry()
    return {"num_format": "General" if entry.choices else _FORMATS[entry.check]}


def finish(sheet: Worksheet, looks: Looks, columns: Sequence[Column], header_row: int, last: int) -> None:
    """Rule the rows below the ``last`` one begun, hang the notes on the headings, check what is filled in."""
    for row in range(last + 1, header_row + RULED + 1):
        for place, column in enumerate(columns):
            sheet.write_blank(row, place, None, looks(CELL, format_of(column)))
    for place, column in enumerate(columns):
        entry = column.entry or Entry()
        _hang_note(sheet, header_row, place, entry)
        check = _check(column, entry)
        if check is not None:
            sheet.data_validation(header_row + 1, place, header_row + CHECKED, place, check)


def write_lists(book: Workbook, columns: Sequence[Column]) -> None:
    """Write the words to choose from on a hidden sheet, each column's list under the name that its check asks for."""
    chosen = [(column, column.entry.choices) for column in columns if column.entry and column.entry.choices]
    if not chosen:
        return
    sheet = book.add_worksheet(LISTS[language.current()])
    sheet.hide()
    for place, (column, words) in enumerate(chosen):
        for row, word in enumerate((column.label, *words)):
            sheet.write_string(row, place, clean(word))
        book.define_name(_list_of(column), f"={_span(sheet.get_name(), place, len(words))}")


def _span(sheet: str, place: int, words: int) -> str:
    from xlsxwriter.utility import quote_sheetname, xl_range_abs  # noqa: PLC0415

    return f"{quote_sheetname(sheet)}!{xl_range_abs(1, place, words, place)}"


def _list_of(column: Column) -> str:
    return f"choices_{column.key}"


def _hang_note(sheet: Worksheet, row: int, place: int, entry: Entry) -> None:
    note = " ".join(part for part in (_("Must be filled.") if entry.is_required else "", entry.note) if part)
    if note:
        lines = 1 + len(note) // _NOTE_SIGNS
        look = {"author": MAKER, "width": _NOTE_WIDTH, "height": 18 * lines + 14}
        sheet.write_comment(row, place, note, look)


def _check(column: Column, entry: Entry) -> dict[str, Any] | None:
    """Give the check of a column; what a printed form may say is asked about, never refused."""
    told: dict[str, Any] = {
        "input_title": clean(column.label)[:_LONGEST_TITLE],
        "input_message": entry.note[:_LONGEST_TEXT],
        "error_title": clean(column.label)[:_LONGEST_TITLE],
        "error_message": _("{note} Keep it as it is?").format(note=entry.note)[:_LONGEST_TEXT],
        "error_type": "warning",
        "show_input": bool(entry.note),
    }
    if entry.choices:
        return {**told, "validate": "list", "source": f"={_list_of(column)}"}
    match entry.check:
        case "date":
            return {**told, "validate": "date", "criteria": "between", "minimum": _DAYS[0], "maximum": _DAYS[1]}
        case "amount":
            return {**told, "validate": "decimal", "criteria": ">", "value": 0}
        case "year":
            return {**told, "validate": "integer", "criteria": "between", "minimum": 2000, "maximum": 2100}
        case "count":
            strict = {**told, "error_type": "stop", "error_message": entry.note[:_LONGEST_TEXT]}
            return {**strict, "validate": "integer", "criteria": ">=", "value": 0}
        case "text":
            return None
