"""The workbook that a centre fills each month: what it asks, in three languages, and that it comes back as updates."""

from __future__ import annotations

import json
import stat
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook
from tests.cli.after import HEAD, person, require_steps, three_projects
from tests.support import Begun, Run, opened, write_xlsx

FIRST = 5
COLUMNS = ("beneficiary", "file_number", "project", "task", "due_on", "done_on", "result", "closed_on", "closing",
           "income", "jobs")  # fmt: skip
WORDS = {
    "fr": ("en activité", "arrêté", "favorable", "manque de débouchés"),
    "ar": ("نشيط", "متوقف", "إيجابي", "السوق"),
    "en": ("alive", "closed down", "favourable", "no market"),
}


@pytest.fixture
def centre(programme: Path, begun: Begun, run: Run, tmp_path: Path) -> Path:
    """Three projects funded a year ago, and one person who lacks two steps before theirs can be."""

    def write() -> None:
        three_projects(run, tmp_path)
        run("batch", "plan", "b2", "--programme", "micro", "--fiscal-year", "2024", "--province", "MA-FES")
        path = write_xlsx(tmp_path / "b2.xlsx", [HEAD, person(7), person(8, centre="Agadir")])
        run("import", path, "--as", "distributions", "--batch", "b2", "--envelope", "env")
        require_steps(programme, "committee", "training")

    return begun("centre", write)


def cells(path: Path) -> tuple[Any, Any, list[dict[str, Any]]]:
    book = load_workbook(path)
    sheet = book.worksheets[0]
    rows = [dict(zip(COLUMNS, (cell.value for cell in row), strict=True)) for row in sheet.iter_rows(min_row=FIRST)]
    return book, sheet, [row for row in rows if row["beneficiary"]]


def fill(path: Path, number: int, **values: object) -> None:
    book = load_workbook(path)
    for key, value in values.items():
        book.worksheets[0].cell(FIRST + number, COLUMNS.index(key) + 1, value)
    book.save(path)


def brought_in(run: Run, path: Path, *options: str, status: int = 0) -> dict[str, Any]:
    return dict(run("import", path, "--format", "json", *options, status=status).json["files"][0])


def counts(file: dict[str, Any]) -> dict[str, int]:
    return {name: number for name, number in file["outcomes"].items() if number}


def test_what_it_asks(centre: Path, run: Run, tmp_path: Path) -> None:
    """A row a visit due by the end of next month and a step lacking, by file number; nobody's name in it."""
    path = tmp_path / "fes.xlsx"
    assert "5 tâches" in run("centre", "sheet", "fes", "--lang", "fr", "-o", path).out
    book, sheet, rows = cells(path)
    assert [(row["file_number"], row["task"][-9:], row["due_on"] and row["due_on"].date()) for row in rows][3:] == [
        ("D-7", "formation", None), ("D-7", "du comité", None),
    ]  # fmt: skip
    assert {row["due_on"].date() for row in rows[:3]} == {date(2025, 12, 6)}
    assert all("12" in row["task"] for row in rows[:3])
    assert "01/2026" in sheet["A1"].value
    assert "28/02/2026" in sheet["A2"].value
    assert "Fictive" not in json.dumps([list(row.values()) for row in rows], default=str)
    assert {check.type for check in sheet.data_validations.dataValidation} >= {"list", "date"}
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert book.active is sheet


def test_a_later_day_asks_for_more(centre: Path, run: Run, tmp_path: Path) -> None:
    run("centre", "sheet", "fes", "--by", "2026-12-31", "-o", tmp_path / "all.xlsx")
    assert len(cells(tmp_path / "all.xlsx")[2]) == 8


def test_names_need_a_reason(centre: Path, run: Run, tmp_path: Path) -> None:
    """With one, the names stand in the sheet and the audit says who asked why, without them."""
    path = tmp_path / "named.xlsx"
    run("centre", "sheet", "fes", "--identified", "-o", path, status=2)
    run("centre", "sheet", "fes", "--identified", "--reason", "monthly round", "-o", path)
    assert "Personne Fictive B" in {cell.value for cell in load_workbook(path).worksheets[0]["C"]}
    with opened(centre) as database:
        said = database.execute("SELECT changes FROM audit ORDER BY id DESC LIMIT 1").fetchone()[0]
    assert "monthly round" in said
    assert "Fictive" not in said
    assert counts_of_waiting(brought_in(run, path, status=1)) == 5


