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
from reinsert_cli.store.server import Server

SYNCHRONOUS: Final = "EXTRA"
"""How a write is waited for, until it is on the disk, the folder too: what is told as done outlives a power cut."""


def engine_for(path: Path | Server, key: Key | None = None) -> Engine:
    """Give the engine of the ledger at ``path``; of an empty file that ``key`` is to encrypt.

    Python's sqlite3 opens transactions late and lets schema changes escape them; so the driver is left in
    autocommit and each transaction begins by a statement of ours, IMMEDIATE, which takes the write lock at once.
    """
    if isinstance(path, Server):
        return _server_engine(path)
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


def _server_engine(server: Server) -> Engine:
    """Give the engine of a ledger on a server: one writes at a time, as on a file, and nobody waits for readers.

    The audit is one chain and rules are asked of the whole ledger, so writes are put in one order from their first
    question on, by a lock that ends with the transaction: none can deadlock, none has to be tried again.
    """
    from reinsert_cli.store import postgres  # noqa: PLC0415  (only for servers)

    engine = create_engine(
        "postgresql+psycopg://",
        creator=partial(postgres.connect_to_write, server),
        poolclass=NullPool,
        hide_parameters=True,
    )
    event.listen(engine, "begin", lambda connection: connection.exec_driver_sql(postgres.IN_ORDER))
    event.listen(engine, "before_cursor_execute", postgres.renamed, retval=True)
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
