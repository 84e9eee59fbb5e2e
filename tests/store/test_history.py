"""The ledger as it stood: what the triggers keep, and a reader taken back."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from sqlmodel import delete, select
from tests.support import bytes_of

from reinsert_cli.domain.faults import Refusal
from reinsert_cli.domain.money import Amount
from reinsert_cli.ledger import batch, budget, convention, partner, programme
from reinsert_cli.store import history
from reinsert_cli.store.reading import Reader, reading
from reinsert_cli.store.tables import Audit, Batch, EnvelopeRegion
from reinsert_cli.store.work import Work, writing


@pytest.fixture
def past(ledger: Path) -> Path:
    """Three writes of one second: an envelope for two regions, a batch, then other regions and another venue."""

    def first(work: Work) -> None:
        partner.add(work, "f", "F")
        programme.add(work, "p", "P")
        convention.add(work, "c", "p", convention.Terms(Amount(500, "exact", "5"), partners=["f"]))
        budget.add(work, "e", ("p", 2024, "f"), budget.Terms(Amount(500, "exact", "5"), regions=["MA-03", "MA-09"]))

    def second(work: Work) -> None:
        batch.plan(work, "b", "p", 2024, "MA-FES", venue="Salle A")

    def third(work: Work) -> None:
        work.session.get_one(Batch, "b").venue = "Salle B"
        work.session.exec(delete(EnvelopeRegion))
        work.record("test")

    for act in (first, second, third):
        with writing(ledger, "test") as work:
            act(work)
    return ledger


def taken_back(reader: Reader, writes: int) -> Reader:
    """The reader as of some writes before the last."""
    last = reader.value("SELECT MAX(id) FROM audit")
    history.rewind(reader, last - writes, "2026-01-15")
    return reader


def test_writes_of_one_second_stay_apart(past: Path) -> None:
    """By the number of the write, not by its time: what was inserted, changed and deleted since is undone."""
    seen = []
    for writes in (0, 1, 2):
        with reading(past) as reader:
            taken_back(reader, writes)
            regions = [row["region_code"] for row in reader.rows("SELECT region_code FROM envelope_region ORDER BY 1")]
            seen.append(
                (reader.value("SELECT venue FROM v_batch"), regions, reader.value("SELECT COUNT(*) FROM batch"))
            )
    assert seen == [("Salle B", [], 1), ("Salle A", ["MA-03", "MA-09"], 1), (None, ["MA-03", "MA-09"], 0)]


def test_every_view_answers_as_it_stood(past: Path) -> None:
    """The temporary views are those of the ledger, and see the tables as they stood."""
    with reading(past) as reader:
        names = reader.dialect.views(reader)
        now = {name: reader.rows(f"SELECT * FROM {name}") for name in names}
    with reading(past) as reader:
        taken_back(reader, 0)
        assert {name: reader.rows(f"SELECT * FROM {name}") for name in names} == now


def test_taking_back_leaves_the_file_alone(past: Path) -> None:
    before = bytes_of(past)
    with reading(past) as reader:
        taken_back(reader, 2)
        reader.rows("SELECT * FROM v_envelope")
    assert bytes_of(past) == before
    if isinstance(past, Path):
        assert [entry.name for entry in past.parent.iterdir()] == [past.name]


def test_a_write_that_changes_nothing_leaves_no_history(past: Path) -> None:
    with writing(past, "test") as work:
        work.session.get_one(Batch, "b").venue = "Salle B"
        work.record("test")
    with reading(past) as reader:
        last = reader.value("SELECT MAX(id) FROM audit")
        assert reader.rows("SELECT * FROM history WHERE audit_id = :last", last=last) == []


def test_the_number_of_a_work_is_that_of_its_record(past: Path) -> None:
    with writing(past, "test") as work:
        number = work.number
        work.record("test")
    with writing(past, "test", rehearse=True) as work:
        assert work.session.exec(select(Audit.id).order_by(Audit.id.desc())).first() == number  # type: ignore[union-attr]


def test_history_is_refused_before_it_begins(past: Path) -> None:
    with reading(past) as reader, pytest.raises(Refusal) as refusal:
        history.number_at(reader, date(2000, 1, 1))
    assert refusal.value.fault.code == "history.too_early"
