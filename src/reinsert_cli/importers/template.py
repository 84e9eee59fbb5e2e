"""The empty spreadsheet of a kind: its headings in the reader's language, and a second sheet that explains them."""

from __future__ import annotations

from typing import Final

from reinsert_cli.domain.language import N_, _
from reinsert_cli.domain.table import Column, Table
from reinsert_cli.importers.fields import Kind

TITLES: Final = {
    "budgets": N_("Envelopes and conventions"),
    "distributions": N_("Distribution list"),
    "statements": N_("What sources declare"),
}

SKIPPED: Final = frozenset({"full_name"})
"""Columns that a template leaves out because two others say the same."""


def template(kind: Kind, as_of: str) -> tuple[Table, Table]:
    """Give the sheet to fill and the sheet that explains it."""
    fields = [field for field in kind.fields if field.key not in SKIPPED]
    sheet = Table(
        report=kind.name,
        title=_(TITLES[kind.name]),
        as_of=as_of,
        filters={},
        columns=tuple(Column(field.key, field.heading(), "text") for field in fields),
        rows=(),
        is_form=True,
    )
    return sheet, _guide(kind, as_of)


def _guide(kind: Kind, as_of: str) -> Table:
    return Table(
        report="guide",
        title=_("How to fill it"),
        as_of=as_of,
        filters={},
        columns=(
            Column("heading", _("Column"), "text"),
            Column("required", _("Must be filled"), "flag"),
            Column("others", _("Other headings understood"), "text"),
        ),
        rows=tuple(
            {
                "heading": field.heading(),
                "required": int(field.required),
                "others": " · ".join(name for name in field.headings if name != field.heading()),
            }
            for field in kind.fields
        ),
        notes=(
            _("Amounts in dirhams, as numbers or as printed. Dates day first; a month or a year alone is accepted."),
            _("Leave empty what is not known: an empty cell is unknown, not “no”."),
        ),
    )
