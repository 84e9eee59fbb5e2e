"""A region without a network: it works on a copy, and what it did is carried to the shared ledger by its lists."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.support import NOTHING, PEOPLE, Run, write_xlsx

pytestmark = pytest.mark.file_only

OWN = (
    PEOPLE[0],
    ("Régionale", "Sara", "ZZ5001", "F", "Fès", "Pâtisserie", "équipement", 9000),
    ("El Exemple", "Karim", None, "H", "Meknès", "Soudure", "équipement", 6000),
)
"""The region's list: somebody new, and one who may be somebody that the shared ledger has come to know."""


@pytest.fixture
def region(planned: Path, run: Run, tmp_path: Path) -> Path:
    """The region's copy of the shared ledger."""
    copy = tmp_path / "region.db"
    run("ledger", "copy", planned, copy)
    return copy


def bring(run: Run, ledger: Path, file: Path, status: int = 0) -> dict[str, int]:
    """Bring a list into ``b1`` of a ledger; give what became of its rows."""
    into = ("--as", "distributions", "--batch", "b1", "--envelope", "env", "--format", "json")
    outcomes: dict[str, int] = run("--ledger", ledger, "import", file, *into, status=status).json["files"][0][
        "outcomes"
    ]
    return outcomes


def test_its_lists_are_brought_in_again(planned: Path, region: Path, people: Path, run: Run, tmp_path: Path) -> None:
    """Both wrote meanwhile: who may be somebody known is asked about, and a list brought in twice changes nothing."""
    own = write_xlsx(tmp_path / "own.xlsx", OWN)
    assert bring(run, region, own) == {**NOTHING, "new": 2}
    assert bring(run, planned, people) == {**NOTHING, "new": 3}
    assert bring(run, planned, own, status=1) == {**NOTHING, "new": 1, "parked": 1}
    assert bring(run, planned, own, status=1)["new"] == 0
    assert run("report", "batch", "--format", "json").json["totals"]["beneficiaries"] == 4


def test_what_an_envelope_lacks_is_refused(planned: Path, region: Path, run: Run, tmp_path: Path) -> None:
    """On the region's copy there was enough."""
    own = write_xlsx(tmp_path / "own.xlsx", (PEOPLE[0], (*OWN[1][:-1], 60_000)))
    others = write_xlsx(
        tmp_path / "others.xlsx", (PEOPLE[0], ("Autrui", "Ali", "ZZ6001", "H", "Fès", "Snack", "équipement", 70_000))
    )
    bring(run, region, own)
    run("--ledger", region, "batch", "lock", "b1")
    bring(run, planned, others)
    bring(run, planned, own)
    run("batch", "lock", "b1", status=3)


def test_a_copy_that_only_grew_is_the_ledger(planned: Path, region: Path, run: Run, tmp_path: Path) -> None:
    """Nobody wrote to the shared one: its head is in the region's chain, and the file is carried whole."""
    run("--ledger", region, "partner", "add", "late", "--name", "Tard")
    head = run("log", "head").out.strip()
    run("--ledger", region, "log", "verify", "--head", head)
    run("ledger", "copy", region, tmp_path / "shared.db")
    run("--ledger", tmp_path / "shared.db", "log", "verify", "--head", head)
    run("partner", "add", "other", "--name", "Autre")
    grown = run("log", "head").out.strip()
    run("--ledger", region, "log", "verify", "--head", grown, status=1)
