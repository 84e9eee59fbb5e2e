"""What ``check --deep`` adds: proof that nothing the ledger says was changed but by its own writes."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from reinsert_cli.ledger.checks import Finding
from reinsert_cli.store import carried, migrate, seals
from reinsert_cli.store.reading import Reader

WITHOUT_GAPS: Final = ("audit", "journal")
"""The tables whose rows are numbered from 1 on, for nothing of theirs is ever taken away."""


def run(reader: Reader) -> Iterator[Finding]:
    """Compare the definitions with this version's, each table with its seal, and the numbers of what only grows."""
    yield Finding("file.definitions", tuple(migrate.altered(reader)))
    yield Finding("file.seals", tuple(seals.broken(reader)))
    yield Finding("file.numbers", tuple(misnumbered(reader)))


def misnumbered(reader: Reader) -> Iterator[str]:
    """Give the tables whose rows do not bear the numbers that they were given; each write keeps the history's last."""
    yield from (table for table in WITHOUT_GAPS if _has_gaps(reader, table))
    if not carried.is_current(reader):
        yield "history"


def _has_gaps(reader: Reader, table: str) -> bool:
    found = reader.row(f"SELECT COUNT(*) AS count, MIN(id) AS first, MAX(id) AS last FROM {table}")  # noqa: S608  (names are ours)
    assert found is not None  # noqa: S101  (a sum over no row is a row)
    return bool(found["count"]) and (found["first"], found["last"]) != (1, found["count"])
