"""Whoever reads a report without knowing the program finds what each of its columns means."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.support import Run

from reinsert_cli.domain.definitions import MEANINGS, PLAIN, meaning
from reinsert_cli.reports import REPORTS


def columns_of(run: Run, report: str) -> set[str]:
    return {column["key"] for column in run("report", report, "--format", "json").json["columns"]}


@pytest.mark.parametrize("report", REPORTS)
def test_every_column_is_defined_or_plainly_named(ledger: Path, run: Run, report: str) -> None:
    assert {key for key in columns_of(run, report) if meaning(report, key) is None} <= PLAIN


def test_nothing_is_defined_that_no_report_shows(ledger: Path, run: Run) -> None:
    shown = {report: columns_of(run, report) for report in REPORTS}
    everywhere = set().union(*shown.values())
    told = {key.rpartition(".") for key in MEANINGS}
    assert not {key for report, _dot, key in told if key not in (shown[report] if report else everywhere)}
    assert not PLAIN - everywhere
    assert not PLAIN & MEANINGS.keys()


def test_drill_downs_and_comparisons_are_defined_too(ledger: Path, run: Run) -> None:
    """What was before and how it changed mean the same beside every figure: they are told once."""
    asked = ("report", "region", "--year", "2024", "--compare", "year", "--by", "province", "--format", "html")
    page = run(*asked).out
    assert page.count("The same figure for the period that this one is compared with.") == 1
    assert page.count("Prefecture or province of the person, else of their centre") == 2
    assert "The same figure for" not in run(*asked[:4], "--format", "html").out


def test_one_word_means_two_things_in_two_reports() -> None:
    assert meaning("documents", "state") != meaning("people", "state")
    assert meaning("region", "batch") is None
