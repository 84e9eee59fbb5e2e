"""What the ledger already knows of a batch, and of the projects of people, in a few queries."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any, Final

from reinsert_cli.domain.text import fold
from reinsert_cli.importers.lines import Line, Lines
from reinsert_cli.store import bulk
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
    FROM staged s CROSS JOIN project_member m CROSS JOIN project p
    WHERE m.beneficiary_code = s.person AND p.code = m.project_code
      AND p.programme_code = :programme AND p.kind = 'individual'
    ORDER BY {order}
"""
BY_HAND: Final = """
    SELECT h.key, json_extract(h.old, '$.beneficiary_code') AS person
    FROM staged s CROSS JOIN history h CROSS JOIN audit a
    WHERE h.table_name = 'batch_line' AND h.key = json_array(CAST(s.line AS INTEGER)) AND h.old IS NOT NULL
      AND a.id = h.audit_id AND a.command = 'batch correct' AND json_extract(h.old, '$.batch_code') = :batch
"""
"""Of some lines, those that somebody corrected since they were imported, with the people they were of."""


@dataclass(frozen=True, slots=True)
class Known:
    """The batch's lines; for each that was corrected by hand, the people it was of before."""

    lines: Lines
    by_hand: dict[int, set[str]]


def known(work: Work, batch: Batch, became: Iterable[int]) -> Known:
    """Read what the rows of a distribution sheet are compared with, besides people.

    ``became`` are the lines that rows of earlier sheets became, though they be gone.
    """
    lines = Lines(Line(*row.values()) for row in _rows(work, LINES, batch=batch.code))
    return Known(
        lines=lines,
        by_hand=_by_hand(work, batch, {*became, *lines.by_id}),
    )


def projects_of(work: Work, programme: str, people: Iterable[str]) -> dict[tuple[str, str], str]:
    """Give the projects that people have of their own in a programme, by person and folded activity."""
    reader = work.reader()
    query = PROJECTS.format(order=f"p.{reader.dialect.came_in(reader, 'project')}")
    with bulk.staged(work, ("person",), [(one,) for one in sorted(people)]):
        found = _rows(work, query, programme=programme)
        return {(row["beneficiary_code"], fold(row["activity"] or "")): row["code"] for row in found}


def _by_hand(work: Work, batch: Batch, lines: Iterable[int | None]) -> dict[int, set[str]]:
    found: dict[int, set[str]] = defaultdict(set)
    with bulk.staged(work, ("line",), [(line,) for line in lines]):
        for row in _rows(work, BY_HAND, batch=batch.code):
            found[json.loads(row["key"])[0]].add(row["person"])
    return found


def _rows(work: Work, query: str, **params: str) -> Iterator[dict[str, Any]]:
    work.session.flush()
    return work.reader().stream(query, **params)
