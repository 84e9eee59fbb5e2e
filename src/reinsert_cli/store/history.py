"""The ledger as it stood: triggers keep what each write changed, and a reader can be taken back before it.

The books themselves are append-only and need no history: what was written later is left out by the number of
its audit record. A row that changes (a batch's state, a line's amount) leaves its old columns in ``history``.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import AbstractContextManager, nullcontext
from datetime import date, datetime, time
from typing import Final

from reinsert_cli.domain import language
from reinsert_cli.domain.faults import ExitStatus, Refusal, refuse
from reinsert_cli.store import clock, views
from reinsert_cli.store.dialect import Dialect
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
    "CREATE TEMP TABLE balance AS SELECT * FROM main.balance WHERE 1 = 0",
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


def keep(reader: Reader) -> None:
    """Make, anew, the triggers that keep the history of the tables watched, for the columns they have now."""
    pause(reader)
    for table in WATCHED:
        for statement in triggers(reader, table):
            reader.rows(statement)
    reader.rows(BEGINNING)


def pause(reader: Reader) -> None:
    """Drop the triggers, inside the transaction: until :func:`keep` is called, nothing is noted."""
    reader.dialect.drop_triggers(reader, "history_")


def in_bulk(reader: Reader, table: str) -> AbstractContextManager[None]:
    """Let the rows that are inserted into ``table`` meanwhile be noted together: each alone takes twice as long."""
    return reader.dialect.noted_at_once(reader, table, THIS_WRITE)


def triggers(reader: Reader, table: str) -> Iterator[str]:
    """Give the statements that make the triggers of a table."""
    return reader.dialect.triggers(table, *reader.dialect.shape(reader, table), THIS_WRITE)


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
    require_whole(reader)
    for table in TRACKED:
        columns, key = reader.dialect.shape(reader, table)
        reader.rows(_former_rows(reader.dialect, table, columns, key), number=number)
        for place, sought in enumerate(sorted({tuple(key), *reader.dialect.indexed(reader, table)})):
            reader.rows(reader.dialect.index_former(table, place, sought))
    for table in NUMBERED:
        reader.rows(
            f"CREATE TEMP VIEW {table} AS SELECT * FROM main.{table} WHERE COALESCE(audit_id, 0) <= {int(number)}"  # noqa: S608  (names are ours)
        )
    for statement in NOTHING_CARRIED:
        reader.rows(statement)
    for definition in views.definitions(temporary=True):
        reader.rows(definition)
    reader.as_of = day
    reader.beside = nullcontext


def require_whole(reader: Reader) -> None:
    """Refuse (exit 5) an account of a server that sees a part only: of the whole it would be told what is wrong."""
    if not reader.dialect.sees_all(reader):
        raise Refusal(ExitStatus.LEDGER, "server.partial")


def _former_rows(dialect: Dialect, table: str, columns: list[str], key: list[str]) -> str:
    """Give the query that makes a tracked table as it stood: rows untouched since, and the first thing known of others.

    The first change after ``:number`` tells what a row was before it: nothing where that change inserted it.
    """
    former, joined = dialect.former(columns, table)
    return f"""
        CREATE TEMP TABLE {table} AS
        WITH later AS (
            SELECT key, MIN(id) AS first FROM main.history
            WHERE table_name = '{table}' AND audit_id > :number GROUP BY key
        )
        SELECT {", ".join(columns)} FROM main.{table} t
        WHERE {dialect.key_of(key, "t")} NOT IN (SELECT key FROM later)
        UNION ALL
        SELECT {former} FROM later JOIN main.history h ON h.id = later.first {joined} WHERE h.old IS NOT NULL
    """  # noqa: S608  (names are ours)
