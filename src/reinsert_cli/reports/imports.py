"""The files brought in: when, by whom, what became of their rows, and whether they were undone."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from reinsert_cli.domain.faults import refuse
from reinsert_cli.domain.language import _
from reinsert_cli.domain.table import Column, Table
from reinsert_cli.store.reading import Reader

RUNS: Final = """
SELECT i.code AS import, i.file_name AS file, i.kind, i.sheet, i.batch_code AS batch, i.written_at, i.author,
       COUNT(r.id) AS rows,
       COUNT(CASE WHEN r.outcome = 'new' THEN 1 END) AS new,
       COUNT(CASE WHEN r.outcome = 'updated' THEN 1 END) AS updated,
       COUNT(CASE WHEN r.outcome = 'unchanged' THEN 1 END) AS unchanged,
       COUNT(CASE WHEN r.outcome = 'parked' THEN 1 END) AS parked,
       COUNT(CASE WHEN r.outcome = 'invalid' THEN 1 END) AS invalid,
       CASE WHEN i.undone_at IS NOT NULL THEN 'undone' END AS state, i.undone_at, i.undone_by
FROM import_run i LEFT JOIN import_row r ON r.import_code = i.code
WHERE CAST(:code AS TEXT) IS NULL OR i.code = :code
GROUP BY i.code ORDER BY i.code
"""
ROWS: Final = """
SELECT r.row, r.outcome, r.subject, COALESCE(l.beneficiary_code, b.code) AS beneficiary,
       COALESCE(c.project_code, p.code, l.project_code) AS project,
       COALESCE(l.amount, c.quantity * c.unit_price) AS amount, l.status,
       (SELECT MAX(v.id) FROM review v WHERE v.import_code = r.import_code AND v.row = r.row AND v.decision IS NULL)
           AS review
FROM import_row r JOIN import_run i ON i.code = r.import_code
LEFT JOIN batch_line l ON l.id = CASE WHEN i.kind = 'distributions' AND i.undone_at IS NULL
                                      THEN CAST(r.subject AS INTEGER) END
LEFT JOIN beneficiary b ON i.kind = 'beneficiaries' AND b.code = r.subject
LEFT JOIN project p ON i.kind = 'projects' AND p.code = r.subject
LEFT JOIN cost c ON c.id = CASE WHEN i.kind = 'projects' AND i.undone_at IS NULL AND p.code IS NULL
                                THEN CAST(r.subject AS INTEGER) END
WHERE r.import_code = :code ORDER BY r.row
"""


@dataclass(frozen=True, slots=True)
class Card:
    """One import: a row for itself, and a row for each of its rows."""

    run: Table
    rows: Table


def listing(reader: Reader, code: str | None = None) -> Table:
    """List the imports, the latest last; or one of them."""
    rows = reader.rows(RUNS, code=code)
    counts = ("new", "updated", "unchanged", "parked", "invalid")
    return Table(
        report="imports",
        title=_("Files brought in"),
        as_of=reader.as_of,
        filters={},
        columns=(
            Column("import", _("Import"), "code"),
            Column("file", _("File"), "text"),
            Column("kind", _("Kind"), "code", rank=3),
            Column("batch", _("Batch"), "code", rank=2),
            Column("written_at", _("When (UTC)"), "text", rank=4),
            Column("author", _("Author"), "text", rank=5),
            Column("rows", _("Rows"), "count"),
            Column("new", _("New"), "count", rank=1),
            Column("updated", _("Updated"), "count", rank=1),
            Column("unchanged", _("Unchanged"), "count", rank=1),
            Column("parked", _("Parked"), "count", rank=1),
            Column("invalid", _("Invalid"), "count", rank=1),
            Column("state", _("State"), "term"),
        ),
        rows=tuple({**row, **{name: row[name] or 0 for name in counts}} for row in rows),
    )


def card(reader: Reader, code: str) -> Card:
    """Give one import with its rows. Raises Refusal ``import.unknown``."""
    run = listing(reader, code.upper())
    if not run.rows:
        known = ", ".join(row["code"] for row in reader.rows("SELECT code FROM import_run ORDER BY code")[-3:])
        raise refuse("import.unknown", code=code, near=known or "—")
    return Card(run, _rows(reader, code.upper()))


def _rows(reader: Reader, code: str) -> Table:
    return Table(
        report="import",
        title=_("Rows of {code}").format(code=code),
        as_of=reader.as_of,
        filters={},
        columns=(
            Column("row", _("Row"), "count"),
            Column("outcome", _("Outcome"), "term"),
            Column("beneficiary", _("Beneficiary"), "code"),
            Column("project", _("Project"), "code", rank=3),
            Column("subject", _("Line"), "code"),
            Column("amount", _("Amount (DH)"), "money"),
            Column("status", _("State"), "term", rank=1),
            Column("review", _("To decide, no."), "count", rank=2),
        ),
        rows=tuple(reader.rows(ROWS, code=code)),
    )
