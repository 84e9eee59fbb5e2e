"""Workbooks of Excel 97 and before (.xls), by xlrd: it tells error cells, hidden rows and merged cells.

calamine reads them too, faster, and tells none of these.
"""

from __future__ import annotations

import io
import struct
from collections.abc import Callable, Iterator
from typing import Any

from reinsert_cli.importers.reading.grid import Grid, Page
from reinsert_cli.importers.reading.limits import Unreadable
from reinsert_cli.importers.reading.ole import workbook_stream
from reinsert_cli.importers.reading.serials import Shown, cell_of, shown_as
from reinsert_cli.importers.reading.xls_strings import shared_strings
from reinsert_cli.importers.sheet import Cell, CellError

_EMPTY, _TEXT, _NUMBER, _DATE, _BOOLEAN, _ERROR, _BLANK = range(7)


def opened(content: bytes) -> Any:
    """Open a workbook. Raises Unreadable when it is protected, broken, or no workbook."""
    attempts: tuple[Callable[[], Any], ...] = (
        lambda: _opened(content),
        lambda: _opened(content, formatting_info=False),
        lambda: _opened(content, ignore_workbook_corruption=True),  # directories as some old exports write them
        lambda: _opened(workbook_stream(content)),
    )
    failures = []
    for attempt in attempts:
        try:
            return attempt()
        except (MemoryError, Unreadable):
            raise
        except Exception as error:  # noqa: BLE001  (xlrd lets through whatever its parsers meet)
            failures.append(str(error).lower())
    if any("encrypted" in failure or "password" in failure for failure in failures):
        raise Unreadable("file.encrypted")
    if any("can't find workbook" in failure for failure in failures):
        raise Unreadable("file.not_a_workbook")
    raise Unreadable("file.broken")


def _opened(content: bytes, *, formatting_info: bool = True, ignore_workbook_corruption: bool = False) -> Any:
    return _xlrd().open_workbook(
        file_contents=content,
        logfile=io.StringIO(),
        on_demand=True,
        ragged_rows=True,
        formatting_info=formatting_info,
        ignore_workbook_corruption=ignore_workbook_corruption,
    )


def _xlrd() -> Any:
    """Give xlrd without what it reads beside cells: names and comments, at whose oddities it gives up whole files.

    Nor does it believe how many shared strings there are, which some programs count wrong.
    """
    import xlrd  # noqa: PLC0415

    xlrd.book.unpack_SST_table = lambda pieces, declared: (shared_strings(pieces, declared), {})
    xlrd.book.Book.names_epilogue = _left_aside
    for beside in ("handle_note", "handle_obj", "handle_txo", "handle_hlink", "handle_quicktip"):
        setattr(xlrd.sheet.Sheet, beside, _left_aside)
    return xlrd


def _left_aside(*_record: Any) -> None:
    """Read nothing."""


def pages(book: Any) -> Iterator[Page]:
    """Read the worksheets."""
    if not book.nsheets:
        raise Unreadable("file.no_sheet")
    styles = [_style(book, extended) for extended in book.xf_list]
    for number in range(book.nsheets):
        try:
            sheet = book.sheet_by_index(number)
            yield _page(book, sheet, styles)
        except (AssertionError, LookupError, ValueError, TypeError, AttributeError, struct.error) as error:
            raise Unreadable("file.broken") from error
        book.unload_sheet(number)


def _style(book: Any, extended: Any) -> Shown:
    described = book.format_map.get(extended.format_key)
    code = described.format_str if described is not None else None
    return shown_as(extended.format_key, code or None)


def _page(book: Any, sheet: Any, styles: list[Shown]) -> Page:
    grid = Grid(sheet.name, bool(sheet.visibility))
    for row in range(sheet.nrows):
        kinds, values = sheet.row_types(row), sheet.row_values(row)
        for column, (kind, value) in enumerate(zip(kinds, values, strict=True)):
            if kind not in {_EMPTY, _BLANK} and value != "":
                grid.put(row, column, _cell(book, sheet, styles, (row, column), kind, value))
    for row, described in sheet.rowinfo_map.items():
        if described.hidden:
            grid.hide(row)
    for first, after, left, right in sheet.merged_cells:
        grid.merge(first, left, after - 1, right - 1)
    return grid.page()


def _cell(book: Any, sheet: Any, styles: list[Shown], at: tuple[int, int], kind: int, value: Any) -> Cell:
    if kind == _ERROR:
        from xlrd import error_text_from_code  # noqa: PLC0415

        return CellError(error_text_from_code.get(value, "#?"))
    if kind == _BOOLEAN:
        return bool(value)
    if kind == _DATE:
        style: Shown = styles[sheet.cell_xf_index(*at)] if sheet.formatting_info else "date"
        return cell_of(value, "date" if style == "number" else style, is_1904=book.datemode == 1)
    if kind == _NUMBER:
        return float(value)
    return str(value)
