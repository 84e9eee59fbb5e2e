"""The life of a batch: planned, locked, held, reconciled, closed; or cancelled (design §3, rule 4)."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import Final

from reinsert_cli.domain.books import Kind
from reinsert_cli.domain.dates import is_before
from reinsert_cli.domain.faults import refuse
from reinsert_cli.domain.language import listed
from reinsert_cli.domain.vocabulary import label
from reinsert_cli.ledger import ceiling, codes, commitment, journal, pathway
from reinsert_cli.ledger.line import freeze, lines_of, movements, needs, require_listed, require_payer, share
from reinsert_cli.store.tables import Batch, BatchLine, Convention, Programme, Province
from reinsert_cli.store.work import Work

MOVES: Final[dict[str, tuple[Collection[str], str | None]]] = {
    "lock": (("planned",), "locked"),
    "hold": (("locked",), "held"),
    "reconcile": (("held",), "reconciled"),
    "close": (("reconciled",), "closed"),
    "cancel": (("planned", "locked"), "cancelled"),
    "share": (("planned",), None),
    "add": (("planned",), None),
    "remove": (("planned",), None),
    "receipts": (("held", "reconciled", "closed"), None),
    "roll": (("held", "reconciled", "closed", "cancelled"), None),
    "correct": (("planned", "locked", "held", "reconciled", "closed"), None),
    "return": (("held", "reconciled", "closed"), None),
    "replace": (("held", "reconciled", "closed"), None),
}
"""Each move: the states it is open from, and the state it leads to, if another."""


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
        require_payer(work, batch, name)
    lines = lines_of(work, code, "expected")
    require_listed(code, people, lines)
    chosen = [line for line in lines if not people or line.beneficiary_code in people]
    if not chosen:
        raise refuse("share.no_line", batch=code)
    share(work, chosen, weights)
    work.record("batch.share", code=code, lines=len(chosen), envelopes=" ".join(weights))
    return len(chosen)


def lock(work: Work, code: str, override_reason: str | None = None) -> int:
    """Freeze the list and commit each line on its envelope; give the number of lines.

    The commitment is of today, or of the day planned where that is past: a batch typed in late was committed then.
    Raises Refusal ``batch.steps_lacking`` when somebody lacks a step that the programme asks for,
    ``envelope.overcommitted`` when an envelope has not enough left, and ``ceiling.lines`` when a project would be given
    more than its programme allows, unless a reason overrides them.
    """
    batch = move(work, code, "lock")
    pathway.require_steps(work, batch, override_reason)
    freeze(work, code)
    ceiling.require_lines(work, code, override_reason)
    lines = lines_of(work, code, "expected")
    commitment.require(work, code, needs(movements(work, batch, lines, None)), override_reason)
    post(work, "commit", batch, lines, override_reason)
    return len(lines)


def reconcile(work: Work, code: str) -> None:
    """Mark a held batch as agreed with what its sources declare; whether it agrees is for the caller to ask first.

    Raises Refusal ``batch.receipts_unmarked`` while nobody has looked at the receipt of a line handed over.
    """
    move(work, code, "reconcile")
    _require_receipts(work, code)


def close(work: Work, code: str) -> None:
    """Seal a reconciled batch, on the conditions on which it was reconciled; see :func:`reconcile`."""
    move(work, code, "close")
    _require_receipts(work, code)


def _require_receipts(work: Work, code: str) -> None:
    unmarked = [line for line in lines_of(work, code, "delivered") if line.receipt is None]
    if unmarked:
        raise refuse("batch.receipts_unmarked", batch=code, count=str(len(unmarked)))


def cancel(work: Work, code: str) -> int:
    """Call a batch off and release what it had committed; give the number of lines released."""
    committed = codes.find(work.session, Batch, code).status == "locked"
    batch = move(work, code, "cancel")
    lines = lines_of(work, code, "expected")
    if committed:
        post(work, "release", batch, lines)
    mark(work, lines, "cancelled")
    return len(lines)


def envelopes_of(work: Work, code: str) -> list[str]:
    """Give the envelopes that pay for a batch."""
    sql = "SELECT DISTINCT envelope FROM v_share WHERE batch = :batch ORDER BY envelope"
    return [row["envelope"] for row in work.reader().rows(sql, batch=code)]


def require_open(batch: Batch) -> None:
    """Refuse (``batch.frozen``) to change the list of a batch that is no longer planned."""
    if batch.status != "planned":
        raise refuse("batch.frozen", batch=batch.code, state=label(batch.status))


def require_move(work: Work, code: str, name: str) -> Batch:
    """Refuse (``batch.wrong_state``) a move that is not open to a batch, and name those that are."""
    batch = codes.find(work.session, Batch, code)
    if batch.status not in MOVES[name][0]:
        open_moves = [other for other, (states, _target) in MOVES.items() if batch.status in states]
        raise refuse("batch.wrong_state", batch=code, state=label(batch.status), move=name, open=listed(open_moves))
    return batch


def move(work: Work, code: str, name: str) -> Batch:
    """Take the batch to the state that a move leads to, or refuse and name the moves that are open."""
    batch = require_move(work, code, name)
    target = MOVES[name][1]
    if target:
        batch.status = target
        work.session.flush()
        work.record(f"batch.{name}", code=code)
    return batch


def settle(work: Work, kind: Kind, batch: Batch, lines: Sequence[BatchLine], status: str) -> None:
    """Post a movement for each of ``lines`` and bring them to the state it leads to."""
    post(work, kind, batch, lines)
    mark(work, lines, status)


def post(work: Work, kind: Kind, batch: Batch, lines: Sequence[BatchLine], reason: str | None = None) -> None:
    """Post one movement a line and envelope: a delivery on the day the batch was held, the rest on that of the act."""
    happened_on = work.day
    if kind == "deliver" or (kind == "release" and batch.held_on):
        happened_on = batch.held_on or work.day
    elif kind == "commit" and batch.planned_on and is_before(batch.planned_on, work.day):
        happened_on = batch.planned_on
    journal.post(work, kind, movements(work, batch, lines, happened_on), reason)


def mark(work: Work, lines: Iterable[BatchLine], status: str) -> None:
    """Bring lines to a state."""
    for line in lines:
        line.status = status
    work.session.flush()
