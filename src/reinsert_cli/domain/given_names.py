"""The given names in use in Morocco, found under any usual spelling in French or Arabic.

``given_names.csv`` holds, a name a line, its French spellings (the first one names it; a hyphen joins two names)
and its Arabic ones. Trivial variants (doubled letters, ou/w/u, i/y, k/q/c, e/a) need no mention there.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Iterable, Mapping
from functools import cache
from importlib.resources import files
from typing import Final, NamedTuple

from reinsert_cli.domain.text import fold
from reinsert_cli.domain.transliteration import arabic_letters, french_letters

_EASY: Final = str.maketrans("eo", "au")
_SERVANT: Final = re.compile(r"abd[aeiou]?l?(.{2,})")
_SERVANT_AR: Final = re.compile(r"عبد(?:ال)?(.{2,})")
_FAITH: Final = re.compile(r"(.{2,}?)(?:[aeiu]?l?)din")


class GivenName(NamedTuple):
    """One name: how it is called here (folded, two words for a double name) and its first spelling in each alphabet."""

    called: str
    french: str
    arabic: str


class _Spellings(NamedTuple):
    """Names by their letters, and by letters with e as a and o as u where only one name answers."""

    exact: Mapping[str, GivenName]
    easy: Mapping[str, GivenName]
    arabic: Mapping[str, GivenName]


def french_given_name(letters: str) -> GivenName | None:
    """Give the name that ``letters`` (:func:`french_letters`) spell, a final h heard or not."""
    return _french(letters) or (_french(letters[:-1]) if letters.endswith("h") else None)


def arabic_given_name(letters: str) -> GivenName | None:
    """Give the name that ``letters`` (:func:`arabic_letters`) spell."""
    return _spellings().arabic.get(_arabic_entry(letters))


def parent_name(letters: str) -> GivenName | None:
    """Give the name that these letters of either alphabet spell within another: ``benomar``, ``idrissi``, ``tahri``.

    Only spellings of the table count here, and those that lose a short last vowel before the ending -i, when one
    name answers: ``tahr`` is Tahar (طاهر), ``karm`` is not Karim (كريم).
    """
    known = _spellings()
    if not letters.isascii():
        return arabic_given_name(letters)
    if found := known.exact.get(_french_entry(letters)):
        return found
    full = {known.exact.get(f"{letters[:-1]}{vowel}{letters[-1:]}") for vowel in "aei"}
    short = {name for name in full if name and name.arabic[-2:-1] not in {"ا", "و", "ي"}}
    return short.pop() if len(short) == 1 else None


def _french(letters: str) -> GivenName | None:
    known, entry = _spellings(), _french_entry(letters)
    return known.exact.get(entry) or known.easy.get(entry.translate(_EASY))


def _french_entry(letters: str) -> str:
    """Write both words of ``abd el rahim`` and ``nour eddine`` as one, whatever joins them."""
    if letters.startswith("abd") and (servant := _SERVANT.fullmatch(letters)):
        return f"abd {servant[1]}"
    faith = _FAITH.fullmatch(letters) if letters.endswith("din") else None
    return f"{faith[1]} din" if faith else letters


def _arabic_entry(letters: str) -> str:
    servant = _SERVANT_AR.fullmatch(letters) if letters.startswith("عبد") else None
    return f"عبد {servant[1]}" if servant else letters


@cache
def _spellings() -> _Spellings:
    names = list(_read())
    exact = {_french_entry(french_letters(word)): name for name, french, _ in names for word in french}
    arabic = {_arabic_entry(arabic_letters(word)): name for name, _, words in names for word in words}
    return _Spellings(exact, _unambiguous(exact), arabic)


def _unambiguous(exact: Mapping[str, GivenName]) -> dict[str, GivenName]:
    """Give the names under their letters made easy, without those that two names share."""
    easy: dict[str, set[GivenName]] = {}
    for letters, name in exact.items():
        easy.setdefault(letters.translate(_EASY), set()).add(name)
    return {letters: names.pop() for letters, names in easy.items() if len(names) == 1}


def _read() -> Iterable[tuple[GivenName, list[str], list[str]]]:
    """Read the table: a name, its French spellings as one folded word each, its Arabic ones too."""
    text = files(__package__).joinpath("data", "given_names.csv").read_text(encoding="utf-8")
    for row in csv.DictReader(text.splitlines()):
        french = [fold(word).replace(" ", "") for word in row["french"].split()]
        arabic = [fold(word).replace(" ", "") for word in row["arabic"].split()]
        called = fold(row["french"].split()[0])
        yield GivenName(called, french_letters(french[0]), arabic_letters(arabic[0])), french, arabic
