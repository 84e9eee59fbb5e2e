"""The unit that a heading, or a note above the table, gives to amounts: dirhams, thousands or millions of them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from reinsert_cli.domain.money_words import FOREIGN
from reinsert_cli.domain.text import fold

THOUSAND: Final = 1_000
MILLION: Final = 1_000_000

_SCALES: Final = {
    THOUSAND: "milliers|millier|mille|thousands|thousand|بالاف|الاف|بالالاف|الالاف|بالالف|الف|k",
    MILLION: "millions|million|بملايين|ملايين|بالملايين|الملايين|بالمليون|مليون|m",
}
_DIRHAMS: Final = "dhs|dh|mad|dirhams|dirham|درهم|دراهم|الدرهم|الدراهم|بالدرهم|بالدراهم|د م|d h"
_THOUSAND: Final = rf"(?:{_SCALES[THOUSAND]}|(?:x )?1 ?000|000)"
_MILLION: Final = rf"(?:{_SCALES[MILLION]}|(?:x )?1 ?000 ?000)"
_LEAD: Final = r"(?:\b(?:en|in|unite|unit|exprimes? en|exprimees? en|الوحده)\b )?(?:\b(?:d|de) )?"
_OF: Final = r"(?: (?:de|d|of|من))?"
_SCALED: Final = re.compile(
    rf"{_LEAD}\b(?:(?P<million>{_MILLION})|(?P<thousand>{_THOUSAND})){_OF} ?\b(?:{_DIRHAMS})\b"
    r"|\b(?:(?P<mdh>mdhs?|mmad)|(?P<kdh>kdhs?|kmad))\b"
    rf"|\b(?:{_DIRHAMS}) (?:in )?(?:(?P<millions_after>{_MILLION})|(?P<thousands_after>{_THOUSAND}))\b"
    r"|\b(?:en|in) (?:(?P<in_millions>millions)|(?P<in_thousands>milliers|thousands))\b"
    r"|\b(?:(?P<arabic_millions>بالملايين|بملايين)|(?P<arabic_thousands>بالالاف|بالاف))\b(?: الدراهم| درهم)?"
)
_PLAIN: Final = re.compile(rf"{_LEAD}\b(?:{_DIRHAMS})\b")
_TAX: Final = re.compile(r"\bttc\b")
_FIGURE_BEFORE: Final = re.compile(r"[0-9]\s*$")


@dataclass(frozen=True, slots=True)
class Unit:
    """What one in a column stands for: so many dirhams, or units of some other currency."""

    dirhams: int = 1
    is_foreign: bool = False


def cut(text: str) -> tuple[str, Unit | None]:
    """Give a heading without its unit, folded where it has one, and that unit: ``Montant (KDH)`` is in thousands."""
    folded = _TAX.sub(" ", fold(text))
    if foreign := {*folded.split(), *text} & FOREIGN:
        rest = " ".join(word for word in folded.split() if word not in foreign)
        return _PLAIN.sub(" ", rest), Unit(is_foreign=True)
    if scaled := _SCALED.search(folded):
        return _SCALED.sub(" ", folded), Unit(_factor(scaled))
    if _PLAIN.search(folded):
        rest = _PLAIN.sub(" ", folded).strip()
        return (rest, Unit()) if rest else (text, None)
    return (folded if _TAX.search(fold(text)) else text), None


def note(text: str) -> Unit | None:
    """Give the unit that a line above the table announces: ``Montants en milliers de dirhams``.

    A figure before it makes it an amount (``13,5 millions de DH``), and plain dirhams announce nothing.
    """
    folded = fold(text)
    scaled = _SCALED.search(folded)
    return Unit(_factor(scaled)) if scaled and not _FIGURE_BEFORE.search(folded[: scaled.start()]) else None


def _factor(scaled: re.Match[str]) -> int:
    return MILLION if any(name.startswith(("million", "mdh", "in_million", "arabic_million"))
                          for name, part in scaled.groupdict().items() if part) else THOUSAND  # fmt: skip
