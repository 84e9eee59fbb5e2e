"""Envelopes: money available for a programme and a fiscal year, from one funder."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from typing import Final

from sqlalchemy import delete
from sqlmodel import col, select

from reinsert_cli.domain.faults import refuse
from reinsert_cli.domain.language import money
from reinsert_cli.domain.money import Amount
from reinsert_cli.ledger import codes, journal
from reinsert_cli.ledger.journal import Movement
from reinsert_cli.store.tables import Convention, Envelope, EnvelopeRegion, Partner, Programme, Region
from reinsert_cli.store.work import Work

STANDING: Final = "SELECT envelope, available, used, threshold FROM v_envelope WHERE envelope = :code"

Key = tuple[str, int, str]
"""What makes an envelope: its programme, its fiscal year, its funder."""


@dataclass(frozen=True, slots=True)
class Terms:
    """What an envelope holds, the convention that feeds it, the regions it serves (none: the country), its target.

    An amount of None stays as it is. ``allocated_on`` is the day on which the money came; only its fiscal year is
    known where nothing is said.
    """

    amount: Amount | None
    convention: str | None = None
    regions: Collection[str] = ()
    target: int | None = None
    threshold: int | None = None
    allocated_on: str | None = None


@dataclass(frozen=True, slots=True)
class Standing:
    """What remains on an envelope (centimes), the tenths of a percent used, and its threshold (percent)."""

    envelope: str
    available: int
    used: int | None
    threshold: int

    @property
    def is_near_its_end(self) -> bool:
        """Tell whether what is promised and handed over has come to the threshold."""
        return self.used is not None and self.used >= self.threshold * 10


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
    if terms.amount:
        _allocate(work, envelope, terms.amount.centimes, terms.allocated_on or str(fiscal_year))
    return envelope


def revise(work: Work, envelope: Envelope, key: Key, terms: Terms, reason: str | None = None) -> bool:
    """Bring an envelope to what ``terms`` grant it, allocating the difference; what they leave out stays.

    What was transferred from or to it since stands beside its grant. Tell whether anything changed. Raises Refusal:
    ``envelope.differs`` when its key is another, and as :func:`change` does.
    """
    if key != (envelope.programme_code, envelope.fiscal_year, envelope.funder_code):
        raise refuse("envelope.differs", code=envelope.code)
    return _bring_to(work, envelope, terms, journal.granted(work, envelope.code), reason)


def change(work: Work, code: str, terms: Terms, reason: str) -> bool:
    """Bring an envelope to what ``terms`` say, its whole amount as lists show it. Tell whether anything changed.

    Raises Refusal: ``envelope.unknown``, ``envelope.below_committed`` when the new amount is less than what is
    already promised or handed over.
    """
    envelope = codes.find(work.session, Envelope, code)
    return _bring_to(work, envelope, terms, journal.allocated(work, code), reason)


def _bring_to(work: Work, envelope: Envelope, terms: Terms, amount: int, reason: str | None) -> bool:
    """Bring an envelope of ``amount`` centimes to ``terms``."""
    difference = terms.amount.centimes - amount if terms.amount else 0
    available = journal.available(work, envelope.code)
    if difference < 0 and available + difference < 0:
        raise refuse("envelope.below_committed", code=envelope.code, least=money(amount - available))
    before = _state(work, envelope)
    _write(work, envelope, terms)
    if difference:
        _allocate(work, envelope, difference, terms.allocated_on or work.day, reason)
    elif _state(work, envelope) == before:
        return False
    work.record("envelope.revise", code=envelope.code)
    return True


def transfer(work: Work, source_code: str, target_code: str, centimes: int, reason: str) -> None:
    """Move money from one envelope to another, for a reason.

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
    work.record("envelope.transfer", code=source.code, to=target.code, centimes=centimes)


def _write(work: Work, envelope: Envelope, terms: Terms) -> None:
    if terms.amount:
        envelope.qualifier, envelope.printed = terms.amount.qualifier, terms.amount.printed
    if terms.convention:
        envelope.convention_code = codes.find(work.session, Convention, terms.convention).code
    envelope.target_beneficiaries = terms.target or envelope.target_beneficiaries
    envelope.threshold = terms.threshold or envelope.threshold
    if terms.regions:
        named = [codes.find(work.session, Region, region).code for region in dict.fromkeys(terms.regions)]
        work.session.execute(delete(EnvelopeRegion).where(col(EnvelopeRegion.envelope_code) == envelope.code))
        work.session.add_all(EnvelopeRegion(envelope_code=envelope.code, region_code=code) for code in named)
    work.session.flush()


def standing(work: Work, envelopes: Collection[str]) -> list[Standing]:
    """Give how envelopes stand now, by code."""
    reader = work.reader()
    found = (reader.row(STANDING, code=code) for code in sorted(envelopes))
    return [Standing(**row) for row in found if row]


def _allocate(work: Work, envelope: Envelope, centimes: int, happened_on: str, reason: str | None = None) -> None:
    """Post what comes in (or, below zero, goes back), under the envelope's region where it serves one only."""
    region = _only_region(work, envelope)
    journal.post(work, "allocate", [Movement(envelope, centimes, happened_on, region_code=region)], reason)


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
        envelope.threshold,
        _regions(work, envelope),
    )
