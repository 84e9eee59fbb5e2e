"""What a database holds, whatever its file looks like: compared after every copy; none is believed unread."""

from __future__ import annotations

import hashlib
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from reinsert_cli.domain.faults import ExitStatus, Refusal
from reinsert_cli.store import audit, clock, opening, place
from reinsert_cli.store.keys import Key


@dataclass(frozen=True, slots=True)
class Record:
    """One record of a ledger's audit: its number, its hash, when it was written (UTC)."""

    number: int
    hash: str
    written_at: str


def digest(connection: sqlite3.Connection) -> str:
    """Give the SHA-256 (hex) of all that a database holds: definitions, and the rows of each table in their order."""
    found = hashlib.sha256()
    for row in _everything(connection):
        found.update(repr(row).encode("utf-8", "surrogatepass") + b"\n")
    return found.hexdigest()


def _everything(connection: sqlite3.Connection) -> Iterator[tuple[Any, ...]]:
    for pragma in ("application_id", "user_version"):
        yield from connection.execute(f"PRAGMA main.{pragma}")
    definitions = connection.execute("SELECT type, name, tbl_name, sql FROM main.sqlite_master ORDER BY type, name")
    for definition in definitions.fetchall():
        yield definition
        if definition[0] == "table":
            yield from connection.execute(_rows_of(connection, definition[1]))


def _rows_of(connection: sqlite3.Connection, table: str) -> str:
    """Give the query of a table's rows in their order: by the number that SQLite gives them, else by their key."""
    key = [
        f'"{row[2]}"' for row in connection.execute(f'PRAGMA main.index_info("{table}")')
    ]  # of a table WITHOUT ROWID
    columns, order = ("*", ", ".join(key)) if key else ("rowid, *", "rowid")
    return f'SELECT {columns} FROM main."{table}" ORDER BY {order}'  # noqa: S608  (names are the database's own)


def records(connection: sqlite3.Connection) -> list[Record]:
    """Give the audit records of a ledger of any schema."""
    return [Record(*row) for row in connection.execute("SELECT id, hash, written_at FROM audit ORDER BY id")]


def sign(draft: Path, key: Key | None, command: str, **facts: str | int) -> None:
    """Add to the ledger that ``draft`` is to become the audit record of an act on its file, which no row tells of."""
    with closing(opening.connect(draft, place.BUSY_SECONDS, key=key)) as ledger:
        ledger.isolation_level = None
        ledger.execute("PRAGMA journal_mode = OFF").fetchall()
        record = {
            "written_at": clock.timestamp(),
            "author": clock.author(),
            "command": command,
            "changes": audit.changes_text([{"what": f"ledger.{command}", **facts}]),
            "previous": records(ledger)[-1].hash,
        }
        columns = ", ".join((*record, "hash"))
        ledger.execute(
            f"INSERT INTO audit ({columns}) VALUES (?, ?, ?, ?, ?, ?)",  # noqa: S608  (names are ours)
            (*record.values(), audit.digest(record)),
        )


def is_sound(connection: sqlite3.Connection) -> bool:
    """Tell whether SQLite finds nothing wrong with the whole file."""
    return bool(connection.execute("PRAGMA integrity_check(1)").fetchone() == ("ok",))


def copy(source: sqlite3.Connection, draft: Path, key: Key | None, salt: bytes | None = None) -> None:
    """Fill the empty file ``draft`` with all that ``source`` holds, both encrypted or both in clear."""
    with closing(opening.connect(draft, place.BUSY_SECONDS, key=key, salt=salt)) as target:
        source.backup(target)


def copy_across(source: sqlite3.Connection, draft: Path, key: Key | None) -> None:
    """Fill the empty file ``draft``, encrypted by ``key`` or in clear, with all that ``source`` holds.

    ``source`` was opened with SQLCipher, whatever it is. The lock that it takes stays until it is closed.
    """
    named = {
        pragma: source.execute(f"PRAGMA main.{pragma}").fetchone()[0] for pragma in ("application_id", "user_version")
    }
    source.execute("PRAGMA main.locking_mode = EXCLUSIVE")
    locked_by = key.trimmed.for_salt(opening.new_salt()) if key else ""
    source.execute("ATTACH ? AS draft KEY ?", (str(draft), locked_by))
    source.execute("PRAGMA draft.journal_mode = OFF").fetchall()
    source.execute("BEGIN EXCLUSIVE")
    source.execute("SELECT sqlcipher_export('draft')").fetchall()
    for pragma, value in named.items():
        source.execute(f"PRAGMA draft.{pragma} = {int(value)}")
    source.execute("COMMIT")
    source.execute("DETACH draft")


def require_same(draft: Path, key: Key | None, wanted: str, path: Path) -> None:
    """Read the copy back. Raises Refusal (exit 5) unless it holds what ``wanted`` is the digest of."""
    try:
        with closing(opening.connect(draft, place.BUSY_SECONDS, read_only=True, key=key)) as copied:
            is_same = is_sound(copied) and digest(copied) == wanted
    except opening.errors():
        is_same = False
    if not is_same:
        raise Refusal(ExitStatus.LEDGER, "copy.differs", path=str(path))
