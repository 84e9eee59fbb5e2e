"""As of when a report answers: now, on a day that was asked for, or when its months were closed."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime
from importlib import import_module
from typing import Any, Final

from reinsert_cli.domain import language
from reinsert_cli.domain.dates import DECEMBER, PartialDate
from reinsert_cli.domain.language import _
from reinsert_cli.domain.table import Open, Table
from reinsert_cli.reports import COHORTS, MODULES
from reinsert_cli.reports.filters import Filters
from reinsert_cli.store import history
from reinsert_cli.store.reading import Reader

CLOSED: Final = """
SELECT COUNT(*) AS months, MAX(audit_id) AS number, MAX(written_at) AS written_at
FROM closed_month WHERE month >= :first AND month <= :last AND audit_id <= :at
"""

LATEST: Final = 2**62
"""A number that no write will get: everything written is before it."""


def report(reader: Reader, name: str, filters: Filters, as_of: PartialDate | None = None, *, at: int = LATEST) -> Table:
    """Give a report as of a day: everything as the ledger had it at its end. ``at`` leaves out all later writes.

    A period of closed months alone is given as it stood when the last of them was closed, unless it is to be restated.
    Raises Refusal ``history.too_early``.
    """
    note: tuple[str, ...] = ()
    if as_of:
        day = min(as_of.last.isoformat(), reader.as_of)
        history.rewind(reader, history.number_at(reader, as_of.last), day)
        at = LATEST
    elif filters.has_period and not filters.restated and name not in COHORTS:
        closing, is_whole = _closed(reader, filters, at)
        if is_whole:
            at = LATEST
            day = datetime.fromisoformat(closing["written_at"]).astimezone().date().isoformat()
            history.rewind(reader, closing["number"], day)
            told = _("As closed on {day}; --restated gives what is known now.")
            note = (Open(told.format(day=language.date(day))),)
        elif closing["months"]:
            told = _(
                "Closed months of this period: amounts of lines as booked; people and declared figures as known now."
            )
            note = (Open(told),)
    if at < LATEST:
        history.rewind(reader, at, reader.as_of)
    table: Table = import_module(f"reinsert_cli.reports.{MODULES.get(name, name)}").report(reader, filters)
    return replace(table, notes=(*note, *table.notes))


def _closed(reader: Reader, filters: Filters, at: int) -> tuple[dict[str, Any], bool]:
    """Give how many months of the period are closed, and their last closing; tell whether that is all of them."""
    first, last = filters.first or date.min, filters.last or date.max
    found = reader.row(CLOSED, first=f"{first:%Y-%m}", last=f"{last:%Y-%m}", at=at) or {}
    months = (last.year - first.year) * DECEMBER + last.month - first.month + 1
    return found, found["months"] == months
