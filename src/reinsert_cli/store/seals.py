"""What the tables hold that no audit record covers: for each, how many rows, and a sum of their digests.

The audit covers the journal, and the rows that reports read, as written since the last migration. Identities, health
data, what is remembered of imports, reference data, and what stood before that migration have their seal here, which
every write keeps. Who can write to the file can write a seal too; but a bit that flipped, or a row changed by another
tool, contradicts it. It is a sum, so that a write costs what it changes and not what the table holds. It is written
over each time and stays in the ledger: in the audit, which is shown and copied, a digest of identities could be tried
against names.
"""

from __future__ import annotations

import hashlib
import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import Final

from reinsert_cli.store import became, carried, history
from reinsert_cli.store.reading import Reader

TABLE: Final = "seal"
_BYTES: Final = 16
_SIZE: Final = 1 << (8 * _BYTES)

_COVERED: Final = frozenset({*became.COVERED, *carried.ANEW})
"""The tables whose every row the audit covers, or that ``check`` makes anew from those."""

_STILL: Final = frozenset({"audit", "journal", "alembic_version"})
"""The tables that no command changes in what is sealed of them: no trigger is needed."""

_TABLES: Final = "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY name"
_START: Final = """SELECT COALESCE(MAX(id), 0) FROM audit WHERE changes LIKE '%"what":"rows.all"%'"""
_SEALED_START: Final = "SELECT count FROM seal WHERE table_name = 'audit'"


def renew(reader: Reader) -> None:
    """Seal every table as it is: a migration changes many, and the audit begins anew there."""
    reader.rows("DELETE FROM seal")
    start = _start(reader)
    for table in _sealed(reader):
        count, total = _sum(reader, table, _which(table, "t", start))
        values = {"table": table, "count": count, "digest": _written(total)}
        reader.rows("INSERT INTO seal (table_name, count, digest) VALUES (:table, :count, :digest)", **values)


def watch(reader: Reader, driver: sqlite3.Connection) -> None:
    """Let the writes of this connection keep the seals, by triggers that only it sees: before it locks anybody out."""
    driver.create_function("resealed", 3, _resealed, deterministic=True)
    start = int(reader.value(_SEALED_START))
    for table in _sealed(reader):
        if table not in _STILL:
            for statement in _triggers(table, reader.dialect.shape(reader, table)[0], start):
                reader.rows(statement)


@contextmanager
def in_bulk(reader: Reader, table: str) -> Iterator[None]:
    """Seal the rows that are inserted into ``table`` meanwhile at once, at the end: each alone takes twice as long."""
    if not reader.dialect.SEALED or not reader.row(
        "SELECT 1 FROM temp.sqlite_master WHERE name = :name", name=f"seal_{table}_insert"
    ):
        yield
        return
    last = reader.value(f"SELECT COALESCE(MAX(rowid), 0) FROM {table}")  # noqa: S608  (names are ours)
    reader.rows(f"DROP TRIGGER temp.seal_{table}_insert")
    yield
    count, total = _sum(reader, table, f"t.rowid > {int(last)}")
    digest = _written(int(reader.value("SELECT digest FROM seal WHERE table_name = :table", table=table), 16) + total)
    values = {"table": table, "count": count, "digest": digest}
    reader.rows("UPDATE seal SET count = count + :count, digest = :digest WHERE table_name = :table", **values)
    start = int(reader.value(_SEALED_START))
    reader.rows(next(_triggers(table, reader.dialect.shape(reader, table)[0], start)))


def broken(reader: Reader) -> list[str]:
    """Give the tables that do not hold what their seal says, and the seals of tables that are not there."""
    if not reader.dialect.SEALED:
        return []
    start = _start(reader)
    said = {row["table_name"]: (row["count"], row["digest"]) for row in reader.rows("SELECT * FROM seal")}
    found = {}
    for table in _sealed(reader):
        count, total = _sum(reader, table, _which(table, "t", start))
        found[table] = (count, _written(total))
    return sorted(table for table in {*said, *found} if said.get(table) != found.get(table))


def _start(reader: Reader) -> int:
    """Give the write since which the audit covers what changes: that of the last migration."""
    return int(reader.value(_START))


def _sealed(reader: Reader) -> Iterator[str]:
    for table in list(reader.column(_TABLES)):
        if table != TABLE and table not in _COVERED:
            yield str(table)


def _which(table: str, row: str, start: int) -> str:
    """Give the SQL that tells whether a row is sealed: of the books and the history, what the audit leaves out.

    The audit covers what a row was after each write, not what it was on the way. Of its own records the seal tells how
    many there were when it was made: so a write need not look for where the audit begins.
    """
    if table == "audit":
        return f"{row}.id <= {start}"
    if table == "journal":
        return f"COALESCE({row}.audit_id, 0) <= {start}"
    if table == "history":
        apart = ", ".join(f"'{name}'" for name in sorted({*history.WATCHED} - {*became.COVERED}))
        return f"({row}.audit_id <= {start} OR {row}.old IS NOT NULL OR {row}.table_name IN ({apart}))"
    return "1"


def _content(columns: Iterable[str], row: str) -> str:
    """Give the SQL of what a row says. As bytes: a damaged text may be none.

    Not as JSON: what a trigger of the history has just made would stand in it as JSON, and later as text.
    """
    quoted = " || ',' || ".join(f"quote({row}.{name})" for name in columns)
    return f"CAST({quoted} AS BLOB)"


def _sum(reader: Reader, table: str, which: str) -> tuple[int, int]:
    """Give how many rows of a table there are for which ``which`` holds, and the sum of their digests."""
    content = _content(reader.dialect.shape(reader, table)[0], "t")
    count, total = 0, 0
    for said in reader.column(f'SELECT {content} FROM main."{table}" t WHERE {which}'):  # noqa: S608  (names are ours)
        count, total = count + 1, total + _number(said)
    return count, total


def _triggers(table: str, columns: list[str], start: int) -> Iterator[str]:
    """Give the statements that make the three triggers of a table."""
    is_old, is_new = (_which(table, row, start) for row in ("OLD", "NEW"))
    old = f"CASE WHEN {is_old} THEN {_content(columns, 'OLD')} END"
    new = f"CASE WHEN {is_new} THEN {_content(columns, 'NEW')} END"
    for event, when, change, gone, come in (
        ("INSERT", is_new, "1", "NULL", new),
        ("UPDATE", f"{is_old} OR {is_new}", f"{is_new} - {is_old}", old, new),
        ("DELETE", is_old, "-1", old, "NULL"),
    ):
        yield f"""
            CREATE TEMP TRIGGER seal_{table}_{event.lower()} AFTER {event} ON main."{table}" WHEN {when}
            BEGIN UPDATE seal SET count = count + ({change}), digest = resealed(digest, {gone}, {come})
            WHERE table_name = '{table}'; END"""  # noqa: S608  (names are ours)


def _resealed(digest: str, gone: bytes | None, come: bytes | None) -> str:
    total = int(digest, 16)
    if gone is not None:
        total -= _number(gone)
    if come is not None:
        total += _number(come)
    return _written(total)


def _number(said: bytes) -> int:
    return int.from_bytes(hashlib.blake2b(said, digest_size=_BYTES).digest(), "big")


def _written(total: int) -> str:
    return f"{total % _SIZE:0{2 * _BYTES}x}"
