"""One person whole: facts, pathway, projects, what they received, visits; who they are, where that was asked for."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import Any, Final

from reinsert_cli.domain.language import _
from reinsert_cli.domain.table import Column, Table
from reinsert_cli.reports import pathway, people
from reinsert_cli.store.reading import Reader

THEIRS: Final = "SELECT project FROM v_participation WHERE beneficiary = :code"
PROJECTS: Final = """
SELECT p.code AS project, p.programme_code AS programme, p.kind, p.activity, p.sector_code AS sector
FROM project p WHERE p.code IN (SELECT project FROM v_participation WHERE beneficiary = :code) ORDER BY p.code
"""
TAKING_PART: Final = """
SELECT project FROM v_participation
WHERE project IN (SELECT project FROM v_participation WHERE beneficiary = :code)
"""
LINES: Final = """
SELECT l.batch, b.event_on, l.project, l.kind, l.label, l.amount, l.status, l.receipt
FROM v_line l JOIN v_batch b ON b.batch = l.batch WHERE l.beneficiary = :code ORDER BY b.event_first NULLS FIRST, l.line
"""
VISITS: Final = """
SELECT f.project_code AS project, f.milestone, f.visited_on, f.state, f.closed_on, f.reason, f.income, f.jobs
FROM followup f WHERE f.project_code IN (SELECT project FROM v_participation WHERE beneficiary = :code)
ORDER BY f.visited_on, f.id
"""
TO_COME: Final = """
SELECT d.project, d.milestone, d.due_on, CASE WHEN d.due_on <= :today THEN 1 ELSE 0 END AS is_due
FROM v_due d WHERE {theirs}
ORDER BY d.due_on, d.project
"""
IDENTITY: Final = """
SELECT i.name_latin AS name, i.name_arabic AS name_ar, i.cin, i.birth_date AS born, i.phone, i.file_number
FROM identity i WHERE i.beneficiary_code = :code
"""
FORMER: Final = """
SELECT k.name_latin AS name, k.name_arabic AS name_ar, k.cin, k.birth_date AS born, NULL AS phone, k.file_number
FROM known_as k WHERE k.beneficiary_code = :code ORDER BY k.id
"""


@dataclass(frozen=True, slots=True)
class Card:
    """One row for the person; a row for each step, project, line, visit made, visit not made yet."""

    person: Table
    steps: Table
    projects: Table
    lines: Table
    visits: Table
    due: Table


def card(reader: Reader, code: str) -> Card:
    """Give the card of a person, by codes only."""
    return Card(
        _person(reader, code),
        pathway.taken(reader, code),
        _projects(reader, code),
        _lines(reader, code),
        _visits(reader, code),
        _due(reader, code),
    )


def identity(reader: Reader, code: str) -> Table:
    """Tell who a person is, and under which identities they were met: for a stated reason only (design §6)."""
    columns = (
        Column("name", _("Name"), "text"),
        Column("name_ar", _("Name in Arabic"), "text"),
        Column("cin", _("National card"), "code"),
        Column("born", _("Birth date"), "date"),
        Column("phone", _("Telephone"), "text"),
        Column("file_number", _("File number"), "text"),
    )
    rows = [*reader.rows(IDENTITY, code=code), *reader.rows(FORMER, code=code)]
    notes = (_("The first line is what holds; the others are what they were known as."),) if len(rows) > 1 else ()
    return _table(reader, "identity", _("Who {code} is").format(code=code), columns, rows, notes=notes)


def _person(reader: Reader, code: str) -> Table:
    columns = (
        Column("beneficiary", _("Beneficiary"), "code"),
        Column("sex", _("Sex"), "term", family="sex"),
        Column("disabled", _("Disability"), "flag", rank=3),
        Column("centre", _("Centre"), "code"),
        Column("province", _("Province code"), "code", rank=1),
        Column("region", _("Region"), "code", rank=4),
        Column("registered_on", _("Registered on"), "date", rank=5),
        Column("programmes", _("Programmes"), "text", rank=2),
        Column("lacks", _("Lacks"), "term", family="step"),
        Column("funded", _("Funded"), "flag"),
        Column("due_on", _("Visit due since"), "date"),
    )
    is_erased = reader.value("SELECT 1 FROM v_identified WHERE beneficiary = :code", code=code) is None
    notes = (_("The identity was erased: nobody knows any more who that was."),) if is_erased else ()
    title = _("Beneficiary {code}").format(code=code)
    return _table(reader, "beneficiary", title, columns, [people.one(reader, code)], notes=notes)


def _projects(reader: Reader, code: str) -> Table:
    columns = (
        Column("project", _("Project"), "code"),
        Column("programme", _("Programme"), "code"),
        Column("kind", _("Kind"), "term", rank=1, family="project"),
        Column("activity", _("Activity"), "text"),
        Column("sector", _("Sector"), "code", rank=2),
        Column("people", _("People"), "count", rank=3),
    )
    people = Counter(reader.column(TAKING_PART, code=code))
    rows = [{**row, "people": people[row["project"]]} for row in reader.rows(PROJECTS, code=code)]
    return _table(reader, "projects", _("Projects"), columns, rows)


def _lines(reader: Reader, code: str) -> Table:
    columns = (
        Column("batch", _("Batch"), "code"),
        Column("event_on", _("Held or planned on"), "date", rank=1),
        Column("project", _("Project"), "code", rank=4),
        Column("kind", _("Kind of support"), "term", rank=2),
        Column("label", _("Item"), "text", rank=3),
        Column("amount", _("Amount (DH)"), "money"),
        Column("status", _("State"), "term"),
        Column("receipt", _("Receipt"), "term", rank=2),
    )
    rows = reader.rows(LINES, code=code)
    counted = {"amount": sum(row["amount"] for row in rows if row["status"] in {"expected", "delivered"})}
    return _table(reader, "lines", _("Lines"), columns, rows, counted)


def _visits(reader: Reader, code: str) -> Table:
    columns = (
        Column("project", _("Project"), "code"),
        Column("visited_on", _("Visited on"), "date"),
        Column("milestone", _("Months"), "count"),
        Column("state", _("State"), "term", family="project"),
        Column("closed_on", _("Closed on"), "date", rank=2),
        Column("reason", _("Why closed"), "term", rank=1, family="closing"),
        Column("income", _("Income a month (DH)"), "money", rank=3),
        Column("jobs", _("Jobs"), "count", rank=4),
    )
    return _table(reader, "visits", _("Visits"), columns, reader.rows(VISITS, code=code))


def _due(reader: Reader, code: str) -> Table:
    columns = (
        Column("project", _("Project"), "code"),
        Column("milestone", _("Months"), "count"),
        Column("due_on", _("Due on"), "date"),
        Column("is_due", _("Due"), "flag"),
    )
    asked = TO_COME.format(theirs=reader.dialect.among("d.project", THEIRS))
    return _table(reader, "due", _("Visits to make"), columns, reader.rows(asked, code=code, today=reader.as_of))


def _table(
    reader: Reader,
    report: str,
    title: str,
    columns: tuple[Column, ...],
    rows: list[dict[str, Any]],
    totals: dict[str, Any] | None = None,
    notes: tuple[str, ...] = (),
) -> Table:
    return Table(
        report=report,
        title=title,
        as_of=reader.as_of,
        filters={},
        columns=columns,
        rows=tuple({column.key: row[column.key] for column in columns} for row in rows),
        totals=totals if totals and rows else {},
        notes=notes,
    )
