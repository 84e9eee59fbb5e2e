"""Random lives of envelopes and batches: after every step the books hold, and what was refused changed nothing."""

from __future__ import annotations

import shutil
import sqlite3
import tempfile
from pathlib import Path
from typing import Any

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    Bundle,
    RuleBasedStateMachine,
    consumes,
    initialize,
    invariant,
    rule,
    run_state_machine_as_test,
)

from reinsert_cli.domain.faults import Refusal
from reinsert_cli.domain.money import Amount
from reinsert_cli.ledger import batch, budget, checks, partner, programme
from reinsert_cli.store.reading import reading
from reinsert_cli.store.tables import BatchLine, Beneficiary, Envelope, Project
from reinsert_cli.store.work import Work, writing

AMOUNTS = st.integers(1, 10_000_00)
EXPECTED = {"envelope.overridden"}
"""What check may find in an honest life: over-commitments that somebody answered for."""


class Lives(RuleBasedStateMachine):
    """Envelopes come and change, batches are planned, filled, locked, held, cancelled, in any order."""

    blank: Path
    batches = Bundle("batches")

    def __init__(self) -> None:
        super().__init__()
        self._folder = tempfile.TemporaryDirectory()
        self.ledger = Path(self._folder.name) / "ledger.db"
        shutil.copy(self.blank, self.ledger)
        self._count = 0

    def teardown(self) -> None:
        self._folder.cleanup()

    def attempt(self, act: Any) -> Any:
        """Do something in one unit of work; a refusal must leave the ledger as it was, to the last row."""
        before = self.dump()
        try:
            with writing(self.ledger, "test") as work:
                return act(work)
        except Refusal:
            assert self.dump() == before
            return None

    def dump(self) -> list[str]:
        with sqlite3.connect(self.ledger) as database:
            return list(database.iterdump())

    def fresh(self, prefix: str) -> str:
        self._count += 1
        return f"{prefix}{self._count}"

    @initialize(amount=AMOUNTS)
    def start(self, amount: int) -> None:
        def act(work: Work) -> None:
            partner.add(work, "f", "F")
            programme.add(work, "p", "P")
            budget.add(work, "e1", ("p", 2024, "f"), budget.Terms(Amount(amount, "exact", "")))
            budget.add(work, "e2", ("p", 2024, "f"), budget.Terms(Amount(amount, "exact", ""), regions=["MA-03"]))

        self.attempt(act)

    @rule(code=st.sampled_from(["e1", "e2"]), amount=AMOUNTS)
    def revise(self, code: str, amount: int) -> None:
        terms = budget.Terms(Amount(amount, "exact", ""))
        self.attempt(lambda work: budget.revise(work, work.session.get_one(Envelope, code), ("p", 2024, "f"), terms))

    @rule(forward=st.booleans(), amount=AMOUNTS)
    def transfer(self, forward: bool, amount: int) -> None:
        pair = ("e1", "e2") if forward else ("e2", "e1")
        self.attempt(lambda work: budget.transfer(work, *pair, amount, "rééquilibrage"))

    @rule(target=batches, day=st.sampled_from([None, "2024", "2024-12", "2024-12-06"]))
    def plan(self, day: str | None) -> str:
        code = self.fresh("b")
        self.attempt(lambda work: batch.plan(work, code, "p", 2024, "MA-FES", planned_on=day))
        return code

    @rule(code=batches, amount=AMOUNTS, envelope=st.sampled_from(["e1", "e2"]))
    def add_line(self, code: str, amount: int, envelope: str) -> None:
        def act(work: Work) -> None:
            batch.require_open(work.session.get_one(batch.Batch, code))
            person, project = self.fresh("B-"), self.fresh("P-")
            work.session.add_all(
                [Beneficiary(code=person, province_code="MA-TNG"), Project(code=project, programme_code="p")]
            )
            work.session.flush()
            work.session.add(
                BatchLine(batch_code=code, project_code=project, beneficiary_code=person, kind="cash",
                          amount=amount, envelope_code=envelope)
            )  # fmt: skip

        self.attempt(act)

    @rule(code=batches, reason=st.sampled_from([None, "virement attendu"]))
    def lock(self, code: str, reason: str | None) -> None:
        self.attempt(lambda work: batch.lock(work, code, reason))

    @rule(code=batches, day=st.sampled_from(["2024", "2024-12-06"]), absent=st.integers(0, 2))
    def hold(self, code: str, day: str, absent: int) -> None:
        def act(work: Work) -> None:
            people = [line.beneficiary_code for line in batch.lines_of(work, code, "expected")]
            batch.hold(work, code, day, people[:absent])

        self.attempt(act)

    @rule(code=consumes(batches))
    def cancel(self, code: str) -> None:
        self.attempt(lambda work: batch.cancel(work, code))

    @rule(code=batches, move=st.sampled_from(["reconcile", "close"]))
    def go_on(self, code: str, move: str) -> None:
        self.attempt(lambda work: getattr(batch, move)(work, code))

    @rule(code=batches)
    def hold_with_a_stranger(self, code: str) -> None:
        assert self.attempt(lambda work: batch.hold(work, code, "2024", ["B-NOBODY"])) is None

    @invariant()
    def the_books_hold(self) -> None:
        """Entries balance, envelopes add up, lines agree with the journal, the audit chain is whole."""
        with reading(self.ledger) as reader:
            found = {finding.code: finding.found for finding in checks.run(reader) if not finding.ok}
        assert found.keys() <= EXPECTED, found


def test_random_lives(blank_ledger: Path) -> None:
    Lives.blank = blank_ledger
    run_state_machine_as_test(
        Lives,
        settings=settings(
            max_examples=15, stateful_step_count=25, deadline=None, suppress_health_check=list(HealthCheck)
        ),
    )
