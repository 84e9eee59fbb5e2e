"""A list of projects against the ledger: people matched, projects and costs new, updated or unchanged, doubts parked.

Nothing is written before every row has its outcome (see :mod:`write_projects`).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import partial
from typing import Any, Final

from sqlmodel import select

from reinsert_cli.domain.faults import Fault
from reinsert_cli.domain.language import listed, money
from reinsert_cli.domain.progress import Step, counted
from reinsert_cli.domain.text import fold, nearest
from reinsert_cli.importers.costs import Cost, cost_of
from reinsert_cli.importers.fields import Parsed
from reinsert_cli.importers.fingerprint import fingerprints
from reinsert_cli.importers.known_people import KnownPeople
from reinsert_cli.importers.known_projects import KnownProjects, Project, known_projects
from reinsert_cli.importers.lists_before import Before, before
from reinsert_cli.importers.outcome import RowResult
from reinsert_cli.importers.plan import File, PeopleChanges, Planned, Target
from reinsert_cli.importers.projects import PROJECTS
from reinsert_cli.importers.which_cost import WhichCost
from reinsert_cli.importers.which_project import (
    WhichProject,
    Wish,
    contradictions,
    facts_of,
    group_name,
    kind_of,
)
from reinsert_cli.importers.who import IDENTIFIERS, Who, expect
from reinsert_cli.importers.write_projects import ProjectChanges, is_the_same, write
from reinsert_cli.store.tables import Programme
from reinsert_cli.store.work import Work

KIND: Final = "projects"


def plan(work: Work, people: KnownPeople, rows: Sequence[Parsed], target: Target, file: File, step: Step) -> Planned:
    """Give the rows' outcomes, in their order, and what is to be written."""
    marks = fingerprints(rows, target.centre)
    told_before = before(work, KIND, [mark for mark, _time in marks], target, file)
    projects = known_projects(work, _subjects(rows, told_before, target))
    changes = ProjectChanges()
    expect(people, rows, target.centre)
    taking = _Taking(work, people, projects, told_before, target, changes)
    results = [
        taking.take(row, mark, time) for row, (mark, time) in zip(counted(rows, "matching", step), marks, strict=True)
    ]
    known = {wish.person.code for wish in taking.wishes if not wish.person.is_new}
    projects.read_of(known, groups=any(group_name(wish.values) for wish in taking.wishes))
    _settle(taking.wishes, projects, told_before, target, changes)
    changes.keep_only({wish.person.code for wish in taking.wishes if wish.is_in})
    return Planned(results, changes, partial(write, work, changes))


def _subjects(rows: Sequence[Parsed], before: Before, target: Target) -> set[str]:
    """Give the projects and costs that the rows name, that they were before, and that somebody decided on."""
    named = {code for row in rows if (code := row.values.get("project")) and not code.isdecimal()}
    decided = {str(decision.line) for decision in target.decisions.values() if decision.line}
    return {*named, *before.reissue.rows.values(), *before.reissue.replaced, *decided}


class _Taking:
    """Takes the rows of one list in turn: whose each is, and what it wants."""

    def __init__(
        self,
        work: Work,
        people: KnownPeople,
        projects: KnownProjects,
        before: Before,
        target: Target,
        changes: PeopleChanges,
    ) -> None:
        self.wishes: list[Wish] = []
        self._people = people
        self._projects = projects
        self._before = before
        self._target = target
        self._programmes = _Programmes(work)
        meant = {
            person
            for subject in before.reissue.replaced
            if (project := projects.of_subject(subject)[0])
            for person in project.members
        }
        self._who = Who(people, target, changes, is_correction=before.is_correction, meant=meant)

    def take(self, row: Parsed, mark: str, time: int) -> RowResult:
        """Give a row, the ``time``-th of equal ones, its person; which project and cost it is of is decided later."""
        cost, programme = cost_of(row.values), self._programme(row.values)
        faults = tuple(self._faults(row.values, cost, programme))
        if faults or isinstance(programme, Fault) or isinstance(cost, tuple):
            return RowResult(row.number, "invalid", fingerprint=mark, faults=faults)
        result = RowResult(row.number, "unchanged", fingerprint=mark, amount=cost.amount if cost else 0)
        subject = self._before.reissue.rows.get(mark)
        person = self._who.take(result, row.values, before=self._person_of(subject), learns=not self._is_told(mark))
        if person is None:
            return result
        if time > 1 and cost and subject is None:
            result.faults = ((None, Fault("row.twice")),)
        decision = self._target.decisions.get(mark)
        self.wishes.append(Wish(result, person, row.values, programme, cost, decision, subject))
        return result

    def _is_told(self, mark: str) -> bool:
        return (
            mark in self._before.as_before and self._projects.of_subject(self._before.reissue.rows[mark])[0] is not None
        )

    def _person_of(self, subject: str | None) -> str | None:
        """Give the person of the same row before, where their project was theirs alone."""
        project, _cost = self._projects.of_subject(subject)
        return project.members[0] if project and len(project.members) == 1 else None

    def _programme(self, values: Mapping[str, Any]) -> str | Fault:
        """Give the programme of a row: that of the project it names, of its cell, the only one there is."""
        project = self._projects.by_code.get(values.get("project") or "")
        said = self._programmes.read(values.get("programme"), project.programme if project else None)
        if project and said != project.programme and not isinstance(said, Fault):
            told = {"project": project.code or "", "programme": project.programme}
            return Fault("programme.not_of_project", told)
        return said

    def _faults(
        self, values: Mapping[str, Any], cost: Cost | tuple[str | None, Fault] | None, programme: str | Fault
    ) -> Iterator[tuple[str | None, Fault]]:
        if not any(values.get(key) for key in IDENTIFIERS):
            yield None, Fault("person.missing")
        if isinstance(programme, Fault):
            yield "programme", programme
        if isinstance(cost, tuple):
            yield cost
        project = values.get("project")
        if project and project not in self._projects.by_code:
            yield "project", Fault("project.unread")
        if kind_of(values) == "cooperative" and not project and not group_name(values):
            yield "project_kind", Fault("project.nameless", {"heading": PROJECTS.by_key["name"].heading()})


