"""A ledger on a PostgreSQL server: its address, and what the server says when it cannot be used.

It stands in a schema of its own, ``main``, as SQLite calls that of a file: so one SQL names both. psycopg is loaded
only where an address is a server's.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final
from urllib.parse import urlsplit

from reinsert_cli.domain.faults import ExitStatus, Refusal

if TYPE_CHECKING:
    from psycopg import Connection

SCHEMA: Final = "main"
SCHEMES: Final = ("postgresql+psycopg", "postgresql")
WAIT_SECONDS: Final = 10
"""How long a connection, or somebody else's write, is waited for."""

_SESSION: Final = f"""
SET search_path = {SCHEMA};
SET standard_conforming_strings = on;
SET client_encoding = 'UTF8';
SET lock_timeout = '{WAIT_SECONDS}s';
SET idle_in_transaction_session_timeout = 0;
SET jit = off
"""
"""Without ``jit``: our statements have many expressions and few rows, and compiling each anew took most of the time."""

_FOUND: Final = f"""
SELECT to_regclass('{SCHEMA}.alembic_version') IS NOT NULL, datcollate, pg_encoding_to_char(encoding)
FROM pg_database WHERE datname = current_database()
"""  # noqa: S608  (a constant)
SORTED: Final = frozenset({"C", "POSIX", "C.UTF-8", "C.utf8"})
"""The orders of texts in which digests and reports are the same as on a file: by the numbers of their characters."""

_SAID: Final = {
    "3D000": "server.no_database",
    "28000": "server.refused",
    "28P01": "server.refused",
    "42501": "server.not_allowed",
    "55P03": "ledger.locked",
    "40001": "ledger.locked",
    "40P01": "ledger.locked",
    "53100": "ledger.disk_full",
    "53300": "server.too_many",
    "25006": "server.read_only",
    "57P01": "server.gone",
    "57P02": "server.gone",
    "57P03": "server.gone",
}
"""What a state of SQL means to us."""
TOO_LARGE: Final = "22003"
"""A number was typed that no column holds."""


@dataclass(frozen=True, slots=True)
class Server:
    """The address of a ledger on a server; as text, without the password."""

    url: str

    @classmethod
    def of(cls, url: str) -> Server:
        """Read an address. Raises Refusal (exit 2) where it is of another kind."""
        if url.partition("://")[0] not in SCHEMES:
            raise Refusal(ExitStatus.USAGE, "ledger.url")
        return cls(url)

    @property
    def conninfo(self) -> str:
        """Give the address as PostgreSQL's own library reads it."""
        return f"postgresql://{self.url.partition('://')[2]}"

    def __str__(self) -> str:
        """Give the address as it may be shown."""
        parts = urlsplit(self.conninfo)
        host = parts.netloc.rpartition("@")[2]
        return f"postgresql://{host}{parts.path}"


def connect(server: Server) -> Connection:
    """Open a connection that is in no transaction yet.

    Values are put into statements on this side, so that the server need not guess their types. Raises Refusal (exit 5)
    where the server cannot be reached or refuses, and where psycopg is not installed.
    """
    try:
        import psycopg  # noqa: PLC0415  (only for servers)
    except ImportError as error:
        raise Refusal(ExitStatus.LEDGER, "server.no_driver") from error
    try:
        connection = psycopg.connect(
            server.conninfo,
            autocommit=True,
            connect_timeout=WAIT_SECONDS,
            cursor_factory=psycopg.ClientCursor,
            application_name="reinsert",
        )
        connection.execute(_SESSION)
    except psycopg.Error as error:
        raise refusal_of(error, server) from error
    return connection


def schema_of(connection: Connection, server: Server) -> str:
    """Give the migration that the ledger stands at; ``""`` where the database holds none of ours."""
    import psycopg  # noqa: PLC0415  (only for servers)

    try:
        row = connection.execute("SELECT to_regclass('main.alembic_version')").fetchone()
        if not row or row[0] is None:
            return ""
        found = connection.execute("SELECT version_num FROM main.alembic_version").fetchone()
    except psycopg.Error as error:
        raise refusal_of(error, server) from error
    return str(found[0]) if found else ""


def require_free(connection: Connection, server: Server) -> None:
    """Refuse a database that holds a ledger already (exit 3), or sorts texts otherwise than ledgers do (exit 5)."""
    import psycopg  # noqa: PLC0415  (only for servers)

    try:
        found = connection.execute(_FOUND).fetchone()
    except psycopg.Error as error:
        raise refusal_of(error, server) from error
    is_taken, collation, encoding = found or (True, "", "")
    if is_taken:
        raise Refusal(ExitStatus.RULE, "ledger.exists", path=str(server))
    if collation not in SORTED or encoding != "UTF8":
        raise Refusal(ExitStatus.LEDGER, "server.collation", path=str(server))


def refusal_of(error: BaseException, server: Server) -> Refusal:
    """Turn what the server says into a refusal, without its own words: they may name people."""
    state = getattr(error, "sqlstate", None)
    if is_elsewhere(error):
        return Refusal(ExitStatus.RULE, "person.elsewhere")
    if state == TOO_LARGE:
        return Refusal(ExitStatus.USAGE, "usage.too_large")
    code = _SAID.get(state or "")
    if code is None:
        code = "server.unreachable" if state is None or state.startswith("08") else "server.unusable"
    said = str(error)
    if code == "server.unreachable" and "does not exist" in said:
        code = "server.no_database" if "database" in said else "server.refused"
    elif code == "server.unreachable" and "authentication failed" in said:
        code = "server.refused"
    return Refusal(ExitStatus.LEDGER, code, path=str(server), seconds=str(WAIT_SECONDS))


def is_elsewhere(error: BaseException | None) -> bool:
    """Tell whether the server says that somebody has that card number already: whoever saw them was refused before."""
    constraint = getattr(getattr(error, "diag", None), "constraint_name", None)
    return constraint == "identity_cin_key"
