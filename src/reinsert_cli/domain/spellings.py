"""Who is who: the one form in which the usual spellings of a person's name agree, in French and in Arabic.

A name is cut into parts (``Ben Fictif``, ``عبد الله``, ``El Exemple`` are one part each). A part that is a given
name of ``given_names.csv`` stands for that name; any other is reduced to the sounds that both alphabets write
(:mod:`.transliteration`). Where both cannot tell two names apart they are taken for two: equal keys must mean
one name, and what is only alike is measured by :func:`~reinsert_cli.domain.likeness.likeness`.
"""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import pairwise, permutations
from typing import Final, NamedTuple

from reinsert_cli.domain.given_names import GivenName, arabic_given_name, french_given_name, parent_name
from reinsert_cli.domain.text import fold
from reinsert_cli.domain.transliteration import (
    arabic_letters,
    arabic_skeleton,
    consonants,
    french_letters,
    french_skeleton,
)

LONGEST: Final = 12
"""How many words of a name are read; the rest of a hostile cell is not."""

_KNOWN_WORDS: Final = 1 << 16
_LONGEST_WORD: Final = 40
_SHORTEST_STEM: Final = 3

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

_ARTICLE: Final = re.compile(r"el(?=.{3})|al(?=[^aeiouyl]..)|ech(?=ch)|e(?=ch|sh|([dtzsrn])\1)|ال(?=..)")
_PREFIX: Final = re.compile(r"(ben|bel|bent|bu|abu|ait|uld|بن|بل|بنت|بو|ابو|ايت|ولد)(...+)")
_SAME_PREFIX: Final = {
    "بن": "ben", "بل": "bel", "بنت": "bent", "بو": "bu", "ابو": "abu", "ايت": "ait", "ولد": "uld",
}  # fmt: skip
_ARABIC: Final = re.compile(r"[\u0621-\u06d3]")
_APOSTROPHES: Final = re.compile("['’‘ʼʻʿʾ`´]")
_ELIDED: Final = re.compile("^l['’‘ʼʻʿʾ`´](?=...)", re.IGNORECASE)


class Part(NamedTuple):
    """One part of a name.

    ``key`` agrees for its usual spellings, ``code`` (consonants alone) for nearly all; ``french`` and ``arabic``
    are its letters without the article, as written or, of a known given name, as usual; empty where unknown.
    """

    key: str
    code: str
    french: str
    arabic: str
    is_known: bool


def spelling_key(name: str) -> str:
    """Give the form in which the usual spellings of one full name agree, in any alphabet and order of its parts.

    ``EL EXEMPLE Fatima-Zahra`` and ``فاطمة الزهراء الإكسمبل`` agree; Karim and Karima, Hassan and Houcine do not.
    Empty when nothing is written.
    """
    return " ".join(sorted([part.key for part in parts(name)]))


def block_keys(name: str) -> frozenset[str]:
    """Give the keys under which to look for those whom ``name`` may mean.

    Two names that share a part, in whatever spelling, and the beginning or the end of another one's consonants
    share a key: so do those with a slip in one part, or without a middle name. A name of one part has one key.
    """
    codes = {part.code for part in parts(name)}
    if len(codes) < 2:  # noqa: PLR2004  (a pair)
        return frozenset(codes)
    return frozenset([whole + edge for whole, other in permutations(codes, 2) for edge in _edges(other)])


@lru_cache(maxsize=_KNOWN_WORDS)
def _edges(code: str) -> tuple[str, str]:
    return f" {code[:2]}-", f" -{code[-2:]}"


def parts(name: str) -> list[Part]:
    """Cut a name into its parts, particles joined to what they belong to; forms of address are left out."""
    found: list[Part] = []
    run = ""
    written = name.split()[:LONGEST]
    for word in written:
        trails, leads, alone = _read(word)
        if trails:
            return _parts_of(" ".join(written))
        run = f"{run} {word}" if run else word
        if not leads:
            found += alone if run is word else _parts_of_run(run)
            run = ""
    return found + _parts_of(run) if run else found


