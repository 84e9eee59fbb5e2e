"""Proofs that the books hold: each check is a query whose rows are what is wrong."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import combinations
from typing import Any, Final

from reinsert_cli.domain.books import LEGS
from reinsert_cli.domain.progress import Step, silent
from reinsert_cli.domain.text import fold
from reinsert_cli.ledger import ceiling
from reinsert_cli.store import beside, carried, clock, guards, history, postings, states
from reinsert_cli.store.audit import broken_links, changes_of
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
BEFORE_LINES: Final = {
    "journal.balanced": "SELECT entry AS found FROM journal GROUP BY entry HAVING SUM(amount) <> 0 OR COUNT(*) < 2",
    "batch.waived": "SELECT DISTINCT batch_code AS found FROM waiver ORDER BY batch_code",
}
QUERIES: Final = {
    "person.erased": f"""
        SELECT code AS found FROM ({ERASED}) e WHERE code NOT IN ({TOLD_ERASED})
        UNION SELECT code FROM ({TOLD_ERASED}) t WHERE code IN (
            SELECT beneficiary FROM v_trace)""",  # noqa: S608  (constants)
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
"""Checks by their codes, in the order in which they are told."""

OF_LINES: Final = """
CREATE TEMP TABLE of_line AS
SELECT line_id, MIN(envelope_code) AS one_envelope, MAX(envelope_code) AS other_envelope,
       SUM(CASE WHEN account = 'committed' THEN amount ELSE 0 END) AS committed,
       SUM(CASE WHEN account = 'delivered' THEN amount ELSE 0 END) AS delivered,
       COUNT(CASE WHEN account = 'committed' THEN 1 END) AS moves,
       MIN(CASE WHEN account = 'committed' AND amount >= 0 THEN entry END) AS come,
       MIN(CASE WHEN account = 'committed' AND amount < 0 THEN entry END) AS gone
FROM journal WHERE line_id IS NOT NULL GROUP BY line_id
"""
"""What the journal says of each line, in one scan by the index on lines."""

NOT_AS_SAID: Final = """
SELECT l.batch_code AS found
FROM batch_line l JOIN batch b ON b.code = l.batch_code LEFT JOIN of_line j ON j.line_id = l.id
WHERE COALESCE(j.committed, 0) <> CASE WHEN l.status = 'expected' AND b.status = 'locked' THEN l.amount ELSE 0 END
   OR COALESCE(j.delivered, 0) <> CASE WHEN l.status = 'delivered' THEN l.amount ELSE 0 END
GROUP BY l.batch_code
"""

NOT_COMMITTED: Final = """
SELECT DISTINCT batch_code AS found FROM (
    SELECT batch_code, SUM(amount) OVER (PARTITION BY line_id, envelope_code ORDER BY entry, id
                                         ROWS UNBOUNDED PRECEDING) AS held_ready
    FROM journal WHERE account = 'committed' AND line_id IN (
        SELECT line_id FROM of_line
        WHERE moves > 2 OR committed < 0 OR gone <= come OR one_envelope <> other_envelope)) running
WHERE held_ready < 0
UNION
SELECT batch_code FROM journal
WHERE account = 'delivered' AND amount > 0 AND kind <> 'deliver' AND (kind <> 'correct' OR mends IS NULL)
UNION
SELECT batch_code FROM journal WHERE kind = 'deliver' AND entry IN (
    SELECT entry FROM journal WHERE kind = 'deliver' GROUP BY entry
    HAVING SUM(CASE WHEN account IN ('committed', 'delivered') THEN amount ELSE 0 END) <> 0
        OR COUNT(batch_code) <> COUNT(*) OR MIN(batch_code) <> MAX(batch_code))
GROUP BY entry, batch_code
HAVING SUM(CASE WHEN account IN ('committed', 'delivered') THEN amount ELSE 0 END) <> 0
"""
"""Batches of which a line was delivered or released before it was committed, or more than that.

What was committed is followed, posting by posting, for the lines of which it could have been too little: where one
envelope's money came, and then perhaps went, it is seen by the sums."""

