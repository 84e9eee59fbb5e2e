"""Sheets written out as rows of cells, and what the program understands of them without a ledger."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from reinsert_cli.domain.faults import Problem
from reinsert_cli.importers import columns, header
from reinsert_cli.importers.fields import Parsed
from reinsert_cli.importers.header import Header
from reinsert_cli.importers.rows import sift
from reinsert_cli.importers.run import KINDS
from reinsert_cli.importers.sheet import Cell, Sheet

Rows = Sequence[Sequence[Cell]]


def sheet(rows: Rows, title: str = "Liste", **marks: Any) -> Sheet:
    return Sheet(title, tuple(map(tuple, rows)), **marks)


def found(rows: Rows, mapping: dict[str, str] | None = None, **marks: Any) -> Header:
    """Give the table that must be in the rows."""
    table = header.find([sheet(rows, **marks)], list(KINDS.values()), mapping)
    assert isinstance(table, Header), table
    return table


def fields(rows: Rows, mapping: dict[str, str] | None = None, **marks: Any) -> dict[str, str]:
    """Give the field of each column by its letter."""
    table = found(rows, mapping, **marks)
    return {chr(ord("A") + column): field.key for column, field in table.columns.items()}


def understood(rows: Rows, **marks: Any) -> tuple[list[Parsed], list[Problem]]:
    """Give the rows that are somebody's, and everything that is told of the sheet."""
    table = found(rows, **marks)
    kept, told = sift(table, columns.parse(table, lambda *_: None))
    return kept, header.problems(table) + told


def codes(problems: Sequence[Problem]) -> list[tuple[str, str, str | None]]:
    return [(problem.severity, problem.fault.code, problem.cell) for problem in problems]


def column(heading: str, *cells: Cell) -> list[Any]:
    """Give what the cells of one column are read as, beside card numbers and amounts; a fault by its code."""
    rows = [("CIN", heading, "Montant"), *((f"ZZ{n}", cell, 100) for n, cell in enumerate(cells, 1))]
    kept, _told = understood(rows)
    key = found(rows).columns[1].key
    return [row.faults[0][1].code if row.faults else row.values[key] for row in kept]


def amounts(heading: str, *cells: Cell) -> list[int | str]:
    """Give the centimes of a column of amounts, or the codes of its faults."""
    kept, _told = understood([("CIN", heading), *((f"ZZ{n}", cell) for n, cell in enumerate(cells, 1))])
    return [row.faults[0][1].code if row.faults else row.values["amount"].centimes for row in kept]
