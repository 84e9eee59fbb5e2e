"""The books: balanced postings on envelopes, written once and never changed (design §3, rule 2)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final, Literal

from sqlalchemy import func, insert
from sqlmodel import col, select

from reinsert_cli.store.tables import Envelope, Journal
from reinsert_cli.store.work import Work

Kind = Literal["allocate", "transfer", "commit", "release", "deliver"]

FLOWS: Final[dict[Kind, tuple[str, str]]] = {
    "allocate": ("funder", "available"),
    "commit": ("available", "committed"),
    "release": ("committed", "available"),
    "deliver": ("committed", "delivered"),
}
"""From which account to which account each kind of movement carries its amount."""


@dataclass(frozen=True, slots=True)
class Movement:
    """An amount (centimes) that moves within one envelope, for a line of a batch or for the envelope as a whole."""

    envelope: Envelope
    amount: int
    happened_on: str | None = None
    batch_code: str | None = None
    line_id: int | None = None
    region_code: str | None = None


TRANSFER: Final = ((0, "available", -1), (0, "funder", 1), (1, "funder", -1), (1, "available", 1))
"""A transfer's four postings: from (0) and to (1), account, sign. It goes out through the one envelope's funder
and in through the other's, so that what each was allocated moves with the money."""


def transfer(work: Work, source: Movement, target: Movement, reason: str) -> None:
    """Write one balanced entry that moves an amount from one envelope to another."""
    entry = _next_entry(work)
    pair = (source, target)
    postings = [
        _posting(work, "transfer", pair[side], entry, account, sign, reason) for side, account, sign in TRANSFER
    ]
    work.session.execute(insert(Journal), postings)


def post(work: Work, kind: Kind, movements: Sequence[Movement], reason: str | None = None) -> None:
    """Write one balanced entry of two postings for each movement."""
    entry = _next_entry(work)
    postings = [
        _posting(work, kind, movement, entry + offset, account, sign, reason)
        for offset, movement in enumerate(movements)
        for account, sign in zip(FLOWS[kind], (-1, 1), strict=True)
    ]
    if postings:
        work.session.execute(insert(Journal), postings)


def _next_entry(work: Work) -> int:
    return (work.session.exec(select(func.max(col(Journal.entry)))).one() or 0) + 1


def _posting(
    work: Work, kind: Kind, movement: Movement, entry: int, account: str, sign: int, reason: str | None
) -> dict[str, object]:
    envelope = movement.envelope
    return {
        "entry": entry,
        "kind": kind,
        "account": account,
        "amount": sign * movement.amount,
        "envelope_code": envelope.code,
        "funder_code": envelope.funder_code,
        "programme_code": envelope.programme_code,
        "fiscal_year": envelope.fiscal_year,
        "month": month_of(movement.happened_on),
        "region_code": movement.region_code,
        "batch_code": movement.batch_code,
        "line_id": movement.line_id,
        "happened_on": movement.happened_on,
        "written_at": work.written_at,
        "author": work.author,
        "reason": reason,
    }


def month_of(happened_on: str | None) -> str | None:
    """Give ``2017-09`` for a date known to the month or the day; nothing for one known only to the year."""
    return happened_on[:7] if happened_on and len(happened_on) >= len("2017-09") else None


def available(work: Work, envelope_code: str) -> int:
    """Give what is left to commit on an envelope, in centimes."""
    return _balance(work, envelope_code, "available")


def allocated(work: Work, envelope_code: str) -> int:
    """Give what funders have put into an envelope, in centimes."""
    return -_balance(work, envelope_code, "funder")


def _balance(work: Work, envelope_code: str, account: str) -> int:
    total = select(func.coalesce(func.sum(Journal.amount), 0)).where(
        Journal.envelope_code == envelope_code, Journal.account == account
    )
    return int(work.session.exec(total).one())
