"""What this program adds to other people's workbooks, and how it is known again when they come back.

Titles and headings are constants, never translated by the catalogues: a workbook made today must be understood by
next year's version. An import passes over all of it.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from reinsert_cli.domain.text import fold

Named = Mapping[str, str]
"""A name by language."""

MAKER: Final = "reinsert"
"""The author of our comments, and the word that all our names hold."""

SUMMARY: Final[Named] = {"fr": "À lire (reinsert)", "ar": "اقرأ أولا (reinsert)", "en": "Read me (reinsert)"}
"""The first sheet of a workbook that goes back to its sender."""

COLUMN: Final[Named] = {"fr": "À corriger (reinsert)", "ar": "للتصحيح (reinsert)", "en": "To correct (reinsert)"}
"""The heading of the column added at the right of the table."""

EXAMPLE: Final[Named] = {"fr": "Exemple (reinsert)", "ar": "مثال (reinsert)", "en": "Example (reinsert)"}
GUIDE: Final[Named] = {"fr": "Notice (reinsert)", "ar": "طريقة الملء (reinsert)", "en": "Guide (reinsert)"}
LISTS: Final[Named] = {"fr": "Listes (reinsert)", "ar": "اللوائح (reinsert)", "en": "Lists (reinsert)"}
"""The sheets of a form beside the one to fill."""

_TITLES: Final = frozenset(fold(title) for names in (SUMMARY, EXAMPLE, GUIDE, LISTS) for title in names.values())
_HEADINGS: Final = frozenset(fold(heading) for heading in COLUMN.values())


def is_ours(title: str) -> bool:
    """Tell whether a sheet of this title is one of ours."""
    return MAKER in title and fold(title) in _TITLES


def is_our_heading(cell: object) -> bool:
    """Tell whether a cell is the heading of the column that we add."""
    return isinstance(cell, str) and MAKER in cell and fold(cell) in _HEADINGS
