"""Two ways to mend a batch (design §3, rule 2): *correct* what was typed wrong, *return* or *replace* goods that moved.

What was written stays written: each is a new entry of the journal that names the one it mends, and that counts on
a day which is still open.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

from sqlmodel import select

from reinsert_cli.domain import language
from reinsert_cli.domain.books import Account
from reinsert_cli.domain.dates import is_before
from reinsert_cli.domain.faults import refuse
from reinsert_cli.domain.text import fold
from reinsert_cli.domain.vocabulary import label
from reinsert_cli.ledger import codes, commitment, journal, pathway
from reinsert_cli.ledger.batch import move
from reinsert_cli.ledger.cost import require_untaken
from reinsert_cli.ledger.journal import Posting
from reinsert_cli.ledger.line import find, freeze, movements, needs, require_payer, share, weights_of
from reinsert_cli.ledger.period import OpenDays, month_of
from reinsert_cli.store.tables import Batch, BatchLine, Beneficiary, Project, ProjectMember, Proxy
from reinsert_cli.store.work import Work

ACCOUNTS: Final[dict[str, Account]] = {"expected": "committed", "delivered": "delivered"}
"""Where the money of a line stands, by its state, once the batch is locked."""


@dataclass(frozen=True, slots=True)
class Correction:
    """What should have been typed of a line; what is None was right. Amounts in centimes."""

    amount: int | None = None
    person: str | None = None
    envelope: str | None = None
    came: bool | None = None


@dataclass(frozen=True, slots=True)
class Replacement:
    """What was given in place of goods that came back; what is None is as before."""

    amount: int | None = None
    label: str | None = None
    receipt: str | None = None


def correct(
    work: Work, code: str, which: str, correction: Correction, reason: str, override: bool = False
) -> BatchLine:
    """Put right what was typed wrong of one line: its amount, its person, its envelope, whether they came.

    Raises Refusal: those of the codes named, ``line.settled`` for a line that is out of the books,
    ``correction.nothing`` when it stands as said already; unless overridden, ``envelope.overcommitted`` and, for
    another person once the batch is locked, ``correction.steps_lacking``.
    """
    batch = move(work, code, "correct")
    line = find(work, code, which)
    _require_correctable(batch, line, correction)
    before, came_back = _standing(work, batch, line), line.status == "returned"
    if not _apply(work, batch, line, correction):
        raise refuse("correction.nothing", line=str(line.id), batch=code)
    if correction.person and batch.status != "planned":
        pathway.require_steps_of(work, batch, line, reason if override else None)
    day, booked = _day(work, batch, line, before, came_back=came_back)
    after = _due(work, batch, line, before, day, booked)
    more = needs(posting.movement for posting in after)
    more.subtract(needs(posting.movement for posting in before))
    commitment.require(work, code, more, reason if override else None)
    journal.correct(work, [(before, after)], reason)
    work.record("batch.correct", code=code, line=line.id, centimes=line.amount, envelope=line.envelope_code)
    return line


def correct_day(work: Work, code: str, day: str, reason: str) -> None:
    """Put right the day of a handover; of one still to be held, the day planned.

    The delivery moves to the new day in the books where both months are open; where one is closed the books keep the
    day they have, and the batch shows the right one.
    """
    batch = move(work, code, "correct")
    if day in {batch.held_on, None if batch.held_on else batch.planned_on}:
        raise refuse("correction.same_day", batch=code)
    back = journal.first_return(work, code)
    if back and is_before(back, day):
        raise refuse("return.before_handover", day=language.date(back), held=language.date(day))
    if batch.held_on is None:
        batch.planned_on = day
    else:
        _move_day(work, batch, day, reason)
    work.session.flush()
    work.record("batch.correct", code=code, day=day)


def _move_day(work: Work, batch: Batch, day: str, reason: str) -> None:
    """Move what was handed over on the day of the batch; what was returned or exchanged later keeps its own day."""
    counts_on = _counted_on(OpenDays(work), batch.booked_on or batch.held_on or day, day)
    corrections = [
        ([Posting("delivered", one)], [Posting("delivered", replace(one, happened_on=day, booked_on=counts_on))])
        for one in journal.standing(work, "delivered", batch.code, happened_on=batch.held_on)
    ]
    journal.correct(work, corrections, reason)
    batch.held_on, batch.booked_on = day, None if counts_on == day else counts_on


def _counted_on(days: OpenDays, booked: str, day: str) -> str:
    """Give the day on which a handover counts whose day was ``booked`` and should have been ``day``.

    The right one where both months are open; else the one it has, but for a bare year, which is no day to keep.
    """
    if days.is_open(booked) and not days.is_open(day) and month_of(booked) is None:
        return days.nearest(day) or day
    return day if days.is_open(booked) and days.is_open(day) else booked


def give_back(work: Work, code: str, which: str, day: str, reason: str) -> BatchLine:
    """Record that the goods of a line came back: what was delivered is available again.

    Raises Refusal: ``line.not_delivered``, ``return.before_handover``.
    """
    batch = move(work, code, "return")
    line = find(work, code, which)
    _give_back(work, batch, line, day, reason)
    work.record("batch.return", code=code, line=line.id, centimes=line.amount)
    return line


def exchange(
    work: Work, code: str, which: str, day: str, instead: Replacement, reason: str, override: bool = False
) -> BatchLine:
    """Record that goods came back and others were given in their place; give the new line.

    Raises Refusal as :func:`give_back` does, and ``envelope.overcommitted`` unless overridden.
    """
    batch = move(work, code, "replace")
    old = find(work, code, which)
    _give_back(work, batch, old, day, reason)
    new = BatchLine(
        batch_code=code,
        project_code=old.project_code,
        beneficiary_code=old.beneficiary_code,
        kind=old.kind,
        label=instead.label or old.label,
        amount=instead.amount or old.amount,
        envelope_code=old.envelope_code,
        cost_id=old.cost_id,
        region_code=old.region_code,
        centre_code=old.centre_code,
        status="delivered",
        receipt=instead.receipt,
        replaces=old.id,
    )
    work.session.add(new)
    work.session.flush()
    share(work, [new], weights_of(work, [old])[old.id or 0])
    given = movements(work, batch, [new], day)
    commitment.require(work, code, needs(given), reason if override else None)
    journal.post(work, "commit", given, reason)
    journal.post(work, "deliver", given, reason)
    work.record("batch.replace", code=code, line=old.id, by=new.id, centimes=new.amount)
    return new


def _require_correctable(batch: Batch, line: BatchLine, correction: Correction) -> None:
    """Refuse to correct what is out of the books, and a presence that a later batch has taken over."""
    wanted = {None: ("expected", "delivered"), True: ("absent", "returned"), False: ("delivered",)}[correction.came]
    if line.status not in wanted:
        told = "line.still_expected" if line.status == "expected" else "line.settled"
        raise refuse(told, line=str(line.id), batch=batch.code, state=label(line.status))


def _apply(work: Work, batch: Batch, line: BatchLine, correction: Correction) -> bool:
    """Bring the line to what should have been typed; tell whether anything changed."""
    before = (line.amount, line.beneficiary_code, line.envelope_code, line.status)
    if correction.amount:
        line.amount = correction.amount
    if correction.envelope:
        require_payer(work, batch, correction.envelope)
        share(work, [line], {correction.envelope: 1})
    if correction.came is not None:
        _require_not_rolled(work, batch, line)
        require_untaken(work, line)
        line.receipt = line.receipt if line.status == "returned" else None
        line.status = "delivered" if correction.came else "absent"
    if correction.person and correction.person != line.beneficiary_code:
        _give_to(work, batch, line, correction.person)
    work.session.flush()
    return before != (line.amount, line.beneficiary_code, line.envelope_code, line.status)


def _require_not_rolled(work: Work, batch: Batch, line: BatchLine) -> None:
    taken = select(BatchLine).where((BatchLine.rolled_from == line.id) | (BatchLine.replaces == line.id))
    for other in work.session.exec(taken).all():
        if other.status in ACCOUNTS:
            told = "line.rolled" if other.rolled_from == line.id else "line.replaced"
            raise refuse(told, line=str(line.id), batch=batch.code, later=other.batch_code, by=str(other.id))


def _give_to(work: Work, batch: Batch, line: BatchLine, person: str) -> None:
    """Let the line be another person's: their project of the same activity, and the region and centre they are of."""
    _take_proxy_along(work, line, person)
    line.beneficiary_code = codes.find(work.session, Beneficiary, person).code
    line.project_code = _project_like(work, line.project_code, person)
    if line.region_code is not None:
        line.region_code = line.centre_code = None
        work.session.flush()
        freeze(work, batch.code)


