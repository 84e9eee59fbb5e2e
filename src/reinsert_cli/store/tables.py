"""The tables, as SQLModel classes. They serve writes; reads go by SQL over the views in ``views.sql``.

Amounts are integer centimes; dates that people print are ISO text as precise as they were printed
(``2019``, ``2017-09``, ``2017-09-28``); moments are UTC ISO text. No column here stores a total that
the journal can tell.
"""

# No "from __future__ import annotations" here: it breaks SQLModel's reading of the annotations.
from sqlalchemy import CheckConstraint, Index, text
from sqlmodel import Field, SQLModel

from reinsert_cli.store import project_tables  # noqa: F401  (a line names the cost that it pays for)
from reinsert_cli.store.column_types import centimes as _centimes
from reinsert_cli.store.column_types import code as _code
from reinsert_cli.store.column_types import once_where_known as _once_where_known
from reinsert_cli.store.column_types import where_known as _where_known

_OF_GROUP = text("kind <> 'individual'")

# ── reference data ──────────────────────────────────────────────────────────────────────────────


class Region(SQLModel, table=True):
    """One of the twelve regions, by ISO 3166-2 code (``MA-03``)."""

    code: str = _code(primary_key=True)
    name_fr: str
    name_ar: str


class Province(SQLModel, table=True):
    """One of the 75 prefectures and provinces, by ISO 3166-2 code (``MA-FES``)."""

    code: str = _code(primary_key=True)
    region_code: str = _code("region.code", index=True)
    kind: str
    name_fr: str
    name_ar: str


class Sector(SQLModel, table=True):
    """A sector of activity."""

    code: str = _code(primary_key=True)
    name_fr: str
    name_ar: str


class Centre(SQLModel, table=True):
    """An accompaniment centre; it stands in a province."""

    code: str = _code(primary_key=True)
    name_fr: str
    name_ar: str
    province_code: str = _code("province.code")


# ── who pays, for what ──────────────────────────────────────────────────────────────────────────


class Partner(SQLModel, table=True):
    """Who funds, trains, hosts or co-signs."""

    code: str = _code(primary_key=True)
    name: str
    name_ar: str | None = None


class Programme(SQLModel, table=True):
    """A line of work over years. ``ceiling`` is the most that one of its projects may be given."""

    code: str = _code(primary_key=True)
    name: str
    name_ar: str | None = None
    ceiling: int | None = _centimes(default=None)


class Convention(SQLModel, table=True):
    """A signed agreement; ``amount`` is None where no source gives it, ``printed`` how one printed it."""

    code: str = _code(primary_key=True)
    programme_code: str = _code("programme.code")
    amount: int | None = _centimes(default=None)
    qualifier: str = "exact"
    printed: str | None = None
    starts_on: str | None = None
    ends_on: str | None = None


class ConventionPartner(SQLModel, table=True):
    """A partner of a convention."""

    __tablename__ = "convention_partner"

    convention_code: str = _code("convention.code", primary_key=True)
    partner_code: str = _code("partner.code", primary_key=True)


class ConventionRegion(SQLModel, table=True):
    """A region that a convention covers; a convention without any covers the country."""

    __tablename__ = "convention_region"

    convention_code: str = _code("convention.code", primary_key=True)
    region_code: str = _code("region.code", primary_key=True)


class Envelope(SQLModel, table=True):
    """Money available: programme x fiscal year x funder. Its amount is what the journal allocated to it."""

    code: str = _code(primary_key=True)
    programme_code: str = _code("programme.code", index=True)
    fiscal_year: int
    funder_code: str = _code("partner.code")
    convention_code: str | None = _code("convention.code", default=None)
    target_beneficiaries: int | None = None
    qualifier: str = "exact"
    printed: str | None = None
    threshold: int = Field(default=80, sa_column_kwargs={"server_default": "80"})
    """Percent committed and delivered from which the envelope asks for attention."""


class EnvelopeRegion(SQLModel, table=True):
    """A region that an envelope serves; an envelope without any serves the country."""

    __tablename__ = "envelope_region"

    envelope_code: str = _code("envelope.code", primary_key=True)
    region_code: str = _code("region.code", primary_key=True)


# ── people and projects ─────────────────────────────────────────────────────────────────────────


class Beneficiary(SQLModel, table=True):
    """A person, known everywhere by a pseudonymous code ``B-…``. Nothing here names them."""

    __table_args__ = (_where_known("beneficiary", "merged_into"),)

    code: str = _code(primary_key=True)
    sex: str | None = None
    province_code: str | None = _code("province.code", default=None)
    centre_code: str | None = _code("centre.code", default=None)
    registered_on: str | None = None
    merged_into: str | None = _code("beneficiary.code", default=None)
    """The code that stands for this person now, where two codes turned out to be one person."""


