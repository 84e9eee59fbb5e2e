"""Whole numbers of things and amounts in Arabic words, as minutes and receipts spell them beside the figures.

The forms are those of a subject (nominative), which official papers use where no verb governs the amount, and of a
masculine thing counted, as the dirham and the centime are (grammar of العدد والمعدود):

- one and two are said by the thing itself (درهم واحد, درهمان), also after hundreds: مائة درهم ودرهم واحد;
- three to ten take the other gender and the plural (ثلاثة دراهم), eleven to ninety-nine the accusative singular
  (أحد عشر درهما), hundreds and thousands the genitive singular (مائة درهم);
- duals and ألفا lose their ending where the thing counted follows at once: مائتا درهم, ألفا درهم, أحد عشر ألف درهم.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from reinsert_cli.domain.written_french import CEILING

AND: Final = " و"


@dataclass(frozen=True, slots=True)
class Noun:
    """A masculine thing counted: one of it alone, two, two before a noun, three to ten, eleven on, after a hundred."""

    one: str
    two: str
    two_of: str
    few: str
    many: str
    single: str


DIRHAM: Final = Noun("درهم واحد", "درهمان", "درهما", "دراهم", "درهما", "درهم")
CENTIME: Final = Noun("سنتيم واحد", "سنتيمان", "سنتيما", "سنتيمات", "سنتيما", "سنتيم")
PERSON: Final = Noun("مستفيد واحد", "مستفيدان", "مستفيدا", "مستفيدين", "مستفيدا", "مستفيد")
_SCALES: Final = (
    (10**9, Noun("مليار", "ملياران", "مليارا", "ملايير", "مليارا", "مليار")),
    (10**6, Noun("مليون", "مليونان", "مليونا", "ملايين", "مليونا", "مليون")),
    (10**3, Noun("ألف", "ألفان", "ألفا", "آلاف", "ألفا", "ألف")),
)
_UNITS: Final = (
    "صفر", "واحد", "اثنان", "ثلاثة", "أربعة", "خمسة", "ستة", "سبعة", "ثمانية", "تسعة", "عشرة",
    "أحد عشر", "اثنا عشر", "ثلاثة عشر", "أربعة عشر", "خمسة عشر", "ستة عشر", "سبعة عشر", "ثمانية عشر", "تسعة عشر",
)  # fmt: skip
_TENS: Final = ("", "", "عشرون", "ثلاثون", "أربعون", "خمسون", "ستون", "سبعون", "ثمانون", "تسعون")
_HUNDREDS: Final = (
    "", "مائة", "مائتان", "ثلاثمائة", "أربعمائة", "خمسمائة", "ستمائة", "سبعمائة", "ثمانمائة", "تسعمائة",
)  # fmt: skip
_TWO_HUNDRED_OF: Final = "مائتا"
_HUNDRED: Final = 100
_FEW: Final = range(3, 11)


def counted(value: int, noun: Noun) -> str:
    """Spell so many of a thing: 2000 dirhams are ألفا درهم. Raises ValueError below zero and for too large a number."""
    if not 0 <= value < CEILING:
        raise ValueError("no number that is spelled")
    return _counted(value, noun, is_followed=False) if value else f"{_UNITS[0]} {noun.single}"


def amount(centimes: int) -> str:
    """Spell an amount: 26778801 is مائتان وسبعة وستون ألفا وسبعمائة وثمانية وثمانون درهما وسنتيم واحد."""
    dirhams, rest = divmod(centimes, 100)
    parts = [counted(dirhams, DIRHAM)] if dirhams or not rest else []
    parts += [counted(rest, CENTIME)] if rest else []
    return AND.join(parts)


def _counted(value: int, noun: Noun, *, is_followed: bool) -> str:
    """Spell so many of a thing, after which another noun follows at once or not."""
    rest = value % _HUNDRED
    if value == 1:
        return noun.one
    if value == 2:  # noqa: PLR2004  (the dual)
        return noun.two_of if is_followed else noun.two
    if rest in {1, 2}:
        return _counted(value - rest, noun, is_followed=False) + AND + _counted(rest, noun, is_followed=is_followed)
    form = noun.few if rest in _FEW else noun.many if rest and not is_followed else noun.single
    return f"{_number(value)} {form}"


def _number(value: int) -> str:
    """Spell a number before the thing it counts."""
    parts, rest = [], value
    for rank, noun in _SCALES:
        many, rest = divmod(rest, rank)
        if many:
            parts.append(_counted(many, noun, is_followed=not rest))
    hundreds, rest = divmod(rest, _HUNDRED)
    if hundreds:
        parts.append(_TWO_HUNDRED_OF if hundreds == 2 and not rest else _HUNDREDS[hundreds])  # noqa: PLR2004
    if rest:
        parts += _below_hundred(rest)
    return AND.join(parts)


def _below_hundred(value: int) -> list[str]:
    if value < len(_UNITS):
        return [_UNITS[value]]
    tens, units = divmod(value, 10)
    return [_UNITS[units], _TENS[tens]] if units else [_TENS[tens]]
