"""Who was at a handover by their office, as its minutes name them."""

from __future__ import annotations

from sqlmodel import col, select

from reinsert_cli.domain.faults import refuse
from reinsert_cli.ledger import codes
from reinsert_cli.store.project_tables import Official
from reinsert_cli.store.tables import Batch
from reinsert_cli.store.work import Work


def add(work: Work, code: str, name: str, role: str | None, *, presided: bool) -> int:
    """Note somebody who was, or will be, at a handover; give their number, counted from 1 in the batch.

    Minutes are written when they are: before the day, after it, even once the batch is closed.
    """
    codes.require(work.session, Batch, code)
    work.session.add(Official(batch_code=code, name=name, role=role, presided=presided))
    work.session.flush()
    number = len(_of(work, code))
    work.record("official.add", batch=code, number=number)
    return number


def remove(work: Work, code: str, number: int) -> None:
    """Take somebody out again; those after them move up. Raises Refusal ``official.unknown``."""
    codes.require(work.session, Batch, code)
    officials = _of(work, code)
    if not 1 <= number <= len(officials):
        raise refuse("official.unknown", batch=code, number=str(number))
    work.session.delete(officials[number - 1])
    work.session.flush()
    work.record("official.remove", batch=code, number=number)


def _of(work: Work, code: str) -> list[Official]:
    return list(work.session.exec(select(Official).where(Official.batch_code == code).order_by(col(Official.id))).all())
