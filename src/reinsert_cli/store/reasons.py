"""Reasons are kept for good, in the books and the audit: so none may say who somebody is."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, Final

from reinsert_cli.domain.text import fold, western_digits
from reinsert_cli.store.reading import Reader

IN_BOOKS: Final = "SELECT DISTINCT reason FROM journal WHERE entry >= :entry AND reason IS NOT NULL"
ALLOWED: Final = """
SELECT reason FROM overcommitment WHERE audit_id = :number UNION SELECT reason FROM waiver WHERE audit_id = :number
"""
NUMBERS: Final = """
SELECT cin AS number FROM identity WHERE cin IS NOT NULL UNION SELECT cin FROM known_as WHERE cin IS NOT NULL
UNION SELECT phone FROM identity WHERE phone IS NOT NULL
"""
NAMES: Final = """
SELECT name_latin AS name FROM identity WHERE name_latin IS NOT NULL
UNION ALL SELECT name_arabic FROM identity WHERE name_arabic IS NOT NULL
UNION ALL SELECT name_latin FROM known_as WHERE name_latin IS NOT NULL
UNION ALL SELECT name_arabic FROM known_as WHERE name_arabic IS NOT NULL
"""
_APART: Final = re.compile(r"[\s.\-/]+")
SHORTEST: Final = 6
"""Letters and digits of the shortest number that is looked for inside a text."""


def written(reader: Reader, number: int, changes: Iterable[Mapping[str, Any]]) -> Iterator[str]:
    """Give the reasons that write ``number``, which made these changes, put where nothing is ever changed."""
    told = list(changes)
    yield from (str(change["reason"]) for change in told if change.get("reason"))
    entries = [change["entry"] for change in told if change["what"].startswith("journal.")]
    if entries:
        yield from reader.column(IN_BOOKS, entry=min(entries))
    yield from reader.column(ALLOWED, number=number)


def says_who(reader: Reader, reason: str) -> bool:
    """Tell whether a reason holds the card number, the telephone or the whole name of somebody of the ledger."""
    closed_up = _APART.sub("", western_digits(reason)).upper()
    if any(len(one) >= SHORTEST and one in closed_up for one in reader.column(NUMBERS)):
        return True
    words = set(fold(reason).split())
    named = (set(fold(name).split()) for name in (reader.column(NAMES) if len(words) > 1 else ()))
    return any(len(name) > 1 and name <= words for name in named)
