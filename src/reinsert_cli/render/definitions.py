"""The sheet that says what the columns of a workbook mean."""

from __future__ import annotations

from collections.abc import Sequence

from reinsert_cli.domain.definitions import COMPARED, HIDING, RULES, meaning
from reinsert_cli.domain.language import _
from reinsert_cli.domain.publishing import HIDDEN
from reinsert_cli.domain.table import Column, Row, Table


def definitions(tables: Sequence[Table]) -> tuple[Table, ...]:
    """Give one table more, which defines the columns of ``tables``; none for forms, and where nothing is defined."""
    labels = {
        column.label: told
        for table in tables
        for column in table.columns
        if (told := meaning(table.report, column.key)) is not None
    }
    if not labels or any(table.is_form for table in tables):
        return ()
    words = (*RULES, *_compared(tables), *_hiding(tables))
    rules: list[Row] = [{"word": _(word), "meaning": _(told)} for word, told in words]
    columns: list[Row] = [{"word": label, "meaning": _(told)} for label, told in labels.items()]
    table = Table(
        report="definitions",
        title=_("Definitions"),
        as_of="",
        filters={},
        columns=(Column("word", _("Column"), "text"), Column("meaning", _("Meaning"), "text")),
        rows=(*rules, *columns),
    )
    return (table,)


def _compared(tables: Sequence[Table]) -> list[tuple[str, str]]:
    """Give what the columns of a comparison mean, where there are any."""
    keys = [column.key for table in tables for column in table.columns]
    return [(word, told) for end, word, told in COMPARED if any(key.endswith(end) for key in keys)]


def _hiding(tables: Sequence[Table]) -> list[tuple[str, str]]:
    """Give what the mark of public editions means, where there are any."""
    return [(HIDDEN, HIDING)] if any("public" in table.filters for table in tables) else []
