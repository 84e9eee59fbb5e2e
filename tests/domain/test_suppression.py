"""No hidden count can be worked out: tables drawn at random, read by somebody who knows linear programming."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.domain.attacker import PEOPLE, TOP, given_away

from reinsert_cli.domain.publishing import HIDDEN, public_edition
from reinsert_cli.domain.suppression import LEAST, Part, hidden_parts
from reinsert_cli.domain.table import Column, Heads, Open, Row, Table
from reinsert_cli.reports.survival import HEADS as SURVIVAL

HEADS = Heads(
    of=PEOPLE, some={"women": PEOPLE, "disabled": PEOPLE}, intimate=frozenset({"disabled"}), open=frozenset({"target"})
)
SOME = ("women", "disabled")
COLUMNS = (
    Column("place", "Place", "code"),
    Column(PEOPLE, "People", "count"),
    Column("women", "Women", "count"),
    Column("disabled", "Disabled", "count"),
    Column("delivered", "Delivered", "money"),
    Column("target", "Target", "count"),
)


def table_of(rows: list[Row], totals: Row, subtotals: dict[int, int] | None = None) -> Table:
    return Table(
        "region",
        "Title",
        "2026-01-15",
        {"public": "yes"},
        COLUMNS,
        tuple(rows),
        totals,
        subtotals=subtotals or {},
        heads=HEADS,
    )


def row(place: str, people: int, women: int = 0, disabled: int = 0) -> Row:
    return {
        "place": place,
        PEOPLE: people,
        "women": women,
        "disabled": disabled,
        "delivered": 1000 * people,
        "target": 3,
    }


def sums(rows: list[Row], fewer: int = 0) -> Row:
    """Add rows up; ``fewer`` people stand in several of them."""
    total = {key: sum(one[key] for one in rows) for key in (PEOPLE, "women", "disabled", "delivered")}
    least = max((one[PEOPLE] for one in rows), default=0)
    return {**total, PEOPLE: max(total[PEOPLE] - fewer, least, total["women"], total["disabled"])}


@st.composite
def a_row(draw: st.DrawFn) -> Row:
    people = draw(st.one_of(st.integers(0, 6), st.integers(0, 60)))
    few = st.one_of(st.integers(0, people), st.integers(max(people - 5, 0), people), st.integers(0, min(people, 5)))
    return row("x", people, draw(few), draw(few))


@st.composite
def tables(draw: st.DrawFn, depth: int = 2) -> Table:
    rows: list[Row] = []
    subtotals: dict[int, int] = {}

    def group(level: int) -> Row:
        if level > depth:
            rows.append(draw(a_row()))
            return rows[-1]
        below = [group(level + 1) for _ in range(draw(st.integers(1, 4)))]
        total = sums(below, draw(st.sampled_from((0, 0, 0, 1, 9))))
        if level:
            subtotals[len(rows)] = level
            rows.append({"place": "x", **total})
        return total

    return table_of(rows, group(0), subtotals)


@settings(max_examples=30, deadline=None)
@given(tables(0) | tables(1) | tables(2))
def test_nothing_small_can_be_worked_out(table: Table) -> None:
    shown = public_edition(table)
    assert given_away(table, shown, SOME) == []


def test_a_small_count_takes_another_with_it() -> None:
    rows = [row("a", 2), row("b", 20), row("c", 30)]
    shown = public_edition(table_of(rows, sums(rows)))
    assert [one[PEOPLE] for one in shown.rows] == [HIDDEN, HIDDEN, 30]
    assert [one["delivered"] for one in shown.rows] == [HIDDEN, HIDDEN, 30_000]
    assert shown.totals[PEOPLE] == 52
    assert [one["target"] for one in shown.rows] == [3, 3, 3]


def test_the_reader_of_these_tests_is_no_fool() -> None:
    """Hiding the small counts alone, or a second one without looking at what each is part of, is found out."""
    rows = [row("a", 2), row("b", 20), row("c", 30)]
    table = table_of(rows, sums(rows))
    alone = replace(table, rows=({**rows[0], PEOPLE: HIDDEN}, *rows[1:]))
    assert given_away(table, alone, ()) == [(0, 2)]
    rows = [row("a", 20, women=18), row("b", 30, women=30)]
    table = table_of(rows, sums(rows))
    shown = replace(table, rows=tuple({**one, "women": HIDDEN} for one in rows))
    assert given_away(table, shown, ("women",)) == [(TOP, 2), (0, 2)]


def test_all_of_them_is_not_told_of_a_disability() -> None:
    rows = [row("a", 8, women=8, disabled=8), row("b", 20), row("c", 30, disabled=9)]
    shown = public_edition(table_of(rows, sums(rows)))
    assert [one["women"] for one in shown.rows] == [8, 0, 0]
    assert [one["disabled"] for one in shown.rows] == [HIDDEN, 0, HIDDEN]


def test_nobody_is_told_unless_an_amount_moved() -> None:
    """A row without people but with money is a return of somebody's: 20 people of another row hide it."""
    rows = [row("a", 0), {**row("b", 0), "delivered": -7000}, row("c", 20), row("d", 30)]
    shown = public_edition(table_of(rows, sums(rows)))
    assert [one["delivered"] for one in shown.rows] == [0, HIDDEN, HIDDEN, 30_000]


