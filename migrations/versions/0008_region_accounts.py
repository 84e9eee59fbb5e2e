"""On a server, an account may be tied to regions: it sees who people are, and writes, only there."""

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"


def upgrade() -> None:
    """Create the table of the regions of accounts."""
    op.create_table(
        "region_account",
        sa.Column("login", sa.String(), nullable=False),
        sa.Column("region_code", sa.String(length=64), nullable=False),
        sa.ForeignKeyConstraint(["region_code"], ["region.code"]),
        sa.PrimaryKeyConstraint("login", "region_code"),
    )
