"""Makes and migrates ledgers: Alembic's migrations, the views and the reference data, in one transaction."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from contextlib import closing, contextmanager
from functools import cache
from pathlib import Path
from typing import Final

from alembic import command
from alembic.config import Config
from sqlalchemy import Connection
from sqlalchemy.exc import DBAPIError
from sqlmodel import Session

from reinsert_cli.domain.faults import ExitStatus, Refusal
from reinsert_cli.store import carried, drafts, guards, history, opening, place, reference, seals, server, states, views
from reinsert_cli.store.engine import engine_for, engine_in_memory
from reinsert_cli.store.keys import Key
from reinsert_cli.store.reading import Reader
from reinsert_cli.store.resources import folder
from reinsert_cli.store.server import Server
from reinsert_cli.store.work import Work, seal

DEFINITIONS: Final = "SELECT type, name, sql FROM sqlite_master WHERE name NOT LIKE 'sqlite_%'"


def create(path: Path | Server, key: Key | None = None) -> None:
    """Make a new ledger at ``path`` (mode 0600), encrypted by ``key``: whole or not at all, never over another file.

    It is made under another name in the same folder and linked into place when complete.
    Raises Refusal: exit 3 when something stands there already, exit 5 when the folder cannot be written.
    """
    require_free(path)
    if isinstance(path, Server):
        _upgrade(path, "init")
        return
    try:
        drafts.make_private_folder(path.parent)
        with drafts.drafted(path) as draft:
            _upgrade(draft, "init", key)
            drafts.put(draft, path)
    except FileExistsError as error:
        raise Refusal(ExitStatus.RULE, "ledger.exists", path=str(path)) from error
    except OSError as error:
        raise Refusal(ExitStatus.LEDGER, "ledger.unopenable", path=str(path)) from error


def require_free(path: Path | Server) -> None:
    """Refuse (exit 3) a place where something stands already."""
    if isinstance(path, Server):
        with closing(server.connect(path)) as connection:
            server.require_free(connection, path)
    elif os.path.lexists(path):
        raise Refusal(ExitStatus.RULE, "ledger.exists", path=str(path))


def migrate(path: Path | Server) -> tuple[str, str]:
    """Bring the ledger at ``path`` to this version's schema; give the schema before and after.

    Raises Refusal (exit 5) when it is no ledger, or one that a newer version made.
    """
    opened = place.identity(path)
    with place.told_if_replaced(path, opened):
        before = _schema(path)
        if before != place.SCHEMA:
            try:
                place.check_schema(before, path)
            except Refusal as refusal:
                if refusal.fault.code != "ledger.older":
                    raise
            _upgrade(path, "migrate", opened=opened)
    return before, place.SCHEMA


def _schema(path: Path | Server) -> str:
    if isinstance(path, Server):
        with closing(server.connect(path)) as served:
            return server.schema_of(served, path)
    with closing(place.open_read_only(path)) as connection:
        try:
            return place.schema_of(connection)
        except opening.errors() as error:
            raise place.refusal_of(error, path) from error


def _upgrade(path: Path | Server, why: str, key: Key | None = None, *, opened: tuple[int, int] | None = None) -> None:
    with with_tables(path, key, opened=opened) as connection:
        reader = Reader(connection.connection.driver_connection, path)
        make_views(reader)
        with Session(connection) as session:
            work = Work(session, path, why)
            reference.fill(session)
            carried.make_anew(reader)
            work.record(f"schema.{why}", schema=place.SCHEMA)
            work.changes.append(states.of_all(work.reader()))
            seal(work)
            session.flush()
            if isinstance(path, Path):
                seals.renew(reader)


@contextmanager
def with_tables(
    path: Path | Server, key: Key | None = None, *, opened: tuple[int, int] | None = None
) -> Iterator[Connection]:
    """Open the ledger at ``path`` for one transaction, in which its tables are this version's and it has no views."""
    engine = engine_for(path, key)
    try:
        with engine.begin() as connection:
            place.require_same(path, opened or place.identity(path))
            reader = Reader(connection.connection.driver_connection, path)
            reader.dialect.mark(reader)
            drop_views(reader)
            command.upgrade(alembic_config(connection), place.SCHEMA)
            yield connection
    except DBAPIError as error:
        if isinstance(error.orig, opening.errors()):
            raise place.refusal_of(error.orig, path) from error
        raise
    finally:
        engine.dispose()


def alembic_config(connection: Connection) -> Config:
    """Give Alembic's configuration for migrations that run on ``connection``, inside its transaction."""
    config = Config()
    config.set_main_option("script_location", str(folder("migrations")))
    config.attributes["connection"] = connection
    return config


def altered(reader: Reader) -> list[str]:
    """Give the definitions that are missing, or are not what the migrations make, and triggers of somebody else's.

    The parts of a definition may stand in any order, as keys do in a table that a migration made anew. A server writes
    definitions in words of its own: there, the tables and views that are missing.
    """
    wanted = _wanted()
    if not reader.dialect.SEALED:
        made = set(reader.dialect.tables(reader))
        return sorted(name for kind, name in _wanted() if kind in {"table", "view"} and name not in made)
    found = {(row["type"], row["name"]): _parts(row["sql"]) for row in reader.rows(DEFINITIONS)}
    added = {key for key in found if key[0] == "trigger" and key not in wanted}
    return sorted(name for kind, name in {*wanted, *added} if found.get((kind, name)) != wanted.get((kind, name)))


@cache
def _wanted() -> dict[tuple[str, str], list[str]]:
    """Give what the migrations define, by kind and name: those of a ledger in memory."""
    engine = engine_in_memory()
    with engine.begin() as connection:
        command.upgrade(alembic_config(connection), place.SCHEMA)
        make_views(Reader(connection.connection.driver_connection, Path()))
        made = connection.exec_driver_sql(DEFINITIONS).all()
    engine.dispose()
    return {(kind, name): _parts(sql) for kind, name, sql in made}


def _parts(sql: str | None) -> list[str]:
    return sorted(re.findall(r"[^\s,()]+", sql or ""))


def drop_views(reader: Reader) -> None:
    """Drop every view: tables can then be made anew, and a view's definition is always this version's."""
    for name in reader.dialect.views(reader):
        reader.dialect.drop_view(reader, name)


def make_views(reader: Reader) -> None:
    """Make the views of ``views.sql``, and the triggers that keep the history of the tables as they are now."""
    for statement in views.definitions():
        reader.rows(statement)
    for table in guards.APPEND_ONLY:
        reader.dialect.keep_as_written(reader, table)
    history.keep(reader)
    reader.dialect.guard(reader, carried.steps(reader.dialect, "since_change", "since_posting"))
