"""Numbers that a spreadsheet shows as dates, times and durations."""

from __future__ import annotations

import re
from datetime import date, datetime, time, timedelta
from functools import lru_cache
from typing import Final, Literal

from reinsert_cli.importers.sheet import Cell

Shown = Literal["number", "date", "duration"]
"""As what a number format shows a number; a time of day is a date without days."""

_BUILT_IN: Final[dict[int, Shown]] = {
    **dict.fromkeys((*range(14, 23), *range(27, 37), 45, 47, *range(50, 59)), "date"),
    46: "duration",
}
"""ECMA-376 part 1, 18.8.30; 27–36 and 50–58 are dates in the East Asian versions and reserved elsewhere."""

_LITERAL: Final = re.compile(r'"[^"]*"?|[\\_*].')
_BRACKET: Final = re.compile(r"\[[^\]]*\]?")
_ELAPSED: Final = re.compile(r"\[(?:h+|m+|s+)\]", re.IGNORECASE)
_DATE_LETTER: Final = re.compile(r"[dmyhs]|a(?:m/p|/p)|e+", re.IGNORECASE)
_GENERAL: Final = re.compile("general|standard", re.IGNORECASE)

_DAY: Final = 86_400_000
_FIRST_1900: Final = datetime(1899, 12, 30)  # noqa: DTZ001  (spreadsheets know no time zone)
_FIRST_1904: Final = datetime(1904, 1, 1)  # noqa: DTZ001
_LEAP_THAT_NEVER_WAS: Final = 60
"""In the 1900 system, day 60 is 29 February 1900, kept for Lotus 1-2-3; days before it are one too low."""


@lru_cache(maxsize=4096)
def shown_as(format_id: int, code: str | None = None) -> Shown:
    """Tell what a number format shows, by its code if the workbook defines one, else by its built-in number."""
    if code is None:
        return _BUILT_IN.get(format_id, "number")
    first = _GENERAL.sub("", _LITERAL.sub("", code)).split(";")[0]
    if _ELAPSED.search(first):
        return "duration"
    plain = _BRACKET.sub("", first)
    return "date" if _DATE_LETTER.search(plain) and not re.search(r"[0#?]E[+-]", plain) else "number"


def cell_of(number: float, shown: Shown, *, is_1904: bool = False) -> Cell:
    """Give a number as it is shown: a date, a date and time, a time of day below one, a duration as text.

    A number that is no date of the calendar stays a number.
    """
    if shown == "number":
        return number
    try:
        return duration_text(timedelta(days=number)) if shown == "duration" else _moment(number, is_1904=is_1904)
    except (OverflowError, ValueError):
        return number


def _moment(number: float, *, is_1904: bool) -> Cell:
    if number < 0:
        return number
    days, rest = divmod(round(number * _DAY), _DAY)
    clock = timedelta(milliseconds=rest)
    if days == 0:
        return (_FIRST_1904 + clock).time()
    if not is_1904 and days < _LEAP_THAT_NEVER_WAS:
        days += 1
    moment = (_FIRST_1904 if is_1904 else _FIRST_1900) + timedelta(days=days)
    return moment + clock if clock else moment.date()


def duration_text(duration: timedelta) -> str:
    """Give a duration as spreadsheets show it: ``30:00:00``."""
    seconds = round(abs(duration).total_seconds())
    sign = "-" if duration < timedelta() else ""
    return f"{sign}{seconds // 3600:02}:{seconds // 60 % 60:02}:{seconds % 60:02}"


_ISO_DURATION: Final = re.compile(r"(-)?P(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+(?:[.,]\d+)?)S)?)?", re.ASCII)


def of_iso(printed: str) -> date | datetime | time | str:
    """Read an ISO 8601 date, date and time, or time; another text stays itself."""
    printed = printed.strip().removesuffix("Z")
    for kind in (date, datetime, time):
        try:
            return kind.fromisoformat(printed)
        except ValueError:
            continue
    return printed


def of_iso_duration(printed: str) -> time | str:
    """Read an ISO 8601 duration: below a day a time of day (OpenDocument has no other), else as text."""
    found = _ISO_DURATION.fullmatch(printed.strip())
    if not found:
        return printed
    sign, days, hours, minutes, seconds = found.groups()
    try:
        length = timedelta(
            int(days or 0), float((seconds or "0").replace(",", ".")), 0, 0, int(minutes or 0), int(hours or 0)
        )
    except OverflowError:
        return printed
    if sign or length >= timedelta(days=1):
        return duration_text(-length if sign else length)
    return (_FIRST_1904 + length).time()
