"""The words of a Moroccan name, and the particles that are one part with the word after or before them."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import Final

from reinsert_cli.domain.text import fold

_LONGEST_WORD: Final = 80

_ARTICLES: Final = frozenset({"el", "al", "il", "ul", "l", "ال"})
_ASSIMILATED: Final = frozenset(
    {"ed", "et", "ez", "es", "er", "en", "ech", "esh", "ad", "at", "az", "as", "ar", "an", "ach", "ash"}
)
_LEADING: Final = {
    "ben": "ben", "bin": "ben", "ibn": "ben", "bel": "bel", "bent": "bent", "bint": "bent", "bou": "bou", "bo": "bou",
    "abou": "abou", "abu": "abou", "oum": "om", "om": "om", "umm": "om", "ait": "ait", "ayt": "ait", "ould": "ould",
    "oueld": "ould", "weld": "ould", "oulad": "oulad", "ouled": "oulad", "abd": "abd", "abdel": "abdel",
    "abdul": "abdel", "abdal": "abdel", "abder": "abder", "abdes": "abdes", "abden": "abden", "abde": "abd",
    "بن": "بن", "ابن": "بن", "بنت": "بنت", "بل": "بل", "بو": "بو", "ابو": "ابو", "ام": "ام", "ايت": "ايت",
    "ولد": "ولد", "اولاد": "اولاد", "عبد": "عبد",
}  # fmt: skip
_TRAILING: Final = re.compile(r"(?:[aeiu]?[ld]?)?d(?:i|ei|ee)ne?|[aei]?ll[ae]h|الدين|الله")
_BINDING: Final = _ARTICLES | _ASSIMILATED | _LEADING.keys()
_TITLES: Final = frozenset({"mr", "mme", "mlle", "monsieur", "madame", "السيد", "السيده"})
_APOSTROPHES: Final = re.compile("['’‘ʼʻʿʾ`´]")
_ELIDED: Final = re.compile("^l['’‘ʼʻʿʾ`´](?=...)", re.IGNORECASE)


def words_of(written: str) -> tuple[str, ...]:
    """Fold what stands between two spaces: ``L'Exemple`` is ``elexemple``, ``Fatima-Zahra`` two words."""
    if written.isascii() and written.isalpha():
        folded = written[:_LONGEST_WORD].lower()
        return () if folded in _TITLES else (folded,)
    plain = _APOSTROPHES.sub("", _ELIDED.sub("el", written[:_LONGEST_WORD])).replace("ç", "s").replace("Ç", "s")
    return tuple(word for word in fold(plain).split() if word not in _TITLES)


def trails(words: tuple[str, ...]) -> bool:
    """Tell whether the first of these words may belong to what precedes it: ``eddine``, ``ed dine``, ``الله``."""
    return bool(words) and _TRAILING.fullmatch("".join(words) if words[0] in _BINDING else words[0]) is not None


def leads_on(words: tuple[str, ...]) -> bool:
    """Tell whether the last of these words may belong to what follows: ``el``, ``ben``, ``عبد``."""
    return bool(words) and words[-1] in _BINDING


def joined(words: tuple[str, ...]) -> list[str]:
    """Join particles to the word that follows, ``eddine`` and ``allah`` to the word before."""
    if len(words) == 1:
        return list(words)
    whole: list[str] = []
    lead = ""
    for word, following in pairwise([*words, ""]):
        particle = _particle(word, following)
        if particle:
            lead = _led(lead, particle)
        elif whole and _TRAILING.fullmatch(lead + word):
            whole[-1], lead = whole[-1] + lead + word, ""
        else:
            whole, lead = [*whole, _led(lead, word)], ""
    return whole


def _particle(word: str, following: str) -> str:
    """Give the particle that ``word`` is before ``following``, in its usual form; else nothing."""
    if not following or (word in _ASSIMILATED and not following.startswith(word[1:])):
        return ""
    if word in _ARTICLES or word in _ASSIMILATED:
        return "ال" if word == "ال" else "el"
    return _LEADING.get(word, "")


def _led(lead: str, word: str) -> str:
    """Put a particle before a word; ben and the article are bel."""
    if lead == "ben" and word == "el":
        return "bel"
    return f"بل{word[2:]}" if lead == "بن" and word.startswith("ال") else lead + word
