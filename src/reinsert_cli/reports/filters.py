"""What a report is asked about: a period, a territory, a programme, a centre, a fiscal year."""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass, replace
from datetime import date
from typing import Final, Literal

from reinsert_cli.domain import language
from reinsert_cli.domain.dates import DECEMBER
from reinsert_cli.domain.language import _
from reinsert_cli.domain.milestones import add_months
from reinsert_cli.domain.table import Open

Compared = Literal["year", "month"]
COMPARED: Final[tuple[Compared, ...]] = ("year", "month")
"""How far back the period lies that figures may stand beside."""


@dataclass(frozen=True, slots=True)
class Filters:
    """The filters of one report; ``None`` does not filter. The period is inclusive at both ends.

    A period is asked of the books: a movement counts on the day it was booked, so that closed months stay as they
    were. ``restated`` asks of the events instead: a correction counts on the day of what it mends.
    """

    first: date | None = None
    last: date | None = None
    region: str | None = None
    programme: str | None = None
    centre: str | None = None
    fiscal_year: int | None = None
    batch: str | None = None
    restated: bool = False
    by: tuple[str, ...] = ()
    """What a report that may be grouped in several ways is grouped by; a summary, beside what it is a summary of."""
    compare: Compared | None = None
    """Which earlier period the figures are to stand beside."""
    public: bool = False
    """Whether the answer is to have a public edition: it then counts what no column tells as well."""

    def named(self) -> dict[str, str]:
        """Give the filters in force by their stable names, for the table that answers them."""
        values = {
            "from": self.first and self.first.isoformat(),
            "to": self.last and self.last.isoformat(),
            "region": self.region,
            "programme": self.programme,
            "centre": self.centre,
            "fiscal_year": self.fiscal_year and str(self.fiscal_year),
            "batch": self.batch,
            "restated": "yes" if self.restated else None,
            "by": ", ".join(self.by),
            "compare": self.compare,
            "public": "yes" if self.public else None,
        }
        return {name: value for name, value in values.items() if value}

    def params(self) -> dict[str, str | int | None]:
        """Give the values that :meth:`where` refers to."""
        return {
            "first": self.first.isoformat() if self.first else "0000-00-00",
            "last": _upper_bound(self.last) if self.last else "9999-99-99",
            "region": self.region,
            "programme": self.programme,
            "centre": self.centre,
            "fiscal_year": self.fiscal_year,
            "batch": self.batch,
        }

    @property
    def has_period(self) -> bool:
        """Tell whether a period filters."""
        return self.first is not None or self.last is not None

    def earlier(self) -> Filters:
        """Give the same filters a year or a month before, as ``compare`` says; whole months stay whole."""
        is_year = self.compare == "year"
        back = 12 if is_year else 1
        first = self.first and add_months(self.first, -back)
        last = self.last and add_months(self.last, -back)
        if self.first and self.last and last and self.first.day == 1 and _is_month_end(self.last):
            last = last.replace(day=monthrange(last.year, last.month)[1])
        year = self.fiscal_year - 1 if self.fiscal_year and is_year else self.fiscal_year
        return replace(self, first=first, last=last, fiscal_year=year, compare=None)

    def period(self) -> str:
        """Name the period and the fiscal year asked about, as the reader writes them."""
        named = []
        if self.first and self.last:
            named.append(_days(self.first, self.last))
        if self.fiscal_year:
            named.append(_("fiscal year {year}").format(year=self.fiscal_year))
        return language.listed(named)

    @property
    def day(self) -> str:
        """Give which of a batch's days the period is about: ``booked`` or ``event``, as the views name them."""
        return "event" if self.restated else "booked"

    def inside(self, day: str) -> str:
        """Give the SQL condition that a day, by the prefix of its two columns (``b.event``), lies in the period."""
        return f"{day}_first >= :first AND {day}_last <= :last"

    @property
    def narrows_events(self) -> bool:
        """Tell whether only some of the handovers or people of an envelope are asked about."""
        return self.has_period or self.region is not None or self.centre is not None

    def where(self, *, region: str, centre: str | None, cancelled: bool = False) -> str:
        """Give the SQL condition on a ``v_batch b`` and on the columns that hold the region and the centre.

        A date known to the month or year counts where all of it falls inside the period.
        ``centre`` is None where the rows know no centre: a centre then selects none of them. Cancelled batches
        are left out unless ``cancelled``.
        """
        conditions = {
            self.inside(f"b.{self.day}"): self.has_period,
            f"{region} = :region": self.region,
            "b.programme = :programme": self.programme,
            f"{centre or 'NULL'} = :centre": self.centre,
            "b.fiscal_year = :fiscal_year": self.fiscal_year,
            "b.batch = :batch": self.batch,
            "b.status <> 'cancelled'": not cancelled,
        }
        return " AND ".join(sql for sql, wanted in conditions.items() if wanted) or "1 = 1"


def _upper_bound(last: date) -> str:
    """Give the last day as the views write it: day 31 stands for the end of every month."""
    return f"{last:%Y-%m}-31" if _is_month_end(last) else last.isoformat()


def _is_month_end(day: date) -> bool:
    return day.day == monthrange(day.year, day.month)[1]


def _days(first: date, last: date) -> str:
    """Name the days from one to another: a year, a month, else both of them."""
    if first.day == 1 and _is_month_end(last) and first.year == last.year:
        if (first.month, last.month) == (1, DECEMBER):
            return str(first.year)
        if first.month == last.month:
            return language.month(f"{first:%Y-%m}")
    return _("{first} to {last}").format(first=language.date(str(first)), last=language.date(str(last)))


def whole_envelopes(filters: Filters) -> tuple[str, ...]:
    """Give the note that a table of envelopes needs when only some of their handovers are asked about."""
    if not filters.narrows_events:
        return ()
    return (Open(_("Envelopes show their whole amounts: period, region and centre only select them.")),)
