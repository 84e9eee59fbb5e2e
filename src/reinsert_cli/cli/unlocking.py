"""Keys that come from no file: the system's keyring, where one is installed, and whoever sits at the terminal."""

from __future__ import annotations

import getpass
import sys
from functools import cache
from pathlib import Path
from types import ModuleType
from typing import Final

from reinsert_cli.cli.asking import agree, can_answer, confirm, explain
from reinsert_cli.cli.show import say, tell
from reinsert_cli.domain.faults import ExitStatus, Fault, Refusal
from reinsert_cli.domain.language import _
from reinsert_cli.store import keys
from reinsert_cli.store.keys import Key

SERVICE: Final = "reinsert"
"""Under which the system's keyring keeps keys, each by the path of its ledger."""


def from_keyring(path: Path) -> Key | None:
    """Give the key that the system's keyring has for the ledger at ``path``."""
    keyring = _keyring()
    if keyring is None:
        return None
    try:
        secret = keyring.get_password(SERVICE, str(path.resolve()))
    except keyring.errors.KeyringError:
        return None
    return Key(secret) if secret else None


def _keyring() -> ModuleType | None:
    try:
        import keyring  # noqa: PLC0415  (installed by who wants it)
        import keyring.errors  # noqa: PLC0415
    except ImportError:
        return None
    found: ModuleType = keyring
    return found


@cache
def from_terminal(path: Path) -> Key | None:
    """Ask whoever sits at the terminal, once in a command; nothing is shown of what is typed."""
    return Key(_typed(_("Passphrase of {path}: ").format(path=path))) if can_answer() else None


def wants_encryption(encrypt: bool | None) -> bool:
    """Tell whether a new ledger is to be encrypted: as was said, else where a key is named, else as is answered."""
    if encrypt is not None:
        return encrypt
    if keys.named_file() is not None:
        return True
    if not can_answer():
        return False
    explain(_("Whoever gets hold of the ledger’s file reads all that it holds, unless it is encrypted."))
    return agree(_("Encrypt it?"))


def new_key(path: Path, file: Path | None) -> Key:
    """Give the key that the ledger at ``path`` is to have: of a file, made where there is none, or typed twice.

    Raises Refusal: exit 5 when there is nobody to ask.
    """
    if file is not None:
        key, is_new = keys.of_file(file)
        if is_new:
            say(_("A new key was made: {file}.").format(file=file))
            explain(_("Keep a copy of it in another place than the ledger: without it nobody can open the ledger."))
        return key
    if not can_answer():
        raise Refusal(ExitStatus.LEDGER, "key.missing", path=str(path))
    explain(
        _("Choose a passphrase of at least {count} characters; several words are easiest to remember.").format(
            count=keys.SHORTEST
        )
    )
    explain(_("Without it nobody can open the ledger, its backups neither: keep it written down in a safe place."))
    return _chosen()


def _chosen() -> Key:
    while True:
        key = Key(_typed(_("New passphrase: "))).trimmed
        if not key.is_strong:
            tell(Fault("key.short", {"count": str(keys.SHORTEST)}))
        elif Key(_typed(_("The same again: "))).trimmed != key:
            tell(Fault("key.not_the_same"))
        else:
            return key


def _typed(question: str) -> str:
    try:
        return getpass.getpass(question, sys.stderr)
    except EOFError as end:
        raise KeyboardInterrupt from end


def offer_keyring(path: Path, key: Key) -> None:
    """Keep a key in the system's keyring, where there is one and whoever sits at the terminal wants it.

    A key that the keyring has of this ledger already is replaced without a question: it opens nothing any more.
    """
    keyring = _keyring()
    if keyring is None:
        return
    is_kept = from_keyring(path) is not None
    if not is_kept and not (can_answer() and confirm(_("Keep it in the system’s keyring?"))):
        return
    try:
        keyring.set_password(SERVICE, str(path.resolve()), key.secret)
    except keyring.errors.KeyringError:
        tell(Fault("key.not_kept"))
