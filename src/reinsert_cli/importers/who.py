"""The people half of a distribution sheet: each row gets its person, known or new, or a doubt to be settled."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, Final

from reinsert_cli.domain import pseudonyms
from reinsert_cli.domain.faults import Fault
from reinsert_cli.domain.people import is_arabic
from reinsert_cli.domain.text import nearest
from reinsert_cli.importers.fields import Parsed
from reinsert_cli.importers.known import Known
from reinsert_cli.importers.lines import Line
from reinsert_cli.importers.match import NAMES, Doubt, Facts, Person, name_keys
from reinsert_cli.importers.outcome import RowResult
from reinsert_cli.importers.plan import Decision, Plan, Target, Wish
from reinsert_cli.importers.reissue import Reissue
from reinsert_cli.importers.remembered import facts_digest
from reinsert_cli.store.tables import Envelope

IDENTIFIERS: Final = ("cin", "file_number", "family_name", "full_name", "name_arabic")


class Who:
    """Gives each row of one file its person, and notes in the plan who is new and of whom more is known."""

    def __init__(
        self,
        known: Known,
        target: Target,
        envelopes: Mapping[str, Envelope],
        reissue: Reissue,
        plan: Plan,
    ) -> None:
        self.wishes: list[Wish] = []
        self._plan = plan
        self._known = known
        self._target = target
        self._envelopes = envelopes
        programme = target.batch.programme_code
        self._payers = {code for code, one in envelopes.items() if one.programme_code == programme}
        self._reissue = reissue
        self._is_correction = target.intent == "corrects" or reissue.is_one
        self._codes = pseudonyms.fresh("B", known.people.by_code)
        self._said: dict[str, tuple[dict[str, Any], frozenset[str] | None]] = {}
        lines = known.lines.by_id
        meant = lines if target.intent == "corrects" else reissue.replaced
        self._meant_people = {lines[number].person for number in meant if number in lines}

    def take(self, row: Parsed, mark: str, time: int) -> RowResult:
        """Give a row, the ``time``-th of equal ones, its person; whether its line is new is decided later."""
        values = row.values
        faults = () if self._is_placed(values) else tuple(self._faults(values))
        if faults:
            return RowResult(row.number, "invalid", fingerprint=mark, faults=faults)
        result = RowResult(row.number, "new", fingerprint=mark, amount=values["amount"].centimes)
        decision = self._target.decisions.get(mark)
        if self._is_by_hand(mark) and decision is None:
            return self._left_as_corrected(result)
        facts = facts_of(values, self._target.centre)
        person = self._decided(decision, facts) if decision else self._person(mark, facts)
        if isinstance(person, Doubt):
            return result.park(person)
        if self._contradicts_this_file(person, facts) and decision is None:
            return result.park(Doubt(Fault("person.contradiction", {"codes": person.code}), (person.code,)))
        if time > 1 and mark not in self._reissue.rows:
            result.faults = ((None, Fault("row.twice")),)
        if person.facts is not facts:
            news = self._news(person, facts, is_centre_stated=values.get("centre") is not None)
            if decision:  # what somebody found to be another spelling of what is known replaces nothing
                news = {key: fact for key, fact in news.items() if person.facts[key] is None}
            if self._learn(person, news):
                result.outcome = "updated"
        self.wishes.append(Wish(result, person, self._line(person, values), decision))
        return result

    def keep_only(self, wanted: set[str]) -> None:
        """Forget the people of whom no row goes in after all."""
        plan = self._plan
        plan.new_people = [person for person in plan.new_people if person.code in wanted]
        plan.changed_people = {code: person for code, person in plan.changed_people.items() if code in wanted}

    def _is_by_hand(self, mark: str) -> bool:
        """Tell whether a row says what it said before, of a line that somebody has corrected since."""
        return self._reissue.rows.get(mark) in self._known.by_hand

    def _left_as_corrected(self, result: RowResult) -> RowResult:
        """Leave a line, and whose it is now, to the person who corrected it."""
        line = self._known.lines.claim(self._known.lines.by_id.get(self._reissue.rows[result.fingerprint]))
        result.outcome, result.faults = "unchanged", ((None, Fault("line.by_hand")),)
        result.subject = str(line.id) if line else None
        return result

    def _is_placed(self, values: Mapping[str, Any]) -> bool:
        """Tell at a glance that a row names somebody, and an envelope that pays for the batch."""
        return (
            bool(values.get("cin") or values.get("full_name") or values.get("family_name"))
            and (values.get("envelope") or self._target.envelope) in self._payers
            and values.get("batch") is None
        )

    def _faults(self, values: Mapping[str, Any]) -> Iterator[tuple[str | None, Fault]]:
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
        if values.get("batch") not in (None, batch.code):
            yield "batch", Fault("batch.other", {"batch": batch.code})

    def _person(self, mark: str, facts: dict[str, Any]) -> Person | Doubt:
        people = self._known.people
        earlier = self._known.lines.by_id.get(self._reissue.rows.get(mark, 0))
        if earlier:
            return people.by_code[earlier.person]
        found = people.find(facts)
        if isinstance(found, Doubt):
            return self._remembered(facts) or self._namesake_in_file(facts) or found
        return found or self._new_person(facts)

    def _decided(self, decision: Decision, facts: dict[str, Any]) -> Person:
        return self._known.people.by_code[decision.person] if decision.person else self._new_person(facts)

    def _new_person(self, facts: dict[str, Any]) -> Person:
        """Make somebody of whom is known what a row says."""
        person = Person(next(self._codes), facts, is_new=True)
        self._plan.new_people.append(person)
        self._known.people.add(person)
        return person

    def _remembered(self, facts: Facts) -> Person | None:
        """Give whom somebody decided before that a row which says this of a person means."""
        if not self._known.decided:
            return None
        return self._known.people.by_code.get(self._known.decided.get(facts_digest(facts), ""))

    def _namesake_in_file(self, facts: Facts) -> Person | None:
        """Give the one namesake whom a file sent again must mean: of the lines it mends, and in no row so far."""
        alike = [
            person
            for person in self._known.people.called(facts)
            if person.code in self._meant_people and person.code not in self._said
        ]
        return alike[0] if len(alike) == 1 else None

    def _contradicts_this_file(self, person: Person, facts: dict[str, Any]) -> bool:
        """Tell whether another row of this file said otherwise of the same person, and note what this one says."""
        if person.code not in self._said:
            self._said[person.code] = (facts, None)
            return False
        said, names = self._said[person.code]
        names = name_keys(said) if names is None else names
        news = {key: fact for key, fact in facts.items() if fact is not None}
        if any(said[key] not in (None, fact) for key, fact in news.items() if key not in NAMES):
            return True
        keys = name_keys(facts)
        if names and not keys <= names:
            return True
        self._said[person.code] = ({**said, **news}, names | keys)
        return False

    def _news(self, person: Person, facts: dict[str, Any], *, is_centre_stated: bool) -> dict[str, Any]:
        """Give what the row tells anew of a person."""
        known = person.facts
        news = {key: fact for key, fact in facts.items() if fact is not None and fact != known[key]}
        is_respelt = not self._is_correction and any(key in news and known[key] for key in NAMES)
        if is_respelt and name_keys(facts) & person.keys:
            news = {key: fact for key, fact in news.items() if key not in NAMES or not known[key]}
        if known["centre_code"] and not is_centre_stated:
            news.pop("centre_code", None)
        if len(news.get("birth_date", "")) < len(known["birth_date"] or ""):
            news.pop("birth_date", None)
        return news

    def _learn(self, person: Person, news: dict[str, Any]) -> bool:
        """Take over what is new of a person; tell whether someone the ledger knew has changed."""
        if not news:
            return False
        if not person.is_new and person.code not in self._plan.former:
            self._plan.former[person.code] = Person(person.code, dict(person.facts))
        person.learn(news)
        self._known.people.add(person)
        if person.is_new:
            return False
        self._plan.changed_people[person.code] = person
        return True

    def _line(self, person: Person, values: Mapping[str, Any]) -> Line:
        return Line(
            person=person.code,
            kind=values.get("kind") or "equipment",
            label=values.get("label"),
            amount=values["amount"].centimes,
            envelope=values.get("envelope") or self._target.envelope or "",
            activity=values.get("activity"),
            sector=values.get("sector"),
        )


def facts_of(values: Mapping[str, Any], centre: str | None) -> dict[str, Any]:
    """Give what a row says of its person, under the keys of :data:`FIELDS`."""
    get = values.get
    name = get("full_name") or " ".join(part for part in (get("family_name"), get("given_name")) if part) or None
    arabic = get("name_arabic")
    if name and is_arabic(name):
        name, arabic = None, arabic or name
    born = get("birth_date")
    return {
        "cin": get("cin"),
        "birth_date": born.iso if born else None,
        "file_number": get("file_number"),
        "name_latin": name,
        "name_arabic": arabic,
        "phone": get("phone"),
        "sex": get("sex"),
        "province_code": get("province"),
        "centre_code": get("centre") or centre,
        "disabled": get("disabled"),
        "special_category": get("special_category"),
    }
