"""When a funded project is to be visited, and which of these visits a day stands for.

Months are counted as people count them: six months after 31 August is the last day of February.
"""

from __future__ import annotations

import calendar
from datetime import date
from typing import Final

from reinsert_cli.domain.dates import DECEMBER
from reinsert_cli.domain.vocabulary import MILESTONES

EARLY: Final = 1
"""How many months before its day a visit may already stand for a milestone."""

_AFTER_THE_LAST: Final = 36
"""What would come after the last milestone, by which its reach is told."""


def add_months(day: date, months: int) -> date:
    """Give the same day some months later (earlier, where ``months`` is negative), or the last of a shorter month."""
    year, month = divmod(day.year * DECEMBER + day.month - 1 + months, DECEMBER)
    return date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))


def elapsed(since: date, day: date) -> tuple[int, int]:
    """Give the whole months and the days beyond them from ``since`` to ``day``, which is not before it."""
    months = (day.year - since.year) * DECEMBER + day.month - since.month
    if add_months(since, months) > day:
        months -= 1
    return months, (day - add_months(since, months)).days


def milestone_of(funded: date, visited: date) -> int | None:
    """Give the milestone that a visit stands for: the one that is within reach, None between two.

    A milestone is within reach from a month before its day to halfway to the next one's: 6 months from 5 to 9; the
    last one, 24 months, to 30.
    """
    following = (*MILESTONES[1:], _AFTER_THE_LAST)
    for milestone, later in zip(MILESTONES, following, strict=True):
        due = add_months(funded, milestone)
        halfway = due + (add_months(funded, later) - due) / 2
        if add_months(due, -EARLY) <= visited < halfway:
            return milestone
    return None
