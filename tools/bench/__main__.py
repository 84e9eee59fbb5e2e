"""Every pair that docs/performance.md tells of: ``make bench``, or ``python -m tools.bench --small`` in a minute.

It prints the table as it grows, and at full size writes it into the page, between the marks; the words around stay.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from tools.bench import export, lists, reports
from tools.measuring import (
    FULL,
    REINSERT,
    ROOT,
    SMALL,
    Pair,
    Side,
    Size,
    compile_ours,
    environment,
    make_lines,
    many,
    measured,
    put_between,
    reinsert,
)

PAGE = ROOT / "docs" / "performance.md"
HEADINGS = (
    "| what | ours, s | peak MB | beside | theirs, s | peak MB | ours is |",
    "|---|---:|---:|---|---:|---:|---:|",
)
STARTS = 15
"""How often what takes a blink is measured."""

BARE = """
import typer
app = typer.Typer()
@app.command()
def hello(name: str): print(name)
@app.command()
def bye(name: str): print(name)
app()
"""
OF_SQLITE = """
import sqlite3, sys
with sqlite3.connect(sys.argv[1]) as database:
    for pragma in ("integrity_check", "foreign_key_check"):
        database.execute(f"PRAGMA {pragma}").fetchall()
"""


def main(arguments: list[str]) -> None:
    """Measure every pair; at full size, write them into the page."""
    is_small = "--small" in arguments
    size = SMALL if is_small else FULL
    rows: list[str] = []
    compile_ours()
    print(*HEADINGS, sep="\n")
    with tempfile.TemporaryDirectory() as name:
        for pair in pairs(Path(name), size):
            for row in measured(pair, size.runs):
                rows.append(row)
                print(row, flush=True)
    if not is_small:
        page = put_between(PAGE.read_text(encoding="utf-8"), "make bench", [*HEADINGS, *rows])
        PAGE.write_text(page, encoding="utf-8")


def pairs(folder: Path, size: Size) -> Iterator[Pair]:
    """Give what is compared, one after the other: what each needs is made when its turn has come."""
    yield from starts(folder)
    others = environment("others", "pandas", "openpyxl", "python-calamine", "duckdb", "rapidfuzz")
    yield from export.pairs(folder, size)
    long = folder / "long.db"
    make_lines(long, size.lines)
    yield from lists.pairs(folder, size, long, others)
    yield from reports.pairs(folder, size, long, others)
    yield from checks(folder, size)


def starts(folder: Path) -> Iterator[Pair]:
    """Give the commands that are over before one has looked: each other program in an environment of its own."""
    ledger, bare = folder / "demo.db", folder / "bare.py"
    subprocess.run([REINSERT, "demo", "--keep", str(ledger)], check=True, capture_output=True)
    bare.write_text(BARE)
    typer = environment("typer", "typer>=0.28,<0.29")
    utils = environment("utils", "sqlite-utils")
    if typer:
        theirs = Side("a bare Typer program, --help", [typer, str(bare), "--help"])
        yield Pair("--help", Side("reinsert", [REINSERT, "--help"]), [theirs], STARTS)
    if utils:
        theirs = Side("sqlite-utils tables", [str(Path(utils).with_name("sqlite-utils")), "tables", str(ledger)])
        yield Pair("report region, demo", Side("reinsert", reinsert(ledger, "report", "region")), [theirs], STARTS)


def checks(folder: Path, size: Size) -> Iterator[Pair]:
    """Give the check of a ledger of a quarter as many lines, so of about as many postings."""
    ledger = folder / "checked.db"
    make_lines(ledger, size.lines // 4)
    yield Pair(
        f"check, {many(size.lines)} postings",
        Side("reinsert", reinsert(ledger, "check")),
        [Side("SQLite's own checks of the file", [sys.executable, "-c", OF_SQLITE, str(ledger)])],
    )


if __name__ == "__main__":
    main(sys.argv[1:])
