"""Assertions: what a coordinator is sure of, kept to be compared with the books for ever after."""

from __future__ import annotations

from reinsert_cli.domain.claims import Claim
from reinsert_cli.domain.faults import refuse
from reinsert_cli.ledger import codes
from reinsert_cli.ledger.statement import SUBJECTS
from reinsert_cli.store.tables import Assertion
from reinsert_cli.store.work import Work


def add(work: Work, claim: Claim) -> Assertion:
    """Keep a claim. Raises Refusal when its subject is unknown."""
    codes.require(work.session, SUBJECTS[claim.subject_kind], claim.subject)
    kept = Assertion(
        subject_kind=claim.subject_kind,
        subject=claim.subject,
        measure=claim.measure,
        value=claim.value,
        day=claim.day.last.isoformat(),
        printed=claim.printed,
        written_at=work.written_at,
        author=work.author,
    )
    work.session.add(kept)
    work.session.flush()
    work.record("assertion.add", id=kept.id, subject=claim.subject, measure=claim.measure, value=claim.value)
    return kept


def remove(work: Work, number: int) -> None:
    """Take an assertion back; the audit remembers it. Raises Refusal ``assertion.unknown``."""
    kept = work.session.get(Assertion, number)
    if kept is None:
        raise refuse("assertion.unknown", code=str(number))
    work.session.delete(kept)
    work.record("assertion.remove", id=number, subject=kept.subject, measure=kept.measure, value=kept.value)
