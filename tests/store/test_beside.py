"""Several connections ask at once, and are told what one would be."""

from __future__ import annotations

import os
import shutil
import sqlite3
import threading
from contextlib import closing, suppress
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from tests.support import Run

from reinsert_cli.ledger import checks
from reinsert_cli.store import beside, history, reading
from reinsert_cli.store.reading import Reader

pytestmark = pytest.mark.file_only


@pytest.fixture
def two(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let small ledgers be asked by two as well."""
    monkeypatch.setattr(reading, "LARGE", 0)


def askers(reader: Reader, seconds: float = 0.2, questions: int = 2) -> int:
    """Tell how many connections answer some questions, of which each waits for the others to be asked."""
    met, seen = threading.Barrier(questions), set()

    def meet(asked: Reader) -> Any:
        seen.add(id(asked))
        with suppress(threading.BrokenBarrierError):
            met.wait(seconds)
        return asked.value("SELECT COUNT(*) FROM batch")

    names = [str(number) for number in range(questions)]
    asked = beside.asked(reader, dict.fromkeys(names, meet))
    assert [asked.answer(name) for name in names] == [1] * questions
    return len(seen)


@pytest.mark.usefixtures("two")
def test_two_ask_at_once(planned: Path) -> None:
    with reading.reading(planned) as reader:
        assert askers(reader, 5) == 2


@pytest.mark.usefixtures("two")
@pytest.mark.parametrize(("processors", "asking"), [(None, 2), (1, 2), (3, 3), (16, 4)])
def test_as_many_ask_as_there_are_processors(
    planned: Path, monkeypatch: pytest.MonkeyPatch, processors: int | None, asking: int
) -> None:
    monkeypatch.setattr(os, "cpu_count", lambda: processors)
    with reading.reading(planned) as reader:
        assert askers(reader, 5, asking) == asking
        assert askers(reader, questions=asking + 1) == asking


def test_of_a_small_ledger_one_asks(planned: Path) -> None:
    with reading.reading(planned) as reader:
        assert askers(reader) == 1


@pytest.mark.usefixtures("two")
def test_of_a_former_day_one_asks(planned: Path) -> None:
    """The ledger as it stood is in tables of the one connection."""
    with reading.reading(planned) as reader:
        history.rewind(reader, history.number_at(reader, date(2030, 1, 1)), "2030-01-01")
        assert askers(reader) == 1


@pytest.mark.usefixtures("two")
def test_who_waits_to_write_is_not_kept_waiting(planned: Path) -> None:
    """Once somebody is about to write nobody else may begin to read: the first connection asks by itself."""
    with reading.reading(planned) as reader, closing(sqlite3.connect(planned, timeout=0)) as writer:
        writer.execute("BEGIN IMMEDIATE")
        writer.execute("CREATE TABLE mine (x)")
        with pytest.raises(sqlite3.OperationalError, match="locked"):
            writer.commit()
        assert askers(reader) == 1


@pytest.mark.usefixtures("two")
def test_a_file_that_was_replaced_is_not_asked(planned: Path) -> None:
    with reading.reading(planned) as reader:
        shutil.copy(planned, planned.with_name("other"))
        planned.with_name("other").replace(planned)
        assert askers(reader) == 1


@pytest.mark.usefixtures("two")
def test_what_a_question_raises_is_raised_by_its_answer(planned: Path) -> None:
    with reading.reading(planned) as reader:
        asked = beside.asked(reader, {"wrong": lambda _asked: next(iter(())), "right": lambda _asked: 1})
        assert asked.answer("right") == 1
        with pytest.raises(StopIteration):
            asked.answer("wrong")


@pytest.mark.parametrize(
    "tampering",
    ["SELECT 1", "UPDATE journal SET amount = amount + 1 WHERE id = 3", "DELETE FROM journal WHERE entry = 2",
     "DELETE FROM identity WHERE rowid = 1; DELETE FROM beneficiary WHERE rowid = 2", "DELETE FROM audit WHERE id = 4",
     "UPDATE batch_line SET amount = 1", "UPDATE tally SET women = 9; UPDATE balance SET amount = 1",
     "PRAGMA writable_schema = ON; UPDATE sqlite_master SET rootpage = 3 WHERE name = 'ix_journal_line'"],
)  # fmt: skip
def test_several_find_what_one_finds(filled: Path, run: Run, monkeypatch: pytest.MonkeyPatch, tampering: str) -> None:
    """The same findings in the same order, or the same refusal."""
    run("batch", "lock", "b1")
    with closing(sqlite3.connect(filled)) as database:
        for (name,) in database.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'").fetchall():
            database.execute(f"DROP TRIGGER {name}")
        database.executescript(tampering)
    one = run("check", "--format", "json", status=None)
    monkeypatch.setattr(reading, "LARGE", 0)
    for processors in (2, 4):
        monkeypatch.setattr(os, "cpu_count", lambda processors=processors: processors)
        several = run("check", "--format", "json", status=None)
        assert (one.status, one.out, one.err) == (several.status, several.out, several.err)
    assert one.status


@pytest.mark.usefixtures("two")
def test_each_answer_is_told(planned: Path) -> None:
    told: list[tuple[str, int, int]] = []
    with reading.reading(planned) as reader:
        found = list(checks.run(reader, lambda *far: told.append(far)))
    assert found
    assert {phase for phase, _done, _of in told} == {"proving"}
    assert max(done for _phase, done, _of in told) == len(told) - 1 == told[0][2]
