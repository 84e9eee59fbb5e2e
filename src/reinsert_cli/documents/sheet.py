"""The sign-off sheet as a workbook, to be filled on the day and read back by ``batch hold --from``.

One row a person. All but the marks, the proxies and the remarks is locked, without a password, so that nobody changes
it unawares; nothing is read by its place, so rows may be sorted and the file renamed. The same facts give the same
bytes.
"""

from __future__ import annotations

from datetime import date, datetime, time
from decimal import Decimal
from io import BytesIO
from typing import Any, Final
from zipfile import ZIP_DEFLATED

from openpyxl import Workbook
from openpyxl.packaging.core import DocumentProperties
from openpyxl.styles import Alignment, Border, Font, PatternFill, Protection, Side
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet
from openpyxl.writer.excel import ExcelWriter

from reinsert_cli.documents.facts import Facts, Person
from reinsert_cli.documents.wording import term
from reinsert_cli.domain import language
from reinsert_cli.domain.archives import StillArchive
from reinsert_cli.domain.dates import PartialDate
from reinsert_cli.domain.own_sheets import MAKER
from reinsert_cli.domain.signing import CHOICES, DAY, heading, key
from reinsert_cli.domain.text import clean, is_like_a_formula

TITLE: Final = "Émargement ورقة الحضور"
DAY_ROW: Final = 3
HEADER_ROW: Final = 5

_WIDTHS: Final = {
    "number": 5, "code": 15, "name": 26, "name_ar": 26, "cin": 12, "items": 38, "amount": 14, "presence": 18,
    "proxy": 26, "remark": 30, "key": 10,
}  # fmt: skip
_FILLED: Final = frozenset({"presence", "proxy", "remark"})
_WRAPPED: Final = frozenset({"items", "name", "name_ar", "proxy", "remark"})
_LONGEST: Final = 32_000
_LINE: Final = Side(style="thin", color="808080")
_RULED: Final = Border(_LINE, _LINE, _LINE, _LINE)
_TO_FILL: Final = PatternFill("solid", fgColor="FFF6D6")
_HEADING: Final = PatternFill("solid", fgColor="E6E6E6")
_A4: Final = 9
_LINE_HEIGHT: Final = 15
_LOWEST: Final = 1.6


def sheet(facts: Facts) -> bytes:
    """Make the workbook: blank before the day, filled once the handover was recorded."""
    book = Workbook()
    page = book.worksheets[0]
    page.title = TITLE
    page.sheet_view.rightToLeft = language.is_right_to_left()
    columns = _columns(facts)
    _write_head(page, facts)
    _write_rows(page, facts, columns)
    _check(page, columns, len(facts.people))
    _protect(page)
    _set_page(page, columns)
    midnight = datetime.combine(date.fromisoformat(facts.day), time())
    book.properties = DocumentProperties(title=f"{facts.code}", creator=MAKER, created=midnight, modified=midnight)
    stream = BytesIO()
    with StillArchive(stream, "w", ZIP_DEFLATED) as archive:
        ExcelWriter(book, archive).write_data()
    return stream.getvalue()


def _columns(facts: Facts) -> list[str]:
    named = ["name", "name_ar", "cin"] if facts.is_identified else []
    return ["number", "code", *named, "items", "amount", "presence", "proxy", "remark", "key"]


def _write_head(page: Worksheet, facts: Facts) -> None:
    title = f"Feuille d’émargement — ورقة الحضور والتوقيع — {facts.code}"
    _put(page.cell(1, 1), title)
    page.cell(1, 1).font = Font(bold=True, size=14)
    programme = facts.programme
    _put(page.cell(2, 1), f"{programme.fr} — {programme.ar} — {facts.fiscal_year}")
    _put(page.cell(DAY_ROW, 1), " · ".join(DAY))
    cell: Any = page.cell(DAY_ROW, 4)
    known = facts.held_on or facts.planned_on
    if known and PartialDate.from_iso(known).day is not None:
        cell.value = date.fromisoformat(known)
    cell.number_format, cell.fill, cell.border = "DD/MM/YYYY", _TO_FILL, _RULED
    cell.protection = Protection(locked=False)
    cell.alignment = Alignment(horizontal="center")


