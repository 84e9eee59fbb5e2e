"""Follow-up rows against the ledger: whose visit or step it is, then kept through the ledger's rules."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from contextlib import nullcontext
from dataclasses import dataclass
from typing import Any, Final

from reinsert_cli.domain.dates import PartialDate
from reinsert_cli.domain.faults import Fault, Refusal, refuse
from reinsert_cli.domain.language import date
from reinsert_cli.domain.progress import Step, counted
from reinsert_cli.domain.visit_words import VISIT
from reinsert_cli.domain.vocabulary import OUTCOMES, VISIT_STATES
from reinsert_cli.importers.fields import Parsed
from reinsert_cli.importers.fingerprint import fingerprints
from reinsert_cli.importers.known_people import KnownPeople
from reinsert_cli.importers.match import Doubt
from reinsert_cli.importers.outcome import RowResult, masked
from reinsert_cli.importers.plan import Decision, File, PeopleChanges, Planned, Target
from reinsert_cli.importers.who import IDENTIFIERS, expect
from reinsert_cli.importers.whose_visit import Misread, WhoseVisit, is_step
from reinsert_cli.ledger import followup
from reinsert_cli.ledger.followup import Visit
from reinsert_cli.ledger.visited import Visited
from reinsert_cli.store.pathway_tables import FollowUp
from reinsert_cli.store.work import Work

PLACES: Final = {
    "followup.before_handover": "done_on",
    "followup.in_future": "done_on",
    "followup.reason_missing": "closing",
    "followup.not_closed": "closing",
    "followup.closing_impossible": "closed_on",
    "followup.after_closing": "result",
}
"""The column that a refusal of the ledger is about."""


def plan(work: Work, people: KnownPeople, rows: Sequence[Parsed], target: Target, _file: File, step: Step) -> Planned:
    """Give the rows' outcomes, in their order; each goes in whole or not at all.

    A visit or step stands in one row only. Nothing is left to be written.
    """
    marks = [mark for mark, _time in fingerprints(rows, target.centre)]
    expect(people, rows, target.centre)
    sheet = _Sheet(work, people, rows, target, marks)
    found = [sheet.find(row, mark) for row, mark in zip(rows, marks, strict=True)]
    sheet.expect(found)
    results = [sheet.take(row, one) for row, one in zip(counted(rows, "matching", step), found, strict=True)]
    sheet.number()
    return Planned(results, PeopleChanges(), lambda: None)


@dataclass(frozen=True, slots=True)
class _Found:
    """A row, whose it is, and what was decided of it."""

    result: RowResult
    whose: str | Doubt | None = None
    decision: Decision | None = None


class _Sheet:
    """One file against the ledger: what was funded, which visits and steps rows have spoken of."""

    def __init__(
        self, work: Work, people: KnownPeople, rows: Sequence[Parsed], target: Target, marks: Sequence[str]
    ) -> None:
        self._work = work
        self._target = target
        self._visited = Visited(work)
        self._whose = WhoseVisit(work, people, self._visited, target.centre, marks)
        self._whose.expect([row.values for row in rows])
        self._spoken_of: set[tuple[str, str | int | None]] = set()
        self._kept: list[tuple[RowResult, FollowUp]] = []
        self._told = {(_named(row.values), row.values["done_on"].iso) for row in rows if row.values.get("done_on")}

    def find(self, row: Parsed, mark: str) -> _Found:
        """Find whose a row is."""
        result = RowResult(row.number, "invalid", fingerprint=mark, faults=_unfinished(row.values))
        decision = self._target.decisions.get(mark)
        person = None if result.faults else self._whose.person(row.values, mark, decision)
        if isinstance(person, tuple):
            result.faults = (person,)
            return _Found(result)
        return _Found(result, person, decision)

    def expect(self, found: Collection[_Found]) -> None:
        """Look up what is known of the projects that are spoken of, all together."""
        self._visited.read(self._whose.projects)
        self._visited.read_of({one.whose for one in found if isinstance(one.whose, str)})

    def number(self) -> None:
        """Write what rows told of visits, and note by what number each is known."""
        self._work.session.flush()
        for result, visit in self._kept:
            result.subject = f"followup:{visit.id}"

    def take(self, row: Parsed, found: _Found) -> RowResult:
        """Give a row its outcome."""
        result, person = found.result, found.whose
        if result.faults:
            return result
        doubt = person if isinstance(person, Doubt) else self._keep(result, row.values, person, found.decision)
        if doubt and result.fingerprint in self._whose.set_aside:
            result.outcome, result.faults = "unchanged", ((None, Fault("followup.set_aside")),)
        elif doubt:
            result.park(doubt)
        return result

    def _keep(
        self, result: RowResult, values: Mapping[str, Any], person: str | None, decision: Decision | None
    ) -> Doubt | None:
        """Write what a row tells, or what the ledger refuses of it; give why it must wait instead."""
        try:
            if is_step(values):
                self._keep_step(result, values, person)
                return None
            return self._keep_visit(result, values, person, decision)
        except Refusal as refusal:
            result.outcome = "invalid"
            result.faults = ((PLACES.get(refusal.fault.code), masked(refusal.fault)),)
            return None

    def _keep_step(self, result: RowResult, values: Mapping[str, Any], person: str | None) -> None:
        _step, _dot, kind = values["task"].partition(".")
        with self._work.attempt():
            step, kept = followup.keep_step(self._work, person or "", kind, values["done_on"].iso, values["result"])
            self._speak_of(("pathway_step", step.id), kept)
        result.outcome, result.subject = kept, f"pathway_step:{step.id}"

    def _keep_visit(
        self, result: RowResult, values: Mapping[str, Any], person: str | None, decision: Decision | None
    ) -> Doubt | None:
        project = self._whose.project(values, person, result.fingerprint, decision)
        if isinstance(project, Doubt):
            return project
        visit = _visit(values)
        before = self._whose.became(result.fingerprint)
        if isinstance(before, FollowUp) and before.visited_on != visit.visited_on and decision is None:
            self._speak_of((before.project_code, before.visited_on), "unchanged")
            result.outcome, result.subject = "unchanged", f"followup:{before.id}"
            result.faults = ((None, Fault("followup.by_hand", {"day": date(before.visited_on)})),)
            return None
        near = self._near(project, values) if decision is None and before is None else None
        if near:
            self._work.session.flush()  # it may be of this file, and have no number yet
            told = {"project": project, "day": date(near.visited_on)}
            return Doubt(Fault("followup.possible", told), (self._whose.member(project, person),), near.id)
        meant = decision.line if decision and not decision.is_new_line else None
        with self._work.attempt() if meant else nullcontext():
            if meant:
                followup.move(self._work, meant, visit.visited_on)
            keeping = followup.keeping(self._work, project, visit, self._visited)
            result.outcome = "updated" if meant else keeping.kept
            self._speak_of((project, visit.visited_on), result.outcome)
            keeping.write(self._work)
        self._kept.append((result, keeping.visit))
        return None

    def _near(self, project: str, values: Mapping[str, Any]) -> FollowUp | None:
        """Give the visit that a row may mean with its day mended: one that no row of this file tells of."""
        near = followup.near(self._visited.visits(project), values["done_on"].iso)
        return near if near and (_named(values), near.visited_on) not in self._told else None

    def _speak_of(self, what: tuple[str, str | int | None], kept: str) -> None:
        """Note what a row speaks of, a visit or a step; refuse what another row of this file has told otherwise."""
        if kept == "updated" and what in self._spoken_of:
            raise refuse("followup.twice")
        self._spoken_of.add(what)


def _named(values: Mapping[str, Any]) -> tuple[Any, ...]:
    """Give what a row names its visit by, besides the day."""
    return tuple(values.get(key) for key in ("project", *IDENTIFIERS))


def _unfinished(values: Mapping[str, Any]) -> tuple[Misread, ...]:
    """Give what a row lacks to be a visit or a step that took place."""
    result, task = values.get("result"), values.get("task")
    if not values.get("done_on"):
        return (("done_on", Fault("followup.day_missing")),)
    if not result:
        return (("result", Fault("followup.result_missing")),)
    if result in OUTCOMES and not task:
        return (("task", Fault("followup.task_missing")),)
    if is_step(values) != (result in OUTCOMES) and result != "abandoned":
        return (("result", Fault("followup.of_other")),)
    income = values.get("income")
    if income and income.qualifier != "exact":
        return (("income", Fault("amount.qualified")),)
    return ()


def _visit(values: Mapping[str, Any]) -> Visit:
    """Give the visit that a row tells of; a project that was abandoned is closed."""
    result, income = values["result"], values.get("income")
    _visited, _dot, months = (values.get("task") or VISIT).partition(".")
    return Visit(
        values["done_on"].iso,
        result if result in VISIT_STATES else "closed",
        int(months) if months else None,
        _iso(values.get("closed_on")),
        values.get("closing"),
        income.centimes if income else None,
        values.get("jobs"),
    )


def _iso(date: PartialDate | None) -> str | None:
    return date.iso if date else None
