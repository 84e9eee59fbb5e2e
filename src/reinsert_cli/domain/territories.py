"""The 12 regions and 75 prefectures and provinces of Morocco, and how their names are read.

Codes are ISO 3166-2:MA; the region of each province is that of the 2015 division (ISO's own tables misplace
Nouaceur and Chtouka-Aït Baha). Names come from the Haut-Commissariat au Plan, RGPH 2024, reused under its
CC BY 4.0 terms, spellings normalised. ``aliases.csv`` adds the other spellings in print, chief towns, and the
eight arrondissement prefectures of Casablanca, which belong to MA-CAS.
"""

from __future__ import annotations

import csv
import difflib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files
from types import MappingProxyType
from typing import Final, Literal, cast

from reinsert_cli.domain import language
from reinsert_cli.domain.faults import Fault
from reinsert_cli.domain.text import fold, shown

Level = Literal["region", "province"]
Kind = Literal["region", "prefecture", "province"]

LONGEST: Final = 100
EXAMPLE: Final = "MA-FES"

_NEAR: Final = 0.75
_ARTICLES: Final = frozenset(fold("l' le la les el al es ed de d' du des").split())
_KINDS: Final[dict[Level | None, str]] = {
    "region": "région régions جهة",
    "province": "province provinces préfecture préfectures arrondissements prov pref préf p pce"
    " عمالة إقليم عمالات أقاليم مقاطعات",
    None: "wilaya ville cité ولاية مدينة",
}


@dataclass(frozen=True, slots=True)
class Territory:
    """A region or a province: ISO 3166-2 code, names, the code of its region (a region's is its own), kind."""

    code: str
    name_fr: str
    name_ar: str
    region: str
    kind: Kind

    @property
    def name(self) -> str:
        """Its name in the reader's language, the French one in English."""
        return self.name_ar if language.current() == "ar" else self.name_fr


@cache
def regions() -> tuple[Territory, ...]:
    """Give the regions in the order of their codes."""
    return tuple(
        Territory(row["code"], row["name_fr"], row["name_ar"], row["code"], "region") for row in _rows("regions.csv")
    )


@cache
def provinces() -> tuple[Territory, ...]:
    """Give the prefectures and provinces by region, each region's prefectures first."""
    return tuple(
        Territory(row["code"], row["name_fr"], row["name_ar"], row["region"], cast(Kind, row["kind"]))
        for row in _rows("provinces.csv")
    )


def read_province(printed: str) -> Territory | Fault:
    """Read a prefecture or province: its name in French or Arabic, its chief town, or its code.

    Fault: ``territory.unknown``.
    """
    return _read(printed, ("province",))


def read_region(printed: str) -> Territory | Fault:
    """Read a region: its name in French or Arabic, or its code. Fault: ``territory.unknown``."""
    return _read(printed, ("region",))


def read_territory(printed: str) -> Territory | Fault:
    """Read a region or a province: ``préfecture de``, ``جهة`` … decide; else a region's full name comes first.

    Fault: ``territory.unknown``, with the nearest name as its ``suggestion``, which is never taken.
    """
    return _read(printed, ("region", "province"))


def _rows(name: str) -> list[dict[str, str]]:
    """Read one of the tables beside this module."""
    text = files(__package__).joinpath("data", name).read_text(encoding="utf-8")
    return list(csv.DictReader(text.splitlines()))


@cache
def _by_code() -> Mapping[str, Territory]:
    return MappingProxyType({territory.code: territory for territory in (*regions(), *provinces())})


@cache
def _names() -> Mapping[Level, Mapping[str, Territory]]:
    """Give the territories of each level by key: codes, names and aliases."""
    names: dict[Level, dict[str, Territory]] = {"region": {}, "province": {}}
    for territory in _by_code().values():
        for name in (territory.code, territory.name_fr, territory.name_ar):
            names[_level(territory)][_key(fold(name).split())] = territory
    for alias in _rows("aliases.csv"):
        territory = _by_code()[alias["code"]]
        names[_level(territory)].setdefault(_key(fold(alias["printed"]).split()), territory)
    return names


def _level(territory: Territory) -> Level:
    return "region" if territory.code == territory.region else "province"


@cache
def _kinds() -> Mapping[str, Level | None]:
    """Give what each folded kind word decides, behind the prepositions ب and ل too."""
    plain = {word: level for level, words in _KINDS.items() for word in fold(words).split()}
    return plain | {f"{preposition}{word}": level for word, level in plain.items() for preposition in "بل"}


def _read(printed: str, levels: tuple[Level, ...]) -> Territory | Fault:
    """Look up ``printed`` among the names of ``levels``, or of the one that its kind word decides."""
    code = _found(printed, levels) if len(printed) <= LONGEST else None
    return _by_code()[code] if code else _unknown(printed, levels)


@lru_cache(maxsize=4096)
def _found(printed: str, levels: tuple[Level, ...]) -> str | None:
    """Give the code of an exact name."""
    decided, words = _without_kind(_without_trailing_kind(fold(printed).split()))
    key = _key(words)
    matches = (_names()[level].get(key) for level in levels if decided in {None, level})
    return next((territory.code for territory in matches if territory), None)


def _without_kind(words: list[str]) -> tuple[Level | None, list[str]]:
    """Cut off the kind words and articles that lead, and give the level that the last of them decides."""
    decided: Level | None = None
    for position, word in enumerate(words):
        if word not in _kinds() and word not in _ARTICLES:
            return decided, words[position:]
        decided = _kinds().get(word) or decided
    return decided, []


def _without_trailing_kind(words: list[str]) -> list[str]:
    """Turn ``Fès (préfecture)`` into ``préfecture Fès``."""
    is_behind = len(words) > 1 and _kinds().get(words[-1]) and words[0] not in _kinds()
    return [words[-1], *words[:-1]] if is_behind else words


def _key(words: list[str]) -> str:
    """Join folded words without articles: «L’Oriental» is ``oriental``, «الصخيرات-تمارة» is ``صخيراتتماره``."""
    return "".join(word.removeprefix("ال") for word in words if word not in _ARTICLES)


def _unknown(printed: str, levels: tuple[Level, ...]) -> Fault:
    """Name the nearest territory; the example is it, or a code when nothing is near."""
    near = _nearest(printed[:LONGEST], levels)
    suggestion = _by_code()[near].name if near else ""
    text = shown(printed, lambda _word: True)
    return Fault("territory.unknown", {"printed": text, "suggestion": suggestion, "example": suggestion or EXAMPLE})


@lru_cache(maxsize=4096)
def _nearest(printed: str, levels: tuple[Level, ...]) -> str | None:
    """Give the code of the territory whose key is most like that of ``printed``, if any is like it."""
    decided, words = _without_kind(fold(printed).split())
    allowed = (level for level in levels if decided in {None, level})
    keys = {key: territory.code for level in allowed for key, territory in _names()[level].items()}
    found = difflib.get_close_matches(_key(words), keys, 1, _NEAR)
    return keys[found[0]] if found else None
