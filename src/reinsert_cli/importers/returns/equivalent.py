"""An .xlsx that says what another kind of file says, marked: written row by row, whatever the number of rows."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator
from datetime import date, datetime, time
from typing import Any, Final

from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.cell.cell import ERROR_CODES
from openpyxl.utils import get_column_letter

from reinsert_cli.domain import own_sheets
from reinsert_cli.domain.people import is_arabic
from reinsert_cli.domain.text import clean, is_like_a_formula
from reinsert_cli.importers.returns import look
from reinsert_cli.importers.returns.marked import Marked
from reinsert_cli.importers.returns.stored import archived
from reinsert_cli.importers.returns.summary import Story, write_summary
from reinsert_cli.importers.sheet import Cell, CellError, Sheet, Source, Span, address

SAMPLE: Final = 500
"""How many rows are looked at for the widths of the columns."""
NARROWEST: Final = 10
WIDEST: Final = 40
COLUMN_WIDTH: Final = 64
MAX_COMMENTS: Final = 3000
MAX_JOINED: Final = 200_000
"""How many cells merged ranges may cover in all: each becomes an object in whatever opens the workbook."""

_LONGEST_TITLE: Final = 31
_FORBIDDEN: Final = re.compile(r"[\\*?:/\[\]]")
_UNWRITABLE: Final = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_FIRST_YEAR: Final = 1901  # spreadsheets disagree on the days before
_MADE: Final = datetime(2000, 1, 1)  # noqa: DTZ001  (a file is the same whenever it is made)


def titles(source: Source) -> dict[str, str]:
    """Give, for each sheet's title, one that a workbook allows."""
    taken: dict[str, str] = {}
    for sheet in source.sheets:
        plain = _FORBIDDEN.sub("-", clean(sheet.title)).strip("' ")[:_LONGEST_TITLE] or "1"
        names = (plain, *(f"{plain[:26]} ({number})" for number in range(2, 1000)))
        used = {name.casefold() for name in taken.values()}
        taken[sheet.title] = next(name for name in names if name.casefold() not in used)
    return taken


def equivalent(source: Source, marked: Marked | None, story: Story, language: str) -> bytes:
    """Give a workbook of all the sheets of a file, in their order, ours before them."""
    book = Workbook(write_only=True)
    book.properties.created = _MADE
    names = titles(source)
    write_summary(book.create_sheet(own_sheets.SUMMARY[language]), story)
    for sheet in source.sheets:
        marks = marked if marked and marked.sheet == sheet.title else None
        _write(book.create_sheet(names[sheet.title]), sheet, marks, right_to_left=_is_arabic(sheet))
    return archived(book, {})


def _is_arabic(sheet: Sheet) -> bool:
    texts = [cell for row in sheet.rows[:SAMPLE] for cell in row if isinstance(cell, str)]
    return sum(map(is_arabic, texts)) * 2 > len(texts)


def _write(made: Any, sheet: Sheet, marked: Marked | None, *, right_to_left: bool) -> None:
    made.sheet_state = "hidden" if sheet.is_hidden else "visible"
    made.sheet_view.rightToLeft = right_to_left
    column = max((len(cells) for cells in sheet.rows), default=0)
    for place, width in enumerate(_widths(sheet), 1):
        made.column_dimensions[get_column_letter(place)].width = width
    if marked and marked.texts:
        made.column_dimensions[get_column_letter(column + 1)].width = COLUMN_WIDTH
        made.freeze_panes = f"A{marked.top + 1}"
    for number in sheet.hidden_rows:
        made.row_dimensions[number].hidden = True
    for span in _joined(sheet):
        made.merged_cells.add(_reference(span))
    rest = MAX_COMMENTS
    worn: look.Worn = {}
    for number, cells in enumerate(sheet.rows, 1):
        row = [_cell(made, cell) for cell in cells]
        if marked:
            if number in marked.texts:
                made.row_dimensions[number].height = look.height(marked.texts[number], COLUMN_WIDTH)
            rest -= _mark(made, row, number, marked, column, worn, comments=rest > 0)
        made.append(row)


def _joined(sheet: Sheet) -> Iterator[Span]:
    """Give the merged cells that are kept: not those by which a hostile sheet joins more than anyone can open."""
    rest = MAX_JOINED
    for top, left, bottom, right in sheet.merged:
        rest -= (bottom - top + 1) * (right - left + 1)
        if rest < 0:
            return
        yield top, left, bottom, right


def _reference(span: Span) -> str:
    top, left, bottom, right = span
    return f"{address(top, left)}:{address(bottom, right)}"


def _mark(
    made: Any, row: list[Any], number: int, marked: Marked, column: int, worn: look.Worn, *, comments: bool
) -> int:
    """Mark the cells of a row and add the last one; give how many were marked."""
    if number == marked.top:
        for cell in filter(None, row):
            cell.font = look.STRONG
    bad = [place for place in range(column + 1) if (number, place) in marked.cells]
    if not bad and number not in marked.texts:
        return 0
    row += [None] * (column + 1 - len(row))
    for place in bad:
        told = marked.cells[number, place]
        row[place] = row[place] or WriteOnlyCell(made)
        look.colour(row[place], worn, is_error=any(remark.is_error for remark in told))
        if comments:
            look.comment_on(row[place], told)
    if number in marked.texts:
        row[column] = WriteOnlyCell(made)
        look.put_text(row[column], marked.texts[number])
        look.dress(row[column], marked.bad.get(number), worn, is_heading=number == marked.top)
    return len(bad)


def _cell(made: Any, value: Cell) -> Any:
    """Give a cell of the same value and the same kind; a text stays a text, an error stays an error."""
    if value is None:
        return None
    cell = WriteOnlyCell(made)
    if isinstance(value, CellError):
        cell.value = value.shown if value.shown in ERROR_CODES else "#VALUE!"
    elif isinstance(value, (datetime, date, time)):
        _put_moment(cell, value)
    elif isinstance(value, (bool, int)) or (isinstance(value, float) and math.isfinite(value)):
        cell.value = value
    else:
        plain = _UNWRITABLE.sub("", str(value))
        cell.value = plain
        cell.data_type = "s"
        if is_like_a_formula(plain):
            cell.quotePrefix = True
    return cell


def _put_moment(cell: Any, value: datetime | date | time) -> None:
    """Put a date or a time; a day that spreadsheets cannot count is a text."""
    if isinstance(value, time):
        cell.value = value
    elif value.year < _FIRST_YEAR:
        cell.value = value.isoformat()
    else:
        cell.value = value.replace(tzinfo=None) if isinstance(value, datetime) else value
        has_time = isinstance(value, datetime) and value.time() != time()
        cell.number_format = "DD/MM/YYYY HH:MM" if has_time else "DD/MM/YYYY"


def _widths(sheet: Sheet) -> Iterator[int]:
    columns = max((len(cells) for cells in sheet.rows), default=0)
    joined = {(top, left) for top, left, _bottom, _right in sheet.merged}
    for place in range(columns):
        texts = [
            len(str(cells[place]))
            for number, cells in enumerate(sheet.rows[:SAMPLE], 1)
            if place < len(cells)
            and cells[place] is not None
            and (number, place) not in joined
            and sum(cell is not None for cell in cells) > 1
        ]
        yield min(max(max(texts, default=0) + 2, NARROWEST), WIDEST)
