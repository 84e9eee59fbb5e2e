"""Nothing that was rectified or undone is left where SQLite moved rows about: the file is written anew."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Final

import pytest
from tests.support import Run

from reinsert_cli.store import place

pytestmark = pytest.mark.file_only


PAGE: Final = 4096
LEAF_OF_A_TABLE: Final = 13
TRACE: Final = b"Zorglubina Quastafi"


def leave_trace(path: Path) -> None:
    """Write into the room between the cells of a page, as is left there when rows move to another page."""
    content = bytearray(path.read_bytes())
    for start in range(PAGE, len(content), PAGE):
        cells = int.from_bytes(content[start + 3 : start + 5])
        free, used = start + 8 + 2 * cells, start + int.from_bytes(content[start + 5 : start + 7])
        if content[start] == LEAF_OF_A_TABLE and cells and used - free > 2 * len(TRACE):
            content[used - len(TRACE) : used] = TRACE
            path.write_bytes(content)
            return
    pytest.fail("no page has room")


@pytest.fixture
def code(filled: Path) -> str:
    """One of the three people, of whom a trace stands between the cells of the file."""
    leave_trace(filled)
    assert TRACE in filled.read_bytes()
    with sqlite3.connect(filled) as database:
        return str(database.execute("SELECT MIN(beneficiary_code) FROM identity").fetchone()[0])


def test_rectifying_sweeps(filled: Path, code: str, run: Run) -> None:
    run("beneficiary", "rectify", code, "--name", "Autre Inventani", "--reason", "erreur")
    assert TRACE not in filled.read_bytes()
    run("check")


def test_undoing_sweeps(filled: Path, code: str, run: Run) -> None:
    run("imports", "undo", "I-000001")
    assert TRACE not in filled.read_bytes()
    run("check")


def test_what_could_not_be_swept_is_told(filled: Path, code: str, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    """It is done all the same; the next one sweeps."""

    def fail(_path: Path) -> None:
        raise sqlite3.OperationalError("database is locked")

    with monkeypatch.context() as patch:
        patch.setattr("reinsert_cli.store.redaction.sweep", fail)
        answer = run("beneficiary", "rectify", code, "--cin", "ZZ9999", "--reason", "erreur", status=5)
    assert "Rectified of" in answer.out
    assert "may still hold traces" in answer.err
    run("imports", "undo", "I-000001", status=3)
    run("beneficiary", "rectify", code, "--cin", "ZZ9998", "--reason", "erreur")
    assert TRACE not in filled.read_bytes()


def test_a_reader_of_a_write_ahead_log_does_not_keep_what_is_told_as_erased(
    planned: Path, people: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Another tool set the log, and reads: the file itself would stay as it was, and be told as swept."""
    monkeypatch.setattr(place, "BUSY_SECONDS", 0.1)
    run("import", people, "--as", "beneficiaries")
    with closing(sqlite3.connect(planned)) as other:
        other.execute("PRAGMA journal_mode = WAL").fetchall()
        other.execute("BEGIN")
        (code,) = other.execute("SELECT beneficiary_code FROM identity WHERE cin = 'ZZ1001'").fetchone()
        told = run("beneficiary", "erase", code, "--reason", "test", status=5).err
        assert "may still hold traces" in told
        assert b"ZZ1001" in planned.read_bytes()
    assert "swept again" in run("beneficiary", "erase", code, "--reason", "test").out
    assert b"ZZ1001" not in planned.read_bytes()
    assert not planned.with_name("ledger.db-wal").exists()
