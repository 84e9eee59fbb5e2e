"""What every bench shares: two commands in turn, the processor's time and the peak memory of each, and their ratio."""

from __future__ import annotations

import os
import resource
import shutil
import statistics
import subprocess
import sys
import tempfile
import venv
from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from reinsert_cli.store.server import Server

ROOT = Path(__file__).parents[1]
ENVIRONMENTS: Final = ROOT / ".bench"
REINSERT = str(Path(sys.executable).with_name("reinsert"))
ENDS: Final = (0, 1)
"""How a command ends that did its work: with 1, a ``check`` that has found something."""


@dataclass(frozen=True, slots=True)
class Size:
    """How much is measured, and how often."""

    rows: int
    lines: int
    people: int
    arrivals: int
    appended: int
    runs: int


FULL = Size(rows=100_000, lines=1_000_000, people=100_000, arrivals=20_000, appended=5_000, runs=3)
SMALL = Size(rows=1_000, lines=2_000, people=500, arrivals=100, appended=100, runs=1)


@dataclass(frozen=True, slots=True)
class Side:
    """A command to measure, and what puts everything in its place before each run."""

    name: str
    command: Sequence[str]
    before: Callable[[], object] = lambda: None
    times: int = 1
    """By how much its time is to be multiplied, where it does a part of the work only."""


@dataclass(frozen=True, slots=True)
class Pair:
    """What is compared: ours, and what somebody would pick instead, or what we are held against."""

    what: str
    ours: Side
    theirs: Sequence[Side]
    runs: int | None = None


def measured(pair: Pair, runs: int) -> Iterable[str]:
    """Run the sides of a pair in turn; give a row of the table for each of theirs."""
    sides = (pair.ours, *pair.theirs)
    found: dict[str, list[tuple[float, int]]] = {side.name: [] for side in sides}
    for _run in range(pair.runs or runs):
        for side in sides:
            side.before()
            found[side.name].append(_spent(side))
    ours = found[pair.ours.name]
    for side in pair.theirs:
        theirs = found[side.name]
        ratio = statistics.median(one / other for (one, _), (other, _) in zip(ours, theirs, strict=True))
        told = [f"{_median(ours):.2f}", str(_most(ours)), side.name, f"{_median(theirs):.2f}", str(_most(theirs))]
        yield f"| {pair.what} | {' | '.join(told)} | {ratio:.2f} × |"


def _median(runs: list[tuple[float, int]]) -> float:
    return statistics.median(seconds for seconds, _memory in runs)


def _most(runs: list[tuple[float, int]]) -> int:
    return max(memory for _seconds, memory in runs)


def _spent(side: Side) -> tuple[float, int]:
    """Run a command; give the processor's seconds, to which others at work hardly add, and its peak memory in MB."""
    usage = used_by(side.command)
    return (usage.ru_utime + usage.ru_stime) * side.times, usage.ru_maxrss // 1024


def used_by(command: Sequence[str], ends: Collection[int] = ENDS) -> resource.struct_rusage:
    """Run a command; give what it used of the machine. Raises SystemExit, with what it said, if it ends otherwise."""
    with tempfile.TemporaryFile() as said:
        process = subprocess.Popen(command, stdout=said, stderr=said, cwd=ROOT)
        _pid, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode not in ends:
            said.seek(0)
            raise SystemExit(f"{command}: {said.read().decode()}")
    return usage


def compile_ours() -> None:
    """Compile the program, as pip does to what it installs: else each run would, where Python may write nothing."""
    subprocess.run([sys.executable, "-m", "compileall", "-q", str(ROOT / "src")], check=True)


def environment(name: str, *packages: str) -> str | None:
    """Give the Python of an environment of packages, kept for the next time; where they cannot be had, say so."""
    folder = ENVIRONMENTS / name
    python = str(folder / "bin" / "python")
    if (folder / "whole").exists():
        return python
    venv.create(folder, with_pip=True, clear=True)
    if subprocess.run([python, "-m", "pip", "install", "--quiet", *packages], check=False).returncode:
        print(f"{', '.join(packages)} cannot be installed here: left out.", file=sys.stderr)
        return None
    (folder / "whole").touch()
    return python


def many(count: int) -> str:
    """Write a number as the page does."""
    return f"{count:,}".replace(",", " ")


def make_lines(path: Path, lines: int) -> None:
    """Make a long ledger, in a process of its own: what this one holds is counted as memory of those it starts."""
    subprocess.run([sys.executable, str(ROOT / "tools" / "many_lines.py"), str(path), str(lines)], check=True)


def address(ledger: Path | Server) -> str:
    """Give what a command is told to find a ledger by: what is printed of a server leaves out who enters it."""
    return str(ledger) if isinstance(ledger, Path) else ledger.url


def reinsert(ledger: Path | Server, *arguments: str) -> list[str]:
    """Give a command of ours on a ledger."""
    return [REINSERT, "--ledger", address(ledger), *arguments]


def copied(ledger: Path, to: Path) -> Callable[[], object]:
    """Give what puts a copy of a ledger in its place."""

    def copy() -> None:
        to.unlink(missing_ok=True)
        shutil.copyfile(ledger, to)

    return copy


def put_between(page: str, target: str, rows: Sequence[str]) -> str:
    """Give a page with these rows between the marks of a target of the Makefile; the words around stay."""
    begins, ends = f"<!-- {target} writes from here -->", f"<!-- {target} writes up to here -->"
    before, _begins, rest = page.partition(f"{begins}\n")
    _former, _ends, after = rest.partition(ends)
    return "\n".join([f"{before}{begins}", *rows, f"{ends}{after}"])
