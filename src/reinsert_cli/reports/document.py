"""The register of papers: those of projects and batches, their state, and nothing of the papers themselves."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from reinsert_cli.domain.language import _
from reinsert_cli.domain.table import Column, Table
from reinsert_cli.reports.names import require
from reinsert_cli.store.reading import Reader

PAPERS: Final = """
SELECT d.* FROM v_document d
WHERE (CAST(:project AS TEXT) IS NULL OR d.project = :project)
  AND (CAST(:batch AS TEXT) IS NULL OR d.batch = :batch)
  AND (CAST(:programme AS TEXT) IS NULL OR d.programme = :programme)
  AND (CAST(:kind AS TEXT) IS NULL OR d.kind = :kind)
  AND (CAST(:state AS TEXT) IS NULL OR d.state = :state)
ORDER BY d.document
"""


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which papers a list keeps; ``None`` keeps all."""

    project: str | None = None
    batch: str | None = None
    programme: str | None = None
    kind: str | None = None
    state: str | None = None

    def named(self) -> dict[str, str | None]:
        """Give the filters by name."""
        return {name: getattr(self, name) for name in ("project", "batch", "programme", "kind", "state")}


def listing(reader: Reader, wanted: Wanted) -> Table:
    """List papers. Raises Refusal: ``project.unknown``, ``batch.unknown``, ``programme.unknown``."""
    if wanted.project:
        require(reader, "project", wanted.project)
    if wanted.batch:
        require(reader, "batch", wanted.batch)
    if wanted.programme:
        require(reader, "programme", wanted.programme)
    asked, columns = wanted.named(), _columns()
    rows = reader.rows(PAPERS, **asked)
    return Table(
        report="documents",
        title=_("Papers"),
        as_of=reader.as_of,
        filters={name: value for name, value in asked.items() if value},
        columns=columns,
        rows=tuple({column.key: row[column.key] for column in columns} for row in rows),
    )


def _columns() -> tuple[Column, ...]:
    return (
        Column("document", _("No."), "count"),
        Column("project", _("Project"), "code", rank=1),
        Column("batch", _("Batch"), "code", rank=2),
        Column("programme", _("Programme"), "code", rank=6),
        Column("kind", _("Paper"), "term", family="document"),
        Column("state", _("State"), "term"),
        Column("reference", _("Reference"), "text"),
        Column("dated_on", _("Date"), "date", rank=3),
        Column("supplier", _("Supplier"), "text", rank=4),
        Column("ice", _("ICE"), "code", rank=5),
        Column("sha256", _("SHA-256 of the file"), "code", rank=8),
    )
