"""What is carried for summaries says what the lines and the books say, whatever a write changed."""

from __future__ import annotations

import random
from collections.abc import Iterator
from datetime import date
from typing import Any

import pytest
from tests.support import Ledger, opened, reader_of, run_script

from reinsert_cli.reports import figures
from reinsert_cli.reports.filters import Filters
from reinsert_cli.store import carried, history, opening

KEYS = ((), ("region",), ("programme", "fiscal_year"), ("region", "batch"))
ASKED = (
    Filters(), Filters(fiscal_year=2024), Filters(region="MA-03"), Filters(programme="p"), Filters(batch="b2"),
)  # fmt: skip
BEGINNING = """
INSERT INTO programme (code, name) VALUES ('p', 'P'), ('q', 'Q');
INSERT INTO partner (code, name) VALUES ('f', 'F');
INSERT INTO envelope (code, programme_code, fiscal_year, funder_code, qualifier)
VALUES ('e', 'p', 2024, 'f', 'exact'), ('g', 'q', 2025, 'f', 'exact');
INSERT INTO batch (code, programme_code, fiscal_year, province_code, status)
VALUES ('b1', 'p', 2024, 'MA-FES', 'planned'), ('b2', 'p', 2025, 'MA-TNG', 'held'), ('b3', 'q', 2024, 'MA-FES', 'held');
"""
CHANGES = """
INSERT INTO beneficiary (code, sex, province_code) VALUES ({person}, {sex}, {province}) ON CONFLICT DO NOTHING;
INSERT INTO project (code, programme_code, kind) VALUES ({project}, 'p', {kind}) ON CONFLICT DO NOTHING;
INSERT INTO project_member SELECT p.code, b.code FROM project p, beneficiary b WHERE p.code =
    {project} AND b.code = {person} ON CONFLICT DO NOTHING;
INSERT INTO batch_line (batch_code, project_code, beneficiary_code, kind, amount, envelope_code, region_code,
    status) SELECT {batch}, p.code, b.code, 'cash', {number} + 1, 'e', {region}, {status} FROM project p,
    beneficiary b WHERE p.code = {project} AND b.code = {person};
INSERT INTO batch_line (batch_code, project_code, beneficiary_code, kind, amount, envelope_code, status) SELECT
    {batch}, p.code, b.code, 'cash', 7, 'e', {status} FROM project p, beneficiary b WHERE p.code = {project} AND
    b.code = {person};
INSERT INTO sensitive (beneficiary_code, disabled) SELECT code, {disabled} FROM beneficiary WHERE
    code = {person} ON CONFLICT (beneficiary_code) DO UPDATE SET disabled = EXCLUDED.disabled;
UPDATE beneficiary SET sex = {sex}, province_code = {province} WHERE code = {person};
UPDATE beneficiary SET centre_code = 'tanger', province_code = NULL WHERE code = {person};
UPDATE project SET kind = {kind} WHERE code = {project};
UPDATE batch SET province_code = {province}, status = 'held' WHERE code = {batch};
UPDATE batch SET status = 'cancelled', fiscal_year = 2024 WHERE code = {batch};
UPDATE batch_line SET status = {status}, region_code = {region} WHERE id % 5 = {number} % 5;
UPDATE batch_line SET batch_code = {batch} WHERE id % 9 = {number} % 9;
UPDATE batch_line SET beneficiary_code = (SELECT code FROM beneficiary WHERE code >= {person} LIMIT 1)
    WHERE id % 7 = {number} % 7 AND EXISTS (SELECT 1 FROM beneficiary WHERE code >= {person});
DELETE FROM batch_line WHERE id % 11 = {number} % 11;
DELETE FROM project_member WHERE project_code = {project};
DELETE FROM sensitive WHERE beneficiary_code = {person};
INSERT INTO journal (entry, kind, account, amount, envelope_code, funder_code, programme_code, fiscal_year,
    written_at, author) VALUES (1, 'allocate', 'available', {number}, 'e', 'f', 'p', 2024, '2025', 'a'), (1,
    'allocate', 'funder', -{number}, 'e', 'f', 'p', 2024, '2025', 'a')
"""


def any_change(draw: random.Random) -> str:
    """One change of one row or of some, as any write may make it."""
    return draw.choice(CHANGES.split(";")).format(
        person=f"'B-{draw.randint(1, 8)}'",
        project=f"'P-{draw.randint(1, 6)}'",
        batch=f"'b{draw.randint(1, 3)}'",
        number=draw.randint(0, 99),
        sex=draw.choice(("'F'", "'M'", "NULL")),
        disabled=draw.choice(("FALSE", "TRUE", "CAST(NULL AS BOOLEAN)")),
        kind=draw.choice(("'individual'", "'household'", "'cooperative'")),
        province=draw.choice(("'MA-FES'", "'MA-TNG'", "'MA-SAL'", "NULL")),
        region=draw.choice(("'MA-03'", "'MA-01'", "NULL")),
        status=draw.choice(("'expected'", "'delivered'", "'absent'", "'cancelled'")),
    )


@pytest.fixture
def database(ledger: Ledger) -> Iterator[Any]:
    """A ledger of three batches without lines."""
    with opened(ledger) as connection:
        run_script(connection, BEGINNING)
        yield connection


@pytest.mark.parametrize("seed", range(3))
def test_it_follows_whatever_changes(ledger: Ledger, database: Any, seed: int) -> None:
    draw = random.Random(seed)
    reader = reader_of(database, ledger)
    for _write in range(20):
        for _change in range(draw.randint(1, 4)):
            sql = any_change(draw)
            try:
                database.execute(sql)
            except opening.errors():
                continue
        carried.refresh(reader_of(database, ledger))
        assert carried.is_current(reader)
        assert not list(carried.drifted(reader))
        for filters in ASKED:
            for keys in KEYS:
                assert figures.of_tallies(reader, filters, keys) == figures.of_lines(reader, filters, keys)


def test_it_is_not_believed_after_another_hand(ledger: Ledger, database: Any) -> None:
    """Whatever the program did not write is added up anew by the report itself, and carried from the next write on."""
    reader = reader_of(database, ledger)
    person, project, _member, line, *_others = CHANGES.split(";")
    for change in (person, project, line):
        database.execute(
            change.format(person="'B-1'", project="'P-1'", batch="'b1'", number=9, sex="'F'", province="'MA-FES'",
                          kind="'individual'", region="NULL", status="'expected'")
        )  # fmt: skip
    assert not carried.is_current(reader)
    assert figures.total(reader, Filters()).women == 1
    carried.refresh(reader_of(database, ledger))
    assert carried.is_current(reader)
    database.execute("UPDATE tally SET women = 5")
    assert figures.total(reader, Filters()).women == 5
    assert list(carried.drifted(reader)) == ["tally"]


def test_a_history_cut_short_is_no_guide(ledger: Ledger, database: Any) -> None:
    database.execute("UPDATE carried SET history_id = 999")
    carried.refresh(reader_of(database, ledger))
    assert carried.is_current(reader_of(database, ledger))


def test_a_former_day_is_added_up_anew(ledger: Ledger, database: Any) -> None:
    reader = reader_of(database, ledger)
    carried.refresh(reader_of(database, ledger))
    history.rewind(reader, 1, date(2026, 1, 15).isoformat())
    assert not carried.is_current(reader)
    assert reader.value("SELECT COUNT(*) FROM v_balance") == 0
