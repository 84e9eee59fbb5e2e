"""What the audit is to say of postings: the journal's own, written by the database and digested as they come."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from itertools import islice
from typing import Final

from reinsert_cli.store.audit import POSTING, digested
from reinsert_cli.store.reading import Reader

AT_ONCE: Final = 5000
"""How many postings are digested together."""

WRITTEN: Final = "SELECT {posting} FROM journal j WHERE entry >= :first AND entry < :next ORDER BY entry, id"

TURNOVERS: Final = """
SELECT COALESCE(audit_id, 0), kind, SUM(CASE WHEN amount > 0 THEN amount ELSE 0 END) FROM journal GROUP BY 1, 2
"""


def digest(reader: Reader, first: int, count: int) -> str:
    """Give the SHA-256 (hex) of the postings of so many entries, in their order."""
    return digested(_written(reader, first, count))


def _written(reader: Reader, first: int, count: int) -> Iterator[str]:
    query = WRITTEN.format(posting=reader.dialect.key_of(POSTING, "j"))
    postings = reader.column(query, first=first, next=first + count)
    while some := list(islice(postings, AT_ONCE)):
        yield ",".join(some)


def turnovers(reader: Reader) -> Counter[tuple[int, str]]:
    """Give how many centimes moved, by audit record and kind of movement; 0 stands for no record."""
    return Counter({(number, kind): amount for number, kind, amount in reader.tuples(TURNOVERS)})
