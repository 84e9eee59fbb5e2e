"""Statement rows against the ledger: each figure kept once, as printed, with the choice between sources."""

from __future__ import annotations

from collections import Counter, defaultdict
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
    said: dict[tuple[Any, ...], set[str]] = defaultdict(set)
    for row in rows:
        said[*_subject_and_measure(row), row.values.get("source")].add(str(row.values.get("value")))
    return [
        RowResult(row.number, "invalid", faults=(("chosen", Fault("statement.chosen_twice")),))
        if row.values.get("chosen") and chosen[_subject_and_measure(row)] > 1
        else _apply(work, row, said[*_subject_and_measure(row), row.values.get("source")])
        for row in rows
    ]


def _subject_and_measure(row: Parsed) -> tuple[Any, ...]:
    return *(row.values.get(key) for key in (*statement.SUBJECTS, "fiscal_year")), row.values.get("measure")


def _apply(work: Work, row: Parsed, said: set[str]) -> RowResult:
    values = row.values
    subjects = [(kind, values[kind]) for kind in statement.SUBJECTS if values.get(kind)]
    if len(subjects) != 1 or (values.get("fiscal_year") and not values.get("programme")):
        return RowResult(row.number, "invalid", faults=((None, Fault("statement.one_subject")),))
    declared = statement.read_declaration(values["measure"], values["value"])
    if isinstance(declared, Fault):
        return RowResult(row.number, "invalid", faults=(("value", declared),))
    try:
        with work.attempt():
            outcome, subject = _keep(work, values, subjects[0], declared, said)
    except Refusal as refusal:
        place = "reason" if refusal.fault.code == "statement.reason_missing" else subjects[0][0]
        return RowResult(row.number, "invalid", faults=((place, masked(refusal.fault)),))
    return RowResult(row.number, outcome, subject=subject)


def _keep(
    work: Work, values: dict[str, Any], subject: tuple[str, str], declared: Declaration, said: set[str]
) -> tuple[Outcome, str]:
    """Keep what a row says: as the statement that says it already, or that it corrects, or as a new one."""
    published = values["published_on"].iso if values.get("published_on") else None
    known = _known(work, subject, values, said)
    if known is None:
        known = statement.add(
            work, *subject, values["measure"], declared, values["source"], published, values.get("fiscal_year")
        )
        outcome: Outcome = "new"
    else:
        outcome = "updated" if statement.revise(work, known, declared, published) else "unchanged"
    reason = values.get("reason") or ""
    if values.get("chosen") and (not known.chosen or (reason and reason != known.reason)):
        statement.choose(work, known.id or 0, reason)
        outcome = "new" if outcome == "new" else "updated"
    return outcome, str(known.id)


def _known(work: Work, subject: tuple[str, str], values: dict[str, Any], said: set[str]) -> Statement | None:
    """Give the statement of this source that says the same words; else the one whose words no row says any more."""
    column = getattr(Statement, f"{subject[0]}_code")
    query = select(Statement).where(
        column == subject[1],
        Statement.fiscal_year == values.get("fiscal_year"),
        Statement.measure == values["measure"],
        Statement.source == values["source"],
    )
    found = work.session.exec(query).all()
    same = [one for one in found if one.printed == values["value"]]
    corrected = [one for one in found if one.printed not in said]
    return same[0] if same else corrected[0] if len(corrected) == 1 else None
