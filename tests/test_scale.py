"""The country of docs/scale.md in its smallest form: two years of a few projects, and the table that is made of it."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.support import Run
from tools.scale import __main__ as scale
from tools.scale import country


@pytest.mark.file_only
def test_a_small_country_is_typed_in_and_asked(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, run: Run) -> None:
    monkeypatch.setenv("REINSERT_NOW", "")
    monkeypatch.setattr(country, "A_YEAR", 4)
    monkeypatch.setattr(country, "EACH", 4)
    monkeypatch.setattr(scale, "YEARS", range(2024, 2026))
    ledger = tmp_path / "country.db"
    found = scale.typed_in(ledger, 1, tmp_path)
    assert (found.rows["lines"], found.imported["lists 2024"]) == (8, 4)
    assert found.rows["visits"] == found.imported["visits 2025"] > 0
    rows = list(scale.table({("SQLite", 1): found}))
    assert rows[0] == "|  | SQLite, 1 × |"
    assert "| lines | 8 |" in rows
    assert {
        one["code"]
        for one in run("--ledger", str(ledger), "check", "--format", "json", status=None).json["checks"]
        if not one["ok"]
    } <= {"batch.receipts"}
