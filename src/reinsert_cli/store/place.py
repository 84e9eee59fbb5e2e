"""Where a ledger is and what state its file is in, told without opening it for writing and without SQLAlchemy."""

from __future__ import annotations

import os
import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Final

from reinsert_cli.domain.faults import ExitStatus, Refusal

SCHEMA: Final = "0008"
"""The newest migration: what this version of the program reads and writes."""

APPLICATION_ID: Final = 0x5245494E
"""``REIN``: marks the file as a ledger (PRAGMA application_id)."""

BUSY_SECONDS: Final = 10


def default_path() -> Path:
    """Give the ledger's place when neither option nor ``REINSERT_LEDGER`` names one."""
    data = os.environ.get("XDG_DATA_HOME") or Path.home() / ".local" / "share"
    return Path(data) / "reinsert" / "ledger.db"


def connect_read_only(path: Path, wait: float = BUSY_SECONDS) -> sqlite3.Connection:
    """Open the ledger for reading only.

    Raises Refusal (exit 5) when the file is missing, is not a ledger, is of another schema or is damaged.
    """
    if not path.is_file():
        raise Refusal(ExitStatus.LEDGER, "ledger.missing", path=str(path))
    try:
        connection = opened(path, wait)
        check_schema(schema_of(connection), path)
    except sqlite3.Error as error:
        raise refusal_of(error, path) from error
    return connection


def opened(path: Path, wait: float = BUSY_SECONDS) -> sqlite3.Connection:
    """Open a database for reading only, once what a killed command left half written in it was taken back.

    SQLite takes it back by the journal beside the file, which needs a connection that may write. Raises sqlite3.Error,
    and Refusal (exit 5) for a symbolic link.
    """
    if path.is_symlink():  # what is read and written is the file that was named: a link may be somebody else's
        raise Refusal(ExitStatus.LEDGER, "ledger.symlink", path=str(path))
    address = path.resolve().as_uri()
    if os.path.lexists(f"{path.resolve()}-journal"):
        with closing(sqlite3.connect(f"{address}?mode=rw", uri=True, timeout=wait)) as connection:
            connection.execute("SELECT COUNT(*) FROM sqlite_master").fetchone()
    return sqlite3.connect(f"{address}?mode=ro", uri=True, timeout=wait)


def schema_of(connection: sqlite3.Connection) -> str:
    """Give the migration that the file stands at; ``""`` for a database that is no ledger of ours."""
    if connection.execute("PRAGMA application_id").fetchone()[0] != APPLICATION_ID:
        return ""
    return str(connection.execute("SELECT version_num FROM alembic_version").fetchone()[0])


def check_schema(schema: str, path: Path) -> None:
    """Refuse (exit 5) a file that is not a ledger, that a newer version made, or that must be migrated first."""
    if schema == SCHEMA:
        return
    if not schema:
        raise Refusal(ExitStatus.LEDGER, "ledger.not_a_ledger", path=str(path))
    code = "ledger.newer" if schema > SCHEMA else "ledger.older"
    raise Refusal(ExitStatus.LEDGER, code, path=str(path), schema=schema, known=SCHEMA)


def refusal_of(error: sqlite3.Error, path: Path) -> Refusal:
    """Turn what SQLite says into a refusal that gives the reason."""
    said = str(error).lower()
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
