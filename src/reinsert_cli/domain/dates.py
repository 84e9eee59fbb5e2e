"""Dates that may be known to the day, the month or the year only, read as people print them.

The day stands first (``06/12/2024``), unless the year does (ISO 8601). A missing part is never taken from
today, and a weekday that contradicts its date is a fault.
"""

from __future__ import annotations

import calendar
import datetime
import re
from dataclasses import dataclass, field
from functools import total_ordering
from typing import Final, Self

from reinsert_cli.domain import language
from reinsert_cli.domain.date_words import FILLERS, HIJRI, MONTHS, WEEKDAY_NAMES, WEEKDAYS, is_known
from reinsert_cli.domain.faults import Fault
from reinsert_cli.domain.text import fold_letters, shown

LONGEST: Final = 100
FIRST_YEAR: Final = 1900
LAST_YEAR: Final = 2100
DECEMBER: Final = 12
_EPOCH: Final = datetime.date(1899, 12, 30)
SERIALS: Final = range(LAST_YEAR + 1, 73051)
"""The serial numbers that are days of these centuries and cannot be years."""

_HIJRI_YEARS: Final = range(1318, 1500)
"""What would be a year of the Hijri calendar in this century or the last."""


@total_ordering
@dataclass(frozen=True, slots=True)
class PartialDate:
    """A year, a month of it or a day of it; the vaguer of two comes first (2017 < 2017-09 < 2017-09-01).

    Raises ``ValueError`` for a day without a month and for a day that no calendar has.
    """

    year: int
    month: int | None = None
    day: int | None = None
    iso: str = field(init=False, repr=False, compare=False)
    """The date as ``2019``, ``2017-09`` or ``2017-09-28``."""

    def __post_init__(self) -> None:
        if self.month is None and self.day is not None:
            raise ValueError("a day needs its month")
        first = datetime.date(self.year, 1 if self.month is None else self.month, 1 if self.day is None else self.day)
        length = len("2017") if self.month is None else len("2017-09") if self.day is None else len("2017-09-28")
        object.__setattr__(self, "iso", first.isoformat()[:length])

    def __lt__(self, other: PartialDate) -> bool:
        return self._key() < other._key()

    def __str__(self) -> str:
        return self.iso

    def _key(self) -> tuple[int, int, int]:
        return self.year, self.month or 0, self.day or 0

    @classmethod
    def from_iso(cls, text: str) -> Self:
        """Give the date that :attr:`iso` wrote; ``ValueError`` for any other text."""
        if not _ISO.fullmatch(text):
            raise ValueError(f"not an ISO date: {text[:20]!r}")
        return cls(*map(int, text.split("-")))

    @property
    def first(self) -> datetime.date:
        """The earliest day it may be."""
        return datetime.date(self.year, self.month or 1, self.day or 1)

    @property
    def last(self) -> datetime.date:
        """The latest day it may be."""
        month = self.month or DECEMBER
        return datetime.date(self.year, month, self.day or calendar.monthrange(self.year, month)[1])


def is_before(day: str, other: str | None) -> bool:
    """Tell whether an ISO date is before another, as far as both are known: 2025-02 is not before 2025-02-18."""
    return other is not None and day[: len(other)] < other[: len(day)]


def first_day(day: str) -> str:
    """Give the first day that an ISO date, possibly partial, can mean: 2025-02-01 for 2025-02."""
    return f"{day}-01-01"[: len("2025-02-01")]


def date_of_cell(value: datetime.date) -> PartialDate:
    """Give the day of a spreadsheet's date or date-and-time cell."""
    return PartialDate(value.year, value.month, value.day)


def date_of_serial(serial: int) -> PartialDate:
    """Give the day of a spreadsheet's serial number, counted as Excel does from 1900: 45632 is 2024-12-06."""
    return date_of_cell(_EPOCH + datetime.timedelta(days=serial))


def read_date(printed: str, years: range = range(0)) -> PartialDate | Fault:
    """Read a printed date: ``الخميس: 28 شتنبر 2017`` is 2017-09-28, ``mars 2019`` is 2019-03.

    A year of two digits is one of ``years``, where only one of them can be meant.

    Faults: ``date.empty``, ``unreadable``, ``year_missing``, ``two_digit_year``, ``day_first``,
    ``impossible``, ``year_range``, ``hijri`` and ``weekday``.
    """
    text = fold_letters(printed) if len(printed) <= LONGEST else printed
    if not text:
        return Fault("date.empty")
    if len(text) > LONGEST:
        return _fault("unreadable", printed)
    if HIJRI.search(text):
        return _fault("hijri", printed)
    weekdays: set[int] = set()
    canonical = _canonical(_without_time(text), weekdays)
    found = _matched(canonical)
    if found is None:
        return _fault("year_missing" if weekdays and not canonical else "unreadable", printed)
    date = _date(found.groupdict(), printed, years)
    return date if isinstance(date, Fault) else _agreeing(date, weekdays, printed)


_ISO: Final = re.compile(r"[0-9]{4}(?:-[0-9]{2}){0,2}")
_ISO_TIME: Final = re.compile(r"(?P<date>[0-9]{4}-[0-9]{2}-[0-9]{2})[t ](?P<time>[0-9]{2}.*)")
_CLOCK: Final = re.compile(r"[ t][0-9]{1,2}[:h][0-9]{2}(?::[0-9]{2}(?:\.[0-9]+)?)?$")
_ORDINAL: Final = re.compile(r"(?<=[0-9])(?:er|ere|eme|e|st|nd|rd|th)\b")
_WORD: Final = re.compile(r"[^\W\d_]+['.]?")
_AROUND_MONTH: Final = re.compile(r"[ /.-]*(<[0-9]+>)[ /.-]*")
_AROUND_MARK: Final = re.compile(r" ?([/.-]) ?")
_PUNCTUATION: Final = str.maketrans(",;:،؛()", "       ")

