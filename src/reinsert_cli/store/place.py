"""Where a ledger is and what state its file is in, told without opening it for writing and without SQLAlchemy."""

from __future__ import annotations

import errno
import os
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any, Final

from reinsert_cli.domain.faults import ExitStatus, Refusal
from reinsert_cli.store import drafts, opening, server, sqlite
from reinsert_cli.store.keys import Key
from reinsert_cli.store.server import Server

SCHEMA: Final = "0009"
"""The newest migration: what this version of the program reads and writes."""

BUSY_SECONDS: Final = 10


def default_path() -> Path:
    """Give the ledger's place when neither option nor ``REINSERT_LEDGER`` names one."""
    data = os.environ.get("XDG_DATA_HOME") or Path.home() / ".local" / "share"
    return Path(data) / "reinsert" / "ledger.db"


def connect_read_only(path: Path | Server, wait: float = BUSY_SECONDS) -> Any:
    """Open the ledger for reading only, by its driver.

    Raises Refusal (exit 5) when the file is missing, is not a ledger, is of another schema or is damaged, and when the
    server cannot be used.
    """
    if isinstance(path, Server):
        return _connect_to_server(path)
    opened = identity(path)
    connection = open_read_only(path, wait)
    try:
        check_schema(schema_of(connection), path)
    except opening.errors() as error:
        connection.close()
        require_same(path, opened)
        raise refusal_of(error, path) from error
    except Refusal:
        connection.close()
        raise
    return connection


def _connect_to_server(address: Server) -> Any:
    connection = server.connect(address)
    try:
        check_schema(server.schema_of(connection, address), address)
    except Refusal:
        connection.close()
        raise
    return connection


def open_read_only(
    path: Path, wait: float = BUSY_SECONDS, *, key: Key | None = None, with_cipher: bool = False
) -> sqlite3.Connection:
    """Open a file that ought to be a ledger, of whatever schema. Raises Refusal (exit 5) when it cannot be.

    What is read is the file that was named: a link may be somebody else's.
    """
    if path.is_symlink():
        raise Refusal(ExitStatus.LEDGER, "ledger.symlink", path=str(path))
    if not path.is_file():
        raise Refusal(ExitStatus.LEDGER, "ledger.missing", path=str(path))
    drafts.sweep(path)
    try:
        if os.path.lexists(f"{path.resolve()}-journal"):  # what a killed command left half written is taken back
            with closing(opening.connect(path, wait, key=key, with_cipher=with_cipher)) as connection:
                connection.execute("SELECT COUNT(*) FROM sqlite_master").fetchone()
        return opening.connect(path, wait, read_only=True, key=key, with_cipher=with_cipher)
    except opening.errors() as error:
        raise refusal_of(error, path) from error


def identity(path: Path | Server) -> tuple[int, int] | None:
    """Give what tells the file at ``path`` from any that takes its name."""
    if isinstance(path, Server):
        return None
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_dev, found.st_ino


def require_same(path: Path | Server, opened: tuple[int, int] | None) -> None:
    """Refuse (exit 5) a file that was encrypted or restored while we waited: what was opened is no ledger any more."""
    if identity(path) != opened:
        raise Refusal(ExitStatus.LEDGER, "ledger.replaced", path=str(path))


@contextmanager
def told_if_replaced(path: Path | Server, opened: tuple[int, int] | None) -> Iterator[None]:
    """Tell of a file that was replaced meanwhile as such, whatever was made of what was read of it."""
    try:
        yield
    except Exception:
        require_same(path, opened)
        raise


def schema_of(connection: sqlite3.Connection) -> str:
    """Give the migration that the file stands at; ``""`` for a database that is no ledger of ours."""
    if connection.execute("PRAGMA application_id").fetchone()[0] != sqlite.APPLICATION_ID:
        return ""
    return str(connection.execute("SELECT version_num FROM alembic_version").fetchone()[0])


def check_schema(schema: str, path: Path | Server) -> None:
    """Refuse (exit 5) a file that is not a ledger, that a newer version made, or that must be migrated first."""
    if schema == SCHEMA:
        return
    if not schema:
        code = "server.no_ledger" if isinstance(path, Server) else "ledger.not_a_ledger"
        raise Refusal(ExitStatus.LEDGER, code, path=str(path))
    code = "ledger.newer" if schema > SCHEMA else "ledger.older"
    raise Refusal(ExitStatus.LEDGER, code, path=str(path), schema=schema, known=SCHEMA)


def unwritable(error: OSError, path: Path) -> Refusal:
    """Turn what the system says of a file that was to take the ledger's place into a refusal."""
    code = {errno.ENOSPC: "ledger.disk_full", errno.EDQUOT: "ledger.disk_full"}.get(
        error.errno or 0, "ledger.read_only"
    )
    return Refusal(ExitStatus.LEDGER, code, path=str(path))


def refusal_of(error: BaseException, path: Path | Server) -> Refusal:
    """Turn what the driver says into a refusal that gives the reason."""
    if isinstance(path, Server):
        return server.refusal_of(error, path)
    said = str(error).lower()
    if "not a database" in said and opening.is_encrypted(path):
        return Refusal(ExitStatus.LEDGER, "key.wrong", path=str(path))
    reasons = {
        "locked": "ledger.locked",
        "not a database": "ledger.not_a_ledger",
        "malformed": "ledger.corrupt",
        "readonly": "ledger.read_only",
        "unable to open": "ledger.unopenable",
        "full": "ledger.disk_full",
    }
    code = next((code for words, code in reasons.items() if words in said), "ledger.unusable")
    return Refusal(ExitStatus.LEDGER, code, path=str(path), seconds=str(BUSY_SECONDS))
