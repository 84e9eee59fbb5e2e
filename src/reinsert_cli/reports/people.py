"""The people of the ledger, by their codes: where they are, what is behind them, what lacks, who is to be visited."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence, Set
from dataclasses import dataclass
from typing import Any, Final

from reinsert_cli.domain.language import _, plural
from reinsert_cli.domain.pathways import in_order
from reinsert_cli.domain.table import Column, Row, Table
from reinsert_cli.reports.names import grouped, require
from reinsert_cli.store.reading import Reader

PEOPLE: Final = """
SELECT v.beneficiary, v.sex, v.disabled, v.centre, v.province, v.region, v.registered_on, v.funded
FROM v_beneficiary v
WHERE {who}
  AND (CAST(:centre AS TEXT) IS NULL OR v.centre = :centre)
  AND (CAST(:province AS TEXT) IS NULL OR v.province = :province)
  AND (CAST(:region AS TEXT) IS NULL OR v.region = :region)
  AND (CAST(:funded AS INTEGER) IS NULL OR v.funded = :funded)
  AND (CAST(:programme AS TEXT) IS NULL
       OR v.beneficiary IN (SELECT beneficiary FROM v_participation WHERE programme = :programme))
  AND (CAST(:missing AS TEXT) IS NULL
       OR v.beneficiary NOT IN (SELECT beneficiary FROM v_step WHERE step = :missing AND behind = 1))
ORDER BY v.centre, v.beneficiary
"""
PROGRAMMES: Final = "SELECT DISTINCT beneficiary, programme FROM v_participation WHERE {who} ORDER BY 1, 2"
BEHIND: Final = "SELECT DISTINCT beneficiary, step FROM v_step WHERE behind = 1 AND {who}"
LACKING: Final = "SELECT DISTINCT beneficiary, step FROM v_lacking WHERE {who}"
DUE: Final = """
SELECT p.beneficiary, MIN(d.due_on) AS due_on
FROM v_due d JOIN (SELECT beneficiary, project FROM v_participation WHERE {who}) p ON p.project = d.project
WHERE d.due_on <= :today GROUP BY p.beneficiary
"""
BORN: Final = "SELECT beneficiary_code AS beneficiary, SUBSTR(birth_date, 1, 4) AS born FROM identity"

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
    found, due = _found(reader, wanted, None if among is None else set(among))
    columns = _columns()
    shown = list(_told(reader, found if limit is None else found[:limit], due))
    return Table(
        report="beneficiaries",
        title=_("Beneficiaries"),
        as_of=reader.as_of,
        filters=wanted.named(),
        columns=columns,
        rows=tuple({column.key: row[column.key] for column in columns} for row in shown),
        notes=_counted(len(shown), len(found)),
    )


def _found(
    reader: Reader, wanted: Wanted, among: Set[str] | None
) -> tuple[list[dict[str, Any]], dict[str, str] | None]:
    """Give who is wanted; and since when each is to be visited, where that is asked for."""
    params = {key: getattr(wanted, key) for key in ("centre", "province", "region", "programme", "missing", "funded")}
    found = _of(reader, among, PEOPLE, **params)
    if not wanted.due:
        return found, None
    due = _due(reader, among)
    return [row for row in found if row["beneficiary"] in due], due


def _told(
    reader: Reader, found: Sequence[dict[str, Any]], due: dict[str, str] | None = None
) -> Iterator[dict[str, Any]]:
    """Tell what is behind the people found and what lacks; looked up for them alone where they are few."""
    among = {row["beneficiary"] for row in found} if len(found) <= FEW else None
    programmes = grouped(_of(reader, among, PROGRAMMES), "beneficiary", "programme")
    behind = grouped(_of(reader, among, BEHIND), "beneficiary", "step")
    lacking = grouped(_of(reader, among, LACKING), "beneficiary", "step")
    due = _due(reader, among) if due is None else due
    for row in found:
        code = row["beneficiary"]
        yield {
            **row,
            "programmes": ", ".join(programmes.get(code, ())) or None,
            "steps": len(behind.get(code, ())),
            "lacks": ", ".join(in_order(lacking.get(code, ()))) or None,
            "due_on": due.get(code),
        }


def _due(reader: Reader, among: Set[str] | None) -> dict[str, str]:
    return {row["beneficiary"]: row["due_on"] for row in _of(reader, among, DUE, today=reader.as_of)}


def _of(reader: Reader, among: Set[str] | None, query: str, **params: Any) -> list[dict[str, Any]]:
    """Give the rows of a query that are of some people; where they are few, only theirs are looked up."""
    if among is None or len(among) > FEW:
        rows = reader.rows(query.format(who="1 = 1"), **params)
        return rows if among is None else [row for row in rows if row["beneficiary"] in among]
    named = {f"person_{place}": code for place, code in enumerate(sorted(among))}
    some = ", ".join(f":{name}" for name in named)
    return reader.rows(query.format(who=f"beneficiary IN ({some})"), **params, **named)


def one(reader: Reader, code: str) -> dict[str, Any]:
    """Give what the list says of one person."""
    return next(_told(reader, _found(reader, Wanted(), {code})[0]))


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
        for row in _found(reader, Wanted(), set(codes))[0]
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
