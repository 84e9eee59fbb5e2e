"""The shared strings of old workbooks, all that are there: some programs write a wrong number of them."""

from __future__ import annotations

import struct
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

_WIDE, _PHONETIC, _RICH = 0x01, 0x04, 0x08
_START: Final = struct.Struct("<HB")
"""What each string begins with: its length and its flags."""
_HEADER: Final = _START.size


def shared_strings(pieces: Sequence[bytes], declared: int) -> list[str]:
    """Read the strings of an SST record and its continuations (MS-XLS 2.4.265), of which ``declared`` are promised.

    Fewer may come, and more: whatever follows the promised ones is read as long as it makes sense. Raises
    IndexError or struct.error when a promised one is cut short.
    """
    reading = _Pieces(pieces)
    found: list[str] = []
    while reading.has(_HEADER):
        try:
            plain = reading.plain_string()
            found.append(reading.string() if plain is None else plain)
        except (IndexError, struct.error):
            if len(found) < declared:
                raise
            break
    return found


@dataclass(slots=True)
class _Pieces:
    """A place in the pieces of a record; eight bytes at its start tell how many strings there are."""

    pieces: Sequence[bytes]
    _number: int = 0
    _at: int = 8

    def has(self, count: int) -> bool:
        """Tell whether so many bytes are left."""
        here = len(self.pieces[self._number]) - self._at
        return here >= count or here + sum(map(len, self.pieces[self._number + 1 :])) >= count

    def plain_string(self) -> str | None:
        """Read a string that is whole in its piece, and no more than a string, as nearly all are; else None."""
        piece, start = self.pieces[self._number], self._at + _HEADER
        if start > len(piece):
            return None
        length, flags = _START.unpack_from(piece, self._at)
        end = start + (2 * length if flags & _WIDE else length)
        if end > len(piece) or flags & (_PHONETIC | _RICH):
            return None
        self._at = end
        return piece[start:end].decode("utf-16-le" if flags & _WIDE else "latin-1", "replace")

    def string(self) -> str:
        """Read a string, and pass over its formats and its phonetic guide (MS-XLS 2.5.293)."""
        length, flags = _START.unpack(self._take(_HEADER))
        runs = struct.unpack("<H", self._take(2))[0] if flags & _RICH else 0
        phonetic = struct.unpack("<I", self._take(4))[0] if flags & _PHONETIC else 0
        text = self._characters(length, is_wide=bool(flags & _WIDE))
        self._take(4 * runs)
        self._take(phonetic)
        return text

    def _take(self, count: int) -> bytes:
        taken = b""
        while len(taken) < count:
            self._enter()
            piece = self.pieces[self._number][self._at : self._at + count - len(taken)]
            self._at += len(piece)
            taken += piece
        return taken

    def _enter(self) -> None:
        """Go on to the piece that has the next byte. Raises IndexError at the end."""
        while self._at >= len(self.pieces[self._number]):
            self._number += 1
            self._at = 0

    def _characters(self, length: int, *, is_wide: bool) -> str:
        """Read characters; each piece that they go on in says anew how wide they are."""
        units = b""
        while length:
            here = (len(self.pieces[self._number]) - self._at) // (2 if is_wide else 1)
            if not here:
                self._number, self._at = self._number + 1, 0
                is_wide = bool(self._take(1)[0] & _WIDE)
                continue
            here = min(here, length)
            raw = self._take(here * 2 if is_wide else here)
            units += raw if is_wide else raw.decode("latin-1").encode("utf-16-le")
            length -= here
        return units.decode("utf-16-le", "replace")
