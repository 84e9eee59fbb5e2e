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

TOTALS: Final = frozenset(fold("total totaux soustotal stotal somme grandtotal المجموع مجموع الإجمالي إجمالي").split())
FILLERS: Final = frozenset(
    fold("sous s grand général générale global globale net montant montants du de des la le les lot liste en dh dhs"
         " ttc ht à reporter report المبلغ مبلغ العام عام الدفعة بالدرهم درهم").split()
)  # fmt: skip
"""Words that may stand beside a total's word; any other makes it a name or an item."""

CLOSING: Final = re.compile(r"arrete .*somme")
"""How French lists end: « Arrêté la présente liste à la somme de … »."""


def is_total(cells: Cells) -> bool:
    """Tell whether a row of cells is a total: its first words say that and nothing else, and little follows."""
    texts = [fold(cell) for cell in cells if _is_words(cell)]
    if not texts:
        return False
    words = _joined(texts[0]).split()
    says_total = bool(TOTALS & set(words)) and set(words) <= TOTALS | FILLERS
    return (says_total and len(texts) <= 2) or bool(CLOSING.match(texts[0]))  # noqa: PLR2004  (the word, the amount)


def _joined(text: str) -> str:
    """Join letters that were spaced out: ``t o t a l`` is ``total``."""
    letters = text.split()
    return "".join(letters) if len(letters) > 1 and all(len(letter) == 1 for letter in letters) else text


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
