"""The sender's own workbook, marked: its layout, formats and formulas stay; macros and what reaches outside do not."""

from __future__ import annotations

import io
import re
import warnings
import zipfile
from copy import copy
from typing import Any, Final

from openpyxl import load_workbook
from openpyxl.cell.cell import Cell, MergedCell
from openpyxl.utils import get_column_letter, range_boundaries

from reinsert_cli.domain import own_sheets
from reinsert_cli.domain.own_sheets import is_our_heading, is_ours
from reinsert_cli.importers.passed_over import DEPTH
from reinsert_cli.importers.returns import look
from reinsert_cli.importers.returns.marked import Marked
from reinsert_cli.importers.returns.outside import cut_off, cut_off_sheet
from reinsert_cli.importers.returns.stored import archived
from reinsert_cli.importers.returns.summary import Story, write_summary
from reinsert_cli.importers.sheet import Source

MAX_UNPACKED: Final = 64 * 1024 * 1024
MAX_CELLS: Final = 400_000
"""What is taken into the memory: about 25 000 rows of 15 columns."""
MAX_JOINED: Final = 200_000
"""How many cells merged ranges and links may cover: each of them becomes an object."""
MAX_COMMENTS: Final = 3000
COLUMN_WIDTH: Final = 64.0

_RANGE: Final = re.compile(rb'<(?:\w+:)?(?:mergeCell|hyperlink)\b[^>]*?\bref="([A-Z]{1,3}\d+:[A-Z]{1,3}\d+)"')


class NotOurKind(Exception):  # noqa: N818  (tells the caller to make an equivalent; never reaches a user)
    """A workbook that cannot be taken up as it is: too large, or not made as openpyxl expects."""


def own_workbook(content: bytes, source: Source, marked: Marked | None, story: Story, language: str) -> bytes:
    """Give the workbook with its marks and our first sheet; of an earlier return, the marks are taken off first.

    Raises NotOurKind, and whatever openpyxl meets in a file that it does not understand.
    """
    _require_modest(content)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # of what it leaves out
        book: Any = load_workbook(io.BytesIO(content), rich_text=True, keep_links=False)
        values = {sheet.title: sheet.rows for sheet in source.sheets}
        if marked and marked.sheet not in book.sheetnames:
            raise NotOurKind
        for sheet in book.worksheets:
            if is_ours(sheet.title):
                book.remove(sheet)
            else:
                cut_off_sheet(sheet, values.get(sheet.title, ()))
                _clean(sheet)
        cut_off(book)
        if marked:
            _mark(book[marked.sheet], marked)
        _put_summary_first(book, story, language)
        return archived(book, values)


def _require_modest(content: bytes) -> None:
    """Refuse what would take minutes or gigabytes: too much unpacked, too many cells joined, entities of its own."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        if sum(entry.file_size for entry in archive.infolist()) > MAX_UNPACKED:
            raise NotOurKind
        cells = joined = 0
        for name in archive.namelist():
            if not name.endswith((".xml", ".rels", ".vml")):
                continue
            part = archive.read(name)
            if b"<!DOCTYPE" in part or b"<!ENTITY" in part:
                raise NotOurKind
            if name.startswith("xl/worksheets/"):
                cells += part.count(b"<c ") + part.count(b":c ")
                joined += sum(_area(match[1].decode()) for match in _RANGE.finditer(part))
    if cells > MAX_CELLS or joined > MAX_JOINED:
        raise NotOurKind


def _area(reference: str) -> int:
    left, top, right, bottom = (number or 1 for number in range_boundaries(reference))
    return (abs(right - left) + 1) * (abs(bottom - top) + 1)


# ── taking off ──────────────────────────────────────────────────────────────────────────────


def _clean(sheet: Any) -> None:
    """Take an earlier return's marks off a sheet."""
    sheet.sheet_view.tabSelected = False
    headings: list[Cell] = []
    cells = sheet._cells  # walking the rows would make every cell that is not there
    for cell in [cell for cell in cells.values() if not isinstance(cell, MergedCell)]:
        if cell.row <= DEPTH and is_our_heading(cell.value):
            headings.append(cell)
        look.take_off(cell)
    for heading in headings:
        for place in [place for place in cells if place[1] == heading.column and place[0] >= heading.row]:
            _remove(sheet, cells.pop(place))


