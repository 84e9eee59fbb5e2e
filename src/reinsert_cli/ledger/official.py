"""Who was at a handover by their office, as its minutes name them."""

from __future__ import annotations

from sqlmodel import col, select

from reinsert_cli.domain.faults import refuse
from reinsert_cli.ledger.batch import require_move
from reinsert_cli.store.project_tables import Official
from reinsert_cli.store.work import Work


def add(work: Work, code: str, name: str, role: str | None, *, presided: bool) -> int:
    """Note somebody who was, or will be, at a handover; give their number, counted from 1 in the batch."""
    require_move(work, code, "official")
    work.session.add(Official(batch_code=code, name=name, role=role, presided=presided))
    work.session.flush()
    number = len(_of(work, code))
    work.record("official.add", batch=code, number=number)
    return number


def remove(work: Work, code: str, number: int) -> None:
    """Take somebody out again; those after them move up. Raises Refusal ``official.unknown``."""
    require_move(work, code, "official")
    officials = _of(work, code)
    if not 1 <= number <= len(officials):
        raise refuse("official.unknown", batch=code, number=str(number))
    work.session.delete(officials[number - 1])
    work.session.flush()
    work.record("official.remove", batch=code, number=number)


def _of(work: Work, code: str) -> list[Official]:
    return list(work.session.exec(select(Official).where(Official.batch_code == code).order_by(col(Official.id))).all())
