"""What is known of projects that are visited: when they were handed over, and their visits; of many at once."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from itertools import islice
from typing import Final

from sqlmodel import col, select

from reinsert_cli.domain.dates import PartialDate
from reinsert_cli.store import bulk
from reinsert_cli.store.pathway_tables import FollowUp
from reinsert_cli.store.work import Work

FUNDED: Final = "SELECT s.value, (SELECT f.funded_on FROM v_funded f WHERE f.project = s.value) FROM staged s"
OF_PEOPLE: Final = """
SELECT s.value, m.project_code FROM staged s CROSS JOIN project_member m WHERE m.beneficiary_code = s.value
"""
AT_ONCE: Final = 500
"""The projects whose visits are asked for by one query: the database is given the code of each."""


@dataclass(frozen=True, slots=True)
class Funded:
    """When a project was handed over, as printed, and the last day that can mean."""

    on: str
    last: date


class Visited:
    """Projects with their handover and their visits, and people with their projects: each is looked up once."""

    def __init__(self, work: Work) -> None:
        self._work = work
        self._handovers: dict[str, Funded | None] = {}
        self._visits: dict[str, list[FollowUp]] = {}
        self._of_people: dict[str, set[str]] = {}

    def read(self, projects: Iterable[str]) -> None:
        """Look up the projects of these codes, all together."""
        wanted = sorted({project for project in projects if project not in self._handovers})
        for project, day in bulk.of_each(self._work, FUNDED, wanted):
            self._handovers[project] = Funded(day, PartialDate.from_iso(day).last) if day else None
        self._visits |= {project: [] for project in wanted}
        left = iter(wanted)
        while some := list(islice(left, AT_ONCE)):
            for visit in self._work.session.exec(select(FollowUp).where(col(FollowUp.project_code).in_(some))):
                self._visits[visit.project_code].append(visit)

    def read_of(self, people: Iterable[str]) -> None:
        """Look up the projects of the people of these codes, all together."""
        found: dict[str, set[str]] = defaultdict(set)
        wanted = {person for person in people if person not in self._of_people}
        for person, project in bulk.of_each(self._work, OF_PEOPLE, wanted):
            found[person].add(project)
        self._of_people |= {person: found[person] for person in wanted}
        self.read(project for theirs in found.values() for project in theirs)

    def handover(self, project: str) -> Funded | None:
        """Give when a project was funded; None where it was not."""
        self.read([project])
        return self._handovers[project]

    def visits(self, project: str) -> list[FollowUp]:
        """Give the visits to a project; one that is added to them is known from then on."""
        self.read([project])
        return self._visits[project]

    def funded_of(self, person: str) -> list[str]:
        """Give the codes of a person's funded projects."""
        self.read_of([person])
        return sorted(project for project in self._of_people[person] if self.handover(project))
