"""A ledger carried between a file and a server, there and back: every answer the same, and its life goes on."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing
from itertools import pairwise
from pathlib import Path

import psycopg
import pytest
from tests import databases
from tests.lives import answers, live
from tests.support import Run

from reinsert_cli.domain.faults import Refusal
from reinsert_cli.store import copying, migrate, server
from reinsert_cli.store.reading import reading
from reinsert_cli.store.server import Server

KILLED = """
import os, signal, sys
from reinsert_cli.cli.main import run
from reinsert_cli.store import copying
copying._sum = lambda *_: os.kill(os.getpid(), signal.SIGKILL)
run(sys.argv[1:])
"""


@pytest.fixture
def other(server: None) -> Iterator[Server]:
    """Another empty database."""
    with databases.made("template0") as made:
        yield made


@pytest.fixture
def small(run: Run, tmp_path: Path) -> Path:
    """A small ledger in a file."""
    path = tmp_path / "small.db"
    run("--ledger", path, "init", "--no-encrypt")
    run("--ledger", path, "partner", "add", "fund", "--name", "Bailleur")
    return path


def is_empty(database: Server) -> bool:
    with closing(server.connect(database)) as connection:
        return connection.execute("SELECT to_regclass('main.audit')").fetchone() == (None,)


def goes_on(run: Run, ledger: str) -> None:
    """Take the last import out again, and write more: the books hold, and numbers follow those that are there."""
    last = run("--ledger", ledger, "imports", "list", "--format", "json").json["rows"][-1]["import"]
    run("--ledger", ledger, "imports", "undo", last)
    run("--ledger", ledger, "budget", "add", "env3", "--programme", "micro", "--fiscal-year", "2026",
        "--funder", "fund", "--amount", "1 000")  # fmt: skip
    run("--ledger", ledger, "document", "add", "--batch", "b2", "--kind", "minutes")
    found = run("--ledger", ledger, "check", "--deep", "--format", "json", status=None).json["checks"]
    assert [one for one in found if not one["ok"] and one["code"].startswith(("file.", "audit.", "journal."))] == []


def test_the_planner_knows_what_came(database: Server, small: Path, run: Run) -> None:
    """Before anything is asked of the copy: as if its tables were empty, it would read every row again and again."""
    run("--ledger", small, "ledger", "copy", small, database.url)
    with reading(database) as reader:
        rows = {name: reader.value(f"SELECT reltuples FROM pg_class WHERE oid = 'main.{name}'::regclass")
                for name in ("audit", "partner", "journal")}  # fmt: skip
        assert rows == {name: reader.value(f"SELECT COUNT(*) FROM {name}") for name in rows}


def test_there_and_back(database: Server, other: Server, run: Run, tmp_path: Path) -> None:
    """From a file to a server, to another database, to a file: rows, answers, log and head are the same."""
    first, last = tmp_path / "first" / "ledger.db", tmp_path / "last.db"
    first.parent.mkdir()
    live(run, str(first), first.parent)
    before = answers(run, str(first))
    places = [str(first), database.url, other.url, str(last)]
    held = [run("ledger", "copy", *way, "--format", "json").json for way in pairwise(places)]
    assert len({(one["head"], one["journal"], one["postings"]) for one in held}) == 1
    assert len({tuple(one["tables"].items()) for one in held}) == 1
    for place in places[1:]:
        assert before == answers(run, place), place
    for place in places[1:]:
        goes_on(run, place)


def test_a_ledger_begun_on_a_server(database: Server, run: Run, tmp_path: Path) -> None:
    """Its history, and what undoing an import reads in it, hold on a file too."""
    live(run, database.url, tmp_path)
    copy = tmp_path / "copy.db"
    run("ledger", "copy", database.url, copy)
    assert answers(run, database.url) == answers(run, str(copy))
    goes_on(run, str(copy))


def test_a_database_that_is_taken(small: Path, database: Server, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    run("ledger", "copy", small, database.url)
    assert "Something stands already" in run("ledger", "copy", small, database.url, status=3).err
    monkeypatch.setattr(migrate, "require_free", lambda _target: None)  # it was free a moment ago
    with reading(small) as reader, pytest.raises(Refusal) as refusal, copying.copied(reader, database):
        raise AssertionError
    assert refusal.value.fault.code == "ledger.exists"
    assert "Bailleur" in run("--ledger", database.url, "partner", "list").out


def test_a_server_has_no_file_to_encrypt(small: Path, database: Server, run: Run) -> None:
    assert "is for ledgers in a file" in run("ledger", "copy", small, database.url, "--encrypt", status=2).err
    assert is_empty(database)


def test_no_password_is_shown(small: Path, database: Server, run: Run) -> None:
    with_password = database.url.replace("///", "//:secretword@/")
    answer = run("ledger", "copy", small, with_password, status=None)
    assert "secretword" not in answer.out + answer.err


def test_rows_that_do_not_fit_a_server(small: Path, database: Server, run: Run) -> None:
    """A file keeps a text with a NUL in it, a server does not: nothing is left there."""
    run("--ledger", small, "profile", "save", "fes", "--as", "distributions")
    with reading(small) as reader:
        tuples = reader.tuples

        def with_nul(sql: str):  # type: ignore[no-untyped-def]
            return (tuple("\0" if one == "fes" else one for one in row) for row in tuples(sql))

        reader.tuples = with_nul  # type: ignore[method-assign]
        with pytest.raises(Refusal) as refusal, copying.copied(reader, database):
            raise AssertionError
    assert (refusal.value.fault.code, refusal.value.fault.params["table"]) == ("copy.unfit", "profile")
    assert is_empty(database)


def test_killed_it_leaves_nothing(small: Path, database: Server, run: Run) -> None:
    command = [sys.executable, "-c", KILLED, "ledger", "copy", str(small), database.url]
    assert subprocess.run(command, env={**os.environ}, check=False).returncode == -signal.SIGKILL
    assert is_empty(database)
    run("ledger", "copy", small, database.url)


def test_who_is_shown_only_some_rows_copies_none(small: Path, database: Server, run: Run, tmp_path: Path) -> None:
    run("ledger", "copy", small, database.url)
    role = f"{databases.name_of(database)}_some"
    with psycopg.connect(database.conninfo, autocommit=True) as connection:
        for statement in (
            f"CREATE ROLE {role} LOGIN",
            f"GRANT USAGE ON SCHEMA main TO {role}",
            f"GRANT SELECT ON ALL TABLES IN SCHEMA main TO {role}",
            "ALTER TABLE main.partner ENABLE ROW LEVEL SECURITY",
        ):
            connection.execute(statement)  # type: ignore[call-overload]
        try:
            asked = database.url.replace("user=owner", f"user={role}")
            told = run("ledger", "copy", asked, tmp_path / "copy.db", "--force", status=5).err
            assert "may not do that" in told
            assert not (tmp_path / "copy.db").exists()
        finally:
            connection.execute(f"DROP OWNED BY {role}; DROP ROLE {role}")  # type: ignore[call-overload]


def test_others_write_to_the_server_meanwhile(small: Path, database: Server, run: Run, tmp_path: Path) -> None:
    """The copy is of one moment: what came in after it began is not in it, and nobody waited."""
    run("ledger", "copy", small, database.url)
    head = run("--ledger", database.url, "log", "head").out
    with reading(database) as reader:
        run("--ledger", database.url, "partner", "add", "late", "--name", "Tard")
        with copying.copied(reader, tmp_path / "copy.db"):
            pass
    assert run("--ledger", tmp_path / "copy.db", "log", "head").out == head
