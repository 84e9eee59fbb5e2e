"""Each table that the audit does not cover has a seal; they are made once the tables are as they will be."""

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"


def upgrade() -> None:
    """Create the table of seals."""
    op.create_table(
        "seal",
        sa.Column("table_name", sa.String(), nullable=False),
        sa.Column("count", sa.Integer(), nullable=False),
        sa.Column("digest", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("table_name"),
    )
