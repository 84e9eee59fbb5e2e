"""What goes back to a centre: its own workbook, marked; mended, it comes in as it is, with nothing taken out of it."""

from __future__ import annotations

import shutil
import stat
import subprocess
import time
import zipfile
from pathlib import Path
from typing import Any

import pytest
from openpyxl import Workbook, load_workbook
from openpyxl.comments import Comment
from openpyxl.styles import Font, PatternFill
from tests.support import NOTHING, PEOPLE, Rows, Run, bytes_of, write_xlsx

from reinsert_cli.domain import language, sentences_for_centres
from reinsert_cli.domain.own_sheets import COLUMN, SUMMARY, is_our_heading, is_ours
from reinsert_cli.domain.sentences_of_input import SENTENCES
from reinsert_cli.importers.passed_over import without_ours
from reinsert_cli.importers.sheet import Sheet, Source

TO_B1 = ("--as", "distributions", "--batch", "b1", "--envelope", "env", "--format", "json")
RED, AMBER = "FFFFC7CE", "FFFFE699"

BROKEN: Rows = (
    *PEOPLE,
    ("Modeloui", "Sara", "ZZ1004", "F", "Fès", "Pâtisserie", "équipement", "12,34,56"),
    ("Imaginari", "Hind", "??", "F", "Fès", "Coiffure", "équipement", 700),
)
"""Two rows to mend: H5 and C6."""


@pytest.fixture
def send(planned: Path, tmp_path: Path, run: Run) -> Any:
    """Import a file and look at its return: ``send(path)`` gives the answer about it and the workbook."""

    def send_(path: Path, *options: str, status: int = 1) -> tuple[Any, Any]:
        answer = run("import", path, *TO_B1, "--returns", tmp_path / "out", *options, status=status)
        (file,) = answer.json["files"]
        return file, load_workbook(file["returned"]) if file["returned"] else None

    return send_


def row_of_codes(sheet: Any, column: int) -> list[Any]:
    return [cell.value for cell in next(sheet.iter_cols(column, column))]


def test_a_good_file_needs_no_return(send: Any, people: Path, tmp_path: Path) -> None:
    file, book = send(people, status=0)
    assert (file["returned"], book) == (None, None)
    assert list((tmp_path / "out").iterdir()) == []


def test_bad_cells_are_coloured_and_say_why(send: Any, tmp_path: Path) -> None:
    """The cell in red with a comment, the last column in words, good rows with a mark; other cells as they were."""
    file, book = send(write_xlsx(tmp_path / "list.xlsx", BROKEN))
    sheet = book["Feuille1"]
    assert file["returned"] == str(tmp_path / "out" / "list.retour.xlsx")
    assert (sheet["H5"].fill.fgColor.rgb, sheet["C6"].fill.fgColor.rgb) == (RED, RED)
    assert sheet["H4"].fill.patternType is None
    assert sheet["H5"].comment.author == "reinsert"
    assert "12,34,56" in sheet["H5"].comment.text
    assert sheet["H5"].value == "12,34,56"
    words = row_of_codes(sheet, 9)
    assert words[:4] == [COLUMN["fr"], "✓", "✓", "✓"]
    assert words[4].startswith("✗ Montant (DH): ")
    assert words[5].startswith("✗ CIN: ")
    assert "??" not in words[5]


def test_the_return_is_its_owners_only(send: Any, tmp_path: Path) -> None:
    file, _book = send(write_xlsx(tmp_path / "list.xlsx", BROKEN))
    assert stat.S_IMODE(Path(file["returned"]).stat().st_mode) == 0o600
    assert stat.S_IMODE((tmp_path / "out").stat().st_mode) == 0o700


def test_the_first_sheet_sums_it_up(send: Any, tmp_path: Path) -> None:
    """Counts and amount, then a line for each finding that leads to its cell; headings stay and print again."""
    _file, book = send(write_xlsx(tmp_path / "list.xlsx", BROKEN))
    sheet = book.worksheets[0]
    assert sheet.title == SUMMARY["fr"]
    assert book.active is sheet
    assert [sheet.cell(6, column).value for column in range(1, 6)] == [5, 3, 0, 2, 37500.5]
    assert [sheet.cell(row, 1).value for row in (9, 10)] == ["H5", "C6"]
    assert sheet["A9"].hyperlink.location == "'Feuille1'!H5"
    assert (sheet.freeze_panes, sheet.print_title_rows, sheet.page_setup.paperSize) == ("A9", "$8:$8", 9)
    assert "list.xlsx" in sheet["A2"].value
    assert "15/01/2026" in sheet["A2"].value


