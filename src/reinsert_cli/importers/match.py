"""Who is who: finds the person a row speaks of among those known (design §5).

By national card number, by centre and file number, then by name and birth date, names being compared across
alphabets and their usual spellings. What points two ways, a name alone, and names that are only alike are left to
a person: the row is parked, with the codes of those it may mean and the reasons.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any, Final

from rapidfuzz.distance import OSA

from reinsert_cli.domain.faults import Fault
from reinsert_cli.domain.found_by import WHOLE_DAY
from reinsert_cli.domain.language import listed, percent
from reinsert_cli.domain.likeness import LIKELY, likeness
from reinsert_cli.domain.people import name_key
from reinsert_cli.domain.spellings import block_keys, spelling_key
from reinsert_cli.domain.text import fold
from reinsert_cli.domain.vocabulary import label

FIELDS: Final = (
    "cin", "birth_date", "file_number", "name_latin", "name_arabic", "phone",
    "sex", "province_code", "centre_code", "disabled", "special_category", "registered_on",
)  # fmt: skip
NAMES: Final = ("name_latin", "name_arabic")

CLOSE: Final = 0.9
"""From here on, two names are close enough to ask a person, where a place agrees."""
MANY: Final = 200
"""A part of a name that more people than this share tells nothing, and would take long to look through."""
STRONG: Final = frozenset({"same_birth_date", "same_phone"})
"""What few people share: with it, names that are likely one are enough to ask."""
MAY_BE: Final = 0.6
"""Below this, two names are those of different people, whatever a card number says. A centre's file number is used
again over the years, and says less: there the names must be likely the same."""
SLIPS: Final = 2

Facts = Mapping[str, Any]
"""What is said of a person, under the keys of :data:`FIELDS`; None where nothing is."""

Crowd = Callable[[str, bool, str | None], int]
"""Tells how many people who were not read share a key of names, with a card number or without, born in a year."""


@dataclass(frozen=True, slots=True)
class Doubt:
    """Why a person must decide, and between whom: the codes of those a row may mean, or the line or visit it may be.

    Where ``projects`` are in question, the one of ``people`` is not.
    """

    fault: Fault
    people: tuple[str, ...] = ()
    line: int | None = None
    projects: tuple[str, ...] = ()


@dataclass(slots=True, eq=False)
class Person:
    """What is known of one person, and the other identities they were met under."""

    code: str
    facts: dict[str, Any]
    is_new: bool = False
    others: tuple[Facts, ...] = ()
    is_erased: bool = False
    _keys: frozenset[str] | None = None

    @property
    def identities(self) -> tuple[Facts, ...]:
        """Give every identity of the person, the one that counts first."""
        return (self.facts, *self.others)

    @property
    def keys(self) -> frozenset[str]:
        """Give the keys of every name of the person, worked out when first asked for."""
        if self._keys is None:
            self._keys = frozenset().union(*map(name_keys, self.identities))
        return self._keys

    def learn(self, news: Mapping[str, Any]) -> None:
        """Take over what is new."""
        if self._keys is not None and any(name in news for name in NAMES):
            self._keys |= name_keys({**dict.fromkeys(NAMES), **news})
        self.facts.update(news)

    def contradicts(self, facts: Facts) -> bool:
        """Tell whether something that identifies is known on both sides and cannot be true of one person."""
        if self.others:
            return all(_contradict(one, facts) for one in self.identities)
        return _contradict(self.facts, facts)

    def may_be_called(self, facts: Facts, needed: float) -> bool:
        """Tell whether a name can be this person's: where none is known, of either, it can.

        Where little is ``needed`` of their likeness, one word in common is enough.
        """
        names = names_of(facts)
        mine = [name for one in self.identities for name in names_of(one)]
        if not names or not mine:
            return True
        words = [set(fold(name).split()) for name in mine]
        theirs = [set(fold(name).split()) for name in names]
        if any(one == other or (needed <= MAY_BE and one & other) for one in words for other in theirs):
            return True
        return self.likeness(facts) >= needed

    def unless(self, facts: Facts, needed: float) -> Person | Doubt:
        """Give the person, whom a code or a number names, unless what else the row says speaks against it."""
        is_sure = self.may_be_called(facts, needed) and not self.contradicts(facts)
        return self if is_sure else _doubt("person.conflict", [self])

    def likeness(self, facts: Facts) -> float:
        """Give how alike the names of a row and of this person are, from 0 to 1."""
        mine = (name for one in self.identities for name in names_of(one))
        return max((likeness(one, other) for one in mine for other in names_of(facts)), default=0.0)


def is_a_slip(one: str | None, other: str) -> bool:
    """Tell whether two card numbers are a slip of the keys apart: two letters or digits wrong at most."""
    return one is not None and OSA.distance(one, other) <= SLIPS


def _contradict(one: Facts, other: Facts) -> bool:
    if one["cin"] and other["cin"] and one["cin"] != other["cin"]:
        return True
    same_centre = one["centre_code"] == other["centre_code"]
    if same_centre and one["file_number"] and other["file_number"] and one["file_number"] != other["file_number"]:
        return True
    return not _dates_agree(one["birth_date"], other["birth_date"])


def _dates_agree(one: str | None, other: str | None) -> bool:
    """Tell whether two dates can be the same day: ``1984`` and ``1984-12-06`` can."""
    return not one or not other or one.startswith(other) or other.startswith(one)


def names_of(facts: Facts) -> list[str]:
    """Give the names that are said of a person, in either alphabet."""
    return [facts[name] for name in NAMES if facts[name]]


def name_keys(facts: Facts) -> frozenset[str]:
    """Give the keys under which the names of a person agree with other spellings of them."""
    return frozenset(map(spelling_key, names_of(facts)))


class _ByCode(dict[str, Person]):
    """People by their codes; those who were not read among the others are read when they are asked for."""

    def __init__(self, read: Callable[[str], Person | None]) -> None:
        super().__init__()
        self._read = read

    def __missing__(self, code: str) -> Person:
        person = self._read(code)
        if person is None:
            raise KeyError(code)
        self[code] = person
        return person

    def __contains__(self, code: object) -> bool:
        return super().__contains__(code) or self._read(str(code)) is not None

    def get(self, code: str, default: Any = None) -> Any:
        return self[code] if code in self else default  # noqa: SIM401  (this is what get is)


class People:
    """The people known so far, the ledger's and the file's own, found by each of the three ways.

    Where not everybody was read, ``read`` gives one by their code, and ``crowd`` how many others share a key of names.
    """

    def __init__(
        self,
        people: Iterable[Person],
        read: Callable[[str], Person | None] | None = None,
        crowd: Crowd | None = None,
    ) -> None:
        self._crowd = crowd
        self.by_code: dict[str, Person] = _ByCode(read) if read else {}
        self._by_cin: dict[str, Person] = {}
        self._by_file: dict[tuple[str, str], Person] = {}
        self._by_birth: dict[tuple[str, str], list[Person]] = defaultdict(list)
        self._by_name = _Index(name_keys)
        self._by_part = _Index(_parts_of)
        for person in people:
            self.add(person)

    def add(self, person: Person) -> None:
        """Make a person findable; call it again when more became known of them."""
        self.by_code[person.code] = person
        for facts in person.identities if person.others else (person.facts,):
            if facts["cin"] and facts is person.facts:
                self._by_cin[facts["cin"]] = person
            elif facts["cin"]:  # one who was met under a number gives way to one who has it
                self._by_cin.setdefault(facts["cin"], person)
            if facts["centre_code"] and facts["file_number"]:
                self._by_file[facts["centre_code"], facts["file_number"]] = person
            if not person.is_new and facts["birth_date"] and len(facts["birth_date"]) == WHOLE_DAY:
                for name in names_of(facts):
                    self._by_birth[facts["birth_date"], name_key(name)].append(person)
            self._by_name.add(person, facts)
            self._by_part.add(person, facts)

    def find(self, facts: Facts) -> Person | Doubt | None:
        """Give the person, or None when nobody known can be meant, or why a person must decide.

        Faults: ``person.conflict`` when what identifies points two ways, ``person.possible`` when only the name
        speaks, ``person.likely`` when names are alike and something else agrees.
        """
        certain = self.certain(facts) or self._retyped(facts)
        if certain:
            person = certain[0]
            needed = MAY_BE if facts["cin"] and self._by_cin.get(facts["cin"]) is person else LIKELY
            return person.unless(facts, needed) if len(certain) == 1 else _doubt("person.conflict", certain)
        alike = self.called(facts)
        born = [one for one in alike if _is_born(one, facts["birth_date"])]
        if len(born) == 1:
            return born[0]
        return _doubt("person.possible", alike) if alike else self._likely(facts)

    def called(self, facts: Facts) -> list[Person]:
        """Give the people of the same name, however spelled, whom nothing contradicts."""
        return [one for one in self._by_name.near(facts) if not one.contradicts(facts)]

    def _retyped(self, facts: Facts) -> list[Person]:
        """Give whom a row may mean whose card number is nobody's: of its very name and birthday, a slip away by card.

        Rows of one file are two people: whoever typed them saw both.
        """
        if not self._by_birth or not facts["cin"] or not facts["birth_date"]:
            return []
        keys = [(facts["birth_date"], name_key(name)) for name in names_of(facts)]
        found = [
            one for key in keys for one in self._by_birth.get(key, ()) if is_a_slip(one.facts["cin"], facts["cin"])
        ]
        return sorted(found, key=lambda one: one.code)[:1]

    def certain(self, facts: Facts) -> list[Person]:
        """Give whom the card number and the file number name: nobody, one person, or two."""
        by_cin = self._by_cin.get(facts["cin"] or "")
        by_file = self._by_file.get((facts["centre_code"] or "", facts["file_number"] or ""))
        if by_cin and by_file:
            return [by_cin] if by_cin is by_file else [by_cin, by_file]
        found = by_cin or by_file
        return [found] if found else []

    def _likely(self, facts: Facts) -> Doubt | None:
        """Give those whose name is nearly the row's, whom nothing contradicts and of whom something else agrees."""
        likely = []
        for person in self._by_part.near(facts, MANY):
            if _may_be_asked(person, facts) and not person.contradicts(facts):
                score = person.likeness(facts)
                if score >= (LIKELY if STRONG & set(agreeing(person, facts)) else CLOSE):
                    likely.append((score, person))
        if likely and self._crowd:
            heard = {one.code for one in self._by_part.near(facts, MANY, self._crowd)}
            likely = [one for one in likely if one[1].code in heard]
        if not likely:
            return None
        likely.sort(key=lambda one: (-one[0], one[1].code))
        score, best = likely[0]
        told = {"score": percent(round(score * 1000)), "reasons": listed(map(label, agreeing(best, facts)))}
        return _doubt("person.likely", [person for _score, person in likely], told)


