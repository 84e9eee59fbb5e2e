"""A ledger of every landed schema comes up to date with everything it held."""

from __future__ import annotations

import json
import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from tests.support import Run

from reinsert_cli.store import content, keys, migrate, opening, place, sqlite

pytestmark = pytest.mark.file_only


DATA = Path(__file__).parents[1] / "data"


VERSIONS = ("0001", "0002", "0003", "0004", "0005", "0006", "0007", "0008")


@pytest.fixture
def version() -> str:
    """The landed version that a test speaks of, the first unless it says otherwise."""
    return "0001"


@pytest.fixture
def old(version: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The ledger of a life played by the commands of a landed version."""
    path = tmp_path / "old.db"
    with sqlite3.connect(path) as database:
        database.executescript((DATA / f"ledger_{version}.sql").read_text(encoding="utf-8"))
        database.execute(f"PRAGMA application_id = {sqlite.APPLICATION_ID}")
    monkeypatch.setenv("REINSERT_LEDGER", str(path))
    return path


def schema(path: Path) -> list[tuple[Any, ...]]:
    """Every table's columns and indexes, and every trigger and view."""
    with sqlite3.connect(path) as database:
        names = [row[0] for row in database.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
        columns = [
            (name, *sorted(row[1:4] + row[5:] for row in database.execute(f"PRAGMA table_info({name})")))
            for name in sorted(names)
        ]
        keys = [
            (name, *sorted(row[2:5] for row in database.execute(f"PRAGMA foreign_key_list({name})")))
            for name in sorted(names)
        ]
        rest = database.execute(
            "SELECT type, name, sql FROM sqlite_master WHERE type IN ('trigger', 'view', 'index') AND sql IS NOT NULL "
            "ORDER BY name"
        ).fetchall()
    return [*columns, *keys, *rest]


@pytest.mark.parametrize("version", VERSIONS)
def test_it_must_be_migrated_first(version: str, old: Path, run: Run) -> None:
    assert "Run “reinsert migrate” once." in run("report", "region", status=5).err
    assert f"from schema {version} to {place.SCHEMA}" in run("migrate").out
    assert run("migrate", status=0).out


@pytest.mark.parametrize("version", VERSIONS)
def test_the_migrated_ledger_is_what_a_new_one_would_be(version: str, old: Path, tmp_path: Path) -> None:
    """Tables, keys, indexes, triggers, views: the same as those of a ledger made today."""
    migrate.migrate(old)
    migrate.create(tmp_path / "new.db")
    assert schema(old) == schema(tmp_path / "new.db")


@pytest.mark.parametrize("version", VERSIONS)
@pytest.mark.parametrize("report", ["region", "programme", "batch", "budget", "statements"])
def test_its_figures_are_the_same(version: str, old: Path, run: Run, report: str) -> None:
    """What that version answered, column by column, this one answers too."""
    migrate.migrate(old)
    before = json.loads((DATA / f"ledger_{version}_{report}.json").read_text(encoding="utf-8"))
    now = run("report", report, "--format", "json").json
    keys = [column["key"] for column in before["columns"] if column["key"] != "used"]  # cut off then, rounded now
    assert [{key: row[key] for key in keys} for row in now["rows"]] == [
        {key: row[key] for key in keys} for row in before["rows"]
    ]
    assert {key: now["totals"][key] for key in before["totals"]} == before["totals"]


@pytest.mark.parametrize("version", [VERSIONS[0], VERSIONS[-1]])
def test_an_encrypted_ledger_stays_encrypted(
    version: str, old: Path, run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Its figures are the same too, and no journal of the migration is in clear."""
    key, _is_new = keys.of_file(tmp_path / "key")
    (tmp_path / "locked.db").touch()
    with closing(opening.connect(old, 1, with_cipher=True)) as source:
        source.isolation_level = None
        content.copy_across(source, tmp_path / "locked.db", key)
    monkeypatch.setenv("REINSERT_KEY_FILE", str(tmp_path / "key"))
    monkeypatch.setenv("REINSERT_LEDGER", str(tmp_path / "locked.db"))
    assert "Run “reinsert migrate” once." in run("report", "region", status=5).err
    run("migrate")
    before = json.loads((DATA / f"ledger_{version}_region.json").read_text(encoding="utf-8"))
    totals = run("report", "region", "--format", "json").json["totals"]
    assert {name: totals[name] for name in before["totals"]} == before["totals"]
    assert opening.is_encrypted(tmp_path / "locked.db")


def test_its_life_goes_on(old: Path, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    """Old postings are proven and mended as new ones are, and old rows have a history from the migration on."""
    monkeypatch.setenv("REINSERT_NOW", "2026-01-10T09:00:00+00:00")
    run("migrate")
    found = run("check", "--format", "json", status=1).json["checks"]
    assert {one["code"] for one in found if not one["ok"]} == {
        "batch.receipts", "envelope.overridden", "statements.agree",
    }  # fmt: skip
    run("batch", "receipts", "b1", "--others", "present")
    monkeypatch.setenv("REINSERT_NOW", "2026-01-15T09:00:00+00:00")
    run("batch", "correct", "b1", "1", "--amount", "12 000,00", "--reason", "faute de frappe")
    run("batch", "return", "b1", "2", "--reason", "machine défectueuse")
    found = run("check", "--format", "json", status=1).json["checks"]
    assert {one["code"] for one in found if not one["ok"]} == {
        "envelope.overridden", "statements.agree", "statements.headcounts",
    }  # fmt: skip
    as_migrated = run("report", "region", "--as-of", "2026-01-10", "--format", "json").json
    assert as_migrated["totals"]["delivered"] == "29500.50"
    assert run("report", "region", "--format", "json").json["totals"]["delivered"] == "12000.00"
    assert "since 2026-01-10" in run("report", "region", "--as-of", "2026-01-09", status=3).err


@pytest.mark.parametrize("version", ["0002", "0003", "0004", "0005", "0006", "0007", "0008"])
def test_what_was_proven_stays_proven(version: str, old: Path, run: Run) -> None:
    """The rows of the second schema had their digests in the audit: columns added since contradict none of them."""
    run("migrate")
    wrong = {one["code"] for one in run("check", "--format", "json", status=None).json["checks"] if not one["ok"]}
    assert not {code for code in wrong if code.startswith(("audit.", "file.", "journal."))}


@pytest.mark.parametrize("version", VERSIONS)
def test_a_migrated_ledger_is_proved_to_the_last_row(version: str, old: Path, run: Run) -> None:
    run("migrate")
    found = run("check", "--deep", "--format", "json", status=None).json["checks"]
    assert all(one["ok"] for one in found if one["code"].startswith(("file.", "audit.")))


def test_a_migration_that_fails_changes_nothing(old: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Columns, tables and views are one transaction: the file stays as it was."""
    before = old.read_bytes()
    monkeypatch.setattr("reinsert_cli.store.history.keep", lambda _execute: 1 / 0)
    with pytest.raises(ZeroDivisionError):
        migrate.migrate(old)
    assert old.read_bytes() == before


def test_old_postings_that_were_doubled_are_found(old: Path, run: Run) -> None:
    """The first schema's postings name no audit record; their sum is compared with what the audit tells."""
    with sqlite3.connect(old) as database:
        database.executescript(
            "CREATE TEMP TABLE twice AS SELECT * FROM journal WHERE kind = 'allocate';"
            "UPDATE twice SET id = NULL; INSERT INTO journal SELECT * FROM twice"
        )
    run("migrate")
    found = run("check", "--format", "json", status=1).json["checks"]
    assert "audit.journal" in {one["code"] for one in found if not one["ok"]}
