"""The benches in their smallest form: that they run, and that the page keeps its words."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from tests.support import Run

ROOT = Path(__file__).parents[1]


@pytest.fixture(autouse=True)
def tools(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.syspath_prepend(ROOT / "tools")


def test_the_table_is_written_between_its_marks() -> None:
    import bench  # noqa: PLC0415

    page = bench.PAGE.read_text(encoding="utf-8")
    once = bench.written(page, ["| one |"])
    assert bench.written(bench.written(page, ["| two |"]), ["| one |"]) == once
    before, _begins, rest = page.partition(bench.BEGINS)
    assert once.startswith(before)
    assert once.endswith(rest.partition(bench.ENDS)[2])
    assert "\n| one |\n" in once


def test_a_pair_is_a_row_of_the_table() -> None:
    from measuring import Pair, Side, measured  # noqa: PLC0415

    command = [sys.executable, "-S", "-c", ""]
    (row,) = measured(Pair("nothing", Side("ours", command), [Side("theirs", command, times=3)]), 1)
    what, _ours, _memory, name, _theirs, _their_memory, ratio = row.strip("| ").split(" | ")
    assert (what, name, ratio[-1]) == ("nothing", "theirs", "×")


def test_what_check_finds_of_an_invented_ledger_is_what_was_invented(tmp_path: Path, run: Run) -> None:
    """Its audit proves every row and posting, as that of a ledger that the program wrote."""
    from many_lines import make  # noqa: PLC0415

    make(tmp_path / "long.db", 200)
    found = run("--ledger", str(tmp_path / "long.db"), "check", "--format", "json", status=None).json["checks"]
    assert {one["code"] for one in found if not one["ok"]} <= {"batch.receipts", "batch.to_come", "person.paid_twice"}
