"""Distribution rows against the ledger: people matched, lines new, updated or unchanged, doubts parked.

Nothing is written before every row has its outcome (see :mod:`write_distributions`).
"""

from __future__ import annotations

import hashlib
import json
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Final, Literal

from reinsert_cli.domain import pseudonyms
from reinsert_cli.domain.dates import PartialDate
from reinsert_cli.domain.faults import Fault
from reinsert_cli.domain.language import money
from reinsert_cli.domain.money import Amount
from reinsert_cli.domain.people import is_arabic
from reinsert_cli.domain.progress import Step, counted
from reinsert_cli.domain.text import nearest
from reinsert_cli.importers.fields import Parsed
from reinsert_cli.importers.known import Known
from reinsert_cli.importers.lines import Line
from reinsert_cli.importers.match import FIELDS, Facts, Person, name_keys
from reinsert_cli.importers.outcome import RowResult
from reinsert_cli.importers.reissue import Reissue, recognise
from reinsert_cli.store.tables import Batch, Envelope

Intent = Literal["corrects", "adds"] | None
"""What the user says of a file whose rows resemble lines already there: mended, more, or nothing (then it is asked)."""

IDENTIFIERS: Final = ("cin", "file_number", "family_name", "full_name", "name_arabic")


@dataclass(frozen=True, slots=True)
class Target:
    """Where the rows go: the batch, the envelope and centre of rows that name none, what the user says of the file."""

    batch: Batch
    envelope: str | None = None
    centre: str | None = None
    intent: Intent = None


@dataclass(frozen=True, slots=True)
class File:
    """What the rows come from: a file's name and the SHA-256 of its bytes."""

    name: str
    sha256: str


@dataclass(slots=True)
class Wish:
    """What one valid row wants: a line for a person."""

    result: RowResult
    person: Person
    line: Line


@dataclass(slots=True)
class Plan:
    """What the file will write, and which lines of the files it replaces are no longer in it."""

    new_people: list[Person] = field(default_factory=list)
    changed_people: dict[str, Person] = field(default_factory=dict)
    new_lines: list[Wish] = field(default_factory=list)
    changed_lines: list[Line] = field(default_factory=list)
    left_out: list[Line] = field(default_factory=list)


def plan(
    rows: Sequence[Parsed], known: Known, target: Target, envelopes: dict[str, Envelope], file: File, step: Step
) -> tuple[list[RowResult], Plan]:
    """Give the rows' outcomes, in their order, and what is to be written."""
    marks = fingerprints(rows, target.centre)
    same_bytes = [one for one in known.imports if one.sha256 == file.sha256]
    earlier = same_bytes if target.intent == "adds" else known.imports
    matcher = _Matcher(known, target, envelopes, recognise(earlier, [mark for mark, _time in marks], file.name))
    results = [
        matcher.take(row, mark, time) for row, (mark, time) in zip(counted(rows, "matching", step), marks, strict=True)
    ]
    matcher.settle()
    return results, matcher.plan


def fingerprints(rows: Sequence[Parsed], centre: str | None) -> list[tuple[str, int]]:
    """Give, for each row, which it is among equals, and a digest of that, of what it says and of its centre."""
    seen: Counter[str] = Counter()
    marks = []
    for row in rows:
        said = {"centre": centre, **{key: value for key, value in row.values.items() if value is not None}}
        content = json.dumps(said, default=_plain, ensure_ascii=False, sort_keys=True)
        seen[content] += 1
        mark = hashlib.sha256(f"{seen[content]} {content}".encode()).hexdigest()
        marks.append((mark, seen[content]))
    return marks


def _plain(value: object) -> object:
    if isinstance(value, Amount):
        return value.centimes
    return value.iso if isinstance(value, PartialDate) else str(value)


