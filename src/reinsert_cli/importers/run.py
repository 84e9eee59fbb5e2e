"""One file from its bytes to its rows' outcomes, inside the caller's unit of work."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from sqlalchemy import func, insert
from sqlmodel import col, select

from reinsert_cli.domain.faults import ExitStatus, Fault, Problem, Refusal
from reinsert_cli.importers import columns, header, plan_budgets, plan_statements, reader
from reinsert_cli.importers.budgets import BUDGETS
from reinsert_cli.importers.columns import Step
from reinsert_cli.importers.distributions import DISTRIBUTIONS
from reinsert_cli.importers.fields import Kind, Parsed
from reinsert_cli.importers.header import Header
from reinsert_cli.importers.outcome import FileResult, RowResult, invalid, problems_of
from reinsert_cli.importers.plan_distributions import Target, distribute
from reinsert_cli.importers.reader import Source
from reinsert_cli.importers.statements import STATEMENTS
from reinsert_cli.ledger import batch as batches
from reinsert_cli.ledger import codes
from reinsert_cli.store.tables import Batch, Centre, Envelope, ImportRow, ImportRun
from reinsert_cli.store.work import Work

KINDS: Final = {kind.name: kind for kind in (BUDGETS, DISTRIBUTIONS, STATEMENTS)}


@dataclass(frozen=True, slots=True)
class Options:
    """What the command says of the files: their kind, and where rows that name none of these go."""

    kind: str | None = None
    batch: str | None = None
    envelope: str | None = None
    centre: str | None = None
    accept_valid: bool = False


def _unwatched(_done: int, _total: int) -> None:
    """Take note of nothing."""


def bring_in(work: Work, path: Path, options: Options, step: Step = _unwatched) -> FileResult:
    """Import one file, telling ``step`` how many rows of how many are read.

    The caller commits where ``applied`` is true and rolls back where it is not. Raises Refusal: exit 4 when the
    file cannot be read, exit 3 when the ledger's rules refuse the whole file.
    """
    source = reader.read(path)
    result = FileResult(source.name)
    kinds = [KINDS[options.kind]] if options.kind else list(KINDS.values())
    found = header.find(source.sheets, kinds)
    if isinstance(found, Fault):
        result.problems.append(Problem(found))
        return result
    result.kind, result.sheet, result.header_row = found.kind.name, found.sheet.title, found.row
    result.problems += header.problems(found)
    if not result.has_errors:
        _take_rows(work, result, found, source, options, step)
    return result


def _take_rows(work: Work, result: FileResult, found: Header, source: Source, options: Options, step: Step) -> None:
    target = _target(work, found.kind, options)
    rows = list(columns.parse(found, step))
    readable = [row for row in rows if not row.faults]
    outcomes = _apply(work, found.kind, readable, target, source.name)
    by_number = {outcome.number: outcome for outcome in outcomes}
    result.rows = [by_number.get(row.number) or invalid(found, row) for row in rows]
    result.problems += [problem for row in result.rows for problem in problems_of(found, row)]
    if not rows:
        result.problems.append(Problem(Fault("sheet.no_rows"), "error", found.sheet.title, row=found.row))
    result.applied = bool(rows) and (options.accept_valid or not result.has_errors)
    if result.applied:
        result.code = _remember(work, result, source, target)


def _target(work: Work, kind: Kind, options: Options) -> Target | None:
    """Find, for distributions, where the rows go; refuse a batch that is no longer open."""
    if kind is not DISTRIBUTIONS:
        return None
    if options.batch is None:
        raise Refusal(ExitStatus.USAGE, "import.batch_missing")
    batch = codes.find(work.session, Batch, options.batch)
    if options.envelope:
        codes.find(work.session, Envelope, options.envelope)
    if options.centre:
        codes.find(work.session, Centre, options.centre)
    batches.require_open(batch)
    return Target(batch, options.envelope, options.centre)


def _apply(work: Work, kind: Kind, rows: Sequence[Parsed], target: Target | None, file_name: str) -> list[RowResult]:
    if target is not None:
        return distribute(work, rows, target, file_name)
    return plan_budgets.apply(work, rows) if kind is BUDGETS else plan_statements.apply(work, rows)


def _remember(work: Work, result: FileResult, source: Source, target: Target | None) -> str:
    """Keep what the file was and what its rows became, so that it is known when it comes again."""
    number = work.session.exec(select(func.count(col(ImportRun.code)))).one() + 1
    code = f"I-{number:05d}"
    run = ImportRun(
        code=code,
        kind=result.kind or "",
        file_name=source.name,
        sha256=source.sha256,
        sheet=result.sheet,
        batch_code=target.batch.code if target else None,
        written_at=work.written_at,
        author=work.author,
    )
    work.session.add(run)
    work.session.flush()
    kept: list[dict[str, Any]] = [
        {
            "import_code": code,
            "row": row.number,
            "outcome": row.outcome,
            "fingerprint": row.fingerprint,
            "subject": row.subject,
        }
        for row in result.rows
    ]
    if kept:
        work.session.execute(insert(ImportRow), kept)
    work.record("import", code=code, kind=result.kind, sha256=source.sha256, **result.counts)
    return code
