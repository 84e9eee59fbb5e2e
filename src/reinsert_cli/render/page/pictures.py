"""The pictures of a table: a bar for each row, and a map where the rows are regions."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from heapq import nlargest
from typing import Final

from reinsert_cli.domain.table import Chart, Column, Row, Table, Value
from reinsert_cli.domain.text import clean
from reinsert_cli.render.cells import shown
from reinsert_cli.render.page.morocco import RegionMap, map_of, number_of

FULL: Final = 1000
"""How long the longest bar is."""
MOST_BARS: Final = 24

_SHORTEST: Final = 4
"""How long a part must be to be seen."""


@dataclass(frozen=True, slots=True)
class Part:
    """One part of a bar: which of the chart's figures it is, where it begins, how long it is, what it says."""

    figure: int
    start: int
    length: int
    text: str


@dataclass(frozen=True, slots=True)
class Bar:
    """One row: its name, the number of its region on the map, its parts, what they come to."""

    name: str
    number: int | None
    parts: tuple[Part, ...]
    text: str


@dataclass(frozen=True, slots=True)
class Picture:
    """A chart as it is drawn: what its figures are called, by place, its bars, whether rows were left out, its map."""

    title: str
    figures: dict[int, str]
    bars: tuple[Bar, ...]
    is_cut: bool
    map: RegionMap | None


def pictures(table: Table) -> tuple[Picture, ...]:
    """Give the pictures of ``table`` that show something: any map, bars where there are two rows to compare.

    Of rows in groups, the groups are drawn.
    """
    columns = {column.key: column for column in table.columns}
    return tuple(
        picture for chart in table.charts if (picture := _picture(chart, columns, table.outermost)) is not None
    )


def _picture(chart: Chart, columns: Mapping[str, Column], rows: Sequence[Row]) -> Picture | None:
    drawn = {place: columns[key] for place, key in enumerate(chart.of) if any(row.get(key) for row in rows)}
    sizes = [sum(_sizes(row, drawn.values())) for row in rows]
    longest = max(sizes, default=0)
    if not longest or (len(sizes) == 1 and chart.region is None):
        return None
    kept = sorted(nlargest(MOST_BARS, range(len(sizes)), key=sizes.__getitem__))
    names = [columns[key] for key in chart.by]
    return Picture(
        title=clean(chart.title),
        figures={place: clean(column.label) for place, column in drawn.items()},
        bars=tuple(_bar(rows[place], names, drawn, longest, chart.region) for place in kept),
        is_cut=len(kept) < len(sizes),
        map=_map(rows, list(drawn.values()), chart.region) if chart.region else None,
    )


def _map(rows: Sequence[Row], drawn: Sequence[Column], region: str) -> RegionMap:
    return map_of({str(row[region]): _whole(row, drawn) for row in rows}, drawn[0])


def _bar(row: Row, names: Sequence[Column], drawn: Mapping[int, Column], longest: int, region: str | None) -> Bar:
    unit, *_others = drawn.values()
    return Bar(
        name="\N{NO-BREAK SPACE}· ".join(shown(column, row.get(column.key)) for column in names),
        number=number_of(row.get(region)) if region else None,
        parts=tuple(_parts(row, drawn, longest)),
        text=shown(unit, _whole(row, drawn.values())),
    )


def _parts(row: Row, drawn: Mapping[int, Column], longest: int) -> Iterator[Part]:
    """Set the figures that can be seen end to end."""
    start = 0
    for (figure, column), size in zip(drawn.items(), _sizes(row, drawn.values()), strict=True):
        if size:
            length = max(size * FULL // longest, _SHORTEST)
            yield Part(figure, start, length, f"{clean(column.label)} {shown(column, row[column.key])}")
            start += length


def _sizes(row: Row, drawn: Iterable[Column]) -> list[int]:
    """Give what can be drawn of each figure: nothing of one below zero, nor of any where one is masked."""
    values = [row.get(column.key) for column in drawn]
    if any(isinstance(value, str) for value in values):
        return [0] * len(values)
    return [max(value, 0) if isinstance(value, int) else 0 for value in values]


def _whole(row: Row, drawn: Iterable[Column]) -> Value:
    """Give what the figures come to, those unknown left out; the mask where one of them is masked."""
    values = [row.get(column.key) for column in drawn]
    masked = next((value for value in values if isinstance(value, str)), None)
    known = [value for value in values if isinstance(value, int)]
    return masked or (sum(known) if known else None)