def _take_proxy_along(work: Work, line: BatchLine, person: str) -> None:
    """Let who received for the wrong person have received for the right one, where the line was their only one."""
    proxy = work.session.get(Proxy, (line.batch_code, line.beneficiary_code))
    theirs = select(BatchLine).where(
        BatchLine.batch_code == line.batch_code, BatchLine.beneficiary_code == line.beneficiary_code
    )
    if proxy is None or len(work.session.exec(theirs).all()) > 1:
        return
    if work.session.get(Proxy, (line.batch_code, person)) is None and proxy.proxy_code != person:
        work.session.add(
            Proxy(batch_code=line.batch_code, beneficiary_code=person, proxy_code=proxy.proxy_code, name=proxy.name)
        )
    work.session.delete(proxy)


def _project_like(work: Work, code: str, person: str) -> str:
    """Give the person's project of the same programme and activity as another's; a new one where they have none."""
    model = work.session.get_one(Project, code)
    theirs = select(Project).join(ProjectMember).where(ProjectMember.beneficiary_code == person)
    for project in work.session.exec(theirs).all():
        is_same = fold(project.activity or "") == fold(model.activity or "")
        if is_same and project.programme_code == model.programme_code:
            return project.code
    new = codes.fresh(work.session, Project, "P")
    work.session.add(
        Project(
            code=new,
            programme_code=model.programme_code,
            kind=model.kind,
            activity=model.activity,
            sector_code=model.sector_code,
        )
    )
    work.session.flush()
    work.session.add(ProjectMember(project_code=new, beneficiary_code=person))
    work.session.flush()
    return new


