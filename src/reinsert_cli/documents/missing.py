"""The documents that a batch and its projects lack: required by the programme, or known to be missing or refused."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from reinsert_cli.store.reading import Reader

OF_BATCH: Final = frozenset({"minutes"})
"""Documents that a batch has once, not each of its projects."""

REQUIRED: Final = """
SELECT kind FROM requirement WHERE programme_code = :programme AND subject = 'document' ORDER BY kind
"""
PROJECTS: Final = """
SELECT project, MIN(beneficiary) AS beneficiary FROM v_line WHERE batch = :batch AND status <> 'cancelled'
GROUP BY project ORDER BY MIN(line)
"""
DOCUMENTS: Final = """
SELECT d.project_code AS project, d.kind, d.state, d.reference FROM document d
WHERE d.batch_code = :batch
   OR d.project_code IN (SELECT l.project FROM v_line l WHERE l.batch = :batch AND l.status <> 'cancelled')
ORDER BY d.id
"""


@dataclass(frozen=True, slots=True)
class Missing:
    """A document that is not there: its kind, and of which project of whom; of the batch where there is none."""

    kind: str
    project: str | None
    beneficiary: str | None
    reference: str | None
    is_refused: bool


def missing_of(reader: Reader, code: str, programme: str) -> tuple[Missing, ...]:
    """Give the documents that a batch lacks: its own first, then those of its projects in the order of the list.

    A document required of a project is there when the project has it, or the batch has it for all of them.
    """
    subjects: dict[str | None, str | None] = {None: None}
    subjects |= {row["project"]: row["beneficiary"] for row in reader.rows(PROJECTS, batch=code)}
    known = reader.rows(DOCUMENTS, batch=code)
    present = {(row["project"], row["kind"]) for row in known if row["state"] == "present"}
    lacking = {
        (row["project"], row["kind"]): (row["reference"], row["state"] == "refused")
        for row in known
        if row["state"] != "present" and (row["project"], row["kind"]) not in present
    }
    for kind in reader.column(REQUIRED, programme=programme):
        for project in subjects:
            is_asked = (kind in OF_BATCH) == (project is None)
            if is_asked and not present & {(project, kind), (None, kind)}:
                lacking.setdefault((project, kind), (None, False))
    order = list(subjects)
    return tuple(
        Missing(kind, project, subjects[project], *lacking[project, kind])
        for project, kind in sorted(lacking, key=lambda one: (order.index(one[0]), one[1]))
    )
