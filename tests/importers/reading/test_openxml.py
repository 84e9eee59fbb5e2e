"""Workbooks of Excel since 2007: what calamine alone would lose is there, and what is special is told."""

from __future__ import annotations

import re
from datetime import date, datetime, time
from pathlib import Path

import pytest
from openpyxl import Workbook
from openpyxl.utils.datetime import CALENDAR_MAC_1904
from tests.importers.reading.made import (
    DATES,
    STRICT,
    STRICT_RELATIONS,
    parts_of_xlsx,
    put,
    refused,
    rows_of,
    zipped,
)

from reinsert_cli.importers import reader
from reinsert_cli.importers.reading import child
from reinsert_cli.importers.sheet import CellError

ERROR = CellError("#REF!")
UNSTORED = CellError("=", "cell.formula")

SPECIAL = {
    "error": ('<c r="B2" t="e"><v>#REF!</v></c>', ERROR),
    "error of a formula": ('<c r="B2" s="1" t="e"><f>1/0</f><v>#REF!</v></c>', ERROR),
    "error in single quotes": ("<c r='B2' t='e'><v>#REF!</v></c>", ERROR),
    "formula without value": ('<c r="B2"><f>SUM(B9:B10)</f></c>', UNSTORED),
    "formula with an empty value": ('<c r="B2"><f>SUM(B9:B10)</f><v></v></c>', UNSTORED),
    "formula with a blank element": ('<c r="B2"><f>SUM(B9:B10)</f><v/></c>', UNSTORED),
    "text formula without value": ('<c r="B2" t="str"><f>A1</f></c>', UNSTORED),
    "shared formula without value": ('<c r="B2"><f t="shared" si="0"/></c>', UNSTORED),
    "formula of an empty text": ('<c r="B2" t="str"><f>IF(1,"","")</f><v></v></c>', None),
    "formula of a number": ('<c r="B2"><f>1+1</f><v>2</v></c>', 2.0),
    "formula of a text": ('<c r="B2" t="str"><f>A1&amp;"é"</f><v>aé</v></c>', "aé"),
    "number as characters": ('<c r="B2"><v>&#49;2</v></c>', 12.0),
    "number in CDATA": ('<c r="B2"><v><![CDATA[12]]></v></c>', 12.0),
    "boolean": ('<c r="B2" t="b"><v>1</v></c>', True),
    "ISO date": ('<c r="B2" t="d"><v>2024-12-06</v></c>', date(2024, 12, 6)),
    "rich text": ('<c r="B2" t="s"><v>1</v></c>', "Benfictif Amina"),
    "phonetic guide": ('<c r="B2" t="s"><v>2</v></c>', "東京"),
    "escaped characters": ('<c r="B2" t="s"><v>3</v></c>', "a\r\nb"),
    "shared string that is not there": ('<c r="B2" t="s"><v>99</v></c>', CellError("?")),
    "no-break space": ('<c r="B2" t="inlineStr"><is><t>12\xa0500</t></is></c>', "12\xa0500"),
    "text that looks like a number": ('<c r="B2" t="inlineStr"><is><t>0612</t></is></c>', "0612"),
    "endless text": (f'<c r="B2" t="inlineStr"><is><t>{"x" * 2001}</t></is></c>', CellError("…", "cell.too_long")),
    "infinite number": ('<c r="B2"><v>1e999</v></c>', CellError("#NUM!")),
    "comment in the XML": ('<c r="B2"><!-- <v>1</v> --><v>12</v></c>', 12.0),
    "formula of a text, as few write it": ('<c r="B2" t="inlineStr"><f>A1</f><v t="inlineStr">aé</v></c>', "aé"),
    "formula with an empty text in its place": ('<c r="B2" t="inlineStr"><f>A1</f><is><t></t></is></c>', UNSTORED),
    "negative number shown as a date": ('<c r="B2" s="1"><v>-5</v></c>', -5.0),
    "negative number shown as a date and time": ('<c r="B2" s="1"><v>-5.2</v></c>', -5.2),
    "only blanks": ('<c r="B2" t="inlineStr"><is><t xml:space="preserve"> \xa0</t></is></c>', None),
}
MAC = '<workbookPr date1904="1"/>'
STRINGS = (
    "<si><t>Nom</t></si><si><r><t xml:space='preserve'>Benfictif </t></r><r><rPr><b/></rPr><t>Amina</t></r></si>"
    "<si><t>東京</t><rPh sb='0' eb='1'><t>とうきょう</t></rPh></si><si><t>a_x000D_\nb</t></si>"
)


