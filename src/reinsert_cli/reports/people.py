"""The people of the ledger, by their codes: where they are, what is behind them, what lacks, who is to be visited."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import groupby, islice
from operator import itemgetter
from sys import intern
from typing import Any, Final

from reinsert_cli.domain.language import _, plural
from reinsert_cli.domain.pathways import in_order
from reinsert_cli.domain.table import Column, Row, Streamed, Table
from reinsert_cli.reports.names import require
from reinsert_cli.store.reading import Reader

PEOPLE: Final = """
SELECT v.beneficiary, v.sex, v.disabled, v.centre, v.province, v.region, v.registered_on, v.funded
FROM v_beneficiary v
WHERE {who}
  AND (:erased = 1 OR v.beneficiary IN (SELECT beneficiary_code FROM identity))
  AND (CAST(:centre AS TEXT) IS NULL OR v.centre = :centre)
  AND (CAST(:province AS TEXT) IS NULL OR v.province = :province)
  AND (CAST(:region AS TEXT) IS NULL OR v.region = :region)
  AND (CAST(:funded AS INTEGER) IS NULL OR v.funded = CAST(:funded AS INTEGER))
  AND (CAST(:programme AS TEXT) IS NULL
       OR v.beneficiary IN (SELECT beneficiary FROM v_participation WHERE programme = :programme))
  AND (CAST(:missing AS TEXT) IS NULL
       OR v.beneficiary NOT IN (SELECT beneficiary FROM v_step WHERE step = :missing AND behind = 1))
"""
PROJECTS: Final = "SELECT beneficiary, project, programme FROM v_participation WHERE {who}"
BEHIND: Final = "SELECT DISTINCT beneficiary, step FROM v_step WHERE behind = 1 AND {who}"
LACKING: Final = "SELECT DISTINCT beneficiary, step FROM v_lacking WHERE {who}"
DUE: Final = "SELECT project, MIN(due_on) AS due_on FROM v_due WHERE due_on <= :today AND {who} GROUP BY project"
THEIRS: Final = "SELECT project FROM v_participation WHERE {who}"
VISITED: Final = """
SELECT DISTINCT beneficiary FROM v_participation
WHERE project IN (SELECT project FROM v_due WHERE due_on <= :today) AND {who}
"""
BORN: Final = "SELECT beneficiary_code AS beneficiary, SUBSTR(birth_date, 1, 4) AS born FROM identity"
ORDERED: Final = """
SELECT q.*, COALESCE(b.centre_code, '') AS seat
FROM ({query}) q JOIN beneficiary b ON b.code = q.beneficiary
ORDER BY seat, q.beneficiary
"""
"""A query of people, in the order in which they are listed, so that several can be read side by side."""

PLACE: Final = itemgetter("seat", "beneficiary")
NOWHERE: Final[tuple[tuple[str, ...], list[dict[str, Any]]]] = ((), [])
FEW: Final = 50


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which people: of a place, of a programme, who lack a step, funded or not, to be visited; None is anyone."""

    centre: str | None = None
    province: str | None = None
    region: str | None = None
    programme: str | None = None
    missing: str | None = None
    funded: bool | None = None
    due: bool = False
    erased: bool = False
    """Whether those count whose identity was erased: there is nothing to be done for them any more."""

    def named(self) -> dict[str, str]:
        """Give what was asked for, as a table's preamble names it."""
        places = {key: getattr(self, key) for key in ("centre", "province", "region", "programme", "missing")}
        flags = {"funded": self.funded, "due_on": self.due or None}
        told = {key: "yes" if flag else "no" for key, flag in flags.items() if flag is not None}
        return {key: value for key, value in places.items() if value} | told


def report(reader: Reader, wanted: Wanted, among: Collection[str] | None = None, limit: int | None = None) -> Table:
    """List people; only those ``among`` codes where these are given, at most ``limit``.

    Raises Refusal ``centre.unknown``, ``programme.unknown``.
    """
    for noun in ("centre", "programme"):
        code = getattr(wanted, noun)
        if code:
            require(reader, noun, code)
    columns = _columns()
    if wanted.due:
        among = _to_be_visited(reader, among)
    everybody = (row["beneficiary"] for row in _people(reader, wanted, among))
    first = list(islice(everybody, FEW))
    known = len(first) + sum(1 for _code in everybody)
    shown = known if limit is None else min(known, limit)
    if shown <= FEW:
        among = first[:shown]
    return Table(
        report="beneficiaries",
        title=_("Beneficiaries"),
        as_of=reader.as_of,
        filters=wanted.named(),
        columns=columns,
        rows=Streamed(
            lambda: (
                {column.key: row[column.key] for column in columns}
                for row in islice(_rows(reader, wanted, among), limit)
            )
        ),
        notes=_counted(shown, known),
    )


def _to_be_visited(reader: Reader, among: Collection[str] | None) -> set[str]:
    """Give the people whose project is to be visited by now."""
    who, named = _few(among)
    wanted = None if among is None else set(among)
    found = set(reader.column(VISITED.format(who=who), today=reader.as_of, **named))
    return found if wanted is None else found & wanted


