"""Visits to funded projects: those made, and those that are due."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any, Final

from reinsert_cli.domain.language import _
from reinsert_cli.domain.table import Column, Table
from reinsert_cli.reports.filters import Filters
from reinsert_cli.reports.names import names, require
from reinsert_cli.store.reading import Reader

MADE: Final = """
SELECT v.project, f.beneficiary, f.centre, f.programme, f.region, v.milestone, v.visited_on, v.state, v.closed_on,
       CASE WHEN v.reason <> 'prison' THEN v.reason END AS reason, v.income, v.jobs
FROM v_visit v JOIN v_funded f ON f.project = v.project
WHERE {where} ORDER BY v.visited_on, v.project
"""
DUE: Final = """
SELECT f.project, f.beneficiary, f.centre, f.programme, f.region, f.funded_on, f.milestone, f.due_on
FROM v_due f WHERE f.due_on <= :by AND {where}
  AND (f.beneficiary IS NULL OR EXISTS (
       SELECT 1 FROM project_member m JOIN v_identified i ON i.beneficiary = m.beneficiary_code
       WHERE m.project_code = f.project))
ORDER BY f.due_on, f.project
"""
"""Nobody can visit a project of all whose people the identity was erased."""

NARROWED: Final = {"region": "f.region", "programme": "f.programme", "centre": "f.centre"}


def _where(reader: Reader, filters: Filters) -> str:
    """Give the SQL condition on rows ``f`` that have a region, a programme and a centre; refuse unknown codes."""
    if filters.programme:
        require(reader, "programme", filters.programme)
    if filters.centre:
        require(reader, "centre", filters.centre)
    wanted = [f"{column} = :{name}" for name, column in NARROWED.items() if getattr(filters, name)]
    return " AND ".join(wanted) or "1 = 1"


def made(reader: Reader, filters: Filters, project: str | None = None) -> Table:
    """List the visits made. Why somebody closed is told, but for a return to prison, which is only ever counted."""
    where = _where(reader, filters) + (" AND v.project = :project" if project else "")
    rows = reader.rows(MADE.format(where=where), **{**filters.params(), "project": (project or "").upper()})
    hidden = any(row["state"] == "closed" and row["reason"] is None for row in rows)
    return Table(
        report="visits",
        title=_("Visits made"),
        as_of=reader.as_of,
        filters=filters.named(),
        columns=(
            Column("project", _("Project"), "code"),
            Column("beneficiary", _("Beneficiary"), "code", rank=4),
            Column("centre", _("Centre code"), "code", rank=5),
            Column("programme", _("Programme code"), "code", rank=7),
            Column("region", _("Region code"), "code", rank=7),
            Column("milestone", _("Visit (months)"), "count", rank=1),
            Column("visited_on", _("Visited on"), "date"),
            Column("state", _("State"), "term", family="project"),
            Column("closed_on", _("Closed on"), "date", rank=3),
            Column("reason", _("Reason"), "term", rank=6, family="closing"),
            Column("income", _("Income a month (DH)"), "money", rank=2),
            Column("jobs", _("Jobs"), "count", rank=2),
        ),
        rows=tuple(rows),
        notes=(_("A return to prison is not shown as the reason of a closing: it is only counted."),) if hidden else (),
    )  # fmt: skip


def due(reader: Reader, filters: Filters, by: str) -> Table:
    """List what is to be visited by a day (ISO), each with the earlier visits that its project was missed for."""
    found = latest_due(reader, filters, by)
    label = names(reader, "centre")
    return Table(
        report="due",
        title=_("Visits due"),
        as_of=reader.as_of,
        filters={**filters.named(), "to": by},
        columns=(
            Column("project", _("Project"), "code"),
            Column("beneficiary", _("Beneficiary"), "code"),
            Column("centre", _("Centre code"), "code", rank=6),
            Column("centre_name", _("Centre"), "text", rank=1),
            Column("programme", _("Programme code"), "code", rank=5),
            Column("region", _("Region code"), "code", rank=7),
            Column("funded_on", _("Handed over on"), "date", rank=4),
            Column("milestone", _("Visit (months)"), "count"),
            Column("missed", _("Missed before"), "text", rank=3),
            Column("due_on", _("Due on"), "date"),
            Column("late", _("Days late"), "count"),
        ),
        rows=tuple({**row, "centre_name": label.get(row["centre"])} for row in found),
        notes=(_("A handover known to the month or year only: visits are due after the last day that it can mean."),)
        if any(len(row["funded_on"]) < len("2024-12-06") for row in found)
        else (),
    )


def latest_due(reader: Reader, filters: Filters, by: str) -> list[dict[str, Any]]:
    """Give what is to be visited by a day: of each project, the latest visit that is due already, and those to come.

    A visit made now stands for the earlier ones too, which are told as missed.
    """
    rows = reader.rows(DUE.format(where=_where(reader, filters)), **{**filters.params(), "by": by})
    overdue: dict[str, list[int]] = {}
    for row in rows:
        if row["due_on"] <= reader.as_of:
            overdue.setdefault(row["project"], []).append(row["milestone"])
    today = date.fromisoformat(reader.as_of)
    kept = (row for row in rows if row["milestone"] >= max(overdue.get(row["project"], [0])))
    return [_told(row, overdue.get(row["project"], []), today) for row in kept]


def _told(row: Mapping[str, Any], overdue: list[int], today: date) -> dict[str, Any]:
    late = (today - date.fromisoformat(row["due_on"])).days
    is_latest = row["milestone"] == max(overdue, default=None)
    missed = ", ".join(str(one) for one in sorted(overdue)[:-1]) if is_latest else ""
    return {**row, "missed": missed or None, "late": max(late, 0)}
