"""One row an envelope: what came in, what is promised, what was handed over, what remains."""

from __future__ import annotations

from typing import Final

from reinsert_cli.domain.language import _, listed
from reinsert_cli.domain.table import Column, Table
from reinsert_cli.reports.filters import Filters
from reinsert_cli.store import clock
from reinsert_cli.store.reading import Reader

ENVELOPES: Final = """
SELECT e.* FROM v_envelope e
WHERE (:programme IS NULL OR e.programme = :programme)
  AND (:fiscal_year IS NULL OR e.fiscal_year = :fiscal_year)
  AND (:region IS NULL
       OR NOT EXISTS (SELECT 1 FROM envelope_region r WHERE r.envelope_code = e.envelope)
       OR EXISTS (SELECT 1 FROM envelope_region r WHERE r.envelope_code = e.envelope AND r.region_code = :region))
  AND (:serves = 0 OR EXISTS (
       SELECT 1 FROM v_line l JOIN v_batch b ON b.batch = l.batch WHERE l.envelope = e.envelope AND {where}))
ORDER BY e.fiscal_year, e.programme, e.envelope
"""

BALANCES: Final = ("allocated", "committed", "delivered", "available")


def report(reader: Reader, filters: Filters) -> Table:
    """List the envelopes with their whole balances: allocated = committed + delivered + available.

    A period or a centre keeps the envelopes that paid for something then or there. A region keeps those
    that serve it, and those that serve the country.
    """
    served = Filters(first=filters.first, last=filters.last, centre=filters.centre)
    sql = ENVELOPES.format(where=served.where(region="l.region", centre="l.centre"))
    serves = int(filters.has_period or filters.centre is not None)
    rows = reader.rows(sql, **filters.params(), serves=serves)
    columns = _columns()
    return Table(
        report="budget",
        title=_("Envelopes and what remains"),
        as_of=clock.today(),
        filters=filters.named(),
        columns=columns,
        rows=tuple({column.key: row[column.key] for column in columns} for row in rows),
        totals={key: sum(row[key] for row in rows) for key in BALANCES},
        notes=_notes(rows),
    )


def _columns() -> tuple[Column, ...]:
    return (
        Column("envelope", _("Envelope"), "code"),
        Column("programme", _("Programme"), "code", rank=3),
        Column("fiscal_year", _("Fiscal year"), "year", rank=2),
        Column("funder", _("Funder"), "code", rank=4),
        Column("convention", _("Convention"), "code", rank=7),
        Column("target_beneficiaries", _("Target"), "count", rank=5),
        Column("allocated", _("Allocated (DH)"), "money"),
        Column("qualifier", _("As declared"), "term", rank=6),
        Column("committed", _("Committed (DH)"), "money"),
        Column("delivered", _("Delivered (DH)"), "money"),
        Column("available", _("Available (DH)"), "money"),
        Column("overridden", _("Over-commitment allowed (DH)"), "money", rank=1),
    )


def _notes(rows: list[dict[str, object]]) -> tuple[str, ...]:
    over = [str(row["envelope"]) for row in rows if row["overridden"] is not None]
    if not over:
        return ()
    return (_("An over-commitment was allowed, with its author and reason, on: {envelopes}.").format(
        envelopes=listed(over)),)  # fmt: skip
