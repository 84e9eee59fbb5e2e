"""How people are written: names folded for comparison, the national card number, sex, telephone."""

from __future__ import annotations

import re
from typing import Final

from reinsert_cli.domain.faults import Fault
from reinsert_cli.domain.text import fold, western_digits

_CIN: Final = re.compile(r"[A-Z]{1,2}\d{1,7}")
_ARABIC: Final = re.compile(r"[\u0621-\u064A]")
_SEXES: Final = {
    "F": ("f", "femme", "feminin", "fille", "mme", "mlle", "female", "woman", "w", "انثي", "امراه", "ا"),
    "M": ("h", "m", "homme", "masculin", "garcon", "mr", "male", "man", "ذكر", "رجل", "ذ"),
}
_SEX_BY_WORD: Final = {word: sex for sex, words in _SEXES.items() for word in words}


def read_cin(printed: str) -> str | Fault:
    """Read a national card number: ``zz 100-001`` is ``ZZ100001``.

    No official check digit exists: one or two letters and one to seven digits. Fault ``cin.unreadable``,
    which does not repeat the number.
    """
    compact = re.sub(r"[\s.\-_/]", "", western_digits(printed)).upper()
    return compact if _CIN.fullmatch(compact) else Fault("cin.unreadable")


def read_sex(printed: str) -> str | Fault:
    """Read ``F`` or ``M`` from the words of three languages. Fault ``sex.unreadable``."""
    return _SEX_BY_WORD.get(fold(printed)) or Fault("sex.unreadable")


def is_arabic(name: str) -> bool:
    """Tell whether a name is written in Arabic letters."""
    return bool(_ARABIC.search(name))


def name_key(name: str) -> str:
    """Fold a name, whatever the order of its parts: ``EL EXEMPLE Amina`` and ``Amina El-Exemple`` agree."""
    return " ".join(sorted(fold(name).split()))
