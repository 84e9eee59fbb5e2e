"""The sectors and centres that every ledger starts with, and how their names are read.

The sectors are those the national micro-project programme names in public (exercise 2019); the centres
are the foundation's accompaniment centres, known by their city.
"""

from __future__ import annotations

import csv
from dataclasses import dataclass
from functools import cache
from importlib.resources import files


@dataclass(frozen=True, slots=True)
class Sector:
    """A sector of activity, by code."""

    code: str
    name_fr: str
    name_ar: str


@dataclass(frozen=True, slots=True)
class Centre:
    """An accompaniment centre, by the code of its city, and its province."""

    code: str
    province: str
    name_fr: str
    name_ar: str


@cache
def sectors() -> tuple[Sector, ...]:
    """Give the sectors, in the order in which the programme names them."""
    return tuple(Sector(**row) for row in _rows("sectors.csv"))


@cache
def centres() -> tuple[Centre, ...]:
    """Give the centres."""
    return tuple(Centre(**row) for row in _rows("centres.csv"))


def _rows(name: str) -> list[dict[str, str]]:
    text = files("reinsert_cli.domain").joinpath("data", name).read_text(encoding="utf-8")
    return list(csv.DictReader(text.splitlines()))
