"""How cells look: a look that one cell was given is copied to the others, for openpyxl weighs it anew each time."""

from __future__ import annotations

from copy import copy
from typing import Any


class Dressing:
    """The looks given so far in one workbook."""

    def __init__(self, **look: Any) -> None:
        """Dress cells in ``look``: ``border``, ``alignment``, ``number_format``, as a cell names them."""
        self._look = look
        self._given: dict[tuple[int, ...], Any] = {}

    def give(self, cell: Any) -> None:
        """Give the look to a cell, which keeps what else it has of its own."""
        before = tuple(cell._style or ())
        if before not in self._given:
            for name, value in self._look.items():
                setattr(cell, name, value)
            self._given[before] = cell._style
        cell._style = copy(self._given[before])