class _Programmes:
    """The programmes, by code and by their names."""

    def __init__(self, work: Work) -> None:
        rows = work.session.exec(select(Programme)).all()
        self._codes = sorted(row.code for row in rows)
        self._by_name = {fold(name): row.code for row in rows for name in (row.name_ar, row.name, row.code) if name}

    def read(self, said: str | None, usual: str | None) -> str | Fault:
        """Give the code of a programme; of nothing said the usual one, else the only one there is."""
        if said:
            found = said if said in self._codes else self._by_name.get(fold(said))
            return found or Fault("programme.unread", {"near": nearest(said, self._codes)})
        if usual or len(self._codes) == 1:
            return usual or self._codes[0]
        heading = PROJECTS.by_key["programme"].heading()
        return Fault("programme.missing", {"heading": heading, "known": listed(self._codes) or "—"})


def _settle(
    wishes: Sequence[Wish], projects: KnownProjects, before: Before, target: Target, changes: ProjectChanges
) -> None:
    """Give each wish its project and its cost, and note what is to be written of them."""
    subjects = [projects.of_subject(subject) for subject in before.reissue.replaced]
    replaced = {project for project, _cost in subjects if project}
    if target.intent == "corrects" and not replaced:
        replaced = set(projects.by_code.values())
    WhichProject(projects, replaced, is_correction=before.is_correction).settle(wishes)
    contradictions(wish for wish in wishes if wish.is_in)
    left = [wish for wish in wishes if wish.is_in]
    costs = {cost.id for _project, cost in subjects if cost and cost.id}
    found = WhichCost(projects, target.intent, costs).settle(left)
    for place, wish in enumerate(left):
        if wish.is_in and wish.project:
            is_told = wish.result.fingerprint in before.as_before and wish.before is not None
            _note(wish, wish.project, found.get(place), changes, is_told=is_told)


def _note(wish: Wish, project: Project, cost: Cost | None, changes: ProjectChanges, *, is_told: bool) -> None:
    """Note what a row changes; one that came last time as it is now changes nothing, unless its cost is gone."""
    result = wish.result
    if is_told and (cost or not wish.cost):
        changes.subjects.append((result, project, cost))
        if _differs(wish, project, cost):
            result.faults = ((None, Fault("row.by_hand")),)
        return
    is_new = project.code is None and id(project) not in changes.new_projects
    if is_new:
        changes.new_projects[id(project)] = project
    has_news = changes.tell(project, facts_of(wish.values), wish.person.code)
    if wish.cost and cost is None:
        changes.new_costs.append((project, wish.cost))
        cost, is_new = wish.cost, True
    elif wish.cost and cost:
        was = cost.amount
        has_news = changes.mend(cost, wish.cost) or has_news
        if was != cost.amount:
            told = {"before": money(was), "after": money(cost.amount)}
            result.faults += (("amount", Fault("cost.amount_changed", told)),)
    changes.subjects.append((result, project, cost))
    result.outcome = "new" if is_new else "updated" if has_news else result.outcome


def _differs(wish: Wish, project: Project, cost: Cost | None) -> bool:
    """Tell whether a project or its cost is now another than a row says."""
    facts = facts_of(wish.values)
    if any(not is_the_same(getattr(project, key), fact) for key, fact in facts.items()):
        return True
    return bool(cost and wish.cost and (cost.item, cost.amount) != (wish.cost.item, wish.cost.amount))
