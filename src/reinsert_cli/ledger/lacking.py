"""Which papers lack, and of what: those that programmes ask for, and those registered as missing or refused. Only SQL.

Reports list them, the pack of a batch has a place card for each.
"""

from __future__ import annotations

from typing import Any, Final

from reinsert_cli.store.reading import Reader

ASKED: Final = """
SELECT r.subject_kind, r.subject, r.programme, r.kind, r.state, r.document, d.reference, d.dated_on, d.supplier
FROM v_required_document r LEFT JOIN document d ON d.id = r.document
WHERE {subjects}
"""
REGISTERED: Final = """
SELECT CASE WHEN d.project IS NULL THEN 'batch' ELSE 'project' END AS subject_kind,
       COALESCE(d.project, d.batch) AS subject, d.programme, d.kind, d.state, d.document, d.reference, d.dated_on,
       d.supplier
FROM v_document d
WHERE {subjects} AND d.state <> 'present'
  AND NOT EXISTS (SELECT 1 FROM batch b WHERE b.code = d.batch AND b.status = 'cancelled')
  AND NOT EXISTS (
      SELECT 1 FROM document o
      WHERE o.kind = d.kind
        AND (d.state = 'refused' OR d.reference IS NULL OR o.reference = d.reference)
        AND ((o.id > d.document AND (o.project_code = d.project OR o.batch_code = d.batch))
             OR (o.state = 'present'
                 AND (o.project_code = d.project OR o.batch_code = d.batch
                      OR o.batch_code IN (SELECT l.batch FROM v_line l WHERE l.project = d.project AND l.counts = 1)))))
  AND NOT (d.kind = 'receipt' AND d.project IS NOT NULL AND 1 = COALESCE(
      (SELECT MIN(CASE WHEN l.receipt = 'present' THEN 1 ELSE 0 END) FROM v_line l
       WHERE l.project = d.project AND l.status = 'delivered'), 0))
ORDER BY d.document
"""
"""What takes a paper's place: a later one of the same kind and subject, one that is there, of a batch that gives it
something too, or the receipts marked. The place of one missing under a reference is taken under that reference only."""

OF_BATCH: Final = "(SELECT :batch UNION SELECT l.project FROM v_line l WHERE l.batch = :batch AND l.counts = 1)"
"""A batch and the projects that it gives something."""

Row = dict[str, Any]


def papers(reader: Reader, batch: str | None = None) -> list[Row]:
    """Give every paper asked for, there or not, and every other one registered that lacks; of one batch, or of all.

    A row has ``subject_kind`` (project or batch), ``subject``, ``programme``, ``kind``, ``state``, whether it is
    ``required``, and, where one is registered, its number (``document``), ``reference``, ``dated_on``, ``supplier``.
    """
    asked = [{**row, "required": 1} for row in _rows(reader, ASKED, "r.subject", batch)]
    kinds = {_of(row) for row in asked}
    named = {row["document"] for row in asked}
    registered = _rows(reader, REGISTERED, "COALESCE(d.project, d.batch)", batch)
    others = [row for row in registered if row["document"] not in named]
    return asked + [{**row, "required": int(_of(row) in kinds)} for row in others]


def _rows(reader: Reader, query: str, subject: str, batch: str | None) -> list[Row]:
    """Ask a query of one batch, or of all: the databases look up the few subjects in the view only where it says so."""
    if batch is None:
        return reader.rows(query.format(subjects="1 = 1"))
    return reader.rows(query.format(subjects=f"{subject} IN {OF_BATCH}"), batch=batch)


def _of(row: Row) -> tuple[str, str, str]:
    return row["subject_kind"], row["subject"], row["kind"]
