"""The books: balanced entries on envelopes, written once and never changed (design §3, rule 2)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from sqlalchemy import func, insert
from sqlmodel import col, select

from reinsert_cli.domain.books import FLOWS, LEGS, Account, Kind
from reinsert_cli.ledger import period
from reinsert_cli.store.audit import postings_digest
from reinsert_cli.store.tables import Envelope, Journal
from reinsert_cli.store.work import Work


@dataclass(frozen=True, slots=True)
class Movement:
    """An amount (centimes) that moves within one envelope, for a line of a batch or for the envelope as a whole.

    It counts on ``booked_on``, on the day it happened where nothing is said; on an open day where that month is closed.
    """

    envelope: Envelope
    amount: int
    happened_on: str | None = None
    batch_code: str | None = None
    line_id: int | None = None
    region_code: str | None = None
    mends: int | None = None
    booked_on: str | None = None


@dataclass(frozen=True, slots=True)
class Posting:
    """One side of an entry: a movement's amount, signed, on an account."""

    account: Account
    movement: Movement
    sign: int = 1

    @property
    def amount(self) -> int:
        """Give the signed centimes."""
        return self.sign * self.movement.amount


Entry = Sequence[Posting]
"""Postings that add up to nothing."""


def post(work: Work, kind: Kind, movements: Sequence[Movement], reason: str | None = None) -> None:
    """Write one entry of two postings for each movement."""
    source, target = FLOWS[kind]
    write(work, kind, [(Posting(source, one, -1), Posting(target, one)) for one in movements], reason)


def transfer(work: Work, source: Movement, target: Movement, reason: str) -> None:
    """Write one entry that moves an amount from one envelope to another.

    It goes out through the one envelope's funder and in through the other's, so that what each was allocated
    moves with the money.
    """
    out = (Posting("available", source, -1), Posting("funder", source))
    into = (Posting("funder", target, -1), Posting("available", target))
    write(work, "transfer", [(*out, *into)], reason)


def correct(work: Work, corrections: Iterable[tuple[Sequence[Posting], Sequence[Posting]]], reason: str) -> None:
    """Write, for each correction, what stands and what should have stood: the one is taken back, the other put.

    The difference goes to, or comes from, what each envelope has available. What is of two days is two entries.
    """
    entries = []
    for before, after in corrections:
        undone = [replace(posting, sign=-posting.sign) for posting in before]
        days = {(posting.movement.happened_on, posting.movement.booked_on) for posting in (*before, *after)}
        entries += [[*undone, *after]] if len(days) == 1 else [undone, list(after)]
    write(work, "correct", [_against_available(postings) for postings in entries if postings], reason)


def _against_available(postings: Sequence[Posting]) -> Entry:
    """Balance postings, envelope by envelope, by what the envelope has available."""
    net: Counter[str] = Counter()
    models: dict[str, Movement] = {}
    for posting in postings:
        envelope = posting.movement.envelope.code
        net[envelope] += posting.amount
        models.setdefault(envelope, posting.movement)
    contra = [
        Posting("available", replace(models[envelope], amount=abs(amount)), -1 if amount > 0 else 1)
        for envelope, amount in net.items()
        if amount
    ]
    return [*postings, *contra]


def write(work: Work, kind: Kind, entries: Sequence[Entry], reason: str | None = None) -> None:
    """Write entries, each under its own number and on a day that is still open; let the audit cover them.

    Raises ValueError for an entry that does not balance: the program is wrong, not its user.
    """
    if any(sum(posting.amount for posting in entry) for entry in entries):
        raise ValueError("an entry of the journal must balance")
    first = (work.session.exec(select(func.max(col(Journal.entry)))).one() or 0) + 1
    days = period.OpenDays(work)
    rows = [
        _row(work, kind, posting, number, days, reason)
        for number, entry in enumerate(entries, start=first)
        for posting in entry
    ]
    if not rows:
        return
    work.session.execute(insert(Journal), rows)
    turnover = sum(posting.amount for entry in entries for posting in entry if posting.amount > 0)
    about = entries[0][0].movement
    work.record(
        f"journal.{kind}",
        envelope=about.envelope.code if about.batch_code is None else None,
        batch=about.batch_code,
        entry=first,
        entries=len(entries),
        digest=postings_digest(rows),
        centimes=turnover // LEGS.get(kind, 1),
    )


