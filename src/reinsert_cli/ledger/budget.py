"""Envelopes: money available for a programme and a fiscal year, from one funder."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal

from reinsert_cli.domain.faults import refuse
from reinsert_cli.domain.money import Amount
from reinsert_cli.ledger import codes, journal
from reinsert_cli.store.tables import Convention, Envelope, EnvelopeRegion, Partner, Programme, Region
from reinsert_cli.store.work import Work


def add(
    work: Work,
    code: str,
    programme_code: str,
    fiscal_year: int,
    funder_code: str,
    amount: Amount,
    convention_code: str | None = None,
    regions: Iterable[str] = (),
    target: int | None = None,
) -> Envelope:
    """Open an envelope and allocate its amount in the journal.

    Raises Refusal when a code is unknown or taken.
    """
    session = work.session
    envelope = Envelope(
        code=code,
        programme_code=codes.find(session, Programme, programme_code).code,
        fiscal_year=fiscal_year,
        funder_code=codes.find(session, Partner, funder_code).code,
        convention_code=codes.find(session, Convention, convention_code).code if convention_code else None,
        target_beneficiaries=target,
        qualifier=amount.qualifier,
        printed=amount.printed,
    )
    codes.add(work, envelope, code)
    served = [codes.find(session, Region, region).code for region in dict.fromkeys(regions)]
    session.add_all(EnvelopeRegion(envelope_code=code, region_code=region) for region in served)
    only_region = served[0] if len(served) == 1 else None
    allocation = journal.Movement(envelope, amount.centimes, str(fiscal_year), region_code=only_region)
    journal.post(work, "allocate", [allocation])
    work.record("envelope.allocate", code=code, centimes=amount.centimes)
    return envelope


def revise(
    work: Work, envelope: Envelope, same: tuple[str, int, str], amount: Amount, target: int | None
) -> Literal["updated", "unchanged"]:
    """Bring an envelope to a new amount or target by allocating the difference; tell whether anything changed.

    ``same`` is the programme, fiscal year and funder that the caller believes it has.
    Raises Refusal ``envelope.differs`` when it has others, ``envelope.below_committed`` when the new amount is
    less than what is already promised or handed over.
    """
    if same != (envelope.programme_code, envelope.fiscal_year, envelope.funder_code):
        raise refuse("envelope.differs", code=envelope.code)
    difference = amount.centimes - journal.allocated(work, envelope.code)
    if difference < -journal.available(work, envelope.code):
        raise refuse("envelope.below_committed", code=envelope.code)
    target = envelope.target_beneficiaries if target is None else target
    unchanged = difference == 0 and target == envelope.target_beneficiaries and amount.qualifier == envelope.qualifier
    if unchanged:
        return "unchanged"
    if difference:
        journal.post(work, "allocate", [journal.Movement(envelope, difference, str(envelope.fiscal_year))])
    envelope.target_beneficiaries = target
    envelope.qualifier, envelope.printed = amount.qualifier, amount.printed
    work.session.flush()
    work.record("envelope.revise", code=envelope.code, centimes=difference)
    return "updated"
