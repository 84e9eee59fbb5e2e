"""Which projects live on at 3, 6, 12 and 24 months: those known, those nobody visited late enough, and an estimate."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from typing import Any, Final, cast

from reinsert_cli.domain.dates import PartialDate
from reinsert_cli.domain.language import _, plural
from reinsert_cli.domain.milestones import add_months
from reinsert_cli.domain.survival import Course, closing, kaplan_meier, permille
from reinsert_cli.domain.table import Chart, Column, Heads, Open, Row, Table
from reinsert_cli.domain.vocabulary import MILESTONES
from reinsert_cli.reports.figures import ratio
from reinsert_cli.reports.filters import Filters
from reinsert_cli.reports.names import Named, names
from reinsert_cli.store.reading import Reader

FUNDED: Final = """
SELECT f.project, f.programme, f.region, f.sector, f.centre, f.sex, f.funded_first, f.funded_last, f.delivered
FROM v_funded f WHERE {where} ORDER BY f.project
"""
VISITS: Final = "SELECT project, visited_on, state, closed_on FROM v_visit ORDER BY project, visited_on"
UNDATED: Final = """
SELECT COUNT(*) FROM v_funded f
WHERE {where} AND f.funded_first <= :last AND f.funded_last >= :first
  AND (f.funded_first < :first OR f.funded_last > :last)
"""
NARROWED: Final = {
    "region": "f.region = :region",
    "programme": "f.programme = :programme",
    "centre": "f.centre = :centre",
    "fiscal_year": "f.fiscal_year = :fiscal_year",
}
EVERYTHING: Final = "all"
"""The one group of a report that is grouped by nothing."""


HEADS: Final = Heads(
    of="funded",
    some={"due": "funded", "since": "funded", "alive_now": "funded"},
    splits={"due": ("alive", "closed", "unknown")},
    follows={
        "due": ("since",),
        "known": ("due", "unknown"),
        "share": ("due", "alive", "closed"),
        "share_low": ("due", "alive"),
        "share_high": ("due", "closed"),
        "km": ("due", "alive", "closed"),
        "cost_per_alive": ("alive_now",),
    },
    open=frozenset({"months"}),
)
"""Projects are hidden as people are, for most are one person's. ``since`` counts those between two milestones."""


@dataclass(frozen=True, slots=True)
class Project:
    """One funded project: the group it is counted in, what is known of its course, the centimes handed over."""

    group: str | None
    course: Course
    delivered: int


def report(reader: Reader, filters: Filters) -> Table:
    """Give a row for each group and milestone; a period chooses the projects handed over in it."""
    by = _group(filters)
    groups: dict[str | None, list[Project]] = defaultdict(list)
    for project in projects(reader, filters):
        groups[project.group].append(project)
    label = _names(reader, by)
    today = date.fromisoformat(reader.as_of)
    rows = [
        {"group": group, "group_name": label.get(str(group), _("not recorded")), **row}
        for group, found in sorted(groups.items(), key=lambda item: (item[0] is None, item[0] or ""))
        for row in figures(found, today)
    ]
    return Table(
        report="survival",
        title=_("Projects that live on"),
        as_of=reader.as_of,
        filters=filters.named(),
        columns=_columns(),
        rows=tuple(rows),
        notes=(*_undated(reader, filters), *_notes(groups.values())),
        charts=(Chart(_("Projects after so many months"), ("group_name", "months"), ("alive", "closed", "unknown")),),
        heads=HEADS,
    )


def projects(reader: Reader, filters: Filters) -> list[Project]:
    """Give the funded projects that the filters keep, with what visits tell of each."""
    by = _group(filters)
    visits: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for visit in reader.rows(VISITS):
        visits[visit["project"]].append(visit)
    return [
        Project(row[by] if by else EVERYTHING, course(row, visits.get(row["project"], ())), row["delivered"])
        for row in reader.rows(FUNDED.format(where=where_funded(filters)), **filters.params())
    ]


def _group(filters: Filters) -> str | None:
    return next(iter(filters.by), None)


def course(project: dict[str, Any], visits: Sequence[dict[str, Any]]) -> Course:
    """Give what visits tell of a project. A visit known to the month was made, for what it proves, on its first day."""
    open_ = [PartialDate.from_iso(one["visited_on"]).first for one in visits if one["state"] != "closed"]
    alive = max(open_, default=None)
    found = next((one for one in visits if one["state"] == "closed"), None)
    funded = date.fromisoformat(project["funded_last"])
    if found is None:
        return Course(funded, alive)
    closed_on = PartialDate.from_iso(found["closed_on"]) if found["closed_on"] else None
    since = alive or date.fromisoformat(project["funded_first"])
    return Course(funded, alive, closing(closed_on, PartialDate.from_iso(found["visited_on"]), since))


