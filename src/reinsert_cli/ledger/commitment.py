"""Whether envelopes have what is asked of them, and who answers when they have not (design §3, rule 3)."""

from __future__ import annotations

from collections.abc import Mapping

from reinsert_cli.domain.faults import Refusal, refuse
from reinsert_cli.domain.language import _, listed, money
from reinsert_cli.ledger import journal
from reinsert_cli.store.tables import Overcommitment
from reinsert_cli.store.work import Work


def require(work: Work, batch_code: str, needed: Mapping[str, int], override_reason: str | None = None) -> None:
    """Refuse to take from envelopes (centimes by code) more than they have available, unless a reason overrides it.

    Raises Refusal ``envelope.overcommitted``, which says what is missing and where. An override is kept for good,
    with its author and its reason.
    """
    missing = {code: amount - journal.available(work, code) for code, amount in needed.items() if amount > 0}
    missing = {code: shortfall for code, shortfall in missing.items() if shortfall > 0}
    if missing and override_reason is None:
        raise _overcommitted(missing)
    for code, shortfall in missing.items():
        _override(work, batch_code, code, shortfall, override_reason or "")


def _overcommitted(missing: Mapping[str, int]) -> Refusal:
    shortfall = _("{envelope} ({amount} DH)")
    shortfalls = (shortfall.format(envelope=code, amount=money(centimes)) for code, centimes in sorted(missing.items()))
    return refuse("envelope.overcommitted", shortfalls=listed(shortfalls))


def _override(work: Work, batch_code: str, envelope_code: str, missing: int, reason: str) -> None:
    work.session.add(
        Overcommitment(
            envelope_code=envelope_code,
            batch_code=batch_code,
            missing=missing,
            written_at=work.written_at,
            author=work.author,
            reason=reason,
            audit_id=work.number,
        )
    )
    work.session.flush()
    work.record("envelope.override", code=envelope_code, batch=batch_code, centimes=missing)
