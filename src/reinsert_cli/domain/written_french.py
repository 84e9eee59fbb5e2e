"""Whole numbers and amounts in French words, as minutes and receipts spell them beside the figures.

The spelling is the usual one (Littré, Grevisse §§ 596-597), not that of 1990: hyphens below a hundred only, "et" before
*un* and *onze* from 21 to 71, ``quatre-vingts`` and ``deux cents`` with an s where nothing but a noun follows,
``mille`` without one ever; ``million`` and ``milliard`` are nouns, followed by *de* before the thing counted.
"""

from __future__ import annotations

from typing import Final

CEILING: Final = 10**12
"""Numbers from here on are not spelled."""

_SMALL: Final = (
    "zéro", "un", "deux", "trois", "quatre", "cinq", "six", "sept", "huit", "neuf", "dix", "onze", "douze", "treize",
    "quatorze", "quinze", "seize", "dix-sept", "dix-huit", "dix-neuf",
)  # fmt: skip
_TENS: Final = {20: "vingt", 30: "trente", 40: "quarante", 50: "cinquante", 60: "soixante", 80: "quatre-vingt"}
_NOUNS: Final = ((10**9, "milliard"), (10**6, "million"))
_HUNDRED: Final = 100
_THOUSAND: Final = 1000
_MILLION: Final = 10**6


def number(value: int) -> str:
    """Spell a number: 81 is ``quatre-vingt-un``. Raises ValueError below zero and from :data:`CEILING` on."""
    if not 0 <= value < CEILING:
        raise ValueError("no number that is spelled")
    words, rest = [], value
    for rank, noun in _NOUNS:
        many, rest = divmod(rest, rank)
        if many:
            words += [_below_thousand(many, is_last=True), noun + _s(many)]
    thousands, rest = divmod(rest, _THOUSAND)
    if thousands:
        words += ["mille"] if thousands == 1 else [_below_thousand(thousands, is_last=False), "mille"]
    if rest or not words:
        words.append(_below_thousand(rest, is_last=True))
    return " ".join(words)


def counted(value: int, noun: str, plural: str | None = None) -> str:
    """Spell so many of a masculine noun: ``un million de dirhams``, ``zéro dirham``, ``deux dirhams``."""
    link = " de " if value >= _MILLION and value % _MILLION == 0 else " "
    return number(value) + link + (noun if abs(value) <= 1 else plural or f"{noun}s")


def amount(centimes: int) -> str:
    """Spell an amount: 26778801 is ``deux cent soixante-sept mille … dirhams et un centime``."""
    dirhams, rest = divmod(centimes, 100)
    parts = [counted(dirhams, "dirham")] if dirhams or not rest else []
    parts += [counted(rest, "centime")] if rest else []
    return " et ".join(parts)


def _below_thousand(value: int, *, is_last: bool) -> str:
    """Spell what is below a thousand; ``cents`` and ``quatre-vingts`` keep their s unless ``mille`` follows."""
    hundreds, rest = divmod(value, _HUNDRED)
    words = [] if hundreds <= 1 else [_SMALL[hundreds]]
    if hundreds:
        words.append("cents" if hundreds > 1 and not rest and is_last else "cent")
    if rest or not hundreds:
        words.append(_below_hundred(rest, is_last=is_last))
    return " ".join(words)


def _below_hundred(value: int, *, is_last: bool) -> str:
    if value < len(_SMALL):
        return _SMALL[value]
    ten = max(one for one in _TENS if one <= value)
    rest = value - ten
    if not rest:
        return _TENS[ten] + ("s" if ten == 80 and is_last else "")  # noqa: PLR2004  (quatre-vingts alone has one)
    is_joined = rest in {1, 11} and ten != 80  # noqa: PLR2004  (quatre-vingt-un, quatre-vingt-onze)
    return _TENS[ten] + (" et " if is_joined else "-") + _SMALL[rest]


def _s(value: int) -> str:
    return "s" if value > 1 else ""