class Identity(SQLModel, table=True):
    """Who a beneficiary is."""

    __table_args__ = (
        Index("ix_identity_birth_date", "birth_date"),
        _where_known("identity", "parts", "birth_date", "parts", "beneficiary_code"),
        *(_where_known("identity", column) for column in ("file_number", "latin_key", "arabic_key")),
    )

    beneficiary_code: str = _code("beneficiary.code", primary_key=True)
    name_latin: str | None = None
    name_arabic: str | None = None
    cin: str | None = Field(default=None, unique=True)
    birth_date: str | None = None
    phone: str | None = None
    file_number: str | None = None
    latin_key: str | None = None
    arabic_key: str | None = None
    parts: str | None = None
    """By what imports find them (:mod:`reinsert_cli.domain.found_by`): every write keeps it."""


class KnownAs(SQLModel, table=True):
    """Another identity under which a beneficiary was met: of a code merged into theirs, or as a row spelled it."""

    __tablename__ = "known_as"

    id: int | None = Field(default=None, primary_key=True)
    beneficiary_code: str = _code("beneficiary.code", index=True)
    name_latin: str | None = None
    name_arabic: str | None = None
    cin: str | None = None
    birth_date: str | None = None
    centre_code: str | None = _code("centre.code", default=None)
    file_number: str | None = None
    audit_id: int


class Sensitive(SQLModel, table=True):
    """What law 09-08 protects most, kept apart. ``None`` is unknown, which is not "no"."""

    beneficiary_code: str = _code("beneficiary.code", primary_key=True)
    disabled: bool | None = None
    special_category: bool | None = None


class Project(SQLModel, table=True):
    """One activity of one person or of a group (a household, a cooperative), which may have a ``name``.

    ``own_contribution`` is what its people bring themselves, in centimes.
    """

    __table_args__ = (Index("ix_project_of_group", "code", sqlite_where=_OF_GROUP, postgresql_where=_OF_GROUP),)

    code: str = _code(primary_key=True)
    programme_code: str = _code("programme.code")
    kind: str = "individual"
    activity: str | None = None
    sector_code: str | None = _code("sector.code", default=None)
    name: str | None = None
    own_contribution: int | None = _centimes(default=None)


class ProjectMember(SQLModel, table=True):
    """A person in a project."""

    __tablename__ = "project_member"

    project_code: str = _code("project.code", primary_key=True)
    beneficiary_code: str = _code("beneficiary.code", primary_key=True, index=True)


# ── handovers ───────────────────────────────────────────────────────────────────────────────────


class Batch(SQLModel, table=True):
    """One handover. Its province is the venue's, not the beneficiaries'.

    ``booked_on`` is set where the handover counts in the books on another day than it was held: its month was closed.
    """

    code: str = _code(primary_key=True)
    programme_code: str = _code("programme.code", index=True)
    fiscal_year: int
    province_code: str = _code("province.code")
    convention_code: str | None = _code("convention.code", default=None)
    tranche: int | None = None
    venue: str | None = None
    planned_on: str | None = None
    held_on: str | None = None
    status: str = "planned"
    booked_on: str | None = None
    delivered_by: str | None = None


class BatchLine(SQLModel, table=True):
    """One item of a batch for one project. Region and centre, which reports sum by, are fixed at locking.

    ``envelope_code`` pays the whole of it, unless shares say otherwise; it is then the first of them.
    """

    __tablename__ = "batch_line"
    __table_args__ = (
        CheckConstraint("amount > 0", name="batch_line_amount_positive"),
        Index("ix_batch_line_batch", "batch_code"),
        _once_where_known("batch_line", "rolled_from"),
        _once_where_known("batch_line", "replaces"),
    )

    id: int | None = Field(default=None, primary_key=True)
    batch_code: str = _code("batch.code")
    project_code: str = _code("project.code", index=True)
    beneficiary_code: str = _code("beneficiary.code", index=True)
    kind: str
    label: str | None = None
    amount: int = _centimes()
    envelope_code: str = _code("envelope.code")
    cost_id: int | None = Field(default=None, foreign_key="cost.id")
    """The cost of the project that it pays for, where the project says what it is made of."""
    region_code: str | None = _code("region.code", default=None)
    centre_code: str | None = _code("centre.code", default=None)
    status: str = "expected"
    receipt: str | None = None
    """The signed receipt: present, missing or refused; nothing while nobody has looked."""
    rolled_from: int | None = Field(default=None, foreign_key="batch_line.id")
    """The line of an earlier batch whose person was absent, and which this one carries over."""
    replaces: int | None = Field(default=None, foreign_key="batch_line.id")
    """The line whose goods came back, and which this one stands in for."""


class LineShare(SQLModel, table=True):
    """An envelope's part of a line that several pay; parts are as ``weight`` to the sum of the line's weights."""

    __tablename__ = "line_share"

    line_id: int = Field(foreign_key="batch_line.id", primary_key=True)
    envelope_code: str = _code("envelope.code", primary_key=True)
    weight: int = _centimes()


class Proxy(SQLModel, table=True):
    """Who received on a person's behalf: another beneficiary, or someone named. Identity data, as :class:`Identity`."""

    batch_code: str = _code("batch.code", primary_key=True)
    beneficiary_code: str = _code("beneficiary.code", primary_key=True)
    proxy_code: str | None = _code("beneficiary.code", default=None)
    name: str | None = None


