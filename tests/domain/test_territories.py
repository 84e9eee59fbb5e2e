"""Regions, prefectures and provinces, by their printed names (``tests/vectors.toml``)."""

from __future__ import annotations

import tomllib
from collections import Counter
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reinsert_cli.domain import language
from reinsert_cli.domain.faults import Fault
from reinsert_cli.domain.territories import (
    Territory,
    provinces,
    read_province,
    read_region,
    read_territory,
    regions,
)

VECTORS = tomllib.loads((Path(__file__).parents[1] / "vectors.toml").read_text(encoding="utf-8"))
EVERYWHERE = (*regions(), *provinces())


@pytest.fixture(autouse=True)
def _in_french() -> None:
    language.use("fr")


@pytest.mark.parametrize(("printed", "code"), VECTORS["territories"].items())
def test_printed_territories(printed: str, code: str) -> None:
    """«عمالة الصخيرات تمارة» is MA-SKH."""
    territory = read_territory(printed)
    assert isinstance(territory, Territory)
    assert territory.code == code


@pytest.mark.parametrize(("printed", "suggestion"), VECTORS["territories_unknown"].items())
def test_near_misses_are_shown_and_not_taken(printed: str, suggestion: str) -> None:
    """``Fess`` is not taken for Fès."""
    fault = read_territory(printed)
    example = suggestion or "MA-FES"
    assert fault == Fault("territory.unknown", {"printed": printed, "suggestion": suggestion, "example": example})


def test_there_are_12_regions_and_75_provinces() -> None:
    """Of the 2015 division, by region."""
    assert [region.code for region in regions()] == [f"MA-{number:02d}" for number in range(1, 13)]
    by_region = Counter(province.region for province in provinces())
    assert [by_region[region.code] for region in regions()] == [8, 8, 9, 7, 5, 9, 8, 5, 6, 4, 4, 2]


@pytest.mark.parametrize("territory", EVERYWHERE, ids=lambda territory: territory.code)
def test_every_code_and_name_is_read(territory: Territory) -> None:
    """Its code in any case, its names with and without hyphens and accents."""
    names = (territory.code, territory.name_fr, territory.name_ar)
    printed = [form for name in names for form in (name, name.lower(), name.upper(), name.replace("-", " "))]
    assert {read_territory(form) for form in printed} == {territory}


def test_the_level_asked_for_is_the_level_given() -> None:
    """A region is no province."""
    assert isinstance(read_province("Souss-Massa"), Fault)
    assert isinstance(read_region("MA-FES"), Fault)
    assert read_region("جهة سوس ماسة") == regions()[8]


def test_the_region_of_a_province() -> None:
    """Nouaceur is in Casablanca-Settat, whatever ISO's tables say; a region is its own."""
    regions_of = {place.code: place.region for place in (*provinces(), *regions())}
    assert [regions_of["MA-NOU"], regions_of["MA-CHT"], regions_of["MA-05"]] == ["MA-06", "MA-09", "MA-05"]


def test_names_follow_the_reader() -> None:
    """Arabic for an Arabic reader, French otherwise."""
    language.use("ar")
    assert regions()[8].name == "سوس-ماسة"


@given(st.text(max_size=150))
def test_no_text_breaks_the_reader(text: str) -> None:
    """Cells hold anything."""
    assert isinstance(read_territory(text), Territory | Fault)
