"""Which projects live on: what is known of each on a day, and the share of those that survive.

A project that nobody visited late enough is unknown on that day: neither alive nor closed. The estimate of the share
that survives is Kaplan's and Meier's product (*Nonparametric estimation from incomplete observations*, Journal of the
American Statistical Association 53, 1958), in exact fractions.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from typing import Literal, TypeVar

from reinsert_cli.domain.dates import PartialDate
from reinsert_cli.domain.milestones import elapsed

Standing = Literal["alive", "closed", "unknown"]
Time = TypeVar("Time", int, tuple[int, int])


@dataclass(frozen=True, slots=True)
class Course:
    """What is known of one project: the day it was funded, the last day it was found alive, when it may have closed.

    ``closed`` is the first and the last day on which it can have closed; None while nobody found it closed.
    """

    funded: date
    alive: date | None = None
    closed: tuple[date, date] | None = None

    def on(self, day: date) -> Standing:
        """Give what is known of the project on a day.

        Alive where a visit on that day or later found it so, or it closed on a later one; closed where it closed on
        that day at the latest.
        """
        if (self.alive and self.alive >= day) or (self.closed and self.closed[0] > day):
            return "alive"
        return "closed" if self.closed and self.closed[1] <= day else "unknown"

    @property
    def now(self) -> Standing:
        """Give what the last visit found; unknown where there was none."""
        return "closed" if self.closed else "alive" if self.alive else "unknown"

    @property
    def life(self) -> tuple[tuple[int, int], bool]:
        """Give how long it is known to have lived, in months and days, and whether it closed then.

        A day of closing that is not known exactly is the last that it can be.
        """
        last = self.closed[1] if self.closed else self.alive or self.funded
        return elapsed(self.funded, max(last, self.funded)), self.closed is not None


def closing(closed_on: PartialDate | None, found: PartialDate, alive: date) -> tuple[date, date]:
    """Give the first and the last day on which a project can have closed.

    ``closed_on`` is what was said of it, ``found`` the visit that found it closed, ``alive`` the last day it was known
    alive. A closing known to the month, or of which only the visit is known, lies between these two.
    """
    first, last = (closed_on.first, closed_on.last) if closed_on else (alive, found.last)
    last = min(last, found.last)
    return min(max(first, alive), last), last


def kaplan_meier(lives: Iterable[tuple[Time, bool]], at: Time) -> Fraction | None:
    """Estimate the share that lives longer than ``at``, from how long each was observed and whether it ended then.

    At each time when some end, the share is multiplied by the part of those still observed that do not; who is lost
    at that very time is still among them. None where nobody was observed so long, so that nothing is known.
    """
    observed = list(lives)
    times = sorted(time for time, _has_ended in observed)
    ends = Counter(time for time, has_ended in observed if has_ended)
    share = Fraction(1)
    for time in sorted(ends):
        if time > at:
            break
        at_risk = len(times) - bisect_left(times, time)
        share *= Fraction(at_risk - ends[time], at_risk)
    is_observed = bool(times) and times[-1] >= at
    return share if is_observed or share == 0 else None


def permille(share: Fraction | None) -> int | None:
    """Give a share in tenths of a percent, rounded half up."""
    return None if share is None else (2000 * share.numerator + share.denominator) // (2 * share.denominator)
