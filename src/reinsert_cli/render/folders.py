"""Folders of files that appear whole or not at all, readable by their owner only."""

from __future__ import annotations

import ctypes
import errno
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

from reinsert_cli.render.files import draft_of, held, settle, sweep

_HERE: Final = -100  # AT_FDCWD: paths are as the process sees them
_EXCHANGE: Final = 2  # RENAME_EXCHANGE: two names change places in one step
_NOT_OFFERED: Final = frozenset({errno.ENOSYS, errno.EINVAL, errno.ENOTSUP})


@contextmanager
def replacing_folder(path: Path) -> Iterator[Path]:
    """Give an empty folder to fill with files; when the block ends well it stands at ``path``, mode 0700, on the disk.

    When the block fails, or the machine stops, what stood at ``path`` before is still there, whole: the new folder
    takes its name in one step. What an earlier run left half done is swept away. Raises :class:`OSError`.
    """
    sweep(path)
    draft = draft_of(path)
    draft.mkdir(mode=0o700)
    with held(draft):
        try:
            yield draft
            for file in draft.iterdir():
                settle(file)
            settle(draft)
            if path.exists():
                _exchange(draft, path)
            else:
                draft.rename(path)
            settle(path.parent)
        finally:
            shutil.rmtree(draft, ignore_errors=True)  # what failed; after an exchange, what stood there before


def _exchange(one: Path, other: Path) -> None:
    """Let two folders change names, in one step where the system offers it."""
    library = ctypes.CDLL(None, use_errno=True)
    names = os.fsencode(one), os.fsencode(other)
    rename = getattr(library, "renameat2", None)
    if rename is not None and rename(_HERE, names[0], _HERE, names[1], _EXCHANGE) == 0:
        return
    failure = ctypes.get_errno()
    if rename is not None and failure not in _NOT_OFFERED:
        raise OSError(failure, os.strerror(failure), str(other))
    aside = draft_of(other)
    other.rename(aside)
    one.rename(other)
    aside.rename(one)
