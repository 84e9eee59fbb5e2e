"""Projects: what each is, how far it has come, what it costs and who pays."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Final

from reinsert_cli.domain.language import _, money
from reinsert_cli.domain.table import Column, Row, Table
from reinsert_cli.reports.names import names, require
from reinsert_cli.store.asking import only
from reinsert_cli.store.reading import Reader

PROJECTS: Final = """
SELECT p.*, (SELECT MIN(m.beneficiary_code) FROM project_member m WHERE m.project_code = p.project) AS beneficiary,
       p.cost - COALESCE(p.own_contribution, 0) - COALESCE(p.planned_funding, 0) AS lacking
FROM v_project p
WHERE {only}
ORDER BY p.programme, p.activity NULLS FIRST, p.project
"""
ONLY: Final = {
    **{name: f"p.{name} = :{name}" for name in ("project", "programme", "state", "sector", "kind")},
    "centre": "EXISTS (SELECT 1 FROM project_member m JOIN beneficiary b ON b.code = m.beneficiary_code"
    " WHERE m.project_code = p.project AND b.centre_code = :centre)",
}

STANDING: Final = """
SELECT cost, COALESCE(own_contribution, 0) AS own, COALESCE(planned_funding, 0) AS funding, planned + delivered AS given
FROM v_project WHERE project = :code AND cost IS NOT NULL
"""

MONEY: Final = ("cost", "own_contribution", "planned_funding", "lacking", "planned", "delivered")


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which projects a list keeps; ``None`` keeps all. A centre keeps those with one of its people in them."""

    programme: str | None = None
    state: str | None = None
    sector: str | None = None
    centre: str | None = None
    kind: str | None = None

    def named(self) -> dict[str, str | None]:
        """Give the filters by name."""
        names_ = ("programme", "state", "sector", "centre", "kind")
        return {name: getattr(self, name) for name in names_}


def listing(reader: Reader, wanted: Wanted) -> Table:
    """List projects. Raises Refusal: ``programme.unknown``, ``centre.unknown``."""
    if wanted.programme:
        require(reader, "programme", wanted.programme)
    if wanted.centre:
        require(reader, "centre", wanted.centre)
    asked = wanted.named()
    return table(reader, _("Projects"), {name: value for name, value in asked.items() if value}, **asked)


def table(reader: Reader, title: str, filters: dict[str, str], **asked: str | None) -> Table:
    """Give the projects asked for, one row each."""
    label, columns = names(reader, "sector"), _columns()
    found = reader.rows(PROJECTS.format(only=only(ONLY, asked)), **asked)
    rows = [{**row, "sector_name": label.get(row["sector"])} for row in found]
    kept: tuple[Row, ...] = tuple({column.key: row[column.key] for column in columns} for row in rows)
    return Table(
        report="projects",
        title=title,
        as_of=reader.as_of,
        filters=filters,
        columns=columns,
        rows=kept,
        totals={key: _sum(rows, key) for key in MONEY},
    )


def _sum(rows: list[dict[str, Any]], key: str) -> int | None:
    known = [row[key] for row in rows if row[key] is not None]
    return sum(known) if known else None


def _columns() -> tuple[Column, ...]:
    return (
        Column("project", _("Project"), "code"),
        Column("state", _("State"), "term", family="project"),
        Column("kind", _("Form"), "term", rank=5, family="project"),
        Column("activity", _("Activity"), "text"),
        Column("name", _("Name"), "text", rank=7),
        Column("beneficiary", _("First beneficiary"), "code", rank=6),
        Column("members", _("People"), "count", rank=3),
        Column("sector", _("Sector code"), "code", rank=12),
        Column("sector_name", _("Sector"), "text", rank=4),
        Column("programme", _("Programme"), "code", rank=8),
        Column("funded_on", _("Funded on"), "date", rank=4),
        Column("cost", _("Cost (DH)"), "money", rank=1),
        Column("own_contribution", _("Own contribution (DH)"), "money", rank=9),
        Column("planned_funding", _("Funding (DH)"), "money", rank=9),
        Column("lacking", _("Lacking (DH)"), "money", rank=2),
        Column("planned", _("To be handed over (DH)"), "money", rank=10),
        Column("delivered", _("Delivered (DH)"), "money", rank=1),
    )


@dataclass(frozen=True, slots=True)
class Standing:
    """What a project costs and how that is covered, in centimes; what lines give it, or are to."""

    cost: int
    own: int
    funding: int
    given: int

    @property
    def asked(self) -> int:
        """Give what it costs without what its people bring."""
        return self.cost - self.own

    def told(self) -> str:
        """Give the sentence that adds it up: cost = what its people bring + funding + what lacks, or is too much."""
        lacking = self.asked - self.funding
        told = _("Cost {cost} DH = own contribution {own} DH + funding {funding} DH + lacking {lacking} DH.")
        if lacking < 0:
            told = _("Cost {cost} DH = own contribution {own} DH + funding {funding} DH − too much {lacking} DH.")
        return told.format(
            cost=money(self.cost), own=money(self.own), funding=money(self.funding), lacking=money(abs(lacking))
        )


def standing(reader: Reader, code: str) -> Standing | None:
    """Give how a project's money stands; nothing where no cost of it is recorded."""
    row = reader.row(STANDING, code=code)
    return Standing(**row) if row else None
