"""The zip archive that modern workbooks are: its parts, unpacked within bounds."""

from __future__ import annotations

import io
import posixpath
import zipfile
import zlib
from typing import Final

from reinsert_cli.importers.reading.limits import MAX_UNPACKED, Unreadable

MAX_PARTS: Final = 20_000
_ENCRYPTED: Final = 0x1


class Package:
    """The parts of an archive by name; case, backslashes and a leading slash do not matter, as in Excel.

    Raises Unreadable when the archive is broken, protected, or unpacks to more than is reasonable: by what it
    declares at once, by what really comes out while it is read.
    """

    def __init__(self, content: bytes) -> None:
        try:
            self._archive = zipfile.ZipFile(io.BytesIO(content))
        except (zipfile.BadZipFile, ValueError, OverflowError, NotImplementedError) as error:
            raise Unreadable("file.broken") from error
        entries = self._archive.infolist()
        if len(entries) > MAX_PARTS or sum(entry.file_size for entry in entries) > MAX_UNPACKED:
            raise Unreadable("file.bomb")
        if any(entry.flag_bits & _ENCRYPTED for entry in entries):
            raise Unreadable("file.encrypted")
        self._entries = {_plain(entry.filename): entry for entry in entries}
        if len(self._entries) < len(entries):
            raise Unreadable("file.broken")  # two parts of one name: which is meant, each program says otherwise
        self._sizes: dict[str, int] = {}

    @property
    def names(self) -> frozenset[str]:
        """The names of all parts, in lower case."""
        return frozenset(self._entries)

    def __contains__(self, name: str) -> bool:
        return _plain(name) in self._entries

    def read(self, name: str) -> bytes:
        """Unpack a part."""
        content = self.head(name, MAX_UNPACKED + 1)
        self._sizes[_plain(name)] = len(content)
        if sum(self._sizes.values()) > MAX_UNPACKED:
            raise Unreadable("file.bomb")
        return content

    def head(self, name: str, size: int) -> bytes:
        """Unpack the first ``size`` bytes of a part."""
        try:
            with self._archive.open(self._entries[_plain(name)]) as part:
                return part.read(size)
        except (zipfile.BadZipFile, zlib.error, EOFError, OSError, ValueError, NotImplementedError) as error:
            raise Unreadable("file.broken") from error
        except RuntimeError as error:
            raise Unreadable("file.encrypted") from error
        except KeyError as error:
            raise Unreadable("file.broken") from error

    def read_if_there(self, name: str) -> bytes | None:
        """Unpack a part that a workbook may do without."""
        return self.read(name) if name in self else None


def _plain(name: str) -> str:
    return name.replace("\\", "/").lstrip("/").lower()


def target(owner: str, written: str) -> str:
    """Give the name of the part that a relationship of ``owner`` points to, as written there."""
    written = written.replace("\\", "/")
    if written.startswith("/"):
        return posixpath.normpath(written).lstrip("/")
    return posixpath.normpath(posixpath.join(posixpath.dirname(owner), written))
