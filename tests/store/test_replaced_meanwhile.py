"""A ledger that is encrypted, or stands in clear again, while a command is at its door: that is what is told."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
from tests.support import Run

from reinsert_cli.store import engine, migrate, place, rewriting, seals, sqlite
from reinsert_cli.store.keys import Key

pytestmark = pytest.mark.file_only


DATA = Path(__file__).parents[1] / "data"
KEY = Key("5a" * 32)
Meanwhile = Callable[[ModuleType, str], None]


@pytest.fixture
def meanwhile(ledger: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Meanwhile:
    """Let somebody replace the ledger once, just before a function is called."""
    key_file = tmp_path / "key"
    key_file.touch(mode=0o600)
    key_file.write_text(KEY.secret)
    monkeypatch.setenv("REINSERT_KEY_FILE", str(key_file))

    def replace_before(module: ModuleType, name: str) -> None:
        function = getattr(module, name)

        def replace_first(*arguments: Any) -> Any:
            monkeypatch.setattr(module, name, function)
            rewriting.rewrite(ledger, "rewrite", None if place.opening.is_encrypted(ledger) else KEY)
            return function(*arguments)

        monkeypatch.setattr(module, name, replace_first)

    return replace_before


@pytest.fixture(params=["in clear", "encrypted"])
def before(request: pytest.FixtureRequest, ledger: Path, meanwhile: Meanwhile) -> Path:
    """The ledger as it is at first; ``meanwhile`` makes it the other."""
    if request.param == "encrypted":
        rewriting.rewrite(ledger, "encrypt", KEY)
    return ledger


@pytest.mark.parametrize(("module", "name"), [(engine, "_begin"), (seals, "watch")])
def test_a_writer_is_told(before: Path, run: Run, meanwhile: Meanwhile, module: ModuleType, name: str) -> None:
    meanwhile(module, name)
    assert "Type the command again." in run("partner", "add", "p", "--name", "P", status=5).err
    assert run("partner", "list", "--format", "json").json["rows"] == []


@pytest.mark.parametrize(("module", "name"), [(sqlite, "begin"), (place, "schema_of")])
def test_a_reader_is_told(before: Path, run: Run, meanwhile: Meanwhile, module: ModuleType, name: str) -> None:
    meanwhile(module, name)
    assert "Type the command again." in run("partner", "list", status=5).err


@pytest.mark.parametrize(("module", "name"), [(migrate, "_schema"), (engine, "_begin")])
def test_who_migrates_is_told(
    tmp_path: Path, run: Run, monkeypatch: pytest.MonkeyPatch, module: ModuleType, name: str
) -> None:
    """Nothing that lost its name is brought up to date and told as done."""
    old, other = tmp_path / "old.db", tmp_path / "other.db"
    for path in (old, other):
        with closing(sqlite3.connect(path)) as database:
            database.executescript((DATA / "ledger_0006.sql").read_text(encoding="utf-8"))
            database.execute(f"PRAGMA application_id = {sqlite.APPLICATION_ID}")
    function = getattr(module, name)

    def replace_after(*arguments: Any) -> Any:
        answer = function(*arguments)
        monkeypatch.setattr(module, name, function)
        other.replace(old)
        return answer

    monkeypatch.setattr(module, name, replace_after)
    assert "Type the command again." in run("--ledger", old, "migrate", status=5).err
    run("--ledger", old, "migrate")
    run("--ledger", old, "partner", "list")
