"""Everybody whom the ledger knows, and what was decided before of rows that named them, in a few queries."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property
from typing import Any, Final

from reinsert_cli.domain.people import name_key
from reinsert_cli.importers.match import FIELDS, People, Person, names_of
from reinsert_cli.store import bulk
from reinsert_cli.store.work import Work

PEOPLE: Final = """
    SELECT b.code, b.sex, b.province_code, b.centre_code, b.registered_on, i.cin, i.birth_date, i.file_number,
           i.name_latin, i.name_arabic, i.phone, s.disabled, s.special_category,
           i.beneficiary_code IS NULL AS is_erased
    FROM beneficiary b
    LEFT JOIN identity i ON i.beneficiary_code = b.code
    LEFT JOIN sensitive s ON s.beneficiary_code = b.code
    WHERE b.merged_into IS NULL
"""
MAY_BE: Final = """
    {of}.cin = :cin OR {of}.birth_date = :born OR {of}.file_number = :file_number
    OR ((COALESCE({of}.cin, '') = '' OR CAST(:cin AS TEXT) IS NULL)
        AND (SUBSTR({of}.birth_date, 1, 4) = :year OR COALESCE({of}.birth_date, '') = ''
             OR CAST(:year AS TEXT) IS NULL))
"""
"""What an identity must have for somebody to be found by it, by number or by name: see :meth:`People.find`."""

SOME: Final = f"""
    {PEOPLE} AND (({MAY_BE.format(of="i")})
                  OR EXISTS (SELECT 1 FROM known_as k WHERE k.beneficiary_code = b.code
                             AND ({MAY_BE.format(of="k")})))
"""  # noqa: S608  (constants)
ONE: Final = f"{PEOPLE} AND b.code = :code"

WANTED: Final = """
    {of}.cin IN (SELECT cin FROM staged) OR {of}.file_number IN (SELECT file_number FROM staged)
    OR ((COALESCE({of}.cin, '') = '' OR EXISTS (SELECT 1 FROM staged WHERE cin IS NULL))
        AND (SUBSTR({of}.birth_date, 1, 4) IN (SELECT SUBSTR(born, 1, 4) FROM staged)
             OR COALESCE({of}.birth_date, '') = '' OR EXISTS (SELECT 1 FROM staged WHERE born IS NULL)))
"""
"""The same of many rows at once, of which ``staged`` holds what identifies; but for :data:`BORN`."""

BORN: Final = """
    SELECT beneficiary_code, birth_date, name_latin, name_arabic FROM identity
    WHERE birth_date IN (SELECT born FROM staged)
    UNION ALL
    SELECT beneficiary_code, birth_date, name_latin, name_arabic FROM known_as
    WHERE birth_date IN (SELECT born FROM staged)
"""
"""Who was born on a day that a row names: many, of whom only those of the row's very name may be meant."""

SOME_OF_MANY: Final = f"""
    {PEOPLE} AND (({WANTED.format(of="i")})
                  OR EXISTS (SELECT 1 FROM known_as k WHERE k.beneficiary_code = b.code
                             AND ({WANTED.format(of="k")})))
"""  # noqa: S608  (constants)
KNOWN_AS: Final = """
    SELECT beneficiary_code, name_latin, name_arabic, cin, birth_date, centre_code, file_number FROM known_as
"""
MERGED: Final = "SELECT code, merged_into FROM beneficiary WHERE merged_into IS NOT NULL"
DECIDED: Final = """
    SELECT facts, person FROM review WHERE person IS NOT NULL AND decision <> 'void' ORDER BY id
"""


class KnownPeople:
    """Everybody known, by whatever finds them; read when first asked for, for a sheet of our own codes asks for nobody.

    ``merged`` gives the code that stands for another now; ``decided`` the person that somebody decided on, by what
    the row said of them (:mod:`reinsert_cli.importers.remembered`).
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
            return People(_people(self._work, PEOPLE))
        rows = list(self._expected[1])
        sought = [(row["cin"] or None, row["birth_date"] or None, row["file_number"] or None) for row in rows]
        with bulk.staged(self._work, ("cin", "born", "file_number"), sought):
            some = {person.code: person for person in _people(self._work, SOME_OF_MANY)}
            named = {birth for row in rows for birth in _births(row)}
            born = {row["beneficiary_code"] for row in _rows(self._work, BORN) if named & _births(row)}
        others = filter(None, map(self._one, sorted(born - some.keys())))
        return People((*some.values(), *others), self._one)

    def _outnumber(self, count: int) -> bool:
        return self._work.reader().row("SELECT 1 FROM beneficiary LIMIT 1 OFFSET :count", count=count) is not None

    def _one(self, code: str) -> Person | None:
        if self._work.reader().row("SELECT 1 FROM beneficiary WHERE code = :code", code=code) is None:
            return None
        return next(_people(self._work, ONE, code=code), None)

    @cached_property
    def merged(self) -> dict[str, str]:
        """The codes that others stand for now."""
        return {row["code"]: row["merged_into"] for row in _rows(self._work, MERGED)}

    @cached_property
    def decided(self) -> dict[str, str]:
        """Whom rows were found to mean."""
        return {row["facts"]: row["person"] for row in _rows(self._work, DECIDED)}


def _births(facts: Mapping[str, Any]) -> set[tuple[str, str]]:
    """Give the day of birth with each name, as :class:`People` compares them."""
    return {(facts["birth_date"], name_key(name)) for name in names_of(facts)}


def known_people(work: Work) -> KnownPeople:
    """Give whom the rows of a file are compared with."""
    return KnownPeople(work)


def people_like(work: Work, facts: Mapping[str, Any]) -> People:
    """Read only those whom one row may mean: whoever :meth:`People.find` would find among everybody, and a few more."""
    born = facts["birth_date"] or None
    return People(
        _people(
            work,
            SOME,
            cin=facts["cin"] or None,
            file_number=facts["file_number"] or None,
            born=born,
            year=born and born[:4],
        )
    )


def _people(work: Work, query: str, **params: str | None) -> Iterator[Person]:
    """Give the people whom a query finds, but for the codes that were merged into others."""
    others: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for row in _rows(work, KNOWN_AS):
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
