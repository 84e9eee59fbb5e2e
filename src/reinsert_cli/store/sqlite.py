"""What SQLite says otherwise than PostgreSQL: the only place where SQL is that of files.

:mod:`reinsert_cli.store.postgres` has the same functions.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, Final

from reinsert_cli.store.asking import Asking, Refreshing

if TYPE_CHECKING:
    import sqlite3


INTEGRITY: Final = "SELECT integrity_check AS found FROM pragma_integrity_check WHERE integrity_check <> 'ok'"
"""What is wrong with the file, in SQLite's words."""

REFERENCES: Final = 'SELECT DISTINCT "table" AS found FROM pragma_foreign_key_check'
"""The tables with rows that refer to rows which are not there."""

SEALED: Final = True
"""Whether writes keep the seals of tables (:mod:`reinsert_cli.store.seals`)."""

SWEEP: Final = "VACUUM"
"""Writes the file anew, without what was deleted."""

APPLICATION_ID: Final = 0x5245494E
"""``REIN``: marks a file as a ledger."""

LESS_MEMORY: Final = "PRAGMA cache_size = -16384"
"""Lets a connection keep a quarter of the pages that one alone keeps."""

PLACE: Final = "rowid"
"""The column by which rows that were put aside stand in the order in which they came."""

_TRIGGERS: Final = "SELECT name FROM sqlite_master WHERE type = 'trigger' AND name LIKE :which"
_INDEXES: Final = """
SELECT name, sql FROM sqlite_master
WHERE type = 'index' AND tbl_name = :table AND sql NOT LIKE 'CREATE UNIQUE%'
"""
_UNINDEXED: Final = """
SELECT t.name AS name, f."from" AS of FROM sqlite_master t, pragma_foreign_key_list(t.name) f
WHERE t.type = 'table' AND f."table" = :table AND NOT EXISTS (
    SELECT 1 FROM pragma_index_list(t.name) i, pragma_index_info(i.name) c WHERE c.seqno = 0 AND c.name = f."from")
"""


class Connected:
    """A connection as a reader asks it."""

    def __init__(self, driver: sqlite3.Connection) -> None:
        self.execute = self.stream = driver.execute
        self.executemany = driver.executemany


def connected(driver: sqlite3.Connection) -> Connected:
    """Give what a reader asks."""
    return Connected(driver)


def begin(reader: Asking, driver: sqlite3.Connection) -> None:
    """Begin a transaction for reading, and hold the state that it sees: that at the first thing that is read."""
    driver.isolation_level = None
    reader.rows("PRAGMA temp_store = MEMORY")
    reader.rows("PRAGMA cache_size = -65536")
    reader.rows("BEGIN")
    reader.rows("SELECT version_num FROM alembic_version")


def see_all(_reader: Asking) -> None:
    """Do nothing: whoever opens a file sees every row of it."""


def let_refer_later(reader: Asking) -> None:
    """Let rows refer, until the end of the transaction, to others that are yet to come."""
    reader.rows("PRAGMA defer_foreign_keys = ON")


def gather_statistics(_reader: Asking, _tables: Iterable[str]) -> None:
    """Do nothing: what a file is asked is written so that its planner goes by indexes without them."""


def fill(connection: sqlite3.Connection, table: str, columns: Sequence[str], rows: Iterable[Sequence[Any]]) -> None:
    """Insert rows into a table, each the values of ``columns``."""
    named = ", ".join(f'"{column}"' for column in columns)
    connection.executemany(f"INSERT INTO {table} ({named}) VALUES ({', '.join('?' * len(columns))})", rows)  # noqa: S608  (names are ours)


def came_in(reader: Asking, table: str) -> str:
    """Give the SQL of the order in which the rows of a table came in; of a table without row numbers, its key."""
    key = ", ".join(row["name"] for row in reader.rows(f"PRAGMA main.index_info({table})"))
    return key or "rowid"


def shape(reader: Asking, table: str) -> tuple[list[str], list[str]]:
    """Give the columns of a table of the ledger, and those of its primary key."""
    rows = reader.rows(f"PRAGMA main.table_info({table})")
    return [row["name"] for row in rows], [row["name"] for row in rows if row["pk"]]