def figures(found: Sequence[Project], today: date) -> list[Row]:
    """Give the figures of a group of projects, a row for each milestone; shares in tenths of a percent."""
    delivered = sum(project.delivered for project in found)
    alive_now = sum(project.course.now == "alive" for project in found)
    lives = [project.course.life for project in found]
    rows: list[Row] = []
    before = len(found)
    for months in MILESTONES:
        days = [(project.course, add_months(project.course.funded, months)) for project in found]
        counts = Counter(course.on(day) for course, day in days if day <= today)
        rows.append(
            {
                "months": months,
                "funded": len(found),
                **_shares(counts),
                "since": before - counts.total(),
                "km": permille(kaplan_meier(lives, (months, 0))),
                "delivered": delivered,
                "alive_now": alive_now,
                "cost_per_alive": ratio(delivered, alive_now),
            }
        )
        before = counts.total()
    return rows


def _shares(counts: Counter[Any]) -> dict[str, int | None]:
    """Give how many are due, known and unknown, the share alive of those known, and between what it lies."""
    alive, closed, unknown = counts["alive"], counts["closed"], counts["unknown"]
    known, due = alive + closed, counts.total()
    return {
        "due": due,
        "known": known,
        "alive": alive,
        "closed": closed,
        "unknown": unknown,
        "share": permille(Fraction(alive, known)) if known else None,
        "share_low": permille(Fraction(alive, due)) if due else None,
        "share_high": permille(Fraction(alive + unknown, due)) if due else None,
    }


def where_funded(filters: Filters) -> str:
    """Give the SQL condition on a ``v_funded f``; a period is that of the handover."""
    return _where(filters) + (f" AND {filters.inside('f.funded')}" if filters.has_period else "")


def _where(filters: Filters) -> str:
    return " AND ".join(sql for name, sql in NARROWED.items() if getattr(filters, name)) or "1 = 1"


def _names(reader: Reader, by: str | None) -> dict[str, str]:
    if by == "sex":
        return {"F": _("woman"), "M": _("man")}
    return names(reader, cast(Named, by)) if by else {EVERYTHING: _("all projects")}


def _columns() -> tuple[Column, ...]:
    return (
        Column("group", _("Code"), "code", rank=9),
        Column("group_name", _("Projects"), "text"),
        Column("months", _("Months"), "count"),
        Column("funded", _("Funded"), "count", rank=9),
        Column("due", _("Months passed"), "count", rank=3),
        Column("known", _("Known"), "count", rank=3),
        Column("alive", _("Alive"), "count"),
        Column("closed", _("Closed"), "count", rank=2),
        Column("unknown", _("Unknown"), "count"),
        Column("share", _("Alive of those known"), "percent"),
        Column("share_low", _("At least"), "percent", rank=6),
        Column("share_high", _("At most"), "percent", rank=5),
        Column("km", _("Kaplan-Meier"), "percent", rank=2),
        Column("delivered", _("Delivered (DH)"), "money", rank=9),
        Column("alive_now", _("Alive at the last visit"), "count", rank=8),
        Column("cost_per_alive", _("Cost per project alive (DH)"), "money", rank=4),
    )


def _undated(reader: Reader, filters: Filters) -> tuple[str, ...]:
    """Tell how many projects may be of the period, though the day of their handover does not say."""
    if not filters.has_period:
        return ()
    number = reader.value(UNDATED.format(where=_where(filters)), **filters.params())
    told = plural(
        "{n} project is not counted: the day of its handover is not precise enough for this period.",
        "{n} projects are not counted: the days of their handovers are not precise enough for this period.",
        number,
    )
    return (told.format(n=number),) if number else ()


def _notes(groups: Iterable[Sequence[Project]]) -> tuple[str, ...]:
    everybody = [project.course for found in groups for project in found]
    if not everybody:
        return ()
    never = sum(course.now == "unknown" for course in everybody)
    vague = sum(1 for course in everybody if course.closed and course.closed[0] != course.closed[1])
    explained = (
        _(
            "Alive at so many months: a visit then or later found the project alive or struggling, or it closed later. "
            "A project nobody visited late enough is unknown, not closed: if all of those were closed, the share would "
            "be the one of “at least”; if all were alive, the one of “at most”."
        ),
        _(
            "Kaplan-Meier estimates the share that survives from all the projects, each as long as it is known; "
            "nothing where none was followed so long."
        ),
        _("Cost per project alive: all that was handed over, for each project that the last visit found alive."),
    )
    told: list[str] = [*map(Open, explained)]
    if vague:
        one = plural(
            "The day of {n} closing is not known exactly: the last day that it can be counts.",
            "The days of {n} closings are not known exactly: the last day that each can be counts.",
            vague,
        )
        told.append(one.format(n=vague))
    if never:
        one = plural(
            "{n} project was never visited: its money counts in the cost, and it is not among those alive.",
            "{n} projects were never visited: their money counts in the cost, and they are not among those alive.",
            never,
        )
        told.append(one.format(n=never))
    return tuple(told)
