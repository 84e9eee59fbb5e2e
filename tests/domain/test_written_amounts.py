"""Amounts as minutes and receipts spell them: tables made by hand, and what holds for every amount."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reinsert_cli.domain import written_arabic, written_french
from reinsert_cli.domain.written_arabic import PERSON

DIRHAMS = [
    (0, "zéro dirham", "صفر درهم"),
    (1, "un dirham", "درهم واحد"),
    (2, "deux dirhams", "درهمان"),
    (3, "trois dirhams", "ثلاثة دراهم"),
    (7, "sept dirhams", "سبعة دراهم"),
    (8, "huit dirhams", "ثمانية دراهم"),
    (10, "dix dirhams", "عشرة دراهم"),
    (11, "onze dirhams", "أحد عشر درهما"),
    (12, "douze dirhams", "اثنا عشر درهما"),
    (13, "treize dirhams", "ثلاثة عشر درهما"),
    (16, "seize dirhams", "ستة عشر درهما"),
    (17, "dix-sept dirhams", "سبعة عشر درهما"),
    (19, "dix-neuf dirhams", "تسعة عشر درهما"),
    (20, "vingt dirhams", "عشرون درهما"),
    (21, "vingt et un dirhams", "واحد وعشرون درهما"),
    (22, "vingt-deux dirhams", "اثنان وعشرون درهما"),
    (31, "trente et un dirhams", "واحد وثلاثون درهما"),
    (45, "quarante-cinq dirhams", "خمسة وأربعون درهما"),
    (56, "cinquante-six dirhams", "ستة وخمسون درهما"),
    (60, "soixante dirhams", "ستون درهما"),
    (61, "soixante et un dirhams", "واحد وستون درهما"),
    (70, "soixante-dix dirhams", "سبعون درهما"),
    (71, "soixante et onze dirhams", "واحد وسبعون درهما"),
    (72, "soixante-douze dirhams", "اثنان وسبعون درهما"),
    (77, "soixante-dix-sept dirhams", "سبعة وسبعون درهما"),
    (80, "quatre-vingts dirhams", "ثمانون درهما"),
    (81, "quatre-vingt-un dirhams", "واحد وثمانون درهما"),
    (90, "quatre-vingt-dix dirhams", "تسعون درهما"),
    (91, "quatre-vingt-onze dirhams", "واحد وتسعون درهما"),
    (99, "quatre-vingt-dix-neuf dirhams", "تسعة وتسعون درهما"),
    (100, "cent dirhams", "مائة درهم"),
    (101, "cent un dirhams", "مائة درهم ودرهم واحد"),
    (102, "cent deux dirhams", "مائة درهم ودرهمان"),
    (103, "cent trois dirhams", "مائة وثلاثة دراهم"),
    (110, "cent dix dirhams", "مائة وعشرة دراهم"),
    (111, "cent onze dirhams", "مائة وأحد عشر درهما"),
    (180, "cent quatre-vingts dirhams", "مائة وثمانون درهما"),
    (200, "deux cents dirhams", "مائتا درهم"),
    (201, "deux cent un dirhams", "مائتا درهم ودرهم واحد"),
    (250, "deux cent cinquante dirhams", "مائتان وخمسون درهما"),
    (300, "trois cents dirhams", "ثلاثمائة درهم"),
    (380, "trois cent quatre-vingts dirhams", "ثلاثمائة وثمانون درهما"),
    (800, "huit cents dirhams", "ثمانمائة درهم"),
    (999, "neuf cent quatre-vingt-dix-neuf dirhams", "تسعمائة وتسعة وتسعون درهما"),
    (1000, "mille dirhams", "ألف درهم"),
    (1001, "mille un dirhams", "ألف درهم ودرهم واحد"),
    (1200, "mille deux cents dirhams", "ألف ومائتا درهم"),
    (1999, "mille neuf cent quatre-vingt-dix-neuf dirhams", "ألف وتسعمائة وتسعة وتسعون درهما"),
    (2000, "deux mille dirhams", "ألفا درهم"),
    (2500, "deux mille cinq cents dirhams", "ألفان وخمسمائة درهم"),
    (3000, "trois mille dirhams", "ثلاثة آلاف درهم"),
    (10_000, "dix mille dirhams", "عشرة آلاف درهم"),
    (11_000, "onze mille dirhams", "أحد عشر ألف درهم"),
    (12_500, "douze mille cinq cents dirhams", "اثنا عشر ألفا وخمسمائة درهم"),
    (17_000, "dix-sept mille dirhams", "سبعة عشر ألف درهم"),
    (21_000, "vingt et un mille dirhams", "واحد وعشرون ألف درهم"),
    (71_000, "soixante et onze mille dirhams", "واحد وسبعون ألف درهم"),
    (80_000, "quatre-vingt mille dirhams", "ثمانون ألف درهم"),
    (80_080, "quatre-vingt mille quatre-vingts dirhams", "ثمانون ألفا وثمانون درهما"),
    (100_000, "cent mille dirhams", "مائة ألف درهم"),
    (103_000, "cent trois mille dirhams", "مائة وثلاثة آلاف درهم"),
    (200_000, "deux cent mille dirhams", "مائتا ألف درهم"),
    (200_500, "deux cent mille cinq cents dirhams", "مائتا ألف وخمسمائة درهم"),
    (
        267_788,
        "deux cent soixante-sept mille sept cent quatre-vingt-huit dirhams",
        "مائتان وسبعة وستون ألفا وسبعمائة وثمانية وثمانون درهما",
    ),
    (
        899_944,
        "huit cent quatre-vingt-dix-neuf mille neuf cent quarante-quatre dirhams",
        "ثمانمائة وتسعة وتسعون ألفا وتسعمائة وأربعة وأربعون درهما",
    ),
    (1_000_000, "un million de dirhams", "مليون درهم"),
    (1_000_001, "un million un dirhams", "مليون درهم ودرهم واحد"),
    (1_654_000, "un million six cent cinquante-quatre mille dirhams", "مليون وستمائة وأربعة وخمسون ألف درهم"),
    (2_000_000, "deux millions de dirhams", "مليونا درهم"),
    (2_500_000, "deux millions cinq cent mille dirhams", "مليونان وخمسمائة ألف درهم"),
    (3_000_000, "trois millions de dirhams", "ثلاثة ملايين درهم"),
    (13_500_000, "treize millions cinq cent mille dirhams", "ثلاثة عشر مليونا وخمسمائة ألف درهم"),
    (80_000_000, "quatre-vingts millions de dirhams", "ثمانون مليون درهم"),
    (200_000_000, "deux cents millions de dirhams", "مائتا مليون درهم"),
    (1_000_000_000, "un milliard de dirhams", "مليار درهم"),
    (3_000_000_000, "trois milliards de dirhams", "ثلاثة ملايير درهم"),
]
CENTIMES = [
    (1, "un centime", "سنتيم واحد"),
    (2, "deux centimes", "سنتيمان"),
    (10, "dix centimes", "عشرة سنتيمات"),
    (11, "onze centimes", "أحد عشر سنتيما"),
    (50, "cinquante centimes", "خمسون سنتيما"),
    (99, "quatre-vingt-dix-neuf centimes", "تسعة وتسعون سنتيما"),
    (101, "un dirham et un centime", "درهم واحد وسنتيم واحد"),
    (202, "deux dirhams et deux centimes", "درهمان وسنتيمان"),
    (1_700_050, "dix-sept mille dirhams et cinquante centimes", "سبعة عشر ألف درهم وخمسون سنتيما"),
    (
        26_778_801,
        "deux cent soixante-sept mille sept cent quatre-vingt-huit dirhams et un centime",
        "مائتان وسبعة وستون ألفا وسبعمائة وثمانية وثمانون درهما وسنتيم واحد",
    ),
]


@pytest.mark.parametrize(("dirhams", "french", "arabic"), DIRHAMS)
def test_whole_dirhams(dirhams: int, french: str, arabic: str) -> None:
    assert written_french.amount(dirhams * 100) == french
    assert written_arabic.amount(dirhams * 100) == arabic


@pytest.mark.parametrize(("centimes", "french", "arabic"), CENTIMES)
def test_with_centimes(centimes: int, french: str, arabic: str) -> None:
    assert written_french.amount(centimes) == french
    assert written_arabic.amount(centimes) == arabic


@pytest.mark.parametrize(
    ("people", "french", "arabic"),
    [
        (1, "un bénéficiaire", "مستفيد واحد"),
        (2, "deux bénéficiaires", "مستفيدان"),
        (10, "dix bénéficiaires", "عشرة مستفيدين"),
        (25, "vingt-cinq bénéficiaires", "خمسة وعشرون مستفيدا"),
        (100, "cent bénéficiaires", "مائة مستفيد"),
    ],
)
def test_people(people: int, french: str, arabic: str) -> None:
    assert written_french.counted(people, "bénéficiaire") == french
    assert written_arabic.counted(people, PERSON) == arabic


@pytest.mark.parametrize("value", [-1, 10**14])
def test_what_is_not_spelled(value: int) -> None:
    for amount in (written_french.amount, written_arabic.amount):
        with pytest.raises(ValueError, match="spelled"):
            amount(value)


@given(st.integers(0, 10**14 - 1), st.integers(0, 10**14 - 1))
def test_two_amounts_are_never_spelled_alike(one: int, other: int) -> None:
    """… in either language, so that the words decide where the figures are doubted."""
    for amount in (written_french.amount, written_arabic.amount):
        assert (amount(one) == amount(other)) == (one == other)
        assert amount(one) == " ".join(amount(one).split())
