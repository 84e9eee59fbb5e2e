"""Pathways: the steps of people, what programmes ask for before they fund, and batches locked without.

A step is one of a kind, a person and a day; saying it again mends how it ended and with whom it was taken.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Final, Literal

from sqlalchemy import delete
from sqlmodel import col, select

from reinsert_cli.domain.dates import PartialDate, is_before
from reinsert_cli.domain.faults import refuse
from reinsert_cli.domain.language import listed
from reinsert_cli.domain.pathways import in_order
from reinsert_cli.domain.vocabulary import label
from reinsert_cli.ledger import codes, readiness
from reinsert_cli.ledger.beneficiary import require_living
from reinsert_cli.store.pathway_tables import Requirement, Step, Waiver
from reinsert_cli.store.tables import Batch, BatchLine, Partner, Programme
from reinsert_cli.store.work import Work

Outcome = Literal["new", "updated", "unchanged"]
SUBJECTS: Final = ("step", "document")


def take(
    work: Work, person: str, kind: str, happened_on: str, partner: str | None = None, ended: str | None = None
) -> Outcome:
    """Record that a person took a step on a day (ISO, possibly partial); ``ended`` is favourable unless said.

    Raises Refusal: ``beneficiary.unknown``, ``beneficiary.merged``, ``partner.unknown``, ``step.to_come``.
    """
    code = require_living(work, person).code
    if is_before(work.day, happened_on):
        raise refuse("step.to_come", day=happened_on)
    if partner:
        codes.require(work.session, Partner, partner)
    return keep(work, code, kind, happened_on, partner, ended)[1]


def keep(
    work: Work, code: str, kind: str, happened_on: str, partner: str | None = None, ended: str | None = None
) -> tuple[Step, Outcome]:
    """Keep a step of a known person that is behind, or mend the one of that kind and day, and give it."""
    step = _find(work, code, kind, happened_on)
    if step is None:
        step = Step(beneficiary_code=code, kind=kind, happened_on=happened_on)
        outcome: Outcome = "new"
    else:
        outcome = "unchanged" if _says(step, partner, ended) else "updated"
    step.partner_code, step.outcome = partner or step.partner_code, ended or step.outcome
    work.session.add(step)
    work.session.flush()
    if outcome != "unchanged":
        work.record("step.take", beneficiary=code, step=kind, on=happened_on, outcome=step.outcome)
    return step, outcome


def remove(work: Work, person: str, kind: str, happened_on: str) -> None:
    """Take a step out again that was recorded by mistake. Raises Refusal ``step.absent``."""
    code = require_living(work, person).code
    step = _find(work, code, kind, happened_on)
    if step is None:
        raise refuse("step.absent", code=code, day=happened_on)
    work.session.delete(step)
    work.session.flush()
    work.record("step.remove", beneficiary=code, step=kind, on=happened_on)


def _find(work: Work, code: str, kind: str, happened_on: str) -> Step | None:
    theirs = select(Step).where(Step.beneficiary_code == code, Step.kind == kind, Step.happened_on == happened_on)
    return work.session.exec(theirs).first()


def _says(step: Step, partner: str | None, ended: str | None) -> bool:
    """Tell whether a step says so already; nothing said agrees with anything."""
    return partner in {None, step.partner_code} and ended in {None, step.outcome}


def require_of(work: Work, programme: str, asked: Mapping[str, Iterable[str]]) -> None:
    """Let a programme ask for steps and documents, by subject; a subject that is not named stays as it was.

    Raises Refusal ``programme.unknown``.
    """
    code = codes.find(work.session, Programme, programme).code
    for subject, kinds in asked.items():
        chosen = sorted(set(kinds))
        former = delete(Requirement).where(col(Requirement.programme_code) == code, col(Requirement.subject) == subject)
        work.session.execute(former)
        work.session.add_all(Requirement(programme_code=code, subject=subject, kind=kind) for kind in chosen)
        work.session.flush()
        work.record("programme.require", code=code, subject=subject, kinds=" ".join(chosen))


def require_steps(work: Work, batch: Batch, override_reason: str | None) -> int:
    """Refuse a batch of which somebody lacks a step today, unless a reason overrides it; give how many steps lack.

    Raises Refusal ``batch.steps_lacking``. What is waived is kept for good, with its author and its reason.
    """
    lacking = readiness.lacking(work.reader(), batch.code, work.day)
    if lacking and override_reason is None:
        raise refuse("batch.steps_lacking", batch=batch.code, programme=batch.programme_code, count=str(len(lacking)))
    return _waive(work, batch, lacking, override_reason or "")


def require_steps_of(work: Work, batch: Batch, line: BatchLine, override_reason: str | None) -> int:
    """Refuse a line whose people lack a step on the day of the handover, or today before it, as for a whole batch.

    Raises Refusal ``correction.steps_lacking``.
    """
    day = PartialDate.from_iso(batch.held_on).last.isoformat() if batch.held_on else work.day
    lacking = readiness.lacking_for(work.reader(), line.id or 0, day)
    if lacking and override_reason is None:
        steps = listed(
            label(f"step.{kind}") for kind in in_order({kind for kinds in lacking.values() for kind in kinds})
        )
        raise refuse("correction.steps_lacking", code=listed(lacking), programme=batch.programme_code, steps=steps)
    return _waive(work, batch, lacking, override_reason or "")


def _waive(work: Work, batch: Batch, lacking: Mapping[str, Iterable[str]], reason: str) -> int:
    """Keep what people lack of a batch as waived; give how many steps."""
    if not lacking:
        return 0
    waived = [_waiver(work, batch.code, person, kind, reason) for person in lacking for kind in lacking[person]]
    work.session.add_all(waived)
    work.session.flush()
    work.record("batch.waive", code=batch.code, people=len(lacking), steps=len(waived))
    return len(waived)


def _waiver(work: Work, batch: str, person: str, kind: str, reason: str) -> Waiver:
    return Waiver(
        batch_code=batch,
        beneficiary_code=person,
        kind=kind,
        written_at=work.written_at,
        author=work.author,
        reason=reason,
        audit_id=work.number,
    )