def _remove(sheet: Any, cell: Cell) -> None:
    """Let go of the height that the words of a cell of our column, gone now, had given its row."""
    dimension = sheet.row_dimensions[cell.row]
    if cell.value and dimension.height == look.height(str(cell.value), COLUMN_WIDTH):
        dimension.height = None


# ── putting on ──────────────────────────────────────────────────────────────────────────────


def _mark(sheet: Any, marked: Marked) -> None:
    places = sorted(marked.cells)
    worn: look.Worn = {}
    for number, place in enumerate(places):
        cell = _standing(sheet, *place)
        told = marked.cells[place]
        look.colour(cell, worn, is_error=any(remark.is_error for remark in told))
        if number < MAX_COMMENTS:
            look.comment_on(cell, told)
    if marked.texts:
        _add_column(sheet, marked)


def _standing(sheet: Any, row: int, column: int) -> Cell:
    """Give the cell at a place; of merged cells, the one that shows."""
    cell = sheet.cell(row, column + 1)
    if isinstance(cell, MergedCell):
        span = next(span for span in sheet.merged_cells.ranges if cell.coordinate in span)
        cell = sheet.cell(span.min_row, span.min_col)
    return cell  # type: ignore[no-any-return]


def _add_column(sheet: Any, marked: Marked) -> None:
    column = _free_column(sheet, marked.top)
    _set_width(sheet, column)
    worn: look.Worn = {}
    for row, text in marked.texts.items():
        cell = sheet.cell(row, column)
        look.put_text(cell, text)
        look.dress(cell, marked.bad.get(row), worn, is_heading=row == marked.top)
        height = look.height(text, COLUMN_WIDTH)
        if height > (sheet.row_dimensions[row].height or look.LINE):
            sheet.row_dimensions[row].height = height
    _widen_filter(sheet, column)


def _free_column(sheet: Any, top: int) -> int:
    """Give the 1-based place right of all that stands, or is merged, from the headings down."""
    used = (column for (row, column), cell in sheet._cells.items() if row >= top and cell.value is not None)
    joined = (span.max_col for span in sheet.merged_cells.ranges if span.max_row >= top)
    return max((*used, *joined), default=0) + 1


def _set_width(sheet: Any, column: int) -> None:
    """Give our column a width of its own, even where one setting covers, or hides, all the columns to the right."""
    for old in list(sheet.column_dimensions.values()):
        first, last = old.min or 0, old.max or 0
        if first < column <= last or first == column < last:
            _split(sheet, old, column)
    dimension = sheet.column_dimensions[get_column_letter(column)]
    dimension.min = dimension.max = column
    dimension.width, dimension.hidden = COLUMN_WIDTH, False


def _split(sheet: Any, old: Any, column: int) -> None:
    """Cut a setting that covers several columns in two, leaving ``column`` out."""
    last = old.max
    if last > column:
        letter = get_column_letter(column + 1)
        rest = sheet.column_dimensions[letter]
        rest.min, rest.max = column + 1, last
        rest.width, rest.hidden, rest._style = old.width, old.hidden, copy(old._style)
    old.max = max(old.min, column - 1)


def _widen_filter(sheet: Any, column: int) -> None:
    """Let the sender's own filter and sorting take our column along."""
    if sheet.auto_filter.ref:
        left, top, right, bottom = (number or 1 for number in range_boundaries(sheet.auto_filter.ref))
        if right == column - 1:
            sheet.auto_filter.ref = f"{get_column_letter(left)}{top}:{get_column_letter(column)}{bottom}"


def _put_summary_first(book: Any, story: Story, language: str) -> None:
    write_summary(book.create_sheet(own_sheets.SUMMARY[language], 0), story)
    book.active = 0
