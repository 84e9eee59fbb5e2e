"""Steps of people's pathways; what a programme asks for before it funds; batches refused, or locked without."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from tests.support import Run, bytes_of, opened

from reinsert_cli.store import opening


@pytest.fixture
def codes(filled: Path, run: Run) -> list[str]:
    """The three people of the planned batch b1."""
    return [line["beneficiary"] for line in run("batch", "show", "b1", "--format", "json").json["lines"]]


def pathway(run: Run, code: str) -> dict[str, Any]:
    answer = run("beneficiary", "steps", code, "--format", "json").json
    return {row["step"]: row for row in answer["rows"]} | {"note": answer["notes"][0]}


# ── steps ───────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("said", "step"),
    [
        ("training", "training"), ("Formation", "training"), ("la formation professionnelle", "training"),
        ("التكوين", "training"), ("تكوين مهني", "training"), ("Étude de faisabilité", "feasibility"),
        ("دراسة الجدوى", "feasibility"), ("comité", "committee"), ("قرار اللجنة", "committee"),
        ("projet de vie", "life_project"), ("life_project", "life_project"), ("diagnostic conjoint", "diagnosis"),
        ("suivi judiciaire", "judicial"), ("HEALTH SUPPORT", "health"),
    ],
)  # fmt: skip
def test_a_step_by_its_code_or_its_words(codes: list[str], run: Run, said: str, step: str) -> None:
    run("beneficiary", "step", codes[0], said, "--on", "3 mars 2025")
    row = pathway(run, codes[0])[step]
    assert (row["behind"], row["happened_on"], row["outcome"]) == (True, "2025-03-03", "favourable")


def test_steps_that_cannot_be(codes: list[str], run: Run) -> None:
    """Near words are suggested; tomorrow's steps are not recorded; codes must be known."""
    person = codes[0]
    assert "Perhaps: training" in run("beneficiary", "step", person, "formtion", "--on", "2025", status=3).err
    assert "joint diagnosis" in run("beneficiary", "step", person, "xyz", "--on", "2025", status=3).err
    assert "yet to come" in run("beneficiary", "step", person, "training", "--on", "16/01/2026", status=3).err
    run("beneficiary", "step", person, "training", "--on", "2026-01")  # the month has begun
    assert "fund" in run("beneficiary", "step", person, "training", "--on", "2025", "--partner", "found", status=3).err
    run("beneficiary", "step", person, "training", "--on", "2025", "--outcome", "peut-être", status=2)
    run("beneficiary", "step", "B-NOBODY", "training", "--on", "2025", status=3)
    run("beneficiary", "step", person, "training", status=2)


def test_said_again_it_is_mended(codes: list[str], run: Run) -> None:
    """The same step of the same day; what is not said again stays. Another day is another step."""
    person = codes[0]
    assert "recorded" in run("beneficiary", "step", person, "training", "--on", "2025-03-03").out
    assert "recorded so already" in run("beneficiary", "step", person, "training", "--on", "03/03/2025").out
    said = run("beneficiary", "step", person, "training", "--on", "2025-03-03", "--partner", "fund",
               "--outcome", "reporté").out  # fmt: skip
    assert "mended" in said
    row = pathway(run, person)["training"]
    assert (row["behind"], row["outcome"], row["partner"]) == (False, "postponed", "fund")
    run("beneficiary", "step", person, "training", "--on", "2025-03-03", "--outcome", "favorable")
    assert pathway(run, person)["training"]["partner"] == "fund"
    run("beneficiary", "step", person, "training", "--on", "2025-04", "--outcome", "abandoned")
    steps = run("beneficiary", "show", person, "--format", "json").json["steps"]
    assert [(step["happened_on"], step["outcome"]) for step in steps] == [
        ("2025-03-03", "favourable"), ("2025-04", "abandoned"),
    ]  # fmt: skip
    run("check")


def test_taken_out_again(codes: list[str], run: Run) -> None:
    person = codes[0]
    run("beneficiary", "step", person, "training", "--on", "2025-03-03")
    run("beneficiary", "step", person, "training", "--on", "2025-03-04", "--remove", status=3)
    run("beneficiary", "step", person, "training", "--on", "2025-03-03", "--remove")
    assert pathway(run, person)["training"]["happened_on"] is None
    run("check")


def test_a_file_whose_people_took_steps_is_not_undone(codes: list[str], run: Run) -> None:
    run("beneficiary", "step", codes[0], "training", "--on", "2025-03-03")
    assert "later work depends on its rows 2." in run("imports", "undo", "I-000001", status=3).err
    assert pathway(run, codes[0])["training"]["behind"] is True
    run("beneficiary", "step", codes[0], "training", "--on", "2025-03-03", "--remove")
    run("imports", "undo", "I-000001")
    assert run("beneficiary", "list", "--format", "json").json["rows"] == []