def sheet(cell: str, more: str = "") -> str:
    """Give a sheet of a heading, the cell at B2, and a row below."""
    return (
        f'<sheetData><row r="1"><c r="A1" t="s"><v>0</v></c></row><row r="2"><c r="A2"><v>1</v></c>{cell}</row>'
        f'<row r="3"><c r="A3"><v>3</v></c></row>{more}</sheetData>'
    )


@pytest.mark.parametrize("name", SPECIAL)
@pytest.mark.parametrize("way", ["quick", "careful"])
def test_a_cell_is_what_it_shows(name: str, way: str) -> None:
    """Both ways to read give the same cells; what calamine gives as a blank is put back."""
    cell, expected = SPECIAL[name]
    sent: list[tuple[object, ...]] = []
    content = zipped(parts_of_xlsx(sheet(cell), strings=STRINGS, styles=DATES))
    assert child.outcome(content, way, None, lambda *said: sent.append(said))[0] == "done"
    rows = [said for said in sent if said[0] == "rows"][-1]
    columns = rows[2]
    assert isinstance(columns, list)
    value = columns[1][1] if len(columns) > 1 else None
    if isinstance(expected, CellError):
        expected = ("error", expected.shown, expected.code)
    assert value == (("date", "2024-12-06") if isinstance(expected, date) else expected)
    assert list(columns[0]) == ["Nom", 1.0, 3.0]


@pytest.mark.parametrize("is_1904", [False, True])
def test_dates_of_both_systems(tmp_path: Path, is_1904: bool) -> None:
    """A workbook of the 1904 system counts its days from elsewhere and shows the same dates."""
    book = Workbook()
    if is_1904:
        book.epoch = CALENDAR_MAC_1904
    values = [date(1984, 3, 5), datetime(2024, 12, 6, 14, 30), time(8, 15)]  # noqa: DTZ001
    cells = book.worksheets[0]
    cells.append(values)
    cells["D1"] = 1.25
    cells["D1"].number_format = "[h]:mm:ss"
    book.save(tmp_path / "dates.xlsx")
    assert rows_of(tmp_path / "dates.xlsx") == ((*values, "30:00:00"),)


@pytest.mark.parametrize("way", ["quick", "careful"])
def test_the_1904_system_beside_an_extension(way: str) -> None:
    """Excel writes a second ``workbookPr`` in an extension; it says nothing of the dates."""
    parts = parts_of_xlsx(sheet('<c r="B2" s="1"><v>1</v></c>'), strings=STRINGS, styles=DATES, properties=MAC)
    extension = '<extLst><ext><x15:workbookPr chartTrackingRefBase="1"/></ext></extLst></workbook>'
    parts["xl/workbook.xml"] = parts["xl/workbook.xml"].replace("</workbook>", extension)
    sent: list[tuple[object, ...]] = []
    assert child.outcome(zipped(parts), way, None, lambda *said: sent.append(said))[0] == "done"
    assert "1904-01-02" in str(sent)


