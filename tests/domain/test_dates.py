"""Dates, by the forms in which people print them (``tests/vectors.toml``)."""

from __future__ import annotations

import datetime
import tomllib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reinsert_cli.domain import language
from reinsert_cli.domain.dates import PartialDate, date_of_cell, read_date
from reinsert_cli.domain.faults import Fault

DATES = tomllib.loads((Path(__file__).parents[1] / "vectors.toml").read_text(encoding="utf-8"))["dates"]
DAYS = st.dates(datetime.date(1900, 1, 1), datetime.date(2100, 12, 31))
MOROCCAN = ["يناير", "فبراير", "مارس", "أبريل", "ماي", "يونيو", "يوليوز", "غشت", "شتنبر", "أكتوبر", "نونبر", "دجنبر"]
FRENCH = [
    "janvier",
    "février",
    "mars",
    "avril",
    "mai",
    "juin",
    "juillet",
    "août",
    "septembre",
    "octobre",
    "novembre",
    "décembre",
]
FRENCH_DAYS = ["lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche"]


@pytest.fixture(autouse=True)
def _in_english() -> None:
    language.use("en")


@pytest.mark.parametrize(("printed", "iso"), DATES["read"].items())
def test_printed_dates(printed: str, iso: str) -> None:
    """«الأربعاء المقبل: 11 أكتوبر 2017» is 2017-10-11, ``mars 2019`` stays a month."""
    date = read_date(printed)
    assert isinstance(date, PartialDate)
    assert date.iso == iso


@pytest.mark.parametrize("printed", DATES["refuse"]["printed"])
def test_refused_dates(printed: str) -> None:
    """A missing part is never taken from today."""
    assert isinstance(read_date(printed), Fault)


@pytest.mark.parametrize(("printed", "code"), DATES["faults"].items())
def test_the_fault_of_each_refused_date(printed: str, code: str) -> None:
    """``31/02/2024`` is in no calendar."""
    fault = read_date(printed)
    assert isinstance(fault, Fault)
    assert fault.code == f"date.{code}"


@pytest.mark.parametrize(
    ("printed", "params"),
    [
        ("12/31/2024", {"suggestion": "2024-12-31"}),
        ("06/12/24", {"first": "2024-12-06", "second": "1924-12-06"}),
        ("mercredi 6 décembre 2024", {"weekday": "Wednesday", "actual": "Friday"}),
    ],
)
def test_what_a_fault_tells(printed: str, params: dict[str, str]) -> None:
    """A contradiction is shown with both its sides."""
    fault = read_date(printed)
    assert isinstance(fault, Fault)
    assert fault.params == {"printed": printed, **params}


@given(DAYS)
def test_every_day_is_read_back(day: datetime.date) -> None:
    """In ISO, day first, in French with its weekday, in Moroccan Arabic."""
    forms = (
        day.isoformat(),
        f"{day:%d/%m/%Y}",
        f"{FRENCH_DAYS[day.weekday()]} {day.day} {FRENCH[day.month - 1]} {day.year}",
        f"{day.day} {MOROCCAN[day.month - 1]} {day.year}",
    )
    assert {read_date(form) for form in forms} == {date_of_cell(day)}


@given(DAYS, st.integers(1, 3))
def test_partial_dates_survive_their_iso_form(day: datetime.date, parts: int) -> None:
    """``2017-09`` comes back a month, and is read as one."""
    date = PartialDate(*(day.year, day.month, day.day)[:parts])
    assert PartialDate.from_iso(date.iso) == date == read_date(date.iso)
    assert date.first <= day <= date.last


@given(st.text(max_size=120))
def test_no_text_breaks_the_reader(text: str) -> None:
    """Cells hold anything."""
    assert isinstance(read_date(text), PartialDate | Fault)


@given(st.text(alphabet="0123456789 /.-:T<>?mars ماي", max_size=30))
def test_no_near_date_breaks_the_reader(text: str) -> None:
    """Nor do texts made of what dates are made of."""
    assert isinstance(read_date(text), PartialDate | Fault)


def test_the_vaguer_date_comes_first() -> None:
    """2017 < 2017-09 < 2017-09-01 < 2018."""
    dates = [PartialDate(2018), PartialDate(2017, 9, 1), PartialDate(2017), PartialDate(2017, 9)]
    assert [str(date) for date in sorted(dates)] == ["2017", "2017-09", "2017-09-01", "2018"]


def test_the_last_day_that_a_date_can_mean() -> None:
    """February of a leap year ends on the 29th."""
    assert PartialDate(2019).last == datetime.date(2019, 12, 31)
    assert PartialDate(2020, 2).last == datetime.date(2020, 2, 29)


def test_cells_with_a_time_keep_their_day() -> None:
    """A spreadsheet's date is often a midnight."""
    assert date_of_cell(datetime.datetime(2024, 12, 6, 23, 30)) == PartialDate(2024, 12, 6)  # noqa: DTZ001


@pytest.mark.parametrize("text", ["", "2024-2-1", "2024-02-30", "06/12/2024", "2024-00", "٢٠٢٤"])
def test_from_iso_takes_nothing_else(text: str) -> None:
    """It reads what ``iso`` wrote."""
    with pytest.raises(ValueError, match=r"."):
        PartialDate.from_iso(text)


def test_a_day_needs_its_month() -> None:
    """The sixth of 2024 is no date."""
    with pytest.raises(ValueError, match="month"):
        PartialDate(2024, None, 6)
