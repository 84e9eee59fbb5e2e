"""Total rows: recognised by their words, checked against the rows above, never taken for a person."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final, TypeGuard

from reinsert_cli.domain import catalogue, territories
from reinsert_cli.domain.faults import Fault
from reinsert_cli.domain.language import count, money
from reinsert_cli.domain.money import Amount, read_amount
from reinsert_cli.domain.text import fold, western_digits
from reinsert_cli.importers.fields import Parsed
from reinsert_cli.importers.sheet import Cell, Cells

TOTALS: Final = frozenset(
    fold("total totaux totale totals soustotal stotal subtotal stotaux soustotaux somme sum grandtotal"
         " المجموع مجموع الإجمالي إجمالي المجاميع مجاميع الحاصل منقول المنقول").split()
)  # fmt: skip
FILLERS: Final = frozenset(
    fold("sous s sub grand général générale generaux global globale net montant montants du de des d la le"
         " les l lot liste en dh dhs mad dirhams ttc ht à reporter report page partiel cumul cumulé par et of the"
         " tranche n no"
         " bénéficiaires bénéficiaire personnes personne projets projet femmes hommes beneficiaries people amount"
         " المبلغ مبلغ العام عام الكلي كلي الفرعي فرعي الجزئي جزئي الدفعة بالدرهم درهم دراهم الصفحة عدد العدد"
         " المستفيدين المستفيدون مستفيد مستفيدا مستفيدين مستفيدة للمبالغ المبالغ").split()
)  # fmt: skip
"""Words that may stand beside a total's word; any other makes it a name or an item."""
CARRIED: Final = frozenset({"report", "a reporter", "منقول", "المنقول", "ما قبله", "report page precedente", "reports"})
"""What stands for what an earlier page adds up to."""

HINT: Final = re.compile(
    r"t\s?o\s?t|dont|which|compris|منه|som|sum|s\s?/|sous|sub|report|cumul|arr|مجموع|مجاميع|جمالي|حاصل|منقول|حصر|قبله|[\u064b-\u0652\u0640]",
    re.IGNORECASE,
)
"""What every word of a total shows at a glance, before it is folded; marks that folding drops may hide one."""

CLOSING: Final = re.compile(r"arrete .*somme|حصر .*مبلغ")
"""How French lists end: « Arrêté la présente liste à la somme de … »."""

OF_WHICH: Final = re.compile(r"(?:dont|y compris|of which|منها|منهم|من بينهم|من بينها)\b")
"""How a line begins that counts again a part of those above it: « dont femmes »."""

_EXPLICIT: Final = re.compile(
    r"(?:s|sous|sub) ?tota(?:l|ux)\b|s t\b|(?:total|totaux) (?:general|partiel|global)|المجموع (?:العام|الفرعي|الجزئي)"
)
_HEADS: Final = re.compile(r"([0-9]+) ?(?:beneficiaires?|personnes?|people|beneficiaries|مستفيد\w*)")
_AMOUNT_IN_WORDS: Final = re.compile(
    r"[0-9](?:[0-9 .,'٫\u00a0\u202f]*[0-9])?(?:\s*(?:dhs?|mad|dirhams?|درهم\w*))?", re.IGNORECASE
)
_FIGURES: Final = 4


def is_total(cells: Cells) -> bool:
    """Tell whether a row of cells is a total: one of its words says that, and the others say nothing else."""
    texts = [fold(cell) for cell in cells if _is_words(cell)]
    if not texts or not any(says_total(text) for text in texts):
        return False
    return all(says_total(text) or _stands_beside(text) for text in texts)


@lru_cache(maxsize=4096)
def says_total(text: str) -> bool:
    """Tell whether folded words are those of a total: ``total province de sefrou`` but not ``total karim``."""
    if text in CARRIED or CLOSING.match(text) or _EXPLICIT.match(text):
        return True
    words = _joined(text).split()
    places = [position for position, word in enumerate(words) if word in TOTALS]
    rest = [word for word in words if word not in TOTALS]
    if not places or set(rest[: places[0]]) - FILLERS:
        return False
    return all(word in FILLERS or word.isdigit() for word in rest) or _is_place(rest)


def _is_place(words: list[str]) -> bool:
    """Tell whether words name a territory, a sector or a centre that a subtotal may be of."""
    while words and words[0] in FILLERS:
        words = words[1:]
    said = " ".join(words)
    return said in _groups() or not isinstance(territories.read_territory(said), Fault)


