"""Files that hold people's data: written whole or not at all, and readable by their owner only."""

from __future__ import annotations

import contextlib
import errno
import fcntl
import hashlib
import os
import secrets
import shutil
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO, Final

_NEW_FILE: Final = os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_NOFOLLOW | os.O_CLOEXEC


@contextmanager
def replacing(path: Path) -> Iterator[BinaryIO]:
    """Give a binary file to fill; when the block ends well it stands at ``path``, mode 0600, on the disk.

    When the block fails, or the machine stops, what stood at ``path`` before is still there, whole. Raises
    :class:`OSError`, among others when ``path`` is a symbolic link, a folder, a device or a pipe. What a killed run
    left of its draft is swept away.
    """
    if path.is_symlink():
        raise OSError(errno.ELOOP, os.strerror(errno.ELOOP), str(path))
    if path.exists() and not path.is_file():
        raise FileExistsError(errno.EEXIST, "Not a regular file", str(path))
    sweep(path)
    draft = draft_of(path)
    try:
        with os.fdopen(os.open(draft, _NEW_FILE, 0o600), "wb") as stream, held(draft):
            yield stream
            stream.flush()
            os.fsync(stream.fileno())
        draft.replace(path)
    finally:
        draft.unlink(missing_ok=True)
    settle(path.parent)


def draft_of(path: Path) -> Path:
    """Give a new name beside ``path`` for what is to become it, or is set aside while it is made."""
    return path.with_name(f"{_begin(path)}{secrets.token_hex(8)}.part")


def sweep(path: Path) -> None:
    """Remove the drafts of ``path`` that killed runs left behind: nobody holds them any more."""
    for draft in path.parent.glob(f"{_begin(path)}*.part"):
        with contextlib.suppress(OSError), held(draft, wait=False):
            if draft.is_dir():
                shutil.rmtree(draft, ignore_errors=True)
            else:
                draft.unlink()


@contextmanager
def set_aside(path: Path) -> Iterator[Path]:
    """Give a folder beside ``path``, for its owner only, which is there as long as what stands at ``path`` is made."""
    folder = draft_of(path)
    folder.mkdir(mode=0o700)
    try:
        with held(folder):
            yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)


@contextmanager
def temporaries_beside(path: Path) -> Iterator[Path]:
    """Let libraries set aside beside ``path`` meanwhile, and not where the whole machine keeps such things.

    What they put there may name people, and stays where a run is killed: the next one of the same path sweeps it.
    """
    sweep(path)
    before = tempfile.tempdir
    with set_aside(path) as folder:
        tempfile.tempdir = str(folder)
        try:
            yield folder
        finally:
            tempfile.tempdir = before


def _begin(path: Path) -> str:
    """Give how the drafts of ``path`` are called: by a digest of its name, which may be as long as names can be."""
    return f".reinsert-{hashlib.sha256(os.fsencode(path.name)).hexdigest()[:12]}-"


@contextmanager
def held(draft: Path, *, wait: bool = True) -> Iterator[None]:
    """Hold a draft's lock, which ends with the process whatever ends it."""
    handle = os.open(draft, os.O_RDONLY | os.O_NOFOLLOW | os.O_CLOEXEC)
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | (0 if wait else fcntl.LOCK_NB))
        yield
    finally:
        os.close(handle)


def settle(path: Path) -> None:
    """Wait until a file, or a folder's list of names, is on the disk, so that a renaming outlives a power cut."""
    handle = os.open(path, os.O_RDONLY | os.O_NOFOLLOW)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def write_text(path: Path, text: str) -> None:
    """Write ``text`` at ``path`` in UTF-8 as :func:`replacing` does; raises :class:`OSError`."""
    with replacing(path) as stream:
        stream.write(text.encode("utf-8", errors="replace"))


def write_lines(path: Path, lines: Iterable[str]) -> None:
    """Write lines as they come, none of them kept; else as :func:`write_text` does."""
    with replacing(path) as stream:
        stream.writelines(f"{line}\n".encode("utf-8", errors="replace") for line in lines)