def test_the_whole_pathway_with_what_lacks(codes: list[str], run: Run) -> None:
    """Every step in its order, which programme asks for it, and what lacks of that."""
    person = codes[0]
    assert "No programme of theirs asks" in pathway(run, person)["note"]
    run("programme", "require", "micro", "--step", "committee", "--step", "formation")
    run("beneficiary", "step", person, "training", "--on", "2025")
    shown = pathway(run, person)
    assert list(shown)[:3] == ["diagnosis", "behaviour", "social"]
    assert [step for step, row in shown.items() if step != "note" and row["asked_by"]] == ["training", "committee"]
    assert shown["note"] == "Lacking of what their programmes ask for: committee decision."
    run("beneficiary", "step", person, "committee", "--on", "2025")
    assert "Everything" in pathway(run, person)["note"]
    rows = run("beneficiary", "list", "--format", "json").json["rows"]
    assert {row["lacks"] for row in rows if row["beneficiary"] != person} == {"training, committee"}
    assert [(row["lacks"], row["steps"]) for row in rows if row["beneficiary"] == person] == [(None, 2)]


# ── what a programme asks for ───────────────────────────────────────────────────────────────────


def test_what_a_programme_asks_for(programme: Path, run: Run) -> None:
    """Steps and papers by code or words; each said anew replaces its own; --none asks for nothing."""
    run("programme", "require", "micro", "--step", "comité", "--step", "training", "--document", "فاتورة")
    shown = run("programme", "show", "micro", "--format", "json").json
    assert (shown["steps"], shown["documents"]) == (["training", "committee"], ["invoice"])
    run("programme", "require", "micro", "--step", "diagnosis")
    shown = run("programme", "show", "micro", "--format", "json").json
    assert (shown["steps"], shown["documents"]) == (["diagnosis"], ["invoice"])
    assert "joint diagnosis" in run("programme", "list").out
    run("programme", "require", "micro", "--none")
    shown = run("programme", "show", "micro", "--format", "json").json
    assert (shown["steps"], shown["documents"]) == ([], [])
    run("check")


@pytest.mark.parametrize(
    ("options", "status"),
    [
        (("micro",), 2),
        (("micro", "--none", "--step", "training"), 2),
        (("micro", "--step", "xyz"), 3),
        (("micro", "--document", "xyz"), 2),
        (("nowhere", "--step", "training"), 3),
    ],
)
def test_what_cannot_be_asked_for(programme: Path, run: Run, options: tuple[str, ...], status: int) -> None:
    run("programme", "require", *options, status=status)
    assert run("programme", "show", "micro", "--format", "json").json["steps"] == []


# ── locking ─────────────────────────────────────────────────────────────────────────────────────


def test_nothing_asked_for_nothing_changes(codes: list[str], run: Run) -> None:
    run("batch", "lock", "b1")
    assert run("batch", "show", "b1", "--format", "json").json["waivers"] == []
    run("check")


def test_a_batch_is_refused_for_who_lacks_what(codes: list[str], run: Run, filled: Path) -> None:
    """All who lack something are listed by code with what; once the steps are behind them, it locks."""
    run("programme", "require", "micro", "--step", "training", "--step", "committee", "--document", "invoice")
    amina, karim, omar = codes
    for person in codes:
        run("beneficiary", "step", person, "training", "--on", "2025-06")
    run("beneficiary", "step", amina, "committee", "--on", "2026-01-15")  # the very day
    run("beneficiary", "step", karim, "committee", "--on", "2025-12-01", "--outcome", "unfavourable")
    before = bytes_of(filled)
    refused = run("batch", "lock", "b1", status=3)
    assert refused.out == ""
    assert bytes_of(filled) == before
    table = {line.split()[0]: line for line in refused.err.splitlines() if line.startswith("B-")}
    assert set(table) == {karim, omar}
    assert all("committee decision" in line and "training" not in line for line in table.values())
    assert "asks for: 2." in refused.err
    for person in (karim, omar):
        run("beneficiary", "step", person, "committee", "--on", "2026-01-10")
    run("batch", "lock", "b1")
    run("check")


def test_each_of_a_group_needs_the_steps(codes: list[str], run: Run, filled: Path) -> None:
    """A household's line stands in one name, and funds all its people."""
    amina, karim, omar = codes
    run("programme", "require", "micro", "--step", "training")
    for person in (amina, karim, omar):
        run("beneficiary", "step", person, "training", "--on", "2025")
    other = run("beneficiary", "add", "--name", "Sara Inventani", "--format", "json").json["beneficiary"]
    with opened(filled) as database:
        (project,) = database.execute(
            "SELECT project_code FROM batch_line WHERE beneficiary_code = ?", (amina,)
        ).fetchone()
        database.execute("UPDATE project SET kind = 'household' WHERE code = ?", (project,))
        database.execute("INSERT INTO project_member VALUES (?, ?)", (project, other))
    assert other in run("batch", "lock", "b1", status=3).err
    run("beneficiary", "step", other, "training", "--on", "2025")
    run("batch", "lock", "b1")


