"""Visits: recorded by project or person, in the words of three languages; due, listed, counted."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.cli.after import beneficiary_of, handed_over, person, three_projects
from tests.support import Run, opened


@pytest.fixture
def projects(programme: Path, run: Run, tmp_path: Path) -> dict[str, str]:
    return three_projects(run, tmp_path)


def visits(run: Run, *options: str) -> list[dict[str, object]]:
    return list(run("followup", "list", "--format", "json", *options).json["rows"])


def due(run: Run, *options: str) -> list[tuple[str, int, str, int]]:
    rows = run("followup", "due", "--format", "json", *options).json["rows"]
    return [(row["project"], row["milestone"], row["due_on"], row["late"]) for row in rows]


@pytest.mark.parametrize(
    ("said", "state"),
    [("alive", "alive"), ("En activité", "alive"), ("en difficulté", "struggling"), ("متعثر", "struggling"),
     ("closed", "closed"), ("fermée", "closed"), ("متوقف", "closed"), ("arrêté", "closed"), ("نشيط", "alive")],
)  # fmt: skip
def test_words_of_three_languages(projects: dict[str, str], run: Run, said: str, state: str) -> None:
    """A state is understood in French, Arabic and English; kept as its code."""
    why = ["--reason", "déménagement"] if state == "closed" else []
    run("followup", "add", projects["D-1"], "--on", "10 juin 2025", "--state", said, *why)
    (row,) = visits(run)
    assert (row["state"], row["reason"]) == (state, "moved" if why else None)
    assert (row["visited_on"], row["milestone"]) == ("2025-06-10", 6)


def test_a_person_stands_for_their_only_project(
    projects: dict[str, str], ledger: Path, run: Run, tmp_path: Path
) -> None:
    """By the person's code; with two funded projects, both codes are named and nothing is written."""
    who = beneficiary_of(ledger, projects["D-1"])
    run("followup", "add", who.lower(), "--on", "2025-03-01", "--state", "alive")
    (row,) = visits(run)
    assert (row["project"], row["beneficiary"], row["milestone"]) == (projects["D-1"], who, 3)
    more = handed_over(run, tmp_path, "b2", "2025-05-02", [(*person(1)[:6], "Autre", "Artisanat", 500)])
    refused = run("followup", "add", who, "--on", "2025-09-01", "--state", "alive", status=3)
    assert all(code in refused.err for code in (who, projects["D-1"], more["D-1"]))
    assert len(visits(run)) == 1


def test_the_same_day_again_mends_it(projects: dict[str, str], run: Run) -> None:
    """What is said anew replaces, what is not said stays; an open project keeps nothing of a closing."""
    add = ("followup", "add", projects["D-1"], "--on", "2025-12-01")
    run(*add, "--state", "closed", "--closed-on", "novembre 2025", "--reason", "market", "--jobs", "0")
    run(*add, "--state", "alive", "--income", "2 500,00 DH")
    (row,) = visits(run)
    assert {key: row[key] for key in ("state", "closed_on", "reason", "income", "jobs", "milestone")} == {
        "state": "alive", "closed_on": None, "reason": None, "income": "2500.00", "jobs": 0, "milestone": 12,
    }  # fmt: skip
    assert "already" in run(*add, "--state", "alive").out
    run("log", "verify")


@pytest.mark.parametrize(
    ("said", "status", "word"),
    [
        (["--on", "2024-12-05", "--state", "alive"], 3, "before its handover"),
        (["--on", "2026-02-01", "--state", "alive"], 3, "not come yet"),
        (["--on", "2025-06-01", "--state", "closed"], 3, "reason"),
        (["--on", "2025-06-01", "--state", "alive", "--reason", "market"], 3, "not closed"),
        (["--on", "2025-06-01", "--state", "closed", "--reason", "market", "--closed-on", "2025-07"], 3, "cannot have"),
        (["--on", "2025-06-01", "--state", "closed", "--reason", "market", "--closed-on", "2023"], 3, "cannot have"),
        (["--on", "2025-06-01", "--state", "rich"], 2, "not understood"),
        (["--on", "2025-06-01", "--state", "alive", "--milestone", "9"], 2, "9 months"),
        (["--on", "2025-06-01", "--state", "alive", "--income", "plus de 100 DH"], 2, ""),
    ],
)
def test_what_is_refused(projects: dict[str, str], run: Run, said: list[str], status: int, word: str) -> None:
    """Each with its exit status, and nothing written."""
    assert word in run("followup", "add", projects["D-1"], *said, status=status).err
    assert visits(run) == []


def test_the_closed_stay_closed(projects: dict[str, str], run: Run) -> None:
    """No visit after a closing; none that found it alive after the day it closed; none before what was seen alive."""
    one, two = projects["D-1"], projects["D-2"]
    close = ("--state", "closed", "--closed-on", "2025-08", "--reason", "health")
    run("followup", "add", one, "--on", "2025-09-20", *close)
    for day in ("2025-12-01", "2025-09-01"):
        run("followup", "add", one, "--on", day, "--state", "alive", status=3)
    run("followup", "add", one, "--on", "2025-06-06", "--state", "alive")
    run("followup", "add", two, "--on", "2025-10-01", "--state", "struggling")
    run("followup", "add", two, "--on", "2025-11-20", *close, status=3)
    assert len(visits(run)) == 3


def test_not_funded(planned: Path, run: Run, people: Path) -> None:
    """A project that is only planned has nothing to be visited; an unknown code names the nearest."""
    run("import", people, "--as", "distributions", "--batch", "b1", "--envelope", "env")
    line = run("batch", "show", "b1", "--format", "json").json["lines"][0]
    for code in (line["project"], line["beneficiary"]):
        assert "handed over" in run("followup", "add", code, "--on", "2025-06-01", "--state", "alive", status=3).err
    mistyped = line["project"] + "0"
    assert line["project"] in run("followup", "add", mistyped, "--on", "2025", "--state", "alive", status=3).err


