"""Figures beside those of an earlier period: each with what it was, and by how much it changed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import Final

from reinsert_cli.domain.dates import DECEMBER, PartialDate
from reinsert_cli.domain.language import _
from reinsert_cli.domain.milestones import add_months
from reinsert_cli.domain.table import Column, Row, Unit, Value
from reinsert_cli.reports.filters import Compared

_COMPARED: Final[frozenset[Unit]] = frozenset({"count", "money", "percent"})
_ASIDE: Final = 6
"""How much sooner a narrow terminal leaves the comparison out, of every figure but the chief one."""


def beside(columns: Iterable[Column], chief: str) -> tuple[Column, ...]:
    """Give the columns with, after each figure, what it was and how it changed; of the chief one on any screen."""
    return tuple(one for column in columns for one in _trio(column, chief))


def _trio(column: Column, chief: str) -> Iterator[Column]:
    yield column
    if column.unit in _COMPARED:
        rank = 0 if column.key == chief else column.rank + _ASIDE
        before = _("{heading} before").format(heading=column.label)
        change = _("{heading} change").format(heading=column.label)
        yield replace(column, key=f"{column.key}_before", label=before, rank=rank)
        yield replace(column, key=f"{column.key}_change", label=change, rank=rank)


def both(columns: Iterable[Column], now: Row, before: Row) -> Row:
    """Give the cells of :func:`beside`: a difference is known where both figures are."""
    cells: dict[str, Value] = {**now, **{f"{key}_before": value for key, value in before.items()}}
    for column in columns:
        if column.unit in _COMPARED and {column.key} & {*now, *before}:
            cells[f"{column.key}_before"] = before.get(column.key)
            cells[f"{column.key}_change"] = _change(now.get(column.key), before.get(column.key))
    return cells


def _change(now: Value, before: Value) -> int | None:
    return now - before if isinstance(now, int) and isinstance(before, int) else None


def shifted(group: tuple[Value, ...], by: Sequence[str], compared: Compared) -> tuple[Value, ...]:
    """Give the group that one of the earlier period stands beside: its month, its fiscal year are moved as well."""
    return tuple(_shifted(key, value, compared) for key, value in zip(by, group, strict=True))


def _shifted(key: str, value: Value, compared: Compared) -> Value:
    if key == "fiscal_year" and isinstance(value, int):
        return value + 1 if compared == "year" else value
    if key == "month" and isinstance(value, str):
        known = PartialDate.from_iso(value)
        later = add_months(known.first, DECEMBER if compared == "year" else 1)
        return f"{later:%Y-%m}" if known.month else f"{later:%Y}"
    return value