def test_a_hidden_group_hides_its_parts() -> None:
    rows = [row("a", 1), row("b", 2), row("A", 3), row("c", 12), row("B", 12), row("d", 40), row("C", 40)]
    table = table_of(rows, {**row("", 55)}, {2: 1, 4: 1, 6: 1})
    assert [one[PEOPLE] for one in public_edition(table).rows] == [HIDDEN] * 5 + [40, 40]


def test_a_small_total_leaves_nothing() -> None:
    rows = [row("a", 1), row("b", 3)]
    shown = public_edition(table_of(rows, sums(rows)))
    assert {one[PEOPLE] for one in (*shown.rows, shown.totals)} == {HIDDEN}
    assert {one["delivered"] for one in (*shown.rows, shown.totals)} == {HIDDEN}


def test_a_difference_of_two_periods_is_hidden_with_either() -> None:
    before = [
        {f"{key}_before": value for key, value in one.items()} for one in (row("a", 30), row("b", 3), row("c", 9))
    ]
    now = [row("a", 2), row("b", 20), row("c", 30)]
    rows = [{**one, **other, f"{PEOPLE}_change": 7} for one, other in zip(now, before, strict=True)]
    columns = (
        *COLUMNS,
        Column(f"{PEOPLE}_before", "", "count"),
        Column(f"{PEOPLE}_change", "", "count"),
        Column("delivered_before", "", "money"),
    )
    totals = {**sums(now), f"{PEOPLE}_before": 42, "delivered_before": 42_000}
    shown = public_edition(replace(table_of(rows, totals), columns=columns))
    assert [(one[PEOPLE], one[f"{PEOPLE}_before"], one[f"{PEOPLE}_change"]) for one in shown.rows] == [
        (HIDDEN, 30, HIDDEN), (HIDDEN, HIDDEN, HIDDEN), (30, HIDDEN, HIDDEN),
    ]  # fmt: skip
    assert [one["delivered_before"] for one in shown.rows] == [30_000, HIDDEN, HIDDEN]


def test_notes_are_left_out_unless_they_tell_no_figure() -> None:
    table = replace(
        table_of([row("a", 9)], row("", 9)), notes=("The sex of 1 person is not known.", Open("As closed."))
    )
    assert public_edition(table).notes == ("As closed.",)


def test_people_in_several_rows() -> None:
    """So many stand in two rows that nobody takes the rows for a sum: what is hidden comes to enough by itself."""
    parts = [Part(30), Part(30), Part(2)]
    assert hidden_parts(30, parts) == {2, 0} or hidden_parts(30, parts) == {2, 1}
    assert hidden_parts(61, parts) == {0, 2}


def test_a_table_of_people_has_no_public_edition() -> None:
    with pytest.raises(ValueError, match="no public edition"):
        public_edition(replace(table_of([row("a", 9)], {}), heads=None))
    with pytest.raises(ValueError, match="was not asked"):
        public_edition(replace(table_of([row("a", 9)], {}), filters={}))


@st.composite
def splits(draw: st.DrawFn) -> Row:
    """Projects alive, closed and unknown of those funded, some of whom are not due yet."""
    alive, closed, unknown, later = (draw(st.integers(0, 8)) for _ in range(4))
    due, known = alive + closed + unknown, alive + closed
    return {
        "funded": due + later, "due": due, "since": later, "known": known, "alive": alive, "closed": closed,
        "unknown": unknown, "share": known and 1000 * alive // known, "share_low": due and 1000 * alive // due,
        "share_high": due and 1000 * (alive + unknown) // due, "alive_now": alive,
    }  # fmt: skip


SPLIT = ("due", "known", "alive", "closed", "unknown", "share", "share_low", "share_high", "alive_now")


def made_of(funded: int) -> Iterator[Row]:
    """Give every row that so many funded projects may stand in."""
    for alive, closed, unknown in product(range(funded + 1), repeat=3):
        due, known = alive + closed + unknown, alive + closed
        if due <= funded:
            yield {
                "due": due, "known": known, "alive": alive, "closed": closed, "unknown": unknown, "since": funded - due,
                "share": known and 1000 * alive // known, "share_low": due and 1000 * alive // due,
                "share_high": due and 1000 * (alive + unknown) // due,
            }  # fmt: skip


@settings(max_examples=60, deadline=None)
@given(splits())
def test_what_became_of_projects_cannot_be_worked_out(project: Row) -> None:
    """Tried out: every row that agrees with what is told, shares among it."""
    columns = (Column("funded", "", "count"), *(Column(key, "", "count") for key in SPLIT))
    shown = public_edition(Table("survival", "", "", {"public": "yes"}, columns, (project,), heads=SURVIVAL)).rows[0]
    if shown["funded"] == HIDDEN:
        assert {shown[key] for key in SPLIT} == {HIDDEN}
        return
    told = [key for key in SPLIT if shown[key] != HIDDEN and key != "alive_now"]
    possible = [one for one in made_of(int(str(project["funded"]))) if all(one[key] == shown[key] for key in told)]
    for key in ("due", "alive", "closed", "unknown", "since"):
        if 0 < project[key] < LEAST:
            assert max(one[key] for one in possible) >= LEAST, key


def test_women_of_hidden_rows_come_to_five_too() -> None:
    """Six of two hidden rows, two of whom stand in both: the total tells four, unless another row is hidden."""
    rows = [row("a", 3, women=3), row("b", 12, women=3), row("c", 30, women=10)]
    shown = public_edition(table_of(rows, row("", 43, women=14)))
    assert [(one[PEOPLE], one["women"]) for one in shown.rows] == [(HIDDEN, HIDDEN), (HIDDEN, HIDDEN), (30, HIDDEN)]
