"""Statements: what a source declares, kept as printed beside what is recorded (design §3, rule 5)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from sqlmodel import col, select

from reinsert_cli.domain.faults import ExitStatus, Fault, Refusal, refuse
from reinsert_cli.domain.money import Qualifier, read_amount, read_count
from reinsert_cli.ledger import codes
from reinsert_cli.store.tables import Batch, Convention, Envelope, Programme, Statement
from reinsert_cli.store.work import Work

SUBJECTS: Final[dict[str, type[Batch] | type[Envelope] | type[Convention] | type[Programme]]] = {
    "batch": Batch,
    "envelope": Envelope,
    "convention": Convention,
    "programme": Programme,
}


@dataclass(frozen=True, slots=True)
class Declaration:
    """A declared value (centimes for an amount, people otherwise), its qualifier and its printed form."""

    value: int
    qualifier: Qualifier
    printed: str


def read_declaration(measure: str, printed: str) -> Declaration | Fault:
    """Read what a source prints for ``measure``: an amount, or a number of people."""
    if measure == "amount":
        amount = read_amount(printed)
        return amount if isinstance(amount, Fault) else Declaration(amount.centimes, amount.qualifier, amount.printed)
    count = read_count(printed)
    return count if isinstance(count, Fault) else Declaration(count.value, count.qualifier, count.printed)


def add(
    work: Work,
    subject_kind: str,
    subject: str,
    measure: str,
    declared: Declaration,
    source: str,
    published_on: str | None = None,
    fiscal_year: int | None = None,
) -> Statement:
    """Record what ``source`` declares of a batch, an envelope, a convention or (in one fiscal year or all) a programme.

    Raises Refusal when the subject is unknown.
    """
    codes.require(work.session, SUBJECTS[subject_kind], subject)
    statement = Statement(
        measure=measure,
        value=declared.value,
        qualifier=declared.qualifier,
        printed=declared.printed,
        source=source,
        published_on=published_on,
        fiscal_year=fiscal_year if subject_kind == "programme" else None,
    )
    setattr(statement, f"{subject_kind}_code", subject)
    work.session.add(statement)
    work.session.flush()
    work.record("statement.add", id=statement.id, subject=subject, measure=measure)
    return statement


def revise(work: Work, statement: Statement, declared: Declaration, published_on: str | None) -> bool:
    """Correct what was typed of a statement; a publication date left out stays. Tell whether anything changed."""
    before = (statement.printed, statement.published_on)
    statement.value, statement.qualifier, statement.printed = declared.value, declared.qualifier, declared.printed
    statement.published_on = published_on or statement.published_on
    if (statement.printed, statement.published_on) == before:
        return False
    work.session.flush()
    work.record("statement.revise", id=statement.id, subject=_subject(statement), measure=statement.measure)
    return True


def choose(work: Work, statement_id: int, reason: str) -> Statement:
    """Let one statement stand for its subject and measure, for a reason; the others are kept.

    Raises Refusal: ``statement.unknown`` (exit 3), ``statement.reason_missing`` (exit 2).
    """
    if not reason.strip():
        raise Refusal(ExitStatus.USAGE, "statement.reason_missing")
    statement = work.session.get(Statement, statement_id)
    if statement is None:
        raise refuse("statement.unknown", code=str(statement_id))
    rivals = select(Statement).where(
        Statement.batch_code == statement.batch_code,
        Statement.envelope_code == statement.envelope_code,
        Statement.convention_code == statement.convention_code,
        Statement.programme_code == statement.programme_code,
        Statement.fiscal_year == statement.fiscal_year,
        Statement.measure == statement.measure,
        col(Statement.chosen),
    )
    for rival in work.session.exec(rivals).all():
        rival.chosen = False
    statement.chosen, statement.reason = True, reason
    work.session.flush()
    work.record("statement.choose", id=statement_id, subject=_subject(statement), measure=statement.measure)
    return statement


def _subject(statement: Statement) -> str:
    subjects = (getattr(statement, f"{kind}_code") for kind in SUBJECTS)
    return next((str(code) for code in subjects if code), "")
