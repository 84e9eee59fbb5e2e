"""Random lives of envelopes and batches: after every step the books hold, and what was refused changed nothing.

The clock goes forward, months are closed, and the past is asked again: a closed month gives the figures it gave when it
was closed, and the ledger as of a day gives what it gave on that day.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    Bundle,
    RuleBasedStateMachine,
    initialize,
    invariant,
    multiple,
    rule,
    run_state_machine_as_test,
)
from tests import databases
from tests.support import Ledger, bytes_of, kept, opened, put

from reinsert_cli.domain.dates import PartialDate
from reinsert_cli.domain.faults import Refusal
from reinsert_cli.domain.money import Amount
from reinsert_cli.ledger import batch, budget, checks, handover, mend, partner, period, programme
from reinsert_cli.ledger.line import lines_of
from reinsert_cli.render.text import machine_rows
from reinsert_cli.reports import figures as figures_of
from reinsert_cli.reports import standing
from reinsert_cli.reports.filters import Filters
from reinsert_cli.store import carried
from reinsert_cli.store.reading import reading
from reinsert_cli.store.tables import BatchLine, Beneficiary, Envelope, Identity, Project, ProjectMember
from reinsert_cli.store.work import Work, writing

AMOUNTS = st.integers(1, 10_000_00)
DAYS = st.sampled_from(["2024", "2024-11", "2024-11-20", "2024-12-06", "2025-01-15", "2025-02-03"])
ENVELOPES = st.sampled_from(["e1", "e2"])
NUMBERS = st.integers(1, 8).map(str)
PLACES = st.integers(0, 3)
CORRECTIONS = st.builds(
    mend.Correction,
    amount=st.none() | AMOUNTS,
    person=st.none() | NUMBERS.map("B-{}".format),
    envelope=st.none() | ENVELOPES,
    came=st.sampled_from([None, None, True, False]),
)
EXPECTED = {"envelope.overridden", "batch.undated", "batch.to_come", "batch.receipts", "person.paid_twice"}
"""What check may find in an honest life: what somebody answered for, and what waits for somebody."""

MONTHS = [PartialDate(2024, 11), PartialDate(2024, 12), PartialDate(2025, 1), PartialDate(2025, 2)]
REPORTS = ("region", "programme", "batch", "budget", "convention", "journal")


def figures(reader_path: Path, filters: Filters, as_of: PartialDate | None = None) -> str:
    """What every report answers, as text to be compared."""
    answers = []
    for name in REPORTS:
        with reading(reader_path) as reader:
            table = standing.report(reader, name, filters, as_of)
            answers.append([machine_rows(table), list(table.totals.items())])
    return json.dumps(answers)


class Lives(RuleBasedStateMachine):
    """Envelopes come and change, batches are planned, filled, locked, held, mended, cancelled, in any order."""

    ledger: Ledger
    blank: Any
    batches = Bundle("batches")

    def __init__(self) -> None:
        super().__init__()
        put(self.ledger, self.blank)
        self._count = self._people = 0
        self.today = date(2024, 12, 1)
        self.closed: dict[str, tuple[PartialDate, str]] = {}
        self.seen: dict[date, str] = {}
        self._tell_time()

    def _tell_time(self) -> None:
        os.environ["REINSERT_NOW"] = f"{self.today}T09:00:00+00:00"

    def attempt(self, act: Any) -> Any:
        """Do something in one unit of work; a refusal must leave the ledger as it was, to the last row."""
        before = bytes_of(self.ledger)
        try:
            with writing(self.ledger, "test") as work:
                return act(work)
        except Refusal:
            assert bytes_of(self.ledger) == before
            return None

    def fresh(self, prefix: str) -> str:
        self._count += 1
        return f"{prefix}{self._count}"

    @initialize(target=batches, amount=st.integers(1, 100_000_00), lines=st.lists(AMOUNTS, min_size=2, max_size=3))
    def start(self, amount: int, lines: list[int]) -> Any:
        def act(work: Work) -> None:
            partner.add(work, "f", "F")
            programme.add(work, "p", "P")
            budget.add(work, "e1", ("p", 2024, "f"), budget.Terms(Amount(amount, "exact", "")))
            budget.add(work, "e2", ("p", 2024, "f"), budget.Terms(Amount(amount, "exact", ""), regions=["MA-03"]))

        self.attempt(act)
        return multiple(
            *(self.plan(None, lines, envelope, steps) for envelope, steps in (("e1", 0), ("e2", 1), ("e1", 2)))
        )

    def ask(self, sql: str, *params: object) -> list[Any]:
        with opened(self.ledger) as database:
            return [row[0] for row in database.execute(sql, params)]

    def line(self, code: str, place: int) -> str:
        """The number of one of a batch's lines; of none, where it has none."""
        numbers = self.ask("SELECT id FROM batch_line WHERE batch_code = ? ORDER BY id", code)
        return str(numbers[place % len(numbers)]) if numbers else "1"

    def another_planned(self, code: str) -> str:
        """A planned batch, where there is another."""
        return next(iter(self.ask("SELECT code FROM batch WHERE status = 'planned' AND code <> ?", code)), code)

    # ── money ───────────────────────────────────────────────────────────────────────────────

    @rule(code=ENVELOPES, amount=AMOUNTS)
    def revise(self, code: str, amount: int) -> None:
        terms = budget.Terms(Amount(amount, "exact", ""))
        self.attempt(lambda work: budget.revise(work, work.session.get_one(Envelope, code), ("p", 2024, "f"), terms))

    @rule(forward=st.booleans(), amount=AMOUNTS)
    def transfer(self, forward: bool, amount: int) -> None:
        pair = ("e1", "e2") if forward else ("e2", "e1")
        self.attempt(lambda work: budget.transfer(work, *pair, amount, "rééquilibrage"))

    # ── batches ─────────────────────────────────────────────────────────────────────────────

    @rule(
        target=batches,
        day=st.sampled_from([None, "2024", "2024-12", "2024-12-06"]),
        amounts=st.lists(AMOUNTS, max_size=3),
        envelope=ENVELOPES,
        steps=st.integers(0, 2),
    )
    def plan_another(self, day: str | None, amounts: list[int], envelope: str, steps: int) -> str:
        return self.plan(day, amounts, envelope, steps)

    def plan(self, day: str | None, amounts: list[int], envelope: str, steps: int) -> str:
        code = self.fresh("b")
        self.attempt(lambda work: batch.plan(work, code, "p", 2024, "MA-FES", planned_on=day))
        for amount in amounts:
            self.add_line(code, amount, envelope)
        for _step in range(steps):
            self.go_on(code)
        return code

    def add_line(self, code: str, amount: int, envelope: str) -> None:
        def act(work: Work) -> None:
            self._people += 1
            person, project = f"B-{self._people}", f"P-{self._people}"
            work.session.add_all(
                [Beneficiary(code=person, province_code="MA-TNG"), Project(code=project, programme_code="p")]
            )
            work.session.flush()
            work.session.add(Identity(beneficiary_code=person))
            work.session.add(ProjectMember(project_code=project, beneficiary_code=person))
            work.session.add(
                BatchLine(batch_code=code, project_code=project, beneficiary_code=person, kind="cash",
                          amount=amount, envelope_code=envelope)
            )  # fmt: skip
            work.record("line.add", batch=code)

        self.attempt(act)

    @rule(code=batches)
    def go_on(self, code: str) -> None:
        """Take the next usual step in the life of a batch."""
        (state,) = self.ask("SELECT status FROM batch WHERE code = ?", code)
        held = handover.Handover(self.today.isoformat())
        steps: dict[str, Any] = {
            "planned": lambda work: batch.lock(work, code, "virement attendu"),
            "locked": lambda work: handover.hold(work, code, held),
            "held": lambda work: (handover.receive(work, code, {}, "present"), batch.reconcile(work, code)),
            "reconciled": lambda work: batch.close(work, code),
        }
        if state in steps:
            self.attempt(steps[state])

    @rule(code=batches, first=st.integers(0, 5), second=st.integers(0, 5))
    def share(self, code: str, first: int, second: int) -> None:
        weights = {name: weight for name, weight in (("e1", first), ("e2", second)) if weight}
        if weights:
            self.attempt(lambda work: batch.pay(work, code, weights))

    @rule(code=batches, reason=st.sampled_from([None, "virement attendu"]))
    def lock(self, code: str, reason: str | None) -> None:
        self.attempt(lambda work: batch.lock(work, code, reason))

    @rule(code=batches, day=DAYS, absent=st.integers(0, 2), proxies=st.integers(0, 1), rolls=st.booleans())
    def hold(self, code: str, day: str, absent: int, proxies: int, rolls: bool) -> None:
        def act(work: Work) -> None:
            people = [line.beneficiary_code for line in lines_of(work, code, "expected")]
            away, here = people[:absent], people[absent:]
            sent = dict.fromkeys(here[:proxies], "Une Tante Fictive")
            handover.hold(
                work,
                code,
                handover.Handover(day, away, sent, "Un Agent Fictif", self.another_planned(code) if rolls else None),
            )

        self.attempt(act)

    @rule(code=batches)
    def hold_with_a_stranger(self, code: str) -> None:
        assert self.attempt(lambda work: handover.hold(work, code, handover.Handover("2024", ["B-NOBODY"]))) is None

    @rule(code=batches)
    def roll(self, code: str) -> None:
        self.attempt(lambda work: handover.roll(work, code, self.another_planned(code)))

    @rule(code=batches, sure=st.integers(0, 3))
    def cancel(self, code: str, sure: int) -> None:
        if not sure:
            self.attempt(lambda work: batch.cancel(work, code))

    @rule(code=batches, mark=st.sampled_from(["present", "missing", "refused"]))
    def receive(self, code: str, mark: str) -> None:
        self.attempt(lambda work: handover.receive(work, code, {}, mark))

    @rule(code=batches, move=st.sampled_from(["reconcile", "close"]))
    def move(self, code: str, move: str) -> None:
        self.attempt(lambda work: getattr(batch, move)(work, code))

    # ── mending ─────────────────────────────────────────────────────────────────────────────

    @rule(code=batches, place=PLACES, wrong=CORRECTIONS, override=st.booleans())
    def correct(self, code: str, place: int, wrong: mend.Correction, override: bool) -> None:
        self.attempt(
            lambda work: mend.correct(work, code, self.line(code, place), wrong, "faute de frappe", override=override)
        )

    @rule(code=batches, day=DAYS)
    def correct_day(self, code: str, day: str) -> None:
        self.attempt(lambda work: mend.correct_day(work, code, day, "faute de frappe"))

    @rule(code=batches, place=PLACES, day=DAYS)
    def give_back(self, code: str, place: int, day: str) -> None:
        self.attempt(lambda work: mend.give_back(work, code, self.line(code, place), day, "machine défectueuse"))

    @rule(code=batches, place=PLACES, day=DAYS, amount=st.none() | AMOUNTS, override=st.booleans())
    def replace(self, code: str, place: int, day: str, amount: int | None, override: bool) -> None:
        instead = mend.Replacement(amount, "autre machine", "present")
        self.attempt(
            lambda work: mend.exchange(work, code, self.line(code, place), day, instead, "échange", override=override)
        )

    # ── time ────────────────────────────────────────────────────────────────────────────────

    @rule(days=st.integers(1, 40))
    def wait(self, days: int) -> None:
        self.seen[self.today] = figures(self.ledger, Filters())
        self.today += timedelta(days=days)
        self._tell_time()

    @rule(month=st.sampled_from(MONTHS))
    def close_month(self, month: PartialDate) -> None:
        if self.attempt(lambda work: period.close(work, month)) is not None:
            self.closed[month.iso] = (month, figures(self.ledger, Filters(month.first, month.last)))

    @rule()
    def ask_the_past(self) -> None:
        """A closed month gives the figures it gave when it was closed; a day of the past what it gave then.

        Months add up to what the journal booked in them, whichever way the report asks, as booked or restated.
        """
        for month, figures_then in self.closed.values():
            assert figures(self.ledger, Filters(month.first, month.last)) == figures_then
        for day, figures_then in self.seen.items():
            assert figures(self.ledger, Filters(), PartialDate(day.year, day.month, day.day)) == figures_then
        for restated, column in ((False, "booked"), (True, "event")):
            with reading(self.ledger) as reader:
                posted = reader.rows(
                    f"SELECT SUBSTR({column}_on, 1, 7) AS month, SUM(amount) AS amount FROM v_delivery "
                    f"WHERE LENGTH({column}_on) >= 7 GROUP BY 1"
                )
            for row in posted:
                month = PartialDate(*map(int, row["month"].split("-")))
                with reading(self.ledger) as reader:
                    asked = Filters(month.first, month.last, restated=restated)
                    assert standing.report(reader, "region", asked).totals["delivered"] == row["amount"]

    @invariant()
    def what_is_carried_is_what_is_added_up(self) -> None:
        """Tallies give what the lines give, whatever is asked."""
        with reading(self.ledger) as reader:
            assert carried.is_current(reader)
            for keys in ((), ("region", "programme", "fiscal_year")):
                tallied = figures_of.of_tallies(reader, Filters(), keys)
                assert tallied == figures_of.of_lines(reader, Filters(), keys)

    @invariant()
    def the_books_hold(self) -> None:
        """Entries balance, envelopes add up, lines agree with the journal, the audit chain is whole."""
        with reading(self.ledger) as reader:
            found = {finding.code: finding.found for finding in checks.run(reader) if not finding.ok}
            by_months = sum(
                row["amount"] for row in reader.rows("SELECT amount FROM journal WHERE account = 'delivered'")
            )
            assert by_months == reader.value("SELECT COALESCE(SUM(delivered), 0) FROM v_line")
        assert found.keys() <= EXPECTED, found


@pytest.fixture
def clock() -> Iterator[None]:
    """The lives set the clock themselves; give it back."""
    before = os.environ.get("REINSERT_NOW")
    yield
    if before is not None:
        os.environ["REINSERT_NOW"] = before


@pytest.mark.usefixtures("clock")
def test_random_lives(ledger: Ledger, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("REINSERT_NOW", "2024-12-01T08:00:00+00:00")
    Lives.ledger, Lives.blank = ledger, kept(ledger)
    run_state_machine_as_test(
        Lives,
        settings=settings(
            max_examples=int(os.environ.get("REINSERT_LIVES", "2" if databases.PLACE else "4")),
            stateful_step_count=30,
            deadline=None,
            suppress_health_check=list(HealthCheck),
        ),
    )
