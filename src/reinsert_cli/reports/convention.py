"""Conventions: what was agreed, what became of it, and what is left for the batches to come."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import Any, Final

from reinsert_cli.domain.language import _, money
from reinsert_cli.domain.table import Chart, Column, Row, Table
from reinsert_cli.ledger.shares import added_up, parts
from reinsert_cli.reports import budget
from reinsert_cli.reports.filters import Filters, whole_envelopes
from reinsert_cli.reports.names import grouped, require
from reinsert_cli.store.reading import Reader

CONVENTIONS: Final = """
SELECT c.* FROM v_convention c
WHERE (CAST(:programme AS TEXT) IS NULL OR c.programme = :programme)
  AND (CAST(:convention AS TEXT) IS NULL OR c.convention = :convention)
  AND (CAST(:fiscal_year AS INTEGER) IS NULL
       OR EXISTS (SELECT 1 FROM envelope e WHERE e.convention_code = c.convention AND e.fiscal_year = :fiscal_year))
  AND (CAST(:region AS TEXT) IS NULL
       OR NOT EXISTS (SELECT 1 FROM convention_region r WHERE r.convention_code = c.convention)
       OR EXISTS (SELECT 1 FROM convention_region r
                  WHERE r.convention_code = c.convention AND r.region_code = :region))
  AND (:serves = 0
       OR EXISTS (SELECT 1 FROM envelope e JOIN v_share s ON s.envelope = e.code JOIN v_line l ON l.line = s.line
                  JOIN v_batch b ON b.batch = l.batch
                  WHERE e.convention_code = c.convention AND l.counts = 1 AND {where}))
ORDER BY c.convention
"""
MEMBERS: Final = "SELECT convention_code AS convention, partner_code AS partner FROM convention_partner ORDER BY 1, 2"
TERRITORIES: Final = "SELECT convention_code AS convention, region_code AS region FROM convention_region ORDER BY 1, 2"

BATCHES: Final = """
SELECT b.batch, b.status, b.event_on,
       COALESCE(SUM(CASE WHEN j.account = 'committed' THEN j.amount END), 0) AS committed,
       COALESCE(SUM(CASE WHEN j.account = 'delivered' THEN j.amount END), 0) AS delivered
FROM v_batch b
LEFT JOIN journal j ON j.batch_code = b.batch
                   AND j.envelope_code IN (SELECT code FROM envelope WHERE convention_code = :convention)
