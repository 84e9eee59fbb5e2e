"""The ledger as it stood: triggers keep what each write changed, and a reader can be taken back before it.

The books themselves are append-only and need no history: what was written later is left out by the number of
its audit record. A row that changes (a batch's state, a line's amount) leaves its old columns in ``history``.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from datetime import date, datetime, time
from typing import Any, Final

from reinsert_cli.domain import language
from reinsert_cli.domain.faults import refuse
from reinsert_cli.store import clock, views
from reinsert_cli.store.reading import Reader

TRACKED: Final = (
    "batch",
    "batch_line",
    "line_share",
    "statement",
    "beneficiary",
    "sensitive",
    "project",
    "project_member",
    "envelope",
    "envelope_region",
    "convention",
    "convention_partner",
    "convention_region",
    "pathway_step",
    "requirement",
    "followup",
    "back_in_prison",
    "cost",
    "project_funding",
    "funder_ceiling",
    "quotation",
    "document",
)
"""The tables whose rows change and whose former rows reports may ask for. Identities are not kept twice."""

WATCHED: Final = (*TRACKED, "overcommitment", "closed_month", "assertion", "waiver")
"""The tables whose changes the history knows of; the audit covers them too (:mod:`reinsert_cli.store.states`)."""

NUMBERED: Final = ("journal", "overcommitment", "closed_month", "waiver")
"""The append-only tables, whose rows carry the number of the audit record of their write."""

NOTHING_CARRIED: Final = (
    "CREATE TEMP TABLE balance AS SELECT * FROM main.balance WHERE 0",
    "CREATE TEMP TABLE carried AS SELECT 1 AS id, -1 AS history_id, 0 AS journal_id",
)
"""What is carried is of today: of a former day everything is added up from the lines and the journal."""

THIS_WRITE: Final = "(SELECT COALESCE(MAX(id), 0) + 1 FROM audit)"
"""The number of the audit record that a write under way will get: it is the last thing that a write does."""

BEGINNING: Final = f"""
INSERT INTO history (audit_id, table_name, key)
SELECT {THIS_WRITE}, 'history', '[]' WHERE NOT EXISTS (SELECT 1 FROM history)
"""  # noqa: S608  (a constant)
"""The first row of the history: the write since which it is kept."""

Execute = Callable[[str], Iterable[Any]]


def keep(execute: Execute) -> None:
    """Make, anew, the triggers that keep the history of the tables watched, for the columns they have now."""
    pause(execute)
    for table in WATCHED:
        columns, key = columns_of(execute(f"PRAGMA table_info({table})"))
        for statement in triggers(table, columns, key):
            execute(statement)
    execute(BEGINNING)


def pause(execute: Execute) -> None:
    """Drop the triggers, inside the transaction: until :func:`keep` is called, nothing is noted."""
    for (name,) in list(execute("SELECT name FROM sqlite_master WHERE type = 'trigger' AND name LIKE 'history_%'")):
        execute(f"DROP TRIGGER {name}")


@contextmanager
def in_bulk(execute: Execute, table: str) -> Iterator[None]:
    """Note the rows that are inserted into ``table`` meanwhile all at once, at the end, rather than one by one.

    The trigger that would note each is gone only inside the transaction, and the rows are known by their place:
    SQLite numbers those of a table upwards.
    """
    columns, key = columns_of(execute(f"PRAGMA table_info({table})"))
    ((last,),) = execute(f"SELECT COALESCE(MAX(rowid), 0) FROM {table}")  # noqa: S608  (names are ours)
    execute(f"DROP TRIGGER history_{table}_insert")
    yield
    execute(
        f"INSERT INTO history (audit_id, table_name, key) SELECT {THIS_WRITE}, '{table}', {key_of(key, 't')} "  # noqa: S608  (names are ours)
        f"FROM {table} t WHERE rowid > {int(last)} ORDER BY rowid"
    )
    execute(next(triggers(table, columns, key)))


def columns_of(described: Iterable[Any]) -> tuple[list[str], list[str]]:
    """Give a table's columns, and those of its primary key, from what SQLite describes."""
    rows = [(row[1], row[5]) for row in described]
    return [name for name, _key in rows], [name for name, place in rows if place]


