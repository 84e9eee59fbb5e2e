"""The forms that the program hands out: whatever can be chosen in them can be read, and comes in without a question."""

from __future__ import annotations

import shutil
import subprocess
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook
from tests.support import Run

from reinsert_cli.domain import language
from reinsert_cli.domain.faults import Fault
from reinsert_cli.domain.own_sheets import EXAMPLE, GUIDE, LISTS
from reinsert_cli.domain.progress import silent
from reinsert_cli.importers.entries import entry
from reinsert_cli.importers.options import Options
from reinsert_cli.importers.reader import read
from reinsert_cli.importers.run import KINDS, prepare
from reinsert_cli.importers.template import SKIPPED

LANGUAGES = ("fr", "ar", "en")
HEADINGS = 4
FIRST = 5


def made(run: Run, folder: Path, kind: str, tongue: str, *options: str) -> Path:
    path = folder / f"{kind}-{tongue}.xlsx"
    run("template", kind, "--lang", tongue, "-o", path, *options)
    return path


def keys(kind: str) -> list[str]:
    return [field.key for field in KINDS[kind].fields if field.key not in SKIPPED]


def choices(book: Any) -> dict[str, list[str]]:
    """Give the words of each drop-down by column letter, as a spreadsheet program finds them."""
    found = {}
    for check in book.worksheets[0].data_validations.dataValidation:
        if check.type == "list":
            ((title, span),) = book.defined_names[check.formula1.removeprefix("=")].destinations
            letter = str(check.sqref).split(":")[0].rstrip("0123456789")
            found[letter] = [cell.value for (cell,) in book[title][span]]
    return found


@pytest.mark.parametrize("tongue", LANGUAGES)
@pytest.mark.parametrize("kind", sorted(KINDS))
def test_every_word_to_choose_is_read(kind: str, tongue: str) -> None:
    """No drop-down offers a word that the importer does not understand, nor one word for two things."""
    with language.speaking(tongue):
        for field in KINDS[kind].fields:
            words = entry(field).choices
            read = [field.read(word, None) for word in words]
            assert not [word for word, value in zip(words, read, strict=True) if isinstance(value, Fault)]
            assert len(set(read)) == len(words)


@pytest.mark.parametrize("tongue", LANGUAGES)
def test_a_form_filled_from_its_lists_comes_in(planned: Path, run: Run, tmp_path: Path, tongue: str) -> None:
    """A row for each word of each list: all new, and nothing to say about any of it."""
    path = made(run, tmp_path, "distributions", tongue)
    book = load_workbook(path)
    sheet, lists = book.worksheets[0], choices(book)
    columns = {key: place for place, key in enumerate(keys("distributions"), 1)}
    rows = max(map(len, lists.values()))
    for number in range(rows):
        row = FIRST + number
        for letter, words in lists.items():
            sheet[f"{letter}{row}"] = words[number % len(words)]
        for key, value in {"cin": f"ZZ{number + 1}", "birth_date": date(1980, 1, 2), "amount": 100.5}.items():
            sheet.cell(row, columns[key], value)
    book.save(path)
    (file,) = run("import", path, "--batch", "b1", "--envelope", "env", "--format", "json").json["files"]
    assert (file["outcomes"]["new"], file["rows"], file["problems"]) == (rows, rows, [])
    assert file["header_row"] == HEADINGS


@pytest.mark.parametrize("tongue", LANGUAGES)
@pytest.mark.parametrize("kind", sorted(KINDS))
def test_the_example_is_a_row_that_could_be_taken(run: Run, tmp_path: Path, kind: str, tongue: str) -> None:
    """Passed over as it stands; under another title, each of its cells is read."""
    path = made(run, tmp_path, kind, tongue)
    book = load_workbook(path)
    titles = [sheet.title for sheet in book.worksheets]
    assert titles[1:3] == [GUIDE[tongue], EXAMPLE[tongue]]
    before = prepare(read(path), Options(), silent)
    assert [problem.fault.code for problem in before.result.problems] == ["sheet.no_rows"]
    book[EXAMPLE[tongue]].delete_rows(FIRST + 1, 5)  # the note at its foot
    book[EXAMPLE[tongue]].title = "Liste"
    book.remove(book.worksheets[0])
    book.save(path)
    after = prepare(read(path), Options(), silent)
    assert after.result.problems == []
    (row,) = after.rows
    assert row.faults == ()
    assert all(row.values[field.key] is not None for field in KINDS[kind].fields if field.required)


