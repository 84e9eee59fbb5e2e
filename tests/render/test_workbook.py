from __future__ import annotations

import csv
import os
import re
import shutil
import stat
import subprocess
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from zipfile import ZipFile

import pytest
from openpyxl import load_workbook
from openpyxl.worksheet.worksheet import Worksheet
from xlsxwriter.packager import Packager

from reinsert_cli.domain import language
from reinsert_cli.domain.table import Chart, Column, Table
from reinsert_cli.render.workbook import sheet_names, write_workbook


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "report.xlsx"


def written(path: Path, *tables: Table) -> Worksheet:
    """Write the tables and give the first sheet as another program reads it."""
    write_workbook(tables, path)
    sheet = load_workbook(path).worksheets[0]
    assert isinstance(sheet, Worksheet)
    return sheet


def test_figures_dates_and_texts_are_what_they_look_like(path: Path, regions: Table) -> None:
    sheet = written(path, regions)
    assert sheet.title == "Remises par région"
    assert [sheet["A1"].value, sheet["A2"].value] == [
        "Remises par région",
        "As of 21/11/2026 · Région: MA-09 · programme: P-1",
    ]
    rows = [[cell.value for cell in row] for row in sheet.iter_rows(min_row=4, max_row=7)]
    assert rows == [
        [column.label for column in regions.columns],
        [
            "MA-09",
            "Souss-Massa, province de Chtouka-Aït Baha",
            1234,
            0,
            267788.01,
            0.067,
            datetime(2017, 9, 28),  # noqa: DTZ001  (spreadsheets know no time zone)
            "recorded",
        ],
        ["MA-03", "Fès-Meknès", 7, None, -0.5, None, "09/2017", "declared"],
        ["Total", None, 1241, None, 267787.51, None, None, None],
    ]
    assert [sheet.cell(5, place).number_format for place in range(3, 8)] == [
        "#,##0",
        "#,##0",
        "#,##0.00",
        "0.0%",
        "DD/MM/YYYY",
    ]
    assert sheet["A11"].value == "Un lot sans lignes compte sa déclaration retenue."


def test_the_sheet_is_made_to_be_read_and_printed(path: Path, regions: Table) -> None:
    sheet = written(path, regions)
    assert sheet.freeze_panes == "A5"
    assert sheet.auto_filter.ref == "A4:H6"
    assert sheet.print_title_rows == "$4:$4"
    assert sheet.page_setup.orientation == "landscape"
    assert str(sheet.page_setup.paperSize) == "9"
    assert (sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight) == (None, 0)  # one page wide unless told
    assert sheet.sheet_properties.pageSetUpPr is not None
    assert sheet.sheet_properties.pageSetUpPr.fitToPage
    assert "&amp;P / &amp;N" in ZipFile(path).read("xl/worksheets/sheet1.xml").decode()
    assert sheet["A1"].font.b
    assert sheet["A4"].fill.fgColor.rgb == "FF1F3B4D"
    assert sheet["E7"].font.b
    assert sheet["E7"].border.top.style == "medium"
    assert not sheet.sheet_view.rightToLeft


def test_widths_follow_the_content_between_10_and_48(path: Path, regions: Table) -> None:
    long = replace(regions, rows=({"region": "MA-09", "region_name": "mot " * 100},))
    sheet = written(path, long)
    assert [int(sheet.column_dimensions[letter].width) for letter in "AB"] == [10, 48]
    assert sheet["B5"].alignment.wrap_text
    assert sheet.row_dimensions[5].height > 100


def test_an_arabic_sheet_runs_from_right_to_left(path: Path, regions_in_arabic: Table) -> None:
    language.use("ar")
    sheet = written(path, regions_in_arabic)
    assert sheet.sheet_view.rightToLeft
    assert sheet["B6"].alignment.readingOrder == 2
    assert sheet["B6"].value == "مُحَمَّد"


