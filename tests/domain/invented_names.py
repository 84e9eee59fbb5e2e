"""Names made at random for measuring: given names as frequent as they are, family names that nobody bears on purpose.

Each comes with the ways in which clerks would write it: the other alphabet, ``ou`` or ``w``, one letter or two, the
article apart or joined, the family name first.
"""

from __future__ import annotations

import csv
import random
from collections.abc import Sequence
from dataclasses import dataclass
from importlib.resources import files
from itertools import accumulate

_ROOTS = (
    ("b", "ب"), ("t", "ت"), ("j", "ج"), ("h", "ح"), ("kh", "خ"), ("d", "د"), ("r", "ر"), ("z", "ز"), ("s", "س"),
    ("ch", "ش"), ("s", "ص"), ("d", "ض"), ("t", "ط"), ("gh", "غ"), ("f", "ف"), ("k", "ق"), ("k", "ك"), ("l", "ل"),
    ("m", "م"), ("n", "ن"), ("h", "ه"),
)  # fmt: skip
_PATTERNS = (
    ("{0}a{1}{2}i", "{0}{1}{2}ي"), ("{0}a{1}a{2}i", "{0}{1}ا{2}ي"), ("{0}a{1}i{2}i", "{0}{1}ي{2}ي"),
    ("{0}e{1}{2}aoui", "{0}{1}{2}اوي"), ("{0}a{1}ou{2}i", "{0}{1}و{2}ي"), ("{0}ou{1}a{2}i", "{0}و{1}ا{2}ي"),
    ("{0}a{1}{1}a{2}", "{0}{1}ا{2}"), ("{0}a{1}{2}ou{3}", "{0}{1}{2}و{3}"), ("{0}a{1}{2}a{3}i", "{0}{1}{2}ا{3}ي"),
    ("{0}i{1}a{2}i", "{0}{1}ا{2}ي"), ("{0}a{1}i{2}i", "{0}ا{1}{2}ي"), ("{0}{1}i{2}i", "{0}{1}ي{2}ي"),
    ("{0}e{1}{2}i{3}i", "{0}{1}{2}ي{3}ي"), ("{0}ou{1}{2}i{3}a", "{0}و{1}{2}ي{3}ة"), ("{0}a{1}{2}a", "{0}{1}{2}ة"),
)  # fmt: skip
_OFTEN = ("Mohamed", "Fatima", "Ahmed", "Khadija", "Youssef", "Said", "Rachid", "Hassan")
_LEADS = (("", ""), ("El ", "ال"), ("Ben", "بن"), ("Bou", "بو"), ("Ait ", "آيت "))
_LEAD_WEIGHTS = (45, 35, 10, 7, 3)
_LIKES_TO_WRITE = (("ou", "w"), ("i", "y"), ("k", "q"), ("ss", "s"), ("e", "a"), ("m", "mm"), ("ch", "sh"), ("l", "ll"))


@dataclass(frozen=True)
class Word:
    """One part of a name: its usual spellings in French and in Arabic, the first one being the commonest."""

    french: tuple[str, ...]
    arabic: tuple[str, ...]


@dataclass(frozen=True)
class Invented:
    """One person's name, its parts in order: given names, then the family's."""

    given: tuple[Word, ...]
    family: Word

    def usual(self) -> str:
        """Write it as the register does."""
        return " ".join(word.french[0] for word in (*self.given, self.family))

    def in_arabic(self) -> str:
        return " ".join(word.arabic[0] for word in (*self.given, self.family))


def given_names() -> list[Word]:
    """Give the names of the table."""
    text = files("reinsert_cli.domain").joinpath("data", "given_names.csv").read_text(encoding="utf-8")
    rows = csv.DictReader(text.splitlines())
    return [Word(tuple(row["french"].split()), tuple(row["arabic"].split())) for row in rows]


def family_names(count: int, chance: random.Random) -> list[Word]:
    """Make ``count`` different family names."""
    names: dict[str, Word] = {}
    while len(names) < count:
        root = [chance.choice(_ROOTS) for _ in range(4)]
        french, arabic = chance.choice(_PATTERNS)
        lead, lead_arabic = chance.choices(_LEADS, _LEAD_WEIGHTS)[0]
        name = french.format(*(letters[0] for letters in root)).capitalize()
        written = lead_arabic + arabic.format(*(letters[1] for letters in root))
        names.setdefault(lead + (name.lower() if lead in {"Ben", "Bou"} else name), Word((lead + name,), (written,)))
    return list(names.values())


def people(count: int, families: int = 20_000, seed: int = 1) -> list[Invented]:
    """Make ``count`` people; one in six has two given names, Mohamed is one name in ten, the rest follow Zipf."""
    chance = random.Random(seed)
    given = given_names()
    chance.shuffle(given)
    given.sort(key=lambda word: _OFTEN.index(word.french[0]) if word.french[0] in _OFTEN else len(_OFTEN))
    named = _zipf(len(given), 0.9)
    houses = family_names(families, chance)
    housed = _zipf(len(houses), 0.7)
    return [
        Invented(
            tuple(chance.choices(given, cum_weights=named, k=2 if chance.random() < 1 / 6 else 1)),
            chance.choices(houses, cum_weights=housed)[0],
        )
        for _ in range(count)
    ]


def _zipf(count: int, steepness: float) -> Sequence[float]:
    return list(accumulate(1 / (rank + 5) ** steepness for rank in range(count)))


def respelled(name: Invented, chance: random.Random) -> str:
    """Write a name as another clerk would: in French or in Arabic, in either order, in capitals or not."""
    arabic = chance.random() < 1 / 2
    words = [chance.choice(word.arabic if arabic else word.french) for word in name.given]
    family = name.family.arabic[0] if arabic else _clerks(name.family.french[0], chance)
    written = " ".join([*words, family] if chance.random() < 2 / 3 else [family, *words])
    return chance.choice((written, written.upper(), written.replace(" ", "-"), f" {written}\u00a0"))


def _clerks(french: str, chance: random.Random) -> str:
    """Spell a family name by one other habit."""
    usual, habit = chance.choice(_LIKES_TO_WRITE)
    lead, _, stem = french.rpartition(" ")
    stem = stem[:1] + stem[1:].replace(usual, habit, 1)
    return stem if not lead else chance.choice((f"{lead} {stem}", f"{lead}{stem.lower()}", f"{lead}-{stem}"))


def mistyped(text: str, chance: random.Random) -> str:
    """Slip once: a letter changed, dropped, doubled or swapped with the next."""
    at = chance.choice(
        [place for place, letter in enumerate(text[:-1]) if letter.isalpha() and text[place + 1].isalpha()]
    )
    slips = (
        text[at + 1] + text[at],
        text[at + 1],
        text[at] * 2 + text[at + 1],
        chance.choice("aeimnrstl") + text[at + 1],
    )
    return text[:at] + chance.choice(slips) + text[at + 2 :]