def test_due(projects: dict[str, str], run: Run) -> None:
    """The latest visit due of each project, and what it was missed for; a later visit stands for earlier ones."""
    one, two, three = sorted(projects.values())
    assert due(run) == [(one, 12, "2025-12-06", 40), (two, 12, "2025-12-06", 40), (three, 12, "2025-12-06", 40)]
    assert run("followup", "due", "--format", "json").json["rows"][0]["missed"] == "3, 6"
    run("followup", "add", one, "--on", "2025-06-20", "--state", "alive")
    run("followup", "add", two, "--on", "2025-12-10", "--state", "alive")
    run("followup", "add", three, "--on", "2025-06-20", "--state", "closed", "--reason", "moved")
    assert due(run) == [(one, 12, "2025-12-06", 40)]
    assert due(run, "--by", "décembre 2026") == [
        (one, 12, "2025-12-06", 40), (one, 24, "2026-12-06", 0), (two, 24, "2026-12-06", 0),
    ]  # fmt: skip
    assert due(run, "--centre", "agadir") == []
    assert due(run, "--centre", "fes", "--programme", "micro", "--region", "Fès-Meknès") == due(run)
    run("followup", "due", "--centre", "atlantis", status=3)


@pytest.mark.parametrize(
    ("held", "days"),
    [("2024-02", ["2024-05-29", "2024-08-29", "2025-02-28", "2026-02-28"]),
     ("2023", ["2024-03-31", "2024-06-30", "2024-12-31", "2025-12-31"]),
     ("2024-11-30", ["2025-02-28", "2025-05-30", "2025-11-30", "2026-11-30"])],
)  # fmt: skip
def test_due_after_a_day_that_is_not_known_exactly(
    programme: Path, run: Run, tmp_path: Path, held: str, days: list[str]
) -> None:
    """Months are counted from the last day that the handover can have been, and end where shorter months end."""
    handed_over(run, tmp_path, "b1", held, [person(1)])
    with opened(programme) as database:
        assert [day for (day,) in database.execute("SELECT due_on FROM v_due ORDER BY milestone")] == days


def test_back_in_prison_is_only_counted(projects: dict[str, str], ledger: Path, run: Run) -> None:
    """By definition, never added; neither lists nor the audit say of whom, nor a closing for that reason."""
    one, two = (beneficiary_of(ledger, projects[number]) for number in ("D-1", "D-2"))
    run("followup", "back", one, "--definition", "prison", "--on", "2025-11", "--not-back")
    run("followup", "back", one, "--definition", "prison", "--on", "2025-11", "--back")
    run("followup", "back", two, "--definition", "détention", "--on", "2025-12-01", "--not-back")
    run("followup", "back", two, "--definition", "arrest", "--on", "2025-12-01", "--not-back")
    run("followup", "back", two, "--definition", "arrest", "--on", "2025-12-01", status=2)
    rows = run("report", "prison", "--format", "json").json["rows"]
    assert rows == [
        {"definition": "arrest", "people": 3, "asked": 1, "back": 0, "unknown": 2, "share": 0.0},
        {"definition": "prison", "people": 3, "asked": 2, "back": 1, "unknown": 1, "share": 50.0},
    ]
    run("followup", "add", one, "--on", "2025-12-10", "--state", "closed", "--reason", "prison")
    assert [row["reason"] for row in visits(run)] == [None]
    with opened(ledger) as database:
        said = "".join(change for (change,) in database.execute("SELECT changes FROM audit"))
    assert "is_back" not in said
    assert '"prison"' not in said.replace('"definition": "prison"', "").replace('"definition":"prison"', "")
    run("log", "verify")


def test_what_visits_found(projects: dict[str, str], run: Run) -> None:
    """By milestone, with how many are known: the median of two incomes is their mean."""
    for number, income, jobs in (("D-1", "2000", "1"), ("D-2", "3001", "2")):
        run("followup", "add", projects[number], "--on", "2025-06-10", "--state", "alive", "--income", income,
            "--jobs", jobs)  # fmt: skip
    run("followup", "add", projects["D-3"], "--on", "2025-06-10", "--state", "struggling")
    assert run("report", "followups", "--format", "json").json["rows"] == [
        {"months": 6, "projects": 3, "alive": 2, "struggling": 1, "closed": 0, "incomes": 2,
         "income_median": "2500.50", "jobs_known": 2, "jobs": 3}
    ]  # fmt: skip


def test_two_codes_of_one_person_are_counted_once(projects: dict[str, str], ledger: Path, run: Run) -> None:
    """Merged, what was known of either is known of the one that stays; of the same day, what it knew itself."""
    one, two = (beneficiary_of(ledger, projects[number]) for number in ("D-1", "D-2"))
    back = ("followup", "back")
    run(*back, one, "--definition", "arrest", "--on", "2025-12-01", "--not-back")
    run(*back, two, "--definition", "arrest", "--on", "2025-12-01", "--not-back")
    run(*back, two, "--definition", "prison", "--on", "2025-12-01", "--not-back")
    run("beneficiary", "merge", one, two, "--reason", "same card")
    rows = run("report", "prison", "--format", "json").json["rows"]
    assert [(row["definition"], row["people"], row["asked"]) for row in rows] == [("arrest", 2, 1), ("prison", 2, 1)]
    refused = run("followup", "add", one, "--on", "2025-12-01", "--state", "alive", status=3)
    assert projects["D-2"] in refused.err
    run(*back, two, "--definition", "prison", "--on", "2025-12-05", "--back", status=3)
