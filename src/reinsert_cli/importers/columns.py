"""Rows of cells into rows of values: each cell becomes a domain value or a fault exactly once."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from reinsert_cli.domain.faults import Fault
from reinsert_cli.domain.money import Convention, convention_of
from reinsert_cli.domain.progress import Step, counted
from reinsert_cli.importers.cells import AMOUNTS
from reinsert_cli.importers.fields import Field, Parsed
from reinsert_cli.importers.header import Header
from reinsert_cli.importers.sheet import Cell, CellError, Cells
from reinsert_cli.importers.totals import is_total


def parse(header: Header, step: Step) -> Iterator[Parsed]:
    """Give the rows under the header that hold anything."""
    body = header.sheet.rows[header.row :]
    conventions = {
        column: _convention(body, column) for column, field in header.columns.items() if field.read in AMOUNTS
    }
    for number, cells in enumerate(counted(body, "reading", step), start=header.row + 1):
        if any(cell is not None for cell in cells):
            yield _parse_row(number, cells, header.columns, conventions)


def _convention(body: tuple[Cells, ...], column: int) -> Convention | None:
    """Give the decimal mark that the column's other cells settle."""
    texts = (row[column] for row in body if column < len(row))
    return convention_of(cell for cell in texts if isinstance(cell, str))


def _parse_row(
    number: int, cells: Cells, columns: dict[int, Field], conventions: dict[int, Convention | None]
) -> Parsed:
    values: dict[str, Any] = {}
    faults: list[tuple[int | None, Fault]] = []
    for column, field in columns.items():
        cell = cells[column] if column < len(cells) else None
        value = _value(cell, field, conventions.get(column))
        if isinstance(value, Fault):
            faults.append((column, value))
        else:
            values[field.key] = value
    if is_total(cells):
        return Parsed(number, values, is_total=True)
    return Parsed(number, values, tuple(faults))


def _value(cell: Cell, field: Field, convention: Convention | None) -> Any:
    if isinstance(cell, CellError):
        return Fault(cell.code, {"shown": cell.shown})
    if cell is None:
        return Fault("cell.required", {"heading": field.heading()}) if field.required else None
    return field.read(cell, convention)
