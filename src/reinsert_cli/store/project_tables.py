"""What a project is made of and who pays for it; its papers and a batch's; who was at a handover."""

# No "from __future__ import annotations" here: it breaks SQLModel's reading of the annotations.
from sqlalchemy import CheckConstraint
from sqlmodel import Field, SQLModel

from reinsert_cli.store.column_types import centimes as _centimes
from reinsert_cli.store.column_types import code as _code


class Cost(SQLModel, table=True):
    """One cost of a project: ``quantity`` times ``unit_price``. The batch line that pays for it names it."""

    __table_args__ = (CheckConstraint("quantity > 0 AND unit_price > 0", name="cost_positive"),)

    id: int | None = Field(default=None, primary_key=True)
    project_code: str = _code("project.code", index=True)
    kind: str
    label: str | None = None
    quantity: int = 1
    unit_price: int = _centimes()
    supplier: str | None = None
    invoice: str | None = None
    serial: str | None = None


class Funding(SQLModel, table=True):
    """What a funder is to pay of a project, in centimes. What its people bring stands in the project itself."""

    __tablename__ = "project_funding"

    project_code: str = _code("project.code", primary_key=True)
    funder_code: str = _code("partner.code", primary_key=True)
    amount: int = _centimes()


class FunderCeiling(SQLModel, table=True):
    """The most that a funder pays of a project of a programme, in tenths of a percent of what the project costs."""

    __tablename__ = "funder_ceiling"

    programme_code: str = _code("programme.code", primary_key=True)
    funder_code: str = _code("partner.code", primary_key=True)
    permille: int


class Quotation(SQLModel, table=True):
    """What a supplier asked for; ``chosen`` with its ``reason`` is the one that was taken."""

    id: int | None = Field(default=None, primary_key=True)
    project_code: str = _code("project.code", index=True)
    supplier: str
    amount: int = _centimes()
    quoted_on: str | None = None
    reference: str | None = None
    chosen: bool = False
    reason: str | None = None


class Document(SQLModel, table=True):
    """A paper of a project or of a batch: its kind, reference, day, state. The paper itself is kept elsewhere.

    ``state`` is present, missing or refused; ``ice`` the supplier's common company identifier (identifiant commun de
    l'entreprise, 15 digits); ``sha256`` that of the file, where there is one.
    """

    __table_args__ = (CheckConstraint("(project_code IS NULL) <> (batch_code IS NULL)", name="document_one_subject"),)

    id: int | None = Field(default=None, primary_key=True)
    project_code: str | None = _code("project.code", default=None, index=True)
    batch_code: str | None = _code("batch.code", default=None, index=True)
    kind: str
    reference: str | None = None
    dated_on: str | None = None
    state: str = "present"
    supplier: str | None = None
    ice: str | None = None
    sha256: str | None = None


class Official(SQLModel, table=True):
    """Somebody who was at a handover by their office, as the minutes name them, in order."""

    id: int | None = Field(default=None, primary_key=True)
    batch_code: str = _code("batch.code", index=True)
    name: str
    role: str | None = None
    presided: bool = False


class Remark(SQLModel, table=True):
    """What was written beside a person's name on the sign-off sheet. Identity data, as its words may tell anything."""

    batch_code: str = _code("batch.code", primary_key=True)
    beneficiary_code: str = _code("beneficiary.code", primary_key=True)
    said: str
