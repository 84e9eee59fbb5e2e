"""A list of people against the ledger: who is new, of whom more is told, which steps of their pathways are behind them.

A person's row that came last time as it is now says nothing new: what was corrected by hand since stays.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import partial
from typing import Any, Final

from reinsert_cli.domain.faults import Fault
from reinsert_cli.domain.language import count
from reinsert_cli.domain.progress import Step, counted
from reinsert_cli.domain.vocabulary import STEPS
from reinsert_cli.importers.fields import Parsed
from reinsert_cli.importers.fingerprint import fingerprints
from reinsert_cli.importers.known_people import KnownPeople
from reinsert_cli.importers.lists_before import Before, before
from reinsert_cli.importers.match import Person
from reinsert_cli.importers.outcome import RowResult
from reinsert_cli.importers.pathway_fields import STEP_DAYS
from reinsert_cli.importers.plan import File, PeopleChanges, Planned, Target
from reinsert_cli.importers.steps import Steps, is_to_come, is_undated, kinds_in, said_of
from reinsert_cli.importers.who import IDENTIFIERS, Who, expect, facts_of
from reinsert_cli.importers.write_people import write_people
from reinsert_cli.store import bulk, pathway_tables
from reinsert_cli.store.work import Work

KIND: Final = "beneficiaries"
DAYS: Final = dict(zip(STEPS, STEP_DAYS, strict=True))


def plan(work: Work, people: KnownPeople, rows: Sequence[Parsed], target: Target, file: File, step: Step) -> Planned:
    """Give the rows' outcomes, in their order, and what is to be written."""
    marks = [mark for mark, _time in fingerprints(rows, target.centre)]
    told_before = before(work, KIND, marks, target, file)
    changes = PeopleChanges()
    steps = Steps.of(work, told_before.reissue.writes)
    expect(people, rows, target.centre)
    registering = _Registering(told_before, people, target, changes, steps, work.day)
    kinds = kinds_in({key for row in rows[:1] for key in row.values})
    results = [
        registering.take(row, mark, kinds) for row, mark in zip(counted(rows, "matching", step), marks, strict=True)
    ]
    changes.keep_only({result.person for result in results if result.subject and result.person})
    told = [Fault("steps.to_come", {"count": count(registering.to_come)})] if registering.to_come else []
    return Planned(results, changes, partial(_write, work, changes, steps), notices=tuple(told))


class _Registering:
    """Takes the rows of one list in turn."""

    def __init__(
        self,
        before: Before,
        people: KnownPeople,
        target: Target,
        changes: PeopleChanges,
        steps: Steps,
        today: str,
    ) -> None:
        self.to_come = 0
        self._before = before
        self._people = people
        self._target = target
        self._steps = steps
        self._today = today
        self._met: set[str] = set()
        meant = before.reissue.replaced
        self._who = Who(people, target, changes, is_correction=before.is_correction, meant=meant)

    def take(self, row: Parsed, mark: str, kinds: Sequence[str]) -> RowResult:
        """Give a row its person and its outcome; it may speak of steps of these kinds."""
        said = {kind: one for kind in kinds if (one := said_of(kind, row.values))}
        faults = tuple(self._faults(row.values, said))
        if faults:
            return RowResult(row.number, "invalid", fingerprint=mark, faults=faults)
        result = RowResult(row.number, "unchanged", fingerprint=mark)
        known_as = self._now(self._before.reissue.rows.get(mark))
        is_told = mark in self._before.as_before and known_as is not None
        person = self._who.take(result, row.values, before=known_as, learns=not is_told)
        if person is None:
            return result
        result.subject = person.code
        if is_told:
            self._left_as_it_is(result, person, row.values)
        else:
            self._walk(result, person, said)
        if person.is_new and person.code not in self._met:
            result.outcome = "new"
        self._met.add(person.code)
        return result

    def _faults(self, values: Mapping[str, Any], said: Mapping[str, Any]) -> Iterator[tuple[str | None, Fault]]:
        if not any(values.get(key) for key in IDENTIFIERS):
            yield None, Fault("person.missing")
        undated = [kind for kind, one in said.items() if is_undated(one)]
        yield from ((kind, Fault("step.undated", {"heading": DAYS[kind].heading()})) for kind in undated)

    def _now(self, code: str | None) -> str | None:
        """Give the code that a person of an earlier list bears now; nothing where there is no such person any more."""
        now = self._people.merged.get(code or "", code)
        return now if now in self._people.people.by_code else None

    def _left_as_it_is(self, result: RowResult, person: Person, values: Mapping[str, Any]) -> None:
        facts = facts_of(values, self._target.centre)
        if self._who.news(person, facts, is_centre_stated=values.get("centre") is not None):
            result.faults = ((None, Fault("person.by_hand", {"code": person.code})),)

    def _walk(self, result: RowResult, person: Person, said: Mapping[str, Any]) -> None:
        """Note the steps that the row says were taken; count those that are to come."""
        for kind, one in said.items():
            if is_to_come(one, self._today):
                self.to_come += 1
            elif one.on and one.state != "no" and self._steps.take(person.code, kind, one):
                result.outcome = "updated"


def _write(work: Work, changes: PeopleChanges, steps: Steps) -> None:
    """Write the people and their steps, and note it for the audit."""
    write_people(work, changes)
    fields = ("beneficiary_code", "kind", "happened_on", "outcome")
    rows = [(step.person, step.kind, step.on, step.outcome) for step in steps.new]
    bulk.insert(work, pathway_tables.Step, fields, rows)
    mended = [(step.on, step.outcome, number) for number, step in steps.changed.items()]
    bulk.update(work, pathway_tables.Step, "id", ("happened_on", "outcome"), mended)
    work.record(
        "beneficiaries.apply",
        new_people=len(changes.new_people),
        changed_people=len(changes.changed_people),
        new_steps=len(steps.new),
        changed_steps=len(steps.changed),
    )