def _write_rows(page: Worksheet, facts: Facts, columns: list[str]) -> None:
    for place, column in enumerate(columns, 1):
        cell: Any = page.cell(HEADER_ROW, place)
        _put(cell, heading(column))
        cell.font, cell.fill, cell.border = Font(bold=True), _HEADING, _RULED
        cell.alignment = Alignment(horizontal="center", vertical="center", wrap_text=True)
    page.row_dimensions[HEADER_ROW].height = 2.2 * _LINE_HEIGHT
    for row, person in enumerate(facts.people, HEADER_ROW + 1):
        values = _values(facts, person)
        for place, column in enumerate(columns, 1):
            _write(page.cell(row, place), column, values.get(column))
        page.row_dimensions[row].height = max(_LOWEST, *map(_lines, values.items())) * _LINE_HEIGHT


def _values(facts: Facts, person: Person) -> dict[str, Any]:
    lines = [(item.line, item.amount) for item in person.of_the_day]
    who = person.identity
    mark = None if person.presence == "expected" else CHOICES[person.presence]
    return {
        "number": person.number,
        "code": person.code,
        "items": "\n".join(_item(item.label, item.kind, item.quantity) for item in person.of_the_day),
        "amount": Decimal(person.amount).scaleb(-2),
        "presence": mark,
        "key": key(facts.code, person.code, lines),
    } | ({"name": who.name_latin, "name_ar": who.name_arabic, "cin": who.cin, "proxy": who.proxy,
          "remark": who.remark} if who else {})  # fmt: skip


def _lines(value: tuple[str, Any]) -> int:
    """Give how many lines a cell takes in its column, a little too many rather than too few."""
    column, content = value
    if not isinstance(content, str) or column not in _WRAPPED:
        return 1
    return sum(1 + len(line) // (_WIDTHS[column] - 2) for line in content.split("\n"))


def _item(label: str | None, kind: str, quantity: int) -> str:
    words = label or f"{term(kind).fr} · {term(kind).ar}"
    return f"{quantity} × {words}" if quantity > 1 else words


def _write(cell: Any, column: str, value: Any) -> None:
    if isinstance(value, str):
        _put(cell, value)
    else:
        cell.value = value
    is_filled = column in _FILLED
    cell.border = _RULED
    cell.protection = Protection(locked=not is_filled)
    cell.alignment = Alignment(vertical="center", wrap_text=column in _WRAPPED)
    if is_filled:
        cell.fill = _TO_FILL
    if column == "number":
        cell.alignment = Alignment(horizontal="center", vertical="center")
    if column == "amount":
        cell.number_format = "#,##0.00"


def _put(cell: Any, text: str) -> None:
    """Put a text that stays a text, even where it looks like a formula."""
    plain = "\n".join(clean(line) for line in text.split("\n"))[:_LONGEST]
    cell.value = plain
    if plain:
        cell.data_type = "s"
        cell.quotePrefix = is_like_a_formula(plain)


def _check(page: Worksheet, columns: list[str], people: int) -> None:
    """Offer the three marks; another word is asked about, not refused."""
    letter = get_column_letter(columns.index("presence") + 1)
    choices = DataValidation(
        type="list",
        formula1='"' + ",".join(CHOICES.values()) + '"',
        allow_blank=True,
        showErrorMessage=True,
        errorStyle="warning",
        errorTitle="Présence الحضور",
        error=" / ".join(CHOICES.values()),
    )
    choices.add(f"{letter}{HEADER_ROW + 1}:{letter}{HEADER_ROW + people}")
    page.add_data_validation(choices)


def _protect(page: Worksheet) -> None:
    guard = page.protection
    guard.sheet = True
    guard.formatColumns = guard.formatRows = guard.sort = guard.autoFilter = False  # these stay allowed


def _set_page(page: Worksheet, columns: list[str]) -> None:
    for place, column in enumerate(columns, 1):
        dimension = page.column_dimensions[get_column_letter(place)]
        dimension.width = _WIDTHS[column]
        dimension.hidden = column == "key"
    page.freeze_panes = f"A{HEADER_ROW + 1}"
    page.print_title_rows = f"{HEADER_ROW}:{HEADER_ROW}"
    page.page_setup.paperSize = _A4
    page.page_setup.orientation = "landscape"
    page.page_setup.fitToWidth, page.page_setup.fitToHeight = 1, 0
    page.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    footer = page.oddFooter
    assert footer is not None  # noqa: S101  (openpyxl's types allow none)
    footer.center.text = "&P / &N"
