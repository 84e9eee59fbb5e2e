"""Thousands of rows at once, at the speed of the driver: an object for each would cost ten times as much."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager, nullcontext
from dataclasses import dataclass
from typing import Any, Final

from sqlmodel import SQLModel

from reinsert_cli.store import history, seals
from reinsert_cli.store.work import Work

Rows = Sequence[tuple[Any, ...]]


def insert(work: Work, table: type[SQLModel], columns: Sequence[str], rows: Rows) -> None:
    """Insert ``rows``, each the values of ``columns``; the other columns keep what the table gives them.

    Rows in the order of their key go in fastest.
    """
    if not rows:
        return
    statement = f"INSERT INTO {_name(table)} ({_listed(columns)}) VALUES ({_marks(columns)})"  # noqa: S608  (names are ours)
    with _watched(work, table):
        work.session.connection().exec_driver_sql(statement, list(rows))


@dataclass(frozen=True, slots=True)
class Staged:
    """Rows put aside in the database's memory, for several tables to be filled from: they leave Python only once."""

    work: Work
    count: int

    def fill(
        self,
        table: type[SQLModel],
        columns: Mapping[str, str],
        constants: Mapping[str, Any] | None = None,
        *,
        key: str | None = None,
    ) -> None:
        """Insert into ``table`` what the rows say: its ``columns`` from theirs, and the constants.

        With a ``key``, only the rows that have it, in its order; else all of them as they come.
        """
        if not self.count:
            return
        constants = constants or {}
        which = f"WHERE {_quoted(key)} IS NOT NULL ORDER BY {_quoted(key)}" if key else "ORDER BY rowid"
        statement = (
            f"INSERT INTO {_name(table)} ({_listed([*columns, *constants])}) "  # noqa: S608  (names are ours)
            f"SELECT {', '.join([*map(_quoted, columns.values()), *'?' * len(constants)])} FROM staged {which}"
        )
        with _watched(self.work, table):
            self.work.session.connection().exec_driver_sql(statement, tuple(constants.values()))


@contextmanager
def staged(work: Work, columns: Sequence[str], rows: Rows) -> Iterator[Staged]:
    """Put rows aside, each the values of ``columns``, to be gone at the end."""
    execute = work.session.connection().exec_driver_sql
    execute(f"CREATE TEMP TABLE staged ({_listed(columns)})")
    if rows:
        execute(f"INSERT INTO staged VALUES ({_marks(columns)})", list(rows))  # noqa: S608  (marks only)
    yield Staged(work, len(rows))
    execute("DROP TABLE staged")


def update(work: Work, table: type[SQLModel], key: str, columns: Sequence[str], rows: Rows) -> None:
    """Update rows: each the values of ``columns``, then that of ``key``, by which it is found."""
    if rows:
        changes = ", ".join(f'"{column}" = ?' for column in columns)
        statement = f'UPDATE {_name(table)} SET {changes} WHERE "{key}" = ?'  # noqa: S608  (names are ours)
        work.session.connection().exec_driver_sql(statement, list(rows))


INDEXES: Final = """
SELECT name, sql FROM sqlite_master
WHERE type = 'index' AND tbl_name = ? AND sql NOT LIKE 'CREATE UNIQUE%'
"""


UNINDEXED: Final = """
SELECT t.name, f."from" FROM sqlite_master t, pragma_foreign_key_list(t.name) f
WHERE t.type = 'table' AND f."table" = ? AND NOT EXISTS (
    SELECT 1 FROM pragma_index_list(t.name) i, pragma_index_info(i.name) c WHERE c.seqno = 0 AND c.name = f."from")
"""
"""The columns that refer to a table and that no index begins with."""


@contextmanager
def indexed_after(work: Work, tables: Iterable[type[SQLModel]], count: int) -> Iterator[None]:
    """Insert ``count`` rows or so into each of ``tables`` meanwhile, and index them at the end.

    Where that is more than they hold, it takes a third of the time that keeping up the indexes would. A row is looked
    for at that place, for to count them all would read the whole of a large ledger for a small list.
    """
    execute = work.session.connection().exec_driver_sql
    put_off: list[tuple[str, str]] = []
    for name in map(_name, tables):
        if count and not execute(f"SELECT 1 FROM {name} LIMIT 1 OFFSET {count - 1}").first():  # noqa: S608  (names are ours)
            put_off += [(index, sql) for index, sql in execute(INDEXES, (name,))]
    for index, _sql in put_off:
        execute(f"DROP INDEX {index}")
    yield
    for _index, sql in put_off:
        execute(sql)


@contextmanager
def references_indexed(work: Work, table: str) -> Iterator[None]:
    """Delete many rows of ``table`` meanwhile: what may refer to it is indexed for so long.

    For each row that goes, the database looks for those that refer to it; where no index helps, it reads them all.
    """
    execute = work.session.connection().exec_driver_sql
    made = []
    for other, column in execute(UNINDEXED, (table,)).all():
        made.append(f"for_now_{other}_{column}")
        execute(f"CREATE INDEX {made[-1]} ON {other} ({column})")
    yield
    for index in made:
        execute(f"DROP INDEX {index}")


@contextmanager
def _watched(work: Work, table: type[SQLModel]) -> Iterator[None]:
    """Let the history, and the table's seal, know of the rows inserted meanwhile."""
    name = _name(table)
    execute = work.session.connection().exec_driver_sql
    noted = history.in_bulk(execute, name) if name in history.WATCHED else nullcontext()
    with noted, seals.in_bulk(work.reader(), name):
        yield


def _name(table: type[SQLModel]) -> str:
    return str(table.__table__.name)  # type: ignore[attr-defined]


def _listed(columns: Iterable[str]) -> str:
    return ", ".join(map(_quoted, columns))


def _quoted(column: str) -> str:
    return f'"{column}"'


def _marks(columns: Sequence[str]) -> str:
    return ", ".join("?" * len(columns))
