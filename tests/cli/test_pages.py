"""``--format html``: any report and any card as one page, on the screen or in a file of its owner's alone."""

from __future__ import annotations

import stat
from pathlib import Path

import pytest
from tests.render.markup import parsed
from tests.support import Run

from reinsert_cli.reports import REPORTS


@pytest.fixture
def held(filled: Path, run: Run) -> Path:
    """A ledger whose one batch was handed over, with a statement that says otherwise."""
    run("batch", "lock", "b1")
    run("batch", "hold", "b1", "--on", "2024-12-06")
    run(
        "statement",
        "add",
        "--batch",
        "b1",
        "--measure",
        "amount",
        "--value",
        "plus de 500.000 DH",
        "--source",
        "Presse",
    )
    return filled


@pytest.mark.parametrize("name", REPORTS)
def test_every_report_is_a_page(held: Path, run: Run, name: str) -> None:
    """What stands in the plain table stands in the page."""
    page = parsed(run("report", name, "--format", "html").out)
    plain = run("report", name, "--format", "json").json
    assert page.all("h1")[0].text == plain["title"]
    assert len(page.all("tr")) == (len(plain["rows"]) + 1 + bool(plain["totals"]) if plain["rows"] else 0)
    assert [element.text for element in page.all("th", scope="col")] == [
        column["label"] for column in plain["columns"] if plain["rows"]
    ]


def test_the_map_knows_the_regions_of_the_ledger(held: Path, run: Run) -> None:
    page = parsed(run("--lang", "fr", "report", "region", "--format", "html").out)
    assert "3 Fès-Meknès · 29\u00a0500,50" in [element.text for element in page.all("use")]


def test_a_card_is_one_page_of_several_tables(held: Path, run: Run) -> None:
    page = parsed(run("batch", "show", "b1", "--format", "html").out)
    assert len(page.all("h1")) == 1
    assert len(page.all("table")) == 3


def test_the_file_s_suffix_names_the_format(held: Path, run: Run, tmp_path: Path) -> None:
    """Written whole, for its owner alone; the same ledger gives the same bytes, and the screen the same page."""
    path = tmp_path / "region.html"
    run("--lang", "ar", "report", "region", "-o", path)
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert run("--lang", "ar", "report", "region", "--format", "html").out == path.read_text("utf-8")
    assert 'lang="ar" dir="rtl"' in path.read_text("utf-8")
