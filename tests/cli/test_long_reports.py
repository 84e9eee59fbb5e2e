"""Reports of any length: read while they are written, and read whole before anybody pages through them."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest
from openpyxl import load_workbook
from tests.support import Run

from reinsert_cli.cli.show import written_or_read
from reinsert_cli.domain.table import Streamed
from reinsert_cli.reports import journal, people
from reinsert_cli.reports.filters import Filters
from reinsert_cli.store.reading import reading


def test_what_may_be_long_is_streamed_and_shown_after_the_ledger_is_closed(filled: Path) -> None:
    with reading(filled) as reader:
        tables = (journal.report(reader, Filters()), people.report(reader, people.Wanted()))
        read = [written_or_read(table, "table", None) for table in tables]
    assert all(isinstance(table.rows, Streamed) for table in tables)
    assert [len(table.rows) > 0 for table in read if table] == [True, True]


@pytest.mark.parametrize("command", [("report", "journal"), ("beneficiary", "list")])
def test_a_workbook_says_what_the_screen_says(filled: Path, run: Run, tmp_path: Path, command: tuple[str, str]) -> None:
    run("batch", "lock", "b1")
    run(*command, "-o", tmp_path / "long.xlsx")
    told = list(csv.reader(run(*command, "--format", "csv").out.splitlines()))[1:]
    sheet = load_workbook(tmp_path / "long.xlsx").worksheets[0]
    written = [str(row[0].value) for row in sheet.iter_rows(min_row=5, max_row=4 + len(told))]
    assert written == [row[0] for row in told]
    assert len(written) > 2
