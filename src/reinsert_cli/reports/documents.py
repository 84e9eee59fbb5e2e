"""Which papers are missing where: those that programmes ask for, and those registered as missing or refused."""

from __future__ import annotations

from dataclasses import replace
from typing import Any, Final

from reinsert_cli.domain.language import _, plural
from reinsert_cli.domain.table import Column, Table
from reinsert_cli.domain.vocabulary import BEFORE_HANDOVER
from reinsert_cli.ledger.lacking import papers
from reinsert_cli.reports.figures import undated_note
from reinsert_cli.reports.filters import Filters
from reinsert_cli.reports.names import require
from reinsert_cli.store.asking import only
from reinsert_cli.store.reading import Reader

PROJECTS: Final = """
SELECT l.project, MAX(l.batch) AS batch, MIN(l.beneficiary) AS beneficiary
FROM v_head l JOIN v_batch b ON b.batch = l.batch
WHERE l.counts = 1 AND {where} GROUP BY l.project
"""
BATCHES: Final = """
SELECT b.batch FROM v_batch b
WHERE {where} AND ({everywhere} OR EXISTS (SELECT 1 FROM v_head l WHERE l.batch = b.batch AND {here}))
"""
FIRST_MEMBERS: Final = """
SELECT m.project_code AS project, MIN(m.beneficiary_code) AS beneficiary FROM project_member m
WHERE {only} GROUP BY m.project_code
"""
ONLY: Final = {"batch": "m.project_code IN (SELECT l.project_code FROM batch_line l WHERE l.batch_code = :batch)"}

Subject = tuple[str, str]
"""``project`` or ``batch``, and its code."""


def report(reader: Reader, filters: Filters) -> Table:
    """List the papers that are not there, with the project or batch they should be of.

    A period, a region, a centre, a fiscal year or a batch keeps the handovers concerned and the projects in them;
    without any, projects that stand in no batch are listed too. Raises Refusal ``batch.unknown``.
    """
    if filters.batch:
        require(reader, "batch", filters.batch)
    kept, standing = _subjects(reader, filters)
    rows = sorted(
        ({**row, **standing.get((row["subject_kind"], row["subject"]), {})} for row in papers(reader, filters.batch)),
        key=_order,
    )
    rows = [
        row
        for row in rows
        if (kept is None or (row["subject_kind"], row["subject"]) in kept)
        and filters.programme in {None, row["programme"]}
    ]
    lacking = [row for row in rows if row["state"] != "present"]
    columns = _columns()
    return Table(
        report="documents",
        title=_("Papers that are not there"),
        as_of=reader.as_of,
        filters=filters.named(),
        columns=columns,
        rows=tuple({column.key: row.get(column.key) for column in columns} for row in lacking),
        notes=(*_notes(rows, lacking), *undated_note(reader, filters)),
    )


def lacking_in(reader: Reader, batch: str, *, is_held: bool) -> int:
    """Give how many papers that the programme asks for a batch and its projects lack; before the day, those due."""
    asked = (row for row in papers(reader, batch) if row["required"] and row["state"] != "present")
    return sum(is_held or row["kind"] in BEFORE_HANDOVER for row in asked)


def _subjects(reader: Reader, filters: Filters) -> tuple[set[Subject] | None, dict[Subject, dict[str, Any]]]:
    """Give the projects and batches that the filters keep, None for all; and in which batch a project stands."""
    where = filters.where(region="l.region", centre="l.centre")
    params = filters.params()
    members = {
        row["project"]: row["beneficiary"]
        for row in reader.rows(FIRST_MEMBERS.format(only=only(ONLY, params)), **params)
    }
    standing: dict[Subject, dict[str, Any]] = {
        ("project", code): {"beneficiary": person, "batch": None} for code, person in members.items()
    }
    projects = reader.rows(PROJECTS.format(where=where), **params)
    for row in projects:
        own = members.get(row["project"], row["beneficiary"])
        standing["project", row["project"]] = {"batch": row["batch"], "beneficiary": own}
    batches = reader.rows(_batches_query(filters), **params)
    standing |= {("batch", row["batch"]): {"batch": row["batch"]} for row in batches}
    if not (filters.narrows_events or filters.batch or filters.fiscal_year):
        return None, standing
    return {("project", row["project"]) for row in projects} | {("batch", row["batch"]) for row in batches}, standing


def _batches_query(filters: Filters) -> str:
    """Give the query of the batches kept: those with somebody of the region and centre asked for, where one is."""
    whole = replace(filters, region=None, centre=None).where(region="b.region", centre=None)
    here = " AND ".join(
        sql
        for sql, wanted in {"l.region = :region": filters.region, "l.centre = :centre": filters.centre}.items()
        if wanted
    )
    return BATCHES.format(where=whole, everywhere="1 = 0" if here else "1 = 1", here=here or "1 = 1")


def _order(row: dict[str, Any]) -> tuple[str, ...]:
    return tuple(str(row.get(key) or "") for key in ("programme", "batch", "subject_kind", "subject", "kind"))


def _notes(rows: list[dict[str, Any]], lacking: list[dict[str, Any]]) -> tuple[str, ...]:
    asked = {(row["subject"], row["kind"]) for row in rows if row["required"]}
    if not asked:
        return (
            _("No programme asked about asks for a paper: only those registered as missing or refused are listed."),
        )
    there = len({(row["subject"], row["kind"]) for row in rows if row["required"] and row["state"] == "present"})
    told = plural(
        "Of {n} paper asked for, there: {there}.", "Of {n} papers asked for, there: {there}.", len(asked)
    ).format(there=there, n=len(asked))
    refused = sum(row["state"] == "refused" for row in lacking)
    return (told, _("Refused: {n}.").format(n=refused)) if refused else (told,)


def _columns() -> tuple[Column, ...]:
    return (
        Column("subject_kind", _("Of"), "term", rank=3),
        Column("subject", _("Project or batch"), "code"),
        Column("beneficiary", _("Beneficiary"), "code", rank=2),
        Column("batch", _("Batch"), "code", rank=1),
        Column("programme", _("Programme"), "code", rank=6),
        Column("kind", _("Paper"), "term", family="document"),
        Column("state", _("State"), "term"),
        Column("required", _("Asked for"), "flag", rank=4),
        Column("document", _("No."), "count", rank=5),
        Column("reference", _("Reference"), "text", rank=7),
        Column("dated_on", _("Date"), "date", rank=8),
        Column("supplier", _("Supplier"), "text", rank=9),
    )
