"""Conventions: signed agreements between partners, for a programme, a territory, a period and an amount."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from sqlalchemy import delete
from sqlmodel import col, select

from reinsert_cli.domain.faults import refuse
from reinsert_cli.domain.money import Amount
from reinsert_cli.ledger import codes
from reinsert_cli.store.tables import Convention, ConventionPartner, ConventionRegion, Partner, Programme, Region
from reinsert_cli.store.work import Work


@dataclass(frozen=True, slots=True)
class Terms:
    """What is agreed. An amount of None is one that no source gives; dates are ISO text, possibly partial."""

    amount: Amount | None
    partners: Collection[str] = ()
    regions: Collection[str] = ()
    starts_on: str | None = None
    ends_on: str | None = None


def add(work: Work, code: str, programme_code: str, terms: Terms) -> Convention:
    """Register a convention. Raises Refusal when a code is unknown or taken, or when it ends before it begins."""
    programme = codes.find(work.session, Programme, programme_code)
    convention = codes.add(work, Convention(code=code, programme_code=programme.code), code)
    _write(work, convention, terms)
    return convention


def revise(work: Work, convention: Convention, programme_code: str, terms: Terms) -> bool:
    """Bring a convention to what ``terms`` say; what they leave out stays. Tell whether anything changed.

    Raises Refusal ``convention.differs`` when it serves another programme.
    """
    if convention.programme_code != programme_code:
        raise refuse("convention.differs", code=convention.code)
    before = _state(work, convention)
    _write(work, convention, terms)
    has_changed = _state(work, convention) != before
    if has_changed:
        work.record("convention.revise", code=convention.code)
    return has_changed


def _write(work: Work, convention: Convention, terms: Terms) -> None:
    if terms.amount:
        convention.amount = terms.amount.centimes
        convention.qualifier, convention.printed = terms.amount.qualifier, terms.amount.printed
    convention.starts_on = terms.starts_on or convention.starts_on
    convention.ends_on = terms.ends_on or convention.ends_on
    if convention.starts_on and convention.ends_on and convention.starts_on[:4] > convention.ends_on[:4]:
        raise refuse("convention.backwards", code=convention.code)
    here = convention.code
    if terms.partners:
        partners = [codes.find(work.session, Partner, partner).code for partner in dict.fromkeys(terms.partners)]
        work.session.execute(delete(ConventionPartner).where(col(ConventionPartner.convention_code) == here))
        work.session.add_all(ConventionPartner(convention_code=here, partner_code=code) for code in partners)
    if terms.regions:
        regions = [codes.find(work.session, Region, region).code for region in dict.fromkeys(terms.regions)]
        work.session.execute(delete(ConventionRegion).where(col(ConventionRegion.convention_code) == here))
        work.session.add_all(ConventionRegion(convention_code=here, region_code=code) for code in regions)
    work.session.flush()


def _state(work: Work, convention: Convention) -> tuple[object, ...]:
    """Give everything that terms can change, to be compared."""
    here = convention.code
    partners = select(ConventionPartner.partner_code).where(ConventionPartner.convention_code == here)
    regions = select(ConventionRegion.region_code).where(ConventionRegion.convention_code == here)
    members = [sorted(work.session.exec(query).all()) for query in (partners, regions)]
    return convention.amount, convention.qualifier, convention.starts_on, convention.ends_on, members
