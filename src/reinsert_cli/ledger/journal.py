"""The books: balanced entries on envelopes, written once and never changed (design §3, rule 2)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
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
    """An amount (centimes) that moves within one envelope, for a line of a batch or for the envelope as a whole."""

    envelope: Envelope
    amount: int
    happened_on: str | None = None
    batch_code: str | None = None
    line_id: int | None = None
    region_code: str | None = None
    mends: int | None = None


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


@dataclass(frozen=True, slots=True)
class Entry:
    """Postings that add up to nothing, and the day on which they count: that of the event where nothing is said."""

    postings: Sequence[Posting]
    booked_on: str | None = None


def post(work: Work, kind: Kind, movements: Sequence[Movement], reason: str | None = None) -> None:
    """Write one entry of two postings for each movement."""
    source, target = FLOWS[kind]
    write(work, kind, [Entry((Posting(source, one, -1), Posting(target, one))) for one in movements], reason)


def transfer(work: Work, source: Movement, target: Movement, reason: str) -> None:
    """Write one entry that moves an amount from one envelope to another.

    It goes out through the one envelope's funder and in through the other's, so that what each was allocated
    moves with the money.
    """
    out = (Posting("available", source, -1), Posting("funder", source))
    into = (Posting("funder", target, -1), Posting("available", target))
    write(work, "transfer", [Entry((*out, *into))], reason)


def undone(entry: Entry) -> Entry:
    """Give what takes the postings of ``entry`` back."""
    return replace(entry, postings=[replace(posting, sign=-posting.sign) for posting in entry.postings])


def against_available(entry: Entry) -> Entry:
    """Balance the postings of ``entry``, envelope by envelope, by what the envelope has available."""
    net: Counter[str] = Counter()
    models: dict[str, Movement] = {}
    for posting in entry.postings:
        envelope = posting.movement.envelope.code
        net[envelope] += posting.amount
        models.setdefault(envelope, posting.movement)
    contra = [
        Posting("available", replace(models[envelope], amount=abs(amount)), -1 if amount > 0 else 1)
        for envelope, amount in net.items()
        if amount
    ]
    return replace(entry, postings=[*entry.postings, *contra])


def write(work: Work, kind: Kind, entries: Sequence[Entry], reason: str | None = None) -> None:
    """Write entries, each under its own number and on a day that is still open; note their turnover for the audit.

    Raises ValueError for an entry that does not balance: the program is wrong, not its user.
    """
    if any(sum(posting.amount for posting in entry.postings) for entry in entries):
        raise ValueError("an entry of the journal must balance")
    first = (work.session.exec(select(func.max(col(Journal.entry)))).one() or 0) + 1
    days = period.OpenDays(work)
    rows = [
        _row(work, kind, posting, number, days.nearest(entry.booked_on or posting.movement.happened_on), reason)
        for number, entry in enumerate(entries, start=first)
        for posting in entry.postings
    ]
    if not rows:
        return
    work.session.execute(insert(Journal), rows)
    turnover = sum(posting.amount for entry in entries for posting in entry.postings if posting.amount > 0)
    about = entries[0].postings[0].movement
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
    work: Work, kind: Kind, posting: Posting, entry: int, booked_on: str | None, reason: str | None
) -> dict[str, object]:
    movement = posting.movement
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


def available(work: Work, envelope_code: str) -> int:
    """Give what is left to commit on an envelope, in centimes."""
    return _balance(work, envelope_code, "available")


def allocated(work: Work, envelope_code: str) -> int:
    """Give what funders have put into an envelope, in centimes."""
    return -_balance(work, envelope_code, "funder")


def _balance(work: Work, envelope_code: str, account: Account) -> int:
    total = select(func.coalesce(func.sum(Journal.amount), 0)).where(
        Journal.envelope_code == envelope_code, Journal.account == account
    )
    return int(work.session.exec(total).one())
