"""Thousands of rows at once, at the speed of the driver: an object for each would cost ten times as much."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager, nullcontext
from dataclasses import dataclass
from typing import Any

from sqlmodel import SQLModel

from reinsert_cli.store import history, seals
from reinsert_cli.store.reading import Reader
from reinsert_cli.store.work import Work

Rows = Sequence[tuple[Any, ...]]


def insert(work: Work, table: type[SQLModel], columns: Sequence[str], rows: Rows) -> None:
    """Insert ``rows``, each the values of ``columns``; the other columns keep what the table gives them.

    Rows in the order of their key go in fastest.
    """
    if not rows:
        return
    reader = work.reader()
    statement = f"INSERT INTO {_name(table)} ({_listed(columns)}) VALUES ({_marks(columns)})"  # noqa: S608  (names are ours)
    with _watched(work, table):
        reader.run_many(statement, rows)
    _number_on(reader, table, columns)


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
        constants, reader = constants or {}, self.work.reader()
        said = reader.dialect.unstaged(reader, _name(table), columns)
        order = f"WHERE {_quoted(key)} IS NOT NULL ORDER BY {said[key]}" if key else f"ORDER BY {reader.dialect.PLACE}"
        statement = (
            f"INSERT INTO {_name(table)} ({_listed([*columns, *constants])}) "  # noqa: S608  (names are ours)
            f"SELECT {', '.join([*(said[name] for name in columns.values()), *(f':{name}' for name in constants)])} "
            f"FROM staged {order}"
        )
        with _watched(self.work, table):
            reader.rows(statement, **constants)
        _number_on(reader, table, columns)


@contextmanager
def staged(work: Work, columns: Sequence[str], rows: Rows) -> Iterator[Staged]:
    """Put rows aside, each the values of ``columns``, to be gone at the end."""
    reader = work.reader()
    reader.rows(reader.dialect.staging(columns))
    if rows:
        reader.run_many(f"INSERT INTO staged ({_listed(columns)}) VALUES ({_marks(columns)})", rows)  # noqa: S608  (marks only)
    yield Staged(work, len(rows))
    reader.rows("DROP TABLE staged")


def of_each(work: Work, query: str, values: Iterable[str]) -> list[tuple[Any, ...]]:
    """Give the rows of a query of the ``value`` of each row of ``staged``: of these, in their order."""
    some = [(one,) for one in sorted(values)]
    if not some:
        return []
    work.session.flush()
    with staged(work, ("value",), some):
        return list(work.reader().tuples(query))


def update(work: Work, table: type[SQLModel], key: str, columns: Sequence[str], rows: Rows) -> None:
    """Update rows: each the values of ``columns``, then that of ``key``, by which it is found."""
    if rows:
        changes = ", ".join(f'"{column}" = ?' for column in columns)
        work.reader().run_many(f'UPDATE {_name(table)} SET {changes} WHERE "{key}" = ?', rows)  # noqa: S608  (names are ours)


@contextmanager
def indexed_after(work: Work, tables: Iterable[type[SQLModel]], count: int) -> Iterator[None]:
    """Insert ``count`` rows or so into each of ``tables`` meanwhile, and index them at the end.

    Where that is more than they hold, it takes a third of the time that keeping up the indexes would. A row is looked
    for at that place, for to count them all would read the whole of a large ledger for a small list.
    """
    reader = work.reader()
    put_off: list[tuple[str, str]] = []
    for name in map(_name, tables):
        if count and not reader.row(f"SELECT 1 AS one FROM {name} LIMIT 1 OFFSET {count - 1}"):  # noqa: S608  (names are ours)
            put_off += reader.dialect.indexes(reader, name)
    for index, _sql in put_off:
        reader.rows(f"DROP INDEX {index}")
    yield
    for _index, sql in put_off:
        reader.rows(sql)


@contextmanager
def references_indexed(work: Work, table: str) -> Iterator[None]:
    """Delete many rows of ``table`` meanwhile: what may refer to it is indexed for so long.

    For each row that goes, the database looks for those that refer to it; where no index helps, it reads them all.
    """
    reader = work.reader()
    made = []
    for other, column in reader.dialect.unindexed(reader, table):
        made.append(f"for_now_{other}_{column}")
        reader.rows(f"CREATE INDEX {made[-1]} ON {other} ({column})")
    yield
    for index in made:
        reader.rows(f"DROP INDEX {index}")


@contextmanager
def _watched(work: Work, table: type[SQLModel]) -> Iterator[None]:
    """Let the history, and the table's seal, know of the rows inserted meanwhile."""
    name = _name(table)
    reader = work.reader()
    noted = history.in_bulk(reader, name) if name in history.WATCHED else nullcontext()
    with noted, seals.in_bulk(reader, name):
        yield


def _number_on(reader: Reader, table: type[SQLModel], columns: Iterable[str]) -> None:
    if "id" in columns:
        reader.dialect.number_on(reader, _name(table))


def _name(table: type[SQLModel]) -> str:
    return str(table.__table__.name)  # type: ignore[attr-defined]


def _listed(columns: Iterable[str]) -> str:
    return ", ".join(map(_quoted, columns))


def _quoted(column: str) -> str:
    return f'"{column}"'


def _marks(columns: Sequence[str]) -> str:
    return ", ".join("?" * len(columns))
