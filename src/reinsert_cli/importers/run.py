"""One file from its bytes to its rows' outcomes: read and parsed without the ledger, then inside a unit of work."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from sqlalchemy import func, insert
from sqlmodel import col, select

from reinsert_cli.domain.faults import ExitStatus, Fault, Problem, Refusal, Severity
from reinsert_cli.domain.progress import Step
from reinsert_cli.importers import columns, header, plan_budgets, plan_statements, reader
from reinsert_cli.importers.budgets import BUDGETS
from reinsert_cli.importers.distributions import DISTRIBUTIONS
from reinsert_cli.importers.fields import Parsed
from reinsert_cli.importers.header import Header
from reinsert_cli.importers.known import known
from reinsert_cli.importers.outcome import FileResult, RowResult, invalid, problems_of
from reinsert_cli.importers.plan_distributions import File, Intent, Target, plan
from reinsert_cli.importers.statements import STATEMENTS
from reinsert_cli.importers.totals import Sums
from reinsert_cli.importers.write_distributions import write
from reinsert_cli.ledger import batch as batches
from reinsert_cli.ledger import codes
from reinsert_cli.store.tables import Batch, Centre, Envelope, ImportRow, ImportRun
from reinsert_cli.store.work import Work

KINDS: Final = {kind.name: kind for kind in (BUDGETS, DISTRIBUTIONS, STATEMENTS)}

APPLY: Final[dict[str, Callable[[Work, Sequence[Parsed]], list[RowResult]]]] = {
    "budgets": plan_budgets.apply,
    "statements": plan_statements.apply,
}


@dataclass(frozen=True, slots=True)
class Options:
    """What the command says of the files: their kind, where rows go that name no place, what they do to old lines."""

    kind: str | None = None
    batch: str | None = None
    envelope: str | None = None
    centre: str | None = None
    intent: Intent = None
    accept_valid: bool = False


@dataclass(frozen=True, slots=True)
class Prepared:
    """A file read and parsed: the table found in it, its rows without the totals, and the result so far."""

    result: FileResult
    found: Header | None
    rows: tuple[Parsed, ...] = ()


def prepare(path: Path, options: Options, step: Step) -> Prepared:
    """Read and parse one file, telling ``step`` how far it is; no ledger is needed yet.

    Raises Refusal (exit 4) when the file cannot be read.
    """
    step("reading", 0, 0)
    source = reader.read(path)
    result = FileResult(source.name, sha256=source.sha256)
    sheets = tuple(sheet for sheet in source.sheets if not sheet.is_hidden)
    found = header.find(sheets, [KINDS[options.kind]] if options.kind else list(KINDS.values()))
    if isinstance(found, Fault):
        result.problems.append(Problem(found))
        return Prepared(result, None)
    result.kind, result.sheet, result.header_row = found.kind.name, found.sheet.title, found.row
    result.problems += header.problems(found)
    return Prepared(result, found, tuple(_without_totals(found, list(columns.parse(found, step)), result)))


def _without_totals(found: Header, rows: list[Parsed], result: FileResult) -> list[Parsed]:
    """Take the total rows out, each checked against the rows above it."""
    sums, kept = Sums(), []
    for row in rows:
        if row.is_total:
            fault = sums.compare(row)
            severity: Severity = "error" if fault else "notice"
            told = Problem(fault or Fault("total.agrees"), severity, found.sheet.title, row=row.number)
            result.problems.append(told)
        else:
            sums.add(row)
            kept.append(row)
    if not kept:
        result.problems.append(Problem(Fault("sheet.no_rows"), "error", found.sheet.title, row=found.row))
    return kept


def bring_in(work: Work, prepared: Prepared, options: Options, step: Step) -> FileResult:
    """Bring a prepared file into the ledger, telling ``step`` how far it is.

    The caller commits where ``applied`` is true and rolls back where it is not. Raises Refusal (exit 3) when
    the ledger's rules refuse the whole file, and (exit 2) when nothing says which batch distributions go into.
    """
    result, found = prepared.result, prepared.found
    if found is None or any(problem.fault.code in header.FATAL for problem in result.problems):
        return result
    readable = [row for row in prepared.rows if not row.faults]
    target = _target(work, options) if found.kind is DISTRIBUTIONS else None
    outcomes = _distribute(work, readable, target, result, step) if target else APPLY[found.kind.name](work, readable)
    by_number = {outcome.number: outcome for outcome in outcomes}
    result.rows = [by_number.get(row.number) or invalid(found, row) for row in prepared.rows]
    result.problems += [problem for row in result.rows for problem in problems_of(found, row)]
    result.applied = bool(result.rows) and (options.accept_valid or not result.has_errors)
    if result.applied:
        result.code = _remember(work, result, target)
    return result


def _target(work: Work, options: Options) -> Target:
    """Find where distributions go; refuse a batch that is no longer open, and codes that do not exist."""
    if options.batch is None:
        raise Refusal(ExitStatus.USAGE, "import.batch_missing")
    batch = codes.find(work.session, Batch, options.batch)
    for table, code in ((Envelope, options.envelope), (Centre, options.centre)):
        if code:
            codes.require(work.session, table, code)
    batches.require_open(batch)
    return Target(batch, options.envelope, options.centre, options.intent)


def _distribute(work: Work, rows: Sequence[Parsed], target: Target, result: FileResult, step: Step) -> list[RowResult]:
    ledger = known(work, target.batch)
    envelopes = {envelope.code: envelope for envelope in work.session.exec(select(Envelope)).all()}
    outcomes, wanted = plan(rows, ledger, target, envelopes, File(result.file, result.sha256), step)
    if wanted.left_out:
        fault = Fault("lines.not_in_file", {"count": str(len(wanted.left_out))})
        result.problems.append(Problem(fault, "warning", result.sheet))
    step("writing", 0, 0)
    write(work, wanted, ledger, target.batch)
    return outcomes


def _remember(work: Work, result: FileResult, target: Target | None) -> str:
    """Keep what the file was and what its rows became, so that it is known when it comes again."""
    last = work.session.exec(select(func.max(col(ImportRun.code)))).one()
    code = f"I-{int(last[2:]) + 1 if last else 1:06d}"
    run = ImportRun(
        code=code,
        kind=result.kind or "",
        file_name=result.file,
        sha256=result.sha256,
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
    work.session.execute(insert(ImportRow), kept)
    work.record("import", code=code, kind=result.kind, sha256=result.sha256, **result.counts)
    return code
