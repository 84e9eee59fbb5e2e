"""Many writers at once: ``python -m tools.faults.crowd [PROCESSES [WRITES]]``.

So many processes write so often each to one ledger while another reads it. Every write that was told as done is there,
once; whoever could not write in time was told so, in a sentence, with status 5; whoever waited long was told that too.
"""

from __future__ import annotations

import sqlite3
import sys
import tempfile
import time
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from pathlib import Path

from tools.faults.flips import DEEP
from tools.faults.scene import LOOK
from tools.faults.warm import Command, Ended, program

BOUND = 60.0
"""Seconds that no command may take, its waiting included, on a machine however busy."""


def writes_of(folder: Path, writer: int, count: int) -> list[Ended]:
    """Write so often, one write after the other, from a process of this writer's."""
    with program() as running:
        return [
            running.run(_command(folder, "partner", "add", f"p-{writer}-{number}", "--name", "Partenaire"))
            for number in range(count)
        ]


def _command(folder: Path, *words: str) -> Command:
    return Command(words, str(folder), {"REINSERT_LEDGER": "ledger.db"})


def crowd(folder: Path, writers: int, count: int) -> tuple[Counter[str], float]:
    """Let so many write at once, and look; give how the writes ended, and the longest seconds of one."""
    with program() as running, ThreadPoolExecutor(writers) as pool:
        assert running.run(_command(folder, "init")).status == 0
        under_way = [pool.submit(writes_of, folder, writer, count) for writer in range(writers)]
        reads = []
        while not all(one.done() for one in under_way):
            reads.append(running.run(_command(folder, *LOOK)))
            time.sleep(0.2)
        told = [one.result() for one in under_way]
        proved = running.run(_command(folder, *DEEP))
    assert proved.status == 0, proved
    assert all(read.status == 0 for read in reads), reads
    _require_nothing_lost(folder, told)
    ends = [ended for one in told for ended in one]
    for ended in ends:
        assert ended.status == 0 or (ended.status == 5 and "more than 10 seconds" in ended.err), ended
        assert ended.seconds < BOUND, ended
    counts = Counter("written" if ended.status == 0 else "told to try again" for ended in ends)
    counts["told that it waits"] += sum("waiting" in ended.err for ended in ends)
    return counts, max(ended.seconds for ended in ends)


def _require_nothing_lost(folder: Path, told: list[list[Ended]]) -> None:
    done = {
        f"p-{writer}-{number}"
        for writer, ends in enumerate(told)
        for number, ended in enumerate(ends)
        if ended.status == 0
    }
    with closing(sqlite3.connect(folder / "ledger.db")) as database:
        assert {code for (code,) in database.execute("SELECT code FROM partner")} == done
        ((records,),) = database.execute("SELECT COUNT(*) FROM audit WHERE command = 'partner add'")
    assert records == len(done)


def main() -> None:
    """Let as many write as asked for, and print how it ended."""
    writers = int(sys.argv[1]) if len(sys.argv) > 1 else 8
    count = int(sys.argv[2]) if len(sys.argv) > 2 else 100
    with tempfile.TemporaryDirectory() as folder:
        counts, longest = crowd(Path(folder), writers, count)
    said = ", ".join(f"{end} {times}" for end, times in counts.items())
    print(f"together: {writers} processes, {count} writes each: {said}; none lost; the longest {longest:.1f} s")


if __name__ == "__main__":
    main()
