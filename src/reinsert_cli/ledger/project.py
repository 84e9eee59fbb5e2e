"""Projects: one activity of a person or of a group, its people, its sector (design §2)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection
from dataclasses import asdict, dataclass
from typing import Final

from sqlmodel import col, func, select

from reinsert_cli.domain.activities import usual_sector
from reinsert_cli.domain.faults import ExitStatus, Refusal, refuse
from reinsert_cli.domain.language import listed
from reinsert_cli.domain.text import fold
from reinsert_cli.ledger import ceiling, codes
from reinsert_cli.ledger.beneficiary import require_living
from reinsert_cli.store.tables import BatchLine, Programme, Project, ProjectMember, Sector
from reinsert_cli.store.work import Work

LIVE: Final = ("expected", "delivered")
"""The states in which a line gives a project something, or is to."""


@dataclass(frozen=True, slots=True)
class Details:
    """What is known of a project, as its columns name it; ``None`` says nothing. Money in centimes."""

    kind: str | None = None
    name: str | None = None
    activity: str | None = None
    sector_code: str | None = None
    own_contribution: int | None = None

    def said(self) -> dict[str, str | int]:
        """Give what it says by column; an empty text takes back what was known."""
        return {name: value for name, value in asdict(self).items() if value is not None}


def add(work: Work, programme_code: str, people: Collection[str], details: Details) -> Project:
    """Register a project of one person or of a group; give it under its new code.

    Raises Refusal: ``programme.unknown``, ``beneficiary.unknown``, ``project.kind_missing`` (exit 2) when several
    people form neither a household nor a cooperative, ``project.individual`` when they are said to be one.
    """
    codes.require(work.session, Programme, programme_code)
    members = list(dict.fromkeys(require_living(work, person).code for person in people))
    if len(members) > 1 and details.kind is None:
        raise Refusal(ExitStatus.USAGE, "project.kind_missing")
    project = Project(code=codes.fresh(work.session, Project, "P"), programme_code=programme_code)
    _write(work, project, details)
    _require_kind(project, len(members))
    codes.add(work, project, project.code)
    work.session.add_all(ProjectMember(project_code=project.code, beneficiary_code=code) for code in members)
    work.session.flush()
    return project


def find(work: Work, code: str) -> Project:
    """Give a project by its code, however it is typed. Raises Refusal ``project.unknown``."""
    return codes.find(work.session, Project, code.upper())


def edit(work: Work, code: str, details: Details) -> Project:
    """Bring a project to what is said of it.

    Raises Refusal: ``project.individual`` for a group that is said to be one person's, ``ceiling.project``.
    """
    project = find(work, code)
    if not _write(work, project, details):
        raise Refusal(ExitStatus.USAGE, "edit.nothing")
    _require_kind(project, len(members_of(work, project.code)))
    work.session.flush()
    if details.own_contribution is not None:
        ceiling.require_asked(work, project.code)
    work.record("project.edit", code=project.code, changed=" ".join(details.said()))
    return project


def _write(work: Work, project: Project, details: Details) -> bool:
    """Write what is said; tell whether anything was."""
    if details.sector_code:
        codes.require(work.session, Sector, details.sector_code)
    said = details.said()
    for column, value in said.items():
        setattr(project, column, None if value == "" else value)
    return bool(said)


def _require_kind(project: Project, people: int) -> None:
    if project.kind == "individual" and people > 1:
        raise refuse("project.individual", count=str(people))


def members_of(work: Work, code: str) -> list[str]:
    """Give the codes of the people of a project, sorted."""
    wanted = select(ProjectMember.beneficiary_code).where(ProjectMember.project_code == code)
    return sorted(work.session.exec(wanted).all())


def join(work: Work, code: str, person: str) -> None:
    """Let a person be of a group. Raises Refusal: ``project.individual``, ``member.there``."""
    project, who = find(work, code), require_living(work, person).code
    members = members_of(work, project.code)
    if who in members:
        raise refuse("member.there", code=who, project=project.code)
    _require_kind(project, len(members) + 1)
    work.session.add(ProjectMember(project_code=project.code, beneficiary_code=who))
    work.session.flush()
    work.record("project.member", code=project.code, added=who)


def leave(work: Work, code: str, person: str) -> None:
    """Take a person out of a group.

    Raises Refusal: ``member.unknown``, ``member.last``, ``member.has_line`` where a line of the project is theirs.
    """
    project, who = find(work, code), person.upper()
    members = members_of(work, project.code)
    if who not in members:
        raise refuse("member.unknown", code=who, project=project.code, members=listed(members))
    if len(members) == 1:
        raise refuse("member.last", code=who, project=project.code)
    theirs = select(BatchLine.batch_code).where(
        BatchLine.project_code == project.code, BatchLine.beneficiary_code == who, col(BatchLine.status).in_(LIVE)
    )
    batches = sorted(set(work.session.exec(theirs).all()))
    if batches:
        raise refuse("member.has_line", code=who, project=project.code, batches=listed(batches))
    work.session.delete(work.session.get_one(ProjectMember, (project.code, who)))
    work.session.flush()
    work.record("project.member", code=project.code, removed=who)


def suggested_sector(work: Work, activity: str | None) -> str | None:
    """Give the sector that an activity suggests: that of the ledger's own projects of it, else the usual one.

    Nothing where the ledger's projects are divided, or nothing is known of such an activity.
    """
    if not activity:
        return None
    wanted = (
        select(Project.activity, Project.sector_code, func.count())
        .where(col(Project.activity).is_not(None), col(Project.sector_code).is_not(None))
        .group_by(col(Project.activity), col(Project.sector_code))
    )
    votes: Counter[str] = Counter()
    for other, sector, number in work.session.exec(wanted).all():
        if fold(other or "") == fold(activity):
            votes[sector or ""] += number
    if not votes:
        return usual_sector(activity)
    first, *others = votes.most_common(2)
    return None if others and others[0][1] == first[1] else first[0]
