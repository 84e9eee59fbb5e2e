"""What the audit is to say of postings: the journal's own, written by the database and digested as they come."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import Final

from reinsert_cli.store.audit import POSTING, digested
from reinsert_cli.store.reading import Reader

AT_ONCE: Final = 2500
"""Of how many entries the postings are digested together: the database joins them, which takes it less than Python."""

WRITTEN: Final = """
SELECT {joined} AS said FROM (
    SELECT {posting} AS said, entry, id FROM journal j WHERE entry >= :first AND entry < :next ORDER BY entry, id
) written
"""
NEXT: Final = "SELECT MIN(entry) FROM journal WHERE entry >= :first AND entry < :next"

TURNOVERS: Final = """
SELECT COALESCE(audit_id, 0), kind, SUM(amount) FROM journal WHERE amount > 0 GROUP BY 1, 2
"""


def digest(reader: Reader, first: int, count: int) -> str:
    """Give the SHA-256 (hex) of the postings of so many entries, in their order."""
    return digested(_written(reader, first, count))


def _written(reader: Reader, first: int, count: int) -> Iterator[str]:
    posting, joined = reader.dialect.key_of(POSTING, "j"), reader.dialect.joined("said", "entry, id")
    query = WRITTEN.format(posting=posting, joined=joined)
    last, start = first + count, first
    while start is not None and start < last:
        said = reader.value(query, first=start, next=min(start + AT_ONCE, last))
        if said is not None:
            yield str(said)
        start = reader.value(NEXT, first=start + AT_ONCE, next=last)


def turnovers(reader: Reader) -> Counter[tuple[int, str]]:
    """Give how many centimes moved, by audit record and kind of movement; 0 stands for no record."""
    return Counter({(number, kind): amount for number, kind, amount in reader.tuples(TURNOVERS)})