def nullable(reader: Asking, table: str) -> set[str]:
    """Give the columns of a table that may be empty."""
    return {row["name"] for row in reader.rows(f"PRAGMA main.table_info({table})") if not row["notnull"]}


def indexed(reader: Asking, table: str) -> Iterator[tuple[str, ...]]:
    """Give the columns of each index of a table."""
    columns = "SELECT name FROM pragma_index_info(:index)"
    for row in reader.rows(f"PRAGMA main.index_list({table})"):
        yield tuple(reader.column(columns, index=row["name"]))


def indexes(reader: Asking, table: str) -> list[tuple[str, str]]:
    """Give the name and the definition of each index of a table that keeps nothing from being there twice."""
    return [(row["name"], row["sql"]) for row in reader.rows(_INDEXES, table=table)]


def unindexed(reader: Asking, table: str) -> list[tuple[str, str]]:
    """Give the columns that refer to a table and that no index begins with, each after its own table."""
    return [(row["name"], row["of"]) for row in reader.rows(_UNINDEXED, table=table)]


def key_of(key: Sequence[str], row: str) -> str:
    """Give the SQL of a row's primary key as a JSON list."""
    return "json_array(" + ", ".join(f"{row}.{name}" for name in key) + ")"


def content_of(columns: Sequence[str], row: str) -> str:
    """Give the SQL of a row's columns as a JSON object."""
    return "json_object(" + ", ".join(f"'{name}', {row}.{name}" for name in columns) + ")"


def filled_of(columns: Sequence[str], row: str) -> str:
    """Give the SQL of a row's columns that are not empty as a JSON object: a patch leaves out what is null."""
    return f"json_patch('{{}}', {content_of(columns, row)})"


def joined(text: str, _order: str) -> str:
    """Give the SQL that joins a text of all rows by commas, in ``order``: here, that in which they come."""
    return f"group_concat({text})"


def quoted(text: str) -> str:
    """Give the SQL of a text as JSON."""
    return f"json_quote({text} || '')"


def found(key: Sequence[str], said: str) -> str:
    """Give the SQL that tells whether ``t`` is the row whose key ``said`` is as JSON."""
    return " AND ".join(
        f"t.{name} = CASE WHEN json_valid({said}) THEN json_extract({said}, '$[{place}]') END"
        for place, name in enumerate(key)
    )


def among(column: str, query: str) -> str:
    """Give the SQL that tells whether a column is one of the few values of a query."""
    return f"{column} IN ({query})"


def last(table: str) -> str:
    """Give the query of the ``:count`` rows of a table that came in last."""
    return f"SELECT * FROM {table} ORDER BY rowid DESC LIMIT :count"  # noqa: S608  (names are ours)


def staging(columns: Iterable[str]) -> str:
    """Give the statement that makes the table in which rows are put aside."""
    kept = (f'"{column}"' for column in columns)
    return f"CREATE TEMP TABLE staged ({', '.join(kept)})"


def unstaged(_reader: Asking, _table: str, columns: Mapping[str, str]) -> dict[str, str]:
    """Give the SQL of what was put aside for the columns of a table, by the names of the columns there."""
    return {name: f'"{name}"' for name in columns.values()}


def number_on(_reader: Asking, _table: str) -> None:
    """Do nothing: SQLite gives a row without a number the one after the highest."""


def triggers(table: str, columns: Sequence[str], key: Sequence[str], number: str) -> Iterator[str]:
    """Give the statements that make the triggers by which the history knows of a table's changes.

    ``number`` is the SQL of the write's number.
    """
    old = content_of(columns, "OLD")
    differs = " OR ".join(f"OLD.{name} IS NOT NEW.{name}" for name in columns)
    for event, when, row, content in (
        ("INSERT", "", "NEW", "NULL"),
        ("UPDATE", f"WHEN {differs}", "OLD", old),
        ("DELETE", "", "OLD", old),
    ):
        yield f"""
            CREATE TRIGGER history_{table}_{event.lower()} AFTER {event} ON {table} {when}
            BEGIN INSERT INTO history (audit_id, table_name, key, old)
            VALUES ({number}, '{table}', {key_of(key, row)}, {content}); END"""  # noqa: S608  (names are ours)


