"""The projects that the ledger knows, with their members and costs, by whatever finds them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any, Final

from reinsert_cli.domain.text import fold
from reinsert_cli.importers.costs import Cost
from reinsert_cli.store import bulk
from reinsert_cli.store.work import Work

PROJECTS: Final = """
    SELECT p.code, p.programme_code, p.kind, p.activity, p.sector_code, p.name, p.own_contribution
    FROM staged s CROSS JOIN project p WHERE p.code = s.value
"""
MEMBERS: Final = """
    SELECT m.project_code, m.beneficiary_code FROM staged s CROSS JOIN project_member m
    WHERE m.project_code = s.value ORDER BY m.{came_in}
"""
COSTS: Final = """
    SELECT c.kind, c.label, c.quantity, c.unit_price, c.supplier, c.invoice, c.serial, c.project_code, c.id
    FROM staged s CROSS JOIN cost c WHERE c.project_code = s.value ORDER BY c.id
"""
OF_COSTS: Final = "SELECT c.project_code FROM staged s CROSS JOIN cost c WHERE c.id = CAST(s.value AS INTEGER)"
OF_PEOPLE: Final = "SELECT m.project_code FROM staged s CROSS JOIN project_member m WHERE m.beneficiary_code = s.value"
OF_GROUPS: Final = "SELECT code FROM project WHERE kind <> 'individual'"

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
    """The projects that were asked for, by code, key, person and cost; by the first code where several share a key."""

    def __init__(self, work: Work) -> None:
        self._work = work
        self.by_code: dict[str, Project] = {}
        self.by_key: dict[Key, Project] = {}
        self.by_cost: dict[int, tuple[Project, Cost]] = {}
        self.of_person: dict[tuple[str, str], list[Project]] = {}

    def read(self, subjects: Iterable[str]) -> None:
        """Read the projects of these codes, and those of the costs of these numbers."""
        named = set(subjects)
        costs = {one for one in named if one.isdecimal()}
        self._read({*(named - costs), *self._asked(OF_COSTS, costs)})

    def read_of(self, people: Iterable[str], *, groups: bool) -> None:
        """Read the projects of people, and every group's, for a row may name any."""
        of_groups = self._work.reader().column(OF_GROUPS) if groups else ()
        self._read({*self._asked(OF_PEOPLE, people), *of_groups})

    def _read(self, codes: set[str]) -> None:
        some = codes - self.by_code.keys()
        projects = {row[0]: _project(*row) for row in self._rows(PROJECTS, some)}
        for code, person in self._rows(MEMBERS, projects):
            projects[code].members.append(person)
        for cost in (Cost(*row) for row in self._rows(COSTS, projects)):
            projects[cost.project or ""].costs.append(cost)
        self.by_code |= projects
        self._find_anew()

    def _find_anew(self) -> None:
        self.by_key, self.of_person = {}, defaultdict(list)
        for _code, project in sorted(self.by_code.items()):
            for key in project.found_by():
                self.by_key.setdefault(key, project)
            for cost in project.costs:
                self.by_cost[cost.id or 0] = project, cost
            for person in project.members:
                self.of_person[project.programme, person].append(project)

    def _asked(self, query: str, values: Iterable[str]) -> set[str]:
        return {row[0] for row in self._rows(query, values)}

    def _rows(self, query: str, values: Iterable[str]) -> list[tuple[Any, ...]]:
        reader = self._work.reader()
        came_in = reader.dialect.came_in(reader, "project_member").replace(", ", ", m.")
        return bulk.of_each(self._work, query.format(came_in=came_in), values)

    def of_subject(self, subject: str | None) -> tuple[Project | None, Cost | None]:
        """Give what an earlier row became, as it is kept: a cost's number, a project's code."""
        if subject and subject.isdecimal():
            return self.by_cost.get(int(subject), (None, None))
        return self.by_code.get(subject or ""), None


def known_projects(work: Work, subjects: Iterable[str]) -> KnownProjects:
    """Give what the rows of a list of projects are compared with, besides people: so far, what they name themselves."""
    known = KnownProjects(work)
    known.read(subjects)
    return known


def _project(
    code: str, programme: str, kind: str, activity: str | None, sector: str | None, name: str | None, own: int | None
) -> Project:
    return Project(programme, kind, activity, sector, name, own, code)
