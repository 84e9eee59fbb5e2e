"""Claims: what somebody is sure of, as one sentence in French, Arabic or English.

``convention X has 1 000 000,00 on 2025-03-31``, ``l'enveloppe env dispose de 62 499,50 DH disponibles au 31 mars
2025``, ``batch b1 has 25 beneficiaries on 2025-02-18``. What a convention, an envelope or a programme "has" is what
was allocated to it, what a batch has is what was handed over, unless another word says otherwise.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from reinsert_cli.domain.dates import PartialDate, read_date
from reinsert_cli.domain.faults import Fault
from reinsert_cli.domain.money import Qualifier, read_amount, read_count
from reinsert_cli.domain.text import fold


def _words(table: Mapping[str, str]) -> dict[str, str]:
    """Give, by folded word, the term that it stands for."""
    return {fold(word): term for term, words in table.items() for word in words.split()}


SUBJECTS: Final = _words(
    {
        "convention": "convention الاتفاقية اتفاقية",
        "envelope": "envelope enveloppe الغلاف غلاف",
        "programme": "programme program البرنامج برنامج",
        "batch": "batch lot الدفعة دفعة",
    }
)
MEASURES: Final = _words(
    {
        "allocated": "allocated alloué alloués allouée allouées مخصص مخصصة مرصود مرصودة",
        "available": "available left remaining disponible disponibles restant restants متاح متاحة متبق متبقية",
        "committed": "committed engagé engagés engagée engagées ملتزم",
        "delivered": "delivered remis remise remises مسلم مسلمة",
        "beneficiaries": "beneficiaries people bénéficiaires bénéficiaire personnes مستفيد مستفيدا مستفيدين",
    }
)
USUAL: Final = {
    "convention": "allocated",
    "envelope": "allocated",
    "programme": "allocated",
    "batch": "delivered",
}
"""What a subject has, where no word says of which kind."""

_ARTICLES: Final = frozenset(map(fold, ("the", "la", "le")))
_VERBS: Final = frozenset(
    map(
        fold,
        (
            "has",
            "have",
            "a",
            "de",
            "compte",
            "dispose",
            "contient",
            "لها",
            "له",
            "لديها",
            "لديه",
            "un",
            "une",
            "تتوفر",
            "على",
        ),
    )
)
_ON: Final = frozenset(map(fold, ["on", "at", "by", "au", "le", "en", "في", "بتاريخ", "يوم"]))
_SHORTEST: Final = 2


@dataclass(frozen=True, slots=True)
class Claim:
    """That a subject has so much (centimes, or people) of a measure on a day, and the sentence that says so."""

    subject_kind: str
    subject: str
    measure: str
    value: int
    day: PartialDate
    printed: str


def read_claim(printed: str) -> Claim | Fault:
    """Read a sentence. Faults: ``claim.unreadable``, and those of its amount, its headcount and its date."""
    words = printed.strip(" .").split()
    while words and fold(words[0]) in _ARTICLES:
        words = words[1:]
    folded = [fold(word).split() for word in words]
    kind = SUBJECTS.get(folded[0][-1]) if folded and folded[0] else None
    place = _date_place(words)
    if kind is None or place is None or place <= _SHORTEST:
        return Fault("claim.unreadable")
    rest = words[2:place]
    while rest and fold(rest[0]) in _VERBS:
        rest = rest[1:]
    told = [MEASURES[fold(word)] for word in rest if fold(word) in MEASURES]
    measure = told[0] if told else USUAL[kind]
    day = read_date(" ".join(words[place + 1 :]))
    value = _value(measure, " ".join(word for word in rest if fold(word) not in MEASURES))
    if isinstance(day, Fault):
        return day
    return value if isinstance(value, Fault) else Claim(kind, words[1], measure, value, day, " ".join(printed.split()))


def _date_place(words: Sequence[str]) -> int | None:
    """Give the place of the last word that a date follows."""
    places = [place for place, word in enumerate(words) if fold(word) in _ON and place < len(words) - 1]
    read = [place for place in places if not isinstance(read_date(" ".join(words[place + 1 :])), Fault)]
    return max(read or places, default=None)


def _value(measure: str, printed: str) -> int | Fault:
    """Read an amount as centimes, a headcount as people; what is sure is exact."""
    if measure == "beneficiaries":
        count = read_count(printed)
        return count if isinstance(count, Fault) else _exact(count.value, count.qualifier)
    amount = read_amount(printed)
    return amount if isinstance(amount, Fault) else _exact(amount.centimes, amount.qualifier)


def _exact(value: int, qualifier: Qualifier) -> int | Fault:
    return value if qualifier == "exact" else Fault("claim.not_exact")
