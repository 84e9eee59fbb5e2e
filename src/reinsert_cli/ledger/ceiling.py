"""Ceilings that a programme sets: the most that one of its projects is given, and a funder's share of its cost.

Said once here: what a project asks for (its costs, less what its people bring), what funders are to pay of it, and what
lines of batches give it are each held against the ceiling.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING, Any, Final

from reinsert_cli.domain.faults import Fault, Refusal, refuse
from reinsert_cli.domain.language import _, listed, money, percent

if TYPE_CHECKING:
    from reinsert_cli.store.reading import Reader
    from reinsert_cli.store.work import Work

PROJECTS: Final = """
SELECT p.project, p.programme, g.ceiling, p.cost - COALESCE(p.own_contribution, 0) AS asked,
       p.planned_funding AS funded, p.planned + p.delivered AS given
FROM v_project p JOIN programme g ON g.code = p.programme
WHERE g.ceiling IS NOT NULL AND {which} ORDER BY p.project
"""
SHARES: Final = """
SELECT p.project, c.funder_code AS funder, c.permille, p.cost, f.amount
FROM v_project p
JOIN funder_ceiling c ON c.programme_code = p.programme
JOIN project_funding f ON f.project_code = p.project AND f.funder_code = c.funder_code
WHERE p.cost IS NOT NULL AND {which} ORDER BY p.project, c.funder_code
"""
PAID: Final = """
SELECT p.project, e.funder_code AS funder, c.permille, p.cost, l.amount, s.weight,
       (SELECT SUM(o.weight) FROM v_share o WHERE o.line = s.line) AS weights
FROM v_project p
JOIN v_line l ON l.project = p.project AND l.counts = 1
JOIN v_share s ON s.line = l.line
JOIN envelope e ON e.code = s.envelope
JOIN funder_ceiling c ON c.programme_code = p.programme AND c.funder_code = e.funder_code
WHERE p.cost IS NOT NULL AND {which} ORDER BY p.project, e.funder_code
"""
UNCOMPARED: Final = """
SELECT c.permille FROM v_project p JOIN funder_ceiling c ON c.programme_code = p.programme
WHERE p.project = :code AND c.funder_code = :funder AND p.cost IS NULL
"""
HAS_CEILINGS: Final = """
SELECT 1 FROM programme WHERE ceiling IS NOT NULL UNION ALL SELECT 1 FROM funder_ceiling LIMIT 1
"""

OF_PROJECT: Final = "p.project = :code"
OF_BATCH: Final = "p.project IN (SELECT o.project_code FROM batch_line o WHERE o.batch_code = :code)"
OF_ALL: Final = "CAST(:code AS TEXT) IS NULL"


@dataclass(frozen=True, slots=True)
class Excess:
    """A project above a ceiling: how much it comes to and how much is allowed, in centimes; whose share, if one's."""

    project: str
    amount: int
    allowed: int
    funder: str | None = None


def require_asked(work: Work, project_code: str) -> None:
    """Refuse (``ceiling.project``) costs, less what the people bring, above what the programme gives a project."""
    _require(work, project_code, "asked")


def require_funded(work: Work, project_code: str) -> None:
    """Refuse (``ceiling.project``, ``ceiling.share``) funding above what the programme allows."""
    _require(work, project_code, "funded")
    require_shares(work, project_code)


def require_shares(work: Work, project_code: str) -> None:
    """Refuse (``ceiling.share``) a funder's part above their share of what the project costs."""
    for row in work.reader().rows(SHARES.format(which=OF_PROJECT), code=project_code):
        if row["amount"] > _allowed(row):
            raise refuse(
                "ceiling.share",
                project=project_code,
                funder=row["funder"],
                amount=money(row["amount"]),
                share=percent(row["permille"]),
                allowed=money(_allowed(row)),
            )


def uncompared(work: Work, project_code: str, funder: str) -> Fault | None:
    """Give ``ceiling.uncompared`` where a funder's share is limited and no cost is there to compare it with."""
    found = work.reader().row(UNCOMPARED, code=project_code, funder=funder)
    if found is None:
        return None
    return Fault("ceiling.uncompared", {"funder": funder, "share": percent(found["permille"]), "project": project_code})


def _require(work: Work, project_code: str, what: str) -> None:
    row = work.reader().row(PROJECTS.format(which=OF_PROJECT), code=project_code)
    if row and (row[what] or 0) > row["ceiling"]:
        amount, allowed = money(row[what]), money(row["ceiling"])
        raise refuse(
            "ceiling.project", project=project_code, programme=row["programme"], amount=amount, ceiling=allowed
        )


def require_lines(work: Work, batch_code: str, override_reason: str | None = None) -> None:
    """Refuse (``ceiling.lines``) what a batch's lines bring its projects to, above a ceiling; a reason overrides it.

    The audit keeps who overrode it, by how much and why; ``check`` goes on naming the project.
    """
    reader = work.reader()
    if not reader.rows(HAS_CEILINGS):
        return
    above = list(_above_by_lines(reader, OF_BATCH, batch_code))
    if above and override_reason is None:
        raise _refusal(above)
    for one in above:
        more = one.amount - one.allowed
        work.record(
            "ceiling.override", code=one.project, batch=batch_code, centimes=more, funder=one.funder,
            reason=override_reason,
        )  # fmt: skip


def _refusal(above: list[Excess]) -> Refusal:
    whole, share = _("{project} ({amount} DH of {allowed} DH)"), _("{project} ({funder}: {amount} DH of {allowed} DH)")
    told = (
        (share if one.funder else whole).format(
            project=one.project, funder=one.funder, amount=money(one.amount), allowed=money(one.allowed)
        )
        for one in above
    )
    return refuse("ceiling.lines", projects=listed(told))


def exceeded(reader: Reader) -> list[str]:
    """Give the projects that stand above a ceiling, by what they ask for, are promised or are given."""
    if not reader.rows(HAS_CEILINGS):
        return []
    rows = reader.rows(PROJECTS.format(which=OF_ALL), code=None)
    found = {row["project"] for row in rows if max(row["asked"] or 0, row["funded"] or 0) > row["ceiling"]}
    found |= {
        row["project"] for row in reader.rows(SHARES.format(which=OF_ALL), code=None) if row["amount"] > _allowed(row)
    }
    return sorted(found | {one.project for one in _above_by_lines(reader, OF_ALL, None)})


def _above_by_lines(reader: Reader, which: str, code: str | None) -> Iterator[Excess]:
    for row in reader.rows(PROJECTS.format(which=which), code=code):
        if row["given"] > row["ceiling"]:
            yield Excess(row["project"], row["given"], row["ceiling"])
    paid: dict[tuple[str, str], Fraction] = defaultdict(Fraction)
    allowed: dict[tuple[str, str], int] = {}
    for row in reader.rows(PAID.format(which=which), code=code):
        key = (row["project"], row["funder"])
        paid[key] += Fraction(row["amount"] * row["weight"], row["weights"])  # not rounded: lines round to a centime
        allowed[key] = _allowed(row)
    for (project, funder), amount in paid.items():
        if amount > allowed[project, funder]:
            yield Excess(project, int(amount), allowed[project, funder], funder)


def _allowed(row: Mapping[str, Any]) -> int:
    """Give the centimes that a funder's share allows of a cost, rounded up."""
    return -(-int(row["cost"]) * int(row["permille"]) // 1000)