def keep_as_written(_reader: Asking, _table: str) -> None:
    """Do nothing: the migrations made the triggers by which a file refuses to change a row of the books."""


def made(reader: Asking) -> dict[str, str]:
    """Give the ledger's triggers by their names, each as it was made."""
    found = reader.rows("SELECT name, sql FROM sqlite_master WHERE type = 'trigger'")
    return {row["name"]: " ".join(row["sql"].split()) for row in found}


def expected(append_only: Mapping[str, str], history: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Give the triggers that there must be, as :func:`made` would: on the tables that only grow, and the history's."""
    for table, taken in append_only.items():
        refuse = f"BEGIN SELECT RAISE(ABORT, '{table} is append-only'); END"
        for action in ("UPDATE", "DELETE"):
            name = f"{table}_no_{action.lower()}"
            yield name, f"CREATE TRIGGER {name} BEFORE {action} ON {table} {refuse}"
        is_taken = f"EXISTS (SELECT 1 FROM {table} WHERE id = NEW.id{taken})"  # noqa: S608  (names are ours)
        name = f"{table}_no_replace"
        yield name, f"CREATE TRIGGER {name} BEFORE INSERT ON {table} WHEN {is_taken} {refuse}"
    for statement in history:
        yield statement.split()[2], " ".join(statement.split())


def drop_triggers(reader: Asking, prefix: str) -> None:
    """Drop the ledger's triggers whose names begin so."""
    for name in list(reader.column(_TRIGGERS, which=f"{prefix}%")):
        reader.rows(f"DROP TRIGGER {name}")


@contextmanager
def noted_at_once(reader: Asking, table: str, number: str) -> Iterator[None]:
    """Note the rows that are inserted into ``table`` meanwhile all at once, at the end, rather than one by one.

    The trigger that would note each is gone only inside the transaction, and the rows are known by their place:
    SQLite numbers those of a table upwards.
    """
    columns, key = shape(reader, table)
    last = reader.value(f"SELECT COALESCE(MAX(rowid), 0) FROM {table}")  # noqa: S608  (names are ours)
    reader.rows(f"DROP TRIGGER history_{table}_insert")
    yield
    reader.rows(
        f"INSERT INTO history (audit_id, table_name, key) SELECT {number}, '{table}', {key_of(key, 't')} "  # noqa: S608  (names are ours)
        f"FROM {table} t WHERE rowid > {int(last)} ORDER BY rowid"
    )
    reader.rows(next(triggers(table, columns, key, number)))


def former(columns: Iterable[str], _table: str) -> tuple[str, str]:
    """Give the SQL of a row's columns as ``h.old`` kept them, and what it is to be joined with."""
    return ", ".join(f"json_extract(h.old, '$.{name}') AS {name}" for name in columns), ""


def index_former(table: str, place: int, columns: Iterable[str]) -> str:
    """Give the statement that makes an index on a table of the connection's own."""
    return f"CREATE INDEX temp.former_{table}_{place} ON {table} ({', '.join(columns)})"


def mark(reader: Asking) -> None:
    """Mark the file as a ledger."""
    reader.rows(f"PRAGMA application_id = {APPLICATION_ID}")


def tables(reader: Asking) -> list[str]:
    """Give the names of the ledger's tables and views."""
    return list(reader.column("SELECT name FROM sqlite_master WHERE type IN ('table', 'view')"))


def views(reader: Asking) -> list[str]:
    """Give the names of the ledger's views."""
    return list(reader.column("SELECT name FROM sqlite_master WHERE type = 'view'"))


def drop_view(reader: Asking, name: str) -> None:
    """Drop a view."""
    reader.rows(f'DROP VIEW "{name}"')


def guard(_reader: Asking, _refreshing: Refreshing) -> None:
    """Do nothing: whoever may open a file may read and write all of it."""


def refresh(reader: Asking, refreshing: Refreshing) -> None:
    """Bring up to date what is carried, by these statements."""
    for statement in refreshing.found:
        reader.rows(statement)
    counted = refreshing.counted if reader.value("SELECT 1 FROM changed LIMIT 1") else ()
    for statement in (*counted, "DROP TABLE changed", *refreshing.added):
        reader.rows(statement)


def sees_all(_reader: Asking) -> bool:
    """Tell that whoever opened the file sees every row."""
    return True
