"""The databases of a server on which the tests play, where one is named.

Each process of tests has one ledger, whose rows are put back before each test: to make a database and to drop it takes
ten times as long. Where a test left it made otherwise than it was, it is made anew.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import count
from typing import Any
from urllib.parse import urlsplit

from reinsert_cli.store.server import Server, connect

PLACE = os.environ.get("REINSERT_TESTS_SERVER", "")
"""The address of the server, with ``{}`` for the name of a database; empty where the tests play on files."""

PRIVATE = ""
"""The address of a server for the tests alone that are about servers; the others go on playing on files."""

_TABLES = "SELECT tablename FROM pg_tables WHERE schemaname = 'main' ORDER BY 1"
_SEQUENCES = "SELECT sequencename FROM pg_sequences WHERE schemaname = 'main' ORDER BY 1"
_OTHERS = """
SELECT pg_terminate_backend(pid) FROM pg_stat_activity
WHERE datname = current_database() AND pid <> pg_backend_pid() AND backend_type = 'client backend'
"""
_MAKINGS = """
WITH ours AS (SELECT * FROM pg_class WHERE relnamespace = CAST('main' AS regnamespace))
SELECT (SELECT md5(string_agg(concat(relname, relkind, relnatts, relrowsecurity, relacl), ',' ORDER BY relname))
        FROM ours),
       (SELECT md5(string_agg(concat(tgname, tgrelid, tgenabled, tgfoid), ',' ORDER BY tgname, tgrelid))
        FROM pg_trigger WHERE tgrelid IN (SELECT oid FROM ours) AND NOT tgisinternal),
       (SELECT md5(string_agg(concat(tgrelid, tgenabled), ',' ORDER BY tgrelid, tgenabled))
        FROM pg_trigger WHERE tgrelid IN (SELECT oid FROM ours) AND tgisinternal),
       (SELECT md5(string_agg(concat(conname, convalidated), ',' ORDER BY conname, conrelid))
        FROM pg_constraint WHERE connamespace = CAST('main' AS regnamespace)),
       (SELECT md5(string_agg(concat(ev_class, xmin), ',' ORDER BY ev_class))
        FROM pg_rewrite WHERE ev_class IN (SELECT oid FROM ours)),
       (SELECT md5(string_agg(concat(proname, prosrc), ',' ORDER BY oid))
        FROM pg_proc WHERE pronamespace = CAST('main' AS regnamespace)),
       (SELECT md5(string_agg(concat(nspname, nspacl), ',' ORDER BY nspname)) FROM pg_namespace
        WHERE nspname NOT LIKE 'pg%')
"""

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


@dataclass(frozen=True)
class Kept:
    """What stood in a ledger: the rows of each table that holds any, and the number that each sequence gave last."""

    rows: dict[str, bytes]
    numbers: dict[str, tuple[int, bool]]


def kept(address: Server) -> Kept:
    """Give what stands in a ledger."""
    with connect(address) as driver:
        cursor = driver.cursor()
        tables = [name for (name,) in cursor.execute(_TABLES)]
        sequences = [name for (name,) in cursor.execute(_SEQUENCES)]
        rows = {table: _copied(cursor, table) for table in tables}
        numbers = {
            name: cursor.execute(f"SELECT last_value, is_called FROM main.{name}").fetchone() for name in sequences
        }
    return Kept({table: content for table, content in rows.items() if content}, numbers)


def put(address: Server, content: Kept) -> None:
    """Let a ledger hold what was kept of another, whatever its triggers refuse."""
    with connect(address) as driver:
        _put(driver, content)


@dataclass(frozen=True)
class Stage:
    """The ledger on which the tests of a process play, one after the other."""

    address: Server
    blank: str
    """The database that it is made like."""
    content: Kept
    makings: Any

    @classmethod
    def like(cls, blank: Server) -> Stage:
        """Make it, as a new ledger is."""
        address = make(name(), name_of(blank))
        with connect(address) as driver:
            return cls(address, name_of(blank), kept(address), _makings(driver))

    def cleared(self) -> Server:
        """Give the ledger as it was made, and end whatever a test left under way."""
        with connect(self.address) as driver:
            driver.execute(_OTHERS)
            is_same = _makings(driver) == self.makings
            if is_same:
                _put(driver, self.content)
        if not is_same:
            make(name_of(self.address), self.blank)
        return self.address


def _put(driver: Any, content: Kept) -> None:
    with driver.transaction():
        cursor = driver.cursor()
        cursor.execute("SET LOCAL session_replication_role = replica")
        tables = [name for (name,) in cursor.execute(_TABLES)]
        cursor.execute(";".join(f"DELETE FROM main.{name}" for name in tables))
        for table, rows in content.rows.items():
            with cursor.copy(f"COPY main.{table} FROM STDIN") as copy:
                copy.write(rows)
        numbers = (f"setval('main.{name}', {last}, {said})" for name, (last, said) in content.numbers.items())
        cursor.execute(f"SELECT {', '.join(numbers)}")


def _makings(driver: Any) -> Any:
    """Give what a ledger is made of, its rows aside: two of which it is the same can hold each other's rows."""
    return driver.execute(_MAKINGS).fetchone()


def _copied(cursor: Any, table: str) -> bytes:
    with cursor.copy(f"COPY main.{table} TO STDOUT") as copy:
        return b"".join(copy)


def _run(statement: str) -> None:
    import psycopg  # noqa: PLC0415  (only where there is a server)

    with psycopg.connect(server("postgres").conninfo, autocommit=True) as connection:
        connection.execute(statement)  # type: ignore[call-overload]