def _people(reader: Reader, wanted: Wanted, among: Collection[str] | None) -> Iterator[dict[str, Any]]:
    places = ("centre", "province", "region", "programme", "missing", "funded")
    params = {key: getattr(wanted, key) for key in places} | {"erased": int(wanted.erased)}
    return _of(reader, among, PEOPLE, **params)


def _rows(reader: Reader, wanted: Wanted, among: Collection[str] | None) -> Iterator[dict[str, Any]]:
    who, named = _few(among)
    of_them = DUE.format(who=reader.dialect.among("project", THEIRS.format(who=who)) if named else who)
    due = {row["project"]: intern(row["due_on"]) for row in reader.stream(of_them, today=reader.as_of, **named)}
    projects, behind, lacking = (_beside(_of(reader, among, query)) for query in (PROJECTS, BEHIND, LACKING))
    for row in _people(reader, wanted, among):
        theirs = projects(row)
        yield {
            **row,
            "programmes": ", ".join(sorted({one["programme"] for one in theirs})) or None,
            "steps": len(behind(row)),
            "lacks": ", ".join(in_order([one["step"] for one in lacking(row)])) or None,
            "due_on": min((due[one["project"]] for one in theirs if one["project"] in due), default=None),
        }


def _of(reader: Reader, among: Collection[str] | None, query: str, **params: Any) -> Iterator[dict[str, Any]]:
    """Give the rows of a query that are of some people, by centre, then by code; few people are looked up alone."""
    wanted = None if among is None else set(among)
    who, named = _few(among)
    sql = ORDERED.format(query=query.format(who=who))
    for row in reader.stream(sql, **params, **named):
        if wanted is None or row["beneficiary"] in wanted:
            yield row


def _few(among: Collection[str] | None) -> tuple[str, dict[str, str]]:
    """Give the condition that finds a few people by their codes, with its values; one that everybody meets for many."""
    if among is None or len(among) > FEW:
        return "1 = 1", {}
    if not among:
        return "1 = 0", {}
    named = {f"person_{place}": code for place, code in enumerate(sorted(among))}
    return f"beneficiary IN ({', '.join(f':{name}' for name in named)})", named


def _beside(rows: Iterable[dict[str, Any]]) -> Callable[[Mapping[str, Any]], list[dict[str, Any]]]:
    """Give what finds, for one person after the other, their rows among ``rows``, which stand in the same order."""
    groups = ((place, list(found)) for place, found in groupby(rows, PLACE))
    place, found = next(groups, NOWHERE)

    def of(person: Mapping[str, Any]) -> list[dict[str, Any]]:
        nonlocal place, found
        while place and place < PLACE(person):
            place, found = next(groups, NOWHERE)
        return found if place == PLACE(person) else []

    return of


def one(reader: Reader, code: str) -> dict[str, Any]:
    """Give what the list says of one person."""
    return next(_rows(reader, Wanted(erased=True), {code}))


def _columns() -> tuple[Column, ...]:
    return (
        Column("beneficiary", _("Beneficiary"), "code"),
        Column("centre", _("Centre"), "code"),
        Column("province", _("Province code"), "code", rank=5),
        Column("region", _("Region"), "code", rank=6),
        Column("sex", _("Sex"), "term", family="sex", rank=4),
        Column("programmes", _("Programmes"), "text", rank=3),
        Column("steps", _("Steps behind"), "count", rank=2),
        Column("lacks", _("Lacks"), "term", family="step"),
        Column("funded", _("Funded"), "flag"),
        Column("due_on", _("Visit due since"), "date", rank=1),
        Column("registered_on", _("Registered on"), "date", rank=7),
    )


def _counted(shown: int, known: int) -> tuple[str, ...]:
    if shown < known:
        return (_("The first {n} of {all}.").format(n=shown, all=known),)
    return (plural("{n} person.", "{n} people.", known).format(n=known),) if known else ()


def namesakes(reader: Reader, codes: Collection[str]) -> Table:
    """List the several people whom somebody may have meant: enough to choose the right code."""
    born = {row["beneficiary"]: row["born"] for row in reader.rows(BORN)}
    rows: list[Row] = [
        {
            "beneficiary": row["beneficiary"],
            "centre": row["centre"],
            "province": row["province"],
            "born": int(born[row["beneficiary"]]) if born.get(row["beneficiary"]) else None,
            "funded": row["funded"],
        }
        for row in _rows(reader, Wanted(), codes)
    ]
    return Table(
        report="namesakes",
        title=_("Several people may be meant"),
        as_of=reader.as_of,
        filters={},
        columns=(
            Column("beneficiary", _("Beneficiary"), "code"),
            Column("centre", _("Centre"), "code"),
            Column("province", _("Province code"), "code"),
            Column("born", _("Born in"), "year"),
            Column("funded", _("Funded"), "flag", rank=1),
        ),
        rows=tuple(rows),
        notes=(_("Show one with “reinsert beneficiary show CODE”."),),
    )
