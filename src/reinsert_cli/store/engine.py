"""The SQLAlchemy engine of a ledger: foreign keys on, every transaction IMMEDIATE, schema changes inside it."""

from __future__ import annotations

import sqlite3
from functools import partial
from pathlib import Path
from typing import Any, Final

from sqlalchemy import Connection, Engine, create_engine, event, text
from sqlalchemy.pool import NullPool

from reinsert_cli.store import opening, place
from reinsert_cli.store.keys import Key

SYNCHRONOUS: Final = "EXTRA"
"""How a write is waited for, until it is on the disk, the folder too: what is told as done outlives a power cut."""


def engine_for(path: Path, key: Key | None = None) -> Engine:
    """Give the engine of the ledger at ``path``; of an empty file that ``key`` is to encrypt.

    Python's sqlite3 opens transactions late and lets schema changes escape them; so the driver is left in
    autocommit and each transaction begins by a statement of ours, IMMEDIATE, which takes the write lock at once.
    """
    engine = create_engine(
        "sqlite://",
        creator=partial(opening.connect, path, place.BUSY_SECONDS, key=key),
        module=opening.driver_of(path, with_cipher=key is not None),
        poolclass=NullPool,
        hide_parameters=True,  # an error never carries what a row holds
    )
    event.listen(engine, "connect", _prepare)
    event.listen(engine, "begin", _begin)
    return engine


def engine_in_memory() -> Engine:
    """Give the engine of an empty database in memory."""
    return create_engine("sqlite://")


def _prepare(driver: sqlite3.Connection, _record: Any) -> None:
    driver.isolation_level = None
    driver.execute("PRAGMA foreign_keys = ON")
    driver.execute(f"PRAGMA synchronous = {SYNCHRONOUS}")
    driver.execute("PRAGMA secure_delete = ON")
    driver.execute("PRAGMA cache_size = -65536")
    driver.execute("PRAGMA temp_store = MEMORY")  # nothing about a person in a file of the system's own


def _begin(connection: Connection) -> None:
    connection.execute(text("BEGIN IMMEDIATE"))
