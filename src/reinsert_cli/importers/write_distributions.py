"""Writes what a distribution sheet brings, in bulk: people, projects, lines, and what changed of them."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import Any, Final

from sqlalchemy import bindparam, delete, func, insert, update
from sqlmodel import SQLModel, col, select

from reinsert_cli.domain import pseudonyms
from reinsert_cli.domain.text import fold
from reinsert_cli.importers.known import Known
from reinsert_cli.importers.lines import Line
from reinsert_cli.importers.match import Person
from reinsert_cli.importers.plan_distributions import Plan
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
    changed = [{"key": line.id, **_row(line)} for line in plan.changed_lines]
    _update(work, BatchLine, "id", LINE_FIELDS, changed)
    _unshare(work, [line for line in plan.changed_lines if line.envelope != known.lines.by_id[line.id or 0].envelope])
    sectors = [{"key": line.project, "sector_code": line.sector} for line in plan.changed_lines if line.sector]
    _update(work, Project, "code", ("sector_code",), sectors)
    work.record(
        "distributions.apply",
        batch=batch.code,
        new_people=len(plan.new_people),
        changed_people=len(plan.changed_people),
        new_lines=len(plan.new_lines),
        changed_lines=len(plan.changed_lines),
        centimes=sum(wish.line.amount for wish in plan.new_lines),
    )


def _write_people(work: Work, new: Sequence[Person], changed: Collection[Person]) -> None:
    for table, (key, fields) in HOMES.items():
        _insert(work, table, [{key: person.code, **_part(person, fields)} for person in new])
        _update(work, table, key, fields, [{"key": person.code, **_part(person, fields)} for person in changed])


def _part(person: Person, fields: tuple[str, ...]) -> dict[str, Any]:
    return {name: person.facts[name] for name in fields}


def _write_projects(work: Work, lines: Sequence[Line], known: Known, batch: Batch) -> None:
    """Give each line its project: the one that its person already has for this activity, else a new one."""
    codes = pseudonyms.fresh("P", set(known.projects.values()))
    projects: list[dict[str, Any]] = []
    members: list[dict[str, Any]] = []
    for line in lines:
        key = (line.person, fold(line.activity or ""))
        if key not in known.projects:
            known.projects[key] = code = next(codes)
            projects.append(
                {
                    "code": code,
                    "programme_code": batch.programme_code,
                    "kind": "individual",
                    "activity": line.activity,
                    "sector_code": line.sector,
                }
            )
            members.append({"project_code": code, "beneficiary_code": line.person})
        line.project = known.projects[key]
    _insert(work, Project, projects)
    _insert(work, ProjectMember, members)


def _insert_lines(work: Work, plan: Plan, batch: Batch) -> None:
    first = (work.session.exec(select(func.max(col(BatchLine.id)))).one() or 0) + 1
    for number, wish in enumerate(plan.new_lines, start=first):
        wish.line.id = number
        wish.result.subject = str(number)
    rows = [
        {
            "id": wish.line.id,
            "batch_code": batch.code,
            "beneficiary_code": wish.line.person,
            "status": "expected",
            **_row(wish.line),
        }
        for wish in plan.new_lines
    ]
    _insert(work, BatchLine, rows)


def _unshare(work: Work, lines: Sequence[Line]) -> None:
    """Let the envelope that a row newly names pay its line alone."""
    if lines:
        numbers = [line.id for line in lines]
        work.session.execute(delete(LineShare).where(col(LineShare.line_id).in_(numbers)))


def _row(line: Line) -> dict[str, Any]:
    values = (line.kind, line.label, line.amount, line.envelope, line.project)
    return dict(zip(LINE_FIELDS, values, strict=True))


def _insert(work: Work, table: type[SQLModel], rows: Sequence[dict[str, Any]]) -> None:
    if rows:
        work.session.execute(insert(table), rows)


def _update(
    work: Work, table: type[SQLModel], key: str, fields: tuple[str, ...], rows: Sequence[dict[str, Any]]
) -> None:
    """Update many rows, each found by its ``key``."""
    if not rows:
        return
    columns = table.__table__.c  # type: ignore[attr-defined]
    statement = update(table.__table__).where(columns[key] == bindparam("key"))  # type: ignore[attr-defined]
    work.session.connection().execute(statement.values({name: bindparam(name) for name in fields}), list(rows))
