"""Programmes: lines of work over years."""

from __future__ import annotations

from reinsert_cli.ledger import codes
from reinsert_cli.store.tables import Programme
from reinsert_cli.store.work import Work


def add(work: Work, code: str, name: str, name_ar: str | None = None) -> Programme:
    """Register a programme. Raises Refusal when the code is taken."""
    return codes.add(work, Programme(code=code, name=name, name_ar=name_ar), code)
