"""Distribution rows against the ledger: people matched, projects found, lines new, updated or unchanged.

Nothing is written before every row has its outcome; then everything is written in bulk, so that a hundred
thousand rows stay quick.
"""

from __future__ import annotations

import hashlib
import json
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any, Final

from sqlalchemy import func, insert, update
from sqlmodel import SQLModel, col, select

from reinsert_cli.domain import pseudonyms
from reinsert_cli.domain.dates import PartialDate
from reinsert_cli.domain.faults import Fault
from reinsert_cli.domain.money import Amount
from reinsert_cli.domain.people import is_arabic, name_key
from reinsert_cli.domain.text import fold, nearest
from reinsert_cli.importers.fields import Parsed
from reinsert_cli.importers.known import Known, known, name_keys
from reinsert_cli.importers.lines import Line
from reinsert_cli.importers.match import FIELDS, Person
from reinsert_cli.importers.outcome import RowResult
from reinsert_cli.ledger import codes
from reinsert_cli.store.tables import (
    Batch,
    BatchLine,
    Beneficiary,
    Envelope,
    Identity,
    Project,
    ProjectMember,
    Sensitive,
)
from reinsert_cli.store.work import Work

HOMES: Final[dict[type[SQLModel], tuple[str, ...]]] = {
    Beneficiary: ("sex", "province_code", "centre_code"),
    Identity: ("cin", "birth_date", "file_number", "name_latin", "name_arabic", "phone"),
    Sensitive: ("disabled", "special_category"),
}
"""Which table holds which fact about a person."""

IDENTIFIERS: Final = ("cin", "file_number", "family_name", "full_name", "name_arabic")


@dataclass(frozen=True, slots=True)
class Target:
    """Where the rows go: the batch, and the envelope and centre of rows that name none."""

    batch: Batch
    envelope: str | None
    centre: str | None


@dataclass(slots=True)
class Wish:
    """What one valid row wants: a line for a person."""

    result: RowResult
    person: Person
    line: Line


@dataclass(slots=True)
class Plan:
    """What the file will write once every row has its outcome."""

    new_people: list[Person] = field(default_factory=list)
    changed_people: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))
    new_lines: list[Wish] = field(default_factory=list)
    changed_lines: list[Line] = field(default_factory=list)


def distribute(work: Work, rows: Sequence[Parsed], target: Target, file_name: str) -> list[RowResult]:
    """Bring the rows into the batch and give their outcomes, in their order."""
    ledger = known(work, target.batch)
    marks = fingerprints(rows)
    is_reissue = file_name in ledger.files or any(mark in ledger.rows for mark in marks)
    matcher = _Matcher(ledger, target, _envelopes(work), is_reissue)
    results = [matcher.take(row, mark) for row, mark in zip(rows, marks, strict=True)]
    matcher.settle()
    _write(work, matcher.plan, ledger, target.batch)
    return results


def fingerprints(rows: Sequence[Parsed]) -> list[str]:
    """Give, for each row, a digest of what it says and of which it is among rows that say the same."""
    seen: Counter[str] = Counter()
    marks = []
    for row in rows:
        content = json.dumps(row.values, default=_plain, ensure_ascii=False, sort_keys=True)
        seen[content] += 1
        marks.append(hashlib.sha256(f"{seen[content]} {content}".encode()).hexdigest())
    return marks


def _plain(value: object) -> object:
    if isinstance(value, Amount):
        return value.centimes
    return value.iso if isinstance(value, PartialDate) else str(value)


def _envelopes(work: Work) -> list[str]:
    return codes.codes_of(work.session, Envelope)


