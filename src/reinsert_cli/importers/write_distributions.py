"""Writes what a distribution sheet brings, in bulk: people, projects, lines, and what changed of them."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import chain
from typing import Any, Final

from sqlalchemy import delete, func
from sqlmodel import col, select

from reinsert_cli.domain.text import fold
from reinsert_cli.importers.known import Known, projects_of
from reinsert_cli.importers.lines import Line
from reinsert_cli.importers.plan import Plan, Wish
from reinsert_cli.importers.write_people import write_people
from reinsert_cli.ledger.codes import unused
from reinsert_cli.store import bulk
from reinsert_cli.store.tables import (
    Batch,
    BatchLine,
    History,
    LineShare,
    Project,
    ProjectMember,
)
from reinsert_cli.store.work import Work

LINE_FIELDS: Final = ("kind", "label", "amount", "envelope_code", "project_code")


def write(work: Work, plan: Plan, known: Known, batch: Batch) -> None:
    """Write the plan and note it for the audit."""
    with bulk.indexed_after(work, (ProjectMember, BatchLine, History), len(plan.new_lines)):
        write_people(work, plan)
        _number(work, plan.new_lines)
        _write_lines(work, plan, batch)
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


def _number(work: Work, wishes: Sequence[Wish]) -> None:
    """Give new lines their numbers, in the order of the file."""
    first = (work.session.exec(select(func.max(col(BatchLine.id)))).one() or 0) + 1
    for number, wish in enumerate(wishes, start=first):
        wish.line.id = number
        wish.result.subject = str(number)


def _write_lines(work: Work, plan: Plan, batch: Batch) -> None:
    """Write the new lines, and the projects that they and the changed ones need.

    A line's project is the one that its person already has for this activity, else a new one.
    """
    new, changed = [wish.line for wish in plan.new_lines], plan.changed_lines
    unknown = {person.code for person in plan.new_people}
    projects = projects_of(work, batch.programme_code, {line.person for line in (*new, *changed)} - unknown)
    codes = unused(work, Project, "P")
    rows: list[tuple[Any, ...]] = []
    for line, number in chain(((line, line.id) for line in new), ((line, None) for line in changed)):
        key, is_new = (line.person, fold(line.activity or "")), None
        line.project = projects.get(key)
        if line.project is None:
            projects[key] = line.project = is_new = next(codes)
        rows.append((number, line.person, *_row(line), is_new, line.activity, line.sector))
    columns = ("line", "person", *LINE_FIELDS, "new_project", "activity", "sector")
    project = {"programme_code": batch.programme_code, "kind": "individual"}
    of_line = {"id": "line", "beneficiary_code": "person", **dict(zip(LINE_FIELDS, LINE_FIELDS, strict=True))}
    with bulk.staged(work, columns, rows) as staged:
        where = "new_project"
        staged.fill(Project, {"code": where, "activity": "activity", "sector_code": "sector"}, project, key=where)
        staged.fill(ProjectMember, {"project_code": where, "beneficiary_code": "person"}, key=where)
        staged.fill(BatchLine, of_line, {"batch_code": batch.code, "status": "expected"}, key="line")


def _unshare(work: Work, lines: Sequence[Line]) -> None:
    """Let the envelope that a row newly names pay its line alone."""
    if lines:
        numbers = [line.id for line in lines]
        work.session.execute(delete(LineShare).where(col(LineShare.line_id).in_(numbers)))


def _row(line: Line) -> tuple[Any, ...]:
    """Give the values of :data:`LINE_FIELDS`."""
    return line.kind, line.label, line.amount, line.envelope, line.project
