"""The benches in their smallest form: that they run, and that the page keeps its words."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from tests.support import Run
from tools.many_lines import make
from tools.measuring import ROOT, Pair, Side, measured, put_between


def test_the_table_is_written_between_its_marks() -> None:
    page = "Before.\n<!-- make it writes from here -->\n| old |\n<!-- make it writes up to here -->\nAfter."
    once = put_between(page, "make it", ["| one |"])
    assert once == page.replace("| old |", "| one |")
    assert put_between(put_between(page, "make it", ["| two |", "| three |"]), "make it", ["| one |"]) == once


@pytest.mark.parametrize(("page", "target"), [("performance", "make bench"), ("scale", "make scale")])
def test_the_pages_have_their_marks(page: str, target: str) -> None:
    text = (ROOT / "docs" / f"{page}.md").read_text(encoding="utf-8")
    assert text.count(f"<!-- {target} writes from here -->\n") == 1
    assert text.count(f"\n<!-- {target} writes up to here -->") == 1


def test_a_pair_is_a_row_of_the_table() -> None:
    command = [sys.executable, "-S", "-c", ""]
    (row,) = measured(Pair("nothing", Side("ours", command), [Side("theirs", command, times=3)]), 1)
    what, _ours, _memory, name, _theirs, _their_memory, ratio = row.strip("| ").split(" | ")
    assert (what, name, ratio[-1]) == ("nothing", "theirs", "×")


@pytest.mark.file_only
def test_what_check_finds_of_an_invented_ledger_is_what_was_invented(tmp_path: Path, run: Run) -> None:
    """Its audit proves every row and posting, as that of a ledger that the program wrote."""
    make(tmp_path / "long.db", 200)
    found = run("--ledger", str(tmp_path / "long.db"), "check", "--format", "json", status=None).json["checks"]
    assert {one["code"] for one in found if not one["ok"]} <= {"batch.receipts", "batch.to_come", "person.paid_twice"}
