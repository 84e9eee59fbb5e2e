"""What the database writes of rows and postings is, to the letter, what Python would write."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from reinsert_cli.store import became, migrate, postings, sqlite
from reinsert_cli.store.audit import POSTING, postings_digest, sha256_of
from reinsert_cli.store.reading import Reader

TEXTS = (
    "Couture",
    "Épicerie « Œuvre »",
    "بيع الملابس",
    'dit "ici"',
    "l'an\\deux",
    "a\tb\nc\r\x08\x0c\x1f\x7f",
    "",
    "🧵",
    ',"x":null',
)
"""What a text may hold: each kind of character that JSON writes in a way of its own."""

WRITES = """
INSERT INTO project (code, programme_code, kind, activity) VALUES ('p!1', 'm', 'individual', ?1), ('p', 'm', 'g', '');

INSERT INTO project_member VALUES ('p', 'b'), ('p!1', 'b');
INSERT INTO cost (project_code, kind, label, quantity, unit_price) VALUES ('p', 'k', ?1, 1, 5), ('p', 'k', 'x', 2, 6);

UPDATE project SET name = ?1, own_contribution = 7;
UPDATE project SET activity = NULL WHERE code = 'p';

DELETE FROM project_member WHERE project_code = 'p';
UPDATE cost SET supplier = ?1 WHERE id = 1;

INSERT INTO project_member VALUES ('p', 'b');
DELETE FROM cost WHERE id = 2;

INSERT INTO statement (batch_code, measure, value, qualifier, printed, source, chosen)
VALUES ('l', 'amount', 5, 'exact', ?1, ?1, 1);

UPDATE statement SET chosen = 0, reason = ?1;
DELETE FROM project_member;
""".strip().split(";\n\n")
"""What each write did: rows that come, change, go and come again, some twice in one write."""


@pytest.fixture(scope="module")
def empty(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("became") / "ledger.db"
    migrate.create(path)
    return path


@pytest.fixture
def database(empty: Path, tmp_path: Path) -> Iterator[sqlite3.Connection]:
    path = tmp_path / "ledger.db"
    path.write_bytes(empty.read_bytes())
    with closing(sqlite3.connect(path, isolation_level=None)) as opened:
        yield opened


@pytest.fixture(params=TEXTS)
def written(request: pytest.FixtureRequest, database: sqlite3.Connection) -> sqlite3.Connection:
    for write in WRITES:
        for statement in write.split(";\n"):
            database.execute(statement, (request.param,) if "?1" in statement else ())
        database.execute("INSERT INTO audit (written_at, author, command, changes, previous, hash)"
                         " VALUES ('2026', 'a', 'c', '[]', '', '')")  # fmt: skip
    return database


class Past:
    """The obvious way: every row and every change at hand."""

    def __init__(self, database: sqlite3.Connection) -> None:
        self.now: dict[tuple[str, str], Any] = {}
        for table in became.COVERED:
            answer = database.execute(f"SELECT * FROM {table}")
            names = [column[0] for column in answer.description]
            _columns, key = sqlite.shape(Reader(database, Path()), table)
            for row in answer.fetchall():
                columns = dict(zip(names, row, strict=True))
                said = json.dumps([columns[name] for name in key], ensure_ascii=False, separators=(",", ":"))
                self.now[table, said] = {name: value for name, value in columns.items() if value is not None}
        changes = database.execute("SELECT audit_id, table_name, key, old FROM history ORDER BY id")
        self.changes = [(number, (table, key), old) for number, table, key, old in changes if table in became.COVERED]

    def after(self, key: tuple[str, str], number: int) -> Any:
        for later, changed, old in self.changes:
            if changed == key and later > number:
                columns = json.loads(old or "{}").items()
                return {name: value for name, value in columns if value is not None} or None
        return self.now.get(key)

    def of_write(self, number: int) -> became.Said:
        keys = [key for changed, key, _old in self.changes if changed == number]
        return len(keys), sha256_of([[*key, self.after(key, number)] for key in sorted(set(keys))])

    def of_rows(self, number: int) -> became.Said:
        keys = {*self.now, *(key for _number, key, _old in self.changes)}
        rows = [[*key, after] for key in sorted(keys) if (after := self.after(key, number))]
        return len(rows), sha256_of(rows)


def test_rows_are_what_each_write_left(written: sqlite3.Connection) -> None:
    past, reader = Past(written), Reader(written, Path())
    numbers = range(2, 2 + len(WRITES))
    assert dict(became.of_writes(reader, 1)) == {number: past.of_write(number) for number in numbers}
    for number in (1, *numbers):
        last = reader.value(became.LAST_OF, number=number)
        assert became.of_rows(reader, last) == past.of_rows(number)


@pytest.mark.parametrize("portion", [1, 3])
def test_writes_may_be_proved_a_few_at_a_time(
    written: sqlite3.Connection, portion: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    reader = Reader(written, Path())
    whole = dict(became.of_writes(reader, 1))
    monkeypatch.setattr(became, "AT_ONCE", portion)
    assert dict(became.of_writes(reader, 1)) == whole


def test_a_former_row_that_can_be_read_no_more_is_told_as_it_stands(written: sqlite3.Connection) -> None:
    reader = Reader(written, Path())
    before = dict(became.of_writes(reader, 1))
    written.execute("UPDATE history SET old = '{' WHERE table_name = 'cost' AND old IS NOT NULL")
    written.execute("UPDATE history SET key = '[' WHERE table_name = 'project'")
    after = dict(became.of_writes(reader, 1))
    assert {number for number in before if before[number] != after[number]} == {2, 3, 4}


def test_a_write_out_of_its_order_is_believed_in_nothing(written: sqlite3.Connection) -> None:
    """Two writes that changed one row change places: each has as many changes as before."""
    reader = Reader(written, Path())
    before = dict(became.of_writes(reader, 1))
    written.execute("UPDATE history SET audit_id = 11 - audit_id WHERE audit_id IN (5, 6) AND table_name = 'cost'")
    after = dict(became.of_writes(reader, 1))
    assert after[6] == became.UNPROVEN
    assert before[6] != became.UNPROVEN


@pytest.mark.parametrize("text", TEXTS)
def test_postings_are_digested_as_they_were_when_written(
    database: sqlite3.Connection, monkeypatch: pytest.MonkeyPatch, text: str
) -> None:
    """However many entries are digested together, and however many a record claims."""
    rows = [
        {**dict.fromkeys(POSTING), "entry": 1 + place // 2, "kind": "correct", "account": "available", "amount": amount,
         "envelope_code": "e", "funder_code": "f", "programme_code": "m", "fiscal_year": 2024, "line_id": place or None,
         "written_at": "2026", "author": "a", "reason": text if place else None, "mends": 10**15}
        for place, amount in enumerate((-(10**14), 10**14, 5, -5))
    ]  # fmt: skip
    marks = ", ".join(f":{name}" for name in POSTING)
    database.executemany(f"INSERT INTO journal ({', '.join(POSTING)}) VALUES ({marks})", rows)
    reader = Reader(database, Path())
    assert postings.digest(reader, 1, 2) == postings_digest(rows)
    assert postings.digest(reader, 2, 7) == postings_digest(rows[2:])
    assert postings.digest(reader, 3, 7) == postings_digest([])
    assert postings.digest(reader, 1, 10**15) == postings_digest(rows)
    monkeypatch.setattr(postings, "AT_ONCE", 1)
    assert postings.digest(reader, 1, 10**15) == postings_digest(rows)
    assert postings.turnovers(reader) == {(0, "correct"): 10**14 + 5}
