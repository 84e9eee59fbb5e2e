"""Decides parked rows: each goes in as what somebody found it to be, and the decision is remembered (design §5)."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from typing import Any, Final

from sqlmodel import select

from reinsert_cli.domain.faults import ExitStatus, Refusal, refuse
from reinsert_cli.domain.language import listed
from reinsert_cli.domain.progress import silent
from reinsert_cli.importers.fields import Parsed
from reinsert_cli.importers.fingerprint import fingerprints
from reinsert_cli.importers.known_people import KnownPeople, known_people
from reinsert_cli.importers.match import Person, name_keys
from reinsert_cli.importers.memory import ask, keep_former
from reinsert_cli.importers.outcome import RowResult
from reinsert_cli.importers.plan import Decision, File
from reinsert_cli.importers.said import Said
from reinsert_cli.importers.ways import WAYS
from reinsert_cli.importers.who import expect, facts_of
from reinsert_cli.ledger import beneficiary
from reinsert_cli.ledger.beneficiary import require_living
from reinsert_cli.store.import_tables import ImportRow, ImportRun, Review
from reinsert_cli.store.work import Work

SAME_PERSON: Final = frozenset({"line.possible", "line.moved_by_hand", "cost.possible", "followup.possible"})
"""Doubts about a line, a cost or a visit only: the row's person, the last candidate, is not in question."""

IDENTITY: Final = ("name_latin", "name_arabic", "cin", "birth_date", "file_number", "centre_code")


def accept(work: Work, number: int, person: str | None = None, project: str | None = None) -> RowResult:
    """Decide that a row means the person, the line, the project or the visit that it may mean.

    The row is parked again where the person is settled and their line or project is not.
    Raises Refusal: ``review.unknown``, ``review.decided``, ``review.several`` and ``review.several_projects`` where one
    of several must be named, ``review.not_a_candidate``, those of the batch's state.
    """
    review = _open(work, number)
    candidates: list[str] = json.loads(review.candidates)
    if review.fault == "line.moved_by_hand":
        return _leave(work, review, candidates[0])
    if project and not _is_of_a_visit(work, review):
        raise refuse("review.not_a_candidate", code=project, codes=listed(candidates))
    if review.person and not project:
        raise refuse("review.several_projects", number=str(review.id), codes=listed(candidates))
    chosen = require_living(work, person).code if person else review.person or _only(review, candidates)
    return _settle(work, review, "accepted", Decision(chosen, review.line, project=project))


def reject(work: Work, number: int) -> RowResult:
    """Decide that a row means somebody who is not known yet; of a doubt about a line or a visit, that it is one more.

    A visit to nobody known is set aside. Raises Refusal as :func:`accept` does, and ``review.number_taken`` where the
    card or file number is somebody's.
    """
    review = _open(work, number)
    candidates: list[str] = json.loads(review.candidates)
    if review.fault not in SAME_PERSON and _is_of_a_visit(work, review):
        return _set_aside(work, review)
    person = candidates[-1] if review.fault in SAME_PERSON else None
    return _settle(work, review, "rejected", Decision(person, is_new_line=True))


def merge(work: Work, number: int, kept: str | None, reason: str) -> RowResult:
    """Decide that all whom a row may mean are one person: their codes become one, and the row is theirs.

    Raises Refusal as :func:`accept` does, and ``review.nobody_to_merge``.
    """
    review = _open(work, number)
    candidates: list[str] = json.loads(review.candidates)
    if len(candidates) < 2 or review.person or review.fault in SAME_PERSON:  # noqa: PLR2004  (it takes two to merge)
        raise refuse("review.nobody_to_merge", number=str(number))
    first = kept.upper() if kept else candidates[0]
    if first not in candidates:
        raise refuse("review.not_a_candidate", code=first, codes=listed(candidates))
    for other in candidates:
        if other != first:
            beneficiary.merge(work, first, other, reason)
    return _settle(work, review, "merged", Decision(first, review.line))


def _open(work: Work, number: int) -> Review:
    review = work.session.get(Review, number)
    if review is None or review.decision == "void":
        raise refuse("review.unknown", number=str(number))
    if review.decision:
        raise refuse("review.decided", number=str(number), person=review.person or "—")
    return review


def _is_of_a_visit(work: Work, review: Review) -> bool:
    return work.session.get_one(ImportRun, review.import_code).kind == "followups"


def _only(review: Review, candidates: Sequence[str]) -> str:
    if len(candidates) > 1:
        raise refuse("review.several", number=str(review.id), codes=listed(candidates))
    return candidates[0]


def _settle(work: Work, review: Review, decision: str, wanted: Decision) -> RowResult:
    """Bring the row in as decided, and remember it."""
    run = work.session.get_one(ImportRun, review.import_code)
    way = WAYS[run.kind]
    said = Said.read(review.said)
    row = Parsed(review.row, dict(said.values))
    mark = fingerprints([row], said.centre)[0][0]
    target = way.target_again(work, run, said, {mark: wanted})
    known = known_people(work)
    expect(known, [row], said.centre)
    facts = facts_of(row.values, said.centre)
    _require_free_numbers(known, wanted, facts)
    is_known_so = wanted.person is None or _is_known_so(known.people.by_code[wanted.person], facts)
    planned = way.plan(work, known, [row], target, File(run.file_name, run.sha256), silent)
    (result,) = planned.results
    if result.outcome == "invalid":
        raise Refusal(ExitStatus.RULE, result.faults[0][1].code, **result.faults[0][1].params)
    if result.outcome == "parked":
        ask(review, result)
        work.record("review.ask", number=review.id, of=review.import_code)
        return result
    planned.write()
    keep_former(work, review.import_code, planned.former.values())
    person = wanted.person or result.person or ""
    if not is_known_so:
        beneficiary.remember_as(work, person, {name: facts[name] for name in IDENTITY})
    _close(work, review, decision, person, result)
    return result


def _require_free_numbers(known: KnownPeople, wanted: Decision, facts: Mapping[str, Any]) -> None:
    """Refuse to make a new person of a row whose card or file number is somebody's already."""
    found = known.people.certain(facts) if wanted.person is None else []
    if found:
        raise refuse("review.number_taken", codes=listed(person.code for person in found))


def _is_known_so(person: Person, facts: Mapping[str, Any]) -> bool:
    """Tell whether what a row calls a person is what they are known as: else it is kept, to find them next time."""
    if not name_keys(facts) <= person.keys:
        return False
    return all(facts[name] in {None, person.facts[name]} for name in ("cin", "birth_date"))


def _leave(work: Work, review: Review, person: str) -> RowResult:
    """Let a row mean the line that somebody moved by hand, as it stands."""
    result = RowResult(review.row, "unchanged", str(review.line))
    _close(work, review, "accepted", person, result)
    return result


def _set_aside(work: Work, review: Review) -> RowResult:
    """Leave out a row of a visit or step that is nobody's; it is not asked about again."""
    result = RowResult(review.row, "unchanged")
    _close(work, review, "rejected", None, result)
    return result


def _close(work: Work, review: Review, decision: str, person: str | None, result: RowResult) -> None:
    review.decision, review.person = decision, person
    review.decided_at, review.author, review.audit_id = work.written_at, work.author, work.number
    kept = work.session.exec(
        select(ImportRow).where(ImportRow.import_code == review.import_code, ImportRow.row == review.row)
    ).one()
    kept.outcome, kept.subject = result.outcome, result.subject
    work.session.flush()
    what = {"accepted": "review.accept", "rejected": "review.reject", "merged": "review.merge"}[decision]
    work.record(what, number=review.id, of=review.import_code, person=person, outcome=result.outcome)
