"""Reads: SQL over the documented views, on the driver itself. No model, no SQLAlchemy: a report must start quickly."""

from __future__ import annotations

from collections.abc import Callable, Generator, Iterable, Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager, nullcontext
from functools import partial
from pathlib import Path
from typing import Any, Final

from reinsert_cli.store import clock, opening, patience, place, sqlite
from reinsert_cli.store.dialect import dialect_of
from reinsert_cli.store.server import Server

LARGE: Final = 8 << 20
"""Bytes of a file from which a second look is worth its opening, and a bar that tells how far one is."""


class Reader:
    """One consistent look at the ledger: every query of a command sees the same state."""

    def __init__(self, connection: Any, ledger: Path | Server) -> None:
        """Read by a driver's connection; ``ledger`` is what messages call it by."""
        self.dialect = dialect_of(ledger)
        self._connection = self.dialect.connected(connection)
        self._ledger = ledger
        self.as_of = clock.today()
        """The day as of which it answers (ISO): today, unless it was taken back (:mod:`reinsert_cli.store.history`)."""
        self.beside: Callable[[], AbstractContextManager[Reader | None]] = nullcontext
        """What opens a second look at the same; nothing where there is none to be had (:mod:`.beside`)."""

    @property
    def may_be_long(self) -> bool:
        """Tell whether so much is there that to read it all may take a while: what is on a server may."""
        return isinstance(self._ledger, Server) or self._ledger.stat().st_size >= LARGE

    def rows(self, sql: str, **params: Any) -> list[dict[str, Any]]:
        """Give the rows of ``sql``, whose parameters are written ``:name``."""
        return list(self._rows(self._connection.execute, sql, params))

    def stream(self, sql: str, **params: Any) -> Iterator[dict[str, Any]]:
        """Give the rows of ``sql`` one after the other, none of them kept."""
        return self._rows(self._connection.stream, sql, params)

    def _rows(self, ask: Callable[..., Any], sql: str, params: dict[str, Any]) -> Iterator[dict[str, Any]]:
        try:
            answer = ask(sql, params)
            keys = [column[0] for column in answer.description or ()]
            for row in answer:
                yield dict(zip(keys, row, strict=True))
        except opening.errors() as error:
            raise place.refusal_of(error, self._ledger) from error

    def tuples(self, sql: str, **params: Any) -> Generator[tuple[Any, ...]]:
        """Give the rows of ``sql`` one after the other without the names of their columns: a million take long."""
        try:
            yield from self._connection.stream(sql, params)
        except opening.errors() as error:
            raise place.refusal_of(error, self._ledger) from error

    def column(self, sql: str, **params: Any) -> Iterator[Any]:
        """Give the first column of each row of ``sql``, as they come."""
        try:
            for row in self._connection.stream(sql, params):
                yield row[0]
        except opening.errors() as error:
            raise place.refusal_of(error, self._ledger) from error

    def row(self, sql: str, **params: Any) -> dict[str, Any] | None:
        """Give the first row of ``sql``, or nothing."""
        return next(iter(self.rows(sql, **params)), None)

    def run_many(self, sql: str, rows: Iterable[Sequence[Any]]) -> None:
        """Run a statement, whose values are marked as the dialect marks them, for each of ``rows``."""
        try:
            self._connection.executemany(sql, rows)
        except opening.errors() as error:
            if isinstance(self._ledger, Path):
                raise
            raise place.refusal_of(error, self._ledger) from error

    def fill(self, table: str, columns: Sequence[str], rows: Iterable[Sequence[Any]]) -> None:
        """Put rows, each the values of ``columns``, into a table as they come: the quickest way there is."""
        self.dialect.fill(self._connection, table, columns, rows)

    def value(self, sql: str, **params: Any) -> Any:
        """Give the first column of the first row of ``sql``."""
        found = self.row(sql, **params)
        return None if found is None else next(iter(found.values()))


@contextmanager
def reading(
    ledger: Path | Server, wait: float = place.BUSY_SECONDS, tell: Callable[[], None] | None = None
) -> Iterator[Reader]:
    """Open the ledger for reading, in one transaction, and close it; wait so many seconds for who is writing.

    ``tell`` is called when that takes long.
    """
    tell = None if isinstance(ledger, Server) else tell  # there, whoever reads waits for nobody
    opened = place.identity(ledger)
    with patience.told(tell):
        connection = place.connect_read_only(ledger, wait)
    try:
        reader = Reader(connection, ledger)
        with place.told_if_replaced(ledger, opened), patience.told(tell):
            reader.dialect.begin(reader, connection)
            if isinstance(ledger, Path) and reader.may_be_long:
                reader.beside = partial(_beside, ledger, opened)
        yield reader
    finally:
        connection.close()


@contextmanager
def _beside(ledger: Path, opened: tuple[int, int] | None) -> Iterator[Reader]:
    """Open a file that is being read a second time, without waiting for anybody: it has not changed since."""
    connection = opening.connect(ledger, 0, read_only=True)
    reader = Reader(connection, ledger)
    try:
        reader.dialect.begin(reader, connection)
        reader.rows(sqlite.LESS_MEMORY)
        place.require_same(ledger, opened)
        yield reader
    finally:
        connection.close()
