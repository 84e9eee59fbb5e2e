"""Old workbooks as other programs than Excel wrote them: a wrong count or a careless container costs no cell."""

from __future__ import annotations

import struct
from pathlib import Path

import pytest
from openpyxl import Workbook
from tests.importers.reading.made import converted, put, refused, rows_of

from reinsert_cli.importers.reading.xls_strings import shared_strings

NAMES = ("Benfictif", "النسب", "El Exemple")


def record(number: int, content: bytes = b"") -> bytes:
    return struct.pack("<HH", number, len(content)) + content


def string(text: str) -> bytes:
    if text.isascii():
        return struct.pack("<HB", len(text), 0) + text.encode()
    units = text.encode("utf-16-le")
    return struct.pack("<HB", len(units) // 2, 1) + units


def xls(declared: int, used: int = len(NAMES)) -> bytes:
    """Give a bare workbook of a column of names, that says how many shared strings it declares."""

    def begin(kind: int) -> bytes:
        return record(0x809, struct.pack("<HHHHII", 0x600, kind, 0, 1996, 0, 6))

    strings = record(0xFC, struct.pack("<II", used, declared) + b"".join(map(string, NAMES)))
    names = struct.pack("<BBBB", 0, 0, 1, 0) + b"S"
    listed = 4 + 4 + len(names)
    start = len(begin(5)) + listed + len(strings) + len(record(0x0A))
    cells = b"".join(record(0xFD, struct.pack("<HHHI", row, 0, 0, row)) for row in range(used))
    book = begin(5) + record(0x85, struct.pack("<I", start) + names) + strings + record(0x0A)
    return book + begin(0x10) + cells + record(0x0A)


@pytest.mark.parametrize("declared", [0, 2, 3, 9])
def test_shared_strings_that_are_counted_wrong(tmp_path: Path, declared: int) -> None:
    """All that are there are read, whatever number the file says."""
    assert rows_of(put(tmp_path / "a.xls", xls(declared))) == tuple((name,) for name in NAMES)


def test_a_cell_of_a_shared_string_that_is_not_there(tmp_path: Path) -> None:
    assert refused(put(tmp_path / "a.xls", xls(declared=4, used=4))) == "file.broken"


LONG = "é" * 5 + "𝒜" * 3
PIECES = {
    "in one piece": [string("Nom") + string(LONG)],
    "between two": [string("Nom"), string(LONG)],
    "in the middle of a text": [string("Nom") + string(LONG)[:9], b"\1" + string(LONG)[9:]],
    "with half a character left": [string("Nom") + string(LONG)[:9] + b"\0", b"\1" + string(LONG)[9:]],
    "in the middle of a character": [string("Nom") + string(LONG)[:15], b"\1" + string(LONG)[15:]],
    "wide, narrow, wide": [
        string("Nom") + string(LONG)[:5],
        b"\0" + "é".encode("latin-1"),
        b"",
        b"\1" + string(LONG)[7:],
    ],
    "with formats and a guide": [
        struct.pack("<HBHI", 3, 0x0C, 1, 4) + b"Nom" + b"runs",
        b"said" + string(LONG),
    ],
    "followed by rubbish": [string("Nom") + string(LONG), b"\xff\xff\x01\0\0"],
}


@pytest.mark.parametrize("name", PIECES)
def test_shared_strings_across_records(name: str) -> None:
    first, *others = PIECES[name]
    assert shared_strings([b"\0" * 8 + first, *others], 2) == ["Nom", LONG]


def test_shared_strings_cut_short() -> None:
    """What was promised and is not there is no empty text."""
    with pytest.raises(IndexError):
        shared_strings([b"\0" * 8 + string("Nom") + string(LONG)[:9]], 2)


def test_a_container_that_others_refuse(tmp_path: Path) -> None:
    """The mark of the byte order, which nothing depends on, may be the other way round."""
    book = Workbook()
    book.worksheets[0].append(["Nom", 12.5])
    book.save(tmp_path / "a.xlsx")
    content = converted(tmp_path / "a.xlsx", "xls").read_bytes()
    careless = content[:28] + b"\xff\xfe" + content[30:]
    assert rows_of(put(tmp_path / "b.xls", careless)) == (("Nom", 12.5),)
    assert refused(put(tmp_path / "c.xls", careless[: len(careless) // 3])) == "file.broken"