ENVELOPES: Final = """
WITH said AS (
    SELECT envelope_code, account, SUM(amount) AS amount FROM journal GROUP BY envelope_code, account
), balances AS (
    SELECT e.code AS envelope,
           COALESCE(-SUM(CASE WHEN s.account = 'funder' THEN s.amount END), 0) AS allocated,
           COALESCE(SUM(CASE WHEN s.account = 'available' THEN s.amount END), 0) AS available,
           COALESCE(SUM(CASE WHEN s.account = 'committed' THEN s.amount END), 0) AS committed,
           COALESCE(SUM(CASE WHEN s.account = 'delivered' THEN s.amount END), 0) AS delivered,
           (SELECT MAX(o.missing) FROM overcommitment o WHERE o.envelope_code = e.code) AS overridden
    FROM envelope e LEFT JOIN said s ON s.envelope_code = e.code GROUP BY e.code
)
SELECT envelope, allocated <> available + committed + delivered AS adds_up,
       committed < 0 OR delivered < 0 OR (available < 0 AND -available > COALESCE(overridden, 0)) AS not_negative,
       overridden IS NOT NULL AS overridden
FROM balances
"""
"""What is wrong with each envelope, by what ``v_envelope`` says; by account first, which an index has in order."""

SUPPORTS: Final = """
SELECT beneficiary, kind, fiscal_year, batch, activity FROM v_line WHERE counts = 1 AND {who}
UNION
SELECT beneficiary, kind, fiscal_year, batch, activity FROM v_fellow WHERE counts = 1 AND {who}
"""

OF_SEVERAL: Final = """
SELECT beneficiary_code FROM batch_line GROUP BY beneficiary_code HAVING COUNT(*) > 1
UNION
SELECT m.beneficiary_code FROM project p JOIN project_member m ON m.project_code = p.code WHERE p.kind <> 'individual'
"""
"""The people whom several batches may support: by lines of their own, or of a group of theirs. An index tells it."""

OF_BATCH: Final = """
SELECT beneficiary_code FROM batch_line WHERE batch_code = :batch
UNION SELECT beneficiary FROM v_fellow WHERE batch = :batch
"""

TO_COME: Final = "SELECT code AS found FROM batch WHERE SUBSTR(held_on || '-01-01', 1, 10) > :today"

UNSIGNED: Final = """
SELECT b.batch AS found FROM v_batch b
WHERE b.event_last < :month_ago AND EXISTS (
    SELECT 1 FROM batch_line l WHERE l.batch_code = b.batch AND l.status = 'delivered'
    AND (l.receipt IS NULL OR (l.receipt = 'missing' AND b.status = 'held')))
ORDER BY b.batch
"""
"""Batches held long ago of which a receipt is not in; or, once reconciled, of which nobody has looked at one."""

DAYS_FOR_RECEIPTS: Final = 30

AUDIT: Final = "SELECT * FROM audit ORDER BY id"

LONGEST: Final = ("file.integrity", "audit.state", "summaries.carried", "audit.journal", "file.references")
"""The checks that take most of the time, by what they take: put first, they leave no connection waiting at the end."""


def run(reader: Reader, step: Step = silent) -> Iterator[Finding]:
    """Run every check, telling ``step`` of each. Raises Refusal (exit 5) for an account that sees a part only."""
    history.require_whole(reader)
    checks = dict(_checks(reader))
    asked = beside.asked(reader, {code: checks[code] for code in (*LONGEST, *checks)}, step)
    for code in checks:
        yield from asked.answer(code)


