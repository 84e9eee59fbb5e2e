"""Taking a person out of what people wrote: their names however spelled, their numbers, their birth date."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import Any, Final

from reinsert_cli.domain.date_words import SPELLED_MONTHS
from reinsert_cli.domain.spellings import parts
from reinsert_cli.domain.text import HIDDEN, fold, western_digits

NAMES: Final = ("name_latin", "name_arabic")
SHORTEST_WORD: Final = 4
"""A word alone names somebody only from so many letters on: shorter ones stand in too many texts."""

SHORTEST_NUMBER: Final = 4
_WORD: Final = re.compile(r"[^\W\d_]+")
_HUMP: Final = re.compile(r"(?<=[a-zà-öø-ÿ])(?=[A-ZÀ-ÖØ-Þ])")
_APART: Final = r"[\s.\-_/]?"
_DIGITS: Final = 9
"""The digits of a telephone without its prefix."""


Keys = frozenset[str]
"""What a word and its usual spellings have in common."""


@dataclass(frozen=True)
class Marks:
    """What tells that a text speaks of somebody: the words of each of their names, and patterns of their numbers."""

    names: tuple[tuple[Keys, ...], ...] = ()
    numbers: frozenset[str] = frozenset()

    def unsaid(self, text: str, *, alone: bool = False) -> str:
        """Give a text without them. One word of a name is enough where ``alone``; else it takes two, or the whole."""
        text = self._without_numbers(text)
        said = {(word, piece): _keys(piece) for word in set(_WORD.findall(text)) for piece in _pieces(word)}
        named: set[str] = set()
        for number in set().union(*(self._places.get(key, ()) for keys in said.values() for key in keys)):
            name = self.names[number]
            found = {place: part for place, keys in said.items() for part in name if keys & part}
            if len(set(found.values())) >= min(len(name), 2) or (alone and any(_is_telling(one) for _, one in found)):
                named |= {word for word, _piece in found}
        return _WORD.sub(lambda match: HIDDEN if match[0] in named else match[0], text) if named else text

    def _without_numbers(self, text: str) -> str:
        """Give a text without their numbers, in whatever digits they are written: each is one letter in any script."""
        if not self._number:
            return text
        end, kept = 0, []
        for found in self._number.finditer(western_digits(text)):
            kept += [text[end : found.start()], HIDDEN]
            end = found.end()
        return "".join((*kept, text[end:]))

    @cached_property
    def _number(self) -> re.Pattern[str] | None:
        return re.compile("|".join(sorted(self.numbers)), re.IGNORECASE) if self.numbers else None

    @cached_property
    def _places(self) -> dict[str, list[int]]:
        """Where the names are that have a key: of many people, few are looked at for a text."""
        places: dict[str, list[int]] = {}
        for place, name in enumerate(self.names):
            for key in frozenset().union(*name):
                places.setdefault(key, []).append(place)
        return places


def marks_of(identities: Iterable[Mapping[str, Any]]) -> Marks:
    """Give the marks of the people who are known under these identities."""
    known = list(identities)
    names = {_words(str(one[name])) for one in known for name in NAMES if one.get(name)} - {()}
    return Marks(tuple(names), frozenset(pattern for one in known for pattern in _patterns(one)))


def joined(marks: Iterable[Marks]) -> Marks:
    """Give the marks of several people together."""
    several = list(marks)
    names = dict.fromkeys(name for one in several for name in one.names)
    return Marks(tuple(names), frozenset().union(*(one.numbers for one in several)))


def _pieces(word: str) -> tuple[str, ...]:
    """Give a word, and those that it is made of where they were joined ``LikeThis``, as in names of files."""
    return (word, *pieces) if len(pieces := _HUMP.split(word)) > 1 else (word,)


def _is_telling(word: str) -> bool:
    return len(word) >= SHORTEST_WORD


def _words(name: str) -> tuple[Keys, ...]:
    """Give the words of a name, but for single letters."""
    return tuple(keys for word in _WORD.findall(name) if (keys := _keys(word)))


@lru_cache(maxsize=1 << 12)
def _keys(word: str) -> Keys:
    """Give the keys of a word; none of a single letter."""
    folded = fold(word)
    return frozenset({folded, *(part.key for part in parts(word))} - {""}) if len(folded) > 1 else frozenset()


def _patterns(identity: Mapping[str, Any]) -> Iterator[str]:
    for name in ("cin", "file_number"):
        number = "".join(filter(str.isalnum, identity.get(name) or ""))
        if len(number) >= SHORTEST_NUMBER:
            yield rf"(?<!\w){_APART.join(map(re.escape, number))}(?!\w)"
    phone = "".join(filter(str.isdigit, identity.get("phone") or ""))
    if len(phone) >= _DIGITS:
        yield rf"(?:(?:\+|00)?212|0)?{_APART}{_APART.join(phone[-_DIGITS:])}(?!\d)"
    year, _dash, rest = (identity.get("birth_date") or "").partition("-")
    month, _dash, day = rest.partition("-")
    if day:
        yield _of_a_day(year, month, day)


def _of_a_day(year: str, month: str, day: str) -> str:
    """Give the pattern of a date as people write it: with zeros or without, its year by two digits, its month named."""
    named = "|".join(map(re.escape, SPELLED_MONTHS[int(month) - 1]))
    day, month = (f"0?{int(part)}" for part in (day, month))
    apart = r"[\s/.-]{1,3}"
    backwards = rf"{day}(?:er)?{apart}(?:{month}|{named}){apart}(?:{year[:2]})?{year[2:]}"
    return rf"(?<!\d)(?:{year}{apart}{month}{apart}{day}|{backwards})(?!\d)"
