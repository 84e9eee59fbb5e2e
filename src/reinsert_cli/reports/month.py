"""Month by month: how many people, with how much, in every month of the time asked about."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from reinsert_cli.domain.dates import PartialDate
from reinsert_cli.domain.language import _
from reinsert_cli.domain.milestones import add_months
from reinsert_cli.domain.table import Chart, Table
from reinsert_cli.reports.figures import Figures
from reinsert_cli.reports.filters import Filters
from reinsert_cli.reports.summary import AMOUNTS, Counted, Counts, Summary, counted, table
from reinsert_cli.store.reading import Reader


def report(reader: Reader, filters: Filters) -> Table:
    """Summarise by month, as the books have it; those without anything too.

    A handover known to its year only stands after the months of that year, one without a day after all.
    """
    charts = (
        Chart(_("Amounts by month"), ("month",), AMOUNTS, kind="line"),
        Chart(_("People by month"), ("month",), ("beneficiaries",), kind="line"),
    )
    return table(reader, filters, Summary("month", _("Month by month"), ("month",), count=_months, charts=charts))


def _months(reader: Reader, filters: Filters, by: Sequence[str]) -> Counts:
    found = counted(reader, filters, by)
    if tuple(by) != ("month",):
        return found
    nothing = Counted(Figures(), Figures().values())
    return {**{(month,): nothing for month in _span(filters, found, reader.as_of)}, **found}


def _span(filters: Filters, found: Counts, today: str) -> Iterator[str]:
    """Give the months from the first to the last of a period; where it is open, to those that have something."""
    known = [PartialDate.from_iso(month).first for (month,) in found if isinstance(month, str) and "-" in month]
    first = filters.first or min(known, default=None)
    last = filters.last or max([*known, *([date.fromisoformat(today)] if filters.first else [])], default=None)
    month = first and first.replace(day=1)
    while month and last and month <= last:
        yield f"{month:%Y-%m}"
        month = add_months(month, 1)
