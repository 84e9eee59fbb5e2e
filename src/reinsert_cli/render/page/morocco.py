"""The map of the twelve regions: each region in the shade of its figure, and what the shades mean.

``morocco.csv`` has the outlines, in a box of :data:`WIDTH` by :data:`HEIGHT`, and where a region's number stands;
docs/decisions.md tells where they come from, ``morocco.LICENSE`` under which terms.
"""

from __future__ import annotations

import csv
from bisect import bisect_left
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Final

from reinsert_cli.domain import language
from reinsert_cli.domain.language import _
from reinsert_cli.domain.table import Column, Value
from reinsert_cli.domain.territories import regions
from reinsert_cli.render.cells import shown

WIDTH: Final = 979
HEIGHT: Final = 1000
SHADES: Final = 4

_ROUND: Final = (1, 2, 3, 4, 5, 6, 8, 10)
_DIRHAM: Final = 100


@dataclass(frozen=True, slots=True)
class Shape:
    """A region's outline, as an SVG path, and where its number stands."""

    region: str
    x: int
    y: int
    outline: str


@dataclass(frozen=True, slots=True)
class Place:
    """A region on the map: its shape, number, name and figure; its shade, None without a figure."""

    shape: Shape
    number: int | None
    name: str
    text: str
    shade: int | None


@dataclass(frozen=True, slots=True)
class RegionMap:
    """All the regions, and what each shade means, the lightest first."""

    places: tuple[Place, ...]
    shades: tuple[str, ...]

    @property
    def without_figure(self) -> tuple[Place, ...]:
        """Give the regions of which the rows tell no figure."""
        return tuple(place for place in self.places if place.shade is None)


def map_of(figures: Mapping[str, Value], column: Column) -> RegionMap:
    """Give the map of ``figures`` by region code, of the unit of ``column``; what is masked or unknown has no shade."""
    known = {region: value for region, value in figures.items() if isinstance(value, int)}
    bounds = _bounds(max(known.values(), default=0), _DIRHAM if column.unit == "money" else 1)
    names = {region.code: region.name for region in regions()}
    return RegionMap(
        places=tuple(
            Place(
                shape=shape,
                number=number_of(shape.region),
                name=names[shape.region],
                text=shown(column, figures.get(shape.region)),
                shade=bisect_left(bounds, known[shape.region]) if shape.region in known else None,
            )
            for shape in shapes()
        ),
        shades=tuple(_("up to {figure}").format(figure=_bound(column, bound)) for bound in bounds),
    )


def number_of(region: Value) -> int | None:
    """Give the number of a region as its code has it, 3 of ``MA-03``; None where there is no region."""
    return int(region.removeprefix("MA-")) if isinstance(region, str) and region.startswith("MA-") else None


def _bounds(largest: int, least: int) -> list[int]:
    """Give the greatest figure of each shade: equal steps, as round as they can be, up to ``largest`` at least."""
    step = max(_rounded_up(-(-largest // SHADES)), least)
    return [step * number for number in range(1, max(-(-largest // step), 1) + 1)]


def _rounded_up(figure: int) -> int:
    power = int("1".ljust(len(str(figure)), "0"))
    return next(digit * power for digit in _ROUND if digit * power >= figure)


def _bound(column: Column, bound: int) -> str:
    """Write a bound; of an amount, whole dirhams."""
    return language.count(bound // _DIRHAM if column.unit == "money" else bound)


@cache
def shapes() -> tuple[Shape, ...]:
    """Give the regions' shapes in the order of their codes."""
    text = files(__package__).joinpath("morocco.csv").read_text("utf-8")
    return tuple(
        Shape(row["region"], int(row["x"]), int(row["y"]), row["outline"]) for row in csv.DictReader(text.splitlines())
    )
