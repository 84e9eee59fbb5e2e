"""Writes what a list of projects brings, in bulk: people, projects, their members and costs, and what changed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Final

from sqlmodel import col, func, select

from reinsert_cli.domain.text import fold
from reinsert_cli.importers import costs
from reinsert_cli.importers.known_projects import Project as Wanted
from reinsert_cli.importers.outcome import RowResult
from reinsert_cli.importers.plan import PeopleChanges
from reinsert_cli.importers.write_people import write_people
from reinsert_cli.ledger.codes import unused
from reinsert_cli.store import bulk
from reinsert_cli.store.project_tables import Cost
from reinsert_cli.store.tables import History, Project, ProjectMember
from reinsert_cli.store.work import Work

PROJECT: Final = ("kind", "activity", "sector", "name", "own_contribution")
PROJECT_COLUMNS: Final = ("kind", "activity", "sector_code", "name", "own_contribution")
COST: Final = ("kind", "label", "quantity", "unit_price", "supplier", "invoice", "serial")


@dataclass(slots=True)
class ProjectChanges(PeopleChanges):
    """What a list of projects will write, the new ones by identity.

    ``subjects`` are the rows with the project and the cost of each.
    """

    new_projects: dict[int, Wanted] = field(default_factory=dict)
    changed_projects: dict[str, Wanted] = field(default_factory=dict)
    new_members: list[tuple[Wanted, str]] = field(default_factory=list)
    new_costs: list[tuple[Wanted, costs.Cost]] = field(default_factory=list)
    changed_costs: dict[int, costs.Cost] = field(default_factory=dict)
    subjects: list[tuple[RowResult, Wanted, costs.Cost | None]] = field(default_factory=list)

    def tell(self, project: Wanted, facts: Mapping[str, Any], person: str) -> bool:
        """Take over what a row says of a project and its member; tell whether anything is new."""
        news = {key: fact for key, fact in facts.items() if not is_the_same(getattr(project, key), fact)}
        for key, fact in news.items():
            setattr(project, key, fact)
        if news and project.code:
            self.changed_projects[project.code] = project
        if person not in project.members:
            project.members.append(person)
            self.new_members.append((project, person))
            return True
        return bool(news)

    def mend(self, cost: costs.Cost, said: costs.Cost) -> bool:
        """Take over what a row says of a cost that stands; tell whether anything is new."""
        is_other = cost.said_again(said)
        if is_other and cost.id:
            self.changed_costs[cost.id] = cost
        return is_other


def write(work: Work, changes: ProjectChanges) -> None:
    """Write the changes and note them for the audit."""
    _give_codes(work, changes)
    with bulk.indexed_after(work, (ProjectMember, Cost, History), len(changes.new_costs)):
        write_people(work, changes)
        rows = sorted((one.code, one.programme, *_of_project(one)) for one in changes.new_projects.values())
        bulk.insert(work, Project, ("code", "programme_code", *PROJECT_COLUMNS), rows)
        members = [(project.code, person) for project, person in changes.new_members]
        bulk.insert(work, ProjectMember, ("project_code", "beneficiary_code"), members)
        new = [(cost.id, project.code, *_of_cost(cost)) for project, cost in changes.new_costs]
        bulk.insert(work, Cost, ("id", "project_code", *COST), new)
    changed = [(*_of_project(one), code) for code, one in changes.changed_projects.items()]
    bulk.update(work, Project, "code", PROJECT_COLUMNS, changed)
    mended = [(*_of_cost(one), number) for number, one in changes.changed_costs.items()]
    bulk.update(work, Cost, "id", COST, mended)
    work.record(
        "projects.apply",
        new_people=len(changes.new_people),
        changed_people=len(changes.changed_people),
        new_projects=len(changes.new_projects),
        changed_projects=len(changes.changed_projects),
        new_costs=len(changes.new_costs),
        changed_costs=len(changes.changed_costs),
        centimes=sum(cost.amount for _project, cost in changes.new_costs),
    )


def _give_codes(work: Work, changes: ProjectChanges) -> None:
    """Give new projects their codes and new costs their numbers, and each row what it became."""
    codes = unused(work, Project, "P")
    for project in changes.new_projects.values():
        project.code = next(codes)
    first = (work.session.exec(select(func.max(col(Cost.id)))).one() or 0) + 1
    for number, (_project, cost) in enumerate(changes.new_costs, start=first):
        cost.id = number
    for result, project, one in changes.subjects:
        result.subject = str(one.id) if one else project.code


def _of_project(project: Wanted) -> tuple[Any, ...]:
    return tuple(getattr(project, name) for name in PROJECT)


def _of_cost(cost: costs.Cost) -> tuple[Any, ...]:
    return tuple(getattr(cost, name) for name in COST)


def is_the_same(known: object, said: object) -> bool:
    """Tell whether a fact about a project is what a row says, however it is spelled."""
    return fold(known) == fold(said) if isinstance(known, str) and isinstance(said, str) else known == said
