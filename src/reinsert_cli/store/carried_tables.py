"""What summaries would otherwise add up from every line and posting; :mod:`reinsert_cli.store.carried` keeps it."""

# No "from __future__ import annotations" here: it breaks SQLModel's reading of the annotations.
from sqlmodel import Field, SQLModel

from reinsert_cli.store.column_types import centimes as _centimes
from reinsert_cli.store.column_types import code as _code


class Tally(SQLModel, table=True):
    """The lines of one batch for one region: distinct people, and centimes. Not of batches called off."""

    batch_code: str = _code("batch.code", primary_key=True)
    region_code: str = _code("region.code", primary_key=True)
    programme_code: str = _code("programme.code")
    fiscal_year: int
    people: int
    women: int
    sex_unknown: int
    disabled: int
    disability_unknown: int
    planned: int = _centimes()
    delivered: int = _centimes()


class Again(SQLModel, table=True):
    """Somebody whom several tallies count: one row for each of these."""

    __table_args__ = {"sqlite_with_rowid": False}

    beneficiary_code: str = _code("beneficiary.code", primary_key=True)
    batch_code: str = _code("batch.code", primary_key=True, index=True)
    region_code: str = _code("region.code", primary_key=True)
    programme_code: str = _code("programme.code")
    fiscal_year: int
    sex: str | None = None
    disabled: bool | None = None


class Balance(SQLModel, table=True):
    """What stands on an account of an envelope, by the postings up to the one that :class:`Carried` names."""

    envelope_code: str = _code("envelope.code", primary_key=True)
    account: str = Field(primary_key=True)
    amount: int = _centimes()


class Carried(SQLModel, table=True):
    """Up to where: the last change of the history that is tallied, the last posting of the journal in the balances."""

    id: int | None = Field(default=None, primary_key=True)
    history_id: int
    journal_id: int
