"""Takes something out of the ledger's past: what must be forgotten leaves no trace in the history either.

The audit covers what rows became (:mod:`reinsert_cli.store.states`), so a past that is changed would contradict it.
The record of a redaction says anew what each earlier write stands for, once that write was proven as it was; so
``check`` holds afterwards, goes on finding what was tampered with, and whoever reads the log sees what was redone.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Final, cast

from reinsert_cli.store import carried, history, states
from reinsert_cli.store.dialect import dialect_of
from reinsert_cli.store.engine import engine_for
from reinsert_cli.store.server import Server
from reinsert_cli.store.work import Work

RECORDS: Final = "SELECT * FROM audit ORDER BY id"


@contextmanager
def redacting(work: Work) -> Iterator[None]:
    """Let rows of the tables that the history watches be changed, and their history with them, unnoted.

    What the audit said of them is said anew in this work's record. Append-only tables stay what they are, and so must
    what summaries count.
    """
    work.session.flush()
    before = states.proof(work.reader(), work.reader().stream(RECORDS))
    carried.refresh(work.reader())
    history.pause(work.reader())
    yield
    work.session.flush()
    history.keep(work.reader())
    carried.let_stand(work.reader())
    work.changes += before.redone(states.proof(work.reader(), work.reader().stream(RECORDS)))


def sweep(path: Path | Server) -> None:
    """Write the file of the ledger, or the server's, anew, so that no page of it holds what was deleted.

    Raises the driver's error where somebody reads meanwhile, or the disk is full: then nothing is lost, nor swept.
    """
    engine = engine_for(path)
    try:
        with engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
            driver = cast(Any, connection.connection.driver_connection)
            if isinstance(path, Path):  # in a write-ahead log, as another tool may set, pages stay while somebody reads
                driver.execute("PRAGMA journal_mode = DELETE").fetchall()
            driver.execute(dialect_of(path).SWEEP)
    finally:
        engine.dispose()
