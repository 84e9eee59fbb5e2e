"""Envelopes: money available for a programme and a fiscal year, from one funder."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from sqlalchemy import delete
from sqlmodel import col, select

from reinsert_cli.domain.faults import refuse
from reinsert_cli.domain.language import money
from reinsert_cli.domain.money import Amount
from reinsert_cli.ledger import codes, journal
from reinsert_cli.ledger.journal import Movement
from reinsert_cli.store.tables import Convention, Envelope, EnvelopeRegion, Partner, Programme, Region
from reinsert_cli.store.work import Work

Key = tuple[str, int, str]
"""What makes an envelope: its programme, its fiscal year, its funder."""


@dataclass(frozen=True, slots=True)
class Terms:
    """What an envelope holds, the convention that feeds it, the regions it serves (none: the country), its target."""

    amount: Amount
    convention: str | None = None
    regions: Collection[str] = ()
    target: int | None = None


def add(work: Work, code: str, key: Key, terms: Terms) -> Envelope:
    """Open an envelope and allocate its amount in the journal. Raises Refusal when a code is unknown or taken."""
    programme, fiscal_year, funder = key
    envelope = Envelope(
        code=code,
        programme_code=codes.find(work.session, Programme, programme).code,
        fiscal_year=fiscal_year,
        funder_code=codes.find(work.session, Partner, funder).code,
    )
    codes.add(work, envelope, code)
    _write(work, envelope, terms)
    _allocate(work, envelope, terms.amount.centimes)
    return envelope


def revise(work: Work, envelope: Envelope, key: Key, terms: Terms) -> bool:
    """Bring an envelope to what ``terms`` say, allocating the difference; what they leave out stays.

    Tell whether anything changed. Raises Refusal: ``envelope.differs`` when its key is another,
    ``envelope.below_committed`` when the new amount is less than what is already promised or handed over.
    """
    if key != (envelope.programme_code, envelope.fiscal_year, envelope.funder_code):
        raise refuse("envelope.differs", code=envelope.code)
    difference = terms.amount.centimes - journal.allocated(work, envelope.code)
    if difference < 0 and journal.available(work, envelope.code) + difference < 0:
        raise refuse("envelope.below_committed", code=envelope.code)
    before = _state(work, envelope)
    _write(work, envelope, terms)
    if difference:
        _allocate(work, envelope, difference)
    elif _state(work, envelope) == before:
        return False
    work.record("envelope.revise", code=envelope.code)
    return True


def transfer(work: Work, source_code: str, target_code: str, centimes: int, reason: str) -> tuple[int, int]:
    """Move money from one envelope to another, for a reason; give what is left to commit on each.

    Raises Refusal: ``envelope.unknown``, ``transfer.same``, ``envelope.short`` when the first has not as much
    left to commit.
    """
    source, target = (codes.find(work.session, Envelope, code) for code in (source_code, target_code))
    if source is target:
        raise refuse("transfer.same")
    missing = centimes - journal.available(work, source.code)
    if missing > 0:
        raise refuse("envelope.short", code=source.code, missing=money(missing))
    movements = [
        Movement(envelope, centimes, work.day, region_code=_only_region(work, envelope))
        for envelope in (source, target)
    ]
    journal.transfer(work, movements[0], movements[1], reason)
    work.record("journal.transfer", code=source.code, to=target.code, centimes=centimes)
    return journal.available(work, source.code), journal.available(work, target.code)


def _write(work: Work, envelope: Envelope, terms: Terms) -> None:
    envelope.qualifier, envelope.printed = terms.amount.qualifier, terms.amount.printed
    if terms.convention:
        envelope.convention_code = codes.find(work.session, Convention, terms.convention).code
    envelope.target_beneficiaries = terms.target or envelope.target_beneficiaries
    if terms.regions:
        named = [codes.find(work.session, Region, region).code for region in dict.fromkeys(terms.regions)]
        work.session.execute(delete(EnvelopeRegion).where(col(EnvelopeRegion.envelope_code) == envelope.code))
        work.session.add_all(EnvelopeRegion(envelope_code=envelope.code, region_code=code) for code in named)
    work.session.flush()


def _allocate(work: Work, envelope: Envelope, centimes: int) -> None:
    """Post what comes in (or, below zero, goes back), under the envelope's region where it serves one only."""
    region = _only_region(work, envelope)
    journal.post(work, "allocate", [Movement(envelope, centimes, work.day, region_code=region)])
    work.record("journal.allocate", code=envelope.code, centimes=centimes)


def _only_region(work: Work, envelope: Envelope) -> str | None:
    regions = _regions(work, envelope)
    return regions[0] if len(regions) == 1 else None


def _regions(work: Work, envelope: Envelope) -> list[str]:
    served = select(EnvelopeRegion.region_code).where(EnvelopeRegion.envelope_code == envelope.code)
    return sorted(work.session.exec(served).all())


def _state(work: Work, envelope: Envelope) -> tuple[object, ...]:
    """Give everything but the amount that terms can change, to be compared."""
    return (
        envelope.qualifier,
        envelope.convention_code,
        envelope.target_beneficiaries,
        _regions(work, envelope),
    )
