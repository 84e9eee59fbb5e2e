"""Back in prison or not: people only counted, by definition, and never added across definitions."""

from __future__ import annotations

from typing import Final

from reinsert_cli.domain.language import _
from reinsert_cli.domain.table import Column, Heads, Open, Table
from reinsert_cli.domain.vocabulary import RETURNS
from reinsert_cli.reports.figures import ratio
from reinsert_cli.reports.filters import Filters
from reinsert_cli.reports.survival import where_funded
from reinsert_cli.store.reading import Reader

COUNTED: Final = """
WITH person AS (
    SELECT DISTINCT m.beneficiary_code FROM v_funded f JOIN project_member m ON m.project_code = f.project WHERE {where}
), asked AS (
    SELECT b.definition, b.beneficiary_code, MAX(CASE WHEN b.is_back THEN 1 ELSE 0 END) AS is_back
    FROM back_in_prison b JOIN person p ON p.beneficiary_code = b.beneficiary_code
    GROUP BY b.definition, b.beneficiary_code
)
SELECT definition, COUNT(*) AS asked, SUM(is_back) AS back, (SELECT COUNT(*) FROM person) AS people
FROM asked GROUP BY definition
"""

HEADS: Final = Heads(
    of="people",
    some={"back": "asked"},
    intimate=frozenset({"back"}),
    splits={"people": ("asked", "unknown")},
    follows={"back": ("asked",), "share": ("asked", "back")},
)


def report(reader: Reader, filters: Filters) -> Table:
    """Count, for each definition, of how many people it is known, and how many were ever back."""
    found = {
        row["definition"]: row for row in reader.rows(COUNTED.format(where=where_funded(filters)), **filters.params())
    }
    rows = [found[definition] for definition in RETURNS if definition in found]
    told = _("Each definition counts for itself: figures of two are never added. What is not known is not “no”.")
    return Table(
        report="prison",
        title=_("Back in prison"),
        as_of=reader.as_of,
        filters=filters.named(),
        columns=(
            Column("definition", _("Definition"), "term", family="return"),
            Column("people", _("People funded"), "count"),
            Column("asked", _("Known of"), "count"),
            Column("back", _("Back"), "count"),
            Column("unknown", _("Unknown"), "count"),
            Column("share", _("Back of those known"), "percent"),
        ),
        rows=tuple(
            {**row, "unknown": row["people"] - row["asked"], "share": ratio(row["back"] * 1000, row["asked"])}
            for row in rows
        ),
        notes=(Open(told),) if rows else (),
        heads=HEADS,
    )
