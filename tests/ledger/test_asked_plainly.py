"""What checks ask in a quicker way they find as if it were asked plainly."""

from __future__ import annotations

import random
from pathlib import Path
from typing import Any

import pytest
from tests.support import unguarded

from reinsert_cli.ledger import checks
from reinsert_cli.store.reading import reading

COMMITTED = """
SELECT l.batch_code AS found
FROM batch_line l JOIN batch b ON b.code = l.batch_code
LEFT JOIN (SELECT line_id, SUM(CASE WHEN account = 'committed' THEN amount ELSE 0 END) AS committed,
                  SUM(CASE WHEN account = 'delivered' THEN amount ELSE 0 END) AS delivered
           FROM journal GROUP BY line_id) j ON j.line_id = l.id
WHERE COALESCE(j.committed, 0)
      <> CASE WHEN l.status = 'expected' AND b.status = 'locked' THEN l.amount ELSE 0 END
   OR COALESCE(j.delivered, 0) <> CASE WHEN l.status = 'delivered' THEN l.amount ELSE 0 END
GROUP BY l.batch_code
"""
NOT_COMMITTED = """
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
       <> -SUM(CASE WHEN account = 'delivered' THEN amount ELSE 0 END)
"""
ENVELOPES = """
SELECT envelope, allocated <> available + committed + delivered AS adds_up,
       committed < 0 OR delivered < 0 OR (available < 0 AND -available > COALESCE(overridden, 0)) AS not_negative,
       overridden IS NOT NULL AS overridden
FROM v_envelope
"""
POSTING = """
INSERT INTO journal (entry, kind, account, amount, envelope_code, funder_code, programme_code, fiscal_year, batch_code,
                     line_id, written_at, author, mends)
VALUES (?, ?, ?, ?, ?, 'fund', 'micro', 2024, ?, ?, '2024', 'a', NULL)
"""
ACCOUNTS = ("available", "committed", "committed", "delivered", "funder")


def written(database: Any, draw: random.Random) -> None:
    """Write movements in good order and others, each of a line of a batch of its own, so that all are told apart."""
    for line in range(100, 160):
        entry = draw.randrange(10**6)
        for _number in range(draw.choice((1, 2, 2, 2, 3, 4))):
            kind = draw.choice(("commit", "deliver", "deliver", "release", "correct"))
            batch = draw.choice((f"b{line}", f"b{line}", f"b{line}", None))
            for account, sign in ((draw.choice(ACCOUNTS), -1), (draw.choice(ACCOUNTS), 1)):
                amount, envelope = sign * draw.choice((5, 5, 5, 7)), draw.choice(("env", "env", "env", "gone"))
                database.execute(POSTING, (entry, kind, account, amount, envelope, batch, line))
            entry += draw.choice((-1, 0, 1, 1, 1))


@pytest.mark.parametrize("seed", range(12))
def test_what_is_found_is_the_same(filled: Path, seed: int) -> None:
    with unguarded(filled) as database:
        written(database, random.Random(seed))
    with reading(filled) as reader:
        committed, not_committed = checks._lines(reader)
        assert sorted(committed.found) == sorted(row["found"] for row in reader.rows(COMMITTED))
        assert sorted(not_committed.found) == sorted(str(row["found"]) for row in reader.rows(NOT_COMMITTED))
        assert len(not_committed.found) > 10
        by_code = " ORDER BY envelope"
        assert reader.rows(checks.ENVELOPES + by_code) == reader.rows(ENVELOPES + by_code)
