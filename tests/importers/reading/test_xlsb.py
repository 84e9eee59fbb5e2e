"""Binary workbooks, written record by record."""

from __future__ import annotations

import struct
from datetime import date
from pathlib import Path

import pytest
from tests.importers.reading.made import put, record, refused, rows_of, wide, xlsb

from reinsert_cli.importers import reader
from reinsert_cli.importers.sheet import Cell, CellError


def row(number: int, *, is_hidden: bool = False) -> bytes:
    return record(0, struct.pack("<IIHBB", number, 0, 300, 0, 0x10 if is_hidden else 0) + b"\0" * 5)


def cell(kind: int, column: int, value: bytes = b"", style: int = 0) -> bytes:
    return record(kind, struct.pack("<II", column, style) + value)


CELLS: dict[str, tuple[bytes, Cell]] = {
    "shared text": (cell(7, 1, struct.pack("<I", 0)), "Benfictif"),
    "text of its own": (cell(6, 1, wide("é‌ا")), "é‌ا"),
    "rich text": (cell(62, 1, b"\1" + wide("El Exemple")), "El Exemple"),
    "real": (cell(5, 1, struct.pack("<d", 12500.5)), 12500.5),
    "whole in hundredths": (cell(2, 1, struct.pack("<I", 1250050 << 2 | 3)), 12500.5),
    "negative whole": (cell(2, 1, struct.pack("<i", -7 << 2 | 2)), -7.0),
    "short real": (cell(2, 1, struct.pack("<d", 1.5)[4:]), 1.5),
    "boolean": (cell(4, 1, b"\1"), True),
    "error": (cell(3, 1, b"\x17"), CellError("#REF!")),
    "formula of a text": (cell(8, 1, wide("ok") + b"\0" * 12), "ok"),
    "formula of a number": (cell(9, 1, struct.pack("<d", 3) + b"\0" * 12), 3.0),
    "formula of an error": (cell(11, 1, b"\x2a" + b"\0" * 12), CellError("#N/A")),
    "no value": (cell(1, 1), None),
    "text that is not there": (cell(7, 1, struct.pack("<I", 9)), CellError("?")),
}


@pytest.mark.parametrize("name", CELLS)
def test_a_cell_is_what_it_shows(tmp_path: Path, name: str) -> None:
    written, expected = CELLS[name]
    content = xlsb([row(0), cell(2, 0, struct.pack("<I", 1 << 2 | 2)), written, record(146)], ["Benfictif"])
    assert rows_of(put(tmp_path / "a.xlsb", content)) == ((1.0, expected) if expected is not None else (1.0,),)


@pytest.mark.parametrize(("is_1904", "expected"), [(False, date(2017, 9, 28)), (True, date(2021, 9, 29))])
def test_dates_of_both_systems(tmp_path: Path, is_1904: bool, expected: date) -> None:
    content = xlsb([row(0), cell(5, 0, struct.pack("<d", 43006), style=1)], is_1904=is_1904)
    assert rows_of(put(tmp_path / "a.xlsb", content)) == ((expected,),)


def test_hidden_rows_and_merged_cells(tmp_path: Path) -> None:
    merged = record(176, struct.pack("<4I", 0, 0, 0, 2))
    content = xlsb([row(0), cell(6, 0, wide("a")), row(1, is_hidden=True), cell(6, 0, wide("b")), record(146), merged])
    sheet = reader.read(put(tmp_path / "a.xlsb", content)).sheets[0]
    assert (sheet.hidden_rows, sheet.merged) == ({2}, ((1, 0, 1, 2),))


def test_cells_without_a_column(tmp_path: Path) -> None:
    """A short cell stands right of the one before it."""
    content = xlsb([row(0), cell(6, 1, wide("a")), record(17, struct.pack("<I", 0) + wide("b"))])
    assert rows_of(put(tmp_path / "a.xlsb", content)) == ((None, "a", "b"),)


def test_a_record_cut_short(tmp_path: Path) -> None:
    assert refused(put(tmp_path / "a.xlsb", xlsb([row(0), cell(6, 0, wide("abc"))[:-2]]))) == "file.broken"
