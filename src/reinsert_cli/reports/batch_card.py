"""One batch whole: itself, its lines, what sources declare of it. People by their codes only."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from typing import Final

from reinsert_cli.domain.language import _
from reinsert_cli.domain.table import Column, Figure, Table
from reinsert_cli.ledger.shares import parts
from reinsert_cli.reports import batch as batches
from reinsert_cli.reports.filters import Filters
from reinsert_cli.reports.names import require
from reinsert_cli.reports.pathway import waived
from reinsert_cli.store.reading import Reader

LINES: Final = """
SELECT l.line, l.beneficiary, l.project, l.activity, l.kind, l.label, l.amount, l.envelope, l.status, l.region,
       l.receipt,
       CASE WHEN l.status NOT IN ('delivered', 'returned') THEN NULL
            WHEN EXISTS (SELECT 1 FROM proxy p WHERE p.batch_code = l.batch AND p.beneficiary_code = l.beneficiary)
            THEN 'proxy' ELSE 'self' END AS received_by,
       l.rolled_from, l.replaces,
       (SELECT later.batch_code FROM batch_line later WHERE later.rolled_from = l.line) AS rolled_to
FROM v_line l WHERE l.batch = :batch ORDER BY l.line
"""
STATEMENTS: Final = """
SELECT statement, measure, value, qualifier, printed, source, published_on, counted, reason
FROM v_statement WHERE subject_kind = 'batch' AND subject = :batch ORDER BY measure, statement
"""
OFFICIALS: Final = """
SELECT ROW_NUMBER() OVER (ORDER BY id) AS number, name, role, presided
FROM official WHERE batch_code = :batch ORDER BY id
"""


@dataclass(frozen=True, slots=True)
class Card:
    """One row for the batch; one for each line, part of a shared line, statement, official present, step waived."""

    batch: Table
    lines: Table
    shares: Table
    statements: Table
    officials: Table
    waivers: Table


IDENTITIES: Final = """
SELECT l.id AS line, i.name_latin, i.name_arabic, i.cin,
       COALESCE(p.name, other.name_latin, other.name_arabic) AS proxy, r.said AS remark, b.delivered_by
FROM batch_line l LEFT JOIN identity i ON i.beneficiary_code = l.beneficiary_code
JOIN batch b ON b.code = l.batch_code
LEFT JOIN proxy p ON p.batch_code = l.batch_code AND p.beneficiary_code = l.beneficiary_code
LEFT JOIN identity other ON other.beneficiary_code = p.proxy_code
LEFT JOIN remark r ON r.batch_code = l.batch_code AND r.beneficiary_code = l.beneficiary_code
WHERE l.batch_code = :batch
"""
"""The one query of the reports that names people; whoever calls it leaves an audit record."""


def identified(reader: Reader, code: str, lines: Table) -> Table:
    """Add to the lines of a batch who each person is: to be shown for a stated reason only (design §6)."""
    who = [
        {
            "name": row["name_latin"] or row["name_arabic"],
            "cin": row["cin"],
            "proxy": row["proxy"],
            "remark": row["remark"],
            "delivered_by": row["delivered_by"],
        }
        for row in sorted(reader.rows(IDENTITIES, batch=code), key=lambda row: row["line"])
    ]
    number, first, *others = lines.columns
    columns = (
        number,
        first,
        Column("name", _("Name"), "text"),
        Column("cin", _("National card"), "code"),
        *others,
        Column("proxy", _("Proxy"), "text", rank=4),
        Column("remark", _("Remark"), "text", rank=7),
        Column("delivered_by", _("Handed over by"), "text", rank=7),
    )
    rows = tuple({**line, **person} for line, person in zip(lines.rows, who, strict=True))
    return replace(lines, columns=columns, rows=rows)


def card(reader: Reader, code: str) -> Card:
    """Give the card of one batch. Raises Refusal ``batch.unknown``."""
    require(reader, "batch", code)
    alone = replace(batches.report(reader, Filters(batch=code)), title=_("Batch {code}").format(code=code), filters={})
    return Card(
        alone,
        _lines(reader, code),
        _shares(reader, code),
        _statements(reader, code),
        _officials(reader, code),
        waived(reader, code),
    )


def _lines(reader: Reader, code: str) -> Table:
    rows = reader.rows(LINES, batch=code)
    return Table(
        report="lines",
        title=_("Lines"),
        as_of=reader.as_of,
        filters={},
        columns=(
            Column("line", _("Line"), "count"),
            Column("beneficiary", _("Beneficiary"), "code"),
            Column("project", _("Project"), "code", rank=5),
            Column("activity", _("Activity"), "text", rank=2),
            Column("kind", _("Kind of support"), "term", rank=3),
            Column("label", _("Item"), "text", rank=4),
            Column("amount", _("Amount (DH)"), "money"),
            Column("envelope", _("Envelope"), "code", rank=6),
            Column("status", _("State"), "term"),
            Column("region", _("Region"), "code", rank=1),
            Column("receipt", _("Receipt"), "term", rank=2),
            Column("received_by", _("Received by"), "term", rank=6),
            Column("rolled_to", _("Carried over to"), "code", rank=8),
            Column("rolled_from", _("Carried over from line"), "count", rank=9),
            Column("replaces", _("Replaces line"), "count", rank=9),
        ),
        rows=tuple(rows),
        totals={"amount": sum(row["amount"] for row in rows if row["status"] in {"expected", "delivered"})},
    )


def _shares(reader: Reader, code: str) -> Table:
    """Give the parts of the lines that several envelopes pay."""
    rows = parts(reader, code)
    several = {line for line, times in Counter(row["line"] for row in rows).items() if times > 1}
    return Table(
        report="shares",
        title=_("Lines that several envelopes pay"),
        as_of=reader.as_of,
        filters={},
        columns=(
            Column("line", _("Line"), "count"),
            Column("beneficiary", _("Beneficiary"), "code"),
            Column("envelope", _("Envelope"), "code"),
            Column("amount", _("Amount (DH)"), "money"),
        ),
        rows=tuple(
            {key: row[key] for key in ("line", "beneficiary", "envelope", "amount")}
            for row in rows
            if row["line"] in several
        ),
    )


def _statements(reader: Reader, code: str) -> Table:
    return Table(
        report="statements",
        title=_("What sources declare"),
        as_of=reader.as_of,
        filters={},
        columns=(
            Column("statement", _("No."), "count"),
            Column("measure", _("Measure"), "term"),
            Column("value", _("Value"), "figure"),
            Column("qualifier", _("As declared"), "term"),
            Column("printed", _("As printed"), "text", rank=2),
            Column("source", _("Source"), "text", rank=1),
            Column("published_on", _("Published on"), "date", rank=4),
            Column("chosen", _("Retained"), "flag", rank=3),
            Column("reason", _("Reason for the choice"), "text", rank=5),
        ),
        rows=tuple(
            {
                **row,
                "value": Figure(row["value"], "money" if row["measure"] == "amount" else "count"),
                "chosen": row["counted"],
            }
            for row in reader.rows(STATEMENTS, batch=code)
        ),
    )


def _officials(reader: Reader, code: str) -> Table:
    """Give those who are there by their office; they act in public, so they are named."""
    return Table(
        report="officials",
        title=_("Officials present"),
        as_of=reader.as_of,
        filters={},
        columns=(
            Column("number", _("No."), "count"),
            Column("name", _("Name"), "text"),
            Column("role", _("Office"), "text", rank=1),
            Column("presided", _("Presided"), "flag", rank=2),
        ),
        rows=tuple(reader.rows(OFFICIALS, batch=code)),
    )
