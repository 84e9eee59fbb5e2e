"""The ceilings that a programme sets."""

from __future__ import annotations

from typing import Final

from reinsert_cli.domain.language import _
from reinsert_cli.domain.table import Column, Table
from reinsert_cli.reports.names import require
from reinsert_cli.store.reading import Reader

CEILINGS: Final = """
SELECT NULL AS funder, ceiling AS per_project, NULL AS share FROM programme
WHERE code = :programme AND ceiling IS NOT NULL
UNION ALL
SELECT funder_code, NULL, permille FROM funder_ceiling WHERE programme_code = :programme
ORDER BY 1
"""


def listing(reader: Reader, programme: str) -> Table:
    """List a programme's ceilings: of a project's amount, and of each funder's share. Raises ``programme.unknown``."""
    require(reader, "programme", programme)
    columns = (
        Column("funder", _("Funder"), "code"),
        Column("per_project", _("Most given to a project (DH)"), "money"),
        Column("share", _("Most of a project’s cost"), "percent"),
    )
    return Table(
        report="ceilings",
        title=_("Ceilings of programme {code}").format(code=programme),
        as_of=reader.as_of,
        filters={},
        columns=columns,
        rows=tuple(reader.rows(CEILINGS, programme=programme)),
    )
