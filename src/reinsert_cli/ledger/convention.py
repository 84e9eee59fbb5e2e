"""Conventions: signed agreements between partners, for a programme, a territory, a period and an amount."""

from __future__ import annotations

from collections.abc import Iterable

from reinsert_cli.domain.money import Amount
from reinsert_cli.ledger import codes
from reinsert_cli.store.tables import Convention, ConventionPartner, ConventionRegion, Partner, Programme, Region
from reinsert_cli.store.work import Work


def add(
    work: Work,
    code: str,
    programme_code: str,
    amount: Amount | None,
    partners: Iterable[str] = (),
    regions: Iterable[str] = (),
    starts_on: str | None = None,
    ends_on: str | None = None,
) -> Convention:
    """Register a convention. ``amount`` is None where no source gives it.

    Raises Refusal when a code is unknown or taken.
    """
    session = work.session
    convention = Convention(
        code=code,
        programme_code=codes.find(session, Programme, programme_code).code,
        amount=amount.centimes if amount else None,
        qualifier=amount.qualifier if amount else "exact",
        printed=amount.printed if amount else None,
        starts_on=starts_on,
        ends_on=ends_on,
    )
    codes.add(work, convention, code)
    for partner in dict.fromkeys(partners):
        partner_code = codes.find(session, Partner, partner).code
        session.add(ConventionPartner(convention_code=code, partner_code=partner_code))
    for region in dict.fromkeys(regions):
        session.add(ConventionRegion(convention_code=code, region_code=codes.find(session, Region, region).code))
    session.flush()
    return convention
