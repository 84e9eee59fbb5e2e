"""What rows became by each write, as JSON in the one way that digests cover: written by the database and streamed.

What a row was after a write is what the next write found that changed it, or what it is now. The database writes what
rows are now; what they were, as the history kept it, is read and written again here, for it may have been damaged.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby, islice
from operator import itemgetter
from typing import Any, Final

from reinsert_cli.store import history
from reinsert_cli.store.audit import digested
from reinsert_cli.store.dialect import Dialect
from reinsert_cli.store.reading import Reader

COVERED: Final = tuple(sorted({*history.WATCHED} - {"sensitive", "back_in_prison"}))
"""The tables of which a digest may be shown: one of health data could be guessed."""

AT_ONCE: Final = 5000
"""How many rows are digested together: each alone would take longer, all of them much memory."""

Said = tuple[int, str]
"""How many changes, or rows, and the SHA-256 (hex) of what they became."""

UNPROVEN: Final[Said] = (-1, "")
"""What no record can say."""

WRITES: Final = (
    "SELECT audit_id, MIN(id), MAX(id) FROM history WHERE audit_id > :start GROUP BY audit_id ORDER BY audit_id"
)
LAST_OF: Final = "SELECT COALESCE(MAX(id), 0) FROM history WHERE audit_id <= :number"

_encode: Final = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"), sort_keys=True).encode

Row = tuple[int, int, str | None, Any]
"""Of a row that a write changed: the write, and how many changes; then nothing and what the row is now, as JSON beside
its table and key; or, where a later write changed it too, the JSON of these alone and what that write found."""


@dataclass(frozen=True, slots=True)
class Shape:
    """How rows of a table are written: its columns in order, and those of its key."""

    table: str
    columns: list[str]
    key: list[str]
    dialect: Dialect

    def written(self, row: str, key: str) -> str:
        """Give the SQL that writes a row and its key as JSON.

        Without the empty columns: one that was added later says nothing of a row that has none.
        """
        name, content = self.dialect.quoted(key), self.dialect.filled_of(self.columns, row)
        return f"""'["{self.table}",' || {name} || ',' || {content} || ']'"""


def shape_of(reader: Reader, table: str) -> Shape:
    """Give how rows of a table are written."""
    columns, key = reader.dialect.shape(reader, table)
    return Shape(table, sorted(columns), key, reader.dialect)


def of_writes(reader: Reader, start: int) -> Iterator[tuple[int, Said]]:
    """Give what each write after ``start`` did; of one that is out of its order, nothing is believed."""
    query = _after_writes(reader.dialect, [shape_of(reader, table) for table in COVERED])
    for first, last in _portions(reader, start):
        for number, some in groupby(reader.tuples(query, first=first, last=last), itemgetter(0)):
            yield number, _said(some)
    for number in _out_of_order(reader):
        yield number, UNPROVEN


def of_rows(reader: Reader, last: int) -> Said:
    """Give how many rows there were after the change ``last``, and the digest of them all."""
    shapes = (shape_of(reader, table) for table in COVERED)
    return _said(row for shape in shapes for row in reader.tuples(_rows_after(shape), last=last))


def _said(rows: Iterable[Row]) -> Said:
    """Give the sum of the changes and the digest of rows, in order."""
    count, left = 0, iter(rows)

    def parts() -> Iterator[str]:
        nonlocal count
        while some := list(islice(left, AT_ONCE)):
            count += sum([row[1] for row in some])
            yield ",".join([now if former is None else _former(former, now) for _number, _changes, former, now in some])

    digest = digested(parts())
    return count, digest


def _former(beside: str, old: Any) -> str:
    return f"{beside}{_encode(_canonical(old))}]"


def _canonical(old: Any) -> dict[str, Any] | None:
    """Give a row's columns without the empty ones; nothing where there was no row."""
    if old is None:
        return None
    try:
        columns = json.loads(old).items()
    except (AttributeError, TypeError, ValueError):
        return {"damaged": str(old)}
    return {name: value for name, value in columns if value is not None}


