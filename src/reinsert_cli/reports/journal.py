"""The books as they were written: one row a posting, each entry with what it mends."""

from __future__ import annotations

from typing import Final

from reinsert_cli.domain.language import _
from reinsert_cli.domain.table import Column, Table
from reinsert_cli.reports.filters import Filters
from reinsert_cli.store.reading import Reader

POSTINGS: Final = """
SELECT j.entry, j.kind, j.account, j.amount, j.envelope_code AS envelope, j.region_code AS region,
       j.programme_code AS programme, j.batch_code AS batch, j.line_id AS line, j.happened_on,
       COALESCE(j.booked_on, j.happened_on) AS booked_on, j.mends, j.author, j.written_at, j.reason
FROM journal j LEFT JOIN v_line l ON l.line = j.line_id
WHERE (CAST(:programme AS TEXT) IS NULL OR j.programme_code = :programme)
  AND (CAST(:fiscal_year AS INTEGER) IS NULL OR j.fiscal_year = :fiscal_year)
  AND (CAST(:region AS TEXT) IS NULL OR j.region_code = :region)
  AND (CAST(:centre AS TEXT) IS NULL OR l.centre = :centre)
  AND SUBSTR({day} || '-01-01', 1, 10) >= :first
  AND CASE LENGTH({day}) WHEN 4 THEN {day} || '-12-31' WHEN 7 THEN {day} || '-31' ELSE {day} END <= :last
ORDER BY j.entry, j.id
"""


def report(reader: Reader, filters: Filters) -> Table:
    """List the postings; a period is that in which they were booked, restated that in which they happened."""
    day = "COALESCE({}j.happened_on, SUBSTR(j.written_at, 1, 10))".format("" if filters.restated else "j.booked_on, ")
    return Table(
        report="journal",
        title=_("Journal"),
        as_of=reader.as_of,
        filters=filters.named(),
        columns=(
            Column("entry", _("Entry"), "count"),
            Column("kind", _("Movement"), "term"),
            Column("account", _("Account"), "term"),
            Column("amount", _("Amount (DH)"), "money"),
            Column("envelope", _("Envelope"), "code", rank=1),
            Column("region", _("Region"), "code", rank=4),
            Column("programme", _("Programme"), "code", rank=8),
            Column("batch", _("Batch"), "code", rank=2),
            Column("line", _("Line"), "count", rank=3),
            Column("happened_on", _("Happened on"), "date", rank=6),
            Column("booked_on", _("Booked on"), "date"),
            Column("mends", _("Mends entry"), "count", rank=2),
            Column("author", _("Author"), "text", rank=7),
            Column("written_at", _("When (UTC)"), "text", rank=9),
            Column("reason", _("Reason"), "text", rank=5),
        ),
        rows=tuple(reader.rows(POSTINGS.format(day=day), **filters.params())),
    )
