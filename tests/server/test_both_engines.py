"""The same commands on a file and on a server: the same answers, the same chain, to the last digest."""

from __future__ import annotations

import random
import re
import secrets
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from tests.support import Run, unguarded

from reinsert_cli.reports import people, person_card
from reinsert_cli.store import postgres, server
from reinsert_cli.store.reading import reading
from reinsert_cli.store.server import Server

LIFE = (
    "partner add fund --name Bailleur",
    "partner add other --name Autre",
    "programme add micro --name Micro-projets --name-ar المشاريع",
    "convention add accord --programme micro --partner fund --amount 1_000_000",
    "budget add env --programme micro --fiscal-year 2026 --funder fund --amount 200_000,00 --convention accord",
    "budget add env2 --programme micro --fiscal-year 2026 --funder other --amount 50_000,00",
    "batch plan b1 --programme micro --fiscal-year 2026 --province MA-FES",
    "batch plan b2 --programme micro --fiscal-year 2026 --province MA-MEK",
    "import {people} --as distributions --batch b1 --envelope env",
    "batch share b1 1 env=1 env2=2",
    "batch lock b1",
    "batch hold b1 --on 2026-01-10 --absent {absent} --roll-to b2",
    "batch receipts b1 --others present",
    "batch correct b1 1 --amount 12_000,00 --reason erreur",
    "batch return b1 1 --on 2026-01-12 --reason retour",
    "batch reconcile b1",
    "period close 2025-12",
    "statement add batch b1 --amount 30_000 --source presse --qualifier over",
    "imports undo I-000009",
    "beneficiary rectify {absent} --phone 0600000000 --reason erreur",
    "beneficiary erase {absent} --reason demande --yes",
)
ASKED = (
    "report region", "report programme", "report budget", "report batch", "report people", "report journal",
    "report statements", "report centre", "report sector", "report convention", "report documents", "report survival",
    "report region --by month", "report region --as-of 2026-01-15", "report budget --as-of 2026-01-15",
    "batch show b1", "batch list", "beneficiary list", "imports list", "review list", "convention show accord",
    "check", "check --deep", "log", "retention", "region list", "statement list",
)  # fmt: skip


def played(run: Run, ledger: str, people: Path) -> dict[str, Any]:
    """Play a life on a ledger, and give what each command ended with, and what each question is answered."""
    run("--ledger", ledger, "init", "--no-encrypt")
    absent = ""
    said: dict[str, Any] = {}
    for line in LIFE:
        words = [word.replace("_", " ").format(people=people, absent=absent) for word in line.split()]
        ended = run("--ledger", ledger, *words, status=None)
        said[line] = ended.status
        if line.startswith("import "):
            lines = run("--ledger", ledger, "batch", "show", "b1", "--format", "json").json
            absent = sorted(str(row["beneficiary"]) for row in lines["lines"])[0]
    for line in ASKED:
        answer = run("--ledger", ledger, *line.split(), "--format", "json", status=None)
        said[line] = answer.status, answer.out
    return said


def test_the_same_life(
    database: Server, run: Run, people: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def drawn() -> None:
        draw = random.Random(8)
        monkeypatch.setattr(secrets, "token_bytes", draw.randbytes)

    drawn()
    on_file = played(run, str(tmp_path / "file.db"), people)
    drawn()
    on_server = played(run, database.url, people)
    assert {line for line in on_file if on_file[line] != on_server[line]} == set()
    assert sum(status == 0 for status in on_file.values() if isinstance(status, int)) >= 14


CROWD = """
INSERT INTO programme (code, name) VALUES ('p', 'P');
INSERT INTO batch (code, programme_code, fiscal_year, province_code, status, held_on)
VALUES ('b', 'p', 2024, 'MA-FES', 'held', '2024-02');
INSERT INTO beneficiary (code) SELECT 'B-' || n FROM generate_series(1, 10000) n;
INSERT INTO project (code, programme_code, kind) SELECT 'P-' || n, 'p', 'individual' FROM generate_series(1, 10000) n;
INSERT INTO project_member (project_code, beneficiary_code)
SELECT 'P-' || n, 'B-' || n FROM generate_series(1, 10000) n;
INSERT INTO batch_line (batch_code, project_code, beneficiary_code, kind, amount, envelope_code, status)
SELECT 'b', 'P-' || n, 'B-' || n, 'cash', 100, 'e', 'delivered' FROM generate_series(1, 10000) n;
ANALYZE
"""
ONE = {
    "to_come": person_card.TO_COME.format(theirs=postgres.among("d.project", person_card.THEIRS)),
    "due": people.DUE.format(who=postgres.among("project", people.THEIRS.format(who="beneficiary IN (:code)"))),
}


@pytest.mark.parametrize("query", ONE.values(), ids=ONE)
def test_one_person_is_found_by_an_index(database: Server, run: Run, query: str) -> None:
    """On a ledger of ten thousand people what is asked of one is not asked of everybody."""
    run("--ledger", database.url, "init")
    with unguarded(database) as crowded:
        for statement in CROWD.split(";"):
            crowded.execute(statement)
    with reading(database) as reader:
        plan = [str(row["QUERY PLAN"]) for row in reader.rows(f"EXPLAIN {query}", code="B-1", today="2026-01-15")]
    read_whole = re.compile(r"Seq Scan on (project|project_member|batch_line|beneficiary)\b")
    assert [line.strip() for line in plan if read_whole.search(line)] == []


def test_nothing_is_compiled_for_one_statement(database: Server) -> None:
    """PostgreSQL would take seconds to compile what takes it milliseconds to answer."""
    with closing(server.connect(database)) as connection:
        assert connection.execute("SHOW jit").fetchone() == ("off",)
