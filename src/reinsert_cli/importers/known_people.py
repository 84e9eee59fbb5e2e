"""Whom the ledger knows, and what was decided before of rows that named them, in a few queries."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from functools import cached_property
from typing import Any, Final

from reinsert_cli.importers.candidates import candidates, crowd_beside
from reinsert_cli.importers.match import FIELDS, People, Person
from reinsert_cli.importers.remembered import facts_digest
from reinsert_cli.ledger.codes import unused as unused_codes
from reinsert_cli.store import bulk
from reinsert_cli.store.tables import Beneficiary
from reinsert_cli.store.work import Work

PEOPLE: Final = """
    SELECT b.code, b.sex, b.province_code, b.centre_code, b.registered_on, i.cin, i.birth_date, i.file_number,
           i.name_latin, i.name_arabic, i.phone, s.disabled, s.special_category,
           i.beneficiary_code IS NULL AS is_erased
    FROM {among} beneficiary b
    LEFT JOIN identity i ON i.beneficiary_code = b.code
    LEFT JOIN sensitive s ON s.beneficiary_code = b.code
    WHERE b.merged_into IS NULL AND {which} ORDER BY b.{came_in}
"""
EVERYBODY: Final = ("", "1 = 1")
SOME: Final = ("staged f CROSS JOIN", "b.code = f.code")
ONE: Final = ("", "b.code = :code")
KNOWN_AS: Final = """
    SELECT beneficiary_code, name_latin, name_arabic, cin, birth_date, centre_code, file_number FROM known_as
"""
SOME_KNOWN_AS: Final = f"{KNOWN_AS} WHERE beneficiary_code IN (SELECT code FROM staged) ORDER BY id"  # noqa: S608  (constants)
ONE_KNOWN_AS: Final = f"{KNOWN_AS} WHERE beneficiary_code = :code ORDER BY id"
MERGED: Final = "SELECT code, merged_into FROM beneficiary WHERE merged_into IS NOT NULL"
DECIDED: Final = """
    SELECT person FROM review WHERE facts = :facts AND person IS NOT NULL AND decision <> 'void'
    ORDER BY id DESC LIMIT 1
"""


class KnownPeople:
    """Everybody known, by whatever finds them; read when first asked for, for a sheet of our own codes asks for nobody.

    ``merged`` gives the code that stands for another now.
    """

    def __init__(self, work: Work) -> None:
        self._work = work
        self._expected: tuple[int, Iterable[Mapping[str, Any]]] | None = None

    def expect(self, count: int, rows: Iterable[Mapping[str, Any]]) -> None:
        """Say what ``count`` rows tell of the people who will be sought: then only those whom they may mean are read.

        It changes nothing but the time that it takes: whoever they would find among everybody is found.
        """
        self._expected = count, rows

    @cached_property
    def people(self) -> People:
        """Everybody, but for the codes that were merged into others; or those whom the rows expected may mean."""
        if self._expected is None or not self._outnumber(self._expected[0]):
            return People(_people(self._work, EVERYBODY, KNOWN_AS))
        return _people_among(self._work, list(self._expected[1]), self._one)

    def _outnumber(self, count: int) -> bool:
        return self._work.reader().row("SELECT 1 FROM beneficiary LIMIT 1 OFFSET :count", count=count) is not None

    def _one(self, code: str) -> Person | None:
        if self._work.reader().row("SELECT 1 FROM beneficiary WHERE code = :code", code=code) is None:
            return None
        return next(_people(self._work, ONE, ONE_KNOWN_AS, code=code), None)

    @cached_property
    def merged(self) -> dict[str, str]:
        """The codes that others stand for now."""
        return {row["code"]: row["merged_into"] for row in _rows(self._work, MERGED)}

    def decided(self, facts: Mapping[str, Any]) -> str | None:
        """Give whom somebody found rows to mean that say this of a person (:mod:`.remembered`)."""
        found = self._work.reader().value(DECIDED, facts=facts_digest(facts))
        return None if found is None else str(found)

    def new_codes(self) -> Iterator[str]:
        """Give codes that nobody has."""
        return unused_codes(self._work, Beneficiary, "B")


def known_people(work: Work) -> KnownPeople:
    """Give whom the rows of a file are compared with."""
    return KnownPeople(work)


def people_like(work: Work, facts: Mapping[str, Any]) -> People:
    """Read only those whom one row may mean: whoever :meth:`People.find` would find among everybody, and a few more."""
    return _people_among(work, [facts])


def _people_among(
    work: Work, rows: Collection[Mapping[str, Any]], one: Callable[[str], Person | None] | None = None
) -> People:
    codes = candidates(work, rows)
    with bulk.staged(work, ("code",), [(code,) for code in sorted(codes)]):
        found = list(_people(work, SOME, SOME_KNOWN_AS))
    return People(found, one, crowd_beside(work, codes))


def _people(work: Work, whom: tuple[str, str], known_as: str, **params: str) -> Iterator[Person]:
    """Give people as they came in, with the other identities that a query finds of them."""
    among, which = whom
    reader = work.reader()
    query = PEOPLE.format(among=among, which=which, came_in=reader.dialect.came_in(reader, "beneficiary"))
    others: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for row in _rows(work, known_as, **params):
        others[row["beneficiary_code"]].append({**dict.fromkeys(FIELDS), **row})
    for row in _rows(work, query, **params):
        yield _person(row, tuple(others.get(row["code"], ())))


def _person(row: dict[str, Any], others: tuple[dict[str, Any], ...]) -> Person:
    facts = {key: row[key] for key in FIELDS}
    for flag in ("disabled", "special_category"):
        facts[flag] = None if facts[flag] is None else bool(facts[flag])
    return Person(row["code"], facts, others=others, is_erased=bool(row["is_erased"]))


def _rows(work: Work, query: str, **params: str | None) -> Iterator[dict[str, Any]]:
    work.session.flush()
    return work.reader().stream(query, **params)
