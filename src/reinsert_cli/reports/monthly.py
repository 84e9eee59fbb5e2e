"""The views of the monthly pack: what headquarters and the prefecture's social division are sent of each month."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from typing import Final, Literal

from reinsert_cli.domain.language import _
from reinsert_cli.domain.table import Table
from reinsert_cli.reports import standing
from reinsert_cli.reports.filters import Filters
from reinsert_cli.store.reading import Reader

Span = Literal["month", "year", "always"]


@dataclass(frozen=True, slots=True)
class View:
    """One table of the pack: the name of its files, the report it is, the time that the report is asked of."""

    name: str
    report: str
    span: Span


VIEWS: Final = (
    View("region", "region", "month"),
    View("programme", "programme", "month"),
    View("centre", "centre", "month"),
    View("sector", "sector", "month"),
    View("batch", "batch", "month"),
    View("statements", "statements", "month"),
    View("region-year", "region", "year"),
    View("programme-year", "programme", "year"),
    View("partner-year", "partner", "year"),
    View("month", "month", "year"),
    View("budget", "budget", "always"),
    View("convention", "convention", "always"),
    View("survival", "survival", "always"),
    View("journal", "journal", "month"),
)
"""In the order of the workbook's sheets: of the month, of the year up to its end, of what stands now."""


def table(reader: Reader, view: View, filters: Filters, at: int) -> Table:
    """Give a view of the month that ``filters`` ask for, as the ledger was after write ``at``.

    The reader is used up: it may have been taken back to the closing of the month.
    """
    asked = _of_span(filters, view.span)
    found = standing.report(reader, view.report, asked, at=at)
    if view.span == "always":
        return found
    return replace(found, title=_("{title} – {period}").format(title=found.title, period=asked.period()))


def _of_span(filters: Filters, span: Span) -> Filters:
    match span:
        case "month":
            return filters
        case "year":
            return replace(filters, first=date((filters.first or date.min).year, 1, 1))
        case "always":
            return replace(filters, first=None, last=None)