class _Matcher:
    """Gives each row its person, then each wish its line."""

    def __init__(self, ledger: Known, target: Target, envelopes: list[str], is_reissue: bool) -> None:
        self.plan = Plan()
        self._ledger = ledger
        self._target = target
        self._envelopes = envelopes
        self._is_reissue = is_reissue
        self._person_codes = pseudonyms.fresh("B", ledger.people.by_code)
        self._wishes: list[Wish] = []

    def take(self, row: Parsed, mark: str) -> RowResult:
        """Give a row its person; its outcome is final after :meth:`settle`."""
        values = row.values
        faults = tuple(self._faults(values))
        if faults:
            return RowResult(row.number, "invalid", fingerprint=mark, faults=faults)
        result = RowResult(row.number, "new", fingerprint=mark, amount=values["amount"].centimes)
        facts = facts_of(values, self._target.centre)
        person = self._person(mark, facts, name_keys(facts))
        if isinstance(person, Fault):
            result.outcome, result.faults = "parked", ((None, person),)
            return result
        if self._learn(person, facts):
            result.outcome = "updated"
        self._wishes.append(Wish(result, person, self._line(person, values)))
        return result

    def _faults(self, values: dict[str, Any]) -> Iterator[tuple[str | None, Fault]]:
        if not any(values.get(key) for key in IDENTIFIERS):
            yield None, Fault("person.missing")
        envelope = values.get("envelope") or self._target.envelope
        if envelope is None:
            yield "envelope", Fault("envelope.missing")
        elif envelope not in self._envelopes:
            yield "envelope", Fault("envelope.unread", {"near": nearest(envelope, self._envelopes)})
        if (values.get("batch") or self._target.batch.code) != self._target.batch.code:
            yield "batch", Fault("batch.other", {"batch": self._target.batch.code})

    def _person(self, mark: str, facts: dict[str, Any], keys: set[str]) -> Person | Fault:
        people = self._ledger.people
        earlier = self._ledger.lines.by_id.get(self._ledger.rows.get(mark))
        found = people.by_code[earlier.person] if earlier else people.find(facts, keys)
        if isinstance(found, Fault):
            return self._namesake_in_batch(facts, keys) or found
        if found is not None:
            return found
        person = Person(next(self._person_codes), dict.fromkeys(FIELDS), is_new=True)
        self.plan.new_people.append(person)
        return person

    def _namesake_in_batch(self, facts: dict[str, Any], keys: set[str]) -> Person | None:
        """Give the one namesake whom a file sent again must mean: in this batch already, and in no other row so far."""
        if not self._is_reissue:
            return None
        taken = {wish.person.code for wish in self._wishes}
        left = (self._ledger.people.by_code[code] for code in self._ledger.lines.people_left() - taken)
        alike = [person for person in left if person.keys & keys and not person.contradicts(facts)]
        return alike[0] if len(alike) == 1 else None

    def _learn(self, person: Person, facts: dict[str, Any]) -> bool:
        """Take over what the row tells anew of a person; tell whether someone the ledger knew has changed."""
        keys = name_keys(facts)
        same_name = bool(keys & person.keys)
        news = {
            key: fact
            for key, fact in facts.items()
            if fact is not None
            and fact != person.facts[key]
            and not (key.startswith("name_") and same_name and person.facts[key])
        }
        person.facts.update(news)
        person.keys |= keys
        self._ledger.people.add(person)
        if person.is_new or not news:
            return False
        self.plan.changed_people[person.code] |= set(news)
        return True

    def _line(self, person: Person, values: dict[str, Any]) -> Line:
        return Line(
            person=person.code,
            kind=values.get("kind") or "equipment",
            label=values.get("label"),
            amount=values["amount"].centimes,
            envelope=values.get("envelope") or self._target.envelope or "",
            activity=values.get("activity"),
            sector=values.get("sector"),
        )

    def settle(self) -> None:
        """Decide which wishes are lines already there: the same row first, then the same item, then a corrected row."""
        lines, rows = self._ledger.lines, self._ledger.rows
        rest = [
            wish for wish in self._wishes if not self._met(wish, lines.claim_row(rows.get(wish.result.fingerprint)))
        ]
        rest = [wish for wish in rest if not self._met(wish, lines.claim_item(wish.line))]
        if self._is_reissue:
            rest = [wish for wish in rest if not self._met(wish, lines.claim_correction(wish.line))]
        self.plan.new_lines = rest
        for wish in rest:
            wish.result.outcome = "new"

    def _met(self, wish: Wish, known_line: Line | None) -> bool:
        if known_line is None:
            return False
        wish.line.id, wish.line.project = known_line.id, known_line.project
        wish.result.subject = str(known_line.id)
        if known_line.content != wish.line.content:
            self.plan.changed_lines.append(wish.line)
            wish.result.outcome = "updated"
        elif wish.result.outcome == "new":
            wish.result.outcome = "unchanged"
        return True


