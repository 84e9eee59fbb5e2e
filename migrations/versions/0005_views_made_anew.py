"""No table changes: the views of people, visits and papers are defined anew, as every migration defines them all."""

revision = "0005"
down_revision = "0004"


def upgrade() -> None:
    """Leave the tables as they are."""
