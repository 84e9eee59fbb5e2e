"""Reports: each takes a reader and filters and returns the neutral table; SQL over the views, no model.

``REPORTS`` is the whole list: a name here is a ``reinsert report`` command.
"""

from __future__ import annotations

from typing import Final

REPORTS: Final = (
    "region",
    "programme",
    "centre",
    "sector",
    "month",
    "batch",
    "people",
    "budget",
    "convention",
    "partner",
    "statements",
    "documents",
    "journal",
    "survival",
    "followups",
    "prison",
)

MODULES: Final = {"people": "helped"}
"""The modules of the reports that do not go by their name: ``people`` are those of ``reinsert beneficiary list``."""

SUMMARIES: Final = ("region", "programme", "centre", "sector", "month", "partner")
"""The reports that sum figures up, and may be set beside an earlier period."""

DRILLED: Final = ("region", "programme", "centre", "sector", "month")
"""The summaries that may be grouped further, by any of :data:`DRILLS` that they are not grouped by already."""

DRILLS: Final = ("region", "province", "centre", "programme", "fiscal_year", "sector", "batch", "month")

OF_PEOPLE: Final = frozenset({"people", "statements", "documents", "journal"})
"""The reports whose rows are of single people, papers or movements: they have no public edition."""

COHORTS: Final = frozenset({"survival", "followups", "prison"})
"""The reports whose period chooses the projects handed over in it: they tell of these what is known now."""

GROUPS: Final = ("programme", "region", "sector", "centre", "sex")
"""What ``report survival`` may be grouped by."""


def groups_of(name: str) -> tuple[str, ...]:
    """Give what a report may be grouped by, beside what it is always grouped by."""
    if name == "survival":
        return GROUPS
    own = {"programme", "fiscal_year"} if name == "programme" else {name}
    return tuple(key for key in DRILLS if key not in own) if name in DRILLED else ()
