"""Lines of a batch: found, paid by one envelope or by several, standing somewhere in the books."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import Final

from sqlalchemy import delete, text
from sqlmodel import col, select

from reinsert_cli.domain.faults import refuse
from reinsert_cli.domain.language import listed
from reinsert_cli.domain.money import split
from reinsert_cli.domain.text import western_digits
from reinsert_cli.ledger import codes
from reinsert_cli.ledger.journal import Movement
from reinsert_cli.store.tables import Batch, BatchLine, Envelope, LineShare
from reinsert_cli.store.work import Work

FREEZE: Final = """
UPDATE batch_line SET
    region_code = (SELECT v.region FROM v_line v WHERE v.line = batch_line.id),
    centre_code = (SELECT v.centre FROM v_line v WHERE v.line = batch_line.id)
WHERE batch_code = :code AND region_code IS NULL
"""
"""Fixes by which region and centre reports sum a line: those of its person now."""


def lines_of(work: Work, code: str, *statuses: str) -> list[BatchLine]:
    """Give the lines of a batch that are in one of ``statuses``, in the order they were entered."""
    wanted = select(BatchLine).where(BatchLine.batch_code == code, col(BatchLine.status).in_(statuses))
    return list(work.session.exec(wanted.order_by(col(BatchLine.id))).all())


def find(work: Work, code: str, which: str) -> BatchLine:
    """Give one line of a batch by its number, or by the code of a person who has one line there.

    Raises Refusal: ``line.unknown``, ``line.several`` (with the numbers to choose from).
    """
    lines = work.session.exec(select(BatchLine).where(BatchLine.batch_code == code)).all()
    if which.isdecimal():
        found = [line for line in lines if str(line.id) == western_digits(which)]
    else:
        theirs = [line for line in lines if line.beneficiary_code == which.upper()]
        found = [line for line in theirs if line.status in {"expected", "delivered"}] or theirs
    if not found:
        raise refuse("line.unknown", line=which, batch=code)
    if len(found) > 1:
        raise refuse("line.several", line=which, batch=code, lines=", ".join(str(line.id) for line in found))
    return found[0]


def freeze(work: Work, code: str) -> None:
    """Fix the region and the centre of the lines of a batch that have none yet."""
    work.session.execute(text(FREEZE), {"code": code})
    work.session.expire_all()


def require_listed(code: str, people: Iterable[str], lines: Iterable[BatchLine]) -> None:
    """Refuse (``batch.not_in_list``) people who have none of ``lines``."""
    strangers = set(people) - {line.beneficiary_code for line in lines}
    if strangers:
        raise refuse("batch.not_in_list", code=listed(sorted(strangers)), batch=code)


def share(work: Work, lines: Iterable[BatchLine], weights: Mapping[str, int]) -> None:
    """Let several envelopes pay each of ``lines``, by weight; a single one pays it whole."""
    chosen = list(lines)
    numbers = [line.id or 0 for line in chosen]
    for line in chosen:
        line.envelope_code = next(iter(weights))
    work.session.execute(delete(LineShare).where(col(LineShare.line_id).in_(numbers)))
    if len(weights) > 1:
        work.session.add_all(
            LineShare(line_id=number, envelope_code=envelope, weight=weight)
            for number in numbers
            for envelope, weight in weights.items()
        )
    work.session.flush()


def weights_of(work: Work, lines: Sequence[BatchLine]) -> dict[int, dict[str, int]]:
    """Give, by line, the weight of each envelope that pays for it, in the order in which they were named."""
    if not lines:
        return {}
    batches = {line.batch_code for line in lines}
    shared = select(LineShare).join(BatchLine).where(col(BatchLine.batch_code).in_(batches))
    found: dict[int, dict[str, int]] = defaultdict(dict)
    for one in work.session.exec(shared).all():
        found[one.line_id][one.envelope_code] = one.weight
    return {line.id or 0: found.get(line.id or 0) or {line.envelope_code: 1} for line in lines}


def movements(
    work: Work,
    batch: Batch,
    lines: Sequence[BatchLine],
    happened_on: str | None,
    mended: Mapping[str, int] | None = None,
) -> list[Movement]:
    """Give a movement for each line and envelope that pays for it; those of a line add up to its amount.

    ``mended`` gives, by envelope, the entries that they mend; an envelope new to the line mends the last of them.
    """
    last = max((mended or {}).values(), default=None)
    envelopes: dict[str, Envelope] = {}
    found = []
    weights = weights_of(work, lines)
    for line in lines:
        parts = sorted(weights[line.id or 0].items())
        for (code, _weight), amount in zip(parts, split(line.amount, [weight for _code, weight in parts]), strict=True):
            if not amount:
                continue
            if code not in envelopes:
                envelopes[code] = codes.find(work.session, Envelope, code)
            mends = (mended or {}).get(code, last)
            found.append(Movement(envelopes[code], amount, happened_on, batch.code, line.id, line.region_code, mends))
    return found


def require_payer(work: Work, batch: Batch, envelope_code: str) -> None:
    """Refuse an envelope that is unknown, or (``envelope.not_of_batch``) of another programme than the batch."""
    envelope = codes.find(work.session, Envelope, envelope_code)
    if envelope.programme_code != batch.programme_code:
        raise refuse("envelope.not_of_batch", envelope=envelope_code, batch=batch.code)


def needs(movements: Iterable[Movement]) -> Counter[str]:
    """Add up what movements ask of each envelope, in centimes."""
    needed: Counter[str] = Counter()
    for movement in movements:
        needed[movement.envelope.code] += movement.amount
    return needed
