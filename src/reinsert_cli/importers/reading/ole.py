"""The workbook inside an old Office file (MS-CFB), where xlrd is stricter about the container than Excel is."""

from __future__ import annotations

import struct
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Final

_LAST_SECTOR: Final = 0xFFFFFFFA
"""Numbers from here on are no sectors but marks: the end of a chain, a free sector."""
_LARGEST_SHIFT: Final = 16
_ENTRY: Final = 128
_STREAM: Final = 2
_NAMES: Final = ("workbook", "book")


def workbook_stream(content: bytes) -> bytes:
    """Give the records of the workbook: as many bytes as its entry says, whatever else its sectors hold.

    Raises LookupError, ValueError or struct.error when it is not whole.
    """
    container = _Container(content)
    entries = list(container.entries())
    start, size = next(found for wanted in _NAMES for name, *found in entries if name == wanted)
    return container.stream(start, size, entries[0][1])


@dataclass(slots=True)
class _Container:
    """Sectors of one size after a header, chained by a table."""

    content: bytes
    _size: int = 0
    _table: Sequence[int] = field(default_factory=list)

    def __post_init__(self) -> None:
        self._size = 1 << min(self._short(30), _LARGEST_SHIFT)
        listed = list(struct.unpack_from("<109I", self.content, 76))
        following = self._long(68)
        while following < _LAST_SECTOR and len(listed) * self._size < len(self.content):
            *more, following = self._numbers(following)
            listed += more
        self._table = [number for sector in listed if sector < _LAST_SECTOR for number in self._numbers(sector)]

    def entries(self) -> Iterator[tuple[str, int, int]]:
        """Give name, first sector and size of the root and of each stream."""
        directory = self._chained(self._long(48))
        for at in range(0, len(directory) - _ENTRY + 1, _ENTRY):
            length, kind = struct.unpack_from("<HB", directory, at + 64)
            if kind == _STREAM or at == 0:
                name = directory[at : at + min(max(length - 2, 0), 62)].decode("utf-16-le", "replace")
                yield name.lower(), *struct.unpack_from("<II", directory, at + 116)

    def stream(self, start: int, size: int, small_start: int) -> bytes:
        """Give a stream; small ones lie in a stream of their own. Raises ValueError when it is cut short."""
        found = self._small(start, small_start) if size < self._long(56) else self._chained(start)
        if len(found) < size:
            raise ValueError
        return found[:size]

    def _small(self, start: int, small_start: int) -> bytes:
        size = 1 << min(self._short(32), _LARGEST_SHIFT)
        sectors = self._chained(small_start)
        table = [one for sector in _chain(self._long(60), self._table) for one in self._numbers(sector)]
        return b"".join(sectors[number * size : (number + 1) * size] for number in _chain(start, table))

    def _chained(self, start: int) -> bytes:
        return b"".join(map(self._sector, _chain(start, self._table)))

    def _sector(self, number: int) -> bytes:
        return self.content[(number + 1) * self._size : (number + 2) * self._size]

    def _numbers(self, sector: int) -> tuple[int, ...]:
        return struct.unpack(f"<{self._size // 4}I", self._sector(sector))

    def _short(self, at: int) -> int:
        return int(struct.unpack_from("<H", self.content, at)[0])

    def _long(self, at: int) -> int:
        return int(struct.unpack_from("<I", self.content, at)[0])


def _chain(start: int, table: Sequence[int]) -> Iterator[int]:
    """Give the sectors of a chain. Raises ValueError when it has no end."""
    seen: set[int] = set()
    while start < _LAST_SECTOR:
        if start in seen:
            raise ValueError
        seen.add(start)
        yield start
        start = table[start]
