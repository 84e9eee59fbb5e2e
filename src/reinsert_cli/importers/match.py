"""Who is who: finds the person a row speaks of among those the ledger knows (design §5).

By national card number, then centre and file number, then folded name and birth date. A name alone never
decides: the row is parked for a person to look at.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any, Final

from reinsert_cli.domain.faults import Fault

FIELDS: Final = (
    "cin", "birth_date", "file_number", "name_latin", "name_arabic", "phone",
    "sex", "province_code", "centre_code", "disabled", "special_category",
)  # fmt: skip


@dataclass(slots=True)
class Person:
    """What is known of one person; ``facts`` by the keys of :data:`FIELDS`, ``keys`` their folded names."""

    code: str
    facts: dict[str, Any]
    keys: set[str] = field(default_factory=set)
    is_new: bool = False

    def contradicts(self, facts: Mapping[str, Any]) -> bool:
        """Tell whether a fact that identifies is known on both sides and differs."""
        same_centre = self.facts["centre_code"] == facts["centre_code"]
        identifying = ("cin", "birth_date", "file_number") if same_centre else ("cin", "birth_date")
        return any(self.facts[key] and facts[key] and self.facts[key] != facts[key] for key in identifying)


class People:
    """The people known so far, the ledger's and the file's own, found by each of the three ways."""

    def __init__(self, people: Iterable[Person]) -> None:
        self.by_code: dict[str, Person] = {}
        self._by_cin: dict[str, Person] = {}
        self._by_file: dict[tuple[str, str], Person] = {}
        self._by_key: dict[str, list[Person]] = defaultdict(list)
        for person in people:
            self.add(person)

    def add(self, person: Person) -> None:
        """Make a person findable; call it again when more became known of them."""
        self.by_code[person.code] = person
        facts = person.facts
        if facts["cin"]:
            self._by_cin[facts["cin"]] = person
        if facts["centre_code"] and facts["file_number"]:
            self._by_file[facts["centre_code"], facts["file_number"]] = person
        for key in person.keys:
            if person not in self._by_key[key]:
                self._by_key[key].append(person)

    def find(self, facts: Mapping[str, Any], keys: set[str]) -> Person | Fault | None:
        """Give the person, or None when nobody known can be meant, or why a person must decide.

        Faults: ``person.conflict`` when what identifies points two ways, ``person.possible`` when only the
        name speaks, both with the codes of those who may be meant.
        """
        certain = self._certain(facts)
        if certain is not None:
            same_name = not keys or not certain.keys or bool(keys & certain.keys)
            if certain.contradicts(facts) and not (same_name and certain.facts["cin"] == facts["cin"]):
                return Fault("person.conflict", {"codes": certain.code})
            return certain
        namesakes = [person for person in self._namesakes(keys) if not person.contradicts(facts)]
        born_alike = [p for p in namesakes if facts["birth_date"] and p.facts["birth_date"] == facts["birth_date"]]
        if len(born_alike) == 1:
            return born_alike[0]
        return Fault("person.possible", {"codes": ", ".join(p.code for p in namesakes)}) if namesakes else None

    def _certain(self, facts: Mapping[str, Any]) -> Person | None:
        by_cin = self._by_cin.get(facts["cin"] or "")
        return by_cin or self._by_file.get((facts["centre_code"] or "", facts["file_number"] or ""))

    def _namesakes(self, keys: set[str]) -> list[Person]:
        found: dict[str, Person] = {}
        for key in keys:
            found |= {person.code: person for person in self._by_key.get(key, ())}
        return list(found.values())
