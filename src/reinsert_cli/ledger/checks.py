"""Proofs that the books hold: each check is a query whose rows are what is wrong."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import combinations
from typing import Any, Final

from reinsert_cli.domain.books import LEGS
from reinsert_cli.domain.text import fold
from reinsert_cli.ledger import ceiling
from reinsert_cli.store import carried, clock, guards, states
from reinsert_cli.store.audit import broken_links, changes_of, postings_digest
from reinsert_cli.store.erased import ERASED
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


TOLD_ERASED: Final = """
SELECT json_extract(c.value, '$.code') AS code FROM audit a, json_each(a.changes) c
WHERE a.changes LIKE '%beneficiary.erase%' AND json_extract(c.value, '$.what') = 'beneficiary.erase'
"""
QUERIES: Final = {
    "journal.balanced": "SELECT entry AS found FROM journal GROUP BY entry HAVING SUM(amount) <> 0 OR COUNT(*) < 2",
    "envelope.adds_up": """
        SELECT envelope AS found FROM v_envelope WHERE allocated <> available + committed + delivered""",
    "envelope.not_negative": """
        SELECT envelope AS found FROM v_envelope
        WHERE committed < 0 OR delivered < 0 OR (available < 0 AND -available > COALESCE(overridden, 0))""",
    "envelope.overridden": "SELECT envelope AS found FROM v_envelope WHERE overridden IS NOT NULL",
    "batch.waived": "SELECT DISTINCT batch_code AS found FROM waiver ORDER BY batch_code",
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
    "lines.not_committed": """
        SELECT DISTINCT batch_code AS found FROM (
            SELECT batch_code, SUM(amount) OVER (PARTITION BY line_id, envelope_code ORDER BY entry, id
                                                 ROWS UNBOUNDED PRECEDING) AS held_ready
            FROM journal WHERE account = 'committed' AND line_id IS NOT NULL) running
        WHERE held_ready < 0
        UNION
        SELECT batch_code FROM journal
        WHERE account = 'delivered' AND amount > 0 AND kind <> 'deliver' AND (kind <> 'correct' OR mends IS NULL)
        UNION
        SELECT batch_code FROM journal WHERE kind = 'deliver' GROUP BY entry, batch_code
        HAVING SUM(CASE WHEN account = 'committed' THEN amount ELSE 0 END)
               <> -SUM(CASE WHEN account = 'delivered' THEN amount ELSE 0 END)""",
    "person.erased": f"""
        SELECT code AS found FROM ({ERASED}) e WHERE code NOT IN ({TOLD_ERASED})
        UNION SELECT code FROM ({TOLD_ERASED}) t WHERE code IN (
            SELECT beneficiary_code FROM identity UNION ALL SELECT beneficiary_code FROM known_as
            UNION ALL SELECT beneficiary_code FROM former_identity UNION ALL SELECT beneficiary_code FROM remark
            UNION ALL SELECT person FROM review WHERE facts > '')""",  # noqa: S608  (constants)
    "journal.mends": """
        SELECT DISTINCT j.entry AS found FROM journal j
        WHERE j.kind IN ('correct', 'return')
          AND NOT EXISTS (SELECT 1 FROM journal m
                          WHERE m.entry = j.mends AND m.entry < j.entry AND m.batch_code = j.batch_code)""",
    "journal.closed_month": """
        SELECT DISTINCT j.entry AS found FROM journal j JOIN closed_month c ON c.month = j.month
        WHERE COALESCE(j.audit_id, 0) > c.audit_id""",
    "batch.undated": """
        SELECT code AS found FROM batch
        WHERE status IN ('held', 'reconciled', 'closed') AND (held_on IS NULL OR LENGTH(held_on) = 4)""",
}
"""Each check by its code."""

SUPPORTS: Final = """
SELECT DISTINCT l.beneficiary, l.kind, l.fiscal_year, l.batch, l.activity FROM v_head l WHERE l.counts = 1
"""

TO_COME: Final = "SELECT code AS found FROM batch WHERE SUBSTR(held_on || '-01-01', 1, 10) > :today"

UNSIGNED: Final = """
SELECT DISTINCT b.batch AS found FROM v_batch b JOIN v_line l ON l.batch = b.batch
WHERE l.status = 'delivered' AND (l.receipt IS NULL OR (l.receipt = 'missing' AND b.status = 'held'))
  AND b.event_last < :month_ago