def _may_be_asked(person: Person, facts: Facts) -> bool:
    """Tell whether anything but the name agrees. Two rows of one file that only share a place are two people."""
    agrees = agreeing(person, facts)
    return bool(STRONG & set(agrees) if person.is_new else agrees)


def agreeing(person: Person, facts: Facts) -> list[str]:
    """Give what a row and a person have in common besides the name, as terms."""
    one = person.facts
    return [
        term
        for term, is_same in (
            ("same_birth_date", bool(facts["birth_date"]) and facts["birth_date"] == one["birth_date"]),
            ("same_phone", bool(facts["phone"]) and facts["phone"] == one["phone"]),
            ("same_centre", bool(facts["centre_code"]) and facts["centre_code"] == one["centre_code"]),
            ("same_province", bool(facts["province_code"]) and facts["province_code"] == one["province_code"]),
        )
        if is_same
    ]


def _is_born(person: Person, day: str | None) -> bool:
    """Tell whether a person was born on that day; a year alone is many people's."""
    return day is not None and len(day) == WHOLE_DAY and any(one["birth_date"] == day for one in person.identities)


def _doubt(code: str, people: Iterable[Person], told: Mapping[str, str] | None = None) -> Doubt:
    codes = tuple(person.code for person in people)
    return Doubt(Fault(code, {"codes": listed(codes), **(told or {})}), codes)


