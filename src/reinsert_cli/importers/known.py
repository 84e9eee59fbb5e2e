"""What the ledger already knows of a batch, and of its programme's projects, in a few queries."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Final

from reinsert_cli.domain.text import fold
from reinsert_cli.importers.lines import Line, Lines
from reinsert_cli.store.tables import Batch
from reinsert_cli.store.work import Work

LINES: Final = """
    SELECT l.beneficiary_code, l.kind, l.label, l.amount, l.envelope_code,
           p.activity, p.sector_code, l.project_code, l.id
    FROM batch_line l JOIN project p ON p.code = l.project_code
    WHERE l.batch_code = :batch ORDER BY l.id
"""
PROJECTS: Final = """
    SELECT m.beneficiary_code, p.activity, p.code
    FROM project p JOIN project_member m ON m.project_code = p.code
    WHERE p.programme_code = :programme AND p.kind = 'individual'
"""
BY_HAND: Final = """
    SELECT h.key, json_extract(h.old, '$.beneficiary_code') AS person
    FROM history h JOIN audit a ON a.id = h.audit_id
    WHERE h.table_name = 'batch_line' AND h.old IS NOT NULL AND a.command = 'batch correct'
      AND json_extract(h.old, '$.batch_code') = :batch
"""
"""The lines of a batch that somebody corrected since they were imported, with the people they were of."""


@dataclass(frozen=True, slots=True)
class Known:
    """The batch's lines, the programme's projects by person and folded activity.

    ``by_hand`` gives, for each line that was corrected by hand, the people it was of before.
    """

    lines: Lines
    projects: dict[tuple[str, str], str]
    by_hand: dict[int, set[str]]


def known(work: Work, batch: Batch) -> Known:
    """Read what the rows of a distribution sheet are compared with, besides people."""
    return Known(
        lines=Lines(Line(*row.values()) for row in _rows(work, LINES, batch=batch.code)),
        projects={
            (row["beneficiary_code"], fold(row["activity"] or "")): row["code"]
            for row in _rows(work, PROJECTS, programme=batch.programme_code)
        },
        by_hand=_by_hand(work, batch),
    )


def _by_hand(work: Work, batch: Batch) -> dict[int, set[str]]:
    found: dict[int, set[str]] = defaultdict(set)
    for row in _rows(work, BY_HAND, batch=batch.code):
        found[json.loads(row["key"])[0]].add(row["person"])
    return found


def _rows(work: Work, query: str, **params: str) -> Iterator[dict[str, Any]]:
    work.session.flush()
    return work.reader().stream(query, **params)
