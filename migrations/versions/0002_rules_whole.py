"""The ledger's rules whole: shares, receipts, proxies, corrections, closed months, assertions, history.

Rows of the books that stood before keep the new columns empty: they say so, rather than have history rewritten.
"""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"

CODE = sa.String(length=64)


def upgrade() -> None:
    """Add the columns and tables."""
    add_columns()
    widen_statements()
    create_tables()
    refuse_changes("closed_month")


def add_columns() -> None:
    """Add what the tables that stand already have to say besides."""
    op.add_column("envelope", sa.Column("threshold", sa.Integer(), nullable=False, server_default="80"))
    op.add_column("batch", sa.Column("booked_on", sa.String(), nullable=True))
    op.add_column("batch", sa.Column("delivered_by", sa.String(), nullable=True))
    op.add_column("batch_line", sa.Column("receipt", sa.String(), nullable=True))
    for name in ("rolled_from", "replaces"):
        op.execute(f"ALTER TABLE batch_line ADD COLUMN {name} INTEGER REFERENCES batch_line (id)")
        op.create_index(f"ix_batch_line_{name}", "batch_line", [name], unique=True)
    for name, kind in (("booked_on", sa.String()), ("mends", sa.Integer()), ("audit_id", sa.Integer())):
        op.add_column("journal", sa.Column(name, kind, nullable=True))
    op.create_index("ix_journal_line", "journal", ["line_id"])
    op.add_column("overcommitment", sa.Column("audit_id", sa.Integer(), nullable=True))


def widen_statements() -> None:
    """Let a statement speak of a programme too; SQLite changes a constraint by making the table anew."""
    subjects = ("batch_code", "envelope_code", "convention_code", "programme_code")
    one = " + ".join(f"CASE WHEN {subject} IS NULL THEN 0 ELSE 1 END" for subject in subjects)
    with op.batch_alter_table("statement") as statement:
        statement.add_column(sa.Column("programme_code", CODE, nullable=True))
        statement.add_column(sa.Column("fiscal_year", sa.Integer(), nullable=True))
        statement.create_foreign_key("statement_programme", "programme", ["programme_code"], ["code"])
        statement.drop_constraint("statement_one_subject", type_="check")
        statement.create_check_constraint("statement_one_subject", f"{one} = 1")


def create_tables() -> None:
    """Create what is new."""
    op.create_table(
        "line_share",
        sa.Column("line_id", sa.Integer(), nullable=False),
        sa.Column("envelope_code", CODE, nullable=False),
        sa.Column("weight", sa.BigInteger(), nullable=False),
        sa.ForeignKeyConstraint(["line_id"], ["batch_line.id"]),
        sa.ForeignKeyConstraint(["envelope_code"], ["envelope.code"]),
        sa.PrimaryKeyConstraint("line_id", "envelope_code"),
    )
    op.create_table(
        "proxy",
        sa.Column("batch_code", CODE, nullable=False),
        sa.Column("beneficiary_code", CODE, nullable=False),
        sa.Column("proxy_code", CODE, nullable=True),
        sa.Column("name", sa.String(), nullable=True),
        sa.ForeignKeyConstraint(["batch_code"], ["batch.code"]),
        sa.ForeignKeyConstraint(["beneficiary_code"], ["beneficiary.code"]),
        sa.ForeignKeyConstraint(["proxy_code"], ["beneficiary.code"]),
        sa.PrimaryKeyConstraint("batch_code", "beneficiary_code"),
    )
    op.create_table(
        "assertion",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("subject_kind", sa.String(), nullable=False),
        sa.Column("subject", CODE, nullable=False),
        sa.Column("measure", sa.String(), nullable=False),
        sa.Column("value", sa.BigInteger(), nullable=False),
        sa.Column("day", sa.String(), nullable=False),
        sa.Column("printed", sa.String(), nullable=False),
        sa.Column("written_at", sa.String(), nullable=False),
        sa.Column("author", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_table(
        "closed_month",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("month", sa.String(), nullable=False),
        sa.Column("written_at", sa.String(), nullable=False),
        sa.Column("author", sa.String(), nullable=False),
        sa.Column("audit_id", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("month"),
    )
    op.create_table(
        "history",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("audit_id", sa.Integer(), nullable=False),
        sa.Column("table_name", sa.String(), nullable=False),
        sa.Column("key", sa.String(), nullable=False),
        sa.Column("old", sa.String(), nullable=True),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index(op.f("ix_history_audit_id"), "history", ["audit_id"])
    op.create_index("ix_history_table_name_key", "history", ["table_name", "key"])


def refuse_changes(table: str) -> None:
    """Make the database itself refuse to update, delete or replace a row of ``table``."""
    if op.get_bind().dialect.name != "sqlite":
        return  # on a server they are made with the views
    for action in ("UPDATE", "DELETE"):
        op.execute(
            f"CREATE TRIGGER {table}_no_{action.lower()} BEFORE {action} ON {table} "
            f"BEGIN SELECT RAISE(ABORT, '{table} is append-only'); END"
        )
    is_taken = f"EXISTS (SELECT 1 FROM {table} WHERE id = NEW.id OR month = NEW.month)"  # noqa: S608  (our own table)
    op.execute(
        f"CREATE TRIGGER {table}_no_replace BEFORE INSERT ON {table} WHEN {is_taken} "
        f"BEGIN SELECT RAISE(ABORT, '{table} is append-only'); END"
    )
