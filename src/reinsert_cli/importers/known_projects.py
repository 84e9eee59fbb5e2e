"""The projects that the ledger knows, with their members and costs, by whatever finds them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any, Final

from sqlalchemy import text

from reinsert_cli.domain.text import fold
from reinsert_cli.importers.costs import Cost
from reinsert_cli.store.work import Work

PROJECTS: Final = """
    SELECT code, programme_code, kind, activity, sector_code, name, own_contribution FROM project ORDER BY code
"""
MEMBERS: Final = "SELECT project_code, beneficiary_code FROM project_member"
COSTS: Final = """
    SELECT kind, label, quantity, unit_price, supplier, invoice, serial, project_code, id FROM cost ORDER BY id
"""

Key = tuple[str, ...]
"""What a project is found by: programme, and person and folded activity; or programme and folded name of a group."""


@dataclass(slots=True, eq=False)
class Project:
    """A project as it stands, or as rows want it; ``code`` is None until it is written."""

    programme: str
    kind: str = "individual"
    activity: str | None = None
    sector: str | None = None
    name: str | None = None
    own_contribution: int | None = None
    code: str | None = None
    members: list[str] = field(default_factory=list)
    costs: list[Cost] = field(default_factory=list)

    @property
    def is_of_a_group(self) -> bool:
        """Tell whether it may be several people's."""
        return self.kind != "individual"

    def found_by(self) -> Iterable[Key]:
        """Give all that it is found by."""
        if self.is_of_a_group and self.name:
            return ((self.programme, fold(self.name)),)
        return ((self.programme, person, fold(self.activity or "")) for person in self.members)


class KnownProjects:
    """Every project, by code, key, person and cost."""

    def __init__(self, projects: Iterable[Project]) -> None:
        self.by_code: dict[str, Project] = {}
        self.by_key: dict[Key, Project] = {}
        self.by_cost: dict[int, tuple[Project, Cost]] = {}
        self.of_person: dict[tuple[str, str], list[Project]] = defaultdict(list)
        for project in projects:
            self._add(project)

    def _add(self, project: Project) -> None:
        self.by_code[project.code or ""] = project
        for key in project.found_by():
            self.by_key.setdefault(key, project)
        for cost in project.costs:
            self.by_cost[cost.id or 0] = project, cost
        for person in project.members:
            self.of_person[project.programme, person].append(project)

    def of_subject(self, subject: str | None) -> tuple[Project | None, Cost | None]:
        """Give what an earlier row became, as it is kept: a cost's number, a project's code."""
        if subject and subject.isdecimal():
            return self.by_cost.get(int(subject), (None, None))
        return self.by_code.get(subject or ""), None


def known_projects(work: Work) -> KnownProjects:
    """Read what the rows of a list of projects are compared with, besides people."""
    rows = work.session.execute(text(PROJECTS)).mappings()
    projects = {row["code"]: _project(row) for row in rows}
    for code, person in work.session.execute(text(MEMBERS)):
        projects[code].members.append(person)
    for cost in (Cost(*row) for row in work.session.execute(text(COSTS))):
        projects[cost.project or ""].costs.append(cost)
    return KnownProjects(projects.values())


def _project(row: Any) -> Project:
    names = ("kind", "activity", "name", "own_contribution", "code")
    return Project(row["programme_code"], sector=row["sector_code"], **{name: row[name] for name in names})
