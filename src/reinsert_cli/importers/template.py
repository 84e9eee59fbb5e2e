"""The form of a kind: a sheet to fill, a sheet that explains it, a filled example; in the reader's language."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from reinsert_cli.domain import catalogue
from reinsert_cli.domain.faults import ExitStatus, Refusal, refuse
from reinsert_cli.domain.language import N_, _, current, listed
from reinsert_cli.domain.own_sheets import EXAMPLE, GUIDE
from reinsert_cli.domain.table import Column, Row, Table
from reinsert_cli.importers.columns import MARKED
from reinsert_cli.importers.entries import entry, name_of
from reinsert_cli.importers.examples import UNITS, example
from reinsert_cli.importers.fields import Field, Kind
from reinsert_cli.importers.pathway_fields import DAY_OF_ALL, STEP_DAYS

TITLES: Final = {
    "beneficiaries": N_("List of people"),
    "budgets": N_("Envelopes and conventions"),
    "distributions": N_("Distribution list"),
    "projects": N_("List of projects"),
    "statements": N_("What sources declare"),
    "followups": N_("Visits and steps"),
}

SKIPPED: Final = frozenset({"full_name", "cooperative", *MARKED, *(field.key for field in (*STEP_DAYS, DAY_OF_ALL))})
"""Columns that a template leaves out because others say the same."""

BEGUN: Final = 50
"""How many rows bear the centre's name when a form is made for one."""


def template(kind: Kind, as_of: str, centre: str | None = None) -> tuple[Table, Table, Table]:
    """Give the sheet to fill, the sheet that explains it and the example.

    ``centre`` is the code of the centre that the form is for, whose name its rows then bear already. Raises Refusal
    (exit 3) when there is no such centre, and (exit 2) when the kind has no column for one.
    """
    fields = [field for field in kind.fields if field.key not in SKIPPED]
    return _form(kind, fields, as_of, _begun(fields, centre)), _guide(kind), _example(kind, fields)


def _begun(fields: Sequence[Field], centre: str | None) -> tuple[Row, ...]:
    if centre is None:
        return ()
    if not any(field.key == "centre" for field in fields):
        raise Refusal(ExitStatus.USAGE, "usage.no_centre_column")
    known = {one.code: one for one in catalogue.centres()}
    if centre not in known:
        raise refuse("centre.unknown", code=centre, near=listed(known))
    return ({"centre": name_of(known[centre])},) * BEGUN


def _form(kind: Kind, fields: Sequence[Field], as_of: str, rows: tuple[Row, ...]) -> Table:
    return Table(
        report=kind.name,
        title=_(TITLES.get(kind.name, kind.name)),
        as_of=as_of,
        filters={},
        columns=tuple(Column(field.key, field.heading(), "text", entry=entry(field)) for field in fields),
        rows=rows,
        notes=(
            _("One row for each item. Columns with a * must be filled; leave empty what is not known."),
            _("Point at a heading to see what it takes."),
        ),
        is_form=True,
    )


def _example(kind: Kind, fields: Sequence[Field]) -> Table:
    """Give the same headings over one filled row; the sheet's title tells an import to pass over it."""
    return Table(
        report="example",
        title=EXAMPLE[current()],
        as_of="",
        filters={},
        columns=tuple(Column(field.key, field.heading(), UNITS.get(entry(field).check, "text")) for field in fields),
        rows=(example(kind.name, fields),),
        notes=(_("An invented person, to show how a row is filled. Nothing on this sheet is taken in."),),
    )


def _guide(kind: Kind) -> Table:
    return Table(
        report="guide",
        title=GUIDE[current()],
        as_of="",
        filters={},
        columns=(
            Column("heading", _("Column"), "text"),
            Column("required", _("Must be filled"), "term"),
            Column("note", _("What goes in"), "text"),
            Column("others", _("Other headings understood"), "text"),
        ),
        rows=tuple(
            {
                "heading": field.heading(),
                "required": "yes" if field.required else "no",
                "note": entry(field).note,
                "others": " · ".join(name for name in field.headings if name != field.heading()),
            }
            for field in kind.fields
            if field.key not in MARKED
        ),
        notes=(
            _("Amounts in dirhams, as numbers or as printed. Dates day first; a month or a year alone is accepted."),
            _("Leave empty what is not known: an empty cell is unknown, not “no”."),
        ),
    )
