"""The formats of ``--format`` and the text of those that are text."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Final

from reinsert_cli.domain.table import Table
from reinsert_cli.render.text import as_csv, as_json, as_markdown, as_plain

FORMATS: Final = ("table", "json", "csv", "md", "xlsx")

_WRITERS: Final[Mapping[str, Callable[[Table], str]]] = {
    "table": as_plain,
    "json": as_json,
    "csv": as_csv,
    "md": as_markdown,
}


def text_of(table: Table, fmt: str) -> str:
    """Write ``table`` as text in the format ``fmt``: ``json``, ``csv``, ``md``, or ``table`` for plain columns.

    Raises :class:`KeyError` for ``xlsx``, which is no text: :mod:`reinsert_cli.render.workbook` writes it.
    """
    return _WRITERS[fmt](table)
