"""What a declared figure can mean, and how far two figures are from agreeing (design §3, rule 5).

A figure printed with a qualifier stands for a range: ``over 500 000`` is anything above 500 000, ``nearly
850 000`` is 850 000 give or take :data:`NEARLY_PERCENT`. Two figures disagree by the distance between their ranges.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from reinsert_cli.domain.money_words import Qualifier

NEARLY_PERCENT: Final = 5
"""How far from the printed figure "nearly" still holds; ours, for want of a rule in the sources."""

_INFINITE: Final = 10**18


@dataclass(frozen=True, slots=True)
class Declared:
    """A figure (centimes or people) and how its source qualified it."""

    value: int
    qualifier: Qualifier = "exact"

    @property
    def range(self) -> tuple[int, int]:
        """Give the least and the greatest figure that the words allow."""
        margin = self.value * NEARLY_PERCENT // 100
        return {
            "exact": (self.value, self.value),
            "over": (self.value, _INFINITE),
            "nearly": (self.value - margin, self.value + margin),
            "under": (0, self.value),
        }[self.qualifier]


def gap(one: Declared, other: Declared) -> int:
    """Give by how much, at least, two figures disagree; 0 when both can be true."""
    low, high = one.range
    other_low, other_high = other.range
    return max(0, other_low - high, low - other_high)
