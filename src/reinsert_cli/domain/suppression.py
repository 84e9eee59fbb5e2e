"""Small counts of people hidden, and whatever would give them away.

A count from 1 to 4 is *small*; so is one that leaves 1 to 4 of the whole that it is told of (38 women of 40). Zero is
told: it speaks of nobody. Rows that one sum covers are a *star*. In each, small counts are hidden, then others, until
nothing but these remains possible: whoever knows all that is told, and that counts are whole and not below zero, cannot
bring a hidden small count, nor the few that it leaves of its whole, below :data:`LEAST` at the upper end
(:func:`_is_safe`). What is hidden of a star comes to :data:`LEAST` people at least, and stands in two rows or more.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import Final

LEAST: Final = 5
"""The least count of people that is told, zero apart."""

Places = set[int]
"""Rows by position."""


@dataclass(frozen=True, slots=True)
class Part:
    """One row of a star: its count, and the told count of those that it is a part of (None: anything is possible)."""

    count: int
    whole: int | None = None
    is_exposed: bool = False
    """Whether it must be hidden whatever its count."""
    is_intimate: bool = False
    """Whether not even "all of them" may be told."""

    @property
    def is_small(self) -> bool:
        """Tell whether the count must not be known."""
        return self.is_exposed or 0 < self.count < LEAST

    @property
    def leaves_few(self) -> bool:
        """Tell whether it must not be known how many the count leaves of its whole."""
        if not self.whole:
            return False
        return 0 < self.whole - self.count < LEAST or (self.is_intimate and self.whole == self.count)

    @property
    def is_at_risk(self) -> bool:
        """Tell whether it must be hidden."""
        return self.is_small or self.leaves_few


def hidden_parts(total: int | None, parts: Sequence[Part], hidden: Collection[int] = ()) -> Places:
    """Give which parts of a star to hide, those of ``hidden`` among them; ``total`` is their sum, None where untold.

    People who stand in several rows count once in the total. Where there are so many of them that nobody can take the
    rows for a sum, what is hidden must come to enough by itself.
    """
    found = {place for place, part in enumerate(parts) if part.is_at_risk} | set(hidden)
    if total is None or not found:
        return found
    whole = taken_for_sum(total, [part.count for part in parts])
    smallest_first = sorted(
        (place for place in range(len(parts)) if place not in found),
        key=lambda place: (not parts[place].count, parts[place].count),
    )
    for place in smallest_first:
        if _is_safe(whole, parts, found):
            break
        found.add(place)
    return found


def taken_for_sum(total: int, counts: Sequence[int]) -> int:
    """Give what is known of a sum of people: the total, unless too many stand in several rows."""
    return sum(counts) if sum(counts) - total >= LEAST else total


def _is_safe(total: int, parts: Sequence[Part], hidden: Places) -> bool:
    """Tell whether the bounds that a reader can work out leave every hidden part that is at risk wide open.

    One sum and the bounds of each part are all there is to know, so that the bounds found here are exact.
    """
    left = total - sum(part.count for place, part in enumerate(parts) if place not in hidden)
    room = sum(parts[place].whole or 0 for place in hidden)
    is_bounded = all(parts[place].whole is not None for place in hidden)
    for place in hidden:
        part = parts[place]
        most = left if part.whole is None else min(left, part.whole)
        least = max(0, left - room + (part.whole or 0)) if is_bounded else 0
        if part.is_small and most < LEAST:
            return False
        if part.leaves_few and (part.whole or 0) - least < LEAST:
            return False
    return True
