"""A ledger copied from file to file: the same to the last row, whole or not at all, and its life goes on."""

from __future__ import annotations

import os
import signal
import sqlite3
import stat
import subprocess
import sys
from contextlib import closing
from itertools import groupby
from pathlib import Path

import pytest
from tests.lives import answers, live
from tests.support import Run

from reinsert_cli.domain.faults import Refusal
from reinsert_cli.store import copying, drafts, migrate, opening, sqlite
from reinsert_cli.store.keys import Key
from reinsert_cli.store.reading import Reader, reading

pytestmark = pytest.mark.file_only

DATA = Path(__file__).parents[1] / "data"
KEY = Key("5a" * 32)

KILLED = """
import os, signal, sys
from reinsert_cli.cli.main import run
from reinsert_cli.store import copying, drafts
module, name = sys.argv[1].split(".")
where = {"copying": copying, "drafts": drafts}[module]
setattr(where, name, lambda *_, **__: os.kill(os.getpid(), signal.SIGKILL))
run(sys.argv[2:])
"""


def names(folder: Path) -> set[str]:
    return {entry.name for entry in folder.iterdir()}


def digest(path: Path) -> str:
    with reading(path) as reader:
        return copying.journal_of(reader)


@pytest.fixture
def lived(run: Run, tmp_path: Path) -> Path:
    """A ledger with a long life, in clear."""
    path = tmp_path / "lived" / "ledger.db"
    path.parent.mkdir()
    live(run, str(path), path.parent)
    return path


def test_every_answer_is_the_same_and_life_goes_on(lived: Path, run: Run, tmp_path: Path) -> None:
    copy = tmp_path / "new" / "copy.db"
    done = run("ledger", "copy", lived, copy, "--format", "json").json
    before = answers(run, str(lived))
    assert before == answers(run, str(copy))
    assert (done["from"], done["to"]) == (str(lived), str(copy))
    assert done["head"] == run("--ledger", copy, "log", "head").out.strip()
    assert done["rows"] == sum(done["tables"].values())
    assert (done["postings"], done["journal"]) == (done["tables"]["journal"], digest(copy))
    assert stat.S_IMODE(copy.stat().st_mode) == 0o600
    last = run("--ledger", copy, "imports", "list", "--format", "json").json["rows"][-1]["import"]
    run("--ledger", copy, "imports", "undo", last)
    run(
        "--ledger", copy, "batch", "plan", "b3", "--programme", "micro", "--fiscal-year", "2026", "--province", "MA-FES"
    )
    deep = run("--ledger", copy, "check", "--deep", "--format", "json", status=None).json["checks"]
    assert [one for one in deep if not one["ok"] and one["code"].startswith(("file.", "audit.", "journal."))] == []


def test_whoever_watches_is_told_how_far_it_is(lived: Path, tmp_path: Path) -> None:
    told: list[tuple[str, int, int]] = []
    with (
        reading(lived) as reader,
        copying.copied(reader, tmp_path / "copy.db", step=lambda *far: told.append(far)) as made,
    ):
        rows = made.content.rows
    assert [phase for phase, _far in groupby(phase for phase, _done, _of in told)] == ["writing", "reading"]
    assert {of for _phase, _done, of in told} == {rows}
    assert all(0 <= done < rows for _phase, done, _of in told)


def test_it_says_what_was_copied(planned: Path, run: Run, tmp_path: Path) -> None:
    answer = run("ledger", "copy", planned, tmp_path / "copy.db")
    head = run("log", "head").out.strip()
    assert f"2 of them postings; head of the log: {head}." in answer.out
    assert "Write to one of the two only" in answer.err


def test_every_table_of_a_ledger_is_copied(planned: Path) -> None:
    with reading(planned) as reader:
        made = {row["name"] for row in reader.rows("SELECT name FROM sqlite_master WHERE type = 'table'")}
    assert set(copying.names(with_seals=True)) == {name for name in made if name != "alembic_version"}


def test_a_place_that_is_taken(planned: Path, run: Run, tmp_path: Path) -> None:
    taken = tmp_path / "taken.db"
    taken.write_text("something")
    assert "Something stands already" in run("ledger", "copy", planned, taken, status=3).err
    assert run("ledger", "copy", planned, planned, status=3).out == ""
    assert taken.read_text() == "something"


def test_no_name_is_not_the_usual_ledger(planned: Path, run: Run) -> None:
    run("ledger", "copy", planned, "", status=2)
    run("ledger", "copy", "", "x.db", status=2)


def test_what_comes_in_while_it_is_written_keeps_its_place(
    planned: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, run: Run
) -> None:
    copy, put = tmp_path / "copy.db", drafts.put

    def late(draft: Path, path: Path) -> None:
        path.write_text("somebody else's")
        put(draft, path)

    monkeypatch.setattr(drafts, "put", late)
    run("ledger", "copy", planned, copy, status=3)
    assert copy.read_text() == "somebody else's"
    assert not drafts.draft_of(copy).exists()


