"""The databases of a server on which the tests play, where one is named: each test has its own, dropped at its end."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import count
from urllib.parse import urlsplit

from reinsert_cli.store.server import Server

PLACE = os.environ.get("REINSERT_TESTS_SERVER", "")
"""The address of the server, with ``{}`` for the name of a database; empty where the tests play on files."""

PRIVATE = ""
"""The address of a server for the tests alone that are about servers; the others go on playing on files."""

_numbers = count()


def name() -> str:
    """Give a name that no other test uses, in this process or beside it."""
    return f"tests_{os.environ.get('PYTEST_XDIST_WORKER', 'alone')}_{next(_numbers)}"


def server(database: str) -> Server:
    """Give the address of a database."""
    return Server.of((PLACE or PRIVATE).format(database))


def make(database: str, like: str = "template0") -> Server:
    """Make a database that holds what another does, and give its address."""
    _run(f"DROP DATABASE IF EXISTS {database} WITH (FORCE)")
    _run(f"CREATE DATABASE {database} TEMPLATE {like} LC_COLLATE 'C' LC_CTYPE 'C' ENCODING 'UTF8' STRATEGY FILE_COPY"
         if like == "template0" else f"CREATE DATABASE {database} TEMPLATE {like}")  # fmt: skip
    return server(database)


@contextmanager
def made(like: str) -> Iterator[Server]:
    """Make a database that holds what another does, and drop it at the end."""
    database = name()
    yield make(database, like)
    _run(f"DROP DATABASE {database} WITH (FORCE)")


def name_of(address: Server) -> str:
    """Give the name of the database at an address."""
    return urlsplit(address.conninfo).path.strip("/")


def copy_of(address: Server) -> str:
    """Make a database that holds what another does, for as long as the tests last; give its name."""
    database = name()
    make(database, name_of(address))
    return database


def replace(address: Server, like: str) -> None:
    """Let a database hold what another does."""
    database = name_of(address)
    _run(f"DROP DATABASE {database} WITH (FORCE)")
    make(database, like)


def _run(statement: str) -> None:
    import psycopg  # noqa: PLC0415  (only where there is a server)

    with psycopg.connect(server("postgres").conninfo, autocommit=True) as connection:
        connection.execute(statement)  # type: ignore[call-overload]
