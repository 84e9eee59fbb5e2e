"""Whose visit or step a row of a follow-up sheet is: the person, the project, or why somebody must tell."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import Any, Final

from sqlmodel import select

from reinsert_cli.domain.faults import Fault, refuse
from reinsert_cli.domain.language import listed
from reinsert_cli.domain.visit_words import VISIT
from reinsert_cli.importers.earlier import earlier
from reinsert_cli.importers.known_people import KnownPeople
from reinsert_cli.importers.known_projects import KnownProjects
from reinsert_cli.importers.match import Doubt
from reinsert_cli.importers.plan import Decision
from reinsert_cli.importers.who import IDENTIFIERS, facts_of
from reinsert_cli.ledger.visited import Visited
from reinsert_cli.store import bulk
from reinsert_cli.store.import_tables import ImportRun, Review
from reinsert_cli.store.pathway_tables import FollowUp, Step
from reinsert_cli.store.work import Work

KIND: Final = "followups"

LIVING: Final = """
SELECT b.code, COALESCE(b.merged_into, b.code) FROM staged s CROSS JOIN beneficiary b WHERE b.code = s.value
"""

Misread = tuple[str | None, Fault]
"""What is wrong with who a row names, and the column it is wrong in."""
Whose = str | Doubt | Misread | None
"""The code of the person of a row; who it may be; why it is nobody; None where only a project is named."""


def is_step(values: Mapping[str, Any]) -> bool:
    """Tell whether a row speaks of a step of a pathway, not of a visit."""
    return bool(values.get("task")) and not values["task"].startswith(VISIT)


class WhoseVisit:
    """Finds whose the rows of one file are, as they say it or as somebody decided of the very same row."""

    def __init__(
        self, work: Work, known: KnownPeople, visited: Visited, centre: str | None, marks: Collection[str]
    ) -> None:
        self._work = work
        self._session = work.session
        self._known = known
        self._centre = centre
        self._projects = KnownProjects(work)
        self._living: dict[str, str] = {}
        self._visited = visited
        self._subjects = {
            mark: subject for one in earlier(work, KIND, None, marks, str) for mark, subject in one.rows.items()
        }
        set_aside = (
            select(Review.fingerprint)
            .join(ImportRun)
            .where(ImportRun.kind == KIND, Review.decision == "rejected", Review.person == None)  # noqa: E711  (SQL)
        )
        self.set_aside = frozenset(self._session.exec(set_aside).all())
        """The rows that somebody found to be nobody's."""

    def expect(self, rows: Collection[Mapping[str, Any]]) -> None:
        """Look up the people and the projects that rows name by their codes, all together."""
        people = {row["beneficiary"] for row in rows if row.get("beneficiary")}
        self._living = dict(bulk.of_each(self._work, LIVING, people))
        self._projects.read(row["project"] for row in rows if row.get("project") and not row["project"].isdecimal())

    @property
    def projects(self) -> Collection[str]:
        """The projects that rows name, of those there are."""
        return self._projects.by_code.keys()

    def became(self, mark: str) -> FollowUp | Step | None:
        """Give the visit or the step that the very same row of an earlier file became."""
        table, _colon, number = self._subjects.get(mark, "").partition(":")
        if table == "followup":
            return self._session.get(FollowUp, int(number))
        return self._session.get(Step, int(number)) if table == "pathway_step" else None

    def person(self, values: Mapping[str, Any], mark: str, decision: Decision | None) -> Whose:
        """Give the person of a row, None where it names a project only; else why nobody is found, or who may be."""
        code, project = values.get("beneficiary"), values.get("project")
        found: Whose
        if decision:
            found = decision.person
        elif code:
            found = self._of_code(code)
        elif any(values.get(key) for key in IDENTIFIERS):
            found = self._of_facts(values) if not project else None
        else:
            found = None if project else (None, Fault("followup.nobody"))
        if project and project not in self._projects.by_code:
            return "project", Fault("followup.unread_code")
        if isinstance(found, str) and project and found not in self._members_of(project):
            return "project", Fault("followup.not_theirs")
        if found is None and project and is_step(values):
            return self._only_member(project, mark)
        return found

    def _of_code(self, code: str) -> str | Misread:
        """Give the person whom a code stands for now."""
        return self._living.get(code) or ("beneficiary", Fault("followup.unread_code"))

    def _of_facts(self, values: Mapping[str, Any]) -> str | Doubt | Misread:
        """Give whom a row means by card number, file number or name; a doubt that was settled before is not raised."""
        facts = facts_of(values, self._centre)
        found = self._known.people.find(facts)
        if isinstance(found, Doubt):
            known = self._known.decided(facts)
            return known or Doubt(Fault("followup.which", {"codes": listed(found.people)}), found.people)
        return found.code if found else (None, Fault("followup.stranger"))

    def _only_member(self, project: str, mark: str) -> str | Doubt:
        """Give whose step a row tells that names a project only: its one person's, or as it was decided before."""
        theirs = self._members_of(project)
        before = self.became(mark)
        if isinstance(before, Step) and before.beneficiary_code in theirs:
            return before.beneficiary_code
        return theirs[0] if len(theirs) == 1 else Doubt(Fault("followup.which", {"codes": listed(theirs)}), theirs)

    def member(self, project: str, person: str | None) -> str:
        """Give the person of a row, else one of the project that it names."""
        return person or self._members_of(project)[0]

    def _members_of(self, project: str) -> tuple[str, ...]:
        """Give the people of a project, by their codes."""
        return tuple(sorted(self._projects.by_code[project].members))

    def project(
        self, values: Mapping[str, Any], person: str | None, mark: str, decision: Decision | None
    ) -> str | Doubt:
        """Give the project that was visited: the one named or decided on, else the person's only funded one.

        Raises Refusal: ``followup.not_funded``, ``review.not_a_candidate``.
        """
        if values.get("project"):
            return str(values["project"])
        theirs = self._visited.funded_of(person) if person else []
        if not theirs:
            raise refuse("followup.not_funded", code=person or "")
        before = self.became(mark)
        wanted = decision.project if decision else before.project_code if isinstance(before, FollowUp) else None
        if wanted in theirs:
            return wanted
        if decision and wanted:
            raise refuse("review.not_a_candidate", code=wanted, codes=listed(theirs))
        if len(theirs) == 1:
            return theirs[0]
        fault = Fault("followup.which_project", {"code": person or "", "projects": listed(theirs)})
        return Doubt(fault, (person or "",), projects=tuple(theirs))