class _Index:
    """People by keys of their names, kept apart by what would contradict: a card number known, the year of birth.

    Where every row has a card number nobody is ever sought by name: people are put in their places only when one is.
    """

    def __init__(self, keys_of: Callable[[Facts], Iterable[str]]) -> None:
        self._keys_of = keys_of
        self._waiting: dict[bool, list[tuple[Person, Facts]]] = {False: [], True: []}
        self._found: dict[tuple[str, bool], dict[str | None, list[Person]]] = defaultdict(dict)

    def add(self, person: Person, facts: Facts) -> None:
        """Make a person findable by one of their identities."""
        self._waiting[bool(facts["cin"])].append((person, facts))

    def near(self, facts: Facts, many: int | None = None, crowd: Crowd | None = None) -> Iterable[Person]:
        """Give, once each, the people who share a key with a row and whom it may mean; not by a key of too ``many``.

        ``crowd`` tells how many there are besides who were not read: it takes long, so it is asked last.
        """
        sought = (False,) if facts["cin"] else (False, True)
        for has_cin in sought:
            self._place(has_cin)
        if not self._found:
            return ()
        year = _year(facts)
        found: dict[str, Person] = {}
        for key in self._keys_of(facts):
            for has_cin in sought:
                of_years = self._found.get((key, has_cin), {})
                alike = [of_years.get(born, ()) for born in ((year, None) if year else of_years)]
                others = crowd(key, has_cin, year) if crowd else 0
                if many is None or sum(map(len, alike)) + others <= many:
                    found |= {person.code: person for people in alike for person in people}
        return found.values()

    def _place(self, has_cin: bool) -> None:
        for person, facts in self._waiting[has_cin]:
            for key in self._keys_of(facts):
                self._found[key, has_cin].setdefault(_year(facts), []).append(person)
        self._waiting[has_cin].clear()


def _year(facts: Facts) -> str | None:
    return facts["birth_date"][:4] if facts["birth_date"] else None


def _parts_of(facts: Facts) -> frozenset[str]:
    return frozenset().union(*map(block_keys, names_of(facts)))