def test_hidden_rows_and_merged_cells(tmp_path: Path) -> None:
    """Rows hidden by hand or by a filter are told; their cells stay."""
    book = Workbook()
    first = book.worksheets[0]
    for row in [("Liste", None), ("Nom", "Montant"), ("Benfictif", 1), ("El Exemple", 2)]:
        first.append(row)
    first.merge_cells("A1:B1")
    first.row_dimensions[3].hidden = True
    second = book.create_sheet("Notes")
    second.append(("ancien", 1))
    second.sheet_state = "hidden"
    book.create_chartsheet("Graphique")
    book.save(tmp_path / "list.xlsx")
    visible, hidden = reader.read(tmp_path / "list.xlsx").sheets
    assert visible.hidden_rows == {3}
    assert visible.rows[2] == ("Benfictif", 1.0)
    assert visible.merged == ((1, 0, 1, 1),)
    assert (visible.is_hidden, hidden.is_hidden, hidden.title) == (False, True, "Notes")


def test_a_table_that_begins_elsewhere(tmp_path: Path) -> None:
    """Rows and columns before the first that holds anything are blank, not gone."""
    path = put(
        tmp_path / "a.xlsx", zipped(parts_of_xlsx('<sheetData><row r="3"><c r="C3"><v>7</v></c></row></sheetData>'))
    )
    assert rows_of(path) == ((), (), (None, None, 7.0))


def test_strict_open_xml(tmp_path: Path) -> None:
    """Excel's “Strict Open XML Spreadsheet” has other namespaces, and no fewer sheets."""
    parts = parts_of_xlsx(sheet(""), strings=STRINGS, main=STRICT, relations=STRICT_RELATIONS)
    assert rows_of(put(tmp_path / "strict.xlsx", zipped(parts))) == (("Nom",), (1.0,), (3.0,))


def prefixed(part: str) -> str:
    """Give the XML with a prefix before the name of each element, as some programs write it."""
    return re.sub(r"<(/?)(\w)", r"<\1x:\2", part).replace("xmlns=", "xmlns:x=")


def test_a_formula_without_value_under_a_prefix(tmp_path: Path) -> None:
    """A sheet that holds nothing else is not empty."""
    parts = parts_of_xlsx('<sheetData><row r="1"><c r="A1"><f>1+2</f></c></row></sheetData>')
    parts["xl/worksheets/sheet1.xml"] = prefixed(parts["xl/worksheets/sheet1.xml"])
    assert rows_of(put(tmp_path / "a.xlsx", zipped(parts))) == ((UNSTORED,),)


def test_sheets_of_one_title(tmp_path: Path) -> None:
    """Each of them is read, not the first twice."""
    first = '<sheetData><row r="1"><c r="A1"><v>1</v></c></row></sheetData>'
    parts = parts_of_xlsx(first, first.replace("<v>1<", "<v>2<"))
    parts["xl/workbook.xml"] = parts["xl/workbook.xml"].replace('"S2"', '"S1"')
    sheets = reader.read(put(tmp_path / "a.xlsx", zipped(parts))).sheets
    assert [sheet.rows for sheet in sheets] == [((1.0,),), ((2.0,),)]


@pytest.mark.parametrize("is_quick", [True, False])
def test_merged_columns_are_let_be(tmp_path: Path, is_quick: bool) -> None:
    """Merged cells that are named by their columns alone are no reason to refuse the cells."""
    merged = '<mergeCells><mergeCell ref="A:C"/><mergeCell ref="A1:B1"/></mergeCells>'
    parts = parts_of_xlsx(sheet(""), strings=STRINGS)
    part = parts["xl/worksheets/sheet1.xml"].replace("</worksheet>", f"{merged}</worksheet>")
    parts["xl/worksheets/sheet1.xml"] = part if is_quick else prefixed(part)
    source = reader.read(put(tmp_path / "a.xlsx", zipped(parts)))
    assert source.sheets[0].merged == ((1, 0, 1, 1),)


def test_prefixed_names_and_cells_without_address(tmp_path: Path) -> None:
    parts = parts_of_xlsx(sheet('<c t="e"><v>#REF!</v></c>'), strings=STRINGS)
    parts["xl/worksheets/sheet1.xml"] = prefixed(parts["xl/worksheets/sheet1.xml"]).replace(' r="', ' spans="')
    assert rows_of(put(tmp_path / "a.xlsx", zipped(parts))) == (("Nom",), (1.0, ERROR), (3.0,))


