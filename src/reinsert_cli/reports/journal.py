"""The books as they were written: one row a posting, each entry with what it mends."""

from __future__ import annotations

from typing import Final

from reinsert_cli.domain.language import _
from reinsert_cli.domain.table import Column, Streamed, Table
from reinsert_cli.reports.filters import Filters
from reinsert_cli.store.reading import Reader

POSTINGS: Final = """
SELECT p.entry, p.kind, p.account, p.amount, p.envelope, p.region, p.programme, p.batch, p.line,
       p.event_on AS happened_on, p.booked_on, p.mends, p.author, p.written_at, p.reason
FROM v_posting p LEFT JOIN v_line l ON l.line = p.line
WHERE (CAST(:programme AS TEXT) IS NULL OR p.programme = :programme)
  AND (CAST(:fiscal_year AS INTEGER) IS NULL OR p.fiscal_year = :fiscal_year)
  AND (CAST(:region AS TEXT) IS NULL OR p.region = :region)
  AND (CAST(:centre AS TEXT) IS NULL OR l.centre = :centre)
  AND {period}
ORDER BY p.entry, p.posting
"""


def report(reader: Reader, filters: Filters) -> Table:
    """List the postings; a period is that in which they were booked, restated that in which they happened."""
    sql = POSTINGS.format(period=filters.inside(f"p.{filters.day}"))
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
            Column("envelope", _("Envelope"), "code", rank=3),
            Column("region", _("Region"), "code", rank=6),
            Column("programme", _("Programme"), "code", rank=9),
            Column("batch", _("Batch"), "code", rank=4),
            Column("line", _("Line"), "count", rank=2),
            Column("happened_on", _("Happened on"), "date", rank=7),
            Column("booked_on", _("Booked on"), "date"),
            Column("mends", _("Mends entry"), "count", rank=1),
            Column("author", _("Author"), "text", rank=8),
            Column("written_at", _("When (UTC)"), "text", rank=10),
            Column("reason", _("Reason"), "text", rank=5),
        ),
        rows=Streamed(lambda: reader.stream(sql, **filters.params())),
    )