def test_mended_it_comes_in_whole(send: Any, tmp_path: Path, run: Run) -> None:
    """The coloured cells mended and nothing else done: all good, no notice, and no return any more."""
    _file, book = send(write_xlsx(tmp_path / "list.xlsx", BROKEN))
    book["Feuille1"]["H5"], book["Feuille1"]["C6"] = 1250, "ZZ1005"
    book.save(tmp_path / "mended.xlsx")
    again, no_book = send(tmp_path / "mended.xlsx", status=0)
    assert (again["outcomes"], again["problems"], no_book) == ({**NOTHING, "new": 5}, [], None)
    assert (again["sheet"], again["header_row"], again["amount"]) == ("Feuille1", 1, "39450.50")


def test_after_accept_valid_only_the_mended_rows_are_new(send: Any, tmp_path: Path) -> None:
    """What went in the first time has the same fingerprint with our column beside it."""
    first, book = send(write_xlsx(tmp_path / "list.xlsx", BROKEN), "--accept-valid")
    assert first["outcomes"] == {**NOTHING, "new": 3, "invalid": 2}
    book["Feuille1"]["H5"], book["Feuille1"]["C6"] = 1250, "ZZ1005"
    book.save(tmp_path / "list.retour.xlsx")
    again, _none = send(tmp_path / "list.retour.xlsx", status=0)
    assert again["outcomes"] == {**NOTHING, "new": 2, "unchanged": 3}


def test_the_original_after_a_return_is_unchanged(send: Any, tmp_path: Path) -> None:
    """The marks weigh nothing: the file as it was and its return are the same rows."""
    _file, book = send(write_xlsx(tmp_path / "list.xlsx", BROKEN), "--accept-valid")
    book.save(tmp_path / "same.xlsx")
    again, _book = send(tmp_path / "same.xlsx", "--accept-valid")
    assert again["outcomes"] == {**NOTHING, "unchanged": 3, "invalid": 2}


def test_a_second_round_piles_nothing_up(send: Any, tmp_path: Path) -> None:
    """One cell mended of two: one first sheet, one added column, the mended cell in its own colour again."""
    path = write_xlsx(tmp_path / "list.xlsx", BROKEN)
    own = load_workbook(path)
    own["Feuille1"]["H5"].fill = PatternFill("solid", fgColor="FFDDEBF7")
    own["Feuille1"]["H5"].comment = Comment("Voir facture", "Centre")
    own.save(path)
    _file, book = send(path)
    assert "Voir facture" in book["Feuille1"]["H5"].comment.text
    book["Feuille1"]["H5"] = 1250
    book.save(tmp_path / "list.retour.xlsx")
    _file, second = send(tmp_path / "list.retour.xlsx")
    sheet = second["Feuille1"]
    assert second.sheetnames == [SUMMARY["fr"], "Feuille1"]
    assert sheet["H5"].fill.fgColor.rgb == "FFDDEBF7"
    assert (sheet["H5"].comment.author, sheet["H5"].comment.text) == ("Centre", "Voir facture")
    assert sheet["C6"].fill.fgColor.rgb == RED
    words = row_of_codes(sheet, 9)
    assert words[:5] == [COLUMN["fr"], "✓", "✓", "✓", "✓"]
    assert sheet.max_column == 9


def test_rows_may_be_sorted_and_columns_put_before_ours(send: Any, tmp_path: Path) -> None:
    _file, book = send(write_xlsx(tmp_path / "list.xlsx", BROKEN), "--accept-valid")
    sheet = book["Feuille1"]
    sheet.insert_cols(9)
    sheet["I1"] = "Téléphone"
    sheet["H5"], sheet["C6"] = 1250, "ZZ1005"
    sheet.insert_rows(2, 2)
    book.remove(book.worksheets[0])
    book.save(tmp_path / "list.xlsx")
    again, _book = send(tmp_path / "list.xlsx", status=0)
    assert (again["outcomes"], again["problems"]) == ({**NOTHING, "new": 2, "unchanged": 3}, [])


