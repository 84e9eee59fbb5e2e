"""Whom the rows of a list may mean, looked up by what the rows say: however long the ledger is, few are read.

By number somebody is found by index. By name, only those are compared whose day of birth agrees with the row's
(:meth:`~reinsert_cli.importers.match.Person.contradicts`), who are without a card number wherever the row has one, and
who share a part of a name with it: so nobody is left out who would be found among everybody.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from typing import Any, Final

from reinsert_cli.domain.found_by import WHOLE_DAY, born_as, marks_of
from reinsert_cli.domain.spellings import block_keys
from reinsert_cli.importers.match import is_a_slip, names_of
from reinsert_cli.store import bulk
from reinsert_cli.store.work import Work

Facts = Mapping[str, Any]

NUMBERED: Final = """
SELECT i.beneficiary_code FROM staged s CROSS JOIN identity i WHERE i.cin = s.cin
UNION
SELECT i.beneficiary_code FROM staged s CROSS JOIN identity i CROSS JOIN beneficiary b
WHERE i.file_number = s.file_number AND b.code = i.beneficiary_code AND b.centre_code = s.centre
"""
"""Who has the card number of a row, or the file number at its centre."""

BORN_AS: Final = """
SELECT s.cin, i.cin, i.beneficiary_code FROM staged s CROSS JOIN identity i WHERE i.latin_key = s.born_as
UNION
SELECT s.cin, i.cin, i.beneficiary_code FROM staged s CROSS JOIN identity i WHERE i.arabic_key = s.born_as
"""
"""Who bears the very name and day of birth of a row, with the card numbers of both."""

CALLED: Final = """
SELECT i.beneficiary_code, i.birth_date, i.parts FROM staged s CROSS JOIN identity i
WHERE i.birth_date = s.born AND i.parts IS NOT NULL
UNION ALL
SELECT i.beneficiary_code, i.birth_date, i.parts FROM staged s CROSS JOIN identity i
WHERE s.is_vague = '1' AND i.birth_date > s.born AND i.birth_date < s.born || '~' AND i.parts IS NOT NULL
"""
"""Of those without a card number who bear just a date that agrees with a row's, or one within its year or month, the
marks of their names; all of it is in an index."""

CALLED_ANY: Final = "SELECT beneficiary_code, birth_date, parts FROM identity WHERE parts IS NOT NULL"
CALLED_UNDATED: Final = f"{CALLED_ANY} AND birth_date IS NULL"

_NAMES: Final = "SELECT i.beneficiary_code, i.birth_date, i.name_latin, i.name_arabic FROM"
NAMED: Final = f"""
{_NAMES} staged s CROSS JOIN identity i WHERE i.birth_date = s.born AND i.cin IS NOT NULL
UNION ALL
{_NAMES} staged s CROSS JOIN identity i
WHERE s.is_vague = '1' AND i.birth_date > s.born AND i.birth_date < s.born || '~' AND i.cin IS NOT NULL
"""
"""The same of those with a card number, with their names."""

NAMED_ANY: Final = f"{_NAMES} identity i WHERE i.cin IS NOT NULL"
NAMED_UNDATED: Final = f"{NAMED_ANY} AND i.birth_date IS NULL"

SEVERAL: Final = """
SELECT k.beneficiary_code, k.cin, k.centre_code, k.file_number, k.birth_date, i.birth_date
FROM known_as k LEFT JOIN identity i ON i.beneficiary_code = k.beneficiary_code
"""
"""Those who were met under other identities, who are few: whose card number or date speaks against a row may be meant
by another one."""

_WITHOUT_CARD: Final = "(i.cin IS NULL OR i.cin = '')"
CROWD: Final = """
SELECT i.beneficiary_code, i.name_latin, i.name_arabic FROM identity i
JOIN beneficiary b ON b.code = i.beneficiary_code
WHERE i.birth_date >= :year AND i.birth_date < :end AND b.merged_into IS NULL AND {which}
UNION ALL
SELECT i.beneficiary_code, i.name_latin, i.name_arabic FROM known_as i
JOIN beneficiary b ON b.code = i.beneficiary_code
WHERE i.birth_date >= :year AND i.birth_date < :end AND b.merged_into IS NULL AND {which}
"""
"""What everybody born in a year is called, of those with a card number or of those without."""


def candidates(work: Work, rows: Collection[Facts]) -> set[str]:
    """Give the codes of those whom any of the rows may mean, and of a few more."""
    work.session.flush()
    found = {*_numbered(work, rows), *_retyped(work, rows)}
    agreeing = _Agreeing(rows)
    found.update(code for code, born, parts in _called(work, rows) if agreeing.is_called(born, parts.split("|")))
    found.update(
        code
        for code, born, *names in _named(work, [row for row in rows if not row["cin"]])
        if code not in found and agreeing.is_called(born, marks_of(filter(None, names)))
    )
    return found.union(_of_several(work, rows, agreeing))


def _numbered(work: Work, rows: Iterable[Facts]) -> Iterator[str]:
    said = [(row["cin"] or None, row["file_number"] or None, row["centre_code"] or None) for row in rows]
    with bulk.staged(work, ("cin", "file_number", "centre"), said):
        yield from list(work.reader().column(NUMBERED))


def _retyped(work: Work, rows: Iterable[Facts]) -> Iterator[str]:
    """Give those of a row's very name and day of birth whose card number is a slip of the keys away from the row's."""
    said = {(row["cin"], born_as(name, row["birth_date"])) for row in rows if row["cin"] for name in names_of(row)}
    with bulk.staged(work, ("cin", "born_as"), sorted((cin, key) for cin, key in said if key)):
        yield from [code for typed, known, code in work.reader().tuples(BORN_AS) if is_a_slip(known, typed)]


def _called(work: Work, rows: Iterable[Facts]) -> Iterator[tuple[Any, ...]]:
    """Give the code, date and marks of those without a card number whose dates agree with rows that name somebody."""
    return _of_dates(work, rows, CALLED, CALLED_UNDATED, CALLED_ANY)


def _named(work: Work, rows: Iterable[Facts]) -> Iterator[tuple[Any, ...]]:
    """Give the code, date and names of those with a card number whose dates agree with rows that name somebody."""
    return _of_dates(work, rows, NAMED, NAMED_UNDATED, NAMED_ANY)


def _of_dates(
    work: Work, rows: Iterable[Facts], of_dates: str, undated: str, of_anybody: str
) -> Iterator[tuple[Any, ...]]:
    said = {row["birth_date"] or "" for row in rows if names_of(row)}
    ask = work.reader().tuples
    if "" in said:
        yield from ask(of_anybody)
    elif said:
        yield from ask(undated)
        dates = said.union(*map(_vaguer, said))
        staged = [(date, str(int(date in said and 0 < len(date) < WHOLE_DAY))) for date in sorted(dates)]
        with bulk.staged(work, ("born", "is_vague"), staged):
            yield from ask(of_dates)


def _vaguer(date: str) -> tuple[str, ...]:
    """Give the vaguer dates that agree with one: its month, its year, none."""
    return tuple(date[:length] for length in (7, 4, 0) if length < len(date))


class _Agreeing:
    """What the rows say of the names of those whose dates of birth agree with theirs."""

    def __init__(self, rows: Iterable[Facts]) -> None:
        self._just: dict[str, set[str]] = defaultdict(set)
        self._within: dict[str, set[str]] = defaultdict(set)
        for row in rows:
            said, born = marks_of(names_of(row)), row["birth_date"] or ""
            for date in {born, *_vaguer(born)}:
                self._just[date] |= said
            if len(born) < WHOLE_DAY:
                self._within[born] |= said

    def is_called(self, born: str | None, marks: Iterable[str]) -> bool:
        """Tell whether a row whose date agrees shares a mark of a name."""
        return any(not one.isdisjoint(marks) for one in self._of(born or ""))

    def has(self, born: str | None) -> bool:
        """Tell whether the date of any row agrees."""
        return bool(self._of(born or ""))

    def _of(self, born: str) -> list[set[str]]:
        told = (self._just.get(born), *(self._within.get(date) for date in _vaguer(born)))
        return [one for one in told if one is not None]


def _of_several(work: Work, rows: Collection[Facts], agreeing: _Agreeing) -> Iterator[str]:
    cards = {row["cin"] for row in rows}
    files = {(row["centre_code"], row["file_number"]) for row in rows}
    for code, cin, centre, number, *dates in work.reader().tuples(SEVERAL):
        is_numbered = (cin and cin in cards) or (number and (centre, number) in files)
        if is_numbered or any(map(agreeing.has, dates)):
            yield code


def crowd_beside(work: Work, read: Collection[str]) -> Callable[[str, bool, str | None], int]:
    """Give what tells how many people, born in a year and not among those who were ``read``, share a key of names.

    Where no year is named there are none: whoever shares a key then agrees, and was read.
    """
    counted: dict[tuple[bool, str], Counter[str]] = {}

    def others(key: str, has_cin: bool, year: str | None) -> int:
        if not year:
            return 0
        if (has_cin, year) not in counted:
            counted[has_cin, year] = _keys_in(work, read, year, has_cin=has_cin)
        return counted[has_cin, year][key]

    return others


def _keys_in(work: Work, read: Collection[str], year: str, *, has_cin: bool) -> Counter[str]:
    query = CROWD.format(which=f"NOT {_WITHOUT_CARD}" if has_cin else _WITHOUT_CARD)
    found: Counter[str] = Counter()
    for code, *names in work.reader().tuples(query, year=year, end=f"{year}~"):
        if code not in read:
            found.update(frozenset().union(*map(block_keys, filter(None, names))))
    return found