def _checks(reader: Reader) -> Iterator[tuple[str, beside.Question[list[Finding]]]]:
    """Give every check by its code, as a question that can be put by any connection to the ledger."""
    today = date.fromisoformat(clock.today())
    month_ago = (today - timedelta(days=DAYS_FOR_RECEIPTS)).isoformat()
    yield _check("file.triggers", guards.lacking)
    yield _query("file.integrity", reader.dialect.INTEGRITY)
    yield _query("file.references", reader.dialect.REFERENCES)
    yield from (_query(code, query) for code, query in BEFORE_LINES.items())
    yield "lines", _lines
    yield from (_query(code, query) for code, query in QUERIES.items())
    yield "envelope", _envelopes
    yield _check("summaries.carried", carried.drifted)
    yield _query("batch.to_come", TO_COME, today=today.isoformat())
    yield _query("batch.receipts", UNSIGNED, month_ago=month_ago)
    yield _check("person.paid_twice", paid_twice)
    yield _check("project.ceiling", ceiling.exceeded)
    yield _check("audit.chain", lambda reader: broken_links(reader.stream(AUDIT)))
    yield _check("audit.state", lambda reader: states.contradicted(reader, reader.stream(AUDIT)))
    yield _check("audit.journal", lambda reader: unaccounted(reader, reader.stream(AUDIT)))


def _check(code: str, find: Callable[[Reader], Iterable[object]]) -> tuple[str, beside.Question[list[Finding]]]:
    return code, lambda reader: [Finding(code, tuple(map(str, find(reader))))]


def _query(code: str, query: str, **params: str) -> tuple[str, beside.Question[list[Finding]]]:
    return _check(code, lambda reader: _ordered(reader, query, **params))


def _ordered(reader: Reader, query: str, **params: str) -> list[Any]:
    """Give what a query finds in one order, whichever engine was asked; what names nothing comes last."""
    return sorted((row["found"] for row in reader.rows(query, **params)), key=lambda found: (found is None, found))


def names_people(reader: Reader) -> bool:
    """Tell whether the ledger holds the identity of anybody."""
    return reader.row("SELECT 1 FROM v_identified LIMIT 1") is not None


def _lines(reader: Reader) -> list[Finding]:
    reader.rows(OF_LINES)
    found = [
        Finding(code, tuple(map(str, _ordered(reader, query))))
        for code, query in (("lines.committed", NOT_AS_SAID), ("lines.not_committed", NOT_COMMITTED))
    ]
    reader.rows("DROP TABLE of_line")
    return found


def _envelopes(reader: Reader) -> list[Finding]:
    envelopes = reader.rows(ENVELOPES)
    return [
        Finding(f"envelope.{wrong}", tuple(sorted(str(one["envelope"]) for one in envelopes if one[wrong])))
        for wrong in ("adds_up", "not_negative", "overridden")
    ]


def paid_twice(reader: Reader, batch: str | None = None) -> list[str]:
    """Give, by code, the people to whom two batches of a fiscal year give one kind of support for one purpose.

    Activities are one purpose where the words of one are among those of the other: ``Couture``, ``Atelier de couture``;
    what names none may be any. With a batch, only what it has to do with.
    """
    supports: dict[tuple[object, ...], list[tuple[str, set[str]]]] = defaultdict(list)
    who = reader.dialect.among("beneficiary", OF_BATCH) if batch else f"beneficiary IN ({OF_SEVERAL})"
    asked = SUPPORTS.format(who=who)
    for row in reader.stream(asked, **({"batch": batch} if batch else {})):
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


def unaccounted(reader: Reader, records: Iterable[Mapping[str, Any]]) -> list[int]:
    """Give the audit records that tell of other postings than the journal holds: another turnover, or another digest.

    Postings of a ledger's first schema do not name their record; they are added up together, under number 0.
    """
    start = reader.value("SELECT MIN(audit_id) FROM history") or 0
    found = postings.turnovers(reader)
    told: Counter[tuple[int, str]] = Counter()
    wrong = set()
    for record in records:
        for change in changes_of(record):
            if not change["what"].startswith("journal."):
                continue
            number, kind = record["id"] if record["id"] > start else 0, change["what"].removeprefix("journal.")
            told[number, kind] += abs(change["centimes"]) * LEGS.get(kind, 1)
            if "digest" in change and change["digest"] != postings.digest(reader, change["entry"], change["entries"]):
                wrong.add(number)
    return sorted(wrong | {key[0] for key in {*told, *found} if told[key] != found[key]})
