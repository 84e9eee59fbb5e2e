"""Which envelope pays how much of each line: the same split that the books post (design §3, rule 2)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable
from itertools import groupby
from typing import Any, Final

from reinsert_cli.domain.money import split
from reinsert_cli.store.asking import only
from reinsert_cli.store.reading import Reader

SHARES: Final = """
SELECT l.line, l.batch, l.beneficiary, l.amount, l.status, s.envelope, s.weight
FROM v_share s JOIN v_line l ON l.line = s.line
WHERE {only} ORDER BY l.line, s.envelope
"""
ONLY: Final = {
    "batch": "s.batch = :batch",
    "status": "s.batch IN (SELECT b.code FROM batch b WHERE b.status = :status)",
}


def parts(reader: Reader, batch: str | None = None, status: str | None = None) -> list[dict[str, Any]]:
    """Give a row for each line and envelope that pays for it, with its ``amount`` (centimes) of the line's.

    Of one batch, or of the batches in one state.
    """
    found: list[dict[str, Any]] = []
    named = {"batch": batch, "status": status}
    asked = reader.rows(SHARES.format(only=only(ONLY, named)), **named)
    for _line, rows in groupby(asked, key=lambda row: row["line"]):
        shared = list(rows)
        amounts = split(shared[0]["amount"], [row["weight"] for row in shared])
        found += [{**row, "amount": amount} for row, amount in zip(shared, amounts, strict=True)]
    return found


def by_envelope(reader: Reader, batch: str) -> dict[str, int]:
    """Give what a batch asks of each envelope, in centimes."""
    return dict(sorted(added_up(parts(reader, batch), "envelope").items()))


def by_envelope_of(reader: Reader, batch: str, lines: Collection[int | None]) -> dict[str, int]:
    """Give what these lines of a batch ask of each envelope, in centimes."""
    return dict(sorted(added_up((one for one in parts(reader, batch) if one["line"] in lines), "envelope").items()))


def added_up(found: Iterable[dict[str, Any]], key: str) -> Counter[str]:
    """Add the amounts of parts up by one of their columns, in centimes."""
    asked: Counter[str] = Counter()
    for part in found:
        asked[part[key]] += part["amount"]
    return asked
