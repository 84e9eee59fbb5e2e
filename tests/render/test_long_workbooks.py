"""Tables longer than what is kept in memory: written as they are read, as exact and as careful as the others."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from zipfile import ZipFile

import pytest
from openpyxl import load_workbook

from reinsert_cli.domain.table import Column, Row, Streamed, Table
from reinsert_cli.render import sheet as sheets
from reinsert_cli.render import workbook
from reinsert_cli.render.workbook import write_workbook

ROWS = 40


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "report.xlsx"


@pytest.fixture
def long(monkeypatch: pytest.MonkeyPatch) -> Table:
    """Forty rows where twenty are already long."""
    monkeypatch.setattr(workbook, "MOST_IN_MEMORY", 20)

    def read() -> Iterator[Row]:
        for number in range(ROWS):
            yield {"entry": number, "reason": f"=cmd|{number}", "amount": 1, "on": "2024-03-12"}

    columns = (
        Column("entry", "Entry", "count"),
        Column("reason", "Reason", "text"),
        Column("amount", "Amount", "money"),
        Column("on", "Day", "date"),
    )
    return Table("long", "Journal", "2026-11-21", {}, columns, Streamed(read), {"amount": ROWS}, notes=("End.",))


def test_a_long_table_is_written_whole(path: Path, long: Table) -> None:
    write_workbook([long], path)
    book = load_workbook(path)
    sheet = book.worksheets[0]
    assert [sheet.cell(row, 1).value for row in range(5, 5 + ROWS)] == list(range(ROWS))
    assert sheet.auto_filter.ref == f"A4:D{4 + ROWS}"
    assert (sheet["B6"].value, sheet["B6"].quotePrefix, sheet["C5"].value) == ("=cmd|1", True, 0.01)
    assert (sheet.cell(5 + ROWS, 3).value, sheet.cell(9 + ROWS, 1).value) == (0.4, "End.")
    xml = ZipFile(path).read("xl/worksheets/sheet1.xml").decode()
    assert all("SUBTOTAL" in found or "ROUND" in found for found in re.findall("<f>(.*?)</f>", xml))


def test_a_long_table_gives_the_same_bytes_and_leaves_nothing_beside(path: Path, long: Table) -> None:
    write_workbook([long], path)
    first = path.read_bytes()
    write_workbook([long], path)
    assert path.read_bytes() == first
    assert list(path.parent.iterdir()) == [path]


def test_what_is_set_aside_is_never_in_the_machines_folder_for_such_things(
    path: Path, long: Table, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A ledger may be encrypted: nothing of it lies about elsewhere, not even for a moment."""
    monkeypatch.setenv("TMPDIR", str(path.parent / "nowhere"))
    monkeypatch.setattr("tempfile.tempdir", str(path.parent / "nowhere"))
    seen: list[int] = []

    def watched() -> Iterator[Row]:
        for row in long.rows:
            seen.extend(folder.stat().st_mode & 0o777 for folder in path.parent.glob(".reinsert-*") if folder.is_dir())
            yield row

    write_workbook([replace(long, rows=Streamed(watched))], path)
    assert set(seen) == {0o700}


def test_rows_that_end_badly_leave_nothing(path: Path, long: Table) -> None:
    def broken() -> Iterator[Row]:
        yield from long.rows
        raise OSError(5, "Input/output error")

    with pytest.raises(OSError, match="Input/output"):
        write_workbook([replace(long, rows=Streamed(broken))], path)
    assert list(path.parent.iterdir()) == []


def test_more_rows_than_a_sheet_holds_go_on_upon_the_next(
    path: Path, long: Table, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Under the same headings; the totals stand at the end, without a check that would see a part only."""
    monkeypatch.setattr(sheets, "MOST_ROWS", 30)
    write_workbook([long], path)
    book = load_workbook(path)
    assert book.sheetnames == ["Journal", "Journal (2)"]
    first, second = book.worksheets
    assert (first.max_row, second["A4"].value, second["A5"].value) == (34, "Entry", 30)
    assert (second["C15"].value, second["A17"].value) == (0.4, "End.")