class Statement(SQLModel, table=True):
    """What a source declares of one batch, envelope, convention or programme. ``value`` is centimes or people.

    ``fiscal_year`` narrows a statement on a programme to one year.
    """

    __table_args__ = (
        CheckConstraint(
            "CASE WHEN batch_code IS NULL THEN 0 ELSE 1 END"
            " + CASE WHEN envelope_code IS NULL THEN 0 ELSE 1 END"
            " + CASE WHEN convention_code IS NULL THEN 0 ELSE 1 END"
            " + CASE WHEN programme_code IS NULL THEN 0 ELSE 1 END = 1",
            name="statement_one_subject",
        ),
    )

    id: int | None = Field(default=None, primary_key=True)
    batch_code: str | None = _code("batch.code", default=None, index=True)
    envelope_code: str | None = _code("envelope.code", default=None)
    convention_code: str | None = _code("convention.code", default=None)
    measure: str
    value: int = _centimes()
    qualifier: str
    printed: str
    source: str
    published_on: str | None = None
    chosen: bool = False
    reason: str | None = None
    programme_code: str | None = _code("programme.code", default=None)
    fiscal_year: int | None = None


class Assertion(SQLModel, table=True):
    """What somebody is sure of: that a subject has so much on a day. ``check`` compares it with the books."""

    id: int | None = Field(default=None, primary_key=True)
    subject_kind: str
    subject: str = _code()
    measure: str
    value: int = _centimes()
    day: str
    printed: str
    written_at: str
    author: str


# ── the books ───────────────────────────────────────────────────────────────────────────────────


class Journal(SQLModel, table=True):
    """One posting of a balanced entry, append-only. ``account`` is funder, available, committed or delivered.

    ``happened_on`` is the day of the event; ``booked_on`` the day on which it counts, another one where the event's
    month was closed already; ``month`` is that of ``booked_on``. ``mends`` is the entry that this one corrects or
    undoes in part; ``audit_id`` the audit record of the write that made it.
    """

    __table_args__ = (
        Index("ix_journal_envelope", "envelope_code", "account", "amount"),
        Index("ix_journal_batch", "batch_code"),
        Index("ix_journal_line", "line_id"),
    )

    id: int | None = Field(default=None, primary_key=True)
    entry: int = Field(index=True)
    kind: str
    account: str
    amount: int = _centimes()
    envelope_code: str = _code("envelope.code")
    funder_code: str = _code("partner.code")
    programme_code: str = _code("programme.code")
    fiscal_year: int
    month: str | None = None
    region_code: str | None = _code("region.code", default=None)
    batch_code: str | None = _code("batch.code", default=None)
    line_id: int | None = Field(default=None, foreign_key="batch_line.id")
    happened_on: str | None = None
    written_at: str
    author: str
    reason: str | None = None
    booked_on: str | None = None
    mends: int | None = None
    audit_id: int | None = None


class Overcommitment(SQLModel, table=True):
    """An envelope that was allowed to owe more than it had: by how much, who said so, why. Append-only."""

    id: int | None = Field(default=None, primary_key=True)
    envelope_code: str = _code("envelope.code", index=True)
    batch_code: str = _code("batch.code")
    missing: int = _centimes()
    written_at: str
    author: str
    reason: str
    audit_id: int | None = None


class ClosedMonth(SQLModel, table=True):
    """A month (``2025-03``) whose figures are final: nothing more is booked in it. Append-only."""

    __tablename__ = "closed_month"

    id: int | None = Field(default=None, primary_key=True)
    month: str = Field(unique=True)
    written_at: str
    author: str
    audit_id: int


class History(SQLModel, table=True):
    """What a row was before a write changed it, kept by triggers, so that the ledger can be read as it stood.

    ``key`` is the row's primary key as a JSON list; ``old`` its columns as a JSON object, nothing where the write
    inserted it; ``audit_id`` the audit record of that write.
    """

    __table_args__ = (Index("ix_history_table_name_key", "table_name", "key"),)

    id: int | None = Field(default=None, primary_key=True)
    audit_id: int = Field(index=True)
    table_name: str
    key: str
    old: str | None = None


class Audit(SQLModel, table=True):
    """One record a write, each covering the one before by its hash. No personal data. Append-only."""

    id: int | None = Field(default=None, primary_key=True)
    written_at: str
    author: str
    command: str
    changes: str
    previous: str
    hash: str


class RegionAccount(SQLModel, table=True):
    """A region that an account of a server is tied to: see ``store/regional.py``. Empty in a file."""

    __tablename__ = "region_account"

    login: str = Field(primary_key=True)
    region_code: str = _code("region.code", primary_key=True)


class Seal(SQLModel, table=True):
    """How many rows of a table the audit does not cover, and the sum of their digests: see ``store/seals.py``."""

    table_name: str = Field(primary_key=True)
    count: int
    digest: str