_DAY: Final = r"(?P<day>[0-9]{1,2})"
_MONTH: Final = r"(?P<month>[0-9]{1,2})"
_NAMED: Final = r"<(?P<month>[0-9]+)>"
_YEAR: Final = r"(?P<year>[0-9]{4})"
_SHORT: Final = r"(?P<short>[0-9]{2})"
_MARK: Final = r"(?P<mark>[/.-])"
_RULES: Final = tuple(
    re.compile(rule)
    for rule in (
        _YEAR,
        rf"{_YEAR}{_MARK}{_MONTH}(?P=mark){_DAY}",
        rf"{_YEAR}[/-]{_MONTH}",
        rf"{_DAY}(?P<mark>[/. -]){_MONTH}(?P=mark){_YEAR}",
        rf"{_DAY}{_MARK}{_MONTH}(?P=mark){_SHORT}",
        rf"{_MONTH}[/-]{_YEAR}",
        rf"{_DAY}[/-]{_MONTH}",
        rf"{_DAY} {_NAMED} {_YEAR}",
        rf"{_DAY} {_NAMED} {_SHORT}",
        rf"{_NAMED} {_DAY} {_YEAR}",
        rf"{_YEAR} {_NAMED} {_DAY}",
        rf"{_YEAR} {_NAMED}",
        rf"{_NAMED} {_YEAR}",
        rf"{_DAY} {_NAMED}",
        _NAMED,
    )
)


def _without_time(text: str) -> str:
    """Leave out the time of day; a text that begins as ISO 8601 must be right to its end, zone included."""
    iso = _ISO_TIME.fullmatch(text)
    return _CLOCK.sub("", text) if iso is None else iso["date"] if _is_iso_time(iso) else text


def _is_iso_time(iso: re.Match[str]) -> bool:
    from dateutil.parser import isoparse  # noqa: PLC0415  (only dates with a time need it)

    try:
        isoparse(f"2000-01-01T{iso['time'].upper()}")
    except ValueError:
        return False
    return True


def _canonical(text: str, weekdays: set[int]) -> str:
    """Write months as ``<12>``, leave out fillers and weekdays, which are noted; an unknown word becomes ``?``."""

    def said(found: re.Match[str]) -> str:
        word = found[0].rstrip("'.")
        if word in WEEKDAYS:
            weekdays.add(WEEKDAYS[word])
        return f" <{MONTHS[word]}> " if word in MONTHS else " " if word in FILLERS or word in WEEKDAYS else "?"

    words = _WORD.sub(said, _ORDINAL.sub("", text.replace("<", "?"))).translate(_PUNCTUATION)
    marked = _AROUND_MARK.sub(r"\1", _AROUND_MONTH.sub(r" \1 ", words))
    return " ".join(marked.split())


def _matched(text: str) -> re.Match[str] | None:
    """Give the match of the one rule that fits the canonical form."""
    return next(filter(None, (rule.fullmatch(text) for rule in _RULES)), None)


def _date(parts: dict[str, str | None], printed: str, years: range) -> PartialDate | Fault:
    """Put the named parts of a rule together."""
    month, day = (int(part) if (part := parts.get(name)) else None for name in ("month", "day"))
    if short := parts.get("short"):
        return _two_digit_year(printed, int(short), month, day, years)
    if not parts.get("year"):
        return _fault("year_missing", printed)
    year = int(parts["year"] or 0)
    if not FIRST_YEAR <= year <= LAST_YEAR:
        return _fault("hijri" if year in _HIJRI_YEARS else "year_range", printed)
    is_year_first = next(iter(parts)) == "year"
    return _made(year, month, day) or _impossible(year, None if is_year_first else month, day, printed)


def _made(year: int, month: int | None, day: int | None) -> PartialDate | None:
    try:
        return PartialDate(year, month, day)
    except ValueError:
        return None


def _impossible(year: int, month: int | None, day: int | None, printed: str) -> Fault:
    """Say that no calendar has the date, or that it is written month first."""
    swapped = _made(year, day, month) if month and day and day <= DECEMBER < month else None
    if swapped is None:
        return _fault("impossible", printed)
    return _fault("day_first", printed, suggestion=swapped.iso)


def _two_digit_year(printed: str, short: int, month: int | None, day: int | None, years: range) -> PartialDate | Fault:
    """Give the one reading that lies in ``years``, else name both centuries', as the reader writes dates."""
    made = [date for century in (1900, 2000) if (date := _made(century + short, month, day))]
    if not made:
        return _fault("impossible", printed)
    possible = [date for date in made if date.year in years]
    if len(possible) == 1:
        return possible[0]
    first, second = (language.date(f"{century}{short:02d}-{month:02d}-{day:02d}") for century in (20, 19))
    return _fault("two_digit_year", printed, first=first, second=second)


def _agreeing(date: PartialDate, weekdays: set[int], printed: str) -> PartialDate | Fault:
    """Give the date unless a weekday stands beside it that is not its own."""
    if not weekdays:
        return date
    if date.day is None:
        return _fault("unreadable", printed)
    actual = date.first.weekday()
    wrong = sorted(weekdays - {actual})
    if not wrong:
        return date
    said, right = (language._(WEEKDAY_NAMES[number]) for number in (wrong[0], actual))
    return _fault("weekday", printed, weekday=said, actual=right)


def _fault(code: str, printed: str, **params: str) -> Fault:
    return Fault(f"date.{code}", {"printed": shown(printed, is_known), **params})
