"""Who of a batch lacks a step that its programme asks for before it funds. Only SQL: reports ask it too."""

from __future__ import annotations

from typing import Final

from reinsert_cli.domain.pathways import in_order
from reinsert_cli.store.reading import Reader

LACKING: Final = """
SELECT p.beneficiary, r.kind AS step
FROM (SELECT l.beneficiary, l.programme FROM v_line l WHERE {lines}
      UNION
      SELECT m.beneficiary_code, l.programme
      FROM v_line l JOIN project g ON g.code = l.project AND g.kind <> 'individual'
      JOIN project_member m ON m.project_code = g.code
      WHERE {lines}) p
JOIN requirement r ON r.programme_code = p.programme AND r.subject = 'step'
WHERE NOT EXISTS (SELECT 1 FROM v_step s
                  WHERE s.beneficiary = p.beneficiary AND s.step = r.kind AND s.behind = 1 AND s.first_on <= :day)
ORDER BY p.beneficiary
"""
"""Of a household or a cooperative, each of its people. A step dated to the month or year counts as soon as it can have
been taken by the day."""

WAIVED: Final = """
SELECT w.beneficiary_code AS person, w.kind AS step
FROM waiver w JOIN batch_line l ON l.batch_code = w.batch_code WHERE l.id = :line
"""


def lacking(reader: Reader, batch: str, day: str) -> dict[str, list[str]]:
    """Give, by person, the steps that the batch's programme asks for and that they had not behind them on ``day``."""
    return _lacking(reader, "l.batch = :batch AND l.status = 'expected'", batch=batch, day=day)


def lacking_for(reader: Reader, line: int, day: str) -> dict[str, list[str]]:
    """Give the same of the people of one line, whatever its state, but for what the batch was locked without."""
    waived = {(row["person"], row["step"]) for row in reader.rows(WAIVED, line=line)}
    found = _lacking(reader, "l.line = :line", line=line, day=day)
    left = {person: [step for step in steps if (person, step) not in waived] for person, steps in found.items()}
    return {person: steps for person, steps in left.items() if steps}


def _lacking(reader: Reader, lines: str, **named: object) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for row in reader.rows(LACKING.format(lines=lines), **named):
        found.setdefault(row["beneficiary"], []).append(row["step"])
    return {person: in_order(steps) for person, steps in found.items()}
