"""Budget rows against the ledger: conventions registered, envelopes opened or topped up, through the ledger's rules."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Final

from reinsert_cli.domain.faults import Fault, Refusal
from reinsert_cli.importers.fields import Parsed
from reinsert_cli.importers.outcome import RowResult
from reinsert_cli.ledger import budget, convention
from reinsert_cli.store.tables import Convention, Envelope
from reinsert_cli.store.work import Work

ENVELOPE_FIELDS: Final = ("fiscal_year", "funder", "amount")


def apply(work: Work, rows: Sequence[Parsed]) -> list[RowResult]:
    """Bring the rows in, each whole or not at all."""
    return [_apply(work, row) for row in rows]


def _apply(work: Work, row: Parsed) -> RowResult:
    values = row.values
    missing = _missing(values)
    if missing:
        return RowResult(row.number, "invalid", faults=missing)
    try:
        with work.session.begin_nested():
            outcomes = {_convention(work, values), _envelope(work, values)}
    except Refusal as refusal:
        return RowResult(row.number, "invalid", faults=((None, refusal.fault),))
    outcome = next(name for name in ("updated", "new", "unchanged") if name in outcomes)
    subject = values.get("envelope") or values.get("convention")
    amount = values["amount"].centimes if values.get("envelope") else 0
    return RowResult(row.number, outcome, subject=subject, amount=amount)


def _missing(values: dict[str, Any]) -> tuple[tuple[str | None, Fault], ...]:
    if not values.get("envelope"):
        return () if values.get("convention") else ((None, Fault("budget.nothing_named")),)
    return tuple((key, Fault("budget.incomplete")) for key in ENVELOPE_FIELDS if values.get(key) is None)


def _convention(work: Work, values: dict[str, Any]) -> str | None:
    """Register the convention that a row names, if it brings more than the name of a known one."""
    code = values.get("convention")
    if not code or work.session.get(Convention, code) is not None:
        return "unchanged" if code else None
    starts, ends = values.get("starts_on"), values.get("ends_on")
    convention.add(
        work,
        code,
        values["programme"],
        values.get("convention_amount"),
        values.get("partners") or (),
        values.get("regions") or (),
        starts.iso if starts else None,
        ends.iso if ends else None,
    )
    return "new"


def _envelope(work: Work, values: dict[str, Any]) -> str | None:
    code = values.get("envelope")
    if not code:
        return None
    known = work.session.get(Envelope, code)
    if known is not None:
        same = (values["programme"], values["fiscal_year"], values["funder"])
        return budget.revise(work, known, same, values["amount"], values.get("target"))
    budget.add(
        work,
        code,
        values["programme"],
        values["fiscal_year"],
        values["funder"],
        values["amount"],
        values.get("convention"),
        values.get("regions") or (),
        values.get("target"),
    )
    return "new"
