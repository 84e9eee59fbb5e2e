"""The reference data that every ledger starts with: territories, sectors, centres."""

from __future__ import annotations

from sqlmodel import Session, SQLModel

from reinsert_cli.domain import catalogue, territories
from reinsert_cli.store.tables import Centre, Province, Region, Sector


def fill(session: Session) -> None:
    """Insert or refresh the reference rows; what a coordinator added stays."""
    rows: list[SQLModel] = [Region(code=r.code, name_fr=r.name_fr, name_ar=r.name_ar) for r in territories.regions()]
    rows += [
        Province(code=p.code, region_code=p.region, kind=p.kind, name_fr=p.name_fr, name_ar=p.name_ar)
        for p in territories.provinces()
    ]
    rows += [Sector(code=s.code, name_fr=s.name_fr, name_ar=s.name_ar) for s in catalogue.sectors()]
    rows += [
        Centre(code=c.code, name_fr=c.name_fr, name_ar=c.name_ar, province_code=c.province) for c in catalogue.centres()
    ]
    for row in rows:
        session.merge(row)
    session.flush()
