"""``check --deep`` finds whatever was changed by other means than the program, in any table, column or definition."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from tests.support import Run, opened, unguarded

from reinsert_cli.ledger import checks, deep_checks
from reinsert_cli.store import carried, seals, states
from reinsert_cli.store.audit import broken_links
from reinsert_cli.store.reading import Reader, reading

ALTERED = """
UPDATE {table} SET {column} = CASE typeof({column})
    WHEN 'null' THEN 1 WHEN 'integer' THEN {column} + 1000003 ELSE {column} || 'x' END
WHERE rowid = (SELECT MAX(rowid) FROM {table})
"""


@pytest.fixture
def lived(filled: Path, run: Run) -> Path:
    """A ledger with rows in most of its tables."""
    run("batch", "lock", "b1")
    run("batch", "hold", "b1", "--on", "2026-01-10")
    run("batch", "official", "add", "b1", "--name", "Quelqu’un", "--role", "Gouverneur")
    run("profile", "save", "fes", "--map", "Montant validé=amount")
    run("period", "close", "2025-12")
    return filled


def alter(ledger: Path, change: str) -> None:
    """Change the file with another tool, its triggers out of the way and then back."""
    with unguarded(ledger) as database:
        database.executescript(change)


def test_nothing_is_wrong_with_what_the_program_wrote(lived: Path, run: Run) -> None:
    before = run("check", "--format", "json", status=None).json["checks"]
    deep = run("check", "--deep", "--format", "json", status=None).json["checks"]
    assert [one for one in deep if not one["ok"]] == [one for one in before if not one["ok"]]
    assert {one["code"] for one in deep} - {one["code"] for one in before} == {
        "file.definitions", "file.seals", "file.numbers",
    }  # fmt: skip


def proofs(reader: Reader) -> Iterator[object]:
    """What compares the tables with what was written, without what looks at the file and at its definitions."""
    records = reader.rows(checks.AUDIT)
    yield from broken_links(records)
    yield from states.contradicted(reader, records)
    yield from checks.unaccounted(reader, records)
    yield from carried.drifted(reader)
    yield from seals.broken(reader)
    yield from deep_checks.misnumbered(reader)


@pytest.mark.file_only
def test_every_column_of_every_table_is_proved(lived: Path) -> None:
    """One value of each column is changed in turn: whatever it is, it is found."""
    with closing(sqlite3.connect(lived, isolation_level=None)) as database:
        reader = Reader(database, lived)
        for (name,) in database.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'").fetchall():
            database.execute(f"DROP TRIGGER {name}")
        assert not list(proofs(reader))
        names = list(reader.column("SELECT name FROM sqlite_master WHERE type = 'table'"))
        full = [name for name in names if reader.row(f"SELECT * FROM {name}")]
        assert len(full) > 24
        missed = []
        columns = [(name, row["name"]) for name in full for row in reader.rows(f"PRAGMA table_info({name})")]
        for table, column in columns:
            database.execute("BEGIN")
            database.execute(ALTERED.format(table=table, column=column))
            if not any(proofs(reader)):
                missed.append(f"{table}.{column}")
            database.execute("ROLLBACK")
    assert missed == []


@pytest.mark.file_only
@pytest.mark.parametrize(
    ("change", "code", "named"),
    [
        ("UPDATE identity SET name_latin = 'Autre'", "file.seals", "identity"),
        ("DELETE FROM import_row WHERE id = 1", "file.seals", "import_row"),
        ("INSERT INTO partner (code, name) VALUES ('x', 'X')", "file.seals", "partner"),
        ("DROP INDEX ix_journal_batch", "file.definitions", "ix_journal_batch"),
        ("DROP VIEW v_due; CREATE VIEW v_due AS SELECT 1 AS project", "file.definitions", "v_due"),
        ("CREATE TRIGGER more AFTER INSERT ON journal BEGIN SELECT 1; END", "file.definitions", "more"),
        ("UPDATE journal SET id = id + 1 WHERE id = (SELECT MAX(id) FROM journal)", "file.numbers", "journal"),
    ],
)
def test_what_was_changed_is_named(filled: Path, run: Run, change: str, code: str, named: str) -> None:
    alter(filled, change)
    (found,) = [
        one for one in run("check", "--deep", "--format", "json", status=1).json["checks"] if one["code"] == code
    ]
    assert not found["ok"]
    assert found["detail"].endswith(f" {named}")


def test_a_work_undone_within_leaves_the_seals_right(filled: Path, run: Run, people: Path, tmp_path: Path) -> None:
    """Rows that came and went inside one write, a dry run, a file taken out again: seals hold what is there."""
    run("import", people, "--as", "distributions", "--batch", "b1", "--envelope", "env", "--dry-run")
    run("partner", "add", "fund", "--name", "Encore", status=3)
    run("imports", "undo", "I-000001")
    with reading(filled) as reader:
        assert not seals.broken(reader)


def test_a_person_erased_leaves_everything_proved(filled: Path, run: Run) -> None:
    """Erasing changes identities, what imports remember and the past itself: the seals follow."""
    with opened(filled) as database:
        ((person,),) = database.execute("SELECT MIN(code) FROM beneficiary").fetchall()
    run("batch", "cancel", "b1")
    run("beneficiary", "erase", person, "--reason", "demande", "--yes")
    with reading(filled) as reader:
        assert not seals.broken(reader)
        assert not list(deep_checks.misnumbered(reader))
