"""What a list is compared with is found by index: people by birth, file number and name, rows that came before."""

import sqlalchemy as sa
from alembic import op

from reinsert_cli.store.identified import fill

revision = "0009"
down_revision = "0008"


def _where_known(table: str, column: str, *columns: str) -> None:
    known = sa.text(f"{column} IS NOT NULL")
    op.create_index(f"ix_{table}_{column}", table, columns or (column,), sqlite_where=known, postgresql_where=known)


def upgrade() -> None:
    """Add what people are found by, and the indexes."""
    for column in ("latin_key", "arabic_key", "parts"):
        op.add_column("identity", sa.Column(column, sa.String(), nullable=True))
    fill(op.get_bind())
    op.create_index("ix_identity_birth_date", "identity", ["birth_date"])
    _where_known("identity", "parts", "birth_date", "parts", "beneficiary_code")
    for column in ("file_number", "latin_key", "arabic_key"):
        _where_known("identity", column)
    _where_known("beneficiary", "merged_into")
    for column in ("fingerprint", "subject"):
        op.create_index(f"ix_import_row_{column}", "import_row", [column])