def _row(
    work: Work, kind: Kind, posting: Posting, entry: int, days: period.OpenDays, reason: str | None
) -> dict[str, object]:
    movement = posting.movement
    booked_on = days.nearest(movement.booked_on or movement.happened_on)
    envelope = movement.envelope
    return {
        "entry": entry,
        "kind": kind,
        "account": posting.account,
        "amount": posting.amount,
        "envelope_code": envelope.code,
        "funder_code": envelope.funder_code,
        "programme_code": envelope.programme_code,
        "fiscal_year": envelope.fiscal_year,
        "month": period.month_of(booked_on),
        "region_code": movement.region_code,
        "batch_code": movement.batch_code,
        "line_id": movement.line_id,
        "happened_on": movement.happened_on,
        "booked_on": booked_on,
        "written_at": work.written_at,
        "author": work.author,
        "reason": reason,
        "mends": movement.mends,
        "audit_id": work.number,
    }


def last_entries(work: Work, line_id: int) -> dict[str, int]:
    """Give, by envelope, the last entry about a line: what a correction or a return mends."""
    last = select(Journal.envelope_code, func.max(Journal.entry)).where(Journal.line_id == line_id)
    return dict(work.session.exec(last.group_by(Journal.envelope_code)).all())


def last_return(work: Work, line_id: int) -> tuple[str | None, str | None] | None:
    """Give the day on which the goods of a line last came back, and that on which it counts."""
    returns = select(Journal.happened_on, Journal.booked_on).where(Journal.line_id == line_id, Journal.kind == "return")
    found = work.session.exec(returns.order_by(col(Journal.id).desc())).first()
    return (found[0], found[1]) if found else None


def first_return(work: Work, batch_code: str) -> str | None:
    """Give the first day on which goods of a batch came back."""
    returns = select(func.min(Journal.happened_on)).where(Journal.batch_code == batch_code, Journal.kind == "return")
    return work.session.exec(returns).one()


def standing(
    work: Work, account: Account, batch_code: str, line_id: int | None = None, happened_on: str | None = None
) -> list[Movement]:
    """Give what stands on an account for a batch, for one line of it or for what happened on one day.

    One movement for each line, envelope, region and day, which mends the last entry that had to do with it and counts
    on the day on which the first of them counted.
    """
    keys = (Journal.line_id, Journal.envelope_code, Journal.region_code, Journal.happened_on)
    booked = func.min(func.coalesce(Journal.booked_on, Journal.happened_on))
    wanted = select(*keys, booked, func.sum(Journal.amount), func.max(Journal.entry)).where(  # type: ignore[call-overload]
        Journal.batch_code == batch_code, Journal.account == account
    )
    if line_id is not None:
        wanted = wanted.where(Journal.line_id == line_id)
    if happened_on is not None:
        wanted = wanted.where(Journal.happened_on == happened_on)
    grouped = (
        wanted.group_by(*keys).having(func.sum(Journal.amount) != 0).order_by(Journal.line_id, Journal.envelope_code)
    )
    return [
        Movement(work.session.get_one(Envelope, envelope), amount, day, batch_code, line, region, entry, booked_on)
        for line, envelope, region, day, booked_on, amount, entry in work.session.exec(grouped).all()
    ]


def available(work: Work, envelope_code: str) -> int:
    """Give what is left to commit on an envelope, in centimes."""
    return _balance(work, envelope_code, "available")


def allocated(work: Work, envelope_code: str) -> int:
    """Give what funders have put into an envelope, in centimes."""
    return -_balance(work, envelope_code, "funder")


def granted(work: Work, envelope_code: str) -> int:
    """Give what funders granted to an envelope, in centimes, what was transferred since left aside."""
    return -_balance(work, envelope_code, "funder", "allocate")


def _balance(work: Work, envelope_code: str, account: Account, kind: Kind | None = None) -> int:
    """Give what stands on an account of an envelope, or what movements of one kind have put there."""
    total = select(func.coalesce(func.sum(Journal.amount), 0)).where(
        Journal.envelope_code == envelope_code, Journal.account == account
    )
    return int(work.session.exec(total if kind is None else total.where(Journal.kind == kind)).one())
