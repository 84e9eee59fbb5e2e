"""Somebody who reads a public edition and works out, by linear programming, what its hidden counts can be."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from math import inf
from typing import Any

from scipy.optimize import linprog

from reinsert_cli.domain.suppression import LEAST
from reinsert_cli.domain.table import Table

Cell = tuple[Any, ...]
"""What a count is called, whatever the table it stands in."""

TOP = -1
TINY = 1e-6
PEOPLE = "beneficiaries"


@dataclass
class Attacker:
    """What is known: counts are not below zero, some are told, some are the sum of others, some are part of others."""

    told: dict[Cell, int] = field(default_factory=dict)
    sums: list[tuple[Cell, list[Cell]]] = field(default_factory=list)
    parts: list[tuple[Cell, Cell]] = field(default_factory=list)

    @cached_property
    def places(self) -> dict[Cell, int]:
        """Number the counts."""
        cells = {one for whole, parts in self.sums for one in (whole, *parts)} | {
            one for pair in self.parts for one in pair
        }
        return {cell: number for number, cell in enumerate(sorted({*cells, *self.told}, key=repr))}

    def row(self, terms: Iterable[tuple[Cell, float]]) -> list[float]:
        made = [0.0] * len(self.places)
        for cell, factor in terms:
            made[self.places[cell]] += factor
        return made

    @cached_property
    def known(self) -> dict[str, Any]:
        """Write all that is known as a linear programme does."""
        equal = [self.row([(whole, -1.0), *((part, 1.0) for part in parts)]) for whole, parts in self.sums]
        less = [self.row([(part, 1.0), (whole, -1.0)]) for part, whole in self.parts]
        return {
            "bounds": [(self.told.get(cell, 0), self.told.get(cell)) for cell in self.places],
            **({"A_eq": equal, "b_eq": [0.0] * len(equal)} if equal else {}),
            **({"A_ub": less, "b_ub": [0.0] * len(less)} if less else {}),
        }

    def least(self, wanted: Mapping[Cell, float]) -> float:
        """Give what a combination of counts comes to at the least; plus infinity where what is assumed cannot be."""
        answer = linprog(self.row(wanted.items()), **self.known)
        return {0: answer.fun, 2: inf}.get(answer.status, -inf)

    def most(self, wanted: Mapping[Cell, float]) -> float:
        """Give what it comes to at the most; minus infinity where what is assumed cannot be."""
        return -self.least({cell: -factor for cell, factor in wanted.items()})


def stars(table: Table) -> list[tuple[int, list[int]]]:
    """Give each sum with the rows that it covers, read from the levels as a reader sees them."""
    found = []
    for place, level in table.subtotals.items():
        covered = []
        deepest = min((one for one in table.subtotals.values() if one > level), default=None)
        for below in range(place - 1, -1, -1):
            other = table.subtotals.get(below)
            if other is not None and other <= level:
                break
            if other == deepest:
                covered.append(below)
        found.append((place, covered))
    outermost = min(table.subtotals.values(), default=None)
    top = [place for place in range(len(table.rows)) if table.subtotals.get(place) == outermost]
    return [*found, (TOP, top)]


def knowing(table: Table, shown: Table, some: Iterable[str], name: Any = None) -> Attacker:
    """Give what a reader of ``shown`` knows; of ``table``, only whether its people could be taken for sums."""
    attacker = Attacker()
    rows, told = {TOP: table.totals, **dict(enumerate(table.rows))}, {TOP: shown.totals, **dict(enumerate(shown.rows))}
    keys = (PEOPLE, *some)
    for place, row in told.items():
        for key in keys:
            if isinstance(row.get(key), int):
                attacker.told[name, place, key] = row[key]
        attacker.parts += [((name, place, key), (name, place, PEOPLE)) for key in some]
    for place, covered in stars(table):
        for key in keys:
            overlap = sum(rows[below].get(key) or 0 for below in covered) - (rows[place].get(key) or 0)
            if 0 <= overlap < LEAST:
                attacker.sums.append(((name, place, key), [(name, below, key) for below in covered]))
    return attacker


def given_away(
    table: Table, shown: Table, some: Iterable[str], attacker: Attacker | None = None, name: Any = None
) -> list[Any]:
    """Give the small counts, and what counts leave of their whole, that are known to be below five.

    A reader who takes for a sum what is none, and so excludes the truth, has found nothing out.
    """
    some = tuple(some)
    attacker = attacker or knowing(table, shown, some, name)
    found = []
    for place, row in {TOP: table.totals, **dict(enumerate(table.rows))}.items():
        people = row.get(PEOPLE) or 0
        wanted = [({(name, place, PEOPLE): 1.0}, people)]
        for key in some:
            count = row.get(key) or 0
            wanted.append(({(name, place, key): 1.0}, count))
            wanted.append(({(name, place, PEOPLE): 1.0, (name, place, key): -1.0}, people - count))
        for combination, value in wanted:
            if 0 < value < LEAST:
                high = attacker.most(combination)
                if high < LEAST - TINY and attacker.least(combination) <= value + TINY and high >= value - TINY:
                    found.append((place, value))
    return found
