"""The public pack of a month: by region, and in each by programme; of the month, and of the year so far.

Two tables of the same people can be subtracted from one another, and so can the packs of two months. Hence:

- *of a month* there is one table, whose rows and subtotals are protected together. Tables by programme or by sector
  beside it would narrow its hidden figures for whoever knows which programme serves which region;
- *of the year*, a figure is told only where it is told of each of its months: what can be subtracted was told before.
  After a month of 1 to 4 people in all nothing is told of the year, until others like it have brought them to 5.

So the packs of a year tell nothing that their months do not. Nothing else is in them: what stands (envelopes, projects
alive) would tell a month's movements by its difference from the month before.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Final

from reinsert_cli.domain.dates import PartialDate
from reinsert_cli.domain.publishing import Found, heads_of, hidden, masked
from reinsert_cli.domain.suppression import LEAST
from reinsert_cli.domain.table import Row, Table, Value
from reinsert_cli.reports import monthly
from reinsert_cli.reports.filters import Filters
from reinsert_cli.reports.monthly import View
from reinsert_cli.store.reading import Reader

MONTH: Final = View("region", "region", "month")
YEAR: Final = View("region-year", "region", "year")
BY: Final = ("programme",)
KEYS: Final = ("region", *BY)

Group = tuple[Value, ...]
"""A row by its keys; a subtotal by fewer, the totals by none."""

Reading = Callable[[], Reader]
"""Opens the ledger once more: a reader that was taken back to the closing of a month stays there."""


@dataclass(frozen=True, slots=True)
class Told:
    """The table of a month, and which of its figures are hidden."""

    table: Table
    found: Found

    def groups(self, key: str) -> set[Group]:
        """Give the rows in which a figure is hidden."""
        rows = [*self.table.rows, self.table.totals]
        return {group_of(rows[place]) for place in self.found[key]}


def group_of(row: Row) -> Group:
    """Give the keys that a row has."""
    return tuple(row[key] for key in KEYS if key in row)


def tables(reading: Reading, filters: Filters, at: int) -> dict[str, Table]:
    """Give the tables of the public pack of a month by the names of their files, as the ledger was after write ``at``.

    The packs of the months before are reckoned with as they would be made now.
    """
    wanted = replace(filters, by=BY, public=True)
    months = [_told(monthly.table(reading(), MONTH, asked, at)) for asked in _months(wanted)]
    year = monthly.table(reading(), YEAR, wanted, at)
    return {
        MONTH.name: masked(months[-1].table, months[-1].found),
        YEAR.name: masked(year, hidden(year, _untold_in(year, months))),
    }


def _months(filters: Filters) -> list[Filters]:
    """Give the months of the year up to the one asked for."""
    asked = filters.first or date.min
    months = [PartialDate(asked.year, number) for number in range(1, asked.month + 1)]
    return [replace(filters, first=month.first, last=month.last) for month in months]


def _told(table: Table) -> Told:
    return Told(table, hidden(table))


def _untold_in(year: Table, months: Sequence[Told]) -> dict[str, set[int]]:
    """Give, by count, the rows of the year that are not told of some month."""
    heads = heads_of(year)
    untold: dict[str, set[int]] = {}
    for key in (heads.of, *heads.some):
        groups = {group for month in months for group in month.groups(key)}
        if key == heads.of and _is_whole_told(months, key):
            groups.discard(())
        untold[key] = {place for place, row in enumerate((*year.rows, year.totals)) if group_of(row) in groups}
    return untold


def _is_whole_told(months: Sequence[Told], key: str) -> bool:
    """Tell whether all the people of the year can be told: no small month's come out by subtraction."""
    since: list[int] = []
    is_told = True
    for month in months:
        if () in month.groups(key):
            people = month.table.totals[key]
            since.append(people if isinstance(people, int) else 0)
        is_told = not since or (len(since) > 1 and sum(since) >= LEAST)
        since = [] if is_told else since
    return is_told
