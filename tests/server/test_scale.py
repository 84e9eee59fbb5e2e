"""The country of docs/scale.md in its smallest form: two years of a few projects, and the table that is made of it."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.support import Run
from tools.scale import __main__ as scale
from tools.scale import country

from reinsert_cli.store.server import Server


@pytest.mark.file_only
def test_a_small_country_is_typed_in_and_asked(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, run: Run, database: Server
) -> None:
    monkeypatch.setenv("REINSERT_NOW", "")
    monkeypatch.setattr(country, "A_YEAR", 4)
    monkeypatch.setattr(country, "EACH", 4)
    monkeypatch.setattr(scale, "YEARS", range(2024, 2026))
    monkeypatch.setattr(scale, "LAST", 2025)
    ledger = tmp_path / "country.db"
    measured = dict(scale.measured(1, {"SQLite": ledger, "PostgreSQL": database}, tmp_path))
    found = measured["SQLite", 1]
    assert (found.rows["lines"], found.imported["lists 2024"]) == (8, 4)
    assert found.rows["visits"] == found.imported["visits 2025"] > 0
    rows = list(scale.table(measured))
    assert rows[0] == "|  | SQLite, 1 × | PostgreSQL, 1 × |"
    assert "| lines | 8 | 8 |" in rows
    assert measured["PostgreSQL", 1].imported == {"lists 2025": 4, "visits 2025": found.rows["visits"]}
    assert {
        one["code"]
        for one in run("--ledger", str(ledger), "check", "--format", "json", status=None).json["checks"]
        if not one["ok"]
    } <= {"batch.receipts"}
