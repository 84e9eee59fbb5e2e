"""Partners: who funds, trains, hosts or co-signs."""

from __future__ import annotations

from reinsert_cli.ledger import codes
from reinsert_cli.store.tables import Partner
from reinsert_cli.store.work import Work


def add(work: Work, code: str, name: str, name_ar: str | None = None) -> Partner:
    """Register a partner. Raises Refusal when the code is taken."""
    return codes.add(work, Partner(code=code, name=name, name_ar=name_ar), code)
