"""A ledger carried whole to another place, a file or a server, row by row: the history and the audit as they are.

Rows stream: no more of them is held than the two ends hand over at a time. What was written is read back, and compared
by the number of each table's rows and the sum of their digests, before it takes its place.
"""

from __future__ import annotations

import hashlib
from collections.abc import Generator, Iterable, Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from sqlmodel import SQLModel

from reinsert_cli.domain.faults import ExitStatus, Refusal, refuse
from reinsert_cli.domain.progress import Course, Step, silent
from reinsert_cli.store import (
    audit,
    carried_tables,  # noqa: F401  (the metadata must know of every table)
    drafts,
    import_tables,  # noqa: F401
    migrate,
    opening,
    pathway_tables,  # noqa: F401
    place,
    project_tables,  # noqa: F401
    seals,
    tables,  # noqa: F401
)
from reinsert_cli.store.keys import Key
from reinsert_cli.store.reading import Reader
from reinsert_cli.store.server import Server

POSTINGS: Final = f"SELECT {', '.join(audit.POSTING)} FROM journal ORDER BY id"  # noqa: S608  (names are ours)
HEAD: Final = "SELECT hash FROM audit ORDER BY id DESC LIMIT 1"

_BYTES: Final = 16
_UNFIT: Final = frozenset({"DataError", "IntegrityError"})
"""What drivers call it when a row does not fit a table, whichever driver it is."""


@dataclass(frozen=True, slots=True)
class Content:
    """What a ledger holds: of each table how many rows and the sum of their digests; the journal's digest; the head."""

    tables: dict[str, tuple[int, int]]
    journal: str
    head: str

    @property
    def rows(self) -> int:
        """Give the number of rows of all tables."""
        return sum(count for count, _total in self.tables.values())

    @property
    def postings(self) -> int:
        """Give the number of postings of the journal."""
        return self.tables["journal"][0]


@dataclass
class Tally:
    """How many rows went by, and the sum of their digests, which no order changes."""

    count: int = 0
    total: int = 0

    def of(self, rows: Iterable[tuple[Any, ...]]) -> Iterator[tuple[Any, ...]]:
        """Give the rows on, counted."""
        for row in rows:
            said = repr(row).encode("utf-8", "surrogatepass")
            self.total += int.from_bytes(hashlib.blake2b(said, digest_size=_BYTES).digest(), "big")
            self.count += 1
            yield row

    @property
    def sum(self) -> tuple[int, int]:
        """Give both."""
        return self.count, self.total


@dataclass(frozen=True, slots=True)
class Copy:
    """A ledger written for another place, and not yet there: what it holds, and a look at it."""

    content: Content
    reader: Reader


@contextmanager
def copied(source: Reader, target: Path | Server, key: Key | None = None, step: Step = silent) -> Iterator[Copy]:
    """Write all that ``source`` sees for ``target``, encrypted by ``key``; it takes its place when this ends well.

    ``step`` is told how many rows are written, then how many are read back.

    Raises Refusal: exit 3 where something stands there, 5 where it cannot be written, where rows do not fit, and where
    what was read back is not what was there.
    """
    migrate.require_free(target)
    source.dialect.see_all(source)
    if isinstance(target, Server):
        from reinsert_cli.store.postgres import Connected  # noqa: PLC0415  (only for servers)

        with migrate.with_tables(target) as connection:
            driver: Any = connection.connection.driver_connection
            written = _write(source, Reader(driver, target), target, step)
            reader = Reader(Connected(driver, has_written=True), target)
            yield Copy(_proven(reader, written, target, step), reader)
        return
    try:
        drafts.make_private_folder(target.parent)
        with drafts.drafted(target) as draft:
            with migrate.with_tables(draft, key) as connection:
                written = _write(source, Reader(connection.connection.driver_connection, target), target, step)
            with _read_back(draft, target, key) as reader:
                yield Copy(_proven(reader, written, target, step), reader)
            drafts.put(draft, target)
    except FileExistsError as error:
        raise refuse("ledger.exists", path=str(target)) from error
    except OSError as error:
        raise place.unwritable(error, target) from error


@contextmanager
def _read_back(draft: Path, target: Path, key: Key | None) -> Iterator[Reader]:
    with closing(opening.connect(draft, place.BUSY_SECONDS, read_only=True, key=key)) as connection:
        reader = Reader(connection, target)
        reader.dialect.begin(reader, connection)
        yield reader


def _write(source: Reader, target: Reader, ledger: Path | Server, step: Step) -> Content:
    """Fill the empty tables of ``target``, then make the views, and the triggers that watch what comes later.

    A file has its seals from the file that it is a copy of; else they are made.
    """
    if target.row("SELECT 1 AS one FROM audit LIMIT 1"):
        raise refuse("ledger.exists", path=str(ledger))
    target.dialect.let_refer_later(target)
    are_sealed = source.dialect.SEALED and target.dialect.SEALED
    carried = names(with_seals=are_sealed)
    course = Course("writing", step, sum(_count(source, name) for name in carried))
    written = {name: _carry(source, target, name, ledger, course) for name in carried}
    target.dialect.gather_statistics(target, carried)
    migrate.make_views(target)
    if target.dialect.SEALED and not are_sealed:
        seals.renew(target)
    return Content(written, journal_of(source), str(source.value(HEAD)))


def names(*, with_seals: bool) -> list[str]:
    """Give the tables that are carried, each after those that its rows refer to."""
    found = [table.name for table in SQLModel.metadata.sorted_tables]
    return [name for name in found if with_seals or name != seals.TABLE]


def _count(reader: Reader, table: str) -> int:
    return int(reader.value(f"SELECT COUNT(*) FROM main.{table}"))  # noqa: S608  (names are ours)


def _carry(source: Reader, target: Reader, table: str, ledger: Path | Server, course: Course) -> tuple[int, int]:
    columns, _key = target.dialect.shape(target, table)
    tally = Tally()
    try:
        with closing(_rows(source, table, columns)) as rows:
            target.fill(table, columns, tally.of(course.through(rows)))
    except opening.errors() as error:
        if _UNFIT & {kind.__name__ for kind in type(error).__mro__}:
            raise Refusal(ExitStatus.LEDGER, "copy.unfit", path=str(ledger), table=table) from error
        raise place.refusal_of(error, ledger) from error
    if "id" in columns:
        target.dialect.number_on(target, table)
    return tally.sum


def _rows(reader: Reader, table: str, columns: list[str]) -> Generator[tuple[Any, ...]]:
    named = ", ".join(f'"{column}"' for column in columns)
    return reader.tuples(f"SELECT {named} FROM main.{table} ORDER BY {reader.dialect.came_in(reader, table)}")  # noqa: S608  (names are ours)


def _proven(reader: Reader, written: Content, ledger: Path | Server, step: Step) -> Content:
    """Give what was written, once it is what is there."""
    course = Course("reading", step, written.rows)
    found = {table: _sum(reader, table, course) for table in written.tables}
    if Content(found, journal_of(reader), str(reader.value(HEAD))) != written:
        raise Refusal(ExitStatus.LEDGER, "copy.differs", path=str(ledger))
    return written


def _sum(reader: Reader, table: str, course: Course) -> tuple[int, int]:
    tally = Tally()
    for _row in tally.of(course.through(_rows(reader, table, reader.dialect.shape(reader, table)[0]))):
        pass
    return tally.sum


def journal_of(reader: Reader) -> str:
    """Give the digest of the whole journal, as the audit digests postings."""
    return audit.postings_digest(dict(zip(audit.POSTING, row, strict=True)) for row in reader.tuples(POSTINGS))
