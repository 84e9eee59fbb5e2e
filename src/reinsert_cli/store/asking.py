"""What the dialects ask of a reader, so that they need not know it, and what they are given to run."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, NamedTuple, Protocol


class Asking(Protocol):
    """A reader, as :class:`reinsert_cli.store.reading.Reader` is."""

    def rows(self, sql: str, **params: Any) -> list[dict[str, Any]]:
        """Give the rows of ``sql``, whose parameters are written ``:name``."""

    def column(self, sql: str, **params: Any) -> Iterator[Any]:
        """Give the first column of each row of ``sql``."""

    def value(self, sql: str, **params: Any) -> Any:
        """Give the first column of the first row of ``sql``."""


class Refreshing(NamedTuple):
    """The statements that bring up to date what is carried.

    Those that put the batches concerned into ``changed``; those that count these anew, which need not be run where
    there are none; those that add what was posted since.
    """

    found: Sequence[str]
    counted: Sequence[str]
    added: Sequence[str]


def only(conditions: Mapping[str, str], named: Mapping[str, object]) -> str:
    """Give the SQL of the conditions whose values are given: one that is never asked keeps an index from answering."""
    return " AND ".join(sql for name, sql in conditions.items() if named.get(name) is not None) or "1 = 1"
