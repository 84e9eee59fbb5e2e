"""Delimited text as spreadsheet programs save it: as wide and as long as the formats of the sheet went."""

from __future__ import annotations

from pathlib import Path

from tests.importers.reading.made import put, refused, rows_of


def test_delimiters_far_beyond_the_table(tmp_path: Path) -> None:
    """Columns and rows that hold nothing are no reason to refuse a list; a blank row within it counts."""
    far = ";" * 16_000
    lines = [f"Nom;Montant{far}", f";{far}", f"Benfictif;12,50{far}", *[f";{far}"] * 100, *[";"] * 400_000]
    path = put(tmp_path / "a.csv", "\r\n".join(lines).encode())
    assert rows_of(path) == (("Nom", "Montant"), (), ("Benfictif", "12,50"))


def test_nothing_but_delimiters(tmp_path: Path) -> None:
    assert refused(put(tmp_path / "a.csv", (";" * 1000 + "\n").encode() * 100)) == "file.empty"


def test_a_table_wider_than_anyone_fills(tmp_path: Path) -> None:
    """A value far to the right is not cut off in silence."""
    assert refused(put(tmp_path / "a.csv", ("a;b\nc;d" + ";" * 1000 + "e").encode())) == "file.too_large"
