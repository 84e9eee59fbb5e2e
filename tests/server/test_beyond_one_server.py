"""What docs/scale.md says of a ledger that has outgrown one server: a copy that is read, a journal parted by year."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from itertools import product
from pathlib import Path

import psycopg
import pytest
from tests import databases
from tests.lives import answers, live
from tests.support import Run
from tools import postgres

from reinsert_cli.store.server import Server

ROOT = Path(__file__).parents[2]
BY_YEAR = (ROOT / "docs" / "journal-by-year.sql").read_text(encoding="utf-8")
PARTS = ("main.journal", "main.journal_2026")


@pytest.fixture
def lived(database: Server, run: Run, tmp_path: Path) -> Server:
    """A ledger on a server, after a long life."""
    live(run, database.url, tmp_path)
    return database


def parted(ledger: Server) -> None:
    with psycopg.connect(ledger.conninfo) as connection:
        connection.execute(BY_YEAR)


def test_a_journal_by_year_answers_as_the_whole(lived: Server, run: Run, tmp_path: Path) -> None:
    before = answers(run, lived.url)
    parted(lived)
    assert answers(run, lived.url) == before
    run("--ledger", lived.url, "budget", "add", "next", "--programme", "micro", "--fiscal-year", "2031",
        "--funder", "fund", "--amount", "5 000,00")  # fmt: skip
    assert (
        run("--ledger", lived.url, "check", "--deep", status=None).status
        == run("--ledger", lived.url, "check", status=None).status
    )
    with psycopg.connect(lived.conninfo) as connection:
        assert connection.execute("SELECT COUNT(*) > 0 FROM main.journal_later").fetchone() == (True,)
        plan = connection.execute("EXPLAIN SELECT SUM(amount) FROM main.journal WHERE fiscal_year = 2026").fetchall()
    assert "journal_2026" in str(plan)
    assert "journal_later" not in str(plan)
    run("ledger", "copy", lived.url, str(tmp_path / "copied.db"))


def test_a_journal_by_year_only_grows(database: Server, run: Run) -> None:
    run("--ledger", database.url, "init")
    for line in ("partner add fund --name Bailleur", "programme add micro --name Micro",
                 "budget add env --programme micro --fiscal-year 2026 --funder fund --amount 1000"):  # fmt: skip
        run("--ledger", database.url, *line.split())
    parted(database)
    with psycopg.connect(database.conninfo, autocommit=True) as connection:
        for statement, table in product(("UPDATE {} SET amount = 1", "DELETE FROM {}", "TRUNCATE {}"), PARTS):
            with pytest.raises(psycopg.errors.IntegrityConstraintViolation):
                connection.execute(statement.format(table))  # type: ignore[arg-type]


@pytest.fixture
def replica(lived: Server) -> Iterator[Server]:
    """A second server that follows the first, and is only read."""
    with tempfile.TemporaryDirectory(prefix="reinsert-pg-") as name:
        folder = Path(name)
        postgres.follow(lived.conninfo, folder)
        yield Server.of(f"postgresql+psycopg:///{databases.name_of(lived)}?host={folder}&user=owner")
        postgres.stop(folder)


def test_a_replica_answers_and_refuses_to_write(lived: Server, replica: Server, run: Run) -> None:
    """What puts rows aside to answer, a former day and the check, is asked of the first server."""
    there, here = answers(run, replica.url), answers(run, lived.url)
    aside = {line for line in here if "--as-of" in line or line.startswith("check")}
    assert {line: there[line] for line in there if line not in aside} == {
        line: here[line] for line in here if line not in aside
    }
    assert {there[line] for line in aside} == {(5, "")}
    refused = run("--ledger", replica.url, "partner", "add", "late", "--name", "Tard", status=5)
    assert "only lets ledgers be read" in refused.err
