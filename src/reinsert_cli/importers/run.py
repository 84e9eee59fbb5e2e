"""One file from its bytes to its rows' outcomes: read and parsed without the ledger, then inside a unit of work."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

from reinsert_cli.domain.faults import Fault, Problem
from reinsert_cli.domain.progress import Step
from reinsert_cli.importers import columns, header, plan_budgets, plan_statements
from reinsert_cli.importers.beneficiaries import BENEFICIARIES
from reinsert_cli.importers.budgets import BUDGETS
from reinsert_cli.importers.distributions import DISTRIBUTIONS
from reinsert_cli.importers.fields import Kind, Parsed
from reinsert_cli.importers.followups import FOLLOWUPS
from reinsert_cli.importers.header import Header
from reinsert_cli.importers.known_people import known_people
from reinsert_cli.importers.mapping import kinds_with
from reinsert_cli.importers.memory import remember
from reinsert_cli.importers.options import Options
from reinsert_cli.importers.outcome import FileResult, RowResult, invalid, problems_of
from reinsert_cli.importers.passed_over import without_ours, without_unbegun, without_waiting
from reinsert_cli.importers.plan import File
from reinsert_cli.importers.projects import PROJECTS
from reinsert_cli.importers.rows import sift
from reinsert_cli.importers.sheet import Source
from reinsert_cli.importers.statements import STATEMENTS
from reinsert_cli.importers.ways import WAYS
from reinsert_cli.store.work import Work

KINDS: Final = {kind.name: kind for kind in (BENEFICIARIES, BUDGETS, DISTRIBUTIONS, FOLLOWUPS, PROJECTS, STATEMENTS)}

APPLY: Final[dict[str, Callable[[Work, Sequence[Parsed]], list[RowResult]]]] = {
    "budgets": plan_budgets.apply,
    "statements": plan_statements.apply,
}


LOST: Final = frozenset({"file.far_cells", "file.sheet_missing"})
"""What of a file was not read, though it may hold something."""


@dataclass(frozen=True, slots=True)
class Prepared:
    """A file read and parsed: its sheets, the table found in them, its rows without the totals, the result so far."""

    result: FileResult
    source: Source
    found: Header | None
    rows: tuple[Parsed, ...] = ()

    def without_cells(self) -> Prepared:
        """Give the same without the sheets' cells, which nothing but a marked copy needs any more."""
        if self.found is None:
            return self
        headings = replace(self.found.sheet, rows=self.found.sheet.rows[: self.found.row])
        return replace(self, source=replace(self.source, sheets=()), found=replace(self.found, sheet=headings))


def prepare(source: Source, options: Options, step: Step) -> Prepared:
    """Parse what was read of one file, telling ``step`` how far it is; no ledger is needed yet.

    Raises Refusal (exit 2) when a column is mapped to no field.
    """
    source = without_ours(source)
    result = FileResult(source.name, sha256=source.sha256, encoding=source.encoding)
    result.problems += [Problem(Fault(code), "warning" if code in LOST else "notice") for code in source.notices]
    kinds = kinds_of(options.kind, options.mapping, is_handed_over=bool(options.batch or options.envelope))
    found = header.find(source.sheets, kinds, options.mapping, options.sheet)
    if isinstance(found, Fault):
        result.problems.append(Problem(found))
        return Prepared(result, source, None)
    found = without_unbegun(found)
    result.kind, result.sheet, result.header_row = found.kind.name, found.sheet.title, found.row
    result.problems += header.problems(found)
    kept, told = sift(found, columns.parse(found, step))
    kept, waiting = without_waiting(found, kept)
    result.problems += [*told, *waiting]
    if not kept and not waiting:
        result.problems.append(Problem(Fault("sheet.no_rows"), "error", found.sheet.title, row=found.row))
    return Prepared(result, source, found, tuple(kept))


def kinds_of(name: str | None, mapping: Mapping[str, str], *, is_handed_over: bool = False) -> list[Kind]:
    """Give the kinds that a file may be of; where its rows go into a batch, none of what comes before a handover.

    Raises Refusal (exit 2) when a column is mapped to no field of theirs.
    """
    if name:
        return kinds_with([KINDS[name]], mapping)
    return kinds_with([kind for kind in KINDS.values() if not (is_handed_over and kind.is_before_handover)], mapping)


def bring_in(work: Work, prepared: Prepared, options: Options, step: Step) -> FileResult:
    """Bring a prepared file into the ledger, telling ``step`` how far it is.

    The caller commits where ``applied`` is true and rolls back where it is not. Raises Refusal (exit 3) when
    the ledger's rules refuse the whole file, and (exit 2) when nothing says which batch distributions go into.
    """
    result, found = prepared.result, prepared.found
    if found is None or any(problem.fault.code in header.FATAL for problem in result.problems):
        return result
    readable = [row for row in prepared.rows if not row.faults]
    way = WAYS.get(found.kind.name)
    target = way.target(work, options) if way else None
    if way:
        planned = way.plan(work, known_people(work), readable, target, File(result.file, result.sha256), step)
        result.problems += [Problem(fault, "warning", result.sheet) for fault in planned.warnings]
        result.problems += [Problem(fault, "notice", result.sheet) for fault in planned.notices]
        step("writing", 0, 0)
        planned.write()
        outcomes, former = planned.results, planned.former
    else:
        outcomes, former = APPLY[found.kind.name](work, readable), {}
    by_number = {outcome.number: outcome for outcome in outcomes}
    result.rows = [by_number.get(row.number) or invalid(found, row) for row in prepared.rows]
    result.problems += [problem for row in result.rows for problem in problems_of(found, row)]
    result.applied = bool(result.rows) and (options.accept_valid or not result.has_errors)
    if result.applied:
        result.code = remember(work, result, prepared.rows, target, former)
    return result