def test_money_is_exact_in_the_file_itself(path: Path) -> None:
    centimes = (26778801, 89994400, 10, 1, -1, 99999999999999, 123456789012345)
    rows = tuple({"amount": amount} for amount in centimes)
    write_workbook([Table("r", "T", "2026-11-21", {}, (Column("amount", "Montant", "money"),), rows)], path)
    xml = ZipFile(path).read("xl/worksheets/sheet1.xml").decode()
    assert re.findall('<c r="A[0-9]+" s="[0-9]+"><v>(.*?)</v>', xml) == [
        "267788.01",
        "899944",
        "0.1",
        "0.01",
        "-0.01",
        "999999999999.99",
        "1234567890123.45",
    ]


@pytest.mark.parametrize(
    "text", ["=1+1", "+1", "-1", "@SUM(A1)", "=HYPERLINK(1)", "#N/A", "https://example.org", "007"]
)
def test_text_stays_text_whatever_it_looks_like(path: Path, text: str) -> None:
    column = Column("name", text, "text")
    sheet = written(path, Table("r", text, "2026-11-21", {}, (column,), ({"name": text},), notes=(text,)))
    for cell in (sheet["A1"], sheet["A4"], sheet["A5"], sheet["A7"]):
        assert (cell.value, cell.hyperlink) == (text, None)
        assert bool(cell.quotePrefix) == (text[0] in "=+-@")
    xml = ZipFile(path).read("xl/worksheets/sheet1.xml").decode()
    assert "<f>" not in xml
    assert 't="e"' not in xml


def test_a_column_may_mix_amounts_and_headcounts(path: Path, mixed: Table) -> None:
    sheet = written(path, mixed)
    assert [sheet.cell(row, 2).value for row in (5, 6, 7)] == [500000, 12, None]
    assert [sheet.cell(row, 2).number_format for row in (5, 6)] == ["#,##0.00", "#,##0"]


def test_text_that_no_xml_can_hold_is_cleaned(path: Path, hostile: Table) -> None:
    sheet = written(path, hostile)
    assert sheet["A5"].value == "]0;owned[31m=1+1 [bold]x[/bold] :smile:2J"
    assert sheet["A6"].value == "a|b c <script> *d* `e` [f](g)"
    assert sheet["B5"].value == -1


def test_a_text_longer_than_a_cell_says_that_it_is_cut(path: Path) -> None:
    table = Table("r", "T", "2026-11-21", {}, (Column("name", "Nom", "text"),), ({"name": "x" * 40_000},))
    value = str(written(path, table)["A5"].value)
    assert len(value) == 32_767
    assert value.endswith("x…")


def test_an_empty_text_is_an_empty_cell(path: Path, regions: Table) -> None:
    write_workbook([replace(regions, rows=({"region": "", "region_name": "\x00"},))], path)
    xml = ZipFile(path).read("xl/worksheets/sheet1.xml").decode()
    assert not re.search(r'<c [^>]*t="inlineStr"[^>]*/>', xml)


def test_dates_that_spreadsheets_cannot_count_are_texts(path: Path) -> None:
    days = ("1900-01-01", "2017", "2017-02-30")
    rows = tuple({"day": day} for day in days)
    sheet = written(path, Table("r", "T", "2026-11-21", {}, (Column("day", "Le", "date"),), rows))
    assert [sheet.cell(row, 1).value for row in (5, 6, 7)] == ["01/01/1900", "2017", "30/02/2017"]


def test_an_empty_table_is_headings_and_one_sentence(path: Path, nobody: Table) -> None:
    sheet = written(path, nobody)
    assert sheet["A4"].value == "Région"
    assert sheet["A6"].value == "Nothing to show for these filters."


def test_sheet_names_are_allowed_short_and_unique(regions: Table) -> None:
    titles = ("A" * 40, "a" * 40, "Lots 2019/2020 [tous]", "'History'", "''", "Total: ?*\\")
    assert sheet_names([replace(regions, title=title) for title in titles]) == [
        "A" * 31,
        "a" * 27 + " (2)",
        "Lots 2019-2020 -tous-",
        "History (2)",
        "region",
        "Total- ---",
    ]


def test_the_workbook_says_who_made_it_and_when_its_figures_were_read(path: Path, regions: Table) -> None:
    write_workbook([regions], path)
    properties = load_workbook(path).properties
    assert (properties.title, properties.creator) == ("Remises par région", "reinsert")
    assert properties.created == datetime(2026, 11, 21)  # noqa: DTZ001


