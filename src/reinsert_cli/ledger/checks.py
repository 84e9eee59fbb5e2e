"""Proofs that the books hold: each check is a query whose rows are what is wrong."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from reinsert_cli.store import clock
from reinsert_cli.store.audit import broken_links
from reinsert_cli.store.reading import Reader


@dataclass(frozen=True, slots=True)
class Finding:
    """What one check found: how many things are wrong, and which, by code."""

    code: str
    found: tuple[str, ...]

    @property
    def ok(self) -> bool:
        """Tell whether nothing is wrong."""
        return not self.found


QUERIES: Final = {
    "file.integrity": "SELECT integrity_check AS found FROM pragma_integrity_check WHERE integrity_check <> 'ok'",
    "file.references": 'SELECT DISTINCT "table" AS found FROM pragma_foreign_key_check',
    "journal.balanced": "SELECT entry AS found FROM journal GROUP BY entry HAVING SUM(amount) <> 0 OR COUNT(*) < 2",
    "envelope.adds_up": """
        SELECT envelope AS found FROM v_envelope WHERE allocated <> available + committed + delivered""",
    "envelope.not_negative": """
        SELECT envelope AS found FROM v_envelope
        WHERE committed < 0 OR delivered < 0 OR (available < 0 AND -available > COALESCE(overridden, 0))""",
    "envelope.overridden": "SELECT envelope AS found FROM v_envelope WHERE overridden IS NOT NULL",
    "lines.committed": """
        SELECT l.batch AS found
        FROM v_line l JOIN batch b ON b.code = l.batch
        LEFT JOIN (SELECT line_id, SUM(CASE WHEN account = 'committed' THEN amount ELSE 0 END) AS committed,
                          SUM(CASE WHEN account = 'delivered' THEN amount ELSE 0 END) AS delivered
                   FROM journal GROUP BY line_id) j ON j.line_id = l.line
        WHERE COALESCE(j.committed, 0)
              <> CASE WHEN l.status = 'expected' AND b.status = 'locked' THEN l.amount ELSE 0 END
           OR COALESCE(j.delivered, 0) <> l.delivered
        GROUP BY l.batch""",
    "batch.undated": """
        SELECT code AS found FROM batch WHERE status IN ('held', 'reconciled', 'closed') AND held_on IS NULL""",
}
"""Each check by its code. The first two ask the database file itself."""

TO_COME: Final = "SELECT code AS found FROM batch WHERE SUBSTR(held_on || '-01-01', 1, 10) > :today"

AUDIT: Final = "SELECT * FROM audit ORDER BY id"


def run(reader: Reader) -> Iterator[Finding]:
    """Run every check."""
    for code, query in QUERIES.items():
        yield Finding(code, tuple(str(row["found"]) for row in reader.rows(query)))
    yield Finding("batch.to_come", tuple(str(row["found"]) for row in reader.rows(TO_COME, today=clock.today())))
    yield Finding("audit.chain", tuple(str(number) for number in broken_links(reader.rows(AUDIT))))