def test_doubts_are_amber_on_the_first_cell_of_the_row(send: Any, tmp_path: Path, people: Path, run: Run) -> None:
    """A parked row: to decide, not to mend; the words are for a centre, which has no command line."""
    run("import", people, *TO_B1)
    _file, book = send(
        write_xlsx(tmp_path / "b.xlsx", [PEOPLE[0], ("Benfictif", "Amina", *[None] * 4, "équipement", 900)])
    )
    sheet = book["Feuille1"]
    assert sheet["A2"].fill.fgColor.rgb == AMBER
    assert sheet["I2"].value.startswith("? ")
    assert "--" not in sheet["I2"].value


def test_a_total_that_differs_is_marked(send: Any, tmp_path: Path) -> None:
    total = (*[None] * 5, "Total", None, 99)
    _file, book = send(write_xlsx(tmp_path / "t.xlsx", [*PEOPLE, total]))
    sheet = book["Feuille1"]
    assert RED in [cell.fill.fgColor.rgb for cell in sheet[5]][:8]
    assert sheet["I5"].value.startswith("✗ ")


def test_their_layout_stays(send: Any, tmp_path: Path) -> None:
    """Banner, merged cells, widths, filter, formats, validations, a formula and its value; letters stay readable."""
    book = Workbook()
    sheet = book.worksheets[0]
    sheet.append(["CENTRE FICTIF"])
    sheet.merge_cells("A1:D1")
    sheet.append(["Nom complet", "CIN", "CIN", "Montant"])
    sheet.append(["Amina Benfictif", "ZZ1", "ZZ1", 12.5])
    for cell in sheet[2]:
        cell.font, cell.fill = Font(color="FFFFFF", bold=True), PatternFill("solid", fgColor="1F4E78")
    sheet["D3"].number_format = "#,##0.00"
    sheet.column_dimensions["A"].width = 33
    sheet.column_dimensions.group("E", "H", hidden=True)
    sheet.auto_filter.ref = "A2:D3"
    book.save(tmp_path / "own.xlsx")
    _file, back = send(tmp_path / "own.xlsx")
    sheet = back["Sheet"]
    assert "A1:D1" in [str(span) for span in sheet.merged_cells.ranges]
    assert (sheet.column_dimensions["A"].width, sheet["D3"].number_format) == (33, "#,##0.00")
    assert sheet.auto_filter.ref == "A2:D3"
    assert sheet["C2"].fill.fgColor.rgb == "FFA61C28"
    assert sheet["B2"].fill.fgColor.rgb == "001F4E78"


def test_formulas_keep_their_values(send: Any, tmp_path: Path) -> None:
    """A total by formula: the return holds the formula and what it showed, so that it can be read as it is."""
    path = write_xlsx(tmp_path / "f.xlsx", [*BROKEN, (*[None] * 6, "Total", "=SUM(H2:H6)")])
    stored = tmp_path / "stored.xlsx"
    with zipfile.ZipFile(path) as source, zipfile.ZipFile(stored, "w") as target:
        for name in source.namelist():
            part = source.read(name)
            target.writestr(
                name, part.replace(b"</f><v />", b"</f><v>37500.5</v>").replace(b"</f><v/>", b"</f><v>37500.5</v>")
            )
    file, book = send(stored)
    assert book["Feuille1"]["H7"].value == "=SUM(H2:H6)"
    assert load_workbook(file["returned"], data_only=True)["Feuille1"]["H7"].value == 37500.5


def test_a_row_hidden_columns_cover_ours_no_more(send: Any, tmp_path: Path) -> None:
    """Where all columns right of the table are hidden, ours is not."""
    path = write_xlsx(tmp_path / "list.xlsx", BROKEN)
    own = load_workbook(path)
    own["Feuille1"].column_dimensions.group("I", "XFD", hidden=True)
    own.save(path)
    _file, book = send(path)
    columns = book["Feuille1"].column_dimensions
    assert not columns["I"].hidden
    assert columns["J"].hidden


