"""A check that finds the same of very many places: a screen shows some and says how many more there are."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.support import Run
from tools.many_lines import make

SHOWN = 12


@pytest.mark.file_only
def test_a_screen_shows_the_first_places(tmp_path: Path, run: Run) -> None:
    ledger = tmp_path / "long.db"
    make(ledger, 2_000)
    told = run("--ledger", ledger, "check", "--format", "json", status=1).json["checks"]
    places = next(one for one in told if one["code"] == "batch.receipts")
    assert places["count"] > SHOWN
    assert places["detail"].count("lot-") == places["count"]
    shown = run("--ledger", ledger, "check", status=1).out
    row = shown[shown.index("batch.receipts") :].split("person.")[0]
    assert row.count("lot-") == SHOWN
    assert f"and {places['count'] - SHOWN} more" in " ".join(row.split())
    whole = tmp_path / "found.csv"
    run("--ledger", ledger, "check", "--output", whole, status=1)
    assert whole.read_text(encoding="utf-8").count("lot-") >= places["count"]
