"""Bars, lines of months and subtotals: what they draw, and where they are not drawn."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest
from rich.cells import cell_len
from tests.render.test_terminal import on_screen

from reinsert_cli.domain import language
from reinsert_cli.domain.table import Chart, Column, Table
from reinsert_cli.render.glance import bar
from reinsert_cli.render.page import page_of
from reinsert_cli.render.page.pictures import pictures
from reinsert_cli.render.text import as_csv, as_json, as_markdown, as_plain


@pytest.fixture
def months() -> Table:
    """Four months of two years, one with nothing, and a handover of which the year alone is known."""
    rows = (("2023-11", 100), ("2023-12", 800), ("2024-01", 0), ("2024-02", 400), ("2024", 900))
    return Table(
        report="month",
        title="Mois",
        as_of="",
        filters={},
        columns=(Column("month", "Mois", "month"), Column("delivered", "Remis", "money")),
        rows=tuple({"month": month, "delivered": value} for month, value in rows),
        totals={"delivered": 2200},
        charts=(Chart("Mois", ("month",), ("delivered",), kind="line"),),
    )


@pytest.fixture
def drilled() -> Table:
    """Two regions, one with two sectors: the subtotals follow their rows."""
    rows = (
        {"region": "MA-03", "sector": "commerce", "delivered": 300},
        {"region": "MA-03", "sector": None, "delivered": 100},
        {"region": "MA-03", "delivered": 400},
        {"region": "MA-09", "sector": "commerce", "delivered": 800},
        {"region": "MA-09", "delivered": 800},
    )
    return Table(
        report="region",
        title="Régions",
        as_of="",
        filters={},
        columns=(
            Column("region", "Région", "code"),
            Column("sector", "Secteur", "code"),
            Column("delivered", "Remis", "money"),
        ),
        rows=rows,
        totals={"delivered": 1200},
        charts=(Chart("Secteurs", ("sector",), ("delivered",)),),
        subtotals={2: 1, 4: 1},
    )


def test_a_month_is_shown_by_its_name_and_kept_as_iso(months: Table) -> None:
    assert "November 2023" in as_plain(months)
    assert "2024, month not known" in as_plain(months)
    assert json.loads(as_json(months))["rows"][0]["month"] == "2023-11"


def test_each_year_is_a_line_of_months(months: Table) -> None:
    """A sign for each month of the span, a point where there is nothing, blank outside it; never in a pipe."""
    seen = on_screen(months, 60).splitlines()
    assert seen[2:5] == ["Remis, from January to December:", "2023            ▁█", "2024  ·▄"]
    assert "█" not in as_plain(months)
    assert "█" not in on_screen(replace(months, charts=()), 60)
    assert "from January" not in on_screen(replace(months, rows=months.rows[:2]), 60)


def test_a_hidden_month_is_neither_nothing_nor_a_height(months: Table) -> None:
    hidden = replace(months, rows=({**months.rows[0], "delivered": "…"}, *months.rows[1:]))
    assert "2023            …█" in on_screen(hidden, 60)


def test_bars_compare_the_rows_but_not_their_sums(drilled: Table) -> None:
    seen = on_screen(drilled, 48).splitlines()
    lines = [line for line in seen if line.startswith("MA-")]
    assert [line.count("█") for line in lines] == [8, 2, 0, 23, 0]
    assert lines[0].endswith("█▋")
    assert "█" not in on_screen(drilled, 30)
    assert "█" not in as_plain(drilled)


def test_bars_keep_their_column_beside_arabic(drilled: Table) -> None:
    """Each row's begins in the same cell, whatever its words are; a mark before it keeps it there."""
    language.use("ar")
    rows = tuple({**row, "sector": "تجارة" if row["delivered"] == 300 else "بناء"} for row in drilled.rows)
    shown = on_screen(replace(drilled, rows=rows, subtotals={}), 48).splitlines()
    lines = [line for line in shown if "█" in line]
    assert len(lines) == 5
    assert {cell_len(line.partition("█")[0]) for line in lines} == {24}
    assert all("\N{LEFT-TO-RIGHT MARK}█" in line for line in lines)


@pytest.mark.parametrize(("value", "drawn"), [(0, ""), (-5, ""), (1, "▏"), (500, "████"), (1000, "████████")])
def test_one_bar(value: int, drawn: str) -> None:
    """Whatever is above nothing can be seen."""
    assert bar(value, 1000, 8) == drawn


def test_subtotals_are_blank_where_they_say_nothing(drilled: Table) -> None:
    """Unknown is another thing: it stays a dash. What follows the word "Total" is blank."""
    lines = [line.split() for line in as_plain(drilled).splitlines() if line.startswith("MA-03")]
    assert lines == [["MA-03", "commerce", "3,00"], ["MA-03", "—", "1,00"], ["MA-03", "Total", "4,00"]]
    assert "| **MA-03** | **Total** | **4,00** |" in as_markdown(drilled)
    assert "Secteur" not in on_screen(drilled, 15).split("\n\n")[3]


def test_a_program_adds_rows_up_without_subtotals(drilled: Table) -> None:
    assert len(as_csv(drilled).splitlines()) == 4
    answer = json.loads(as_json(drilled))
    assert [row["delivered"] for row in answer["rows"]] == ["3.00", "1.00", "8.00"]
    assert answer["subtotals"] == [
        {"level": 1, "region": "MA-03", "sector": None, "delivered": "4.00"},
        {"level": 1, "region": "MA-09", "sector": None, "delivered": "8.00"},
    ]
    assert "subtotals" not in json.loads(as_json(replace(drilled, subtotals={})))


def test_a_page_draws_the_groups_and_keeps_their_rows_in_order(drilled: Table) -> None:
    """Sums stand out, are no rows to be counted, and sorting would tear them from what they sum up."""
    drawn = replace(drilled, charts=(Chart("Régions", ("region",), ("delivered",)),))
    page = page_of([drawn])
    assert page.count('<tr class="subtotal">') == 2
    assert "3 rows" in page
    assert "data-sort" not in page.partition("<script>")[0]
    assert [bar.text for bar in pictures(drawn)[0].bars] == ["4,00", "8,00"]
    assert "data-sort" in page_of([replace(drawn, subtotals={})]).partition("<script>")[0]