def test_checks_and_notes_of_a_french_form(run: Run, tmp_path: Path) -> None:
    """Lists on a hidden sheet; dates and amounts asked about, not refused; required headings starred; notes hung on."""
    book = load_workbook(made(run, tmp_path, "distributions", "fr"))
    sheet = book.worksheets[0]
    columns = {key: sheet.cell(HEADINGS, place) for place, key in enumerate(keys("distributions"), 1)}
    checks = {str(one.sqref).split(":")[0]: one for one in sheet.data_validations.dataValidation}
    assert book[LISTS["fr"]].sheet_state == "hidden"
    assert len(choices(book)[columns["province"].column_letter]) == 75
    assert choices(book)[columns["disabled"].column_letter] == ["oui", "non"]
    dates = checks[f"{columns['birth_date'].column_letter}{FIRST}"]
    assert (dates.type, dates.errorStyle) == ("date", "warning")
    assert checks[f"{columns['amount'].column_letter}{FIRST}"].type == "decimal"
    assert columns["amount"].value == "Montant *"
    assert columns["amount"].fill.fgColor.rgb != columns["cin"].fill.fgColor.rgb
    assert columns["cin"].comment.text
    assert sheet.cell(FIRST, columns["cin"].column).number_format == "@"
    assert sheet.freeze_panes == f"A{FIRST}"
    assert not sheet.sheet_view.rightToLeft
    assert book.active is sheet


def test_a_code_is_noted_as_its_kind_needs_it() -> None:
    """One key, two kinds: a list of people may leave the code empty, a sheet of visits bears it already."""
    language.use("en")
    people, visits = (entry(KINDS[kind].by_key["beneficiary"]).note for kind in ("beneficiaries", "followups"))
    assert "leave it empty for somebody new" in people
    assert visits == "The code that we gave; leave it as it is."


def test_an_arabic_form_runs_from_right_to_left(run: Run, tmp_path: Path) -> None:
    book = load_workbook(made(run, tmp_path, "budgets", "ar"))
    assert all(sheet.sheet_view.rightToLeft for sheet in book.worksheets if sheet.sheet_state == "visible")


def test_a_form_for_a_centre_bears_its_name(planned: Path, run: Run, tmp_path: Path) -> None:
    """Fifty rows begun; those left so are no rows, wherever the last person stands."""
    path = made(run, tmp_path, "distributions", "fr", "--centre", "fes")
    book = load_workbook(path)
    sheet = book.worksheets[0]
    place = keys("distributions").index("centre") + 1
    assert [sheet.cell(row, place).value for row in (FIRST, FIRST + 49, FIRST + 50)] == ["Fès", "Fès", None]
    for row in (FIRST, FIRST + 1):
        sheet.cell(row, keys("distributions").index("cin") + 1, f"ZZ{row}")
        sheet.cell(row, keys("distributions").index("amount") + 1, "12 500,00")
    book.save(path)
    (file,) = run("import", path, "--batch", "b1", "--envelope", "env", "--format", "json").json["files"]
    assert (file["outcomes"]["new"], file["rows"], file["problems"]) == (2, 2, [])


def test_a_row_left_open_among_others_is_still_told(planned: Path, run: Run, tmp_path: Path) -> None:
    """A centre and nobody, above a row with somebody: that is a mistake, not the foot of a form."""
    path = tmp_path / "x.csv"
    path.write_text("CIN;Centre;Montant\nZZ1;Fès;5\n;Fès;\nZZ2;Fès;6\n;Fès;\n", encoding="utf-8")
    answer = run("import", path, "--batch", "b1", "--envelope", "env", "--format", "json", status=None)
    (file,) = answer.json["files"]
    assert {problem["row"] for problem in file["problems"]} == {3}


def test_a_centre_that_is_none_and_a_kind_without_one(run: Run, tmp_path: Path) -> None:
    run("template", "distributions", "--centre", "atlantis", "-o", tmp_path / "x.xlsx", status=3)
    run("template", "budgets", "--centre", "fes", "-o", tmp_path / "x.xlsx", status=2)
    run("template", "budgets", "--lang", "xx", "-o", tmp_path / "x.xlsx", status=2)
    assert not (tmp_path / "x.xlsx").exists()


@pytest.mark.parametrize("tongue", LANGUAGES)
def test_libreoffice_keeps_the_checks(run: Run, tmp_path: Path, tongue: str) -> None:
    """Saved by LibreOffice as another .xlsx: the same drop-downs, the same checks, the same notes."""
    office = shutil.which("libreoffice") or shutil.which("soffice")
    if office is None:
        pytest.skip("LibreOffice is not installed: nothing but openpyxl has read the form")
    path = made(run, tmp_path, "distributions", tongue)
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    command = [office, profile, "--headless", "--convert-to", "xlsx", "--outdir", str(tmp_path / "lo"), str(path)]
    subprocess.run(command, check=True, capture_output=True, timeout=120)
    before, after = load_workbook(path), load_workbook(tmp_path / "lo" / path.name)
    assert choices(after) == choices(before)

    def told(book: Any) -> tuple[list[Any], list[Any]]:
        sheet = book.worksheets[0]
        checks = [
            (str(one.sqref), one.type, one.errorStyle, one.error) for one in sheet.data_validations.dataValidation
        ]
        notes = [cell.comment.text.strip() for cell in sheet[HEADINGS] if cell.comment]
        return sorted(checks, key=str), notes

    assert told(after) == told(before)
    assert after[LISTS[tongue]].sheet_state == "hidden"
