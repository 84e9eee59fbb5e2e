"""What the dialects ask of a reader, so that they need not know it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Protocol


class Asking(Protocol):
    """A reader, as :class:`reinsert_cli.store.reading.Reader` is."""

    def rows(self, sql: str, **params: Any) -> list[dict[str, Any]]:
        """Give the rows of ``sql``, whose parameters are written ``:name``."""

    def column(self, sql: str, **params: Any) -> Iterator[Any]:
        """Give the first column of each row of ``sql``."""

    def value(self, sql: str, **params: Any) -> Any:
        """Give the first column of the first row of ``sql``."""