def facts_of(values: dict[str, Any], centre: str | None) -> dict[str, Any]:
    """Give what a row says of its person, under the keys of :data:`FIELDS`."""
    parts = [values.get("family_name"), values.get("given_name")]
    name = values.get("full_name") or " ".join(part for part in parts if part) or None
    arabic = values.get("name_arabic")
    if name and is_arabic(name):
        name, arabic = None, arabic or name
    born = values.get("birth_date")
    return {
        "cin": values.get("cin"),
        "birth_date": born.iso if born else None,
        "file_number": values.get("file_number"),
        "name_latin": name,
        "name_arabic": arabic,
        "phone": values.get("phone"),
        "sex": values.get("sex"),
        "province_code": values.get("province"),
        "centre_code": values.get("centre") or centre,
        "disabled": values.get("disabled"),
        "special_category": values.get("special_category"),
    }


# ── writing ─────────────────────────────────────────────────────────────────────────────────────


def _write(work: Work, plan: Plan, ledger: Known, batch: Batch) -> None:
    _insert_people(work, plan.new_people)
    for code, changed in plan.changed_people.items():
        _update_person(work, ledger.people.by_code[code], changed)
    _insert_lines(work, plan.new_lines, ledger, batch)
    for line in plan.changed_lines:
        _update_line(work, line)
    work.record(
        "distributions.apply",
        batch=batch.code,
        new_people=len(plan.new_people),
        changed_people=len(plan.changed_people),
        new_lines=len(plan.new_lines),
        changed_lines=len(plan.changed_lines),
        centimes=sum(wish.line.amount for wish in plan.new_lines),
    )


def _insert_people(work: Work, people: Sequence[Person]) -> None:
    _bulk(work, Beneficiary, [{"code": p.code, **_part(p, Beneficiary)} for p in people])
    _bulk(work, Identity, [{"beneficiary_code": p.code, **_part(p, Identity)} for p in people])
    _bulk(work, Sensitive, [{"beneficiary_code": p.code, **_part(p, Sensitive)} for p in people])


def _part(person: Person, table: type[SQLModel]) -> dict[str, Any]:
    """Give the facts that ``table`` holds of a person."""
    part = {key: person.facts[key] for key in HOMES[table]}
    if table is Identity:
        name = person.facts["name_latin"] or person.facts["name_arabic"]
        part["name_key"] = name_key(name) if name else None
    return part


def _update_person(work: Work, person: Person, changed: set[str]) -> None:
    for table, keys in HOMES.items():
        if changed & set(keys):
            owner = "code" if table is Beneficiary else "beneficiary_code"
            work.session.merge(table(**{owner: person.code}, **_part(person, table)))
    work.session.flush()


def _insert_lines(work: Work, wishes: Sequence[Wish], ledger: Known, batch: Batch) -> None:
    project_codes = pseudonyms.fresh("P", set(ledger.projects.values()))
    next_id = (work.session.exec(select(func.max(col(BatchLine.id)))).one() or 0) + 1
    projects: list[dict[str, Any]] = []
    members: list[dict[str, Any]] = []
    for line_id, wish in enumerate(wishes, start=next_id):
        line = wish.line
        key = (line.person, fold(line.activity or ""))
        if key not in ledger.projects:
            ledger.projects[key] = next(project_codes)
            projects.append(_project(ledger.projects[key], line, batch))
            members.append({"project_code": ledger.projects[key], "beneficiary_code": line.person})
        line.id, line.project = line_id, ledger.projects[key]
        wish.result.subject = str(line_id)
    _bulk(work, Project, projects)
    _bulk(work, ProjectMember, members)
    _bulk(work, BatchLine, [_row(wish.line, batch) for wish in wishes])


def _project(code: str, line: Line, batch: Batch) -> dict[str, Any]:
    return {
        "code": code,
        "programme_code": batch.programme_code,
        "kind": "individual",
        "activity": line.activity,
        "sector_code": line.sector,
    }


def _row(line: Line, batch: Batch) -> dict[str, Any]:
    return {
        "id": line.id,
        "batch_code": batch.code,
        "project_code": line.project,
        "beneficiary_code": line.person,
        "kind": line.kind,
        "label": line.label,
        "amount": line.amount,
        "envelope_code": line.envelope,
        "status": "expected",
    }


def _update_line(work: Work, line: Line) -> None:
    work.session.execute(
        update(BatchLine)
        .where(col(BatchLine.id) == line.id)
        .values(kind=line.kind, label=line.label, amount=line.amount, envelope_code=line.envelope)
    )
    work.session.execute(
        update(Project).where(col(Project.code) == line.project).values(activity=line.activity, sector_code=line.sector)
    )


def _bulk(work: Work, table: type[SQLModel], rows: list[dict[str, Any]]) -> None:
    if rows:
        work.session.execute(insert(table), rows)
