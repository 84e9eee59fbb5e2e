"""Reads: SQL over the documented views, on the driver itself. No model, no SQLAlchemy: a report must start quickly."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from reinsert_cli.store import clock, opening, patience, place


class Reader:
    """One consistent look at the ledger: every query of a command sees the same state."""

    def __init__(self, connection: sqlite3.Connection, path: Path) -> None:
        self._connection = connection
        self._path = path
        self.as_of = clock.today()
        """The day as of which it answers (ISO): today, unless it was taken back (:mod:`reinsert_cli.store.history`)."""

    def rows(self, sql: str, **params: Any) -> list[dict[str, Any]]:
        """Give the rows of ``sql``, whose parameters are written ``:name``."""
        return list(self.stream(sql, **params))

    def stream(self, sql: str, **params: Any) -> Iterator[dict[str, Any]]:
        """Give the rows of ``sql`` one after the other, none of them kept."""
        try:
            answer = self._connection.execute(sql, params)
            keys = [column[0] for column in answer.description or ()]
            for row in answer:
                yield dict(zip(keys, row, strict=True))
        except opening.errors() as error:
            raise place.refusal_of(error, self._path) from error

    def tuples(self, sql: str, **params: Any) -> Iterator[tuple[Any, ...]]:
        """Give the rows of ``sql`` one after the other without the names of their columns: a million take long."""
        try:
            yield from self._connection.execute(sql, params)
        except opening.errors() as error:
            raise place.refusal_of(error, self._path) from error

    def column(self, sql: str, **params: Any) -> Iterator[Any]:
        """Give the first column of each row of ``sql``, as they come."""
        try:
            for row in self._connection.execute(sql, params):
                yield row[0]
        except opening.errors() as error:
            raise place.refusal_of(error, self._path) from error

    def row(self, sql: str, **params: Any) -> dict[str, Any] | None:
        """Give the first row of ``sql``, or nothing."""
        return next(iter(self.rows(sql, **params)), None)

    def value(self, sql: str, **params: Any) -> Any:
        """Give the first column of the first row of ``sql``."""
        found = self.row(sql, **params)
        return None if found is None else next(iter(found.values()))


@contextmanager
def reading(path: Path, wait: float = place.BUSY_SECONDS, tell: Callable[[], None] | None = None) -> Iterator[Reader]:
    """Open the ledger for reading, in one transaction, and close it; wait so many seconds for who is writing.

    ``tell`` is called when that takes long.
    """
    with patience.told(tell):
        connection = place.connect_read_only(path, wait)
    reader = Reader(connection, path)
    try:
        with patience.told(tell):
            _begin(reader, connection)
        yield reader
    finally:
        connection.close()


def _begin(reader: Reader, connection: sqlite3.Connection) -> None:
    """Begin the transaction, and hold the state that it sees: SQLite takes it at the first thing that is read."""
    connection.isolation_level = None
    reader.rows("PRAGMA temp_store = MEMORY")
    reader.rows("PRAGMA cache_size = -65536")
    reader.rows("BEGIN")
    reader.rows("SELECT version_num FROM alembic_version")
