"""OpenDocument spreadsheets: repeated, hidden, erroneous cells, and what is not a cell at all."""

from __future__ import annotations

from datetime import date, datetime, time
from pathlib import Path

import pytest
from tests.importers.reading.made import ods, put, refused, rows_of

from reinsert_cli.importers import reader
from reinsert_cli.importers.sheet import Cell, CellError


def cell(attributes: str, text: str = "") -> str:
    return f"<table:table-cell {attributes}>{text and f'<text:p>{text}</text:p>'}</table:table-cell>"


def table(*rows: str, attributes: str = 'table:name="Liste"') -> str:
    return f"<table:table {attributes}>{''.join(rows)}</table:table>"


def row(*cells: str, attributes: str = "") -> str:
    return f"<table:table-row {attributes}>{''.join(cells)}</table:table-row>"


TEXT = cell('office:value-type="string"', "Nom")

CELLS: dict[str, tuple[str, Cell]] = {
    "text": (TEXT, "Nom"),
    "number": (cell('office:value-type="float" office:value="12500.5"', "12 500,50"), 12500.5),
    "money": (cell('office:value-type="currency" office:value="7"', "7 DH"), 7.0),
    "date": (cell('office:value-type="date" office:date-value="2024-12-06"', "06/12/24"), date(2024, 12, 6)),
    "moment": (
        cell('office:value-type="date" office:date-value="2024-12-06T08:30:00"', "…"),
        datetime(2024, 12, 6, 8, 30),  # noqa: DTZ001
    ),
    "time": (cell('office:value-type="time" office:time-value="PT08H30M00S"', "08:30"), time(8, 30)),
    "duration": (cell('office:value-type="time" office:time-value="PT30H00M00S"', "30:00"), "30:00:00"),
    "boolean": (cell('office:value-type="boolean" office:boolean-value="true"', "VRAI"), True),
    "error": (
        cell('table:formula="of:=1/0" office:value-type="string" calcext:value-type="error"', "#DIV/0!"),
        CellError("#DIV/0!"),
    ),
    "error of an older program": (
        cell('table:formula="oooc:=1/0" office:value-type="float" office:value="0"', "Err:502"),
        CellError("Err:502"),
    ),
    "formula without value": (cell('table:formula="of:=SUM([.A1])"'), CellError("=", "cell.formula")),
    "comment": (
        '<table:table-cell office:value-type="string"><office:annotation><text:p>vu</text:p></office:annotation>'  # noqa: ISC004
        "<text:p>Inventani<text:s text:c='2'/>Omar</text:p></table:table-cell>",
        "Inventani  Omar",
    ),
    "two paragraphs": (cell('office:value-type="string"', "a</text:p><text:p>b"), "a\nb"),
    "blank": (cell('table:style-name="ce1"'), None),
}


@pytest.mark.parametrize("name", CELLS)
def test_a_cell_is_what_it_shows(tmp_path: Path, name: str) -> None:
    written, expected = CELLS[name]
    path = put(tmp_path / "a.ods", ods(table(row(written, TEXT))))
    assert rows_of(path) == ((expected, "Nom"),)


def test_repeated_cells_and_rows(tmp_path: Path) -> None:
    """What stands once in the file stands as often as it says in the sheet; blanks to the end are nothing."""
    again = 'table:number-columns-repeated="2" office:value-type="float" office:value="5"'
    blank = row(cell('table:number-columns-repeated="16384"'), attributes='table:number-rows-repeated="1048570"')
    path = put(
        tmp_path / "a.ods", ods(table(row(TEXT, cell(again), attributes='table:number-rows-repeated="2"'), blank))
    )
    assert rows_of(path) == (("Nom", 5.0, 5.0), ("Nom", 5.0, 5.0))


@pytest.mark.parametrize(("columns", "rows"), [("16384", "1048576"), ("999999999", "999999999"), ("1", "9" * 30)])
def test_a_value_repeated_without_end(tmp_path: Path, columns: str, rows: str) -> None:
    """300 bytes that claim 17 000 million values, or more than any sheet has: refused."""
    again = f'table:number-columns-repeated="{columns}" office:value-type="float" office:value="5"'
    repeated = row(cell(again), attributes=f'table:number-rows-repeated="{rows}"')
    assert refused(put(tmp_path / "a.ods", ods(table(repeated)))) == "file.too_large"


def test_hidden_rows_sheets_and_merged_cells(tmp_path: Path) -> None:
    styles = '<style:style style:name="h"><style:table-properties table:display="false"/></style:style>'
    spanned = cell('office:value-type="string" table:number-columns-spanned="2" table:number-rows-spanned="1"', "x")
    first = table(
        row(spanned, "<table:covered-table-cell/>"),
        row(TEXT, attributes='table:visibility="collapse"'),
        row(TEXT, attributes='table:visibility="filter"'),
    )
    second = table(row(TEXT), attributes='table:name="B" table:style-name="h"')
    shown, hidden = reader.read(put(tmp_path / "a.ods", ods(first + second, styles))).sheets
    assert (shown.hidden_rows, shown.merged, shown.is_hidden) == ({2, 3}, ((1, 0, 1, 1),), False)
    assert hidden.is_hidden


def test_deleted_cells_and_sheets_of_other_files(tmp_path: Path) -> None:
    """Tracked deletions and copies of linked files are not the sheet's cells."""
    deleted = f"<table:tracked-changes><table:deletion>{TEXT}</table:deletion></table:tracked-changes>"
    linked = table('<table:table-source xlink="x"/>', row(TEXT), attributes="table:name=\"'file:///b.ods'#$A\"")
    path = put(tmp_path / "a.ods", ods(deleted + table(row(TEXT)) + linked))
    assert [sheet.title for sheet in reader.read(path).sheets] == ["Liste"]
    assert rows_of(path) == (("Nom",),)


def test_a_protected_file(tmp_path: Path) -> None:
    manifest = {"META-INF/manifest.xml": "<manifest:encryption-data/>"}
    assert refused(put(tmp_path / "a.ods", ods(table(row(TEXT)), **manifest))) == "file.encrypted"


def test_macros_are_told(tmp_path: Path) -> None:
    path = put(tmp_path / "a.ods", ods(table(row(TEXT)), **{"Basic/Standard/Module1.xml": "<x/>"}))
    assert reader.read(path).notices == ("file.macros",)
