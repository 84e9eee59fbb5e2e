"""What a killed command leaves in the ledger's folder: the next command takes it back by itself."""

from __future__ import annotations

import shutil
import sqlite3
from pathlib import Path

import pytest
from tests.support import Run

pytestmark = pytest.mark.file_only


@pytest.fixture
def half_written(planned: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A ledger whose writer was killed in the middle: pages of it are new, and its journal holds the old ones."""
    path = tmp_path / "half.db"
    writer = sqlite3.connect(planned, isolation_level=None)
    writer.execute("PRAGMA cache_size = 1")
    writer.execute("BEGIN IMMEDIATE")
    writer.execute("UPDATE province SET name_fr = 'X' || name_fr")
    writer.execute("INSERT INTO profile SELECT code, hex(zeroblob(4000)), '', '' FROM province")
    shutil.copy(planned, path)
    shutil.copy(f"{planned}-journal", f"{path}-journal")
    writer.execute("ROLLBACK")
    writer.close()
    assert path.read_bytes() != planned.read_bytes()
    monkeypatch.setenv("REINSERT_LEDGER", str(path))
    return path


@pytest.mark.parametrize(
    "words",
    ["report budget --format json", "partner add other --name Autre", "migrate", "check"],
    ids=lambda it: it[:7],
)
def test_no_command_needs_unlocking(half_written: Path, run: Run, words: str) -> None:
    run(*words.split())
    assert not Path(f"{half_written}-journal").exists()
    with sqlite3.connect(half_written) as database:
        assert not database.execute("SELECT * FROM province WHERE name_fr LIKE 'X%'").fetchall()


def test_where_it_cannot_be_taken_back_it_says_so(half_written: Path, run: Run) -> None:
    """A journal that is a folder: SQLite can do nothing with it, and the ledger is not read half written."""
    Path(f"{half_written}-journal").unlink()
    Path(f"{half_written}-journal").mkdir()
    assert "cannot be used" in run("report", "budget", status=5).err
