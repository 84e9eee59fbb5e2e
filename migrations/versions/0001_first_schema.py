"""First schema: reference data, programmes, envelopes, people, batches, statements, journal, audit, imports."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None

CODE = sa.String(length=64)
APPEND_ONLY = ("journal", "audit", "overcommitment")


def upgrade() -> None:
    """Create the tables and make the books append-only."""
    create_tables()
    for table in APPEND_ONLY:
        refuse_changes(table)


def refuse_changes(table: str) -> None:
    """Make the database itself refuse to update or delete a row of ``table``."""
    if op.get_bind().dialect.name != "sqlite":
        return  # on a server they are made with the views
    for action in ("UPDATE", "DELETE"):
        op.execute(
            f"CREATE TRIGGER {table}_no_{action.lower()} BEFORE {action} ON {table} "
            f"BEGIN SELECT RAISE(ABORT, '{table} is append-only'); END"
        )
    # INSERT OR REPLACE deletes without firing a delete trigger
    is_taken = f"EXISTS (SELECT 1 FROM {table} WHERE id = NEW.id)"  # noqa: S608  (one of our own three tables)
    op.execute(
        f"CREATE TRIGGER {table}_no_replace BEFORE INSERT ON {table} WHEN {is_taken} "
        f"BEGIN SELECT RAISE(ABORT, '{table} is append-only'); END"
    )


def create_tables() -> None:
    """Create every table and index."""
    op.create_table(
        "audit",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("written_at", sa.String(), nullable=False),
        sa.Column("author", sa.String(), nullable=False),
        sa.Column("command", sa.String(), nullable=False),
        sa.Column("changes", sa.String(), nullable=False),
        sa.Column("previous", sa.String(), nullable=False),
        sa.Column("hash", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_table(
        "partner",
        sa.Column("code", CODE, nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("name_ar", sa.String(), nullable=True),
        sa.PrimaryKeyConstraint("code"),
    )
    op.create_table(
        "programme",
        sa.Column("code", CODE, nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("name_ar", sa.String(), nullable=True),
        sa.PrimaryKeyConstraint("code"),
    )
    op.create_table(
        "region",
        sa.Column("code", CODE, nullable=False),
        sa.Column("name_fr", sa.String(), nullable=False),
        sa.Column("name_ar", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("code"),
    )
    op.create_table(
        "sector",
        sa.Column("code", CODE, nullable=False),
        sa.Column("name_fr", sa.String(), nullable=False),
        sa.Column("name_ar", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("code"),
    )
    op.create_table(
        "convention",
        sa.Column("code", CODE, nullable=False),
        sa.Column("programme_code", CODE, nullable=False),
        sa.Column("amount", sa.BigInteger(), nullable=True),
        sa.Column("qualifier", sa.String(), nullable=False),
        sa.Column("printed", sa.String(), nullable=True),
        sa.Column("starts_on", sa.String(), nullable=True),
        sa.Column("ends_on", sa.String(), nullable=True),
        sa.ForeignKeyConstraint(
            ["programme_code"],
            ["programme.code"],
        ),
        sa.PrimaryKeyConstraint("code"),
    )
    op.create_table(
        "project",
        sa.Column("code", CODE, nullable=False),
        sa.Column("programme_code", CODE, nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("activity", sa.String(), nullable=True),
        sa.Column("sector_code", CODE, nullable=True),
        sa.ForeignKeyConstraint(
            ["programme_code"],
            ["programme.code"],
        ),
        sa.ForeignKeyConstraint(
            ["sector_code"],
            ["sector.code"],
        ),
        sa.PrimaryKeyConstraint("code"),
    )
    op.create_table(
        "province",
        sa.Column("code", CODE, nullable=False),
        sa.Column("region_code", CODE, nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("name_fr", sa.String(), nullable=False),
        sa.Column("name_ar", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(
            ["region_code"],
            ["region.code"],
        ),
        sa.PrimaryKeyConstraint("code"),
    )
    op.create_index(op.f("ix_province_region_code"), "province", ["region_code"])
    op.create_table(
        "batch",
        sa.Column("code", CODE, nullable=False),
        sa.Column("programme_code", CODE, nullable=False),
        sa.Column("fiscal_year", sa.Integer(), nullable=False),
        sa.Column("province_code", CODE, nullable=False),
        sa.Column("convention_code", CODE, nullable=True),
        sa.Column("tranche", sa.Integer(), nullable=True),
        sa.Column("venue", sa.String(), nullable=True),
        sa.Column("planned_on", sa.String(), nullable=True),
        sa.Column("held_on", sa.String(), nullable=True),
        sa.Column("status", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(
            ["convention_code"],
            ["convention.code"],
        ),
        sa.ForeignKeyConstraint(
            ["programme_code"],
            ["programme.code"],
        ),
        sa.ForeignKeyConstraint(
            ["province_code"],
            ["province.code"],
        ),
        sa.PrimaryKeyConstraint("code"),
    )
    op.create_index(op.f("ix_batch_programme_code"), "batch", ["programme_code"])
    op.create_table(
        "centre",
        sa.Column("code", CODE, nullable=False),
        sa.Column("name_fr", sa.String(), nullable=False),
        sa.Column("name_ar", sa.String(), nullable=False),
        sa.Column("province_code", CODE, nullable=False),
        sa.ForeignKeyConstraint(
            ["province_code"],
            ["province.code"],
        ),
        sa.PrimaryKeyConstraint("code"),
    )
    op.create_table(
        "convention_partner",
        sa.Column("convention_code", CODE, nullable=False),
        sa.Column("partner_code", CODE, nullable=False),
        sa.ForeignKeyConstraint(
            ["convention_code"],
            ["convention.code"],
        ),
        sa.ForeignKeyConstraint(
            ["partner_code"],
            ["partner.code"],
        ),
        sa.PrimaryKeyConstraint("convention_code", "partner_code"),
    )
    op.create_table(
        "convention_region",
        sa.Column("convention_code", CODE, nullable=False),
        sa.Column("region_code", CODE, nullable=False),
        sa.ForeignKeyConstraint(
            ["convention_code"],
            ["convention.code"],
        ),
        sa.ForeignKeyConstraint(
            ["region_code"],
            ["region.code"],
        ),
        sa.PrimaryKeyConstraint("convention_code", "region_code"),
    )
    op.create_table(
        "envelope",
        sa.Column("code", CODE, nullable=False),
        sa.Column("programme_code", CODE, nullable=False),
        sa.Column("fiscal_year", sa.Integer(), nullable=False),
        sa.Column("funder_code", CODE, nullable=False),
        sa.Column("convention_code", CODE, nullable=True),
        sa.Column("target_beneficiaries", sa.Integer(), nullable=True),
        sa.Column("qualifier", sa.String(), nullable=False),
        sa.Column("printed", sa.String(), nullable=True),
        sa.ForeignKeyConstraint(
            ["convention_code"],
            ["convention.code"],
        ),
        sa.ForeignKeyConstraint(
            ["funder_code"],
            ["partner.code"],
        ),
        sa.ForeignKeyConstraint(
            ["programme_code"],
            ["programme.code"],
        ),
        sa.PrimaryKeyConstraint("code"),
    )
    op.create_index(op.f("ix_envelope_programme_code"), "envelope", ["programme_code"])
    op.create_table(
        "beneficiary",
        sa.Column("code", CODE, nullable=False),
        sa.Column("sex", sa.String(), nullable=True),
        sa.Column("province_code", CODE, nullable=True),
        sa.Column("centre_code", CODE, nullable=True),
        sa.ForeignKeyConstraint(
            ["centre_code"],
            ["centre.code"],
        ),
        sa.ForeignKeyConstraint(
            ["province_code"],
            ["province.code"],
        ),
        sa.PrimaryKeyConstraint("code"),
    )
    op.create_table(
        "envelope_region",
        sa.Column("envelope_code", CODE, nullable=False),
        sa.Column("region_code", CODE, nullable=False),
        sa.ForeignKeyConstraint(
            ["envelope_code"],
            ["envelope.code"],
        ),
        sa.ForeignKeyConstraint(
            ["region_code"],
            ["region.code"],
        ),
        sa.PrimaryKeyConstraint("envelope_code", "region_code"),
    )
    op.create_table(
        "import_run",
        sa.Column("code", CODE, nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("file_name", sa.String(), nullable=False),
        sa.Column("sha256", sa.String(), nullable=False),
        sa.Column("sheet", sa.String(), nullable=True),
        sa.Column("batch_code", CODE, nullable=True),
        sa.Column("written_at", sa.String(), nullable=False),
        sa.Column("author", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(
            ["batch_code"],
            ["batch.code"],
        ),
        sa.PrimaryKeyConstraint("code"),
    )
    op.create_table(
        "overcommitment",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("envelope_code", CODE, nullable=False),
        sa.Column("batch_code", CODE, nullable=False),
        sa.Column("missing", sa.BigInteger(), nullable=False),
        sa.Column("written_at", sa.String(), nullable=False),
        sa.Column("author", sa.String(), nullable=False),
        sa.Column("reason", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(
            ["batch_code"],
            ["batch.code"],
        ),
        sa.ForeignKeyConstraint(
            ["envelope_code"],
            ["envelope.code"],
        ),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index(op.f("ix_overcommitment_envelope_code"), "overcommitment", ["envelope_code"])
    op.create_table(
        "statement",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("batch_code", CODE, nullable=True),
        sa.Column("envelope_code", CODE, nullable=True),
        sa.Column("convention_code", CODE, nullable=True),
        sa.Column("measure", sa.String(), nullable=False),
        sa.Column("value", sa.BigInteger(), nullable=False),
        sa.Column("qualifier", sa.String(), nullable=False),
        sa.Column("printed", sa.String(), nullable=False),
        sa.Column("source", sa.String(), nullable=False),
        sa.Column("published_on", sa.String(), nullable=True),
        sa.Column("chosen", sa.Boolean(), nullable=False),
        sa.Column("reason", sa.String(), nullable=True),
        sa.CheckConstraint(
            "CASE WHEN batch_code IS NULL THEN 0 ELSE 1 END"
            " + CASE WHEN envelope_code IS NULL THEN 0 ELSE 1 END"
            " + CASE WHEN convention_code IS NULL THEN 0 ELSE 1 END = 1",
            name="statement_one_subject",
        ),
        sa.ForeignKeyConstraint(
            ["batch_code"],
            ["batch.code"],
        ),
        sa.ForeignKeyConstraint(
            ["convention_code"],
            ["convention.code"],
        ),
        sa.ForeignKeyConstraint(
            ["envelope_code"],
            ["envelope.code"],
        ),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index(op.f("ix_statement_batch_code"), "statement", ["batch_code"])
    op.create_table(
        "batch_line",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("batch_code", CODE, nullable=False),
        sa.Column("project_code", CODE, nullable=False),
        sa.Column("beneficiary_code", CODE, nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("label", sa.String(), nullable=True),
        sa.Column("amount", sa.BigInteger(), nullable=False),
        sa.Column("envelope_code", CODE, nullable=False),
        sa.Column("region_code", CODE, nullable=True),
        sa.Column("centre_code", CODE, nullable=True),
        sa.Column("status", sa.String(), nullable=False),
        sa.CheckConstraint("amount > 0", name="batch_line_amount_positive"),
        sa.ForeignKeyConstraint(["centre_code"], ["centre.code"]),
        sa.ForeignKeyConstraint(
            ["batch_code"],
            ["batch.code"],
        ),
        sa.ForeignKeyConstraint(
            ["beneficiary_code"],
            ["beneficiary.code"],
        ),
        sa.ForeignKeyConstraint(
            ["envelope_code"],
            ["envelope.code"],
        ),
        sa.ForeignKeyConstraint(
            ["project_code"],
            ["project.code"],
        ),
        sa.ForeignKeyConstraint(
            ["region_code"],
            ["region.code"],
        ),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index("ix_batch_line_batch", "batch_line", ["batch_code"])
    op.create_index(op.f("ix_batch_line_beneficiary_code"), "batch_line", ["beneficiary_code"])
    op.create_index(op.f("ix_batch_line_envelope_code"), "batch_line", ["envelope_code"])
    op.create_index(op.f("ix_batch_line_project_code"), "batch_line", ["project_code"])
    op.create_table(
        "identity",
        sa.Column("beneficiary_code", CODE, nullable=False),
        sa.Column("name_latin", sa.String(), nullable=True),
        sa.Column("name_arabic", sa.String(), nullable=True),
        sa.Column("cin", sa.String(), nullable=True),
        sa.Column("birth_date", sa.String(), nullable=True),
        sa.Column("phone", sa.String(), nullable=True),
        sa.Column("file_number", sa.String(), nullable=True),
        sa.ForeignKeyConstraint(
            ["beneficiary_code"],
            ["beneficiary.code"],
        ),
        sa.PrimaryKeyConstraint("beneficiary_code"),
        sa.UniqueConstraint("cin"),
    )
    op.create_table(
        "import_row",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("import_code", CODE, nullable=False),
        sa.Column("row", sa.Integer(), nullable=False),
        sa.Column("outcome", sa.String(), nullable=False),
        sa.Column("fingerprint", sa.String(), nullable=False),
        sa.Column("subject", sa.String(), nullable=True),
        sa.ForeignKeyConstraint(
            ["import_code"],
            ["import_run.code"],
        ),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("import_code", "row", name="import_row_once"),
    )
    op.create_index("ix_import_row_fingerprint", "import_row", ["fingerprint"])
    op.create_table(
        "project_member",
        sa.Column("project_code", CODE, nullable=False),
        sa.Column("beneficiary_code", CODE, nullable=False),
        sa.ForeignKeyConstraint(
            ["beneficiary_code"],
            ["beneficiary.code"],
        ),
        sa.ForeignKeyConstraint(
            ["project_code"],
            ["project.code"],
        ),
        sa.PrimaryKeyConstraint("project_code", "beneficiary_code"),
    )
    op.create_index(op.f("ix_project_member_beneficiary_code"), "project_member", ["beneficiary_code"])
    op.create_table(
        "sensitive",
        sa.Column("beneficiary_code", CODE, nullable=False),
        sa.Column("disabled", sa.Boolean(), nullable=True),
        sa.Column("special_category", sa.Boolean(), nullable=True),
        sa.ForeignKeyConstraint(
            ["beneficiary_code"],
            ["beneficiary.code"],
        ),
        sa.PrimaryKeyConstraint("beneficiary_code"),
    )
    op.create_table(
        "journal",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("entry", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("account", sa.String(), nullable=False),
        sa.Column("amount", sa.BigInteger(), nullable=False),
        sa.Column("envelope_code", CODE, nullable=False),
        sa.Column("funder_code", CODE, nullable=False),
        sa.Column("programme_code", CODE, nullable=False),
        sa.Column("fiscal_year", sa.Integer(), nullable=False),
        sa.Column("month", sa.String(), nullable=True),
        sa.Column("region_code", CODE, nullable=True),
        sa.Column("batch_code", CODE, nullable=True),
        sa.Column("line_id", sa.Integer(), nullable=True),
        sa.Column("happened_on", sa.String(), nullable=True),
        sa.Column("written_at", sa.String(), nullable=False),
        sa.Column("author", sa.String(), nullable=False),
        sa.Column("reason", sa.String(), nullable=True),
        sa.ForeignKeyConstraint(
            ["batch_code"],
            ["batch.code"],
        ),
        sa.ForeignKeyConstraint(
            ["envelope_code"],
            ["envelope.code"],
        ),
        sa.ForeignKeyConstraint(
            ["funder_code"],
            ["partner.code"],
        ),
        sa.ForeignKeyConstraint(
            ["line_id"],
            ["batch_line.id"],
        ),
        sa.ForeignKeyConstraint(
            ["programme_code"],
            ["programme.code"],
        ),
        sa.ForeignKeyConstraint(
            ["region_code"],
            ["region.code"],
        ),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index("ix_journal_batch", "journal", ["batch_code"])
    op.create_index(op.f("ix_journal_entry"), "journal", ["entry"])
    op.create_index("ix_journal_envelope", "journal", ["envelope_code", "account", "amount"])
