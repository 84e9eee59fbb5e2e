"""The workbook that a centre fills each month: what is to be done, a row each, in the columns that an import reads."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, Final

from reinsert_cli.domain import catalogue, language
from reinsert_cli.domain.language import _
from reinsert_cli.domain.table import Column, Table, Unit
from reinsert_cli.domain.visit_words import task_label
from reinsert_cli.importers.entries import entry, name_of
from reinsert_cli.importers.followups import FOLLOWUPS

COLUMNS: Final = (
    "beneficiary", "file_number", "full_name", "project", "task", "due_on",
    "done_on", "result", "closed_on", "closing", "income", "jobs",
)  # fmt: skip
_UNITS: Final[Mapping[str, Unit]] = {"due_on": "date", "done_on": "date", "closed_on": "date", "income": "money"}


def sheet(
    rows: Iterable[Mapping[str, Any]], centre: str, by: str, as_of: str, names: Mapping[str, Any] | None
) -> Table:
    """Give the form of a centre from rows of its tasks (beneficiary, project, task …), with names where they may be."""
    keys = [key for key in COLUMNS if key != "full_name" or names is not None]
    place = next((name_of(one) for one in catalogue.centres() if one.code == centre), centre)
    month = language.date(as_of[: len("2025-01")])
    return Table(
        report="centre_sheet",
        title=_("{centre}: follow-up of {month}").format(centre=place, month=month),
        as_of=as_of,
        filters={"centre": centre, "to": by},
        columns=tuple(_column(key) for key in keys),
        rows=tuple({**row, "task": task_label(row["task"]), "full_name": (names or {}).get(row["beneficiary"])}
                   for row in rows),
        notes=(
            _("To do by {day}.").format(day=language.date(by)),
            _("For each row that was done, write the day and choose the result; leave the others empty, they wait."),
            _("Closed project: choose the reason too, and say since when. Then send the file back as it is."),
            _("Point at a heading to see what it takes."),
        ),
        is_form=True,
    )  # fmt: skip


def _column(key: str) -> Column:
    field = FOLLOWUPS.by_key[key]
    return Column(key, field.heading(), _UNITS.get(key, "text"), entry=entry(field))
