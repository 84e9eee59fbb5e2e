"""``v_due``: which visits nobody has made, and since when they are due."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.support import Run, opened

from reinsert_cli.store.reading import reading

DUE = "SELECT milestone, due_on FROM v_due WHERE project = :project ORDER BY milestone"


@pytest.fixture
def project(filled: Path, run: Run) -> str:
    """The project of the first line of b1, which is locked."""
    run("batch", "lock", "b1")
    return str(run("batch", "show", "b1", "--format", "json").json["lines"][0]["project"])


def due(ledger: Path, project: str) -> dict[int, str]:
    with reading(ledger) as reader:
        return {row["milestone"]: row["due_on"] for row in reader.rows(DUE, project=project)}


def visited(ledger: Path, project: str, on: str, milestone: int | None = None, state: str = "alive") -> None:
    with opened(ledger) as database:
        database.execute(
            "INSERT INTO followup (project_code, milestone, visited_on, state) VALUES (?, ?, ?, ?)",
            (project, milestone, on, state),
        )


@pytest.mark.parametrize(
    ("held", "days"),
    [
        ("2024-12-06", ("2025-03-06", "2025-06-06", "2025-12-06", "2026-12-06")),
        ("2023-11-30", ("2024-02-29", "2024-05-30", "2024-11-30", "2025-11-30")),  # a leap year
        ("2025-08-31", ("2025-11-30", "2026-02-28", "2026-08-31", "2027-08-31")),  # months that are too short
        ("2024-02-29", ("2024-05-29", "2024-08-29", "2025-02-28", "2026-02-28")),
        ("2025-02", ("2025-05-28", "2025-08-28", "2026-02-28", "2027-02-28")),  # from the last day it can mean
        ("2024", ("2025-03-31", "2025-06-30", "2025-12-31", "2026-12-31")),
    ],
)
def test_months_after_the_handover(filled: Path, run: Run, project: str, held: str, days: tuple[str, ...]) -> None:
    run("batch", "hold", "b1", "--on", held)
    assert due(filled, project) == dict(zip((3, 6, 12, 24), days, strict=True))


def test_nothing_before_a_handover_or_of_the_absent(filled: Path, run: Run, project: str) -> None:
    assert due(filled, project) == {}
    absent = run("batch", "show", "b1", "--format", "json").json["lines"][0]["beneficiary"]
    run("batch", "hold", "b1", "--on", "2024-12-06", "--absent", absent)
    assert due(filled, project) == {}


def test_visits_made(filled: Path, run: Run, project: str) -> None:
    """One visit stands for its milestone and those before; one between counts for what was due by then."""
    run("batch", "hold", "b1", "--on", "2024-12-06")
    visited(filled, project, "2025-03-01", 3)  # a little early, but said to be that of 3 months
    assert set(due(filled, project)) == {6, 12, 24}
    visited(filled, project, "2025-07-01")
    assert set(due(filled, project)) == {12, 24}
    visited(filled, project, "2025-11-30", 24)
    assert due(filled, project) == {}


def test_what_is_closed_is_left_in_peace(filled: Path, run: Run, project: str) -> None:
    run("batch", "hold", "b1", "--on", "2024-12-06")
    visited(filled, project, "2025-03-10", 3, "closed")
    assert due(filled, project) == {}
