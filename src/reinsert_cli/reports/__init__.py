"""Reports: each takes a reader and filters and returns the neutral table; SQL over the views, no model.

``REPORTS`` is the whole list: a name here is a ``reinsert report`` command.
"""

from __future__ import annotations

from typing import Final

REPORTS: Final = (
    "region",
    "programme",
    "batch",
    "budget",
    "convention",
    "statements",
    "documents",
    "journal",
    "survival",
    "followups",
    "prison",
)

COHORTS: Final = frozenset({"survival", "followups", "prison"})
"""The reports whose period chooses the projects handed over in it: they tell of these what is known now."""

GROUPS: Final = ("programme", "region", "sector", "centre", "sex")
"""What ``report survival`` may be grouped by."""
