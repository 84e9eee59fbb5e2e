"""Thousands of rows at once, at the speed of the driver: an object for each would cost ten times as much."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from contextlib import nullcontext
from typing import Any

from sqlmodel import SQLModel

from reinsert_cli.store import history
from reinsert_cli.store.work import Work

Rows = Sequence[tuple[Any, ...]]


def insert(work: Work, table: type[SQLModel], columns: Sequence[str], rows: Rows) -> None:
    """Insert ``rows``, each the values of ``columns``; the other columns keep what the table gives them.

    Rows in the order of their key go in fastest.
    """
    if not rows:
        return
    name = _name(table)
    execute = work.session.connection().exec_driver_sql
    marks = ", ".join("?" * len(columns))
    statement = f"INSERT INTO {name} ({_listed(columns)}) VALUES ({marks})"  # noqa: S608  (names are ours)
    with history.in_bulk(execute, name) if name in history.WATCHED else nullcontext():
        execute(statement, list(rows))


def update(work: Work, table: type[SQLModel], key: str, columns: Sequence[str], rows: Rows) -> None:
    """Update rows: each the values of ``columns``, then that of ``key``, by which it is found."""
    if rows:
        changes = ", ".join(f'"{column}" = ?' for column in columns)
        statement = f'UPDATE {_name(table)} SET {changes} WHERE "{key}" = ?'  # noqa: S608  (names are ours)
        work.session.connection().exec_driver_sql(statement, list(rows))


def _name(table: type[SQLModel]) -> str:
    return str(table.__table__.name)  # type: ignore[attr-defined]


def _listed(columns: Iterable[str]) -> str:
    return ", ".join(f'"{column}"' for column in columns)
