"""Follow-up rows against the ledger: whose visit or step it is, then kept through the ledger's rules."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property
from typing import Any, Final

from sqlmodel import select

from reinsert_cli.domain.dates import PartialDate
from reinsert_cli.domain.faults import Fault, Refusal, refuse
from reinsert_cli.domain.language import listed
from reinsert_cli.domain.visit_words import VISIT
from reinsert_cli.domain.vocabulary import OUTCOMES, VISIT_STATES
from reinsert_cli.importers.fields import Parsed
from reinsert_cli.importers.known_people import KnownPeople, known_people
from reinsert_cli.importers.match import Doubt
from reinsert_cli.importers.outcome import Outcome, RowResult, masked
from reinsert_cli.importers.remembered import facts_digest
from reinsert_cli.importers.who import IDENTIFIERS, facts_of
from reinsert_cli.ledger import followup
from reinsert_cli.ledger.followup import Visit
from reinsert_cli.store.tables import Beneficiary, Project, ProjectMember
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

Misread = tuple[str | None, Fault]
"""What is wrong with who a row names, and the column it is wrong in."""
Whose = str | Doubt | Misread | None
"""The code of the person of a row; who it may be; why it is nobody; None where only a project is named."""


def apply(work: Work, rows: Sequence[Parsed]) -> list[RowResult]:
    """Bring the rows in, each whole or not at all; a visit or step stands in one row only."""
    sheet = _Sheet(work)
    return [sheet.take(row) for row in rows]


class _Sheet:
    """One file against the ledger: who is known, what was funded, which visits and steps rows have spoken of."""

    def __init__(self, work: Work) -> None:
        self._work = work
        self._funded = followup.funded(work)
        members = work.session.exec(select(ProjectMember.project_code, ProjectMember.beneficiary_code)).all()
        self._members = {(project, person) for project, person in members}
        self._projects: dict[str, list[str]] = {}
        for project, person in sorted(self._members):
            if project in self._funded:
                self._projects.setdefault(person, []).append(project)
        self._spoken_of: set[str] = set()

    @cached_property
    def _known(self) -> KnownPeople:
        """Everybody known: read only where a row names somebody without a code."""
        return known_people(self._work)

    def take(self, row: Parsed) -> RowResult:
        """Give a row its outcome."""
        result = RowResult(row.number, "invalid")
        result.faults = _unfinished(row.values)
        person = None if result.faults else self._person(row.values)
        if isinstance(person, Doubt):
            return result.park(person)
        if isinstance(person, tuple):
            result.faults = (person,)
        if result.faults or isinstance(person, tuple):
            return result
        try:
            with self._work.attempt():
                result.outcome, result.subject = self._keep(row.values, person)
        except Refusal as refusal:
            result.faults = ((PLACES.get(refusal.fault.code), masked(refusal.fault)),)
        return result

    def _keep(self, values: dict[str, Any], person: str | None) -> tuple[Outcome, str]:
        """Write what a row tells; refuse what another row of this file has told otherwise."""
        kind, _dot, which = (values.get("task") or VISIT).partition(".")
        day = values["done_on"].iso
        if kind == VISIT:
            visit, kept = followup.keep(self._work, self._project(values, person), _visit(values, which), self._funded)
            subject = f"followup:{visit.id}"
        else:
            step, kept = followup.keep_step(self._work, person or "", which, day, values["result"])
            subject = f"pathway_step:{step.id}"
        if kept == "updated" and subject in self._spoken_of:
            raise refuse("followup.twice")
        self._spoken_of.add(subject)
        return kept, subject

    def _person(self, values: dict[str, Any]) -> Whose:
        """Give the person of a row, None where it names a project only; else why nobody is found, or who may be."""
        code, project = values.get("beneficiary"), values.get("project")
        found: Whose
        if code:
            found = self._of_code(code)
        elif any(values.get(key) for key in IDENTIFIERS):
            found = self._of_facts(values) if not project else None
        else:
            found = None if project else (None, Fault("followup.nobody"))
        if project and self._work.session.get(Project, project) is None:
            return "project", Fault("followup.unread_code")
        if isinstance(found, str) and project and (project, found) not in self._members:
            return "project", Fault("followup.not_theirs")
        if found is None and project and _is_step(values):
            return self._only_member(project)
        return found

    def _of_code(self, code: str) -> str | Misread:
        """Give the person whom a code stands for now."""
        known = self._work.session.get(Beneficiary, code)
        if known is None:
            return "beneficiary", Fault("followup.unread_code")
        return known.merged_into or known.code

    def _of_facts(self, values: dict[str, Any]) -> str | Doubt | Misread:
        """Give whom a row means by card number, file number or name; a doubt that was settled before is not raised."""
        facts = facts_of(values, None)
        found = self._known.people.find(facts)
        if isinstance(found, Doubt):
            known = self._known.decided.get(facts_digest(facts))
            return known or Doubt(Fault("followup.which", {"codes": listed(found.people)}), found.people)
        return found.code if found else (None, Fault("followup.stranger"))

    def _only_member(self, project: str) -> str | Misread:
        """Give the person of a project that has one only: a step is a person's."""
        theirs = sorted(person for code, person in self._members if code == project)
        if len(theirs) == 1:
            return theirs[0]
        return "beneficiary", Fault("followup.which", {"codes": listed(theirs)})

    def _project(self, values: dict[str, Any], person: str | None) -> str:
        """Give the project that was visited: the one named, else the person's only funded one."""
        if values.get("project"):
            return str(values["project"])
        theirs = self._projects.get(person or "", [])
        if not theirs:
            raise refuse("followup.not_funded", code=person or "")
        if len(theirs) > 1:
            raise refuse("followup.several", code=person or "", projects=listed(theirs))
        return theirs[0]


def _is_step(values: dict[str, Any]) -> bool:
    return bool(values.get("task")) and not values["task"].startswith(VISIT)


def _unfinished(values: dict[str, Any]) -> tuple[Misread, ...]:
    """Give what a row lacks to be a visit or a step that took place."""
    result, task = values.get("result"), values.get("task")
    if not values.get("done_on"):
        return (("done_on", Fault("followup.day_missing")),)
    if not result:
        return (("result", Fault("followup.result_missing")),)
    if result in OUTCOMES and not task:
        return (("task", Fault("followup.task_missing")),)
    if _is_step(values) != (result in OUTCOMES) and result != "abandoned":
        return (("result", Fault("followup.of_other")),)
    income = values.get("income")
    if income and income.qualifier != "exact":
        return (("income", Fault("amount.qualified")),)
    return ()


def _visit(values: dict[str, Any], months: str) -> Visit:
    """Give the visit that a row tells of; a project that was abandoned is closed."""
    result, income = values["result"], values.get("income")
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
