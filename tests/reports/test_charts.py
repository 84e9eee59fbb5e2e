"""What each report says of its pictures fits its own columns."""

from __future__ import annotations

from pathlib import Path

import pytest

from reinsert_cli.domain.table import Column
from reinsert_cli.reports import REPORTS, standing
from reinsert_cli.reports.filters import Filters
from reinsert_cli.store.reading import reading

DRAWN = {"region", "programme", "centre", "sector", "month", "partner", "batch", "budget", "convention", "survival"}


@pytest.mark.parametrize("name", REPORTS)
def test_a_picture_draws_figures_of_one_unit_and_names_each_row(ledger: Path, name: str) -> None:
    with reading(ledger) as reader:
        table = standing.report(reader, name, Filters())
    columns: dict[str, Column] = {column.key: column for column in table.columns}
    assert bool(table.charts) == (name in DRAWN)
    for chart in table.charts:
        assert {*chart.by, *chart.of, chart.region or chart.by[0]} <= columns.keys()
        assert len({columns[key].unit for key in chart.of}) == 1
        assert columns[chart.of[0]].unit in {"money", "count"}


def test_regions_are_drawn_on_a_map(ledger: Path) -> None:
    with reading(ledger) as reader:
        table = standing.report(reader, "region", Filters())
    assert [chart.region for chart in table.charts] == ["region", "region"]