@lru_cache(maxsize=1)
def _groups() -> frozenset[str]:
    known = [(one.name_fr, one.name_ar) for one in catalogue.sectors()]
    known += [(one.name_fr, one.name_ar) for one in catalogue.centres()]
    return frozenset(fold(name) for names in known for name in names) | {
        f"{lead} {fold(name)}"
        for lead in ("centre de", "centre d", "secteur", "مركز", "قطاع")
        for names in known
        for name in names
    }


def _stands_beside(text: str) -> bool:
    """Tell whether a text beside a total's word is a count, an amount, a place or says nothing of its own."""
    words = text.split()
    return any(word.isdigit() for word in words) or set(words) <= FILLERS or _is_place(words)


def _joined(text: str) -> str:
    """Join letters that were spaced out: ``t o t a l`` is ``total``."""
    letters = text.split()
    return "".join(letters) if len(letters) > 1 and all(len(letter) == 1 for letter in letters) else text


def _is_words(cell: Cell) -> TypeGuard[str]:
    return isinstance(cell, str) and any(character.isalpha() for character in cell)


class Sums:
    """What the rows add up to since the first one, block by block between totals; how many rows and people they are."""

    def __init__(self) -> None:
        self._blocks = [0]
        self._rows = [0]
        self._people: set[object] = set()
        self._is_whole = True

    def add(self, row: Parsed) -> None:
        """Count a row's amount, where it has one."""
        amount = row.values.get("amount")
        self._rows[-1] += 1
        self._people.add(row.values.get("cin") or row.values.get("full_name") or row.number)
        if isinstance(amount, Amount):
            self._blocks[-1] += amount.centimes
        elif row.faults:
            self._is_whole = False

    @property
    def has_several(self) -> bool:
        """Tell whether more than one row stands above."""
        return sum(self._rows) > 1

    def expects(self, centimes: int) -> bool:
        """Tell whether an amount is what some of the last blocks add up to."""
        sums, running = set(), 0
        for block in reversed(self._blocks):
            running += block
            sums.add(running)
        return centimes in sums

    def compare(self, total: Parsed, cells: Cells, column: int | None) -> Fault:
        """Give what a total row is: one that agrees or not, or that has no amount, or none to compare.

        ``column`` is that of the amounts.
        """
        wrong = next((fault for at, fault in total.faults if at == column and column is not None), None)
        printed = total.values.get("amount")
        said = printed.centimes if isinstance(printed, Amount) else _amount_said(cells)
        if wrong and wrong.code == "amount.zero":
            said = 0
        if said is not None:
            fault = self._compared(said, cells)
        else:
            fault = Fault("total.unreadable" if wrong and wrong.code != "cell.required" else "total.empty")
        if self._rows[-1]:
            self._blocks.append(0)
            self._rows.append(0)
        return fault

    def _compared(self, said: int, cells: Cells) -> Fault:
        if not self._is_whole:
            return Fault("total.unchecked")
        if not self.expects(said):
            nearest = min((sum(self._blocks), self._blocks[-1]), key=lambda sum_: abs(sum_ - said))
            return Fault("total.differs", {"printed": money(said), "sum": money(nearest)})
        heads = _heads(cells)
        if heads is None or heads in {sum(self._rows), self._rows[-1], len(self._people)} or len(self._rows) > 1:
            return Fault("total.agrees")
        return Fault("total.heads_differ", {"printed": count(heads), "rows": count(sum(self._rows))})


def _amount_said(cells: Cells) -> int | None:
    """Give the amount that a total's own words end with: ``TOTAL : 37 500,50 DH``."""
    for cell in cells:
        if _is_words(cell):
            for found in _AMOUNT_IN_WORDS.finditer(western_digits(cell)):
                has_unit = found[0][-1].isalpha()
                read = read_amount(found[0])
                if isinstance(read, Amount) and (has_unit or sum(map(str.isdigit, found[0])) >= _FIGURES + 1):
                    return read.centimes
    return None


def _heads(cells: Cells) -> int | None:
    """Give the number of people that a total says: ``12 bénéficiaires``."""
    found = [said for cell in cells if isinstance(cell, str) and (said := _HEADS.search(fold(cell)))]
    return int(found[0][1]) if len(found) == 1 and len(found[0][1]) <= _FIGURES + 1 else None