def test_the_same_tables_give_the_same_bytes(tmp_path: Path, regions: Table, nobody: Table) -> None:
    first, second = tmp_path / "1.xlsx", tmp_path / "2.xlsx"
    write_workbook([regions, nobody], first)
    write_workbook([regions, nobody], second)
    assert first.read_bytes() == second.read_bytes()
    assert {member.date_time for member in ZipFile(first).infolist()} == {(1980, 1, 1, 0, 0, 0)}


def test_the_file_is_its_owners_only_whatever_the_umask(path: Path, regions: Table) -> None:
    before = os.umask(0)
    try:
        write_workbook([regions], path)
    finally:
        os.umask(before)
    assert stat.S_IMODE(path.stat().st_mode) == 0o600


def test_a_failed_write_leaves_the_previous_workbook_whole(
    path: Path, regions: Table, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_workbook([regions], path)
    before = path.read_bytes()

    def full(_self: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Packager, "_create_package", full)
    with pytest.raises(OSError, match="No space"):
        write_workbook([replace(regions, title="Autre")], path)
    assert path.read_bytes() == before
    assert list(path.parent.iterdir()) == [path]


def test_libreoffice_reads_the_same_figures(path: Path, regions: Table) -> None:
    office = shutil.which("libreoffice") or shutil.which("soffice")
    if office is None:
        pytest.skip("LibreOffice is not installed: nothing but openpyxl has read the workbook")
    table = replace(regions, rows=(*regions.rows, {"region": "=1+1", "delivered": 1}))
    write_workbook([table], path)
    profile = f"-env:UserInstallation={(path.parent / 'profile').as_uri()}"
    text = "csv:Text - txt - csv (StarCalc):44,34,76,1,,1033"
    command = [office, profile, "--headless", "--convert-to", text, "--outdir", str(path.parent), str(path)]
    subprocess.run(command, check=True, capture_output=True, timeout=120)
    rows = list(csv.reader(path.with_suffix(".csv").read_text(encoding="utf-8").splitlines()))
    assert [(row[0], row[2], row[4], row[5]) for row in rows[4:8]] == [
        ("MA-09", "1,234", "267,788.01", "6.7%"),
        ("MA-03", "7", "-0.50", ""),
        ("=1+1", "", "0.01", ""),
        ("Total", "1,241", "267,787.51", ""),
    ]


def test_totals_are_proved_by_formulas_that_know_their_value(path: Path, regions: Table) -> None:
    """Amounts alone: people count once in a total, and a mean is none of its rows."""
    mean = Column("mean", "Moyenne", "money", is_mean=True)
    table = replace(regions, columns=(*regions.columns, mean), totals={**regions.totals, "mean": 5})
    sheet = written(path, table)
    assert [[cell.value for cell in row][3:6] for row in sheet.iter_rows(min_row=8, max_row=9)] == [
        [None, "=SUBTOTAL(109,E5:E6)", None],
        [None, '=IF(ROUND(SUM(E5:E6)-E7,2)=0,"agrees","differs")', None],
    ]
    assert [sheet["A8"].value, sheet["A9"].value] == ["Sum of the rows shown", "Check of the totals"]
    stored = load_workbook(path, data_only=True).worksheets[0]
    assert (stored["E8"].value, stored["E9"].value) == (267787.51, "agrees")
    assert (sheet["C8"].value, sheet["I8"].value) == (None, None)
    assert "Only amounts add up: a person" in str(sheet["A12"].value)


def test_a_total_that_its_rows_do_not_give_is_told(path: Path, regions: Table) -> None:
    write_workbook([replace(regions, totals={"delivered": 1})], path)
    assert load_workbook(path, data_only=True).worksheets[0]["E9"].value == "differs"


def test_a_masked_figure_proves_nothing(path: Path, regions: Table) -> None:
    rows = (*regions.rows, {"region": "MA-01", "delivered": "…"})
    write_workbook([replace(regions, rows=rows)], path)
    assert "<f>" not in ZipFile(path).read("xl/worksheets/sheet1.xml").decode()


def test_charts_are_drawn_from_the_cells(path: Path, regions: Table) -> None:
    charts = (
        Chart("Montants", ("region_name", "held_on"), ("delivered",)),
        Chart("P", ("region",), ("beneficiaries",)),
    )
    sheet = written(path, replace(regions, charts=charts))
    first, second = (ZipFile(path).read(f"xl/charts/chart{number}.xml").decode() for number in (1, 2))
    assert "<a:t>Montants</a:t>" in first
    assert "'Remises par région'!$E$5:$E$6" in first
    assert "'Remises par région'!$A$14:$A$15" in first
    assert [sheet["A14"].value, sheet["A15"].value] == [
        "Souss-Massa, province de Chtouka-Aït Baha · 28/09/2017",
        "Fès-Meknès · 09/2017",
    ]
    assert "'Remises par région'!$C$5:$C$6" in second


def test_a_line_takes_years_of_months(path: Path, regions: Table) -> None:
    """Where bars would not be a glance any more; named by the cells of its one column."""
    rows = [{"held_on": f"{2017 + month // 12}-{month % 12 + 1:02d}", "delivered": month} for month in range(48)]
    charts = (Chart("M", ("held_on",), ("delivered",), kind="line"), Chart("B", ("held_on",), ("delivered",)))
    write_workbook([replace(regions, rows=rows, charts=charts)], path)
    assert [name for name in ZipFile(path).namelist() if "charts/" in name] == ["xl/charts/chart1.xml"]
    xml = ZipFile(path).read("xl/charts/chart1.xml").decode()
    assert "<c:lineChart>" in xml
    assert "'Remises par région'!$G$5:$G$52" in xml


@pytest.mark.parametrize(("rows", "breaks"), [(2, [26]), (10, [19, 40, 61]), (30, [39, 72, 105])])
def test_no_page_cuts_a_chart(path: Path, rows: int, breaks: list[int]) -> None:
    """What fits below the table stays there, a little smaller if need be; what does not begins a page of its own."""
    columns = (Column("region", "Région", "code"), Column("delivered", "Remis", "money"))
    charts = tuple(Chart(title, ("region",), ("delivered",)) for title in "MPQ")
    row = {"region": "MA-03", "delivered": 5}
    write_workbook([Table("r", "T", "", {}, columns, (row,) * rows, {"delivered": 5 * rows}, charts=charts)], path)
    book = ZipFile(path)
    sheet, drawn = (book.read(f"xl/{name}1.xml").decode() for name in ("worksheets/sheet", "drawings/drawing"))
    assert [int(brk) for brk in re.findall('<brk id="([0-9]+)"', sheet)] == breaks
    ends = [int(row) for row in re.findall("<xdr:(?:from|to)>.*?<xdr:row>([0-9]+)<", drawn)]
    assert not [brk for brk in breaks for begin, end in zip(ends[::2], ends[1::2], strict=True) if begin < brk <= end]


def test_one_row_is_no_chart(path: Path, regions: Table) -> None:
    rows = list(regions.rows)[:1]
    write_workbook([replace(regions, rows=rows, charts=(Chart("M", ("region",), ("delivered",)),))], path)
    assert not [name for name in ZipFile(path).namelist() if "chart" in name]


def test_a_last_sheet_defines_the_columns(path: Path, regions: Table, mixed: Table) -> None:
    write_workbook([regions, mixed], path)
    book = load_workbook(path)
    assert book.sheetnames == ["Remises par région", "Déclarations", "Definitions"]
    defined = {row[0].value: str(row[1].value) for row in book["Definitions"].iter_rows(min_row=5)}
    assert {"Unknown", "Montant remis", "Bénéficiaires", "Base"} <= set(defined)
    assert defined["Montant remis"] == "Amount handed over, less what was returned."
    assert book.active is book.worksheets[0]


def test_columns_of_which_nothing_is_defined_have_no_such_sheet(path: Path, hostile: Table) -> None:
    write_workbook([hostile], path)
    assert load_workbook(path).sheetnames == ["Personnes"]
