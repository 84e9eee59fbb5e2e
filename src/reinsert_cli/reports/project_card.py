"""One project whole: its people, costs, funding, quotations, papers, lines, visits. People by their codes only."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Final

from reinsert_cli.domain.language import _
from reinsert_cli.domain.table import Column, Table
from reinsert_cli.reports import document, project
from reinsert_cli.reports.names import names, require
from reinsert_cli.store.reading import Reader

MEMBERS: Final = """
SELECT m.beneficiary_code AS beneficiary, b.sex, b.province_code AS province, b.centre_code AS centre
FROM project_member m JOIN beneficiary b ON b.code = m.beneficiary_code
WHERE m.project_code = :project ORDER BY m.beneficiary_code
"""
COSTS: Final = """
SELECT c.id AS cost, c.kind, c.label, c.quantity, c.unit_price, c.quantity * c.unit_price AS amount,
       c.supplier, c.invoice, c.serial,
       (SELECT MAX(l.batch_code) FROM batch_line l
        WHERE l.cost_id = c.id AND l.status IN ('expected', 'delivered')) AS batch
FROM cost c WHERE c.project_code = :project ORDER BY c.id
"""
FUNDING: Final = """
SELECT f.funder_code AS funder, f.amount,
       CASE WHEN p.cost > 0 THEN (f.amount * 2000 + p.cost) / (p.cost * 2) END AS share,
       c.permille AS ceiling
FROM project_funding f JOIN v_project p ON p.project = f.project_code
LEFT JOIN funder_ceiling c ON c.programme_code = p.programme AND c.funder_code = f.funder_code
WHERE f.project_code = :project ORDER BY f.funder_code
"""
QUOTATIONS: Final = """
SELECT id AS quotation, supplier, amount, quoted_on, reference, chosen, reason
FROM quotation WHERE project_code = :project ORDER BY id
"""
LINES: Final = """
SELECT l.batch, l.line, l.beneficiary, l.kind, l.label, l.amount, l.envelope, l.status, l.receipt
FROM v_line l WHERE l.project = :project ORDER BY l.line
"""
VISITS: Final = """
SELECT visited_on, milestone, state, closed_on, reason, income, jobs
FROM followup WHERE project_code = :project ORDER BY visited_on, id
"""


@dataclass(frozen=True, slots=True)
class Card:
    """One row for the project, and a table for each thing it is made of, under the name that programs see."""

    project: Table
    parts: dict[str, Table]


def card(reader: Reader, code: str) -> Card:
    """Give the card of one project. Raises Refusal ``project.unknown``."""
    require(reader, "project", code)
    whole = project.table(reader, _("Project {code}").format(code=code), {}, project=code)
    balance = project.standing(reader, code)
    whole = replace(whole, totals={}, notes=(balance.told(),) if balance else ())
    parts = {
        "members": _members(reader, code),
        "costs": _costs(reader, code),
        "funding": _funding(reader, code),
        "quotations": _quotations(reader, code),
        "documents": document.listing(reader, document.Wanted(project=code)),
        "lines": _lines(reader, code),
        "visits": _visits(reader, code),
    }
    return Card(whole, parts)


def _table(
    reader: Reader, report: str, title: str, columns: tuple[Column, ...], query: str, code: str, *summed: str
) -> Table:
    rows = reader.rows(query, project=code)
    totals = {key: sum(row[key] for row in rows) for key in summed}
    return Table(
        report=report, title=title, as_of=reader.as_of, filters={}, columns=columns, rows=tuple(rows), totals=totals
    )


def _members(reader: Reader, code: str) -> Table:
    columns = (
        Column("beneficiary", _("Beneficiary"), "code"),
        Column("sex", _("Sex"), "term", family="sex"),
        Column("province", _("Province code"), "code", rank=2),
        Column("province_name", _("Province"), "text"),
        Column("centre", _("Centre"), "code"),
    )
    label = names(reader, "province")
    rows = [{**row, "province_name": label.get(row["province"])} for row in reader.rows(MEMBERS, project=code)]
    kept = tuple({column.key: row[column.key] for column in columns} for row in rows)
    return Table(report="members", title=_("Its people"), as_of=reader.as_of, filters={}, columns=columns, rows=kept)


def _costs(reader: Reader, code: str) -> Table:
    columns = (
        Column("cost", _("No."), "count"),
        Column("kind", _("Kind of support"), "term", rank=2),
        Column("label", _("Item"), "text"),
        Column("quantity", _("Quantity"), "count"),
        Column("unit_price", _("Unit price (DH)"), "money", rank=1),
        Column("amount", _("Amount (DH)"), "money"),
        Column("supplier", _("Supplier"), "text", rank=3),
        Column("invoice", _("Invoice"), "code", rank=4),
        Column("serial", _("Serial number"), "code", rank=5),
        Column("batch", _("Batch"), "code", rank=1),
    )
    return _table(reader, "costs", _("What it costs"), columns, COSTS, code, "amount")


def _funding(reader: Reader, code: str) -> Table:
    columns = (
        Column("funder", _("Funder"), "code"),
        Column("amount", _("Amount (DH)"), "money"),
        Column("share", _("Share of the cost"), "percent"),
        Column("ceiling", _("Ceiling of that share"), "percent"),
    )
    return _table(reader, "funding", _("Who is to pay"), columns, FUNDING, code, "amount")


def _quotations(reader: Reader, code: str) -> Table:
    columns = (
        Column("quotation", _("No."), "count"),
        Column("supplier", _("Supplier"), "text"),
        Column("amount", _("Amount (DH)"), "money"),
        Column("quoted_on", _("Date"), "date", rank=2),
        Column("reference", _("Reference"), "text", rank=3),
        Column("chosen", _("Retained"), "flag"),
        Column("reason", _("Reason for the choice"), "text", rank=1),
    )
    return _table(reader, "quotations", _("Quotations"), columns, QUOTATIONS, code)


def _lines(reader: Reader, code: str) -> Table:
    columns = (
        Column("batch", _("Batch"), "code"),
        Column("line", _("Line"), "count"),
        Column("beneficiary", _("Beneficiary"), "code", rank=2),
        Column("kind", _("Kind of support"), "term", rank=3),
        Column("label", _("Item"), "text", rank=1),
        Column("amount", _("Amount (DH)"), "money"),
        Column("envelope", _("Envelope"), "code", rank=4),
        Column("status", _("State"), "term"),
        Column("receipt", _("Receipt"), "term", rank=2),
    )
    return _table(reader, "lines", _("Lines"), columns, LINES, code)


def _visits(reader: Reader, code: str) -> Table:
    columns = (
        Column("visited_on", _("Visited on"), "date"),
        Column("milestone", _("After (months)"), "count", rank=1),
        Column("state", _("State"), "term", family="project"),
        Column("closed_on", _("Closed on"), "date", rank=2),
        Column("reason", _("Why"), "term", family="closing"),
        Column("income", _("Income a month (DH)"), "money"),
        Column("jobs", _("Jobs"), "count"),
    )
    return _table(reader, "visits", _("Visits"), columns, VISITS, code)