def shape_of(reader: Reader, table: str) -> tuple[list[str], list[str]]:
    """Give the columns of a table of the ledger, and those of its primary key."""
    return columns_of(tuple(row.values()) for row in reader.rows(f"PRAGMA main.table_info({table})"))


def triggers(table: str, columns: list[str], key: list[str]) -> Iterator[str]:
    """Give the statements that make the three triggers of a table."""
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
            VALUES ({THIS_WRITE}, '{table}', {key_of(key, row)}, {content}); END"""  # noqa: S608  (names are ours)


def key_of(key: list[str], row: str) -> str:
    """Give the SQL of a row's primary key as a JSON list."""
    return "json_array(" + ", ".join(f"{row}.{name}" for name in key) + ")"


def content_of(columns: list[str], row: str) -> str:
    """Give the SQL of a row's columns as a JSON object."""
    return "json_object(" + ", ".join(f"'{name}', {row}.{name}" for name in columns) + ")"


def number_at(reader: Reader, day: date) -> int:
    """Give the number of the last write made by the end of a local day.

    Raises Refusal ``history.too_early`` where the ledger kept no history yet.
    """
    end = clock.in_utc(datetime.combine(day, time.max))
    number = reader.value("SELECT COALESCE(MAX(id), 0) FROM audit WHERE written_at <= :end", end=end)
    start = reader.value("SELECT MIN(audit_id) FROM history")
    if number < start:
        since = reader.value("SELECT written_at FROM audit WHERE id = :start", start=start)
        raise refuse("history.too_early", since=language.date(str(since)[:10]))
    return int(number)


def rewind(reader: Reader, number: int, day: str) -> None:
    """Let every later query of ``reader`` see the ledger as it stood after write ``number``, on ``day`` (ISO).

    Tables and views of the same names stand in the connection's own schema, before those of the ledger.
    """
    for table in TRACKED:
        columns, key = shape_of(reader, table)
        reader.rows(_former_rows(table, columns, key), number=number)
        for place, sought in enumerate(sorted(_sought(reader, table, key))):
            reader.rows(f"CREATE INDEX temp.former_{table}_{place} ON {table} ({', '.join(sought)})")
    for table in NUMBERED:
        reader.rows(
            f"CREATE TEMP VIEW {table} AS SELECT * FROM main.{table} WHERE COALESCE(audit_id, 0) <= {int(number)}"  # noqa: S608  (names are ours)
        )
    for statement in NOTHING_CARRIED:
        reader.rows(statement)
    for definition in views.definitions(temporary=True):
        reader.rows(definition)
    reader.as_of = day


def _sought(reader: Reader, table: str, key: list[str]) -> set[tuple[str, ...]]:
    """Give the columns by which rows of a table are sought: its key, and those of each index of the ledger's."""
    indexes = reader.rows(f"PRAGMA main.index_list({table})")
    columns = "SELECT name FROM pragma_index_info(:index)"
    return {tuple(key), *(tuple(reader.column(columns, index=row["name"])) for row in indexes)}


def _former_rows(table: str, columns: list[str], key: list[str]) -> str:
    """Give the query that makes a tracked table as it stood: rows untouched since, and the first thing known of others.

    The first change after ``:number`` tells what a row was before it: nothing where that change inserted it.
    """
    former = ", ".join(f"json_extract(h.old, '$.{name}') AS {name}" for name in columns)
    return f"""
        CREATE TEMP TABLE {table} AS
        WITH later AS (
            SELECT key, MIN(id) AS first FROM main.history
            WHERE table_name = '{table}' AND audit_id > :number GROUP BY key
        )
        SELECT {", ".join(columns)} FROM main.{table} t
        WHERE {key_of(key, "t")} NOT IN (SELECT key FROM later)
        UNION ALL
        SELECT {former} FROM later JOIN main.history h ON h.id = later.first WHERE h.old IS NOT NULL
    """  # noqa: S608  (names are ours)
