"""What becomes of a project after its handover: visits, each kept once a day, and whether people are back in prison."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, replace
from typing import Final, Literal

from sqlmodel import select

from reinsert_cli.domain import language
from reinsert_cli.domain.dates import PartialDate, is_before
from reinsert_cli.domain.faults import refuse
from reinsert_cli.domain.language import listed
from reinsert_cli.domain.milestones import milestone_of
from reinsert_cli.ledger import pathway
from reinsert_cli.ledger.beneficiary import require_living
from reinsert_cli.ledger.project import find as find_project
from reinsert_cli.ledger.visited import Funded, Visited
from reinsert_cli.store.pathway_tables import BackInPrison, FollowUp, Step
from reinsert_cli.store.work import Work

Kept = Literal["new", "updated", "unchanged"]

FORTNIGHT: Final = 14
SAID: Final = ("milestone", "state", "closed_on", "reason", "income", "jobs")
"""What is said of a visit, besides its project and its day."""


@dataclass(frozen=True, slots=True)
class Visit:
    """One visit as it is told: ISO dates, possibly partial, income in centimes a month; None where nothing is said."""

    visited_on: str
    state: str
    milestone: int | None = None
    closed_on: str | None = None
    reason: str | None = None
    income: int | None = None
    jobs: int | None = None


@dataclass(frozen=True, slots=True)
class Keeping:
    """A visit that may be kept: its row, new or the one of the same day, and what is to stand there."""

    visit: FollowUp
    wanted: Visit
    kept: Kept

    def write(self, work: Work) -> None:
        """Keep it; its row has a number once what was added is written."""
        if self.kept == "unchanged":
            return
        for name in SAID:
            setattr(self.visit, name, getattr(self.wanted, name))
        work.session.add(self.visit)
        work.record(
            f"followup.{self.kept}",
            project=self.visit.project_code,
            visited_on=self.wanted.visited_on,
            milestone=self.wanted.milestone,
        )


def project_of(work: Work, who: str, visited: Visited) -> str:
    """Give the project that a code means: its own, or a person's only funded one.

    Raises Refusal: ``project.unknown``, ``beneficiary.unknown``, ``beneficiary.merged``, ``followup.not_funded``,
    ``followup.several`` with the codes to choose from.
    """
    code = who.upper()
    if not code.startswith("B-"):
        return find_project(work, code).code
    person = require_living(work, code).code
    found = visited.funded_of(person)
    if not found:
        raise refuse("followup.not_funded", code=person)
    if len(found) > 1:
        raise refuse("followup.several", code=person, projects=listed(found))
    return found[0]


def keeping(work: Work, project: str, told: Visit, visited: Visited) -> Keeping:
    """Give how a visit is kept, or the one of the same day mended; what is not told of it stays as it was.

    Nothing is written yet, but ``visited`` knows of it from now on. The milestone of a new one is told by its
    day where it is not said. Raises Refusal: ``followup.not_funded``, ``followup.before_handover``,
    ``followup.in_future``, ``followup.reason_missing``, ``followup.not_closed``, ``followup.closing_impossible``,
    ``followup.after_closing``.
    """
    handover = visited.handover(project)
    if handover is None:
        raise refuse("followup.not_funded", code=project)
    visits = visited.visits(project)
    known = next((one for one in visits if one.visited_on == told.visited_on), None)
    wanted = _completed(told, known, handover)
    _require_possible(work, project, wanted, handover)
    _require_in_order(project, wanted, [one for one in visits if one is not known])
    if known is None:
        visits.append(FollowUp(project_code=project, visited_on=told.visited_on, state=told.state))
        return Keeping(visits[-1], wanted, "new")
    is_same = all(getattr(known, name) == getattr(wanted, name) for name in SAID)
    return Keeping(known, wanted, "unchanged" if is_same else "updated")


def near(visits: Collection[FollowUp], day: str) -> FollowUp | None:
    """Give which of the visits to a project one of ``day`` may be, mistyped or less exact; None where it is kept.

    Two whole days may be one visit's where they are less than a fortnight apart, a figure of ours.
    """
    if any(one.visited_on == day for one in visits):
        return None
    gaps = [(gap, one.visited_on, one) for one in visits if (gap := _gap(one.visited_on, day)) is not None]
    return min(gaps, key=lambda found: found[:2])[2] if gaps else None


def _gap(one: str, other: str) -> int | None:
    """Give the days between two dates that one visit may have; None where it cannot."""
    here, there = PartialDate.from_iso(one), PartialDate.from_iso(other)
    gap = max((here.first - there.last).days, (there.first - here.last).days)
    is_exact = here.first == here.last and there.first == there.last
    return gap if gap < (FORTNIGHT if is_exact else 1) else None


def move(work: Work, number: int, day: str) -> None:
    """Put right the day of a visit that was written down under another."""
    visit = work.session.get_one(FollowUp, number)
    visit.visited_on = day
    work.session.flush()
    work.record("followup.updated", project=visit.project_code, visited_on=day, milestone=visit.milestone)


def _completed(told: Visit, known: FollowUp | None, handover: Funded) -> Visit:
    """Give what a visit is once it is kept: told anew, else as it was; a project that is open has no closing."""
    if told.state != "closed" and (told.closed_on or told.reason):
        raise refuse("followup.not_closed")
    if known is None:
        visited = PartialDate.from_iso(told.visited_on).first
        return replace(told, milestone=told.milestone or milestone_of(handover.last, visited))
    stays = ("milestone", "income", "jobs", *(("closed_on", "reason") if told.state == "closed" else ()))
    return replace(told, **{name: getattr(known, name) for name in stays if getattr(told, name) is None})


def _require_possible(work: Work, project: str, visit: Visit, handover: Funded) -> None:
    if is_before(visit.visited_on, handover.on):
        raise refuse("followup.before_handover", project=project)
    if is_before(work.day, visit.visited_on):
        raise refuse("followup.in_future")
    if visit.state == "closed" and not visit.reason:
        raise refuse("followup.reason_missing")
    if visit.closed_on and (is_before(visit.closed_on, handover.on) or is_before(visit.visited_on, visit.closed_on)):
        raise refuse("followup.closing_impossible", project=project)


def _require_in_order(project: str, visit: Visit, others: list[FollowUp]) -> None:
    """Refuse a visit that would stand after a closing: the closed stay closed."""
    for one in others:
        closed, later = (one, visit) if one.state == "closed" else (visit, one)
        end = closed.closed_on or closed.visited_on
        if closed.state == "closed" and (later.state == "closed" or is_before(end, later.visited_on)):
            raise refuse("followup.after_closing", project=project, day=language.date(closed.visited_on))


def back(work: Work, person: str, definition: str, known_on: str, *, is_back: bool) -> Kept:
    """Keep whether a person is back in prison, by one definition, as known on a day; the same day again mends it.

    The audit says that it was asked, never what the answer was. Raises Refusal: ``beneficiary.unknown``,
    ``beneficiary.merged``, ``followup.in_future``.
    """
    code = require_living(work, person).code
    if is_before(work.day, known_on):
        raise refuse("followup.in_future")
    same = select(BackInPrison).where(
        BackInPrison.beneficiary_code == code,
        BackInPrison.definition == definition,
        BackInPrison.known_on == known_on,
    )
    known = work.session.exec(same).first()
    if known is not None and known.is_back == is_back:
        return "unchanged"
    if known is None:
        known = BackInPrison(beneficiary_code=code, definition=definition, known_on=known_on, is_back=is_back)
        kept: Kept = "new"
    else:
        known.is_back, kept = is_back, "updated"
    work.session.add(known)
    work.session.flush()
    work.record("followup.back", beneficiary=code, definition=definition)
    return kept


def keep_step(work: Work, person: str, kind: str, happened_on: str, ended: str) -> tuple[Step, Kept]:
    """Keep a step of a known person's pathway as a centre tells it; one of the same kind and day is mended.

    Raises Refusal ``followup.in_future``.
    """
    if is_before(work.day, happened_on):
        raise refuse("followup.in_future")
    return pathway.keep(work, person, kind, happened_on, ended=ended)
