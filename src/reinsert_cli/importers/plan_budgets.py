"""Budget rows against the ledger: conventions registered, envelopes opened or topped up, through the ledger's rules."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import Any, Final

from reinsert_cli.domain.dates import PartialDate
from reinsert_cli.domain.faults import Fault, Refusal
from reinsert_cli.importers.fields import Parsed
from reinsert_cli.importers.outcome import Outcome, RowResult, masked
from reinsert_cli.ledger import budget, convention
from reinsert_cli.store.tables import Convention, Envelope
from reinsert_cli.store.work import Work

ENVELOPE_FIELDS: Final = ("fiscal_year", "funder", "amount")


def apply(work: Work, rows: Sequence[Parsed]) -> list[RowResult]:
    """Bring the rows in, each whole or not at all; an envelope stands in one row only."""
    times = Counter(row.values["envelope"] for row in rows if row.values.get("envelope"))
    return [
        RowResult(row.number, "invalid", faults=(("envelope", Fault("budget.twice")),))
        if times[row.values.get("envelope")] > 1
        else _apply(work, row)
        for row in rows
    ]


def _apply(work: Work, row: Parsed) -> RowResult:
    values = row.values
    missing = _missing(values)
    if missing:
        return RowResult(row.number, "invalid", faults=missing)
    try:
        with work.attempt():
            outcomes = {_convention(work, values), _envelope(work, values)}
    except Refusal as refusal:
        return RowResult(row.number, "invalid", faults=((None, masked(refusal.fault)),))
    outcome: Outcome = next(name for name in ("updated", "new", "unchanged") if name in outcomes)
    subject = values.get("envelope") or values.get("convention")
    amount = values["amount"].centimes if values.get("envelope") else 0
    return RowResult(row.number, outcome, subject=subject, amount=amount)


def _missing(values: dict[str, Any]) -> tuple[tuple[str | None, Fault], ...]:
    if not values.get("envelope"):
        return () if values.get("convention") else ((None, Fault("budget.nothing_named")),)
    return tuple((key, Fault("budget.incomplete")) for key in ENVELOPE_FIELDS if values.get(key) is None)


def _convention(work: Work, values: dict[str, Any]) -> Outcome | None:
    """Register the convention that a row names, or bring a known one to what the row says of it."""
    code = values.get("convention")
    if not code:
        return None
    terms = convention.Terms(
        values.get("convention_amount"),
        values.get("partners") or (),
        () if values.get("envelope") else values.get("regions") or (),
        _iso(values.get("starts_on")),
        _iso(values.get("ends_on")),
    )
    known = work.session.get(Convention, code)
    if known is not None:
        return "updated" if convention.revise(work, known, values["programme"], terms) else "unchanged"
    convention.add(work, code, values["programme"], terms)
    return "new"


def _envelope(work: Work, values: dict[str, Any]) -> Outcome | None:
    code = values.get("envelope")
    if not code:
        return None
    terms = budget.Terms(values["amount"], values.get("convention"), values.get("regions") or (), values.get("target"))
    key = (values["programme"], values["fiscal_year"], values["funder"])
    known = work.session.get(Envelope, code)
    if known is not None:
        return "updated" if budget.revise(work, known, key, terms) else "unchanged"
    budget.add(work, code, key, terms)
    return "new"


def _iso(date: PartialDate | None) -> str | None:
    return date.iso if date else None
