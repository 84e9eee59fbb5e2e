"""Files that hold people's data: written whole or not at all, and readable by their owner only."""

from __future__ import annotations

import errno
import os
import secrets
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO, Final

_NEW_FILE: Final = os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_NOFOLLOW | os.O_CLOEXEC


@contextmanager
def replacing(path: Path) -> Iterator[BinaryIO]:
    """Give a binary file to fill; when the block ends well it stands at ``path``, mode 0600, on the disk.

    When the block fails, or the machine stops, what stood at ``path`` before is still there, whole. A
    symbolic link at ``path`` is replaced, never followed. Raises :class:`OSError`, among others when
    ``path`` is a folder, a device or a pipe.
    """
    if path.exists() and not path.is_file():
        raise FileExistsError(errno.EEXIST, "Not a regular file", str(path))
    draft = path.with_name(f".reinsert-{secrets.token_hex(8)}.part")
    try:
        with os.fdopen(os.open(draft, _NEW_FILE, 0o600), "wb") as stream:
            yield stream
            stream.flush()
            os.fsync(stream.fileno())
        draft.replace(path)
    finally:
        draft.unlink(missing_ok=True)
    settle(path.parent)


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
