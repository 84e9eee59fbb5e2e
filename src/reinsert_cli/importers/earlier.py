"""The files that came in before and share a row with the one at hand: what they were, and what their rows became."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Final, Generic, TypeVar

from sqlalchemy import text

from reinsert_cli.store.work import Work

Subject = TypeVar("Subject", int, str)
"""What a row became: the number of a line or of a cost, the code of a person."""

ROWS: Final = """
    WITH shared AS (
        SELECT DISTINCT i.code FROM json_each(:marks) m CROSS JOIN import_row r CROSS JOIN import_run i
        WHERE r.fingerprint = m.value AND i.code = r.import_code
          AND i.kind = :kind AND COALESCE(i.batch_code, '') = :batch AND i.undone_at IS NULL
    )
    SELECT i.code, i.file_name, i.sha256, i.audit_id, r.fingerprint, r.subject
    FROM shared s CROSS JOIN import_run i CROSS JOIN import_row r
    WHERE i.code = s.code AND r.import_code = i.code AND r.subject IS NOT NULL ORDER BY r.id
"""


@dataclass(slots=True)
class Earlier(Generic[Subject]):
    """One earlier import: its code, file name, digest and audit record, and what its rows became by fingerprint."""

    code: str
    file_name: str
    sha256: str
    audit_id: int | None
    rows: dict[str, Subject]


def earlier(
    work: Work, kind: str, batch: str | None, marks: Iterable[str], read: Callable[[str], Subject]
) -> list[Earlier[Subject]]:
    """Give the imports of a kind (into a batch) that have a row of one of these fingerprints, the newest last.

    ``read`` makes of a subject, as it is kept, what the caller knows it by.
    """
    found: dict[str, Earlier[Subject]] = {}
    params = {"kind": kind, "batch": batch or "", "marks": json.dumps(list(marks))}
    for code, name, sha256, audit_id, mark, subject in work.session.execute(text(ROWS), params):
        one = found.setdefault(code, Earlier(code, name, sha256, audit_id, {}))
        one.rows[mark] = read(subject)
    return list(found.values())
