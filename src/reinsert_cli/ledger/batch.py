"""The life of a batch: planned, locked, held, reconciled, closed; or cancelled (design §3, rule 4)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable
from typing import Final

from sqlalchemy import text
from sqlmodel import col, select

from reinsert_cli.domain.faults import refuse
from reinsert_cli.domain.language import _, listed, money
from reinsert_cli.domain.vocabulary import label
from reinsert_cli.ledger import codes, journal
from reinsert_cli.ledger.journal import Kind, Movement
from reinsert_cli.store.tables import Batch, BatchLine, Convention, Envelope, Overcommitment, Programme, Province
from reinsert_cli.store.work import Work

FREEZE: Final = """
UPDATE batch_line SET
    region_code = (SELECT v.region FROM v_line v WHERE v.line = batch_line.id),
    centre_code = (SELECT v.centre FROM v_line v WHERE v.line = batch_line.id)
WHERE batch_code = :code
"""

MOVES: Final[dict[str, tuple[Collection[str], str]]] = {
    "lock": (("planned",), "locked"),
    "hold": (("locked",), "held"),
    "reconcile": (("held",), "reconciled"),
    "close": (("reconciled",), "closed"),
    "cancel": (("planned", "locked"), "cancelled"),
}
"""Each move: the states it is open from, and the state it leads to."""


def plan(
    work: Work,
    code: str,
    programme_code: str,
    fiscal_year: int,
    province_code: str,
    tranche: int | None = None,
    planned_on: str | None = None,
    venue: str | None = None,
    convention_code: str | None = None,
) -> Batch:
    """Plan a handover. Raises Refusal when a code is unknown or taken."""
    session = work.session
    batch = Batch(
        code=code,
        programme_code=codes.find(session, Programme, programme_code).code,
        fiscal_year=fiscal_year,
        province_code=codes.find(session, Province, province_code).code,
        convention_code=codes.find(session, Convention, convention_code).code if convention_code else None,
        tranche=tranche,
        planned_on=planned_on,
        venue=venue,
    )
    return codes.add(work, batch, code)


def lock(work: Work, code: str, override_reason: str | None = None) -> int:
    """Freeze the list and commit each line on its envelope; give the number of lines.

    Raises Refusal ``envelope.overcommitted`` when an envelope has not enough left, unless a reason overrides it.
    """
    batch = _move(work, code, "lock")
    work.session.execute(text(FREEZE), {"code": code})
    lines = lines_of(work, code, "expected")
    missing = _shortfalls(work, lines)
    if missing and override_reason is None:
        raise _overcommitted(missing)
    for envelope, shortfall in missing.items():
        _override(work, batch, envelope, shortfall, override_reason or "")
    _post(work, "commit", batch, lines, override_reason)
    return len(lines)


def hold(work: Work, code: str, held_on: str, absent: Iterable[str] = ()) -> tuple[int, int]:
    """Record the handover: lines delivered, those of absent people released; give how many of each.

    Raises Refusal ``batch.not_in_list`` when someone named absent has no line in the batch.
    """
    batch = _move(work, code, "hold")
    batch.held_on = held_on
    lines = lines_of(work, code, "expected")
    away = set(absent)
    strangers = away - {line.beneficiary_code for line in lines}
    if strangers:
        raise refuse("batch.not_in_list", code=listed(sorted(strangers)), batch=code)
    gone = [line for line in lines if line.beneficiary_code in away]
    here = [line for line in lines if line.beneficiary_code not in away]
    _settle(work, "deliver", batch, here, "delivered")
    _settle(work, "release", batch, gone, "absent")
    return len(here), len(gone)


def reconcile(work: Work, code: str) -> None:
    """Mark a held batch as agreed with what its sources declare; whether it agrees is for the caller to ask first."""
    _move(work, code, "reconcile")


def close(work: Work, code: str) -> None:
    """Seal a reconciled batch."""
    _move(work, code, "close")


def cancel(work: Work, code: str) -> int:
    """Call a batch off and release what it had committed; give the number of lines released."""
    committed = codes.find(work.session, Batch, code).status == "locked"
    batch = _move(work, code, "cancel")
    lines = lines_of(work, code, "expected")
    if committed:
        _post(work, "release", batch, lines)
    _mark(work, lines, "cancelled")
    return len(lines)


def left_on_its_envelopes(work: Work, code: str) -> dict[str, int]:
    """Give what is left to commit, in centimes, on each envelope that pays for a batch."""
    paying = select(BatchLine.envelope_code).where(BatchLine.batch_code == code).distinct()
    return {envelope: journal.available(work, envelope) for envelope in sorted(work.session.exec(paying).all())}


def require_open(batch: Batch) -> None:
    """Refuse (``batch.frozen``) to change the list of a batch that is no longer planned."""
    if batch.status != "planned":
        raise refuse("batch.frozen", batch=batch.code, state=label(batch.status))


def lines_of(work: Work, code: str, status: str) -> list[BatchLine]:
    """Give the lines of a batch that are in ``status``, in the order they were entered."""
    wanted = select(BatchLine).where(BatchLine.batch_code == code, BatchLine.status == status)
    return list(work.session.exec(wanted.order_by(col(BatchLine.id))).all())


def _move(work: Work, code: str, move: str) -> Batch:
    """Take the batch to the state that ``move`` leads to, or refuse and name the moves that are open."""
    batch = codes.find(work.session, Batch, code)
    origins, target = MOVES[move]
    if batch.status not in origins:
        open_moves = [name for name, (states, _target) in MOVES.items() if batch.status in states]
        told = "batch.wrong_state" if open_moves else "batch.finished"
        raise refuse(told, batch=code, state=label(batch.status), move=move, open=listed(open_moves))
    batch.status = target
    work.session.flush()
    work.record(f"batch.{move}", code=code)
    return batch


def _shortfalls(work: Work, lines: Iterable[BatchLine]) -> dict[str, int]:
    """Give, by envelope, the centimes that ``lines`` ask for beyond what is available."""
    needed: Counter[str] = Counter()
    for line in lines:
        needed[line.envelope_code] += line.amount
    left = {envelope: journal.available(work, envelope) for envelope in needed}
    return {envelope: needed[envelope] - left[envelope] for envelope in needed if needed[envelope] > left[envelope]}


def _overcommitted(missing: dict[str, int]) -> Exception:
    shortfall = _("{envelope} ({amount} DH)")
    shortfalls = (shortfall.format(envelope=code, amount=money(centimes)) for code, centimes in sorted(missing.items()))
    return refuse("envelope.overcommitted", shortfalls=listed(shortfalls))


def _override(work: Work, batch: Batch, envelope_code: str, missing: int, reason: str) -> None:
    work.session.add(
        Overcommitment(
            envelope_code=envelope_code,
            batch_code=batch.code,
            missing=missing,
            written_at=work.written_at,
            author=work.author,
            reason=reason,
        )
    )
    work.record("envelope.override", code=envelope_code, batch=batch.code, centimes=missing)


def _settle(work: Work, kind: Kind, batch: Batch, lines: Collection[BatchLine], status: str) -> None:
    _post(work, kind, batch, lines)
    _mark(work, lines, status)


def _post(work: Work, kind: Kind, batch: Batch, lines: Iterable[BatchLine], reason: str | None = None) -> None:
    """Post one movement a line: a delivery on the day the batch was held, the rest on the day of the act."""
    happened_on = batch.held_on if kind == "deliver" else work.day
    envelopes: dict[str, Envelope] = {}
    movements = []
    for line in lines:
        if line.envelope_code not in envelopes:
            envelopes[line.envelope_code] = codes.find(work.session, Envelope, line.envelope_code)
        envelope = envelopes[line.envelope_code]
        movements.append(Movement(envelope, line.amount, happened_on, batch.code, line.id, line.region_code))
    journal.post(work, kind, movements, reason)
    work.record(f"journal.{kind}", batch=batch.code, lines=len(movements), centimes=sum(m.amount for m in movements))


def _mark(work: Work, lines: Iterable[BatchLine], status: str) -> None:
    for line in lines:
        line.status = status
    work.session.flush()
