"""Readers of the cells that only sheets of visits and steps have."""

from __future__ import annotations

from reinsert_cli.domain import visit_words
from reinsert_cli.domain.faults import Fault
from reinsert_cli.domain.money import Convention
from reinsert_cli.importers.cells import is_blank, text
from reinsert_cli.importers.sheet import Cell


def task(cell: Cell, _convention: Convention | None = None) -> str | Fault | None:
    """Read what was to be done: a visit, at how many months, or a step of the pathway."""
    said = text(cell)
    return None if is_blank(said) else visit_words.read_task(said)


def result(cell: Cell, _convention: Convention | None = None) -> str | Fault | None:
    """Read what a visit found or how a step ended."""
    said = text(cell)
    return None if is_blank(said) else visit_words.read_result(said)


def closing(cell: Cell, _convention: Convention | None = None) -> str | Fault | None:
    """Read why a project was closed."""
    said = text(cell)
    return None if is_blank(said) else visit_words.read_closing(said)
