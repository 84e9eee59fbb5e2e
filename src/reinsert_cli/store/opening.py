"""The one place where a ledger's file is opened: by Python's SQLite, or by SQLCipher where it is encrypted.

SQLCipher is loaded only then. Which of the two is told by the first bytes: SQLite's own words, or the salt of a key.
"""

from __future__ import annotations

import codecs
import os
import secrets
import sqlite3
import sys
from collections.abc import Callable
from contextlib import closing
from functools import partial
from pathlib import Path
from types import ModuleType
from typing import Any, Final, cast

from reinsert_cli.store import keys
from reinsert_cli.store.keys import Key

PLAIN: Final = b"SQLite format 3\0"
SALT_BYTES: Final = 16
PAGE_BYTES: Final = 4096

_FEWEST_DIFFERENT: Final = 6  # bytes of a salt; of a file full of zeros there is one
_MOST_KEPT: Final = 16
_kept: dict[tuple[int, int], int] = {}


def connect(
    path: Path,
    wait: float,
    *,
    read_only: bool = False,
    key: Key | None = None,
    salt: bytes | None = None,
    with_cipher: bool = False,
) -> sqlite3.Connection:
    """Open the database at ``path``, which must exist, waiting ``wait`` seconds for who is writing.

    An empty file becomes encrypted by ``key`` where one is given, its salt drawn unless given too. A plain one can be
    opened with SQLCipher as well, by those who copy between the two. Raises Refusal (exit 5) when there is no key, and
    one of :func:`errors`.
    """
    is_locked = key is not None or is_encrypted(path)
    driver = driver_of(path, with_cipher=with_cipher or is_locked)
    mode = "ro" if read_only else "rw"
    opened = partial(driver.connect, f"{path.resolve().as_uri()}?mode={mode}", uri=True, timeout=wait)
    if not is_locked:
        return cast(sqlite3.Connection, opened())
    key, found = key or keys.key_of(path), header(path)
    salt = salt or found or new_salt()
    if found and key != key.trimmed and not _opens(opened, key.trimmed.for_salt(salt)):
        return _unlocked(opened, key.for_salt(salt))
    return _unlocked(opened, key.trimmed.for_salt(salt))


def _unlocked(opened: Callable[[], sqlite3.Connection], key: str) -> sqlite3.Connection:
    connection = opened()
    try:
        connection.execute("PRAGMA cipher_log_level = NONE").fetchall()  # it would write to standard error
        connection.execute(f'PRAGMA key = "{key}"')
    except BaseException:
        connection.close()
        raise
    return connection


def _opens(opened: Callable[[], sqlite3.Connection], key: str) -> bool:
    """Tell whether a file that is there opens so. Where spaces at the ends of a key counted, it may not."""
    with closing(_unlocked(opened, key)) as connection:
        try:
            connection.execute("SELECT COUNT(*) FROM sqlite_master").fetchone()
        except errors() as error:
            if "not a database" not in str(error):
                raise
            return False
    return True


def new_salt() -> bytes:
    """Draw what a new file is to begin with."""
    return secrets.token_bytes(SALT_BYTES)


def driver_of(path: Path, *, with_cipher: bool = False) -> Any:
    """Give the database driver that opens the file at ``path``."""
    return _cipher() if with_cipher or is_encrypted(path) else sqlite3


def _cipher() -> ModuleType:
    from sqlcipher3 import dbapi2  # noqa: PLC0415  (21 MB of library)

    return cast(ModuleType, dbapi2)


def errors() -> tuple[type[Exception], ...]:
    """Give the errors that a driver may raise."""
    drivers = (sys.modules.get(name) for name in ("sqlcipher3.dbapi2", "psycopg"))
    return (sqlite3.Error, *(driver.Error for driver in drivers if driver))


def is_encrypted(path: Path) -> bool:
    """Tell whether the file at ``path`` begins as encrypted databases do, and nothing else we know."""
    return looks_encrypted(header(path), path.stat().st_size if path.exists() else 0)


def looks_encrypted(start: bytes, size: int) -> bool:
    """Tell whether a file of ``size`` bytes that begins so is an encrypted database: whole pages, a random start."""
    if not size or size % PAGE_BYTES or start.startswith(b"PK") or len(set(start)) < _FEWEST_DIFFERENT:
        return False
    return not looks_plain(start) and not _is_text(start)


def looks_plain(start: bytes) -> bool:
    """Tell whether a file that begins so is a database in clear, be it with some of its bytes damaged."""
    return sum(one == other for one, other in zip(start, PLAIN, strict=False)) > len(PLAIN) // 2


def _is_text(start: bytes) -> bool:
    try:
        text = codecs.getincrementaldecoder("utf-8")().decode(start)
    except UnicodeDecodeError:
        return False
    return all(character.isprintable() or character in "\t\r\n\ufeff" for character in text)


def header(path: Path) -> bytes:
    """Give the first 16 bytes of the file at ``path``; nothing where there is none to read.

    The file stays open, for closing it would let go of every lock that SQLite holds on it in this process: so are the
    locks of POSIX.
    """
    try:
        found = path.stat()
        place = (found.st_dev, found.st_ino)
        if place not in _kept:
            while len(_kept) >= _MOST_KEPT:
                os.close(_kept.pop(next(iter(_kept))))
            _kept[place] = os.open(path, os.O_RDONLY | os.O_CLOEXEC | os.O_NONBLOCK)
        return os.pread(_kept[place], SALT_BYTES, 0)
    except OSError:
        return b""
