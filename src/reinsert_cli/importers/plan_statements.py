"""Statement rows against the ledger: each figure kept once, as printed, with the choice between sources."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import Any

from sqlmodel import select

from reinsert_cli.domain.faults import Fault, Refusal
from reinsert_cli.importers.fields import Parsed
from reinsert_cli.importers.outcome import Outcome, RowResult, masked
from reinsert_cli.ledger import statement
from reinsert_cli.ledger.statement import Declaration
from reinsert_cli.store.tables import Statement
from reinsert_cli.store.work import Work


def apply(work: Work, rows: Sequence[Parsed]) -> list[RowResult]:
    """Bring the rows in, each whole or not at all; one row only may be retained for a subject and measure."""
    chosen = Counter(_subject_and_measure(row) for row in rows if row.values.get("chosen"))
    return [
        RowResult(row.number, "invalid", faults=(("chosen", Fault("statement.chosen_twice")),))
        if row.values.get("chosen") and chosen[_subject_and_measure(row)] > 1
        else _apply(work, row)
        for row in rows
    ]


def _subject_and_measure(row: Parsed) -> tuple[Any, ...]:
    return *(row.values.get(kind) for kind in statement.SUBJECTS), row.values.get("measure")


def _apply(work: Work, row: Parsed) -> RowResult:
    values = row.values
    subjects = [(kind, values[kind]) for kind in statement.SUBJECTS if values.get(kind)]
    if len(subjects) != 1:
        return RowResult(row.number, "invalid", faults=((None, Fault("statement.one_subject")),))
    declared = statement.read_declaration(values["measure"], values["value"])
    if isinstance(declared, Fault):
        return RowResult(row.number, "invalid", faults=(("value", declared),))
    try:
        with work.attempt():
            return _keep(work, row, subjects[0], declared)
    except Refusal as refusal:
        return RowResult(row.number, "invalid", faults=((_place(refusal, subjects[0][0]), masked(refusal.fault)),))


def _place(refusal: Refusal, subject: str) -> str:
    """Give the column that a refusal is about."""
    return "reason" if refusal.fault.code == "statement.reason_missing" else subject


def _keep(work: Work, row: Parsed, subject: tuple[str, str], declared: Declaration) -> RowResult:
    values = row.values
    found = _known(work, subject, values)
    published = values.get("published_on")
    kept = found or statement.add(
        work, *subject, values["measure"], declared, values["source"], published.iso if published else None
    )
    outcome: Outcome = "unchanged" if found else "new"
    if values.get("chosen") and not kept.chosen:
        statement.choose(work, kept.id or 0, values.get("reason") or "")
        outcome = "updated" if found else "new"
    return RowResult(row.number, outcome, subject=str(kept.id))


def _known(work: Work, subject: tuple[str, str], values: dict[str, Any]) -> Statement | None:
    """Give the statement that says this already: same subject, measure and source, same words."""
    column = getattr(Statement, f"{subject[0]}_code")
    query = select(Statement).where(
        column == subject[1],
        Statement.measure == values["measure"],
        Statement.source == values["source"],
        Statement.printed == values["value"],
    )
    return work.session.exec(query).first()