class _Matcher:
    """Gives each row its person, then each wish its line."""

    def __init__(self, known: Known, target: Target, envelopes: dict[str, Envelope], reissue: Reissue) -> None:
        self.plan = Plan()
        self._known = known
        self._target = target
        self._envelopes = envelopes
        self._reissue = reissue
        self._is_correction = target.intent == "corrects" or self._reissue.is_one
        self._codes = pseudonyms.fresh("B", known.people.by_code)
        self._wishes: list[Wish] = []
        self._said: dict[str, dict[str, Any]] = defaultdict(dict)
        lines = known.lines.by_id
        meant = lines if target.intent == "corrects" else self._reissue.replaced
        self._meant_people = {lines[number].person for number in meant if number in lines}

    # ── people ──────────────────────────────────────────────────────────────────────────────

    def take(self, row: Parsed, mark: str, time: int) -> RowResult:
        """Give a row, the ``time``-th of equal ones, its person; its outcome is final after :meth:`settle`."""
        values = row.values
        faults = tuple(self._faults(values))
        if faults:
            return RowResult(row.number, "invalid", fingerprint=mark, faults=faults)
        result = RowResult(row.number, "new", fingerprint=mark, amount=values["amount"].centimes)
        if self._is_by_hand(mark):
            return self._left_as_corrected(result)
        facts = facts_of(values, self._target.centre)
        person = self._person(mark, facts)
        if isinstance(person, Fault):
            return _parked(result, person)
        if self._contradicts_this_file(person, facts):
            return _parked(result, Fault("person.contradiction", {"codes": person.code}))
        if time > 1 and mark not in self._reissue.rows:
            result.faults = ((None, Fault("row.twice")),)
        if self._learn(person, facts, is_centre_stated=values.get("centre") is not None):
            result.outcome = "updated"
        self._wishes.append(Wish(result, person, self._line(person, values)))
        return result

    def _is_by_hand(self, mark: str) -> bool:
        """Tell whether a row says what it said before, of a line that somebody has corrected since."""
        return self._reissue.rows.get(mark) in self._known.by_hand

    def _left_as_corrected(self, result: RowResult) -> RowResult:
        """Leave a line, and whose it is now, to the person who corrected it."""
        line = self._known.lines.claim(self._known.lines.by_id.get(self._reissue.rows[result.fingerprint]))
        result.outcome, result.faults = "unchanged", ((None, Fault("line.by_hand")),)
        result.subject = str(line.id) if line else None
        return result

    def _faults(self, values: dict[str, Any]) -> Iterator[tuple[str | None, Fault]]:
        if not any(values.get(key) for key in IDENTIFIERS):
            yield None, Fault("person.missing")
        code, batch = values.get("envelope") or self._target.envelope, self._target.batch
        envelope = self._envelopes.get(code or "")
        if code is None:
            yield "envelope", Fault("envelope.missing")
        elif envelope is None:
            yield "envelope", Fault("envelope.unread", {"near": nearest(code, sorted(self._envelopes))})
        elif envelope.programme_code != batch.programme_code:
            yield "envelope", Fault("envelope.not_of_batch", {"envelope": envelope.code, "batch": batch.code})
        if (values.get("batch") or batch.code) != batch.code:
            yield "batch", Fault("batch.other", {"batch": batch.code})

    def _person(self, mark: str, facts: Facts) -> Person | Fault:
        people = self._known.people
        earlier = self._known.lines.by_id.get(self._reissue.rows.get(mark, 0))
        if earlier:
            return people.by_code[earlier.person]
        keys = name_keys(facts)
        found = people.find(facts, keys)
        if isinstance(found, Fault):
            return self._namesake_in_file(facts, keys) or found
        if found is None:
            found = Person(next(self._codes), dict.fromkeys(FIELDS), is_new=True)
            self.plan.new_people.append(found)
        return found

    def _namesake_in_file(self, facts: Facts, keys: set[str]) -> Person | None:
        """Give the one namesake whom a file sent again must mean: of the lines it mends, and in no row so far."""
        alike = [
            person
            for person in self._known.people.called(keys)
            if person.code in self._meant_people and person.code not in self._said and not person.contradicts(facts)
        ]
        return alike[0] if len(alike) == 1 else None

    def _contradicts_this_file(self, person: Person, facts: Facts) -> bool:
        """Tell whether another row of this file said otherwise of the same person, and note what this one says."""
        said = self._said[person.code]
        news = {key: fact for key, fact in facts.items() if fact is not None}
        names = name_keys({"name_latin": None, "name_arabic": None, **news})
        if any(key in said and said[key] != fact for key, fact in news.items() if not key.startswith("name_")):
            return True
        if said.get("names") and not names <= said["names"]:
            return True
        said.update(news)
        said["names"] = said.get("names", set()) | names
        return False

    def _learn(self, person: Person, facts: Facts, *, is_centre_stated: bool) -> bool:
        """Take over what the row tells anew of a person; tell whether someone the ledger knew has changed."""
        keys = name_keys(facts)
        is_same_name = bool(keys & person.keys)
        news = {key: fact for key, fact in facts.items() if fact is not None and fact != person.facts[key]}
        if is_same_name:
            news = {key: fact for key, fact in news.items() if not (key.startswith("name_") and person.facts[key])}
        if person.facts["centre_code"] and not is_centre_stated:
            news.pop("centre_code", None)
        if len(news.get("birth_date", "")) < len(person.facts["birth_date"] or ""):
            news.pop("birth_date", None)
        person.facts.update(news)
        person.keys |= keys
        self._known.people.add(person)
        if person.is_new or not news:
            return False
        self.plan.changed_people[person.code] = person
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

    # ── lines ───────────────────────────────────────────────────────────────────────────────

    def settle(self) -> None:
        """Decide which wishes are lines already there: the same rows first, then the same items."""
        steps = [self._same_row, self._moved_by_hand]
        if self._target.intent != "adds":
            mending = [self._same_item, self._corrected, self._several_mended]
            steps += mending if self._is_correction else [self._like_item]
        rest = self._wishes
        for step in steps:
            rest = [wish for wish in rest if not step(wish)]
        self.plan.left_out = [line for line in self._known.lines.free() if line.id in self._reissue.replaced]
        gone = {line.content: line.person for line in self.plan.left_out}
        self.plan.new_lines = [wish for wish in rest if not self._another_persons(wish, gone)]
        for wish in self.plan.new_lines:
            wish.result.outcome = "new"
        wanted = {wish.person.code for wish in self._wishes if wish.result.outcome != "parked"}
        self.plan.new_people = [person for person in self.plan.new_people if person.code in wanted]
        changed = self.plan.changed_people
        self.plan.changed_people = {code: person for code, person in changed.items() if code in wanted}

    def _same_row(self, wish: Wish) -> bool:
        line = self._known.lines.by_id.get(self._reissue.rows.get(wish.result.fingerprint, 0))
        return self._met(wish, line)

    def _moved_by_hand(self, wish: Wish) -> bool:
        """Park what a file says anew of a line that somebody has given to another person since."""
        moved = [
            line
            for line in self._known.lines.free()
            if wish.person.code in self._known.by_hand.get(line.id or 0, ()) and line.person != wish.person.code
        ]
        if moved and self._target.intent != "adds":
            _parked(wish.result, Fault("line.moved_by_hand", {"code": moved[0].person}))
            return True
        return False

    def _same_item(self, wish: Wish) -> bool:
        """Claim, in a file sent again, the same item, of the same amount before any other."""
        alike = [line for line in self._mendable(wish) if line.item == wish.line.item]
        return self._met(wish, min(alike, key=lambda line: line.amount != wish.line.amount, default=None))

    def _corrected(self, wish: Wish) -> bool:
        """Claim, in a file sent again, the one line that this person has left: its row was mended."""
        left = self._mendable(wish)
        same_kind = [line for line in left if line.kind == wish.line.kind]
        only = next((lines[0] for lines in (same_kind, left) if len(lines) == 1), None)
        return self._met(wish, only)

    def _mendable(self, wish: Wish) -> list[Line]:
        """Give the unclaimed lines that a file sent again may mend: those of the files it replaces, if known.

        Whoever says that the file corrects means all that its people have in the batch.
        """
        left = self._known.lines.of_person(wish.person.code)
        if self._target.intent == "corrects" or not self._reissue.is_one:
            return left
        return [line for line in left if line.id in self._reissue.replaced]

    def _several_mended(self, wish: Wish) -> bool:
        """Park, in a file sent again, a row that could be any of several lines that its person has left."""
        left = self._mendable(wish)
        if left:
            _parked(wish.result, Fault("line.possible", {"amount": money(left[0].amount)}))
        return bool(left)

    def _like_item(self, wish: Wish) -> bool:
        """In a file of its own, an item that is there already is that item; one that only resembles it is parked."""
        alike = [line for line in self._known.lines.of_person(wish.person.code) if line.item == wish.line.item]
        same = [line for line in alike if line.content == wish.line.content and line.is_described]
        if same:
            return self._met(wish, same[0])
        if alike:
            _parked(wish.result, Fault("line.possible", {"amount": money(alike[0].amount)}))
        return bool(alike)

    def _another_persons(self, wish: Wish, gone: Mapping[tuple[object, ...], str]) -> bool:
        """Park a new person's line that is, to the centime, one which the replaced file gave to someone now gone.

        ``gone`` gives that person by the content of the line.
        """
        person = gone.get(wish.line.content) if wish.person.is_new else None
        if person:
            _parked(wish.result, Fault("line.other_person", {"code": person}))
        return person is not None

    def _met(self, wish: Wish, line: Line | None) -> bool:
        claimed = self._known.lines.claim(line)
        if claimed is None:
            return False
        wish.line.id, wish.line.project = claimed.id, claimed.project
        wish.result.subject = str(claimed.id)
        has_new_sector = wish.line.sector not in (None, claimed.sector)
        if claimed.content != wish.line.content or has_new_sector:
            self.plan.changed_lines.append(wish.line)
            wish.result.outcome = "updated"
            if claimed.amount != wish.line.amount:
                told = {"before": money(claimed.amount), "after": money(wish.line.amount)}
                wish.result.faults += (("amount", Fault("line.amount_changed", told)),)
        elif wish.result.outcome == "new":
            wish.result.outcome = "unchanged"
        return True


def _parked(result: RowResult, fault: Fault) -> RowResult:
    result.outcome, result.faults = "parked", ((None, fault),)
    return result


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