"""
"""Batches held long ago of which a receipt is not in; or, once reconciled, of which nobody has looked at one."""

DAYS_FOR_RECEIPTS: Final = 30

AUDIT: Final = "SELECT * FROM audit ORDER BY id"
JOURNAL: Final = "SELECT * FROM journal ORDER BY id"


def run(reader: Reader) -> Iterator[Finding]:
    """Run every check."""
    today = date.fromisoformat(clock.today())
    month_ago = (today - timedelta(days=DAYS_FOR_RECEIPTS)).isoformat()
    records = reader.rows(AUDIT)
    yield _finding("file.triggers", guards.lacking(reader))
    yield _finding("file.integrity", _asked(reader, reader.dialect.INTEGRITY))
    yield _finding("file.references", _asked(reader, reader.dialect.REFERENCES))
    for code, query in QUERIES.items():
        yield _finding(code, _asked(reader, query))
    yield _finding("summaries.carried", carried.drifted(reader))
    yield _finding("batch.to_come", _asked(reader, TO_COME, today=today.isoformat()))
    yield _finding("batch.receipts", _asked(reader, UNSIGNED, month_ago=month_ago))
    yield _finding("person.paid_twice", paid_twice(reader))
    yield _finding("project.ceiling", ceiling.exceeded(reader))
    yield _finding("audit.chain", broken_links(records))
    yield _finding("audit.state", states.contradicted(reader, records))
    yield _finding("audit.journal", unaccounted(reader, records))


def names_people(reader: Reader) -> bool:
    """Tell whether the ledger holds the identity of anybody."""
    return reader.row("SELECT 1 FROM identity LIMIT 1") is not None


def _asked(reader: Reader, query: str, **params: str) -> Iterator[object]:
    return (row["found"] for row in reader.rows(query, **params))


def _finding(code: str, found: Iterable[object]) -> Finding:
    return Finding(code, tuple(map(str, found)))


def paid_twice(reader: Reader, batch: str | None = None) -> list[str]:
    """Give, by code, the people to whom two batches of a fiscal year give one kind of support for one purpose.

    Activities are one purpose where the words of one are among those of the other: ``Couture``, ``Atelier de couture``;
    what names none may be any. With a batch, only what it has to do with.
    """
    supports: dict[tuple[object, ...], list[tuple[str, set[str]]]] = defaultdict(list)
    for row in reader.rows(SUPPORTS):
        words = set(fold(row["activity"] or "").split())
        supports[row["beneficiary"], row["kind"], row["fiscal_year"]].append((row["batch"], words))
    return sorted(
        {
            str(key[0])
            for key, given in supports.items()
            for (one, ours), (other, theirs) in combinations(given, 2)
            if one != other and (ours <= theirs or theirs <= ours) and batch in {None, one, other}
        }
    )


def unaccounted(reader: Reader, records: Sequence[Mapping[str, Any]]) -> list[int]:
    """Give the audit records that tell of other postings than the journal holds: another turnover, or another digest.

    Postings of a ledger's first schema do not name their record; they are added up together, under number 0.
    """
    start = reader.value("SELECT MIN(audit_id) FROM history") or 0
    postings = reader.rows(JOURNAL)
    of_entry: dict[int, list[dict[str, Any]]] = defaultdict(list)
    found: Counter[tuple[int, str]] = Counter()
    for posting in postings:
        of_entry[posting["entry"]].append(posting)
        found[posting["audit_id"] or 0, posting["kind"]] += max(posting["amount"], 0)
    told: Counter[tuple[int, str]] = Counter()
    wrong = set()
    for record in records:
        for change in changes_of(record):
            if not change["what"].startswith("journal."):
                continue
            number, kind = record["id"] if record["id"] > start else 0, change["what"].removeprefix("journal.")
            told[number, kind] += abs(change["centimes"]) * LEGS.get(kind, 1)
            if "digest" in change and change["digest"] != postings_digest(_written(change, of_entry)):
                wrong.add(number)
    return sorted(wrong | {key[0] for key in {*told, *found} if told[key] != found[key]})


def _written(change: Mapping[str, Any], of_entry: Mapping[int, list[dict[str, Any]]]) -> Iterator[dict[str, Any]]:
    """Give the postings that the journal holds of what an audit record says was written."""
    for entry in range(change["entry"], change["entry"] + change["entries"]):
        yield from of_entry.get(entry, ())
