"""Who is who: finds the person a row speaks of among those known (design §5).

By national card number, by centre and file number, then by folded name and birth date. What points two ways,
and a name alone, are left to a person: the row is parked.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any, Final

from reinsert_cli.domain.faults import Fault
from reinsert_cli.domain.language import listed
from reinsert_cli.domain.people import is_arabic, name_key

FIELDS: Final = (
    "cin", "birth_date", "file_number", "name_latin", "name_arabic", "phone",
    "sex", "province_code", "centre_code", "disabled", "special_category",
)  # fmt: skip

Facts = Mapping[str, Any]
"""What is said of a person, under the keys of :data:`FIELDS`; None where nothing is."""


@dataclass(slots=True, eq=False)
class Person:
    """What is known of one person, and their names folded."""

    code: str
    facts: dict[str, Any]
    keys: set[str] = field(default_factory=set)
    is_new: bool = False

    def contradicts(self, facts: Facts) -> bool:
        """Tell whether something that identifies is known on both sides and cannot be true of one person."""
        same_centre = self.facts["centre_code"] == facts["centre_code"]
        identifying = ("cin", "file_number") if same_centre else ("cin",)
        differ = any(self.facts[key] and facts[key] and self.facts[key] != facts[key] for key in identifying)
        return differ or not _dates_agree(self.facts["birth_date"], facts["birth_date"])

    def may_be_called(self, keys: set[str]) -> bool:
        """Tell whether a name shares a word with this person's, where both are known in one alphabet."""
        comparable = [(mine, theirs) for mine in self.keys for theirs in keys if is_arabic(mine) == is_arabic(theirs)]
        return not comparable or any(set(mine.split()) & set(theirs.split()) for mine, theirs in comparable)


def _dates_agree(one: str | None, other: str | None) -> bool:
    """Tell whether two dates can be the same day: ``1984`` and ``1984-12-06`` can."""
    return not one or not other or one.startswith(other) or other.startswith(one)


def name_keys(facts: Facts) -> set[str]:
    """Give the folded names of a person, one for each alphabet known."""
    return {name_key(facts[name]) for name in ("name_latin", "name_arabic") if facts[name]}


class People:
    """The people known so far, the ledger's and the file's own, found by each of the three ways."""

    def __init__(self, people: Iterable[Person]) -> None:
        self.by_code: dict[str, Person] = {}
        self._by_cin: dict[str, Person] = {}
        self._by_file: dict[tuple[str, str], Person] = {}
        self._by_key: dict[str, dict[str, Person]] = defaultdict(dict)
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
            self._by_key[key][person.code] = person

    def find(self, facts: Facts, keys: set[str]) -> Person | Fault | None:
        """Give the person, or None when nobody known can be meant, or why a person must decide.

        Faults, with the codes of those who may be meant: ``person.conflict`` when what identifies points two
        ways, ``person.possible`` when only the name speaks.
        """
        certain = self._certain(facts)
        if certain:
            person = certain[0]
            is_sure = len(certain) == 1 and person.may_be_called(keys) and not person.contradicts(facts)
            return person if is_sure else Fault("person.conflict", {"codes": listed(one.code for one in certain)})
        alike = [one for one in self.called(keys) if not one.contradicts(facts)]
        born = [one for one in alike if facts["birth_date"] and one.facts["birth_date"] == facts["birth_date"]]
        if len(born) == 1:
            return born[0]
        return Fault("person.possible", {"codes": listed(one.code for one in alike)}) if alike else None

    def called(self, keys: set[str]) -> list[Person]:
        """Give the people of one of these folded names."""
        found: dict[str, Person] = {}
        for key in keys:
            found |= self._by_key.get(key, {})
        return list(found.values())

    def _certain(self, facts: Facts) -> list[Person]:
        """Give whom the card number and the file number name: nobody, one person, or two."""
        by_cin = self._by_cin.get(facts["cin"] or "")
        by_file = self._by_file.get((facts["centre_code"] or "", facts["file_number"] or ""))
        return list({person.code: person for person in (by_cin, by_file) if person}.values())
