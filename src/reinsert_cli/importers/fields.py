"""What a column of a centre's spreadsheet may be: its headings in three languages and how its cells are read."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any, Final

from reinsert_cli.domain.faults import Fault
from reinsert_cli.domain.language import current
from reinsert_cli.domain.money import Convention
from reinsert_cli.domain.text import fold
from reinsert_cli.importers.sheet import Cell

Read = Callable[[Cell, Convention | None], Any]
"""Reads one cell that is not empty; gives a domain value or a Fault. The convention is the column's decimal mark."""

_UNITS: Final = frozenset(fold("en dh dhs mad ttc dirham dirhams درهم بالدرهم").split())
"""Words that end a heading and say only that it is in dirhams."""


@dataclass(frozen=True, slots=True)
class Field:
    """One column that a kind knows: key, reader, usual headings in three languages, whether it must be filled.

    The first heading of each language is the one that templates print.
    """

    key: str
    read: Read
    fr: tuple[str, ...]
    en: tuple[str, ...]
    ar: tuple[str, ...]
    required: bool = False

    @property
    def headings(self) -> tuple[str, ...]:
        """Give every heading that names this column."""
        return self.fr + self.en + self.ar

    def heading(self) -> str:
        """Give the usual heading in the reader's language."""
        return {"fr": self.fr, "en": self.en, "ar": self.ar}[current()][0]


@dataclass(frozen=True)
class Kind:
    """One kind of spreadsheet: its columns, and the sets of columns one of which makes a sheet of this kind."""

    name: str
    fields: tuple[Field, ...]
    signatures: tuple[frozenset[str], ...]

    @cached_property
    def by_heading(self) -> dict[str, Field]:
        """Give the fields by folded heading."""
        return {heading_key(heading): field for field in self.fields for heading in field.headings}

    def match(self, cells: Sequence[Cell]) -> dict[int, Field]:
        """Give the fields that a row of headings names, by 0-based column."""
        found = ((column, self.by_heading.get(heading_key(cell))) for column, cell in enumerate(cells))
        return {column: field for column, field in found if field is not None}

    def fits(self, keys: Iterable[str]) -> bool:
        """Tell whether columns with these keys make a sheet of this kind."""
        present = set(keys)
        return any(signature <= present for signature in self.signatures)


def heading_key(cell: Cell) -> str:
    """Fold a heading, its unit left out where it is dirhams: ``Montant (en DH)`` is ``montant``."""
    words = fold(cell).split() if isinstance(cell, str) else []
    while len(words) > 1 and words[-1] in _UNITS:
        words.pop()
    return " ".join(words)


@dataclass(frozen=True, slots=True)
class Parsed:
    """One row of the table: its 1-based number in the sheet, its values by field key, its faults by column."""

    number: int
    values: dict[str, Any]
    faults: tuple[tuple[int | None, Fault], ...] = ()
    is_total: bool = False
