"""The key of an encrypted ledger: where it comes from, and what the cipher is given of it.

First the file that ``REINSERT_KEY_FILE`` names; else what the command line adds (:func:`ask_elsewhere`): the system's
keyring, a question on the terminal. Never an argument, which every other user of the machine could read.
"""

from __future__ import annotations

import hashlib
import os
import re
import secrets
import stat
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Final

from reinsert_cli.domain.faults import ExitStatus, Refusal

SHORTEST: Final = 12
"""Characters of a passphrase: whoever has the file may try as many as their machines can."""

ROUNDS: Final = 256_000
"""How often SQLCipher 4 stretches a passphrase; any other program that knows its format opens the ledger too."""

_RAW: Final = re.compile(r"[0-9A-Fa-f]{64}")
_LONGEST: Final = 4096

Source = Callable[[Path], "Key | None"]
_elsewhere: list[Source] = []


@dataclass(frozen=True, slots=True)
class Key:
    """A passphrase, or 64 hexadecimal digits that are the key itself and need no stretching.

    Spaces at its ends do not count: nobody sees them, in a file or on paper.
    """

    secret: str = field(repr=False)

    @property
    def trimmed(self) -> Key:
        """Give it as ledgers are encrypted by it."""
        return Key(self.secret.strip())

    @property
    def is_raw(self) -> bool:
        """Tell whether it is the key itself."""
        return bool(_RAW.fullmatch(self.secret))

    @property
    def is_strong(self) -> bool:
        """Tell whether it may be given to a ledger."""
        return self.is_raw or len(self.secret.strip()) >= SHORTEST

    def for_salt(self, salt: bytes) -> str:
        """Give the key as SQLCipher takes it, to the letter, for a file that begins with ``salt``."""
        return f"x'{self.secret if self.is_raw else _stretched(self.secret, salt)}{salt.hex()}'"


@cache
def _stretched(passphrase: str, salt: bytes) -> str:
    """Do what SQLCipher would at every opening, once in a command that opens the ledger several times."""
    written = unicodedata.normalize("NFC", passphrase).encode()
    return hashlib.pbkdf2_hmac("sha512", written, salt, ROUNDS, 32).hex()


def ask_elsewhere(*sources: Source) -> None:
    """Say where keys come from when no key file is named; nowhere, unless this is called."""
    _elsewhere[:] = sources


def key_of(path: Path) -> Key:
    """Give the key of the ledger at ``path``. Raises Refusal (exit 5) when there is none to be had."""
    file = named_file()
    if file is not None:
        return read(file)
    for source in _elsewhere:
        key = source(path)
        if key is not None:
            return key
    raise Refusal(ExitStatus.LEDGER, "key.missing", path=str(path))


def named_file() -> Path | None:
    """Give the key file that ``REINSERT_KEY_FILE`` names. Raises Refusal (exit 5) for a home that is not known."""
    named = os.environ.get("REINSERT_KEY_FILE")
    try:
        return Path(named).expanduser() if named else None
    except RuntimeError as error:
        raise _refusal("key.no_file", Path(named or "~")) from error


def read(file: Path) -> Key:
    """Read a key file. Raises Refusal (exit 5), also when others than its owner may read it."""
    try:
        handle = os.open(file, os.O_RDONLY | os.O_CLOEXEC | os.O_NONBLOCK)
    except FileNotFoundError as error:
        raise _refusal("key.no_file", file) from error
    except OSError as error:
        raise _refusal("key.unreadable", file) from error
    try:
        mode = os.fstat(handle).st_mode
        if not stat.S_ISREG(mode):
            raise _refusal("key.unreadable", file)
        if mode & (stat.S_IRWXG | stat.S_IRWXO):
            raise _refusal("key.open_to_others", file)
        content = os.read(handle, _LONGEST + 1)
    finally:
        os.close(handle)
    secret = content.decode("utf-8", errors="replace").removeprefix("\ufeff").strip("\r\n")
    if not secret.strip() or len(content) > _LONGEST or not secret.isprintable() or "\ufffd" in secret:
        raise _refusal("key.unreadable", file)
    return Key(secret)


def _refusal(code: str, file: Path) -> Refusal:
    return Refusal(ExitStatus.LEDGER, code, file=str(file))


def of_file(file: Path) -> tuple[Key, bool]:
    """Give the key that ``file`` is to give a ledger, made now where there is no such file; tell whether it was.

    Raises Refusal (exit 5) for a key too short to be safe.
    """
    is_new = not os.path.lexists(file)
    if is_new:
        _make(file)
    key = read(file)
    if not key.is_strong:
        raise Refusal(ExitStatus.LEDGER, "key.short", count=str(SHORTEST))
    return key, is_new


def _make(file: Path) -> None:
    """Make a raw key, mode 0600, on the disk before anything is locked by it; never over what stands there."""
    try:
        handle = os.open(file, os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_NOFOLLOW | os.O_CLOEXEC, 0o600)
        with os.fdopen(handle, "wb") as stream:
            stream.write(secrets.token_hex(32).encode() + b"\n")
            stream.flush()
            os.fsync(handle)
    except OSError as error:
        raise _refusal("key.unwritable", file) from error
