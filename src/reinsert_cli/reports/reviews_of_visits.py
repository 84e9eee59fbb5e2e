"""What a waiting row of a visit is shown beside: the projects of its person, or the visit that it may be."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final

from reinsert_cli.domain.language import _
from reinsert_cli.domain.table import Column, Row
from reinsert_cli.domain.vocabulary import VISIT_STATES
from reinsert_cli.store.reading import Reader

PROJECT: Final = """
SELECT f.project, p.activity, f.funded_on, v.visited_on, v.state
FROM v_funded f JOIN project p ON p.code = f.project
LEFT JOIN followup v ON v.project_code = f.project
    AND v.visited_on = (SELECT MAX(o.visited_on) FROM followup o WHERE o.project_code = f.project)
WHERE f.project = :code
"""
VISIT: Final = "SELECT visited_on, state, income, jobs FROM followup WHERE id = :number"


@dataclass(frozen=True, slots=True)
class Beside:
    """The columns and rows of a table that helps to decide."""

    columns: tuple[Column, ...]
    rows: tuple[Row, ...]


def visits_beside(reader: Reader, review: Mapping[str, Any]) -> Beside | None:
    """Give what a row of a visit is compared with; None where its person is in question, or it is no visit."""
    if review["fault"] == "followup.which_project":
        return _projects(reader, json.loads(review["candidates"]))
    return _visits(reader, review) if review["fault"] == "followup.possible" else None


def _projects(reader: Reader, codes: list[str]) -> Beside:
    found = [row for code in codes if (row := reader.row(PROJECT, code=code))]
    columns = (
        Column("project", _("Project"), "code"),
        Column("activity", _("Activity"), "text"),
        Column("funded_on", _("Handed over on"), "date"),
        Column("visited_on", _("Last visit"), "date"),
        Column("state", _("State"), "term"),
    )
    return Beside(columns, tuple({**row, "state": _state(row["state"])} for row in found))


def _visits(reader: Reader, review: Mapping[str, Any]) -> Beside:
    said = json.loads(review["said"])["values"]
    income = said.get("income")
    row = {
        "visited_on": said["done_on"]["date"],
        "state": said["result"] if said["result"] in VISIT_STATES else "closed",
        "income": income["amount"][0] if income else None,
        "jobs": said.get("jobs"),
    }
    kept = reader.row(VISIT, number=review["line"]) or {}
    columns = (
        Column("which", _("Which"), "text"),
        Column("visited_on", _("Visited on"), "date"),
        Column("state", _("State"), "term"),
        Column("income", _("Monthly income (DH)"), "money"),
        Column("jobs", _("Jobs"), "count"),
    )
    told = ((_("the row"), row), (_("the visit recorded"), kept))
    return Beside(columns, tuple({"which": which, **one, "state": _state(one.get("state"))} for which, one in told))


def _state(state: str | None) -> str | None:
    return f"project.{state}" if state else None
