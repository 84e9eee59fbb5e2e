"""The handover itself: who came, who received for whom, who signed, and whom a next batch takes over."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Final

from sqlmodel import select

from reinsert_cli.domain.dates import first_day
from reinsert_cli.domain.faults import refuse
from reinsert_cli.domain.text import fold
from reinsert_cli.ledger import codes, journal
from reinsert_cli.ledger.batch import move, require_open, settle
from reinsert_cli.ledger.cost import require_untaken
from reinsert_cli.ledger.journal import Posting
from reinsert_cli.ledger.line import lines_of, require_listed, share, weights_of
from reinsert_cli.ledger.period import OpenDays
from reinsert_cli.store.project_tables import Remark
from reinsert_cli.store.tables import Batch, BatchLine, Beneficiary, Identity, Proxy
from reinsert_cli.store.work import Work

PSEUDONYM: Final = re.compile(r"B-[0-9A-Z]+")

TYPED_LATE: Final = "typed in after the handover"
"""The reason that the journal keeps of a commitment moved back to the day of its handover."""


@dataclass(frozen=True, slots=True)
class Handover:
    """How a handover went: who did not come, who received for whom (by beneficiary), who handed over, what next.

    A proxy is another beneficiary's code or a name; ``remarks`` are what was written beside people's names. Names and
    remarks stand with the identities and are never told.
    """

    held_on: str
    absent: Collection[str] = ()
    proxies: Mapping[str, str] = field(default_factory=dict)
    delivered_by: str | None = None
    roll_to: str | None = None
    remarks: Mapping[str, str] = field(default_factory=dict)


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
    require_listed(code, {*handover.absent, *handover.proxies}, lines)
    gone = [line for line in lines if line.beneficiary_code in handover.absent]
    here = [line for line in lines if line.beneficiary_code not in handover.absent]
    _keep_proxies(work, code, handover, lines)
    _keep_remarks(work, code, handover.remarks)
    _commit_no_later(work, code, handover.held_on)
    settle(work, "deliver", batch, here, "delivered")
    settle(work, "release", batch, gone, "absent")
    if handover.roll_to and gone:
        roll(work, code, handover.roll_to)
    return len(here), len(gone)


def _commit_no_later(work: Work, code: str, held_on: str) -> None:
    """Move a commitment that was typed in after the day of the handover back to that day: it was made by then."""
    committed = journal.standing(work, "committed", code)
    late = [one for one in committed if first_day(held_on) < first_day(one.happened_on or held_on)]
    corrections = [
        ([Posting("committed", one)], [Posting("committed", replace(one, happened_on=held_on, booked_on=None))])
        for one in late
    ]
    journal.correct(work, corrections, TYPED_LATE)


def _keep_proxies(work: Work, code: str, handover: Handover, lines: Sequence[BatchLine]) -> None:
    """Keep who received for whom; whoever hands over cannot receive, nor can someone who did not come."""
    if handover.delivered_by and any(_is(work, line.beneficiary_code, handover.delivered_by) for line in lines):
        raise refuse("handover.receives")
    for person, proxy in handover.proxies.items():
        known = work.session.get(Beneficiary, proxy.upper())
        if known is None and PSEUDONYM.fullmatch(proxy.upper()):
            raise refuse("beneficiary.unknown", code=proxy.upper(), near="B-…")
        if {person, proxy.upper()} & set(handover.absent):
            raise refuse("proxy.absent", code=person)
        if _is(work, person, proxy):
            raise refuse("proxy.self", code=person)
        if handover.delivered_by and _words(proxy) == _words(handover.delivered_by):
            raise refuse("proxy.delivers", code=person)
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


def _keep_remarks(work: Work, code: str, remarks: Mapping[str, str]) -> None:
    """Keep what was written beside people's names."""
    for person, said in remarks.items():
        work.session.add(Remark(batch_code=code, beneficiary_code=person, said=said))
    work.session.flush()
    if remarks:
        work.record("batch.remarks", code=code, people=len(remarks))


def _is(work: Work, person: str, named: str) -> bool:
    """Tell whether a code or a name, its words in any order, is that of a person."""
    identity = work.session.get(Identity, person)
    names = (identity.name_latin, identity.name_arabic) if identity else ()
    return named.upper() == person or any(_words(name) == _words(named) for name in names if name)


def _words(name: str) -> set[str]:
    return set(fold(name).split())


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
    require_listed(code, people, waiting)
    rolled = [line for line in waiting if not people or line.beneficiary_code in people]
    if not rolled:
        raise refuse("roll.nobody", batch=code)
    weights = weights_of(work, rolled)
    for line in rolled:
        require_untaken(work, line)
        carried = BatchLine(
            batch_code=target_code,
            project_code=line.project_code,
            beneficiary_code=line.beneficiary_code,
            kind=line.kind,
            label=line.label,
            amount=line.amount,
            envelope_code=line.envelope_code,
            cost_id=line.cost_id,
            rolled_from=line.id,
        )
        work.session.add(carried)
        work.session.flush()
        share(work, [carried], weights[line.id or 0])
    work.record("batch.roll", code=code, to=target_code, lines=len(rolled))
    return len(rolled)


def receive(work: Work, code: str, marks: Mapping[str, str], others: str | None = None) -> tuple[int, int]:
    """Mark the signed receipts of people's lines present, missing or refused; ``others`` marks those still unmarked.

    In a closed batch only what is unmarked or missing may still come in. Gives how many lines were marked now, and how
    many nobody has looked at yet.
    """
    is_sealed = move(work, code, "receipts").status == "closed"
    lines = lines_of(work, code, "delivered")
    require_listed(code, marks, lines)
    if is_sealed:
        lines = [line for line in lines if line.receipt in {None, "missing"}]
        if set(marks) - {line.beneficiary_code for line in lines}:
            raise refuse("receipt.sealed", batch=code)
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
