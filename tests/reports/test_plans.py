"""One person or project is looked up, whatever the ledger holds: nothing of everybody is gone through."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from reinsert_cli.reports import people, person_card
from reinsert_cli.reports.finding import LIVING
from reinsert_cli.reports.pathway import ASKED
from reinsert_cli.store import history, sqlite
from reinsert_cli.store.reading import Reader

pytestmark = pytest.mark.file_only


ONE = {"code": "B-1", "today": "2026-01-15"} | dict.fromkeys(
    ("centre", "province", "region", "programme", "missing", "funded", "erased")
)
THEIRS = "beneficiary IN (:code)"
QUERIES = {
    "living": LIVING,
    "person": people.PEOPLE.format(who=THEIRS),
    "projects_of_one": people.PROJECTS.format(who=THEIRS),
    "behind": people.BEHIND.format(who=THEIRS),
    "lacking": people.LACKING.format(who=THEIRS),
    "due": people.DUE.format(who=sqlite.among("project", people.THEIRS.format(who=THEIRS))),
    "asked": ASKED,
    "projects": person_card.PROJECTS,
    "taking_part": person_card.TAKING_PART,
    "visits": person_card.VISITS,
    "to_come": person_card.TO_COME.format(theirs=sqlite.among("d.project", person_card.THEIRS)),
    "funded": "SELECT * FROM v_funded WHERE project = :code",
    "due_of_project": "SELECT * FROM v_due WHERE project = :code",
}
CROWD = """
INSERT INTO beneficiary (code) SELECT 'B-' || value FROM generate;
INSERT INTO project (code, programme_code, kind) SELECT 'P-' || value, 'p', 'individual' FROM generate;
INSERT INTO project_member (project_code, beneficiary_code) SELECT 'P-' || value, 'B-' || value FROM generate;
INSERT INTO batch_line (batch_code, project_code, beneficiary_code, kind, amount, envelope_code, status)
SELECT 'b', 'P-' || value, 'B-' || value, 'cash', 100, 'e', 'delivered' FROM generate;
"""


@pytest.fixture
def database(ledger: Path) -> Iterator[sqlite3.Connection]:
    """A ledger with a batch that was held, of a programme that asks for a step."""
    with sqlite3.connect(ledger) as connection:
        connection.executescript(
            """
            INSERT INTO programme (code, name) VALUES ('p', 'P');
            INSERT INTO requirement (programme_code, subject, kind) VALUES ('p', 'step', 'training');
            INSERT INTO batch (code, programme_code, fiscal_year, province_code, status, held_on)
            VALUES ('b', 'p', 2024, 'MA-FES', 'held', '2024-02');
            """
        )
        yield connection
    connection.close()


def crowd(database: sqlite3.Connection, first: int, last: int) -> None:
    """People of one project each, handed something over, straight into the tables."""
    database.executescript(
        f"CREATE TEMP TABLE generate AS WITH RECURSIVE n(value) AS (SELECT {first} UNION ALL SELECT value + 1 FROM n "
        f"WHERE value < {last}) SELECT value FROM n; {CROWD} DROP TABLE generate"
    )


def steps(database: sqlite3.Connection, query: str) -> int:
    """Tens of steps that the database itself takes to answer of one among them."""
    taken = 0

    def count() -> int:
        nonlocal taken
        taken += 1
        return 0

    one = ONE | {"code": "P-7" if "project = :code" in query else "B-7"}
    database.execute(query, one).fetchall()
    database.set_progress_handler(count, 10)
    database.execute(query, one).fetchall()
    database.set_progress_handler(None, 0)
    return taken


@pytest.mark.parametrize("query", QUERIES)
def test_it_takes_no_longer_in_a_crowd(database: sqlite3.Connection, query: str) -> None:
    crowd(database, 1, 10)
    alone = steps(database, QUERIES[query])
    crowd(database, 11, 200)
    assert steps(database, QUERIES[query]) <= alone + 5


@pytest.mark.parametrize("query", QUERIES)
def test_nor_in_the_ledger_as_it_stood(ledger: Path, database: sqlite3.Connection, query: str) -> None:
    """The tables of an earlier day are indexed as those of today."""
    taken = []
    for first, last in ((1, 10), (11, 200)):
        crowd(database, first, last)
        database.commit()
        with closing(sqlite3.connect(ledger)) as former:
            history.rewind(Reader(former, ledger), 99, "2026-01-15")
            taken.append(steps(former, QUERIES[query]))
    assert taken[1] <= taken[0] + 5
