"""Files as the centres send them: undone, decided upon, read by a remembered layout; two codes that are one person."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"

CODE = sa.String(length=64)


def upgrade() -> None:
    """Add the columns and tables."""
    op.execute("ALTER TABLE beneficiary ADD COLUMN merged_into VARCHAR(64) REFERENCES beneficiary (code)")
    for name, kind in (("audit_id", sa.Integer()), ("undone_at", sa.String()), ("undone_by", sa.String())):
        op.add_column("import_run", sa.Column(name, kind, nullable=True))
    index_only_what_is_known()
    remember_people()
    remember_layouts()


def index_only_what_is_known() -> None:
    """Keep lines that replace nothing out of the indexes which see to it that none is replaced twice."""
    for name in ("rolled_from", "replaces"):
        op.drop_index(f"ix_batch_line_{name}", "batch_line")
        op.create_index(
            f"ix_batch_line_{name}",
            "batch_line",
            [name],
            unique=True,
            sqlite_where=sa.text(f"{name} IS NOT NULL"),
            postgresql_where=sa.text(f"{name} IS NOT NULL"),
        )


def remember_people() -> None:
    """Create what is kept of people: other identities, former ones, rows to be decided."""
    identity = ("name_latin", "name_arabic", "cin", "birth_date")
    op.create_table(
        "known_as",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("beneficiary_code", CODE, nullable=False),
        *(sa.Column(name, sa.String(), nullable=True) for name in identity),
        sa.Column("centre_code", CODE, nullable=True),
        sa.Column("file_number", sa.String(), nullable=True),
        sa.Column("audit_id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["beneficiary_code"], ["beneficiary.code"]),
        sa.ForeignKeyConstraint(["centre_code"], ["centre.code"]),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index("ix_known_as_beneficiary_code", "known_as", ["beneficiary_code"])
    op.create_table(
        "former_identity",
        sa.Column("import_code", CODE, nullable=False),
        sa.Column("beneficiary_code", CODE, nullable=False),
        *(sa.Column(name, sa.String(), nullable=True) for name in (*identity, "phone", "file_number")),
        sa.ForeignKeyConstraint(["import_code"], ["import_run.code"]),
        sa.ForeignKeyConstraint(["beneficiary_code"], ["beneficiary.code"]),
        sa.PrimaryKeyConstraint("import_code", "beneficiary_code"),
    )
    op.create_table(
        "review",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("import_code", CODE, nullable=False),
        sa.Column("row", sa.Integer(), nullable=False),
        *(sa.Column(name, sa.String(), nullable=False) for name in ("fingerprint", "facts", "fault", "candidates")),
        sa.Column("line", sa.Integer(), nullable=True),
        sa.Column("said", sa.String(), nullable=False),
        sa.Column("decision", sa.String(), nullable=True),
        sa.Column("person", CODE, nullable=True),
        *(sa.Column(name, sa.String(), nullable=True) for name in ("decided_at", "author")),
        sa.Column("audit_id", sa.Integer(), nullable=True),
        sa.ForeignKeyConstraint(["import_code"], ["import_run.code"]),
        sa.ForeignKeyConstraint(["person"], ["beneficiary.code"]),
        sa.PrimaryKeyConstraint("id"),
    )
    for name in ("import_code", "fingerprint", "facts"):
        op.create_index(f"ix_review_{name}", "review", [name])


def remember_layouts() -> None:
    """Create what is kept of a centre's layout."""
    op.create_table(
        "profile",
        sa.Column("code", CODE, nullable=False),
        *(sa.Column(name, sa.String(), nullable=False) for name in ("settings", "written_at", "author")),
        sa.PrimaryKeyConstraint("code"),
    )
