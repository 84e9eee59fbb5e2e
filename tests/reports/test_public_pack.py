"""The public packs of several months, all of them in the hands of one reader: nothing small can be worked out."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.domain.attacker import PEOPLE, TINY, Attacker

from reinsert_cli.domain.suppression import LEAST
from reinsert_cli.domain.table import Column, Row, Table
from reinsert_cli.reports import figures, public_pack
from reinsert_cli.reports.filters import Filters
from reinsert_cli.reports.monthly import View


@dataclass(frozen=True)
class Handover:
    """So many people of a region and a programme in a month, some of them women."""

    month: int
    region: str
    programme: str
    people: int
    women: int


MEASURES = (PEOPLE, "women")
Group = tuple[str, ...]


def group_of(one: Handover, depth: int) -> Group:
    return (one.region, one.programme)[:depth]


def figures_of(found: Iterable[Handover]) -> Row:
    found = list(found)
    people, women = sum(one.people for one in found), sum(one.women for one in found)
    return {PEOPLE: people, "women": women, "delivered": people * 1000, "awaiting": 0, "served": people}


def table_of(handovers: list[Handover]) -> Table:
    """Give what ``report region --by programme`` says of them."""
    groups = sorted({group_of(one, depth) for one in handovers for depth in (1, 2)}, key=lambda one: (*one, "~"))
    return Table(
        "region", "Region", "2025-01-01", {"public": "yes"},
        (Column("region", "", "code"), Column("programme", "", "code"), Column(PEOPLE, "", "count"),
         Column("women", "", "count"), Column("delivered", "", "money")),
        tuple(
            {**dict(zip(("region", "programme"), group, strict=False)),
             **figures_of(one for one in handovers if group_of(one, len(group)) == group)}
            for group in groups
        ),
        figures_of(handovers),
        subtotals={place: 1 for place, group in enumerate(groups) if len(group) == 1},
        heads=figures.heads(amounts=("delivered",)),
    )  # fmt: skip


@st.composite
def years(draw: st.DrawFn) -> list[Handover]:
    """A few months of handovers, of regions that share programmes or do not."""
    served = draw(st.sets(st.tuples(st.sampled_from("ABCDE"), st.sampled_from("xyz")), min_size=1, max_size=7))
    found = []
    for month in range(1, draw(st.integers(2, 4)) + 1):
        for region, programme in sorted(served):
            people = draw(st.one_of(st.just(0), st.integers(1, 7), st.integers(1, 40)))
            if people:
                women = draw(st.one_of(st.just(0), st.integers(0, people), st.integers(0, min(people, 6))))
                found.append(Handover(month, region, programme, people, women))
    return found


def packs_of(handovers: list[Handover], patch: pytest.MonkeyPatch) -> dict[int, dict[str, Table]]:
    """Give the packs of the months, the reports answered from ``handovers``."""

    def between(filters: Filters) -> list[Handover]:
        assert filters.first
        assert filters.last
        return [one for one in handovers if filters.first.month <= one.month <= filters.last.month]

    def table(_reader: Any, view: View, filters: Filters, _at: int) -> Table:
        assert filters.by == ("programme",)
        assert filters.public
        first = date(2024, 1, 1) if view.span == "year" else filters.first
        return table_of(between(Filters(first, filters.last)))

    patch.setattr(public_pack.monthly, "table", table)
    reading: Callable[[], Any] = object
    months = range(1, max((one.month for one in handovers), default=1) + 1)
    days = {month: (date(2024, month, 1), date(2024, month, 28)) for month in months}
    return {month: public_pack.tables(reading, Filters(*days[month]), 0) for month in months}


def reader_of(packs: dict[int, dict[str, Table]], handovers: list[Handover]) -> Attacker:
    """Give what somebody knows who has all the packs, and knows which programme serves which region in which month."""
    attacker = Attacker()
    for month, pack in packs.items():
        for name, shown in pack.items():
            of_time = [one for one in handovers if one.month == month or (name == "region-year" and one.month < month)]
            for row in (*shown.rows, shown.totals):
                group = public_pack.group_of(row)
                for measure in MEASURES:
                    cell = (measure, month, name, group)
                    covered = [(measure, one) for one in of_time if group_of(one, len(group)) == group]
                    attacker.sums.append((cell, covered))
                    if isinstance(row[measure], int):
                        attacker.told[cell] = row[measure]
    attacker.parts = [(("women", one), (PEOPLE, one)) for one in handovers]
    return attacker


def given_away(handovers: list[Handover], attacker: Attacker) -> list[Any]:
    """Give the small figures of the months that are known to be below five."""
    found = []
    groups: dict[Any, list[Handover]] = defaultdict(list)
    for one in handovers:
        for depth in (0, 1, 2):
            groups[one.month, group_of(one, depth)].append(one)
    for group, covered in groups.items():
        people, women = sum(one.people for one in covered), sum(one.women for one in covered)
        of_people = dict.fromkeys(((PEOPLE, one) for one in covered), 1.0)
        of_women = dict.fromkeys((("women", one) for one in covered), 1.0)
        others = of_people | dict.fromkeys(of_women, -1.0)
        for value, wanted in ((people, of_people), (women, of_women), (people - women, others)):
            if 0 < value < LEAST and (most := attacker.most(wanted)) < LEAST - TINY:
                found.append((group, value, most))
    return found


@settings(max_examples=25, deadline=None)
@given(years())
def test_nothing_small_can_be_worked_out_of_all_the_packs(handovers: list[Handover]) -> None:
    with pytest.MonkeyPatch.context() as patch:
        packs = packs_of(handovers, patch)
    assert given_away(handovers, reader_of(packs, handovers)) == []
