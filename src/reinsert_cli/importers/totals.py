"""Total rows: recognised by their word, checked against the rows above, never taken for a person."""

from __future__ import annotations

import re
from typing import Final, TypeGuard

from reinsert_cli.domain.faults import Fault
from reinsert_cli.domain.language import money
from reinsert_cli.domain.money import Amount
from reinsert_cli.domain.text import fold
from reinsert_cli.importers.fields import Parsed
from reinsert_cli.importers.sheet import Cell, Cells

_TOTAL: Final = re.compile(
    "|".join(
        fold(word)
        for word in (
            "sous-total",
            "total",
            "totaux",
            "somme",
            "المجموع",
            "مجموع",
            "الإجمالي",
            "مجموع عام",
            "grand total",
        )
    )
)


def is_total(cells: Cells) -> bool:
    """Tell whether a row of cells is a total: its first words say so, and it names at most one thing more."""
    texts = [fold(cell) for cell in cells if _is_words(cell)]
    return bool(texts) and bool(_TOTAL.match(texts[0])) and len(texts) <= 2  # noqa: PLR2004  (the word, the amount)


def _is_words(cell: Cell) -> TypeGuard[str]:
    return isinstance(cell, str) and any(character.isalpha() for character in cell)


class Sums:
    """What the rows add up to since the last total, and since the first row."""

    def __init__(self) -> None:
        self._block = 0
        self._all = 0

    def add(self, row: Parsed) -> None:
        """Count a row's amount, where it has one."""
        amount = row.values.get("amount")
        if isinstance(amount, Amount):
            self._block += amount.centimes
            self._all += amount.centimes

    def compare(self, total: Parsed) -> Fault | None:
        """Give the fault of a total that is neither the sum of its block nor of everything above it."""
        printed = total.values.get("amount")
        block, self._block = self._block, 0
        if not isinstance(printed, Amount) or printed.centimes in (block, self._all):
            return None
        return Fault("total.differs", {"printed": money(printed.centimes), "sum": money(self._all)})