@pytest.mark.parametrize(
    ("rows", "tongue"),
    [
        ([("الاسم الكامل", "ر.ب.و", "المبلغ"), ("أمينة المثال", "؟؟", 12)], "ar"),
        ([("Full name", "National card", "Amount"), ("Amina Benfictif", "??", 12)], "en"),
        ([("Nom complet", "CIN", "Montant"), ("Amina Benfictif", "??", 12)], "fr"),
    ],
)
def test_it_speaks_the_sheets_language(send: Any, tmp_path: Path, rows: Rows, tongue: str) -> None:
    """Whatever the user speaks (English here)."""
    _file, book = send(write_xlsx(tmp_path / "x.xlsx", rows))
    assert book.sheetnames[0] == SUMMARY[tongue]
    assert book["Feuille1"]["D1"].value == COLUMN[tongue]
    assert bool(book.worksheets[0].sheet_view.rightToLeft) == (tongue == "ar")
    with language.speaking(tongue):
        assert language._(SENTENCES["cin.unreadable"][0]) in book["Feuille1"]["D2"].value
    assert language.current() == "en"


def test_amounts_too_are_written_as_the_sheet_does(send: Any, tmp_path: Path) -> None:
    """An ambiguous amount in a French sheet, its user speaking English: the two readings in French figures."""
    _file, book = send(write_xlsx(tmp_path / "x.xlsx", [("Nom complet", "Montant"), ("Amina Benfictif", "1.250")]))
    assert "1 250,00" in book["Feuille1"]["C2"].value.replace("\N{NO-BREAK SPACE}", " ")


def test_a_text_file_becomes_a_workbook(send: Any, tmp_path: Path) -> None:
    """A CSV: the same cells as texts, none of them a formula; mended, it comes in."""
    path = tmp_path / "liste.csv"
    path.write_text("Nom complet;CIN;Montant\n=1+1 Exemple;0ZZ;1 200,50\nAmina Benfictif;ZZ12;5\n", encoding="utf-8")
    file, book = send(path)
    sheet = book["liste"]
    assert (sheet["A2"].value, sheet["A2"].data_type, sheet["A2"].quotePrefix) == ("=1+1 Exemple", "s", True)
    assert sheet["B2"].fill.fgColor.rgb == RED
    assert [cell.value for cell in sheet[3]][:4] == ["Amina Benfictif", "ZZ12", "5", "✓"]
    assert b"<f>" not in zipfile.ZipFile(file["returned"]).read("xl/worksheets/sheet2.xml")
    sheet["B2"] = "ZZ77"
    book.save(tmp_path / "mended.xlsx")
    again, _book = send(tmp_path / "mended.xlsx", status=0)
    assert (again["outcomes"]["new"], again["amount"], again["problems"]) == (2, "1205.50", [])


def test_no_table_found(send: Any, tmp_path: Path) -> None:
    """The first sheet says which headings are needed; the rest is as it was."""
    _file, book = send(write_xlsx(tmp_path / "x.xlsx", [("Bla", "Blo"), (1, 2)]))
    assert "CIN + Montant" in book.worksheets[0]["E9"].value
    assert [cell.value for cell in book["Feuille1"][1]] == ["Bla", "Blo"]


def test_nothing_that_stands_there_is_replaced(send: Any, tmp_path: Path) -> None:
    """Another file of that name, and the mended copy itself, stay; the same return twice is one file."""
    path = write_xlsx(tmp_path / "list.xlsx", BROKEN)
    (tmp_path / "out").mkdir()
    (tmp_path / "out" / "list.retour.xlsx").write_text("theirs")
    first, book = send(path)
    assert Path(first["returned"]).name == "list.retour-2.xlsx"
    assert send(path)[0]["returned"] == first["returned"]
    back = Path(first["returned"])
    book["Feuille1"]["H5"] = 1250
    book.save(back)
    before = back.read_bytes()
    assert Path(send(back)[0]["returned"]).name == "list.retour-3.xlsx"
    assert back.read_bytes() == before
    assert (tmp_path / "out" / "list.retour.xlsx").read_text() == "theirs"


def test_a_dry_run_gives_back_too(send: Any, tmp_path: Path, planned: Path) -> None:
    before = bytes_of(planned)
    _file, book = send(write_xlsx(tmp_path / "list.xlsx", BROKEN), "--dry-run", "--accept-valid")
    assert book["Feuille1"]["H5"].comment
    assert bytes_of(planned) == before


