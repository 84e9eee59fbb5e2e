"""Who is who: the one form in which the usual spellings of a person's name agree, in French and in Arabic.

A name is cut into parts (``Ben Fictif``, ``عبد الله``, ``El Exemple`` are one part each). A part that is a given
name of ``given_names.csv`` stands for that name; any other is reduced to the sounds that both alphabets write
(:mod:`.transliteration`). In doubt keys differ: equal ones must mean one name, and what is only alike is measured by
:func:`~reinsert_cli.domain.likeness.likeness`.
"""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import permutations
from typing import Final, NamedTuple

from reinsert_cli.domain.given_names import GivenName, arabic_given_name, french_given_name, parent_name
from reinsert_cli.domain.name_words import joined, leads_on, trails, words_of
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
_SHORTEST_STEM: Final = 3

_ARTICLE: Final = re.compile(r"el(?=.{3})|al(?=[^aeiouyl]..)|ech(?=ch)|e(?=ch|sh|([dtzsrn])\1)|ال(?=..)")
_PREFIX: Final = re.compile(r"(ben|bel|bent|bu|abu|ait|uld|بن|بل|بنت|بو|ابو|ايت|ولد)(...+)")
_SAME_PREFIX: Final = {
    "بن": "ben", "بل": "bel", "بنت": "bent", "بو": "bu", "ابو": "abu", "ايت": "ait", "ولد": "uld",
}  # fmt: skip
_ARABIC: Final = re.compile(r"[\u0621-\u06d3]")


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

    Two names share a key if they share a part, in whatever spelling, and the beginning or the end of another
    one's consonants: two of them beside a given name, which is common, one (so an initial) beside any other. So do
    names with a slip in one part, or without a middle name. A name of one part has one key.
    """
    found = {(part.code, part.is_known) for part in parts(name)}
    if len(found) < 2:  # noqa: PLR2004  (a pair)
        return frozenset([code for code, _ in found])
    pairs = permutations(found, 2)
    return frozenset([whole + edge for (whole, is_given), (other, _) in pairs for edge in _edges(other, 1 + is_given)])


def marks(name: str) -> frozenset[str]:
    """Give marks of the parts of a name: two names without one in common share no :func:`block_keys`, nor agree.

    They cost half of what the keys do.
    """
    return frozenset([mark for part in parts(name) for mark in (part.key, part.code)] or [""])


@lru_cache(maxsize=_KNOWN_WORDS)
def _edges(code: str, length: int) -> tuple[str, str]:
    return f" {code[:length]}-", f" -{code[-length:]}"


def parts(name: str) -> list[Part]:
    """Cut a name into its parts, particles joined to what they belong to; forms of address are left out."""
    found: list[Part] = []
    run = ""
    written = name.split()[:LONGEST]
    for word in written:
        is_trailing, is_leading, alone = _read(word)
        if is_trailing:
            return _parts_of(" ".join(written))
        run = f"{run} {word}" if run else word
        if not is_leading:
            found += alone if run is word else _parts_of_run(run)
            run = ""
    return found + _parts_of(run) if run else found


@lru_cache(maxsize=_KNOWN_WORDS)
def _read(written: str) -> tuple[bool, bool, tuple[Part, ...]]:
    """Tell whether what stands between two spaces belongs to what precedes it, or to what follows, and its parts."""
    words = words_of(written)
    hangs = trails(words), leads_on(words)
    return *hangs, () if any(hangs) else tuple(_parts_of(written))


def _parts_of(run: str) -> list[Part]:
    """Give the parts of words that hang together."""
    words = tuple(word for written in run.split() for word in words_of(written))
    return [part for word in joined(words) for part in _parts(word)]


@lru_cache(maxsize=_KNOWN_WORDS)
def _parts_of_run(run: str) -> tuple[Part, ...]:
    return tuple(_parts_of(run))


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
