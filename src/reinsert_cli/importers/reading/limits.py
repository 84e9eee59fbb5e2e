"""How much a file may hold, and may cost to read, before it is refused."""

from __future__ import annotations

from typing import Final

MAX_BYTES: Final = 64 * 1024 * 1024
MAX_UNPACKED: Final = 512 * 1024 * 1024
MAX_ROWS: Final = 300_000
MAX_COLUMNS: Final = 256
MAX_CELLS: Final = 6_000_000
MAX_STRAYS: Final = 200
"""How many cells may lie outside a sheet of that size and be left out, with a notice, before the file is refused."""

MEMORY: Final = 1536 * 1024 * 1024
"""Address space of the reading process, in bytes."""
CPU_SECONDS: Final = 15
WALL_SECONDS: Final = 17.0
"""From the start of the reading process to its last cell, a second attempt included."""
MAX_ANSWER: Final = 768 * 1024 * 1024
"""Bytes that the reading process may send back."""


class Unreadable(Exception):  # noqa: N818  (the file is refused; nothing is in error)
    """The file cannot be read: the code of the fault which says why (``file.…``), and what its sentence needs."""

    def __init__(self, code: str, /, **params: str) -> None:
        super().__init__(code)
        self.code = code
        self.params = params
