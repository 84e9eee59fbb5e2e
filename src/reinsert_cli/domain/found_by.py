"""By what somebody is found among very many, kept with their names: made of nothing but those and the day of birth.

A change of what these give needs a migration that makes them anew.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from typing import Final, NamedTuple

from reinsert_cli.domain.people import name_key
from reinsert_cli.domain.spellings import marks

WHOLE_DAY: Final = len("1984-12-06")


class FoundBy(NamedTuple):
    """The digest of each name with the day of birth; the marks of the names' parts, of whoever has no card number."""

    latin_key: str | None
    arabic_key: str | None
    parts: str | None


def found_by(latin: str | None, arabic: str | None, cin: str | None, born: str | None) -> FoundBy:
    """Give by what somebody is found whose card number is no help."""
    parts = None if cin else "|".join(sorted(marks_of(filter(None, (latin, arabic)))))
    return FoundBy(born_as(latin, born), born_as(arabic, born), parts)


def born_as(name: str | None, born: str | None) -> str | None:
    """Give a digest of the very name and the day of birth; nothing where either is not known, or no whole day."""
    if not name or not born or len(born) != WHOLE_DAY:
        return None
    return hashlib.blake2b(f"{born} {name_key(name)}".encode(), digest_size=6).hexdigest()


def marks_of(names: Iterable[str]) -> frozenset[str]:
    """Give the marks of the parts of somebody's names: whoever may bear one of the names has one in common."""
    return frozenset().union(*map(marks, names))
