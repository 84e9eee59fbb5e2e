"""The people half of every list: each row gets its person, known or new, or a doubt to be settled."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import Any, Final

from reinsert_cli.domain import pseudonyms
from reinsert_cli.domain.faults import Fault
from reinsert_cli.domain.people import is_arabic
from reinsert_cli.importers.fields import Parsed
from reinsert_cli.importers.known_people import KnownPeople
from reinsert_cli.importers.match import MAY_BE, NAMES, Doubt, Facts, Person, name_keys
from reinsert_cli.importers.outcome import RowResult
from reinsert_cli.importers.plan import Decision, PeopleChanges, Target

IDENTIFIERS: Final = ("cin", "file_number", "family_name", "full_name", "name_arabic", "beneficiary")
DATES: Final = ("birth_date", "registered_on")
"""What may be known more or less exactly: a vaguer one replaces none."""


class Who:
    """Gives each row of one file its person, and notes in the changes who is new and of whom more is known.

    ``is_correction`` says that the file replaces an earlier one; ``meant`` are then those whom that one spoke of.
    """

    def __init__(
        self,
        known: KnownPeople,
        target: Target,
        changes: PeopleChanges,
        *,
        is_correction: bool = False,
        meant: Collection[str] = (),
    ) -> None:
        self._people = known.people
        self._known = known
        self._target = target
        self._changes = changes
        self._is_correction = is_correction
        self._meant = meant
        self._codes = known.new_codes()
        self._said: dict[str, tuple[dict[str, Any], frozenset[str] | None]] = {}

    def take(
        self, result: RowResult, values: Mapping[str, Any], *, before: str | None = None, learns: bool = True
    ) -> Person | None:
        """Give the person of a row; None where the row waits for somebody to decide, or names a code of nobody's.

        ``before`` is whom the very same row meant; what it says is taken over unless told otherwise.
        """
        facts = facts_of(values, self._target.centre)
        decision = self._target.decisions.get(result.fingerprint)
        person = self._decided(decision, facts) if decision else self._person(before, _code_in(values), facts)
        if isinstance(person, Fault):
            result.outcome, result.faults = "invalid", ((_place_of_code(values), person),)
            return None
        if isinstance(person, Doubt):
            result.park(person)
            return None
        if self._contradicts_this_file(person, facts) and decision is None:
            result.park(Doubt(Fault("person.contradiction", {"codes": person.code}), (person.code,)))
            return None
        result.person = person.code
        if person.facts is not facts and learns:
            news = self.news(person, facts, is_centre_stated=values.get("centre") is not None)
            if decision:  # what somebody found to be another spelling of what is known replaces nothing
                news = {key: fact for key, fact in news.items() if person.facts[key] is None}
            if self._learn(person, news):
                result.outcome = "updated"
        return person

    def news(self, person: Person, facts: dict[str, Any], *, is_centre_stated: bool) -> dict[str, Any]:
        """Give what a row tells anew of a person."""
        known = person.facts
        news = {key: fact for key, fact in facts.items() if fact is not None and fact != known[key]}
        is_respelt = not self._is_correction and any(key in news and known[key] for key in NAMES)
        if is_respelt and name_keys(facts) & person.keys:
            news = {key: fact for key, fact in news.items() if key not in NAMES or not known[key]}
        if known["centre_code"] and not is_centre_stated:
            news.pop("centre_code", None)
        for date in DATES:
            if len(news.get(date, "")) < len(known[date] or ""):
                news.pop(date, None)
        return news

    def _person(self, before: str | None, code: str | None, facts: dict[str, Any]) -> Person | Doubt | Fault:
        people = self._people
        if before:
            return people.by_code[before]
        if code:
            known = people.by_code.get(self._known.merged.get(code, code))
            if known and known.is_erased:
                return Fault("person.erased")
            return known.unless(facts, MAY_BE) if known else Fault("person.unread")
        found = people.find(facts)
        if isinstance(found, Doubt):
            return self._remembered(facts) or self._namesake_in_file(facts) or found
        return found or self._new_person(facts)

    def _decided(self, decision: Decision, facts: dict[str, Any]) -> Person:
        return self._people.by_code[decision.person] if decision.person else self._new_person(facts)

    def _new_person(self, facts: dict[str, Any]) -> Person:
        """Make somebody of whom is known what a row says."""
        person = Person(next(self._codes), facts, is_new=True)
        self._changes.new_people.append(person)
        self._people.add(person)
        return person

    def _remembered(self, facts: Facts) -> Person | None:
        """Give whom somebody decided before that a row which says this of a person means."""
        decided = self._known.decided(facts)
        return self._people.by_code.get(decided) if decided else None

    def _namesake_in_file(self, facts: Facts) -> Person | None:
        """Give the one namesake whom a file sent again must mean: of the file it replaces, and in no row so far."""
        alike = [
            person
            for person in self._people.called(facts)
            if person.code in self._meant and person.code not in self._said
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

    def _learn(self, person: Person, news: dict[str, Any]) -> bool:
        """Take over what is new of a person; tell whether there is anything."""
        if not news:
            return False
        if not person.is_new and person.code not in self._changes.former:
            self._changes.former[person.code] = Person(person.code, dict(person.facts))
        person.learn(news)
        self._people.add(person)
        if not person.is_new:
            self._changes.changed_people[person.code] = person
        return True


def _code_in(values: Mapping[str, Any]) -> str | None:
    """Give the code ``B-…`` that a row names its person by, in a column of its own or as the file number."""
    named: str | None = values.get("beneficiary")
    if named:
        return named.upper()
    number: str | None = values.get("file_number")
    return number.upper() if _is_code(number) and number else None


def _is_code(number: str | None) -> bool:
    """Tell whether what stands as a file number is a code of ours."""
    return number is not None and number[:2] in {"B-", "b-"} and pseudonyms.is_one("B", number.upper())


def _place_of_code(values: Mapping[str, Any]) -> str:
    return "beneficiary" if values.get("beneficiary") else "file_number"


def expect(people: KnownPeople, rows: Collection[Parsed], centre: str | None) -> None:
    """Say that the people of these rows will be sought."""
    people.expect(len(rows), (facts_of(row.values, centre) for row in rows))


def facts_of(values: Mapping[str, Any], centre: str | None) -> dict[str, Any]:
    """Give what a row says of its person, under the keys of :data:`FIELDS`."""
    get = values.get
    name = get("full_name") or " ".join(part for part in (get("family_name"), get("given_name")) if part) or None
    arabic = get("name_arabic")
    if name and is_arabic(name):
        name, arabic = None, arabic or name
    number, born, registered = get("file_number"), get("birth_date"), get("registered_on")
    return {
        "cin": get("cin"),
        "birth_date": born.iso if born else None,
        "file_number": None if _is_code(number) else number,
        "name_latin": name,
        "name_arabic": arabic,
        "phone": get("phone"),
        "sex": get("sex"),
        "province_code": get("province"),
        "centre_code": get("centre") or centre,
        "disabled": get("disabled"),
        "special_category": get("special_category"),
        "registered_on": registered.iso if registered else None,
    }