def test_a_folder_that_cannot_be_one_is_a_usage_error(planned: Path, people: Path, run: Run) -> None:
    before = people.read_bytes()
    assert "people.xlsx cannot be written." in run("import", people, *TO_B1, "--returns", people, status=2).err
    assert people.read_bytes() == before


def test_the_summary_names_the_file_written(planned: Path, tmp_path: Path, run: Run) -> None:
    path = write_xlsx(tmp_path / "list.xlsx", BROKEN)
    answer = run("import", path, *TO_B1[:-2], "--returns", tmp_path / "out", status=1)
    assert "list.retour.xlsx" in answer.out


def test_macros_are_left_out_and_outside_links_become_values(send: Any, tmp_path: Path) -> None:
    rows = [*BROKEN, ("Autre", "Omar", "ZZ9", "H", "Fès", "='[1]Prix'!A1", "équipement", 3)]
    _file, book = send(write_xlsx(tmp_path / "list.xlsx", rows))
    assert book["Feuille1"]["F7"].value in (None, "#REF!")
    assert book.vba_archive is None


def test_hostile_joins_take_no_time(send: Any, tmp_path: Path) -> None:
    """Cells merged over a whole sheet would be seventeen thousand million objects: an equivalent is made instead."""
    path, hostile = write_xlsx(tmp_path / "list.xlsx", BROKEN), tmp_path / "joined.xlsx"
    joins = b'</sheetData><mergeCells count="1"><mergeCell ref="J1:XFD1048576"/></mergeCells>'
    with zipfile.ZipFile(path) as source, zipfile.ZipFile(hostile, "w") as target:
        for name in source.namelist():
            target.writestr(name, source.read(name).replace(b"</sheetData>", joins))
    started = time.monotonic()
    _file, book = send(hostile)
    assert time.monotonic() - started < 20
    assert book["Feuille1"]["H5"].fill.fgColor.rgb == RED


def test_our_words_are_known_by_their_constants() -> None:
    """Titles and headings of the three languages, and nothing that only resembles them."""
    assert all(is_ours(title) for title in SUMMARY.values())
    assert all(is_our_heading(heading) for heading in COLUMN.values())
    assert not is_ours("À lire")
    assert not is_our_heading("À corriger")


def test_our_column_is_emptied_where_it_stands() -> None:
    rows = (("CIN", COLUMN["ar"], "Montant"), ("ZZ1", "✓", 5), (None, "ZZ"))
    source = Source("f", "", (Sheet("S", rows), Sheet(SUMMARY["en"], (("x",),))))
    (sheet,) = without_ours(source).sheets
    assert sheet.rows == (("CIN", None, "Montant"), ("ZZ1", None, 5))


def test_no_remedy_sends_a_centre_to_a_command_line() -> None:
    """Every fault of a sheet whose remedy speaks of commands has one for whoever filled the sheet."""
    said = {code: sentences_for_centres.REMEDIES.get(code, remedy) for code, (_what, remedy) in SENTENCES.items()}
    assert [code for code, remedy in said.items() if "--" in remedy or "reinsert" in remedy] == []


def test_libreoffice_keeps_the_marks_known(send: Any, tmp_path: Path) -> None:
    """Opened and saved by LibreOffice between two rounds: still ours, still taken off and passed over."""
    office = shutil.which("libreoffice") or shutil.which("soffice")
    if office is None:
        pytest.skip("LibreOffice is not installed: nothing but openpyxl has saved a return")
    _file, book = send(write_xlsx(tmp_path / "list.xlsx", BROKEN))
    book["Feuille1"]["H5"] = 1250
    book.save(tmp_path / "list.xlsx")
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    command = [
        office,
        profile,
        "--headless",
        "--convert-to",
        "xlsx",
        "--outdir",
        str(tmp_path / "lo"),
        str(tmp_path / "list.xlsx"),
    ]
    subprocess.run(command, check=True, capture_output=True, timeout=120)
    again, second = send(tmp_path / "lo" / "list.xlsx")
    assert [problem["cell"] for problem in again["problems"]] == ["C6"]
    sheet = second["Feuille1"]
    assert second.sheetnames == [SUMMARY["fr"], "Feuille1"]
    assert (sheet["H5"].fill.patternType, sheet["H5"].comment) == (None, None)
    assert row_of_codes(sheet, 9)[4] == "✓"