def of_schema(version: str, folder: Path) -> Path:
    """Give a ledger that an earlier version made."""
    old = folder / "old.db"
    with closing(sqlite3.connect(old)) as database:
        database.executescript((DATA / f"ledger_{version}.sql").read_text(encoding="utf-8"))
        database.execute(f"PRAGMA application_id = {sqlite.APPLICATION_ID}")
    return old


def test_an_older_ledger_is_to_be_migrated_first(run: Run, tmp_path: Path) -> None:
    old = of_schema("0006", tmp_path)
    assert "reinsert migrate" in run("ledger", "copy", old, tmp_path / "copy.db", status=5).err
    assert names(tmp_path) == {"old.db"}


def test_an_older_ledger_once_migrated(run: Run, tmp_path: Path) -> None:
    old = of_schema("0001", tmp_path)
    run("--ledger", old, "migrate")
    run("ledger", "copy", old, tmp_path / "copy.db")
    assert answers(run, str(old)) == answers(run, str(tmp_path / "copy.db"))


def damage(path: Path, statement: str) -> None:
    with closing(sqlite3.connect(path)) as database:
        database.executescript(statement)


def test_a_damaged_ledger_is_refused_unless_forced(filled: Path, run: Run, tmp_path: Path) -> None:
    """Forced, the copy is as damaged: its seals are those of the file, so what they contradict is still found."""
    damage(filled, "UPDATE identity SET phone = '0611111111'")
    copy = tmp_path / "copy.db"
    assert "file.seals" in run("ledger", "copy", filled, copy, status=5).err
    assert not copy.exists()
    run("ledger", "copy", filled, copy, "--force")
    found = run("--ledger", copy, "check", "--deep", "--format", "json", status=1).json["checks"]
    assert [one["code"] for one in found if not one["ok"] and one["code"].startswith("file.")] == ["file.seals"]


def test_rows_that_do_not_fit_are_named_by_their_table(filled: Path, run: Run, tmp_path: Path) -> None:
    damage(
        filled,
        "PRAGMA ignore_check_constraints = ON; INSERT INTO document (kind, state) VALUES ('minutes', 'present')",
    )
    told = run("ledger", "copy", filled, tmp_path / "copy.db", "--force", status=5).err
    assert "the table document" in told
    assert not (tmp_path / "copy.db").exists()


def test_what_differs_once_read_back_is_not_put_in_place(
    filled: Path, run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    make_views = migrate.make_views

    def alter(reader: Reader) -> None:
        reader.rows("UPDATE identity SET phone = '0611111111'")
        make_views(reader)

    monkeypatch.setattr(migrate, "make_views", alter)
    assert "is not what the ledger holds" in run("ledger", "copy", filled, tmp_path / "copy.db", status=5).err
    assert "copy.db" not in names(tmp_path)


def test_what_only_a_check_sees_is_not_put_in_place(
    filled: Path, run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    make_views = migrate.make_views

    def without(reader: Reader) -> None:
        make_views(reader)
        reader.rows("DROP TRIGGER history_batch_update")

    monkeypatch.setattr(migrate, "make_views", without)
    assert "is not what the ledger holds" in run("ledger", "copy", filled, tmp_path / "copy.db", status=5).err
    assert "copy.db" not in names(tmp_path)


@pytest.fixture
def key_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The file of :data:`KEY`."""
    file = tmp_path_factory.mktemp("keys") / "key"
    file.write_text(KEY.secret)
    file.chmod(0o600)
    return file


def test_encrypted_where_a_key_file_is_named(
    filled: Path, key_file: Path, run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """And back in clear only where that is said."""
    before, locked, clear = answers(run, str(filled)), tmp_path / "locked.db", tmp_path / "clear.db"
    monkeypatch.setenv("REINSERT_KEY_FILE", str(key_file))
    run("ledger", "copy", filled, locked)
    assert opening.is_encrypted(locked)
    run("ledger", "copy", locked, tmp_path / "again.db")
    assert opening.is_encrypted(tmp_path / "again.db")
    run("ledger", "copy", locked, clear, "--no-encrypt")
    assert not opening.is_encrypted(clear)
    assert before == answers(run, str(clear)) == answers(run, str(locked))


@pytest.mark.parametrize("moment", ["copying._sum", "drafts.put"])
def test_killed_it_leaves_nothing(filled: Path, run: Run, tmp_path: Path, moment: str) -> None:
    """What is left of the draft goes with the next command."""
    copy = tmp_path / "new" / "copy.db"
    command = [sys.executable, "-c", KILLED, moment, "ledger", "copy", str(filled), str(copy)]
    assert subprocess.run(command, env={**os.environ}, check=False).returncode == -signal.SIGKILL
    assert not copy.exists()
    run("ledger", "copy", filled, copy)
    assert names(copy.parent) == {"copy.db"}


def test_interrupted_it_leaves_nothing(filled: Path, tmp_path: Path) -> None:
    copy = tmp_path / "new" / "copy.db"
    with pytest.raises(KeyboardInterrupt), reading(filled) as reader, copying.copied(reader, copy):
        raise KeyboardInterrupt
    assert names(copy.parent) == set()


def test_a_folder_that_is_none(filled: Path, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with reading(filled) as reader, pytest.raises(Refusal), copying.copied(reader, tmp_path / "file" / "copy.db"):
        raise AssertionError
