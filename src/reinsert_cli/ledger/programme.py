"""Programmes: lines of work over years, and the ceilings that they set (:mod:`reinsert_cli.ledger.ceiling`)."""

from __future__ import annotations

from reinsert_cli.ledger import codes
from reinsert_cli.store.project_tables import FunderCeiling
from reinsert_cli.store.tables import Partner, Programme
from reinsert_cli.store.work import Work


def add(work: Work, code: str, name: str, name_ar: str | None = None) -> Programme:
    """Register a programme. Raises Refusal when the code is taken."""
    return codes.add(work, Programme(code=code, name=name, name_ar=name_ar), code)


def limit(work: Work, code: str, amount: int | None) -> None:
    """Set the most that one of a programme's projects is given, in centimes; None lifts it."""
    codes.find(work.session, Programme, code).ceiling = amount
    work.session.flush()
    work.record("programme.ceiling", code=code, centimes=amount)


def limit_share(work: Work, code: str, funder_code: str, permille: int | None) -> None:
    """Set the most that a funder pays of what a project costs, in tenths of a percent; None lifts it."""
    codes.require(work.session, Programme, code)
    codes.require(work.session, Partner, funder_code)
    known = work.session.get(FunderCeiling, (code, funder_code))
    if permille is None and known:
        work.session.delete(known)
    elif permille is not None and known:
        known.permille = permille
    elif permille is not None:
        work.session.add(FunderCeiling(programme_code=code, funder_code=funder_code, permille=permille))
    work.session.flush()
    work.record("programme.ceiling", code=code, funder=funder_code, permille=permille)
