"""The triggers that keep the books from being changed and remember what was: whether each stands as it was made."""

from __future__ import annotations

from collections.abc import Iterator
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
    found = reader.rows("SELECT name, sql FROM sqlite_master WHERE type = 'trigger'")
    actual = {row["name"]: " ".join(row["sql"].split()) for row in found}
    return sorted(name for name, sql in _expected(reader) if actual.get(name) != " ".join(sql.split()))


def _expected(reader: Reader) -> Iterator[tuple[str, str]]:
    for table, taken in APPEND_ONLY.items():
        refuse = f"BEGIN SELECT RAISE(ABORT, '{table} is append-only'); END"
        for action in ("UPDATE", "DELETE"):
            name = f"{table}_no_{action.lower()}"
            yield name, f"CREATE TRIGGER {name} BEFORE {action} ON {table} {refuse}"
        is_taken = f"EXISTS (SELECT 1 FROM {table} WHERE id = NEW.id{taken})"  # noqa: S608  (names are ours)
        yield (
            f"{table}_no_replace",
            f"CREATE TRIGGER {table}_no_replace BEFORE INSERT ON {table} WHEN {is_taken} {refuse}",
        )
    for table in history.WATCHED:
        for sql in history.triggers(table, *history.shape_of(reader, table)):
            yield sql.split()[2], sql
