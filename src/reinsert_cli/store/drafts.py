"""Files that are to become a ledger or a backup: made beside it, for their owner only, put in place when complete."""

from __future__ import annotations

import contextlib
import fcntl
import hashlib
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

from reinsert_cli.domain.faults import ExitStatus, Refusal

_NEW_FILE: Final = os.O_RDWR | os.O_CREAT | os.O_EXCL | os.O_NOFOLLOW | os.O_CLOEXEC

JOURNALS: Final = ("-journal", "-wal", "-shm")
"""What SQLite writes beside a database, by the end of the name."""


def draft_of(path: Path) -> Path:
    """Give the name beside ``path`` of what is to become it: always the same, so that a killed run's is found."""
    return path.with_name(f".reinsert-{hashlib.sha256(os.fsencode(path.name)).hexdigest()[:12]}.draft")


@contextmanager
def drafted(path: Path) -> Iterator[Path]:
    """Give an empty file beside ``path``, mode 0600, that nobody else touches; put in place, or gone, at the end.

    Raises Refusal (exit 5) while another command makes one, and :class:`OSError`.
    """
    sweep(path)
    draft = draft_of(path)
    try:
        handle = os.open(draft, _NEW_FILE, 0o600)
    except FileExistsError as error:
        raise Refusal(ExitStatus.LEDGER, "ledger.being_made", path=str(path)) from error
    try:
        fcntl.flock(handle, fcntl.LOCK_EX)  # ends with the process, whatever ends it
        yield draft
    finally:
        _remove(draft, handle)
        os.close(handle)


def sweep(path: Path) -> None:
    """Remove what a killed run left of a draft of ``path``: nobody holds it any more."""
    draft = draft_of(path)
    if not os.path.lexists(draft):
        return
    with contextlib.suppress(OSError):
        handle = os.open(draft, os.O_RDONLY | os.O_NOFOLLOW | os.O_CLOEXEC)
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
            _remove(draft, handle)
        finally:
            os.close(handle)


def _remove(draft: Path, handle: int) -> None:
    """Remove a draft and its journals, if the name is still that of the open file: somebody may make the next one."""
    if draft.exists() and os.path.samestat(draft.stat(), os.fstat(handle)):
        for end in (*JOURNALS, ""):
            draft.with_name(draft.name + end).unlink(missing_ok=True)


def put(draft: Path, path: Path, *, over: bool = False) -> None:
    """Give the finished ``draft`` its name, on the disk; only with ``over`` does it replace what stands there.

    Raises :class:`FileExistsError` where it would, and :class:`OSError`. Sticks know no links: there the name is taken
    by an empty file first.
    """
    settle(draft)
    if over:
        draft.replace(path)
    else:
        try:
            os.link(draft, path)
        except FileExistsError:
            raise
        except OSError:
            os.close(os.open(path, _NEW_FILE, 0o600))
            draft.replace(path)
    settle(path.parent)


def settle(path: Path) -> None:
    """Wait until a file, or a folder's list of names, is on the disk."""
    handle = os.open(path, os.O_RDONLY | os.O_CLOEXEC)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def make_private_folder(folder: Path) -> None:
    """Make a folder, and each one missing above it, for its owner only (0700) whatever the umask."""
    if not folder.exists():
        make_private_folder(folder.parent)
        folder.mkdir(mode=0o700, exist_ok=True)