def _standing(work: Work, batch: Batch, line: BatchLine) -> list[Posting]:
    """Give what stands in the books for a line; nothing where it is out of them."""
    account = _account(batch, line)
    return [Posting(account, one) for one in journal.standing(work, account, batch.code, line.id)] if account else []


def _account(batch: Batch, line: BatchLine) -> Account | None:
    """Give the account on which a line stands; None where it is out of the books."""
    return None if batch.status == "planned" else ACCOUNTS.get(line.status)


def _day(
    work: Work, batch: Batch, line: BatchLine, before: Sequence[Posting], *, came_back: bool
) -> tuple[str | None, str | None]:
    """Give the day of what a correction is about, and that on which it counts: of what stood before, else of the batch.

    A return that never was is taken back on the day it was said to be.
    """
    if before:
        return before[0].movement.happened_on, before[0].movement.booked_on
    returned = journal.last_return(work, line.id or 0) if came_back else None
    return returned or (batch.held_on, batch.booked_on)


def _due(
    work: Work, batch: Batch, line: BatchLine, before: Sequence[Posting], day: str | None, booked: str | None
) -> list[Posting]:
    """Give what should stand for a line as it is now."""
    account = _account(batch, line)
    if account is None:
        return []
    mended = {one.movement.envelope.code: one.movement.mends or 0 for one in before}
    due = movements(work, batch, [line], day, mended or journal.last_entries(work, line.id or 0))
    return [Posting(account, replace(one, booked_on=booked)) for one in due]


def _give_back(work: Work, batch: Batch, line: BatchLine, day: str, reason: str) -> None:
    if line.status != "delivered":
        raise refuse("line.not_delivered", line=str(line.id), batch=batch.code, state=label(line.status))
    if is_before(day, batch.held_on):
        raise refuse("return.before_handover", day=language.date(day), held=language.date(batch.held_on or ""))
    if is_before(work.day, day):
        raise refuse("return.to_come", day=language.date(day))
    back = journal.standing(work, "delivered", batch.code, line.id)
    journal.post(work, "return", [replace(one, happened_on=day, booked_on=None) for one in back], reason)
    line.status = "returned"
    work.session.flush()
