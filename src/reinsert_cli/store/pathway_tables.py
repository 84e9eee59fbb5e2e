"""A person's way before and after the handover: steps, what a programme asks for, visits, back in prison or not."""

# No "from __future__ import annotations" here: it breaks SQLModel's reading of the annotations.
from sqlalchemy import UniqueConstraint
from sqlmodel import Field, SQLModel

from reinsert_cli.store.column_types import centimes as _centimes
from reinsert_cli.store.column_types import code as _code


class Step(SQLModel, table=True):
    """A step of a person's pathway: which one, when, with whom, and how it ended.

    ``kind`` is one of :data:`~reinsert_cli.domain.vocabulary.STEPS`, ``outcome`` of ``OUTCOMES``; a step is behind
    somebody only where it ended favourably.
    """

    __tablename__ = "pathway_step"
    __table_args__ = (UniqueConstraint("beneficiary_code", "kind", "happened_on", name="pathway_step_once"),)

    id: int | None = Field(default=None, primary_key=True)
    beneficiary_code: str = _code("beneficiary.code")
    kind: str
    happened_on: str
    partner_code: str | None = _code("partner.code", default=None)
    outcome: str = "favourable"


class Requirement(SQLModel, table=True):
    """What a programme asks for before it funds: a pathway step of the person, a document of the project or batch.

    ``subject`` is ``step`` or ``document``, ``kind`` one of the terms of that subject.
    """

    programme_code: str = _code("programme.code", primary_key=True)
    subject: str = Field(primary_key=True)
    kind: str = Field(primary_key=True)


class Waiver(SQLModel, table=True):
    """A step that a batch was locked without: of whom, who allowed it, why. Append-only."""

    id: int | None = Field(default=None, primary_key=True)
    batch_code: str = _code("batch.code", index=True)
    beneficiary_code: str = _code("beneficiary.code")
    kind: str
    written_at: str
    author: str
    reason: str
    audit_id: int


class FollowUp(SQLModel, table=True):
    """A visit to a funded project: what became of it.

    ``milestone`` is the visit it stands for, in months after the handover (3, 6, 12, 24); nothing for one between.
    ``state`` is ``alive``, ``struggling`` or ``closed``; ``closed_on`` and ``reason`` are of a closed one. ``income``
    is what the project leaves its people in a month, in centimes; ``jobs`` the people who work in it.
    """

    __tablename__ = "followup"
    __table_args__ = (UniqueConstraint("project_code", "visited_on", name="followup_once"),)

    id: int | None = Field(default=None, primary_key=True)
    project_code: str = _code("project.code")
    milestone: int | None = None
    visited_on: str
    state: str
    closed_on: str | None = None
    reason: str | None = None
    income: int | None = _centimes(default=None)
    jobs: int | None = None


class BackInPrison(SQLModel, table=True):
    """Whether a person is back in prison, by which definition, known on which day: of the return, or of the asking.

    Sensitive data, as :class:`~reinsert_cli.store.tables.Sensitive`. Nothing recorded is unknown, which is not "no".
    """

    __tablename__ = "back_in_prison"
    __table_args__ = (UniqueConstraint("beneficiary_code", "definition", "known_on", name="back_in_prison_once"),)

    id: int | None = Field(default=None, primary_key=True)
    beneficiary_code: str = _code("beneficiary.code")
    definition: str
    is_back: bool
    known_on: str
