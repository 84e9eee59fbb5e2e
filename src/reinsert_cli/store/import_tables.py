"""What the ledger remembers of the files brought in: their rows, what they replaced, what a person had to decide."""

# No "from __future__ import annotations" here: it breaks SQLModel's reading of the annotations.
from typing import Final

from sqlalchemy import Index, UniqueConstraint
from sqlmodel import Field, SQLModel

from reinsert_cli.store.column_types import code as _code

NOTHING_SAID: Final = '{"values": {}, "envelope": null, "centre": null}'
"""What a parked row says once nobody is to be asked about it any more."""


class ImportRun(SQLModel, table=True):
    """One file brought in; ``undone_at`` where it was taken out again.

    ``audit_id`` is the audit record of its write, by which history knows what it created and changed; files that
    came before history was linked to imports have none.
    """

    __tablename__ = "import_run"

    code: str = _code(primary_key=True)
    kind: str
    file_name: str
    sha256: str
    sheet: str | None = None
    batch_code: str | None = _code("batch.code", default=None)
    written_at: str
    author: str
    audit_id: int | None = None
    undone_at: str | None = None
    undone_by: str | None = None


class ImportRow(SQLModel, table=True):
    """What one row of a file became: ``subject`` is the code or id of what it stands for in the ledger."""

    __tablename__ = "import_row"
    __table_args__ = (UniqueConstraint("import_code", "row", name="import_row_once"),)

    id: int | None = Field(default=None, primary_key=True)
    import_code: str = _code("import_run.code")
    row: int
    outcome: str
    fingerprint: str = Field(index=True)
    subject: str | None = Field(default=None, index=True)


class FormerIdentity(SQLModel, table=True):
    """Who a beneficiary was said to be before a file changed it, so that the file can be undone. Identity data."""

    __tablename__ = "former_identity"

    import_code: str = _code("import_run.code", primary_key=True)
    beneficiary_code: str = _code("beneficiary.code", primary_key=True)
    name_latin: str | None = None
    name_arabic: str | None = None
    cin: str | None = None
    birth_date: str | None = None
    phone: str | None = None
    file_number: str | None = None


class Review(SQLModel, table=True):
    """A row that a person has to decide on, or has decided. Identity data: ``said`` is what the row says.

    ``fault`` and ``candidates`` (a JSON list) tell why it was parked and which beneficiaries it may mean; ``line`` the
    line it may be. ``facts`` is a digest of what identifies its person, by which the decision is remembered:
    ``decision`` is accepted, rejected, merged or void (the file was undone, or the row came again).
    """

    __table_args__ = (Index("ix_review_fingerprint", "fingerprint"), Index("ix_review_facts", "facts"))

    id: int | None = Field(default=None, primary_key=True)
    import_code: str = _code("import_run.code", index=True)
    row: int
    fingerprint: str
    facts: str
    fault: str
    candidates: str
    line: int | None = None
    said: str
    decision: str | None = None
    person: str | None = _code("beneficiary.code", default=None)
    decided_at: str | None = None
    author: str | None = None
    audit_id: int | None = None


class Profile(SQLModel, table=True):
    """A centre's layout, remembered: ``settings`` is a JSON object of what the import's options would say."""

    code: str = _code(primary_key=True)
    settings: str
    written_at: str
    author: str
