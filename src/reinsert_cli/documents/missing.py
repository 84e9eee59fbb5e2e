"""The documents that a batch and the projects it gives something lack, as ``report documents`` lists them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from reinsert_cli.ledger.lacking import papers
from reinsert_cli.store.reading import Reader

PROJECTS: Final = """
SELECT project, MIN(beneficiary) AS beneficiary FROM v_line WHERE batch = :batch AND counts = 1
GROUP BY project ORDER BY MIN(line)
"""


@dataclass(frozen=True, slots=True)
class Missing:
    """A document that is not there: its kind, and of which project of whom; of the batch where there is none."""

    kind: str
    project: str | None
    beneficiary: str | None
    reference: str | None
    is_refused: bool


def missing_of(reader: Reader, code: str) -> tuple[Missing, ...]:
    """Give the documents that a batch lacks: its own first, then those of its projects in the order of the list."""
    projects = {row["project"]: row["beneficiary"] for row in reader.rows(PROJECTS, batch=code)}
    places = {project: place for place, project in enumerate(projects)}
    lacking = [row for row in papers(reader, code) if row["state"] != "present"]
    return tuple(
        Missing(
            kind=row["kind"],
            project=row["subject"] if row["subject_kind"] == "project" else None,
            beneficiary=projects.get(row["subject"]),
            reference=row["reference"],
            is_refused=row["state"] == "refused",
        )
        for row in sorted(lacking, key=lambda row: (places.get(row["subject"], -1), row["kind"]))
    )
