"""Where a ledger or an answer cannot stand: links, folders that went, newer versions; and what time does to it."""

from __future__ import annotations

import shutil
import sqlite3
import threading
import time
from contextlib import closing
from pathlib import Path

import pytest
from tests.support import Run

from reinsert_cli.store import place

pytestmark = pytest.mark.file_only


@pytest.mark.parametrize("words", ["report region", "partner add x --name X", "migrate", "check"])
def test_a_link_to_a_ledger_is_refused(
    filled: Path, run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, words: str
) -> None:
    link = tmp_path / "link.db"
    link.symlink_to(filled)
    before = filled.read_bytes()
    monkeypatch.setenv("REINSERT_LEDGER", str(link))
    assert "is a symbolic link." in run(*words.split(), status=5).err
    assert filled.read_bytes() == before


@pytest.mark.parametrize(
    "words",
    ["report region -o {}", "report region -o {}.xlsx", "export journal -o {}"],
)
def test_an_answer_is_not_written_through_a_link(filled: Path, run: Run, tmp_path: Path, words: str) -> None:
    target = tmp_path / "somebody else's"
    target.write_text("not yours")
    typed = words.format(tmp_path / "link").split()
    Path(typed[-1]).symlink_to(target)
    assert "is a symbolic link." in run(*typed, status=2).err
    assert target.read_text() == "not yours"


def test_a_pack_is_not_written_through_a_link(filled: Path, run: Run, tmp_path: Path) -> None:
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "link").symlink_to(tmp_path / "elsewhere")
    run("export", "monthly", "--month", "2026-01", "-o", tmp_path / "link", status=3)
    assert not list((tmp_path / "elsewhere").iterdir())


def test_a_folder_that_went(filled: Path, run: Run, tmp_path: Path) -> None:
    """Of the answer: it is said, and nothing else happens. Of the ledger: there is none."""
    assert "cannot be written" in run("report", "region", "-o", tmp_path / "gone" / "r.csv", status=2).err
    shutil.rmtree(filled.parent)
    assert "There is no ledger" in run("report", "region", status=5).err
    assert "There is no ledger" in run("partner", "add", "x", "--name", "X", status=5).err


def test_a_ledger_of_a_newer_version(filled: Path, run: Run) -> None:
    with closing(sqlite3.connect(filled)) as database, database:
        database.execute("UPDATE alembic_version SET version_num = '9999'")
    before = filled.read_bytes()
    for words in (("report", "region"), ("partner", "add", "x", "--name", "X"), ("migrate",), ("check", "--deep")):
        assert "made by a newer version (schema 9999;" in run(*words, status=5).err
    assert filled.read_bytes() == before


def test_a_clock_that_goes_backwards(filled: Path, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    """Writes keep their order, whatever their times say; nothing is refused, and the proofs hold."""
    monkeypatch.setenv("REINSERT_NOW", "2020-01-01T00:00:00+00:00")
    run("batch", "lock", "b1")
    monkeypatch.setenv("REINSERT_NOW", "2026-01-16T09:00:00+00:00")
    run("batch", "hold", "b1", "--on", "2026-01-16")
    run("log", "verify")
    wrong = {
        one["code"] for one in run("check", "--deep", "--format", "json", status=None).json["checks"] if not one["ok"]
    }
    assert not {code for code in wrong if code.startswith(("audit.", "file.", "journal."))}
    as_locked = run("report", "budget", "--as-of", "2026-01-15", "--format", "json").json
    assert as_locked["totals"]["committed"] == "37500.50"


def test_whoever_waits_is_told_and_not_for_ever(filled: Path, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    """Another writer holds the ledger: a line after a while, exit 5 at the end; one that lets go is waited for."""
    monkeypatch.setattr("reinsert_cli.store.patience.LONG", 0.05)
    monkeypatch.setattr(place, "BUSY_SECONDS", 0.3)
    with closing(sqlite3.connect(filled, isolation_level=None, check_same_thread=False)) as other:
        other.execute("BEGIN IMMEDIATE")
        refused = run("partner", "add", "x", "--name", "X", status=5)
        assert "Another command is using" in refused.err
        assert "for more than 0.3 seconds" in refused.err
        monkeypatch.setattr(place, "BUSY_SECONDS", 20)
        letting_go = threading.Timer(0.5, lambda: other.execute("ROLLBACK"))
        letting_go.start()
        assert "Another command is using" in run("partner", "add", "x", "--name", "X").err
        letting_go.join()


def test_whoever_waits_for_nobody_is_told_nothing(filled: Path, run: Run) -> None:
    started = time.monotonic()
    told = run("partner", "add", "x", "--name", "X").err
    assert not told or time.monotonic() - started > 1
