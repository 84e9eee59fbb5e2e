"""Closed months: their figures are final, and what comes to light later counts on a day that is still open."""

from __future__ import annotations

from datetime import date, timedelta

from sqlmodel import select

from reinsert_cli.domain import language
from reinsert_cli.domain.dates import DECEMBER, PartialDate
from reinsert_cli.domain.faults import refuse
from reinsert_cli.store.tables import Batch, ClosedMonth
from reinsert_cli.store.work import Work


def month_of(day: str | None) -> str | None:
    """Give ``2017-09`` for a date known to the month or the day; nothing for one known only to the year."""
    return day[:7] if day and len(day) >= len("2017-09") else None


def close(work: Work, month: PartialDate) -> list[str]:
    """Close a month; give the batches of that month which are still to be held.

    Raises Refusal: ``period.not_over`` while the month lasts, ``period.closed`` when it is closed already.
    """
    if month.last.isoformat() >= work.day:
        raise refuse("period.not_over", month=language.date(month.iso))
    if month.iso in closed_months(work):
        raise refuse("period.closed", month=language.date(month.iso))
    closed = ClosedMonth(month=month.iso, written_at=work.written_at, author=work.author, audit_id=work.number)
    work.session.add(closed)
    work.session.flush()
    work.record("period.close", month=month.iso)
    waiting = select(Batch).where(Batch.status.in_(("planned", "locked")))  # type: ignore[attr-defined]
    return sorted(one.code for one in work.session.exec(waiting).all() if month_of(one.planned_on) == month.iso)


def closed_months(work: Work) -> set[str]:
    """Give every closed month."""
    return set(work.session.exec(select(ClosedMonth.month)).all())


class OpenDays:
    """On which day a movement may still count."""

    def __init__(self, work: Work) -> None:
        self._closed = closed_months(work)
        self._today = date.fromisoformat(work.day)

    def is_open(self, day: str | None) -> bool:
        """Tell whether a date, possibly partial, lies in a month that is open; a year, whether any of its months is."""
        if day is None or not self._closed:
            return True
        months = [day[:7]] if month_of(day) else [f"{day}-{month:02d}" for month in range(1, DECEMBER + 1)]
        return any(month not in self._closed for month in months)

    def nearest(self, day: str | None) -> str | None:
        """Give ``day`` where it is open; else today, else the first day after it whose month is open."""
        if self.is_open(day):
            return day
        late = self._today
        while not self.is_open(late.isoformat()):
            late = (late.replace(day=28) + timedelta(days=4)).replace(day=1)
        return late.isoformat()
