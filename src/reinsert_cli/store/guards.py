"""The triggers that keep the books from being changed and remember what was: whether each stands as it was made."""

from __future__ import annotations

from typing import Final

from reinsert_cli.store import history
from reinsert_cli.store.reading import Reader

APPEND_ONLY: Final = {
    "journal": "",
    "audit": "",
    "overcommitment": "",
    "closed_month": " OR month = NEW.month",
    "waiver": "",
}
"""The tables that refuse changes, and what else than its number makes a row of theirs be there already."""


def lacking(reader: Reader) -> list[str]:
    """Give the names of the triggers that are missing, or are not what the migrations made."""
    made = reader.dialect.made(reader)
    statements = (one for table in history.WATCHED for one in history.triggers(reader, table))
    return sorted(name for name, said in reader.dialect.expected(APPEND_ONLY, statements) if made.get(name) != said)
