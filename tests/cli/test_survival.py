"""The survival report against figures made by hand."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from tests.cli.after import beneficiary_of, handed_over, person
from tests.support import Run

KEYS = ("months", "funded", "due", "known", "alive", "closed", "unknown", "share", "share_low", "share_high", "km")


@pytest.fixture
def projects(programme: Path, run: Run, tmp_path: Path) -> dict[str, str]:
    """Six projects of 10 000 DH handed over on 10 June 2024, today being 15 January 2026.

    1 seen alive on 2025-07-01; 2 on 2024-12-20; 3 closed on 2024-11-05; 4 in March 2025; 5 never visited;
    6 struggling on 2024-09-15.
    """
    people = [person(number, "Restauration" if number > 4 else "Artisanat") for number in range(1, 7)]
    made = handed_over(run, tmp_path, "b1", "2024-06-10", people)
    closed = ("--state", "closed", "--reason", "market", "--closed-on")
    for number, said in (
        ("D-1", ("--on", "2024-09-12", "--state", "alive")),
        ("D-1", ("--on", "2025-07-01", "--state", "alive")),
        ("D-2", ("--on", "2024-12-20", "--state", "alive")),
        ("D-3", ("--on", "2024-12-15", *closed, "2024-11-05")),
        ("D-4", ("--on", "2025-06-15", *closed, "2025-03")),
        ("D-6", ("--on", "2024-09-15", "--state", "struggling")),
    ):
        run("followup", "add", made[number], *said)
    return made


def rows(run: Run, *options: str) -> list[dict[str, Any]]:
    return list(run("report", "survival", *options, "--format", "json").json["rows"])


def test_figures_made_by_hand(projects: dict[str, str], run: Run) -> None:
    """Three months: five alive, one unknown. Six (10 December 2024): 1, 2, 4 alive, 3 closed. Twelve: 1 alive, 3 and 4
    closed, three unknown. Kaplan-Meier: at 4 months 26 days one of four closes, at 9 months 21 days one of two.
    """  # fmt: skip
    assert [tuple(row[key] for key in KEYS) for row in rows(run)] == [
        (3, 6, 6, 5, 5, 0, 1, 100.0, 83.3, 100.0, 100.0),
        (6, 6, 6, 4, 3, 1, 2, 75.0, 50.0, 83.3, 75.0),
        (12, 6, 6, 3, 1, 2, 3, 33.3, 16.7, 66.7, 37.5),
        (24, 6, 0, 0, 0, 0, 0, None, None, None, None),
    ]
    first = rows(run)[0]
    assert (first["group"], first["delivered"], first["alive_now"], first["cost_per_alive"]) == (
        "all", "60000.00", 3, "20000.00",
    )  # fmt: skip


def test_groups(projects: dict[str, str], run: Run) -> None:
    """By sector, in order of code; those of a group that never closed are estimated whole as far as they were seen."""
    found = [(row["group"], row["group_name"], row["months"], row["due"], row["known"], row["km"])
             for row in rows(run, "--by", "sector")]  # fmt: skip
    assert found[1] == ("artisanat", "Artisanat", 6, 4, 4, 75.0)
    assert found[5] == ("restauration", "Restauration", 6, 2, 0, None)
    assert len(found) == 8
    assert {row["group"] for row in rows(run, "--by", "sex")} == {"F", "M"}
    assert {row["group"] for row in rows(run, "--by", "region")} == {"MA-03"}
    assert {row["group"] for row in rows(run, "--by", "centre")} == {"fes"}
    assert {row["group"] for row in rows(run, "--by", "programme")} == {"micro"}
    run("report", "survival", "--by", "colour", status=2)


def test_a_vague_closing_is_unknown_in_between(projects: dict[str, str], run: Run) -> None:
    """Closed at some time in 2024: at three months nobody knows, at twelve it is closed."""
    run("followup", "add", projects["D-5"], "--on", "2025-01-10", "--state", "closed", "--closed-on", "2024",
        "--reason", "other")  # fmt: skip
    answer = run("report", "survival", "--format", "json").json
    assert [(row["months"], row["closed"], row["unknown"]) for row in answer["rows"][:3]] == [
        (3, 0, 1), (6, 1, 2), (12, 3, 2),
    ]  # fmt: skip
    assert any("not known exactly" in note for note in answer["notes"])


def test_the_filters_choose_the_projects(projects: dict[str, str], run: Run, tmp_path: Path) -> None:
    """A period is that of the handover, even where its months are closed; a vague handover is told, not guessed."""
    handed_over(run, tmp_path, "b2", "2024", [person(7)])
    run("period", "close", "2024-06")
    june = run("report", "survival", "--month", "2024-06", "--format", "json").json
    assert june["rows"][0]["funded"] == 6
    assert june["rows"][1]["alive"] == 3
    assert any("1 project is not counted" in note for note in june["notes"])
    assert rows(run, "--year", "2024")[0]["funded"] == 7
    assert rows(run, "--year", "2025") == []
    assert rows(run, "--region", "MA-09") == []
    assert rows(run, "--centre", "fes", "--programme", "micro", "--fiscal-year", "2024")[0]["funded"] == 7


def test_as_it_was_known_then(programme: Path, run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """As of an earlier day: the visits written by then, the months passed by then."""
    made = handed_over(run, tmp_path, "b1", "2024-06-10", [person(1), person(2)])
    run("followup", "add", made["D-1"], "--on", "2025-07-01", "--state", "alive")
    monkeypatch.setenv("REINSERT_NOW", "2026-07-01T09:00:00+00:00")
    run("followup", "add", made["D-2"], "--on", "2026-06-20", "--state", "alive")
    now, then = rows(run), rows(run, "--as-of", "2026-01-20")
    assert [(row["due"], row["alive"]) for row in now] == [(2, 2), (2, 2), (2, 2), (2, 1)]
    assert [(row["due"], row["alive"]) for row in then] == [(2, 1), (2, 1), (2, 1), (0, 0)]


def test_a_group_is_one_project(programme: Path, ledger: Path, run: Run, tmp_path: Path) -> None:
    """Two lines of one project are one project, with the money of both."""
    sewing = person(1)
    made = handed_over(run, tmp_path, "b1", "2024-06-10", [(*sewing[:8], 4000), (*sewing[:7], None, 2500.5)])
    who = beneficiary_of(ledger, made["D-1"])
    run("followup", "add", who, "--on", "2025-06-10", "--state", "alive")
    row = rows(run)[2]
    assert (row["funded"], row["alive"], row["cost_per_alive"]) == (1, 1, "6500.50")
