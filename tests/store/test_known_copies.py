"""What is known of a ledger's copies: the former ledgers by whatever name, and whose the backups in a folder are."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.support import Run

from reinsert_cli.store import backups_made


@pytest.mark.parametrize("name", ["led.sqlite", "led", "led [2026].db", "l.e.d*.db"])
def test_a_former_ledger_is_known_whatever_its_name(filled: Path, tmp_path: Path, run: Run, name: str) -> None:
    """Restored over, it stands beside: under its own ending, and where its name holds what a pattern would mean."""
    (tmp_path / "here").mkdir()
    ledger = filled.rename(tmp_path / "here" / name)
    run("--ledger", ledger, "backup", tmp_path / "b.db")
    run("--ledger", ledger, "restore", tmp_path / "b.db")
    former = [one for one in ledger.parent.iterdir() if ".before-" in one.name]
    assert len(former) == 1
    assert [one.path for one in backups_made.kept(ledger)] == [tmp_path / "b.db", *former]


def test_the_journal_of_a_former_ledger_is_known_too(filled: Path, tmp_path: Path, run: Run) -> None:
    run("backup", tmp_path / "b.db")
    filled.write_bytes(b"lost")
    filled.with_name("ledger.db-wal").write_bytes(b"pages")
    run("restore", tmp_path / "b.db", "--force")
    known = {one.path.name for one in backups_made.kept(filled)}
    assert {f"ledger.before-20260115T090000Z-01.db{end}" for end in ("", "-wal")} <= known
