"""What visits found, a row a milestone: states, incomes and jobs, each with how many are known."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from typing import Any, Final

from reinsert_cli.domain.language import _
from reinsert_cli.domain.table import Column, Heads, Open, Row, Table
from reinsert_cli.domain.vocabulary import MILESTONES, VISIT_STATES
from reinsert_cli.reports.filters import Filters
from reinsert_cli.reports.survival import where_funded
from reinsert_cli.store.reading import Reader

VISITS: Final = """
SELECT v.project, v.milestone, v.state, v.income, v.jobs
FROM v_visit v JOIN v_funded f ON f.project = v.project
WHERE {where} ORDER BY v.project, v.visited_on
"""

HEADS: Final = Heads(
    of="projects",
    some={"incomes": "projects", "jobs_known": "projects", "jobs": ""},
    splits={"projects": VISIT_STATES},
    follows={"income_median": ("incomes",), "jobs": ("jobs_known",)},
    open=frozenset({"months"}),
)


def report(reader: Reader, filters: Filters) -> Table:
    """Summarise visits by the milestone that they stand for; of several to a project, the last counts."""
    groups: dict[int | None, dict[str, Any]] = defaultdict(dict)
    for visit in reader.rows(VISITS.format(where=where_funded(filters)), **filters.params()):
        groups[visit["milestone"]][visit["project"]] = visit
    told = _("Visits that stand for no milestone come last. A project visited twice for one counts as last seen.")
    return Table(
        report="followups",
        title=_("What visits found"),
        as_of=reader.as_of,
        filters=filters.named(),
        columns=(
            Column("months", _("Visit (months)"), "count"),
            Column("projects", _("Projects visited"), "count"),
            Column("alive", _("Alive"), "count"),
            Column("struggling", _("In difficulty"), "count"),
            Column("closed", _("Closed"), "count"),
            Column("incomes", _("Incomes known"), "count", rank=2),
            Column("income_median", _("Median income a month (DH)"), "money"),
            Column("jobs_known", _("Jobs known"), "count", rank=2),
            Column("jobs", _("Jobs"), "count", rank=1),
        ),
        rows=tuple(
            {"months": months, **_figures(list(groups[months].values()))}
            for months in (*MILESTONES, None)
            if months in groups
        ),
        notes=(Open(told),) if groups else (),
        heads=HEADS,
    )


def _figures(visits: Sequence[dict[str, Any]]) -> Row:
    states = Counter(visit["state"] for visit in visits)
    incomes = sorted(visit["income"] for visit in visits if visit["income"] is not None)
    jobs = [visit["jobs"] for visit in visits if visit["jobs"] is not None]
    return {
        "projects": len(visits),
        **{state: states[state] for state in VISIT_STATES},
        "incomes": len(incomes),
        "income_median": median(incomes),
        "jobs_known": len(jobs),
        "jobs": sum(jobs) if jobs else None,
    }


def median(amounts: Sequence[int]) -> int | None:
    """Give the middle of sorted centimes, of an even number the mean of the two in the middle, rounded half up."""
    if not amounts:
        return None
    low, high = amounts[(len(amounts) - 1) // 2], amounts[len(amounts) // 2]
    return (low + high + 1) // 2
