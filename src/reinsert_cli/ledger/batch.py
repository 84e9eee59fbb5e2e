"""The life of a batch: planned, locked, held, reconciled, closed; or cancelled (design §3, rule 4)."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

from sqlalchemy import text
from sqlmodel import select

from reinsert_cli.domain.books import Kind
from reinsert_cli.domain.faults import refuse
from reinsert_cli.domain.language import listed
from reinsert_cli.domain.text import fold
from reinsert_cli.domain.vocabulary import label
from reinsert_cli.ledger import codes, commitment, journal
from reinsert_cli.ledger.line import lines_of, movements, needs, share, weights_of
from reinsert_cli.ledger.period import OpenDays
from reinsert_cli.store.tables import (
    Batch,
    BatchLine,
    Beneficiary,
    Convention,
    Envelope,
    Programme,
    Province,
    Proxy,
)
from reinsert_cli.store.work import Work

FREEZE: Final = """
UPDATE batch_line SET
    region_code = (SELECT v.region FROM v_line v WHERE v.line = batch_line.id),
    centre_code = (SELECT v.centre FROM v_line v WHERE v.line = batch_line.id)
WHERE batch_code = :code AND region_code IS NULL
"""

MOVES: Final[dict[str, tuple[Collection[str], str | None]]] = {
    "lock": (("planned",), "locked"),
    "hold": (("locked",), "held"),
    "reconcile": (("held",), "reconciled"),
    "close": (("reconciled",), "closed"),
    "cancel": (("planned", "locked"), "cancelled"),
    "share": (("planned",), None),
    "receipts": (("held", "reconciled"), None),
    "roll": (("held", "reconciled", "closed", "cancelled"), None),
    "correct": (("planned", "locked", "held", "reconciled", "closed"), None),
    "return": (("held", "reconciled", "closed"), None),
    "replace": (("held", "reconciled", "closed"), None),
}
"""Each move: the states it is open from, and the state it leads to, if another."""


@dataclass(frozen=True, slots=True)
class Handover:
    """How a handover went: who did not come, who received for whom (by beneficiary), who handed over, what next.

    A proxy is another beneficiary's code or a name; the names stand with the identities and are never told.
    """

    held_on: str
    absent: Collection[str] = ()
    proxies: Mapping[str, str] = field(default_factory=dict)
    delivered_by: str | None = None
    roll_to: str | None = None


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


def pay(work: Work, code: str, weights: Mapping[str, int], people: Collection[str] = ()) -> int:
    """Let several envelopes pay the lines of a planned batch, or those of some people, by weight.

    Gives the number of lines. Raises Refusal: ``envelope.unknown``, ``envelope.not_of_batch``,
    ``batch.not_in_list``.
    """
    batch = move(work, code, "share")
    for name in weights:
        envelope = codes.find(work.session, Envelope, name)
        if envelope.programme_code != batch.programme_code:
            raise refuse("envelope.not_of_batch", envelope=name, batch=code)
    lines = lines_of(work, code, "expected")
    _require_listed(code, people, lines)
    chosen = [line for line in lines if not people or line.beneficiary_code in people]
    share(work, chosen, weights)
    work.record("batch.share", code=code, lines=len(chosen), envelopes=" ".join(weights))
    return len(chosen)


def lock(work: Work, code: str, override_reason: str | None = None) -> int:
    """Freeze the list and commit each line on its envelope; give the number of lines.

    Raises Refusal ``envelope.overcommitted`` when an envelope has not enough left, unless a reason overrides it.
    """
    batch = move(work, code, "lock")
    work.session.execute(text(FREEZE), {"code": code})
    work.session.expire_all()
    lines = lines_of(work, code, "expected")
    commitment.require(work, code, needs(movements(work, batch, lines, None)), override_reason)
    _post(work, "commit", batch, lines, override_reason)
    return len(lines)


def hold(work: Work, code: str, handover: Handover) -> tuple[int, int]:
    """Record the handover: lines delivered, those of absent people released; give how many of each.

    Raises Refusal: ``batch.not_in_list`` when someone named has no line in the batch, ``proxy.absent``,
    ``proxy.self`` and ``proxy.delivers`` when someone cannot have received for another.
    """
    batch = move(work, code, "hold")
    batch.held_on, batch.delivered_by = handover.held_on, handover.delivered_by
    open_day = OpenDays(work).nearest(handover.held_on)
    batch.booked_on = open_day if open_day != handover.held_on else None
    lines = lines_of(work, code, "expected")
    _require_listed(code, {*handover.absent, *handover.proxies}, lines)
    gone = [line for line in lines if line.beneficiary_code in handover.absent]
    here = [line for line in lines if line.beneficiary_code not in handover.absent]
    _keep_proxies(work, code, handover)
    _settle(work, "deliver", batch, here, "delivered")
    _settle(work, "release", batch, gone, "absent")
    if handover.roll_to and gone:
        roll(work, code, handover.roll_to)
    return len(here), len(gone)


def _require_listed(code: str, people: Iterable[str], lines: Iterable[BatchLine]) -> None:
    strangers = set(people) - {line.beneficiary_code for line in lines}
    if strangers:
        raise refuse("batch.not_in_list", code=listed(sorted(strangers)), batch=code)


def _keep_proxies(work: Work, code: str, handover: Handover) -> None:
    """Keep who received for whom; whoever hands over cannot receive, nor can someone who did not come send."""
    for person, proxy in handover.proxies.items():
        if person in handover.absent:
            raise refuse("proxy.absent", code=person)
        if proxy.upper() == person:
            raise refuse("proxy.self", code=person)
        if handover.delivered_by and fold(proxy) == fold(handover.delivered_by):
            raise refuse("proxy.delivers", code=person)
        known = work.session.get(Beneficiary, proxy.upper())
        work.session.add(
            Proxy(
                batch_code=code,
                beneficiary_code=person,
                proxy_code=known.code if known else None,
                name=None if known else proxy,
            )
        )
    work.session.flush()
    if handover.proxies:
        work.record("batch.proxies", code=code, people=len(handover.proxies))


def roll(work: Work, code: str, target_code: str, people: Collection[str] = ()) -> int:
    """Carry the lines of people who got nothing over to a planned batch; give how many lines.

    A line is carried over once. Raises Refusal: ``roll.same``, ``roll.other_programme``, ``roll.nobody``, and
    those of the target's state.
    """
    batch, target = move(work, code, "roll"), codes.find(work.session, Batch, target_code)
    if target is batch:
        raise refuse("roll.same")
    require_open(target)
    if target.programme_code != batch.programme_code:
        raise refuse("roll.other_programme", batch=code, target=target_code)
    done = set(work.session.exec(select(BatchLine.rolled_from)).all())
    waiting = [line for line in lines_of(work, code, "absent", "cancelled") if line.id not in done]
    _require_listed(code, people, waiting)
    rolled = [line for line in waiting if not people or line.beneficiary_code in people]
    if not rolled:
        raise refuse("roll.nobody", batch=code)
    weights = weights_of(work, rolled)
    for line in rolled:
        carried = BatchLine(
            batch_code=target_code,
            project_code=line.project_code,
            beneficiary_code=line.beneficiary_code,
            kind=line.kind,
            label=line.label,
            amount=line.amount,
            envelope_code=line.envelope_code,
            rolled_from=line.id,
        )
        work.session.add(carried)
        work.session.flush()
        share(work, [carried], weights[line.id or 0])
    work.record("batch.roll", code=code, to=target_code, lines=len(rolled))
    return len(rolled)


def receive(work: Work, code: str, marks: Mapping[str, str], others: str | None = None) -> tuple[int, int]:
    """Mark the signed receipts of people's lines present, missing or refused; ``others`` marks those still unmarked.

    Gives how many lines were marked now, and how many nobody has looked at yet.
    """
    move(work, code, "receipts")
    lines = lines_of(work, code, "delivered")
    _require_listed(code, marks, lines)
    marked = 0
    for line in lines:
        mark = marks.get(line.beneficiary_code) or (others if line.receipt is None else None)
        if mark and mark != line.receipt:
            line.receipt = mark
            marked += 1
    work.session.flush()
    if marked:
        work.record("batch.receipts", code=code, lines=marked)
    return marked, sum(line.receipt is None for line in lines)


def reconcile(work: Work, code: str) -> None:
    """Mark a held batch as agreed with what its sources declare; whether it agrees is for the caller to ask first.

    Raises Refusal ``batch.receipts_unmarked`` while nobody has looked at the receipt of a line handed over.
    """
    move(work, code, "reconcile")
    unmarked = [line for line in lines_of(work, code, "delivered") if line.receipt is None]
    if unmarked:
        raise refuse("batch.receipts_unmarked", batch=code, count=str(len(unmarked)))


def close(work: Work, code: str) -> None:
    """Seal a reconciled batch."""
    move(work, code, "close")


def cancel(work: Work, code: str) -> int:
    """Call a batch off and release what it had committed; give the number of lines released."""
    committed = codes.find(work.session, Batch, code).status == "locked"
    batch = move(work, code, "cancel")
    lines = lines_of(work, code, "expected")
    if committed:
        _post(work, "release", batch, lines)
    _mark(work, lines, "cancelled")
    return len(lines)


def envelopes_of(work: Work, code: str) -> list[str]:
    """Give the envelopes that pay for a batch."""
    sql = "SELECT DISTINCT envelope FROM v_share WHERE batch = :batch ORDER BY envelope"
    return [row["envelope"] for row in work.reader().rows(sql, batch=code)]


def require_open(batch: Batch) -> None:
    """Refuse (``batch.frozen``) to change the list of a batch that is no longer planned."""
    if batch.status != "planned":
        raise refuse("batch.frozen", batch=batch.code, state=label(batch.status))


def move(work: Work, code: str, name: str) -> Batch:
    """Take the batch to the state that a move leads to, or refuse and name the moves that are open."""
    batch = codes.find(work.session, Batch, code)
    origins, target = MOVES[name]
    if batch.status not in origins:
        open_moves = [other for other, (states, _target) in MOVES.items() if batch.status in states]
        raise refuse("batch.wrong_state", batch=code, state=label(batch.status), move=name, open=listed(open_moves))
    if target:
        batch.status = target
        work.session.flush()
        work.record(f"batch.{name}", code=code)
    return batch


def _settle(work: Work, kind: Kind, batch: Batch, lines: Sequence[BatchLine], status: str) -> None:
    _post(work, kind, batch, lines)
    _mark(work, lines, status)


def _post(work: Work, kind: Kind, batch: Batch, lines: Sequence[BatchLine], reason: str | None = None) -> None:
    """Post one movement a line and envelope: a delivery on the day the batch was held, the rest on that of the act."""
    happened_on = batch.held_on if kind == "deliver" else work.day
    journal.post(work, kind, movements(work, batch, lines, happened_on), reason)


def _mark(work: Work, lines: Iterable[BatchLine], status: str) -> None:
    for line in lines:
        line.status = status
    work.session.flush()
