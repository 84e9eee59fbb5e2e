"""Backups and the way back: identical, proven before anything is replaced, never over what is newer without leave."""

from __future__ import annotations

import os
import re
import signal
import stat
import subprocess
import sys
import time
from contextlib import closing
from pathlib import Path

import pytest
from tests.support import Run

from reinsert_cli.store import backups, content, drafts, keys, opening, place, rewriting
from reinsert_cli.store.keys import Key
from reinsert_cli.store.reading import reading
from reinsert_cli.store.work import writing

pytestmark = pytest.mark.file_only


KEY = Key("5a" * 32)


@pytest.fixture
def key_file(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The file of :data:`KEY`, named in REINSERT_KEY_FILE."""
    file = tmp_path_factory.mktemp("keys") / "key"
    file.write_text(KEY.secret)
    file.chmod(0o600)
    monkeypatch.setenv("REINSERT_KEY_FILE", str(file))
    return file


@pytest.fixture(params=["in clear", "encrypted"])
def kept(request: pytest.FixtureRequest, filled: Path, key_file: Path) -> Path:
    """A ledger with three people in it, as it stands on the disk."""
    if request.param == "encrypted":
        rewriting.rewrite(filled, "encrypt", KEY)
    return filled


def digest(path: Path) -> str:
    with closing(opening.connect(path, 1, read_only=True)) as database:
        return content.digest(database)


def write(path: Path, name: str) -> None:
    with writing(path, "test") as work:
        work.record("test", code=name)


def names(folder: Path) -> list[str]:
    return sorted(entry.name for entry in folder.iterdir())


def test_there_and_back(kept: Path, tmp_path: Path, run: Run) -> None:
    """What a backup holds is what the ledger held, to the last row; so is what is restored, in its place or another."""
    before = digest(kept)
    assert "whole, up to record" in run("backup", tmp_path / "b.db").out
    assert digest(tmp_path / "b.db") == before
    assert opening.is_encrypted(tmp_path / "b.db") == opening.is_encrypted(kept)
    run("--ledger", tmp_path / "new" / "l.db", "restore", tmp_path / "b.db")
    assert digest(tmp_path / "new" / "l.db") == before
    kept.write_bytes(b"lost")
    assert "add --force" in run("restore", tmp_path / "b.db", status=3).err
    run("restore", tmp_path / "b.db", "--force")
    with reading(kept) as reader:
        assert reader.value("SELECT COUNT(*) FROM identity") == 3


def test_restoring_what_loses_nothing_leaves_no_record(kept: Path, tmp_path: Path, run: Run) -> None:
    before = digest(kept)
    run("backup", tmp_path / "b.db")
    assert "is kept" in run("restore", tmp_path / "b.db").out
    assert digest(kept) == before


def test_a_backup_that_lacks_writes_is_not_restored_without_leave(kept: Path, tmp_path: Path, run: Run) -> None:
    """It is told how many would be lost; with --force they are, the log says so, the former ledger stands beside."""
    run("backup", tmp_path / "b.db")
    for name in ("one", "two"):
        write(kept, name)
    before = digest(kept)
    assert "would be lost: 2" in run("restore", tmp_path / "b.db", status=3).err
    assert digest(kept) == before
    told = run("restore", tmp_path / "b.db", "--force").out
    assert "gone from it: 2" in told
    former = re.search(r"is kept: (.*)", told)
    assert former is not None
    assert digest(Path(former[1])) == before
    assert "lost=2" in run("log").out
    run("log", "verify")
    assert "audit" not in str([one for one in run("check", "--format", "json").json["checks"] if not one["ok"]])


def test_a_backup_that_knows_more_is_restored(kept: Path, tmp_path: Path, run: Run) -> None:
    early = kept.read_bytes()
    write(kept, "later")
    run("backup", tmp_path / "b.db")
    late = digest(kept)
    kept.write_bytes(early)
    run("restore", tmp_path / "b.db")
    assert digest(kept) == late


def test_the_backup_of_another_ledger_is_told_as_such(
    kept: Path, tmp_path: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("REINSERT_NOW", "2026-01-14T09:00:00+00:00")
    run("--ledger", tmp_path / "other.db", "init", "--no-encrypt")
    assert "another ledger" in run("restore", tmp_path / "other.db", status=3).err


@pytest.mark.parametrize(("bound", "status"), [("2026-01-15", 0), ("15/01/2026", 0), ("2026-01-16", 3), ("2027", 3)])
def test_not_older_than_a_day(kept: Path, tmp_path: Path, run: Run, bound: str, status: int) -> None:
    run("backup", tmp_path / "b.db")
    run("restore", tmp_path / "b.db", "--not-older-than", bound, status=status)


def test_not_older_than_a_record(kept: Path, tmp_path: Path, run: Run) -> None:
    run("backup", tmp_path / "b.db")
    run("restore", tmp_path / "b.db", "--not-older-than", run("log", "head").out.strip())
    write(kept, "later")
    answer = run("restore", tmp_path / "b.db", "--force", "--not-older-than", run("log", "head").out.strip(), status=3)
    assert "lacks the record" in answer.err


@pytest.mark.parametrize("place_of_damage", [0.3, 0.6, 0.9])
def test_a_damaged_backup_replaces_nothing(kept: Path, tmp_path: Path, run: Run, place_of_damage: float) -> None:
    run("backup", tmp_path / "b.db")
    damaged = bytearray((tmp_path / "b.db").read_bytes())
    start = int(len(damaged) * place_of_damage) // 4096 * 4096
    damaged[start : start + 4096] = b"\x55" * 4096
    (tmp_path / "b.db").write_bytes(damaged)
    before = digest(kept)
    run("restore", tmp_path / "b.db", status=5)
    assert digest(kept) == before


def test_a_changed_letter_in_a_backup_is_found(filled: Path, tmp_path: Path, run: Run) -> None:
    """In clear a page may hold another letter and be whole; the backup’s own audit tells."""
    run("backup", tmp_path / "b.db")
    changed = (
        (tmp_path / "b.db").read_bytes().replace(b"Micro-projets", b"Macro-projets").replace(b"Couture", b"Coiture")
    )
    (tmp_path / "b.db").write_bytes(changed)
    assert "does not hold what its own log says" in run("restore", tmp_path / "b.db", status=5).err


def test_the_backup_of_a_newer_version_is_refused(filled: Path, tmp_path: Path, run: Run) -> None:
    run("backup", tmp_path / "b.db")
    with closing(opening.connect(tmp_path / "b.db", 1)) as database:
        database.execute("UPDATE alembic_version SET version_num = '9999'")
        database.commit()
    assert "newer version" in run("restore", tmp_path / "b.db", "--force", status=5).err


@pytest.mark.parametrize("stranger", [b"no database at all", b"", b"SQLite format 3\0" + b"\0" * 4080])
def test_a_stranger_is_no_backup(filled: Path, tmp_path: Path, run: Run, stranger: bytes) -> None:
    (tmp_path / "b.db").write_bytes(stranger)
    run("restore", tmp_path / "b.db", "--force", status=5)
    run("restore", filled, "--force", status=3)


def test_a_backup_in_clear_does_not_undo_the_encryption(filled: Path, key_file: Path, tmp_path: Path, run: Run) -> None:
    run("backup", tmp_path / "b.db")
    before = digest(filled)
    run("encrypt")
    run("restore", tmp_path / "b.db", "--force")
    assert opening.is_encrypted(filled)
    assert b"Benfictif" not in filled.read_bytes()
    with reading(filled) as reader:
        assert reader.value("SELECT COUNT(*) FROM identity") == 3
    assert digest(tmp_path / "b.db") == before


def test_the_key_of_a_backup_is_that_of_the_ledger(
    filled: Path, tmp_path: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The keyring knows it by the ledger’s path, and nobody types it twice."""
    rewriting.rewrite(filled, "encrypt", KEY)
    asked: list[Path] = []
    monkeypatch.setattr(keys, "key_of", lambda path: asked.append(path) or KEY)
    run("backup", tmp_path / "b.db")
    run("restore", tmp_path / "b.db")
    assert set(asked) == {filled}


def test_what_is_no_file_is_not_set_aside(filled: Path, tmp_path: Path, run: Run) -> None:
    (tmp_path / "folder").mkdir()
    run("backup", tmp_path / "b.db")
    run("--ledger", tmp_path / "folder", "restore", tmp_path / "b.db", "--force", status=5)
    assert (tmp_path / "folder").is_dir()
    assert "no ledger" in run("--ledger", tmp_path / "none.db", "backup", tmp_path / "b.db", "--force", status=5).err


def test_a_journal_left_by_a_crash_is_not_applied_to_what_is_restored(filled: Path, tmp_path: Path, run: Run) -> None:
    """The journal goes with the damaged ledger that it is of."""
    run("backup", tmp_path / "b.db")
    before = digest(filled)
    filled.write_bytes(b"\0" * 4096)
    filled.with_name("ledger.db-journal").write_bytes(b"\xd9\xd5\x05\xf9\x20\xa1\x63\xd7" + bytes(600))
    run("restore", tmp_path / "b.db", "--force")
    assert not filled.with_name("ledger.db-journal").exists()
    with closing(opening.connect(filled, 1, read_only=True)) as database:
        assert content.is_sound(database)
        assert [one.hash for one in content.records(database)][:-1] == [one.hash for one in _records(tmp_path / "b.db")]
    assert before == digest(tmp_path / "b.db")


def _records(path: Path) -> list[content.Record]:
    with closing(opening.connect(path, 1, read_only=True)) as database:
        return content.records(database)


def test_a_backup_goes_over_nothing_without_leave(filled: Path, tmp_path: Path, run: Run) -> None:
    (tmp_path / "b.db").write_bytes(b"mine")
    run("backup", tmp_path / "b.db", status=3)
    assert (tmp_path / "b.db").read_bytes() == b"mine"
    run("backup", tmp_path / "b.db", "--force")
    assert digest(tmp_path / "b.db") == digest(filled)
    run("backup", filled, "--force", status=2)
    (tmp_path / "link.db").symlink_to(tmp_path / "nowhere.db")
    run("backup", tmp_path / "link.db", status=3)
    assert not (tmp_path / "nowhere.db").exists()


def test_a_folder_keeps_the_newest(filled: Path, tmp_path: Path, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    """Dated names; only this ledger’s own dated backups give way, once the new one is whole."""
    folder = tmp_path / "backups"
    run("backup", folder, "--keep", "2")
    for name in ("ledger-20250101T000000Z-01.db.txt", "other-20250101T000000Z-01.db", "notes.txt"):
        (folder / name).touch()
    for day in ("16", "17"):
        monkeypatch.setenv("REINSERT_NOW", f"2026-01-{day}T09:00:00+00:00")
        told = run("backup", folder, "--keep", "2").out
    assert "Removed:" in told
    assert [name for name in names(folder) if name.startswith("ledger-2026")] == [
        "ledger-20260116T090000Z-01.db", "ledger-20260117T090000Z-01.db",
    ]  # fmt: skip
    assert len(names(folder)) == 5
    run("backup", folder)
    assert "ledger-20260117T090000Z-02.db" in names(folder)
    (tmp_path / "file").touch()
    run("backup", tmp_path / "file", "--keep", "2", status=2)


def test_a_clock_that_goes_backwards_does_not_take_the_new_backup(
    filled: Path, tmp_path: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    run("backup", tmp_path / "b", "--keep", "1")
    monkeypatch.setenv("REINSERT_NOW", "2020-01-01T00:00:00+00:00")
    run("backup", tmp_path / "b", "--keep", "1")
    assert names(tmp_path / "b") == ["ledger-20200101T000000Z-01.db"]


def test_a_backup_that_is_not_the_same_is_not_left(
    filled: Path, tmp_path: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A disk that loses what it was given: nothing takes the backup’s name, and the older ones stay."""
    run("backup", tmp_path / "b", "--keep", "1")
    monkeypatch.setattr(content, "copy", lambda _source, draft, *_key: draft.write_bytes(b""))
    before = names(tmp_path / "b")
    assert "is not what the ledger holds" in run("backup", tmp_path / "b", "--keep", "1", status=5).err
    assert names(tmp_path / "b") == before


def test_a_damaged_ledger_is_not_backed_up(filled: Path, tmp_path: Path, run: Run) -> None:
    damaged = bytearray(filled.read_bytes())
    damaged[40 * 4096 : 60 * 4096] = b"\x55" * 4096 * 20
    filled.write_bytes(damaged)
    run("backup", tmp_path / "b.db", status=5)
    assert not (tmp_path / "b.db").exists()


WRITER = """
import sys
from pathlib import Path
from reinsert_cli.store.work import writing
for number in range(1000):
    with writing(Path(sys.argv[1]), "test") as work:
        work.record("test", number=number)
    print(flush=True)
"""


def test_backups_are_taken_while_others_write(kept: Path, tmp_path: Path) -> None:
    """Each is of one moment: its chain is whole, and none is behind what was acknowledged before it began."""
    with subprocess.Popen([sys.executable, "-c", WRITER, kept], stdout=subprocess.PIPE, text=True) as writer:
        assert writer.stdout is not None
        for number in range(3):
            writer.stdout.readline()
            acknowledged = place.connect_read_only(kept)
            known = len(content.records(acknowledged))
            acknowledged.close()
            taken = backups.back_up(kept, tmp_path / f"{number}.db")
            assert taken.last.number >= known
            with reading(taken.path) as reader:
                assert not backups._contradicted(reader)
        writer.kill()


@pytest.mark.parametrize("umask", [0, 0o077])
def test_modes_at_any_umask(kept: Path, tmp_path: Path, run: Run, umask: int) -> None:
    before = os.umask(umask)
    try:
        run("backup", tmp_path / "far" / "away" / "b.db")
        run("restore", tmp_path / "far" / "away" / "b.db")
        run("backup", tmp_path / "many", "--keep", "3")
    finally:
        os.umask(before)
    made = [kept, *kept.parent.glob("ledger.before*"), *(tmp_path / "far").rglob("*"), *(tmp_path / "many").rglob("*")]
    assert len(made) == 5
    for path in (*made, tmp_path / "far", tmp_path / "many"):
        assert stat.S_IMODE(path.stat().st_mode) == (0o700 if path.is_dir() else 0o600), path


KILLED = """
import os, signal, sys
from pathlib import Path
from reinsert_cli.cli.main import run
from reinsert_cli.store import backups, content, drafts
module, name = sys.argv[1].split(".")
where = {"content": content, "drafts": drafts, "backups": backups}[module]
setattr(where, name, lambda *_, **__: os.kill(os.getpid(), signal.SIGKILL))
run(sys.argv[2:])
"""


@pytest.mark.parametrize("moment", ["content.require_same", "drafts.settle"])
def test_killed_while_restoring_the_ledger_is_the_old_one(kept: Path, tmp_path: Path, run: Run, moment: str) -> None:
    """Or the new one; the next command takes away what was left."""
    run("backup", tmp_path / "b.db")
    write(kept, "later")
    before, size = digest(kept), len(names(tmp_path))
    command = [sys.executable, "-c", KILLED, moment, "restore", str(tmp_path / "b.db"), "--force"]
    killed = subprocess.run(command, env={**os.environ}, check=False)
    assert killed.returncode == -signal.SIGKILL
    run("partner", "list")
    assert digest(kept) == before
    assert not drafts.draft_of(kept).exists()
    assert len(names(tmp_path)) <= size + 1
    deadline = time.monotonic() + 5
    run("restore", tmp_path / "b.db", "--force")
    assert time.monotonic() < deadline
