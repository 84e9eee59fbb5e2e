"""One batch whole: itself, its lines, what sources declare of it. People by their codes only."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Final

from reinsert_cli.domain.language import _
from reinsert_cli.domain.table import Column, Figure, Table
from reinsert_cli.reports import batch as batches
from reinsert_cli.reports.filters import Filters
from reinsert_cli.reports.names import require
from reinsert_cli.store import clock
from reinsert_cli.store.reading import Reader

LINES: Final = """
SELECT beneficiary, project, activity, kind, label, amount, envelope, status, region
FROM v_line WHERE batch = :batch ORDER BY line
"""
STATEMENTS: Final = """
SELECT statement, measure, value, qualifier, printed, source, published_on, counted, reason
FROM v_statement WHERE subject_kind = 'batch' AND subject = :batch ORDER BY measure, statement
"""


@dataclass(frozen=True, slots=True)
class Card:
    """One row for the batch, a row for each line, a row for each statement."""

    batch: Table
    lines: Table
    statements: Table


IDENTITIES: Final = """
SELECT l.id AS line, i.name_latin, i.name_arabic, i.cin
FROM batch_line l JOIN identity i ON i.beneficiary_code = l.beneficiary_code
WHERE l.batch_code = :batch
"""
"""The one query of the reports that names people; whoever calls it leaves an audit record."""


def identified(reader: Reader, code: str, lines: Table) -> Table:
    """Add to the lines of a batch who each person is: to be shown for a stated reason only (design §6)."""
    who = [
        {"name": row["name_latin"] or row["name_arabic"], "cin": row["cin"]}
        for row in sorted(reader.rows(IDENTITIES, batch=code), key=lambda row: row["line"])
    ]
    first, *others = lines.columns
    columns = (first, Column("name", _("Name"), "text"), Column("cin", _("National card"), "code"), *others)
    rows = tuple({**line, **person} for line, person in zip(lines.rows, who, strict=True))
    return replace(lines, columns=columns, rows=rows)


def card(reader: Reader, code: str) -> Card:
    """Give the card of one batch. Raises Refusal ``batch.unknown``."""
    require(reader, "batch", code)
    return Card(batches.report(reader, Filters(batch=code)), _lines(reader, code), _statements(reader, code))


def _lines(reader: Reader, code: str) -> Table:
    rows = reader.rows(LINES, batch=code)
    return Table(
        report="lines",
        title=_("Lines"),
        as_of=clock.today(),
        filters={},
        columns=(
            Column("beneficiary", _("Beneficiary"), "code"),
            Column("project", _("Project"), "code", rank=5),
            Column("activity", _("Activity"), "text", rank=2),
            Column("kind", _("Kind of support"), "term", rank=3),
            Column("label", _("Item"), "text", rank=4),
            Column("amount", _("Amount (DH)"), "money"),
            Column("envelope", _("Envelope"), "code", rank=6),
            Column("status", _("State"), "term"),
            Column("region", _("Region"), "code", rank=1),
        ),
        rows=tuple(rows),
        totals={"amount": sum(row["amount"] for row in rows)},
    )


def _statements(reader: Reader, code: str) -> Table:
    return Table(
        report="statements",
        title=_("What sources declare"),
        as_of=clock.today(),
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