@pytest.mark.parametrize("far", ["XFD1048576", "XFD2", "A1048576"])
def test_a_stray_cell_far_away(tmp_path: Path, far: str) -> None:
    """The table is read, quickly, and the stray cell is named."""
    row = re.sub("[A-Z]", "", far)
    cell = f'<c r="{far}"><v>9</v></c>'
    content = sheet(cell) if row == "2" else sheet("", f'<row r="{row}">{cell}</row>')
    source = reader.read(put(tmp_path / "a.xlsx", zipped(parts_of_xlsx(content, strings=STRINGS))))
    assert source.sheets[0].left_out == (far,)
    assert source.notices == ("file.far_cells",)
    assert [row[0] for row in source.sheets[0].rows] == ["Nom", 1.0, 3.0]


def test_a_truly_large_sheet(tmp_path: Path) -> None:
    """A cell in each column up to XFD is a sheet that nobody fills: refused, not cut."""
    cells = "".join(f'<c r="A{number}"><v>1</v></c>' for number in range(400_000, 400_300))
    path = put(tmp_path / "a.xlsx", zipped(parts_of_xlsx(sheet("", f"<row>{cells}</row>"), strings=STRINGS)))
    assert refused(path) == "file.too_large"


def test_formatting_far_below_is_nothing(tmp_path: Path) -> None:
    """A million rows that hold a format and no value are no reason to refuse a list."""
    empty = "".join(f'<row r="{number}"><c r="A{number}" s="1"/></row>' for number in range(4, 400_000))
    path = put(tmp_path / "a.xlsx", zipped(parts_of_xlsx(sheet("", empty), strings=STRINGS, styles=DATES)))
    assert len(reader.read(path).sheets[0].rows) == 3


def test_macros_and_links_are_told(tmp_path: Path) -> None:
    """A workbook with macros is read for its values; nothing is run, no link followed."""
    parts = parts_of_xlsx(sheet(""), strings=STRINGS)
    parts |= {"xl/vbaProject.bin": "x", "xl/externalLinks/externalLink1.xml": "<externalLink/>"}
    assert reader.read(put(tmp_path / "a.xlsm", zipped(parts))).notices == ("file.macros", "file.external_links")


def test_a_sheet_that_is_listed_and_missing(tmp_path: Path) -> None:
    parts = parts_of_xlsx(sheet(""), sheet(""), strings=STRINGS)
    del parts["xl/worksheets/sheet2.xml"]
    assert reader.read(put(tmp_path / "a.xlsx", zipped(parts))).notices == ("file.sheet_missing",)


@pytest.mark.parametrize("name", ["xl/sharedStrings.xml", "xl/worksheets/sheet1.xml", "xl/workbook.xml"])
def test_entities_are_refused(tmp_path: Path, name: str) -> None:
    """A billion laughs in any part: named, in no time."""
    bomb = '<!DOCTYPE x [<!ENTITY a "haha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>'
    parts = parts_of_xlsx(sheet('<c r="B2" t="inlineStr"><is><t>&b;</t></is></c>'), strings="<si><t>&b;</t></si>")
    parts = {part: bomb + content if part == name else content.replace("&b;", "b") for part, content in parts.items()}
    assert refused(put(tmp_path / "a.xlsx", zipped(parts))) == "file.entities"


def test_two_cells_at_one_place(tmp_path: Path) -> None:
    """No program writes that; which of the two is meant, nobody knows."""
    path = put(tmp_path / "a.xlsx", zipped(parts_of_xlsx(sheet('<c r="A2"><v>2</v></c>'), strings=STRINGS)))
    assert rows_of(path) == (("Nom",), (CellError("?"),), (3.0,))
