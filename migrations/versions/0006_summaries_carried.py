"""What summaries add up is carried beside the lines and the books; the views are defined anew, as always."""

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"


def _code(name: str, reference: str) -> sa.Column:
    return sa.Column(name, sa.String(length=64), sa.ForeignKey(f"{reference}.code"), nullable=False)


def _numbers(*names: str) -> list[sa.Column]:
    return [sa.Column(name, sa.Integer(), nullable=False) for name in names]


def _centimes(name: str) -> sa.Column:
    return sa.Column(name, sa.BigInteger(), nullable=False)


def upgrade() -> None:
    """Create the tables; they are filled once the views are made."""
    op.create_table(
        "tally",
        _code("batch_code", "batch"),
        _code("region_code", "region"),
        _code("programme_code", "programme"),
        *_numbers("fiscal_year", "people", "women", "sex_unknown", "disabled", "disability_unknown"),
        _centimes("planned"),
        _centimes("delivered"),
        sa.PrimaryKeyConstraint("batch_code", "region_code"),
    )
    op.create_table(
        "again",
        _code("beneficiary_code", "beneficiary"),
        _code("batch_code", "batch"),
        _code("region_code", "region"),
        _code("programme_code", "programme"),
        *_numbers("fiscal_year"),
        sa.Column("sex", sa.String(), nullable=True),
        sa.Column("disabled", sa.Boolean(), nullable=True),
        sa.PrimaryKeyConstraint("beneficiary_code", "batch_code", "region_code"),
        sqlite_with_rowid=False,
    )
    op.create_index("ix_again_batch_code", "again", ["batch_code"])
    op.create_table(
        "balance",
        _code("envelope_code", "envelope"),
        sa.Column("account", sa.String(), nullable=False),
        _centimes("amount"),
        sa.PrimaryKeyConstraint("envelope_code", "account"),
    )
    op.create_table(
        "carried",
        sa.Column("id", sa.Integer(), nullable=False),
        *_numbers("history_id", "journal_id"),
        sa.PrimaryKeyConstraint("id"),
    )
    op.execute("CREATE INDEX ix_project_of_group ON project (code) WHERE kind <> 'individual'")
