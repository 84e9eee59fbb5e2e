"""The rows of a table in another order, and the first of them only; groups stay together, sorted by their subtotals."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import Final

from reinsert_cli.domain.faults import ExitStatus, Refusal
from reinsert_cli.domain.language import _
from reinsert_cli.domain.table import Column, Figure, Row, Table, Unit, Value
from reinsert_cli.domain.text import fold

_LARGEST_FIRST: Final[frozenset[Unit]] = frozenset({"count", "money", "percent", "figure"})
_ROW: Final = 99
"""The level of a row that sums nothing up: below every group."""


@dataclass(frozen=True, slots=True)
class _Node:
    """A row and, where it sums others up, these."""

    row: Row
    level: int = _ROW
    parts: list[_Node] = field(default_factory=list)


def ordered(table: Table, sort: str | None, top: int | None) -> Table:
    """Give the table sorted by a column, and of its outermost groups the first ``top``; totals stay those of all.

    Figures begin with the largest, names and days with the first; ``-`` before the key turns that round. What is
    unknown or hidden comes last. Without a key, the first are the largest of what a glance compares. Raises Refusal
    ``usage.sort`` for a key that the table does not have.
    """
    if sort is None and top is None:
        return table
    chart = next(iter(table.charts), None)
    key = sort or (chart.of[0] if top and chart and chart.kind == "bars" else None)
    nodes = _tree(table)
    if key:
        nodes = _sorted(nodes, _column(table, key.removeprefix("-")), is_turned=key.startswith("-"))
    if top is None or top >= len(nodes):
        return _flat(table, nodes)
    told = _("The first {n} of {all}; totals are those of all.") if table.totals else _("The first {n} of {all}.")
    note = told.format(n=top, all=len(nodes))
    return replace(_flat(table, nodes[:top]), notes=(note, *table.notes), is_cut=True)


def _column(table: Table, key: str) -> Column:
    known = {column.key: column for column in table.columns}
    if key not in known:
        raise Refusal(ExitStatus.USAGE, "usage.sort", name=key, known=", ".join(known))
    return known[key]


def _tree(table: Table) -> list[_Node]:
    """Give the outermost groups, each with the rows that stand before its subtotal."""
    nodes: list[_Node] = []
    for place, row in enumerate(table.rows):
        level = table.subtotals.get(place, _ROW)
        first = len(nodes)
        while level != _ROW and first and nodes[first - 1].level > level:
            first -= 1
        nodes[first:] = [_Node(row, level, nodes[first:])]
    return nodes


def _sorted(nodes: Sequence[_Node], column: Column, *, is_turned: bool) -> list[_Node]:
    known = [node for node in nodes if _is_told(column, node.row.get(column.key))]
    unknown = [node for node in nodes if not _is_told(column, node.row.get(column.key))]
    largest_first = (column.unit in _LARGEST_FIRST) != is_turned
    known.sort(key=lambda node: _rank(node.row[column.key]), reverse=largest_first)
    return [replace(node, parts=_sorted(node.parts, column, is_turned=is_turned)) for node in (*known, *unknown)]


def _is_told(column: Column, value: Value) -> bool:
    """Tell whether there is something to sort by: a hidden figure is as good as unknown."""
    return value is not None and not (column.unit in _LARGEST_FIRST and isinstance(value, str))


def _rank(value: Value) -> tuple[str, int, str]:
    """Give what values are compared by: figures of one unit by their size, texts without their accents."""
    if isinstance(value, Figure):
        return value.unit, value.value, ""
    if isinstance(value, int):
        return "", value, ""
    return "", 0, fold(str(value))


def _flat(table: Table, nodes: Iterable[_Node]) -> Table:
    rows: list[Row] = []
    subtotals: dict[int, int] = {}
    for node in _walked(nodes):
        if node.level != _ROW:
            subtotals[len(rows)] = node.level
        rows.append(node.row)
    return replace(table, rows=tuple(rows), subtotals=subtotals)


def _walked(nodes: Iterable[_Node]) -> Iterator[_Node]:
    for node in nodes:
        yield from _walked(node.parts)
        yield node
