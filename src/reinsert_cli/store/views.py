"""The documented views: their definitions, for a ledger and for one read as it stood on an earlier day."""

from __future__ import annotations

from pathlib import Path


def definitions(*, temporary: bool = False) -> list[str]:
    """Give the statements of ``views.sql``, in order; temporary ones stand in a connection's own schema."""
    source = Path(__file__).with_name("views.sql").read_text(encoding="utf-8")
    statements = [part.strip() for part in source.split(";\n") if part.strip()]
    if not temporary:
        return statements
    return [statement.replace("CREATE VIEW", "CREATE TEMP VIEW", 1) for statement in statements]


def names() -> list[str]:
    """Give the names of the views, in order."""
    return [statement.split("CREATE VIEW ")[1].split()[0] for statement in definitions()]
