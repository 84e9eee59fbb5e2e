"""The formats of ``--format`` and the text of those that are text."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Final

from reinsert_cli.domain.table import Table
from reinsert_cli.render.text import as_csv, as_json, as_markdown, as_plain

FORMATS: Final = ("table", "json", "csv", "md", "xlsx", "html")

_WRITERS: Final[Mapping[str, Callable[[Table], str]]] = {
    "table": as_plain,
    "json": as_json,
    "csv": as_csv,
    "md": as_markdown,
}


def text_of(tables: Sequence[Table], fmt: str) -> str:
    """Write ``tables`` as text in the format ``fmt``: one page of them all, or one after the other.

    Raises :class:`KeyError` for ``xlsx``, which is no text: :mod:`reinsert_cli.render.workbook` writes it.
    """
    if fmt == "html":
        from reinsert_cli.render.page import page_of  # noqa: PLC0415  (the template engine)

        return page_of(tables)
    return "\n".join(_WRITERS[fmt](table) for table in tables)
