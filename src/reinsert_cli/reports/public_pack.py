"""The public pack of a month: by region and by programme, of the month and of the year so far.

Two tables of the same people could be subtracted from one another, and so could the packs of two months. Hence:

- *within a month*, regions and programmes that have people in common make a block. Its people are known from either
  table, so both hide as if each block were a subtotal of theirs: the same blocks, and enough inside each of the others;
- *within a year*, a figure is told of the year only where it is told of each of its months: what can be subtracted was
  told before. The whole year stays untold after a month of 1 to 4 people, until others like it have brought them to 5.

So no table of these packs tells anything that its months do not. Nothing else is in them: what stands (envelopes,
projects alive) would tell a month's movements by its difference from the month before.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Final

from reinsert_cli.domain.dates import PartialDate
from reinsert_cli.domain.suppression import LEAST, Found, hidden, masked
from reinsert_cli.domain.table import Heads, Row, Table, Value
from reinsert_cli.reports import figures, monthly
from reinsert_cli.reports.filters import Filters
from reinsert_cli.reports.monthly import Span, View
from reinsert_cli.store.reading import Reader

KEYS: Final = {"region": ("region",), "programme": ("programme", "fiscal_year")}
"""The reports of the pack, each with the keys of its rows."""

Group = tuple[Value, ...]
"""A row by its keys; the row of totals by none."""

Reading = Callable[[], Reader]
"""Opens the ledger once more: a reader that was taken back to the closing of a month stays there."""


@dataclass(frozen=True, slots=True)
class Told:
    """A report, and which of its figures are hidden."""

    table: Table
    found: Found

    @property
    def heads(self) -> Heads:
        """Give whom its figures are of."""
        return self.table.heads or Heads("")

    def groups(self, key: str) -> set[Group]:
        """Give the rows in which a figure is hidden."""
        named = named_rows(self.table)
        return {named[place] for place in self.found.get(key, ())}


def named_rows(table: Table) -> list[Group]:
    """Give each row by its keys, the totals last."""
    return [*(tuple(row[key] for key in KEYS[table.report]) for row in table.rows), ()]


def tables(reading: Reading, filters: Filters, at: int) -> dict[str, Table]:
    """Give the tables of the public pack of a month by the names of their files, as the ledger was after write ``at``.

    The packs of the months before are reckoned with as they would be made now.
    """
    months = [_month(reading, asked, at) for asked in _months(filters)]
    of_month = {name: masked(told.table, told.found) for name, told in months[-1].items()}
    of_year = {}
    for name in KEYS:
        table = _table(reading(), name, "year", filters, at)
        also = _untold_in(table, [month[name] for month in months])
        of_year[f"{name}-year"] = masked(table, hidden(table, also))
    return {**of_month, **of_year}


def _months(filters: Filters) -> list[Filters]:
    """Give the months of the year up to the one asked for."""
    asked = filters.first or date.min
    months = [PartialDate(asked.year, number) for number in range(1, asked.month + 1)]
    return [replace(filters, first=month.first, last=month.last) for month in months]


def _month(reading: Reading, filters: Filters, at: int) -> dict[str, Told]:
    """Give the tables of a month with what is hidden of them, for each as if its blocks were subtotals."""
    readers = {name: reading() for name in KEYS}
    made = {name: _table(reader, name, "month", filters, at) for name, reader in readers.items()}
    shared = figures.by(readers["region"], filters, [key for keys in KEYS.values() for key in keys])
    blocks = _blocks((group[:1], group[1:]) for group in shared)
    return {name: Told(table, _hidden_in_blocks(table, blocks, made["region"])) for name, table in made.items()}


def _table(reader: Reader, name: str, span: Span, filters: Filters, at: int) -> Table:
    return monthly.table(reader, View(name, name, span), filters, at)


Block = tuple[set[Group], set[Group]]
"""Regions and programmes that have people in common, directly or by others."""


def _blocks(pairs: Iterable[tuple[Group, Group]]) -> list[Block]:
    blocks: list[Block] = []
    for region, programme in pairs:
        met = [block for block in blocks if region in block[0] or programme in block[1]]
        joined = ({region}.union(*(block[0] for block in met)), {programme}.union(*(block[1] for block in met)))
        blocks = [*(block for block in blocks if block not in met), joined]
    return blocks


def _hidden_in_blocks(table: Table, blocks: Sequence[Block], regions: Table) -> Found:
    """Give what is hidden of a table as if each block's rows stood before a sum of them.

    The sum is that of the block's regions in either table, so that both hide the same blocks.
    """
    groups = named_rows(table)
    rows: list[Row] = []
    places: list[int | None] = []
    subtotals: dict[int, int] = {}
    kind = tuple(KEYS).index(table.report)
    for block in blocks:
        within = [place for place, group in enumerate(groups[:-1]) if group in block[kind]]
        rows += [row for place, row in enumerate(table.rows) if place in within]
        subtotals[len(rows)] = 1
        rows.append(
            _sum([row for row, group in zip(regions.rows, named_rows(regions), strict=False) if group in block[0]])
        )
        places += [*within, None]
    alone = [place for place in range(len(table.rows)) if place not in places]
    rows += [row for place, row in enumerate(table.rows) if place in alone]
    places += [*alone, len(table.rows)]
    found = hidden(replace(table, rows=tuple(rows), subtotals=subtotals))
    return {key: {place for here in found[key] if (place := places[here]) is not None} for key in found}


def _sum(rows: Sequence[Row]) -> Row:
    """Add rows up; what nobody knows stays unknown."""
    keys = dict.fromkeys(key for row in rows for key, value in row.items() if isinstance(value, int))
    return {key: sum(value for row in rows if isinstance(value := row.get(key), int)) for key in keys}


def _untold_in(table: Table, months: Sequence[Told]) -> dict[str, set[int]]:
    """Give, by count, the rows of a year's table that are not told of some month."""
    heads = months[0].heads
    groups = named_rows(table)
    untold: dict[str, set[int]] = {}
    for key in (heads.of, *heads.some):
        hidden_once = {group for month in months for group in month.groups(key)}
        if key == heads.of and _is_whole_told(months):
            hidden_once.discard(())
        untold[key] = {place for place, group in enumerate(groups) if group in hidden_once}
    return untold


def _is_whole_told(months: Sequence[Told]) -> bool:
    """Tell whether all the people of the year can be told: no small month's come out by subtraction."""
    since: list[int] = []
    is_told = True
    for month in months:
        if () in month.groups(month.heads.of):
            people = month.table.totals[month.heads.of]
            since.append(people if isinstance(people, int) else 0)
        is_told = not since or (len(since) > 1 and sum(since) >= LEAST)
        since = [] if is_told else since
    return is_told
