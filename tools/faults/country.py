"""A country writes at once: ``python -m tools.faults.country [SECONDS [REGIONS [CLIENTS]]]``.

Each region is a process of so many clients, all of them writing to one ledger on a private server that keeps what it
says it keeps: money moved between envelopes, handovers planned, summaries read. In the middle one process is killed,
and then the server. At the end nothing that was told as done is missing, nothing is there twice, the money adds up and
``check`` finds nothing.
"""

from __future__ import annotations

import multiprocessing
import os
import random
import signal
import sys
import tempfile
import threading
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from multiprocessing.queues import Queue
from pathlib import Path
from statistics import quantiles
from typing import Any, Final

from tools import postgres

from reinsert_cli.domain.faults import Refusal
from reinsert_cli.domain.money import Amount
from reinsert_cli.ledger import batch, budget, checks, partner, programme
from reinsert_cli.reports import budget as budget_report
from reinsert_cli.reports.filters import Filters
from reinsert_cli.store import migrate
from reinsert_cli.store.reading import reading
from reinsert_cli.store.server import Server
from reinsert_cli.store.work import writing

KEEPS: Final = ("max_connections=120", "listen_addresses=")
"""A server as it comes: what it tells as done is on the disk."""

EACH: Final = 1_000_000_00
"""Centimes that each region's envelope begins with."""

MOVED: Final = 1_00
YEAR: Final = 2026


@dataclass
class Told:
    """What one client was told: the codes of what was done, seconds of each act, and how often what else happened."""

    planned: list[str] = field(default_factory=list)
    moved: int = 0
    seconds: list[float] = field(default_factory=list)
    other: Counter[str] = field(default_factory=Counter)


def region(ledger: Server, number: int, clients: int, until: float, regions: int, answers: Queue[Any]) -> None:
    """Be one region: its clients each in a thread."""
    told = [Told() for _client in range(clients)]
    threads = [
        threading.Thread(target=_client, args=(ledger, f"{number}-{place}", number, until, regions, told[place]))
        for place in range(clients)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    answers.put((number, told))


def _client(ledger: Server, name: str, number: int, until: float, regions: int, told: Told) -> None:
    draw = random.Random(name)
    acts = 0
    while time.time() < until:
        acts += 1
        started = time.monotonic()
        try:
            _act(ledger, draw, f"b-{name}-{acts}", number, regions, told)
        except Refusal as refusal:
            told.other[refusal.fault.code] += 1
            time.sleep(0.2)
        else:
            told.seconds.append(time.monotonic() - started)


def _act(ledger: Server, draw: random.Random, code: str, number: int, regions: int, told: Told) -> None:
    what = draw.random()
    if what < 0.5:
        target = draw.choice([other for other in range(regions) if other != number])
        with writing(ledger, "budget transfer") as work:
            budget.transfer(work, f"env-{number}", f"env-{target}", MOVED, "together")
        told.moved += 1
    elif what < 0.8:
        with writing(ledger, "batch plan") as work:
            batch.plan(work, code, "micro", YEAR, "MA-FES")
        told.planned.append(code)
    else:
        with reading(ledger) as reader:
            total = sum(int(row["available"]) for row in budget_report.report(reader, Filters()).rows)
        if total != regions * EACH:
            told.other["a read that does not add up"] += 1


def begin(ledger: Server, regions: int) -> None:
    """Make the ledger: an envelope for each region."""
    migrate.create(ledger)
    with writing(ledger, "begin") as work:
        programme.add(work, "micro", "Micro-projets")
        for number in range(regions):
            partner.add(work, f"fund-{number}", "Bailleur")
            terms = budget.Terms(Amount(EACH, "exact", str(EACH // 100)))
            budget.add(work, f"env-{number}", ("micro", YEAR, f"fund-{number}"), terms)


@contextmanager
def killed_in_the_middle(folder: Path, processes: list[Any], seconds: float) -> Iterator[list[float]]:
    """Kill one region's process after a third of the time, the server after two; give how long the server was away."""
    away: list[float] = []

    def kill() -> None:
        time.sleep(seconds / 3)
        os.kill(processes[-1].pid, signal.SIGKILL)
        time.sleep(seconds / 3)
        began = time.monotonic()
        os.kill(postgres.process_of(folder), signal.SIGKILL)
        postgres.start_again(folder, KEEPS)
        away.append(time.monotonic() - began)

    thread = threading.Thread(target=kill)
    thread.start()
    yield away
    thread.join()


def together(folder: Path, seconds: float, regions: int, clients: int) -> str:
    """Let a country write, and give what was seen. Raises AssertionError where something is not as it must be."""
    with postgres.server(folder, KEEPS) as address:
        ledger = Server.of(postgres.make(address, "together"))
        begin(ledger, regions)
        answers: Queue[Any] = multiprocessing.Queue()
        until = time.time() + seconds
        processes = [
            multiprocessing.Process(target=region, args=(ledger, number, clients, until, regions, answers))
            for number in range(regions)
        ]
        for process in processes:
            process.start()
        with killed_in_the_middle(folder, processes, seconds) as away:
            told = [one for _process in processes[:-1] for one in answers.get()[1]]
        for process in processes:
            process.join()
        _require_whole(ledger, told, regions)
    return _said(told, seconds, away[0])


def _require_whole(ledger: Server, told: list[Told], regions: int) -> None:
    with reading(ledger) as reader:
        found = [finding for finding in checks.run(reader) if not finding.ok]
        planned = set(reader.column("SELECT code FROM batch"))
        total = reader.value("SELECT SUM(available) FROM v_envelope")
        moved = reader.value("SELECT COUNT(*) FROM audit WHERE command = 'budget transfer'")
        records = reader.value("SELECT MAX(id) - COUNT(*) FROM audit")
    assert not found, found
    assert not records, "a number of the audit is missing"
    assert total == regions * EACH, total
    lost = {code for one in told for code in one.planned} - planned
    assert not lost, f"told as done, and lost: {len(lost)}"
    assert moved >= sum(one.moved for one in told), "a transfer was told as done, and lost"
    assert not sum(one.other["a read that does not add up"] for one in told)


def _said(told: list[Told], seconds: float, away: float) -> str:
    taken = sorted(second for one in told for second in one.seconds)
    cuts = quantiles(taken, n=100)
    other = sum((one.other for one in told), Counter())
    refused = ", ".join(f"{code} {count}" for code, count in other.most_common()) or "none"
    return (
        f"{len(told)} clients, {seconds:.0f} s, the server killed and away for {away:.1f} s: {len(taken)} acts "
        f"({len(taken) / seconds:.0f} a second); p50 {cuts[49]:.2f} s, p95 {cuts[94]:.2f} s, p99 {cuts[98]:.2f} s; "
        f"refused: {refused}; nothing lost, nothing twice, check clean"
    )


def main() -> int:
    """Let as many write as asked for, and print what was seen; give 77 where there is no server to play on."""
    if postgres.programs() is None:
        print("SKIPPED: PostgreSQL is not installed (apt-get install postgresql)", file=sys.stderr)
        return postgres.SKIPPED
    seconds, regions, clients = (*map(int, sys.argv[1:]), *(60, 12, 4)[len(sys.argv) - 1 :])
    with tempfile.TemporaryDirectory(prefix="reinsert-pg-") as folder:
        print(f"a country at once: {together(Path(folder), seconds, regions, clients)}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
