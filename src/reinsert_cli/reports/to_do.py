"""What a centre has to do by a day: visits that fall due, and steps that its people lack before they can be funded."""

from __future__ import annotations

import calendar
from collections.abc import Iterable
from datetime import date
from typing import Any, Final

from reinsert_cli.domain.language import is_right_to_left
from reinsert_cli.domain.milestones import add_months
from reinsert_cli.domain.vocabulary import STEPS
from reinsert_cli.reports.filters import Filters
from reinsert_cli.reports.names import require
from reinsert_cli.reports.visits import latest_due
from reinsert_cli.store.reading import Reader

LACKING: Final = """
SELECT DISTINCT b.code AS beneficiary, m.project_code AS project, r.kind
FROM beneficiary b
JOIN project_member m ON m.beneficiary_code = b.code
JOIN project p        ON p.code = m.project_code
JOIN requirement r    ON r.programme_code = p.programme_code AND r.subject = 'step'
WHERE b.centre_code = :centre AND b.code IN (SELECT beneficiary FROM v_identified)
  AND NOT EXISTS (SELECT 1 FROM batch_line l WHERE l.project_code = p.code AND l.status = 'delivered')
  AND NOT EXISTS (SELECT 1 FROM pathway_step s
                  WHERE s.beneficiary_code = b.code AND s.kind = r.kind AND s.outcome = 'favourable')
"""
FILE_NUMBERS: Final = """
SELECT i.beneficiary_code, i.file_number FROM identity i JOIN beneficiary b ON b.code = i.beneficiary_code
WHERE b.centre_code = :centre AND i.file_number IS NOT NULL
"""
NAMES: Final = """
SELECT i.beneficiary_code, i.name_latin, i.name_arabic FROM identity i
JOIN beneficiary b ON b.code = i.beneficiary_code WHERE b.centre_code = :centre
"""
"""Names people; whoever asks for them leaves an audit record."""


def end_of_next_month(today: date) -> date:
    """Give the last day of the month after that of ``today``."""
    later = add_months(today.replace(day=1), 1)
    return later.replace(day=calendar.monthrange(later.year, later.month)[1])


def to_do(reader: Reader, centre: str, by: str) -> list[dict[str, Any]]:
    """Give what a centre has to do by a day (ISO), person by person: code, file number, project, task, due on.

    A step that is lacking has no day. Raises Refusal ``centre.unknown``.
    """
    require(reader, "centre", centre)
    visits = [{**row, "task": f"visit.{row['milestone']}"} for row in latest_due(reader, Filters(centre=centre), by)]
    steps = _steps(reader.rows(LACKING, centre=centre))
    numbers = {row["beneficiary_code"]: row["file_number"] for row in reader.rows(FILE_NUMBERS, centre=centre)}
    found = [
        {
            "beneficiary": row["beneficiary"],
            "file_number": numbers.get(row["beneficiary"]),
            "project": row["project"],
            "task": row["task"],
            "due_on": row.get("due_on"),
        }
        for row in (*visits, *steps)
    ]
    return sorted(found, key=lambda row: (row["file_number"] or "~", row["beneficiary"], row["due_on"] or ""))


def _steps(lacking: Iterable[dict[str, Any]]) -> list[dict[str, Any]]:
    """Give each step that a person lacks once, in their usual order, with the first project that asks for it."""
    first: dict[tuple[str, str], dict[str, Any]] = {}
    for row in sorted(lacking, key=lambda row: (STEPS.index(row["kind"]), row["project"])):
        first.setdefault((row["beneficiary"], row["kind"]), {**row, "task": f"step.{row['kind']}"})
    return list(first.values())


def names_of(reader: Reader, centre: str) -> dict[str, str | None]:
    """Give the names of a centre's people by code, in the reader's alphabet where they are known in it.

    To be shown for a stated reason only (design §6).
    """
    first, second = ("name_arabic", "name_latin") if is_right_to_left() else ("name_latin", "name_arabic")
    return {row["beneficiary_code"]: row[first] or row[second] for row in reader.rows(NAMES, centre=centre)}