def _portions(reader: Reader, start: int) -> Iterator[tuple[int, int]]:
    """Give the first and the last change of some writes after ``start`` at a time, each write whole."""
    first = last = 0
    for _number, begins, ends in reader.tuples(WRITES, start=start):
        first, last = first or begins, max(last, ends)
        if last - first >= AT_ONCE:
            yield first, last
            first = 0
    if first:
        yield first, last


def _out_of_order(reader: Reader) -> Iterator[int]:
    """Give the numbers of the writes whose changes do not all come after those of the writes before them."""
    last = 0
    for number, begins, ends in reader.tuples(WRITES, start=-1):
        if begins <= last:
            yield number
        last = max(last, ends)


def _after_writes(dialect: Dialect, shapes: Iterable[Shape]) -> str:
    """Give the query of the rows that some writes changed, as each left them.

    Changes are read by their numbers, which the planner would not do by itself: its index by table has all there are.
    """
    now = " ".join(
        f"WHEN '{shape.table}' THEN ({_row_of(shape, 'changed.key', shape.written('t', 'changed.key'))})"
        for shape in shapes
    )
    covered = ", ".join(f"'{table}'" for table in COVERED)
    beside = f"""'["' || table_name || '",' || {dialect.quoted("key")} || ','"""
    return f"""
        WITH changed AS MATERIALIZED (
            SELECT w.*, (SELECT MIN(n.id) FROM history n
                         WHERE n.table_name = w.table_name AND n.key = w.key AND n.id > w.last) AS later
            FROM (SELECT audit_id AS number, table_name, key, COUNT(*) AS changes, MAX(id) AS last FROM history
                  WHERE id BETWEEN :first AND :last AND table_name || '' IN ({covered})
                  GROUP BY audit_id, table_name, key ORDER BY audit_id, table_name, key) w
        )
        SELECT number, changes, CASE WHEN later IS NOT NULL THEN {beside} END,
               CASE WHEN later IS NOT NULL THEN (SELECT old FROM history WHERE id = later)
                    ELSE COALESCE(CASE table_name {now} END, {beside} || 'null]') END
        FROM changed"""  # noqa: S608  (names are ours)


def _rows_after(shape: Shape) -> str:
    """Give the query of the rows of a table that there were after the change ``:last``."""
    table, key = shape.table, shape.dialect.key_of(shape.key, "t")
    names = [f"key_{place}" for place, _name in enumerate(shape.key)]
    now = " AND ".join(f"t.{name} = known.{known}" for name, known in zip(shape.key, names, strict=True))
    beside = f"""'["{table}",' || {shape.dialect.quoted("key")} || ','"""
    return f"""
        WITH later AS MATERIALIZED (
            SELECT key, MIN(id) AS change FROM history WHERE table_name = '{table}' AND id > :last GROUP BY key
        ), known AS MATERIALIZED (
            SELECT {key} || '' AS key, {", ".join(map(" AS ".join, zip(shape.key, names, strict=True)))},
                   NULL AS old, 0 AS is_former
            FROM {table} t WHERE {key} NOT IN (SELECT key FROM later)
            UNION ALL
            SELECT h.key, {", ".join("NULL" for _name in names)}, h.old, 1
            FROM later JOIN history h ON h.id = later.change WHERE h.old IS NOT NULL
            ORDER BY 1
        )
        SELECT 0, 1, CASE WHEN is_former = 1 THEN {beside} END,
               CASE WHEN is_former = 1 THEN old
                    ELSE COALESCE((SELECT {shape.written("t", "key")} FROM {table} t WHERE {now}), {beside} || 'null]')
               END
        FROM known"""  # noqa: S608  (names are ours)


def _row_of(shape: Shape, key: str, what: str = "1") -> str:
    """Give the query of ``what`` of the row of a table that has a key, exactly as the history writes keys."""
    found, exactly = shape.dialect.found(shape.key, key), shape.dialect.key_of(shape.key, "t")
    return f"SELECT {what} FROM {shape.table} t WHERE {found} AND {exactly} = {key}"  # noqa: S608
