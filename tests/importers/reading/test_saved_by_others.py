"""One workbook saved by LibreOffice in its formats: the same cells, errors, hidden rows and dates in each."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from openpyxl import Workbook
from openpyxl.utils.datetime import CALENDAR_MAC_1904
from tests.importers.reading.made import converted, refused, shortened

from reinsert_cli.importers import reader
from reinsert_cli.importers.sheet import CellError

HEADINGS = ("Nom", "المبلغ", "Date", "Durée", "Oui", "Reste")


def made(path: Path, *, is_1904: bool = False) -> Path:
    """Write a list with a banner, a hidden row, a formula that fails, a hidden sheet."""
    book = Workbook()
    if is_1904:
        book.epoch = CALENDAR_MAC_1904
    sheet = book.worksheets[0]
    sheet.append(("Liste des bénéficiaires",))
    sheet.append(HEADINGS)
    sheet.append(("Benfictif", 12500.5, date(2017, 9, 28), 1.25, True, "=1/0"))
    sheet.append(("El Exemple", 7, date(1984, 3, 5), 0.5, False, "=B3*2"))
    for row in (3, 4):
        sheet.cell(row, 4).number_format = "[h]:mm:ss"
    sheet.merge_cells("A1:F1")
    sheet.row_dimensions[4].hidden = True
    book.create_sheet("Caché").append(("x",))
    book.worksheets[1].sheet_state = "hidden"
    book.save(path)
    return path


@pytest.mark.parametrize("suffix", ["xls", "ods", "xlsx"])
@pytest.mark.parametrize("is_1904", [False, True])
def test_every_format_tells_the_same(tmp_path: Path, suffix: str, is_1904: bool) -> None:
    path = converted(made(tmp_path / "list.xlsx", is_1904=is_1904), suffix)
    shown, hidden = reader.read(path).sheets
    assert [shortened(row) for row in shown.rows[:3]] == [
        ("Liste des bénéficiaires",),
        HEADINGS,
        ("Benfictif", 12500.5, date(2017, 9, 28), "30:00:00", True, CellError("#DIV/0!")),
    ]
    assert shown.rows[3][:3] == ("El Exemple", 7.0, date(1984, 3, 5))
    assert shown.rows[3][5] == 25001.0
    assert shown.hidden_rows == {4}
    assert shown.merged == ((1, 0, 1, 5),)
    assert (hidden.title, hidden.is_hidden) == ("Caché", True)


def test_the_content_decides_not_the_suffix(tmp_path: Path) -> None:
    """A workbook under another's name is read for what it is."""
    old = converted(made(tmp_path / "list.xlsx"), "xls")
    named = old.rename(tmp_path / "list.csv")
    assert len(reader.read(named).sheets[0].rows) == 4
    assert reader.read((tmp_path / "list.xlsx").rename(tmp_path / "b.xls")).sheets[0].rows[1] == HEADINGS


def test_an_old_workbook_cut_short(tmp_path: Path) -> None:
    path = converted(made(tmp_path / "list.xlsx"), "xls")
    path.write_bytes(path.read_bytes()[:3000])
    assert refused(path) == "file.broken"