@lru_cache(maxsize=_KNOWN_WORDS)
def _read(written: str) -> tuple[bool, bool, tuple[Part, ...]]:
    """Tell whether what stands between two spaces belongs to what precedes it, or to what follows, and its parts."""
    words = _words(written)
    if not words:
        return False, False, ()
    leads = words[-1] in _BINDING
    trails = _TRAILING.fullmatch("".join(words) if words[0] in _BINDING else words[0]) is not None
    return trails, leads, () if trails or leads else tuple(_parts_of(written))


def _parts_of(run: str) -> list[Part]:
    """Give the parts of words that hang together."""
    words = tuple(word for written in run.split() for word in _words(written))
    return [part for word in _joined(words) for part in _parts(word)]


@lru_cache(maxsize=_KNOWN_WORDS)
def _parts_of_run(run: str) -> tuple[Part, ...]:
    return tuple(_parts_of(run))


def _words(written: str) -> tuple[str, ...]:
    """Fold what stands between two spaces: ``L'Exemple`` is ``elexemple``, ``Fatima-Zahra`` two words."""
    if written.isascii() and written.isalpha():
        folded = written[:_LONGEST_WORD].lower()
        return () if folded in _TITLES else (folded,)
    plain = _APOSTROPHES.sub("", _ELIDED.sub("el", written[:_LONGEST_WORD])).replace("ç", "s").replace("Ç", "s")
    return tuple(word for word in fold(plain).split() if word not in _TITLES)


def _joined(words: tuple[str, ...]) -> list[str]:
    """Join particles to the word that follows, ``eddine`` and ``allah`` to the word before."""
    if len(words) == 1:
        return list(words)
    joined: list[str] = []
    lead = ""
    for word, following in pairwise([*words, ""]):
        particle = _particle(word, following)
        if particle:
            lead = _led(lead, particle)
        elif joined and _TRAILING.fullmatch(lead + word):
            joined[-1], lead = joined[-1] + lead + word, ""
        else:
            joined, lead = [*joined, _led(lead, word)], ""
    return joined


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


@lru_cache(maxsize=_KNOWN_WORDS)
def _parts(word: str) -> tuple[Part, ...]:
    """Read one joined word: mostly one part, two of a double given name written as one."""
    letters = _letters(word)
    article = _ARTICLE.match(word)
    bare = _letters(word[article.end() :]) if article else letters
    name = _given_name(letters) or (_given_name(bare) if article else None)
    if name:
        return _called(name)
    skeleton = _skeleton(bare) or word
    key = _related(bare) or skeleton
    french, arabic = ("", bare) if _is_arabic(bare) else (bare, "")
    return (Part(f"el-{key}" if article else key, consonants(skeleton), french, arabic, is_known=False),)


def _called(name: GivenName) -> tuple[Part, ...]:
    """Give the parts of a known given name."""
    if " " in name.called:
        return tuple(part for word in name.called.split() for part in _parts(word))
    return (Part(name.called, consonants(french_skeleton(name.french)), name.french, name.arabic, is_known=True),)


def _related(letters: str) -> str:
    """Give the key of a name made from a given name: ``benomar`` is ``ben-omar``, ``idrissi`` is ``driss-i``."""
    prefix = _PREFIX.fullmatch(letters)
    parent = parent_name(prefix[2]) if prefix else None
    if prefix and parent:
        return f"{_SAME_PREFIX.get(prefix[1], prefix[1])}-{parent.called}"
    parent = parent_name(letters[:-1]) if len(letters) > _SHORTEST_STEM and letters[-1] in {"i", "ي"} else None
    return f"{parent.called}-i" if parent else ""


def _is_arabic(word: str) -> bool:
    return not word.isascii() and _ARABIC.search(word) is not None


def _letters(word: str) -> str:
    return arabic_letters(word) if _is_arabic(word) else french_letters(word)


def _given_name(letters: str) -> GivenName | None:
    return arabic_given_name(letters) if _is_arabic(letters) else french_given_name(letters)


def _skeleton(letters: str) -> str:
    return arabic_skeleton(letters) if _is_arabic(letters) else french_skeleton(letters)
