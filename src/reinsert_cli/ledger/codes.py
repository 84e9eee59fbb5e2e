"""Codes: how they may be written, and how a row is found by its code or refused by name."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice
from typing import Final, TypeVar

from sqlmodel import Session, SQLModel, col, select

from reinsert_cli.domain import pseudonyms
from reinsert_cli.domain.faults import ExitStatus, Refusal, refuse
from reinsert_cli.domain.text import nearest
from reinsert_cli.store.tables import (
    Batch,
    Beneficiary,
    Centre,
    Convention,
    Envelope,
    Partner,
    Programme,
    Project,
    Province,
    Region,
    Sector,
)
from reinsert_cli.store.work import Work

Row = TypeVar("Row", bound=SQLModel)

_AT_ONCE: Final = 500
_SHAPE: Final = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{0,63}")

NOUNS: Final[dict[type[SQLModel], str]] = {
    Batch: "batch",
    Beneficiary: "beneficiary",
    Centre: "centre",
    Convention: "convention",
    Envelope: "envelope",
    Partner: "partner",
    Programme: "programme",
    Project: "project",
    Province: "province",
    Region: "region",
    Sector: "sector",
}


def find(session: Session, table: type[Row], code: str) -> Row:
    """Give the row of ``table`` whose code is ``code``.

    Raises Refusal ``<noun>.unknown`` (exit 3), which names the nearest known codes.
    """
    require(session, table, code)
    return session.get_one(table, code)


def require(session: Session, table: type[SQLModel], code: str) -> None:
    """Refuse a code that ``table`` does not have, as :func:`find` does."""
    if session.get(table, code) is None:
        raise refuse(f"{NOUNS[table]}.unknown", code=code, near=nearest(code, codes_of(session, table)))


def codes_of(session: Session, table: type[SQLModel]) -> list[str]:
    """Give every code of ``table``, sorted."""
    code = col(getattr(table, "code"))  # noqa: B009  (each of NOUNS has a code; their common class has none)
    return sorted(session.exec(select(code)).all())


def add(work: Work, row: Row, code: str) -> Row:
    """Insert ``row`` under its new ``code`` and note it for the audit.

    Raises Refusal: ``code.invalid`` (exit 2) when the code is not plain letters, digits, dot, hyphen, underscore;
    ``code.taken`` (exit 3) when it is in use.
    """
    require_shape(code)
    if work.session.get(type(row), code) is not None:
        raise refuse("code.taken", code=code)
    work.session.add(row)
    work.session.flush()
    work.record(f"{NOUNS[type(row)]}.add", code=code)
    return row


def fresh(session: Session, table: type[SQLModel], prefix: str) -> str:
    """Give a new code of ours (:mod:`reinsert_cli.domain.pseudonyms`) that ``table`` does not have."""
    return next(code for code in pseudonyms.fresh(prefix, ()) if session.get(table, code) is None)


def unused(work: Work, table: type[SQLModel], prefix: str) -> Iterator[str]:
    """Give new codes of ours without end, none of which ``table`` has: many are asked for at once."""
    drawn = pseudonyms.fresh(prefix, ())
    of_table = col(getattr(table, "code"))  # noqa: B009  (as above)
    while some := list(islice(drawn, _AT_ONCE)):
        taken = set(work.session.exec(select(of_table).where(of_table.in_(some))))
        yield from (code for code in some if code not in taken)


def require_shape(code: str) -> None:
    """Refuse (``code.invalid``, exit 2) what is not plain letters, digits, dot, hyphen, underscore."""
    if not _SHAPE.fullmatch(code):
        raise Refusal(ExitStatus.USAGE, "code.invalid", code=code)
