"""What the ledger keeps of a file that came in: its rows, who people were before it, what is left to be decided."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence

from sqlalchemy import text
from sqlmodel import col, func, select

from reinsert_cli.importers.fields import Parsed
from reinsert_cli.importers.match import Person
from reinsert_cli.importers.outcome import FileResult, RowResult
from reinsert_cli.importers.plan import Target
from reinsert_cli.importers.remembered import facts_digest
from reinsert_cli.importers.said import Said
from reinsert_cli.importers.who import facts_of
from reinsert_cli.store import bulk
from reinsert_cli.store.import_tables import NOTHING_SAID, FormerIdentity, ImportRow, ImportRun, Review
from reinsert_cli.store.work import Work

IDENTITY = ("name_latin", "name_arabic", "cin", "birth_date", "phone", "file_number")

SUPERSEDE = """
UPDATE review SET decision = 'void', said = :nothing, facts = ''
WHERE decision IS NULL AND import_code <> :code
  AND import_code IN (SELECT code FROM import_run WHERE kind = :kind AND COALESCE(batch_code, '') = :batch)
  AND fingerprint || '' IN (SELECT fingerprint FROM import_row WHERE import_code = :code)
"""
"""A row that comes again is decided once: where it came last. What it said of somebody is kept there alone."""


def remember(
    work: Work,
    result: FileResult,
    rows: Sequence[Parsed],
    target: Target | None,
    former: Mapping[str, Person],
) -> str:
    """Keep what the file was and what its rows became, so that it is known when it comes again; give its code."""
    code = _next_code(work)
    work.session.add(
        ImportRun(
            code=code,
            kind=result.kind or "",
            file_name=result.file,
            sha256=result.sha256,
            sheet=result.sheet,
            batch_code=target.batch_code if target else None,
            written_at=work.written_at,
            author=work.author,
            audit_id=work.number,
        )
    )
    work.session.flush()
    kept = [(code, row.number, row.outcome, row.fingerprint, row.subject) for row in result.rows]
    bulk.insert(work, ImportRow, ("import_code", "row", "outcome", "fingerprint", "subject"), kept)
    keep_former(work, code, former.values())
    if target:
        _keep_doubts(work, code, result.rows, rows, target)
        named = {"code": code, "kind": result.kind, "batch": target.batch_code or "", "nothing": NOTHING_SAID}
        work.session.execute(text(SUPERSEDE), named)
    work.record("import", code=code, kind=result.kind, sha256=result.sha256, **result.counts)
    return code


def _next_code(work: Work) -> str:
    last = work.session.exec(select(func.max(col(ImportRun.code)))).one()
    return f"I-{int(last[2:]) + 1 if last else 1:06d}"


def keep_former(work: Work, code: str, former: Iterable[Person]) -> None:
    """Keep who people were before the file said more of them; what was kept first of somebody stands."""
    kept = set(work.session.exec(select(FormerIdentity.beneficiary_code).where(FormerIdentity.import_code == code)))
    rows = [(code, one.code, *(one.facts[name] for name in IDENTITY)) for one in former if one.code not in kept]
    bulk.insert(work, FormerIdentity, ("import_code", "beneficiary_code", *IDENTITY), rows)


def _keep_doubts(work: Work, code: str, results: Iterable[RowResult], rows: Iterable[Parsed], target: Target) -> None:
    """Keep the parked rows, with what they say, for somebody to decide."""
    said = {row.number: row.values for row in rows}
    parked = [result for result in results if result.doubt]
    work.session.add_all(review_of(code, result, said[result.number], target) for result in parked)
    work.session.flush()


def review_of(code: str, result: RowResult, values: Mapping[str, object], target: Target) -> Review:
    """Give the question that a parked row leaves."""
    facts = facts_of(values, target.centre)
    review = Review(
        import_code=code,
        row=result.number,
        fingerprint=result.fingerprint,
        facts=facts_digest(facts),
        fault="",
        candidates="[]",
        said=Said(values, target.envelope, target.centre).text(),
    )
    ask(review, result)
    return review


def ask(review: Review, result: RowResult) -> None:
    """Put down why a row is parked and what it may mean."""
    if result.doubt:
        review.fault = result.doubt.fault.code
        review.candidates = json.dumps(result.doubt.projects or result.doubt.people)
        review.line = result.doubt.line
        review.person = result.doubt.people[0] if result.doubt.projects else None
