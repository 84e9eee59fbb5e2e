"""Writes what a distribution sheet brings, in bulk: people, projects, lines, and what changed of them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any, Final

from sqlalchemy import delete, func
from sqlmodel import SQLModel, col, select

from reinsert_cli.domain import pseudonyms
from reinsert_cli.domain.text import fold
from reinsert_cli.importers.known import Known
from reinsert_cli.importers.lines import Line
from reinsert_cli.importers.match import Person
from reinsert_cli.importers.plan import Plan
from reinsert_cli.store import bulk
from reinsert_cli.store.tables import (
    Batch,
    BatchLine,
    Beneficiary,
    Identity,
    LineShare,
    Project,
    ProjectMember,
    Sensitive,
)
from reinsert_cli.store.work import Work

HOMES: Final[dict[type[SQLModel], tuple[str, tuple[str, ...]]]] = {
    Beneficiary: ("code", ("sex", "province_code", "centre_code")),
    Identity: (
        "beneficiary_code",
        ("cin", "birth_date", "file_number", "name_latin", "name_arabic", "phone"),
    ),
    Sensitive: ("beneficiary_code", ("disabled", "special_category")),
}
"""Which table, under which key, holds which facts about a person."""

LINE_FIELDS: Final = ("kind", "label", "amount", "envelope_code", "project_code")


def write(work: Work, plan: Plan, known: Known, batch: Batch) -> None:
    """Write the plan and note it for the audit."""
    _write_people(work, plan.new_people, plan.changed_people.values())
    _write_projects(work, [wish.line for wish in plan.new_lines] + plan.changed_lines, known, batch)
    _insert_lines(work, plan, batch)
    bulk.update(work, BatchLine, "id", LINE_FIELDS, [(*_row(line), line.id) for line in plan.changed_lines])
    _unshare(work, [line for line in plan.changed_lines if line.envelope != known.lines.by_id[line.id or 0].envelope])
    sectors = [(line.sector, line.project) for line in plan.changed_lines if line.sector]
    bulk.update(work, Project, "code", ("sector_code",), sectors)
    work.record(
        "distributions.apply",
        batch=batch.code,
        new_people=len(plan.new_people),
        changed_people=len(plan.changed_people),
        new_lines=len(plan.new_lines),
        changed_lines=len(plan.changed_lines),
        centimes=sum(wish.line.amount for wish in plan.new_lines),
    )


def _write_people(work: Work, new: Sequence[Person], changed: Iterable[Person]) -> None:
    new = sorted(new, key=_code)
    for table, (key, fields) in HOMES.items():
        rows = [(person.code, *_part(person, fields)) for person in new]
        bulk.insert(work, table, (key, *fields), rows)
        bulk.update(work, table, key, fields, [(*_part(person, fields), person.code) for person in changed])


def _code(person: Person) -> str:
    return person.code


def _part(person: Person, fields: tuple[str, ...]) -> tuple[Any, ...]:
    facts = person.facts
    return tuple([facts[name] for name in fields])


def _write_projects(work: Work, lines: Sequence[Line], known: Known, batch: Batch) -> None:
    """Give each line its project: the one that its person already has for this activity, else a new one."""
    codes = pseudonyms.fresh("P", set(known.projects.values()))
    projects: list[tuple[Any, ...]] = []
    members: list[tuple[str, str]] = []
    for line in lines:
        key = (line.person, fold(line.activity or ""))
        if key not in known.projects:
            known.projects[key] = code = next(codes)
            projects.append((code, batch.programme_code, "individual", line.activity, line.sector))
            members.append((code, line.person))
        line.project = known.projects[key]
    columns = ("code", "programme_code", "kind", "activity", "sector_code")
    bulk.insert(work, Project, columns, sorted(projects))
    bulk.insert(work, ProjectMember, ("project_code", "beneficiary_code"), sorted(members))


def _insert_lines(work: Work, plan: Plan, batch: Batch) -> None:
    first = (work.session.exec(select(func.max(col(BatchLine.id)))).one() or 0) + 1
    for number, wish in enumerate(plan.new_lines, start=first):
        wish.line.id = number
        wish.result.subject = str(number)
    lines = [wish.line for wish in plan.new_lines]
    columns = ("id", "batch_code", "beneficiary_code", "status", *LINE_FIELDS)
    rows = [(line.id, batch.code, line.person, "expected", *_row(line)) for line in lines]
    bulk.insert(work, BatchLine, columns, rows)


def _unshare(work: Work, lines: Sequence[Line]) -> None:
    """Let the envelope that a row newly names pay its line alone."""
    if lines:
        numbers = [line.id for line in lines]
        work.session.execute(delete(LineShare).where(col(LineShare.line_id).in_(numbers)))


def _row(line: Line) -> tuple[Any, ...]:
    """Give the values of :data:`LINE_FIELDS`."""
    return line.kind, line.label, line.amount, line.envelope, line.project
