"""What the two engines say otherwise, as the rest of the store asks for it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager
from pathlib import Path
from typing import Any, Protocol

from reinsert_cli.store import sqlite
from reinsert_cli.store.asking import Asking, Refreshing
from reinsert_cli.store.server import Server

Shape = tuple[list[str], list[str]]
"""The columns of a table, and those of its primary key."""


class Connection(Protocol):
    """What a reader asks: a driver's connection, or what stands before one."""

    def execute(self, sql: str, params: Any = ..., /) -> Any:
        """Run a statement and give its rows, with a ``description`` of their columns."""

    def stream(self, sql: str, params: Any = ..., /) -> Any:
        """Ask a question, and give its rows as they are wanted."""

    def executemany(self, sql: str, rows: Iterable[Sequence[Any]], /) -> Any:
        """Run a statement for each of ``rows``."""


class Dialect(Protocol):
    """The functions of :mod:`reinsert_cli.store.sqlite` and of ``postgres``, where each says what it gives."""

    # fmt: off
    @property
    def PLACE(self) -> str: ...  # noqa: D102, N802
    @property
    def INTEGRITY(self) -> str: ...  # noqa: D102, N802
    @property
    def REFERENCES(self) -> str: ...  # noqa: D102, N802
    @property
    def SEALED(self) -> bool: ...  # noqa: D102, N802
    @property
    def SWEEP(self) -> str: ...  # noqa: D102, N802
    def connected(self, driver: Any, /) -> Connection: ...  # noqa: D102
    def begin(self, reader: Asking, driver: Any, /) -> None: ...  # noqa: D102
    def mark(self, reader: Asking, /) -> None: ...  # noqa: D102
    def see_all(self, reader: Asking, /) -> None: ...  # noqa: D102
    def let_refer_later(self, reader: Asking, /) -> None: ...  # noqa: D102
    def fill(  # noqa: D102
        self, connection: Any, table: str, columns: Sequence[str], rows: Iterable[Sequence[Any]], /
    ) -> None: ...
    def came_in(self, reader: Asking, table: str, /) -> str: ...  # noqa: D102
    def shape(self, reader: Asking, table: str, /) -> Shape: ...  # noqa: D102
    def nullable(self, reader: Asking, table: str, /) -> set[str]: ...  # noqa: D102
    def indexed(self, reader: Asking, table: str, /) -> Iterator[tuple[str, ...]]: ...  # noqa: D102
    def indexes(self, reader: Asking, table: str, /) -> list[tuple[str, str]]: ...  # noqa: D102
    def unindexed(self, reader: Asking, table: str, /) -> list[tuple[str, str]]: ...  # noqa: D102
    def key_of(self, key: Sequence[str], row: str, /) -> str: ...  # noqa: D102
    def content_of(self, columns: Sequence[str], row: str, /) -> str: ...  # noqa: D102
    def filled_of(self, columns: Sequence[str], row: str, /) -> str: ...  # noqa: D102
    def joined(self, text: str, order: str, /) -> str: ...  # noqa: D102
    def quoted(self, text: str, /) -> str: ...  # noqa: D102
    def found(self, key: Sequence[str], said: str, /) -> str: ...  # noqa: D102
    def among(self, column: str, query: str, /) -> str: ...  # noqa: D102
    def last(self, table: str, /) -> str: ...  # noqa: D102
    def staging(self, columns: Iterable[str], /) -> str: ...  # noqa: D102
    def unstaged(self, reader: Asking, table: str, columns: Mapping[str, str], /) -> dict[str, str]: ...  # noqa: D102
    def number_on(self, reader: Asking, table: str, /) -> None: ...  # noqa: D102
    def gather_statistics(self, reader: Asking, tables: Iterable[str], /) -> None: ...  # noqa: D102
    def triggers(  # noqa: D102
        self, table: str, columns: Sequence[str], key: Sequence[str], number: str, /
    ) -> Iterator[str]: ...
    def drop_triggers(self, reader: Asking, prefix: str, /) -> None: ...  # noqa: D102
    def keep_as_written(self, reader: Asking, table: str, /) -> None: ...  # noqa: D102
    def made(self, reader: Asking, /) -> dict[str, str]: ...  # noqa: D102
    def expected(self, append_only: Mapping[str, str], history: Iterable[str], /) -> Iterator[tuple[str, str]]: ...  # noqa: D102
    def noted_at_once(self, reader: Asking, table: str, number: str, /) -> AbstractContextManager[None]: ...  # noqa: D102
    def former(self, columns: Iterable[str], table: str, /) -> tuple[str, str]: ...  # noqa: D102
    def index_former(self, table: str, place: int, columns: Iterable[str], /) -> str: ...  # noqa: D102
    def tables(self, reader: Asking, /) -> list[str]: ...  # noqa: D102
    def views(self, reader: Asking, /) -> list[str]: ...  # noqa: D102
    def drop_view(self, reader: Asking, name: str, /) -> None: ...  # noqa: D102
    def guard(self, reader: Asking, refreshing: Refreshing, /) -> None: ...  # noqa: D102
    def refresh(self, reader: Asking, refreshing: Refreshing, /) -> None: ...  # noqa: D102
    def sees_all(self, reader: Asking, /) -> bool: ...  # noqa: D102
    # fmt: on


def dialect_of(ledger: Path | Server) -> Dialect:
    """Give what the engine of a ledger says otherwise than the other."""
    if isinstance(ledger, Server):
        from reinsert_cli.store import postgres  # noqa: PLC0415  (only for servers)

        return postgres
    return sqlite
