"""What is known of a ledger's copies: the former ledgers by whatever name, and whose the backups in a folder are."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from tests.support import Run

from reinsert_cli.store import backups_made, rewriting
from reinsert_cli.store.keys import Key
from reinsert_cli.store.work import writing

pytestmark = pytest.mark.file_only


def write(path: Path, name: str) -> None:
    with writing(path, "test") as work:
        work.record("test", code=name)


def names(folder: Path) -> list[str]:
    return sorted(entry.name for entry in folder.iterdir())


@pytest.fixture
def stick(tmp_path: Path) -> Path:
    """A folder that backups go to."""
    (tmp_path / "stick").mkdir()
    return tmp_path / "stick"


@pytest.fixture
def on_day(monkeypatch: pytest.MonkeyPatch) -> Callable[[int], None]:
    """Let it be a day of January 2026."""
    return lambda day: monkeypatch.setenv("REINSERT_NOW", f"2026-01-{day}T09:00:00+00:00")


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


def test_anothers_backups_never_give_way(
    filled: Path, tmp_path: Path, stick: Path, run: Run, on_day: Callable[[int], None]
) -> None:
    """Two ledgers called ledger.db, in two folders, whose backups go to one stick."""
    on_day(14)
    run("--ledger", tmp_path / "other" / "ledger.db", "init", "--no-encrypt")
    run("--ledger", tmp_path / "other" / "ledger.db", "backup", stick)
    for day in (16, 17, 18):
        on_day(day)
        run("backup", stick, "--keep", "1")
    assert names(stick) == ["ledger-20260114T090000Z-01.db", "ledger-20260118T090000Z-01.db"]


def test_what_a_copy_of_the_ledger_wrote_since_does_not_give_way(
    filled: Path, tmp_path: Path, stick: Path, run: Run, on_day: Callable[[int], None]
) -> None:
    """Both began as one: a backup of the other that holds what this one does not is the other's."""
    (tmp_path / "copy").mkdir()
    shutil.copy(filled, tmp_path / "copy" / "ledger.db")
    write(tmp_path / "copy" / "ledger.db", "only there")
    run("--ledger", tmp_path / "copy" / "ledger.db", "backup", stick)
    on_day(16)
    run("backup", stick, "--keep", "1")
    assert len(names(stick)) == 2


def test_its_own_give_way_though_the_list_is_lost(
    filled: Path, stick: Path, run: Run, on_day: Callable[[int], None]
) -> None:
    """On another machine there is no list: what the backup itself holds tells whose it is."""
    run("backup", stick)
    filled.with_name("ledger.db.backups").unlink()
    on_day(16)
    run("backup", stick, "--keep", "1")
    assert names(stick) == ["ledger-20260116T090000Z-01.db"]


def test_its_own_give_way_under_another_key_and_with_writes_lost_since(
    filled: Path, tmp_path: Path, stick: Path, run: Run, on_day: Callable[[int], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    """These the list alone tells of: one key opened them, or they hold what a restore took back."""
    key = tmp_path / "key"
    key.touch(mode=0o600)
    key.write_text("ab" * 32)
    monkeypatch.setenv("REINSERT_KEY_FILE", str(key))
    run("backup", tmp_path / "early.db")
    write(filled, "lost")
    run("backup", stick)
    run("restore", tmp_path / "early.db", "--force")
    rewriting.rewrite(filled, "encrypt", Key("ab" * 32))
    on_day(16)
    run("backup", stick)
    rewriting.rewrite(filled, "rekey", Key("cd" * 32))
    key.write_text("cd" * 32)
    on_day(17)
    run("backup", stick, "--keep", "1")
    assert names(stick) == ["ledger-20260117T090000Z-01.db"]


def test_copies_in_clear_of_an_encrypted_ledger_are_named(
    filled: Path, tmp_path: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    """By who encrypts it, and by who restores an encrypted backup over a ledger in clear, which stays beside."""
    key = tmp_path / "key"
    key.touch(mode=0o600)
    key.write_text("ab" * 32)
    monkeypatch.setenv("REINSERT_KEY_FILE", str(key))
    run("backup", tmp_path / "plain.db")
    in_clear = filled.read_bytes()
    assert f"in clear, which anybody can read: {tmp_path / 'plain.db'}." in run("encrypt").out
    run("backup", tmp_path / "locked.db")
    assert "anybody can read" not in run("--ledger", tmp_path / "new.db", "restore", tmp_path / "locked.db").out
    filled.write_bytes(in_clear)
    told = run("restore", tmp_path / "locked.db").out.splitlines()[-1]
    assert (told.count(".db"), "plain.db" in told, "ledger.before-2026" in told) == (2, True, True)