def test_a_step_after_the_day_is_not_behind(codes: list[str], run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    """Steps count that were taken by the day of the lock, wherever the clock stood when they were typed in."""
    run("programme", "require", "micro", "--step", "training")
    for person in codes:
        run("beneficiary", "step", person, "training", "--on", "2026-01-15")
    monkeypatch.setenv("REINSERT_NOW", "2026-01-14T09:00:00+00:00")
    assert "asks for: 3." in run("batch", "lock", "b1", status=3).err
    monkeypatch.setenv("REINSERT_NOW", "2026-01-15T10:00:00+00:00")
    run("batch", "lock", "b1")
    assert run("batch", "show", "b1", "--format", "json").json["waivers"] == []


def test_locked_without_with_a_reason(codes: list[str], run: Run, filled: Path) -> None:
    """Each step that lacked is kept, with who allowed it and why, for good: the batch shows it, and check reminds."""
    run("programme", "require", "micro", "--step", "training", "--step", "committee")
    run("beneficiary", "step", codes[0], "training", "--on", "2025")
    run("batch", "lock", "b1", "--override", status=2)
    told = run("batch", "lock", "b1", "--override", "--reason", "Cérémonie avancée").err
    assert "was locked without: 5." in told
    waivers = run("batch", "show", "b1", "--format", "json").json["waivers"]
    assert len(waivers) == 5
    assert {(one["step"], one["reason"], one["author"]) for one in waivers if one["beneficiary"] == codes[0]} == {
        ("committee", "Cérémonie avancée", "tester")
    }
    assert "Locked without these steps" in run("batch", "show", "b1").out
    found = run("check", "--format", "json", status=1).json["checks"]
    assert [(one["code"], one["count"]) for one in found if not one["ok"]] == [("batch.waived", 1)]
    with opened(filled) as database:
        (changes,) = database.execute("SELECT changes FROM audit ORDER BY id DESC LIMIT 1").fetchone()
        assert {"what": "batch.waive", "code": "b1", "people": 3, "steps": 5} in json.loads(changes)
        with pytest.raises(opening.errors()):
            database.execute("DELETE FROM waiver")


def test_an_override_that_waives_nothing_leaves_no_waiver(codes: list[str], run: Run) -> None:
    run("programme", "require", "micro", "--step", "training")
    for person in codes:
        run("beneficiary", "step", person, "training", "--on", "2025")
    run("batch", "lock", "b1", "--override", "--reason", "au cas où")
    assert run("batch", "show", "b1", "--format", "json").json["waivers"] == []
    run("check")


def test_another_person_after_locking_needs_the_steps_too(codes: list[str], run: Run, filled: Path) -> None:
    """Given to somebody who lacks a step, a line is refused, or kept with a waiver; with the steps, it passes."""
    amina, karim, omar = codes
    run("programme", "require", "micro", "--step", "training", "--step", "committee")
    for person in codes:
        for step in ("training", "committee"):
            run("beneficiary", "step", person, step, "--on", "2025-06")
    other, late = (
        run("beneficiary", "add", "--name", name, "--new", "--format", "json").json["beneficiary"]
        for name in ("Sara Inventani", "Nadia Exemplaire")
    )
    run("beneficiary", "step", other, "training", "--on", "2025-06")
    give = ("batch", "correct", "b1", amina, "--person", other, "--reason", "erreur de saisie")
    run("batch", "lock", "b1")
    before = bytes_of(filled)
    refused = run(*give, status=3).err
    assert other in refused
    assert "committee decision" in refused
    assert "training" not in refused
    assert bytes_of(filled) == before
    assert "without: 1." in run(*give, "--override").err
    (waiver,) = run("batch", "show", "b1", "--format", "json").json["waivers"]
    assert (waiver["beneficiary"], waiver["step"], waiver["reason"]) == (other, "committee", "erreur de saisie")
    run("batch", "correct", "b1", karim, "--person", other, "--reason", "la même encore")  # waived once is enough
    run("batch", "hold", "b1", "--on", "2025-12-20")
    for step in ("training", "committee"):
        run("beneficiary", "step", late, step, "--on", "2026-01-05")
    give = ("batch", "correct", "b1", omar, "--person", late, "--reason", "erreur")
    run(*give, status=3)  # her steps came after the handover
    for step in ("training", "committee"):
        run("beneficiary", "step", late, step, "--on", "2025-12")
    run(*give)
    assert len(run("batch", "show", "b1", "--format", "json").json["waivers"]) == 1


def test_a_planned_line_may_be_anybodys(codes: list[str], run: Run) -> None:
    """Until it is locked nothing is asked: the lock will ask."""
    run("programme", "require", "micro", "--step", "training")
    other = run("beneficiary", "add", "--name", "Sara Inventani", "--format", "json").json["beneficiary"]
    run("batch", "correct", "b1", codes[0], "--person", other, "--reason", "erreur")
    assert other in run("batch", "lock", "b1", status=3).err