GROUP BY b.batch, b.status, b.event_on, b.convention
HAVING b.convention = :convention OR COUNT(j.id) > 0
ORDER BY b.event_on NULLS FIRST, b.batch
"""

ENVELOPES: Final = "SELECT code FROM envelope WHERE convention_code = :convention"

BALANCES: Final = ("amount", "allocated", "unallocated", "committed", "delivered", "available")
PARTS: Final = ("delivered", "committed", "available", "unallocated")


@dataclass(frozen=True, slots=True)
class Card:
    """One convention whole: itself, the envelopes that it feeds, the batches that they pay for."""

    convention: Table
    envelopes: Table
    batches: Table


def report(reader: Reader, filters: Filters, convention: str | None = None) -> Table:
    """List the conventions with their whole balances, all their envelopes added up.

    A period or a centre keeps those that paid for something then or there; a region those that cover it.
    """
    paid = Filters(first=filters.first, last=filters.last, centre=filters.centre, restated=filters.restated)
    sql = CONVENTIONS.format(where=paid.where(region="l.region", centre="l.centre"))
    serves = int(filters.has_period or filters.centre is not None)
    found = reader.rows(sql, **filters.params(), serves=serves, convention=convention)
    signed = grouped(reader.rows(MEMBERS), "convention", "partner")
    covered = grouped(reader.rows(TERRITORIES), "convention", "region")
    paid_for = budget.helped(reader, "convention")
    columns = _columns()
    rows = [
        {
            **row,
            **paid_for.get(row["convention"], budget.NOBODY),
            "code": row["convention"],
            "amount": row["agreed"],
            "qualifier": None if row["agreed"] is None else row["qualifier"],
            "partners": ", ".join(signed.get(row["convention"], ())) or None,
            "regions": ", ".join(covered.get(row["convention"], ())) or None,
        }
        for row in found
    ]
    return Table(
        report="convention",
        title=_("Conventions and what remains"),
        as_of=reader.as_of,
        filters=filters.named(),
        columns=columns,
        rows=tuple({key: row[key] for key in (*(column.key for column in columns), *budget.NOBODY)} for row in rows),
        totals={key: _sum(rows, key) for key in BALANCES},
        notes=whole_envelopes(filters),
        charts=(Chart(_("What became of each convention"), ("code",), PARTS),),
        heads=budget.HEADS,
    )


def _sum(rows: list[dict[str, Any]], key: str) -> int | None:
    known = [row[key] for row in rows if row[key] is not None]
    return sum(known) if known else None


def _columns() -> tuple[Column, ...]:
    return (
        Column("code", _("Convention"), "code"),
        Column("programme", _("Programme"), "code", rank=6),
        Column("partners", _("Partners"), "text", rank=7),
        Column("regions", _("Regions"), "text", rank=9),
        Column("starts_on", _("Valid from"), "date", rank=8),
        Column("ends_on", _("Valid until"), "date", rank=8),
        Column("amount", _("Agreed (DH)"), "money"),
        Column("qualifier", _("As declared"), "term", rank=4),
        Column("allocated", _("Allocated (DH)"), "money", rank=2),
        Column("unallocated", _("In no envelope yet (DH)"), "money", rank=5),
        Column("committed", _("Committed (DH)"), "money", rank=3),
        Column("delivered", _("Delivered (DH)"), "money", rank=1),
        Column("available", _("Available (DH)"), "money"),
    )


def card(reader: Reader, code: str) -> Card:
    """Give one convention's balance across its batches. Raises Refusal ``convention.unknown``."""
    require(reader, "convention", code)
    whole = report(reader, Filters(), code)
    envelopes = budget.report(reader, Filters(), code)
    return Card(whole, envelopes, _batches(reader, code, next(iter(whole.rows))))


def _batches(reader: Reader, code: str, convention: Row) -> Table:
    """Give what each batch takes of a convention: planned, committed, delivered."""
    planned = _planned(reader, code)
    rows = [{**row, "planned": planned.pop(row["batch"], 0)} for row in reader.rows(BATCHES, convention=code)]
    others = [
        {"batch": batch, "status": "planned", "event_on": None, "committed": 0, "delivered": 0, "planned": amount}
        for batch, amount in sorted(planned.items())
    ]
    keys = ("planned", "committed", "delivered")
    totals = {key: sum(row[key] for row in (*rows, *others)) for key in keys}
    left = int(str(convention["available"])) - totals["planned"]
    return Table(
        report="batches",
        title=_("What its batches take"),
        as_of=reader.as_of,
        filters={},
        columns=(
            Column("batch", _("Batch"), "code"),
            Column("status", _("State"), "term"),
            Column("event_on", _("Held or planned on"), "date", rank=1),
            Column("planned", _("Planned (DH)"), "money"),
            Column("committed", _("Committed (DH)"), "money"),
            Column("delivered", _("Delivered (DH)"), "money"),
        ),
        rows=tuple({key: row[key] for key in ("batch", "status", "event_on", *keys)} for row in (*rows, *others)),
        totals=totals,
        notes=(_("Once what is planned is committed, {amount} DH remain available.").format(amount=money(left)),),
    )


def _planned(reader: Reader, code: str) -> Counter[str]:
    """Give, by planned batch, what it will ask of the envelopes of a convention, in centimes."""
    fed = {row["code"] for row in reader.rows(ENVELOPES, convention=code)}
    return added_up((part for part in parts(reader, status="planned") if part["envelope"] in fed), "batch")
