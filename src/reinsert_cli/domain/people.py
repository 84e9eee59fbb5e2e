"""How people are written: names folded for comparison, the national card number, sex, telephone."""

from __future__ import annotations

import re
from typing import Final

from reinsert_cli.domain.faults import Fault
from reinsert_cli.domain.text import fold, western_digits

_CIN: Final = re.compile(r"[A-Z]{1,2}[0-9]{1,7}")
_USUAL_CIN: Final = re.compile(r"[A-Z]{1,2}[0-9]{5,6}")
_BETWEEN: Final = re.compile(r"[\s.\-_/:°'\u200b-\u200f\u202a-\u202e\u2066-\u2069]")
_CARD_WORD: Final = re.compile(r"^(?:N)?(?:CNIE|CIN|CNI)(?=[A-Z])")
_ARABIC: Final = re.compile(r"[\u0621-\u064A]")
_SEXES: Final = {
    "F": ("f", "femme", "feminin", "feminine", "fem", "fille", "mme", "mlle", "madame", "mademoiselle", "mrs", "miss",
          "ms", "female", "woman", "w", "dame", "انثي", "امراه", "مراه", "نساء", "ا", "ث", "اناث", "مونث", "سيده",
          "السيده", "الانسه", "انسه", "فتاه"),
    "M": ("h", "m", "homme", "masculin", "masculine", "masc", "mas", "garcon", "mr", "monsieur", "male", "man", "g",
          "ذكر", "رجل", "ذ", "ذكور", "مذكر", "سيد", "السيد"),
}  # fmt: skip
_SEX_BY_WORD: Final = {word: sex for sex, words in _SEXES.items() for word in words}


def read_cin(printed: str) -> str | Fault:
    """Read a national card number: ``zz 100-001`` is ``ZZ100001``.

    No official check digit exists: one or two letters and one to seven digits. Fault ``cin.unreadable``,
    which does not repeat the number.
    """
    if _CIN.fullmatch(printed):
        return printed
    compact = _CARD_WORD.sub("", _BETWEEN.sub("", western_digits(printed)).upper())
    return compact if _CIN.fullmatch(compact) else Fault("cin.unreadable")


def is_usual_cin(cin: str) -> bool:
    """Tell whether a card number has five or six digits, as nearly all have; others are worth a second look."""
    return bool(_USUAL_CIN.fullmatch(cin))


def read_sex(printed: str) -> str | Fault:
    """Read ``F`` or ``M`` from the words of three languages. Fault ``sex.unreadable``."""
    return _SEX_BY_WORD.get(fold(printed)) or Fault("sex.unreadable")


_TITLES: Final = {
    "F": r"mmes?|mlles?|madame|mademoiselle|mrs|ms|miss|السيدة|السيده|الآنسة|الانسة|الآنسه|آنسة",
    "M": r"mr|m\.|monsieur|السيد",
}
_TITLE: Final = re.compile(
    rf"^\s*(?:(?P<F>{_TITLES['F']})|(?P<M>{_TITLES['M']}))(?:\.|(?<=\.)|(?=\s))\s*[/:]?\s*(?=\w)", re.IGNORECASE
)
_TITLE_LETTERS: Final = frozenset("mMسآا")
_DIGIT: Final = re.compile(r"\d")
_NUMBER_IN_NAME: Final = re.compile(r"\d{5}|(?<![^\W\d_])[A-Za-z]{2}\s?\d{4}|^[\d\s.,/-]+$")


def read_name(printed: str) -> str | Fault:
    """Read a person's name: ``Mme Amina BENFICTIF`` without its title.

    Fault ``name.holds_number``, which does not repeat it, where a card number or a telephone stands in it.
    """
    name = _TITLE.sub("", printed, count=1) if printed[:1] in _TITLE_LETTERS else printed
    has_number = _DIGIT.search(name) and _NUMBER_IN_NAME.search(western_digits(name))
    return Fault("name.holds_number") if has_number else name


def sex_of_title(printed: str) -> str | None:
    """Give the sex that the title before a name tells, if one stands there: ``Mme Amina BENFICTIF`` is a woman."""
    title = _TITLE.match(printed) if printed.lstrip()[:1] in _TITLE_LETTERS else None
    return title.lastgroup if title else None


def is_arabic(name: str) -> bool:
    """Tell whether a name is written in Arabic letters."""
    return bool(_ARABIC.search(name))


def name_key(name: str) -> str:
    """Fold a name, whatever the order of its parts: ``EL EXEMPLE Amina`` and ``Amina El-Exemple`` agree."""
    return " ".join(sorted(fold(name).split()))
