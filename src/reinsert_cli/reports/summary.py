"""Figures summed up by what a report is about, and further by what ``--by`` asks; beside an earlier period, if asked.

The figures of each level are asked anew, never added up from those below: a person counts once in each.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

from reinsert_cli.domain.language import _
from reinsert_cli.domain.table import Chart, Column, Heads, Open, Row, Table, Value
from reinsert_cli.reports import figures, keys
from reinsert_cli.reports.comparison import beside, both, shifted
from reinsert_cli.reports.figures import Figures
from reinsert_cli.reports.filters import Filters
from reinsert_cli.store.reading import Reader

Group = tuple[Value, ...]
"""The values of the keys that some figures are grouped by."""


@dataclass(frozen=True, slots=True)
class Counted:
    """The figures of one group, and the cells that show them."""

    figures: Figures
    cells: Row


Counts = Mapping[Group, Counted]

CHIEF: Final = "delivered"
"""The figure that summaries are about first of all."""

AMOUNTS: Final = (CHIEF, "planned")

_LAST: Final = (2, "")
"""What stands after every group in its order: a subtotal comes after what it sums up."""


def counted(reader: Reader, filters: Filters, by: Sequence[str]) -> Counts:
    """Give the shared figures of each group, under the keys of :func:`~reinsert_cli.reports.figures.columns`."""
    return {group: Counted(found, found.values()) for group, found in figures.by(reader, filters, by).items()}


@dataclass(frozen=True, slots=True)
class Summary:
    """What one report sums up: by which keys, in which columns, how its groups are asked for."""

    report: str
    title: str
    keys: tuple[str, ...]
    columns: tuple[Column, ...] = field(default_factory=figures.columns)
    count: Callable[[Reader, Filters, Sequence[str]], Counts] = counted
    nothing: Row = field(default_factory=Figures().values)
    """The cells of a group that has none in one of two periods."""
    charts: tuple[Chart, ...] = ()
    heads: Heads = field(default_factory=figures.heads)
    notes: Callable[[Reader, Filters, Figures], tuple[str, ...]] = figures.notes


def table(reader: Reader, filters: Filters, summary: Summary) -> Table:
    """Give the table of a summary; totals and subtotals count each person once."""
    wanted = (*summary.keys, *filters.by)
    name = keys.Names(reader, wanted)
    levels = {
        group: {**name.cells(dict(zip(wanted, group, strict=False))), **cells}
        for depth in range(len(summary.keys), len(wanted) + 1)
        for group, cells in _cells(reader, filters, summary, wanted[:depth]).items()
    }
    groups = sorted(levels, key=lambda group: (*figures.in_order(group), _LAST))
    everything = summary.count(reader, filters, ()).get((), Counted(Figures(), summary.nothing))
    earlier = filters.earlier() if filters.compare else None
    notes = summary.notes(reader, filters, everything.figures)
    return Table(
        report=summary.report,
        title=_title(summary, filters),
        as_of=reader.as_of,
        filters=filters.named(),
        columns=(*keys.columns(wanted), *(beside(summary.columns, CHIEF) if earlier else summary.columns)),
        rows=tuple(levels[group] for group in groups),
        totals=_cells(reader, filters, summary, ()).get((), summary.nothing) if earlier else everything.cells,
        notes=(*notes, *(_notes_of(reader, earlier) if earlier else ())),
        charts=summary.charts,
        heads=summary.heads,
        subtotals={place: len(group) for place, group in enumerate(groups) if len(group) < len(wanted)},
    )


def _cells(reader: Reader, filters: Filters, summary: Summary, by: Sequence[str]) -> dict[Group, Row]:
    """Give the cells of each group; of two periods where they are compared."""
    now = {group: found.cells for group, found in summary.count(reader, filters, by).items()}
    if filters.compare is None:
        return now
    counts = summary.count(reader, filters.earlier(), by)
    before = {shifted(group, by, filters.compare): found.cells for group, found in counts.items()}
    return {
        group: both(summary.columns, now.get(group, summary.nothing), before.get(group, summary.nothing))
        for group in {**now, **before}
    }


def _title(summary: Summary, filters: Filters) -> str:
    if filters.compare is None:
        return summary.title
    told = _("{title}: {period} compared with {before}")
    return told.format(title=summary.title, period=filters.period(), before=filters.earlier().period())


def _notes_of(reader: Reader, earlier: Filters) -> tuple[str, ...]:
    """Give what is to be known of the earlier period, which it names."""
    told = _("{period}: {note}")
    notes = figures.undated_note(reader, earlier)
    return tuple(Open(told.format(period=earlier.period(), note=note)) for note in notes)
