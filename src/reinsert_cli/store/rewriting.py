"""A ledger under another key, or under none: written anew beside the old one, read back, and put in its place."""

from __future__ import annotations

import os
import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Final

from reinsert_cli.domain.faults import ExitStatus, Refusal
from reinsert_cli.store import content, drafts, opening, place
from reinsert_cli.store.keys import Key

_PIECE: Final = bytes(1 << 20)


def rewrite(path: Path, command: str, key: Key | None) -> None:
    """Let the ledger at ``path`` be encrypted by ``key``, or stand in clear: as before or as wished, never between.

    Nobody writes meanwhile; who waited to is refused. The audit keeps who did it. What the old file held is written
    over, as far as the disk does as it is told. Raises Refusal (exit 5).
    """
    path = path.resolve()
    place.connect_read_only(path).close()
    if path.stat().st_nlink > 1:
        raise Refusal(ExitStatus.LEDGER, "ledger.other_names", path=str(path))
    try:
        with drafts.drafted(path) as draft:
            source = opening.connect(path, place.BUSY_SECONDS, with_cipher=True)
            with closing(source):
                _write(source, draft, key, path)
                content.sign(draft, key, command)
                former = os.open(path, os.O_WRONLY | os.O_CLOEXEC)
                drafts.put(draft, path, over=True)
                _wipe(former)
    except OSError as error:
        raise place.unwritable(error, path) from error
    except opening.errors() as error:
        raise place.refusal_of(error, path) from error


def _write(source: sqlite3.Connection, draft: Path, key: Key | None, path: Path) -> None:
    source.isolation_level = None
    source.execute("PRAGMA temp_store = MEMORY")
    source.execute("PRAGMA journal_mode = DELETE").fetchall()  # somebody may have set another
    content.copy_across(source, draft, key)
    content.require_same(draft, key, content.digest(source), path)


def _wipe(handle: int) -> None:
    """Write over a file that has no name any more, then close it: what SQLite had locked in it is free from then on."""
    try:
        remaining = os.fstat(handle).st_size
        while remaining > 0:
            remaining -= os.write(handle, _PIECE[:remaining])
        os.fsync(handle)
    finally:
        os.close(handle)