def counts_of_waiting(file: dict[str, Any]) -> int:
    (problem,) = [one for one in file["problems"] if one["code"] == "followup.none_happened"]
    return int(problem["message"].rstrip(".").split()[-1])


def test_not_over_a_file_nor_for_a_centre_that_is_none(centre: Path, run: Run, tmp_path: Path) -> None:
    (tmp_path / "x.xlsx").write_text("mine")
    run("centre", "sheet", "fes", "-o", tmp_path / "x.xlsx", status=3)
    run("centre", "sheet", "atlantis", "-o", tmp_path / "y.xlsx", status=3)
    assert not (tmp_path / "y.xlsx").exists()


@pytest.mark.parametrize("tongue", ["fr", "ar", "en"])
def test_filled_it_comes_back(centre: Path, run: Run, tmp_path: Path, tongue: str) -> None:
    """Without a question, in any language: visits and steps are new, rows that wait are passed over and counted.

    The same file again changes nothing; taken out, nothing is left of it.
    """
    path = tmp_path / "sheet.xlsx"
    run("centre", "sheet", "fes", "--lang", tongue, "-o", path)
    alive, closed, favourable, why = WORDS[tongue]
    fill(path, 0, done_on=date(2026, 1, 5), result=alive, income=2500, jobs=2)
    fill(path, 1, done_on="6/1/2026", result=closed, closed_on="11/2025", closing=why)
    fill(path, 3, done_on=date(2025, 11, 20), result=favourable)
    file = brought_in(run, path)
    assert (file["kind"], counts(file), file["rows"], file["applied"]) == ("followups", {"new": 3}, 3, True)
    assert [(one["code"], one["severity"]) for one in file["problems"]] == [("followup.waiting", "notice")]
    visits = run("followup", "list", "--format", "json").json["rows"]
    assert [(v["state"], v["milestone"], v["closed_on"], v["reason"], v["income"], v["jobs"]) for v in visits] == [
        ("alive", 12, None, None, "2500.00", 2), ("closed", 12, "2025-11", "market", None, None),
    ]  # fmt: skip
    assert steps(centre) == [("training", "2025-11-20", "favourable")]
    assert counts(brought_in(run, path)) == {"unchanged": 3}
    fill(path, 0, income=3000)
    assert counts(brought_in(run, path)) == {"updated": 1, "unchanged": 2}
    run("centre", "sheet", "fes", "-o", tmp_path / "next.xlsx")
    assert len(cells(tmp_path / "next.xlsx")[2]) == 2
    for code in reversed([row["import"] for row in run("imports", "list", "--format", "json").json["rows"]
                          if row["kind"] == "followups"]):  # fmt: skip
        run("imports", "undo", code)
    assert run("followup", "list", "--format", "json").json["rows"] == []
    assert steps(centre) == []
    run("log", "verify")


def test_a_step_of_a_sheet_is_logged_as_one_typed_in(centre: Path, run: Run, tmp_path: Path) -> None:
    """Whoever reads the audit finds every step under one name, mended ones too."""
    path = tmp_path / "sheet.xlsx"
    run("centre", "sheet", "fes", "-o", path)
    who = cells(path)[2][3]["beneficiary"]
    fill(path, 3, done_on=date(2025, 11, 20), result="favorable")
    brought_in(run, path)
    fill(path, 3, result="reporté")
    brought_in(run, path)
    run("beneficiary", "step", who, "training", "--on", "2025-11-20", "--outcome", "favourable")
    with opened(centre) as database:
        written = [json.loads(changes) for (changes,) in database.execute("SELECT changes FROM audit ORDER BY id")]
    taken = [one for changes in written for one in changes if one["what"] == "step.take"]
    said = {"what": "step.take", "beneficiary": who, "step": "training", "on": "2025-11-20"}
    assert taken == [{**said, "outcome": outcome} for outcome in ("favourable", "postponed", "favourable")]


def steps(ledger: Path) -> list[tuple[str, str, str]]:
    with opened(ledger) as database:
        return database.execute("SELECT kind, happened_on, outcome FROM pathway_step").fetchall()


@pytest.mark.parametrize("tongue", ["fr", "ar"])
def test_it_runs_in_the_direction_of_its_language(centre: Path, run: Run, tmp_path: Path, tongue: str) -> None:
    run("centre", "sheet", "fes", "--lang", tongue, "-o", tmp_path / "x.xlsx")
    assert bool(cells(tmp_path / "x.xlsx")[1].sheet_view.rightToLeft) is (tongue == "ar")
