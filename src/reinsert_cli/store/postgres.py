"""What PostgreSQL says otherwise than SQLite: the only place where SQL is that of a server.

Statements are written once, in what both engines understand: ``:name`` for a value; ``json_each``, ``json_extract`` and
``json_array`` for JSON kept as text. :func:`translated` writes the values as psycopg wants them; :data:`FUNCTIONS` are
given to the server. :mod:`reinsert_cli.store.sqlite` has the same functions as this module.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from functools import lru_cache
from itertools import count
from typing import TYPE_CHECKING, Any, Final

from reinsert_cli.store import regional, server
from reinsert_cli.store.asking import Asking, Refreshing
from reinsert_cli.store.server import SCHEMA, Server

if TYPE_CHECKING:
    from psycopg import Connection, ServerCursor


INTEGRITY: Final = f"""
SELECT c.relname AS found FROM pg_index i JOIN pg_class c ON c.oid = i.indexrelid
WHERE c.relnamespace = CAST('{SCHEMA}' AS regnamespace) AND NOT (i.indisvalid AND i.indisready)
"""  # noqa: S608  (a constant)
"""The indexes that the server does not trust; of its files it sees to itself."""

REFERENCES: Final = f"""
SELECT CAST(conrelid AS regclass) AS found FROM pg_constraint
WHERE connamespace = CAST('{SCHEMA}' AS regnamespace) AND NOT convalidated
UNION
SELECT CAST(tgrelid AS regclass) FROM pg_trigger WHERE tgisinternal AND tgenabled <> 'O'
"""  # noqa: S608  (a constant)
"""The tables of which the server does not see to it that what they refer to is there."""

SEALED: Final = False
"""Whether writes keep the seals of tables: a server has checksums of its own, and says who may change what."""

SWEEP: Final = "VACUUM FULL"
"""Writes the tables anew, without what was deleted; the server's log of writes goes its own way."""

PLACE: Final = "place"
"""The column by which rows that were put aside stand in the order in which they came."""

BOOLEANS: Final = frozenset({"chosen", "disabled", "is_back", "presided", "special_category"})
"""The columns that are true or false: SQLite keeps them as 1 and 0, and so does what is kept as JSON."""

NUMBERS: Final = frozenset({"id", "line_id"})
"""The columns of primary keys that are numbers."""

FUNCTIONS: Final = (
    """CREATE OR REPLACE FUNCTION json_each(said text) RETURNS TABLE (key text, value text)
       LANGUAGE sql IMMUTABLE AS $$
           SELECT CAST(place - 1 AS text), item #>> '{}' FROM jsonb_array_elements(CAST(said AS jsonb))
           WITH ORDINALITY AS items (item, place) WHERE jsonb_typeof(CAST(said AS jsonb)) = 'array'
       $$""",
    """CREATE OR REPLACE FUNCTION json_extract(said text, path text) RETURNS text LANGUAGE sql IMMUTABLE AS $$
           SELECT jsonb_path_query_first(CAST(said AS jsonb), CAST(path AS jsonpath)) #>> '{}'
       $$""",
    """CREATE OR REPLACE FUNCTION json_valid(said text) RETURNS boolean LANGUAGE plpgsql IMMUTABLE AS $$
       BEGIN PERFORM CAST(said AS jsonb); RETURN true; EXCEPTION WHEN others THEN RETURN false; END
       $$""",
    *(
        f"""CREATE OR REPLACE FUNCTION json_list(one {kind}) RETURNS text LANGUAGE sql IMMUTABLE AS $$
            SELECT '[' || CAST(to_json(one) AS text) || ']'
        $$"""
        for kind in ("text", "bigint")
    ),
    """CREATE OR REPLACE FUNCTION json_list(one text, other text) RETURNS text LANGUAGE sql IMMUTABLE AS $$
           SELECT '[' || CAST(to_json(one) AS text) || ',' || CAST(to_json(other) AS text) || ']'
       $$""",
)
"""What SQLite has and the server lacks; JSON is text as SQLite writes it, without spaces."""

MAKE: Final = f"CREATE SCHEMA IF NOT EXISTS {SCHEMA}"

APPEND_ONLY: Final = """
CREATE OR REPLACE FUNCTION append_only() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN RAISE EXCEPTION '% is append-only', TG_TABLE_NAME USING ERRCODE = 'integrity_constraint_violation'; END $$
"""

REFRESH: Final = f"""
CREATE OR REPLACE FUNCTION refresh_carried() RETURNS void LANGUAGE plpgsql {regional.AS_OWNER} AS $$
DECLARE since_change bigint; since_posting bigint;
BEGIN
    PERFORM pg_advisory_xact_lock(1380272462);
    SELECT history_id, journal_id INTO since_change, since_posting FROM carried;
    {{found}};
    IF EXISTS (SELECT FROM changed) THEN {{counted}}; END IF;
    DROP TABLE changed;
    {{added}};
END $$"""  # noqa: S608  (constants)

FOR_WRITERS: Final = "REVOKE ALL ON FUNCTION refresh_carried() FROM PUBLIC"

_SHAPE: Final = f"""
SELECT a.attname AS name, NOT a.attnotnull AS nullable, format_type(a.atttypid, NULL) AS kind,
       array_position(CAST(i.indkey AS smallint[]), a.attnum) AS pk
FROM pg_attribute a
LEFT JOIN pg_index i ON i.indrelid = a.attrelid AND i.indisprimary
WHERE a.attrelid = CAST('{SCHEMA}.' || :table AS regclass) AND a.attnum > 0 AND NOT a.attisdropped
ORDER BY a.attnum
"""  # noqa: S608  (a constant)

_INDEXED: Final = f"""
SELECT x.indexrelid AS number, a.attname AS name
FROM pg_index x
CROSS JOIN LATERAL unnest(CAST(x.indkey AS smallint[])) WITH ORDINALITY AS k (attribute, place)
JOIN pg_attribute a ON a.attrelid = x.indrelid AND a.attnum = k.attribute
WHERE x.indrelid = CAST('{SCHEMA}.' || :table AS regclass) AND NOT x.indisprimary ORDER BY 1, k.place
"""  # noqa: S608  (a constant)

_INDEXES: Final = f"""
SELECT c.relname AS name, pg_get_indexdef(x.indexrelid) AS sql
FROM pg_index x JOIN pg_class c ON c.oid = x.indexrelid
WHERE x.indrelid = CAST('{SCHEMA}.' || :table AS regclass) AND NOT x.indisunique
  AND pg_has_role(c.relowner, 'USAGE') ORDER BY 1
"""  # noqa: S608  (a constant)

_UNINDEXED: Final = f"""
SELECT c.relname AS name, a.attname AS of
FROM pg_constraint f
JOIN pg_class c     ON c.oid = f.conrelid
JOIN pg_attribute a ON a.attrelid = f.conrelid AND a.attnum = f.conkey[1]
WHERE f.contype = 'f' AND f.confrelid = CAST('{SCHEMA}.' || :table AS regclass)
  AND pg_has_role(c.relowner, 'USAGE')
  AND NOT EXISTS (SELECT 1 FROM pg_index x WHERE x.indrelid = f.conrelid AND x.indkey[0] = f.conkey[1])
ORDER BY 1, 2
"""  # noqa: S608  (a constant)

_TRIGGERS: Final = f"""
SELECT t.tgname AS name, c.relname AS of FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid
WHERE NOT t.tgisinternal AND c.relnamespace = CAST('{SCHEMA}' AS regnamespace) AND starts_with(t.tgname, :which)
"""  # noqa: S608  (a constant)

_MADE: Final = f"""
SELECT t.tgname AS name, p.prosrc AS body
FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid JOIN pg_proc p ON p.oid = t.tgfoid
WHERE NOT t.tgisinternal AND t.tgenabled = 'O' AND c.relnamespace = CAST('{SCHEMA}' AS regnamespace)
UNION ALL
SELECT 'regional_' || c.relname || '_' || p.polname, 'a policy' FROM pg_policy p JOIN pg_class c ON c.oid = p.polrelid
WHERE c.relrowsecurity AND c.relnamespace = CAST('{SCHEMA}' AS regnamespace)
"""  # noqa: S608  (a constant)

_TABLES: Final = f"SELECT table_name FROM information_schema.tables WHERE table_schema = '{SCHEMA}'"  # noqa: S608  (a constant)
_VIEWS: Final = f"SELECT table_name FROM information_schema.views WHERE table_schema = '{SCHEMA}'"  # noqa: S608  (a constant)

_PARTS: Final = re.compile(r"('(?:[^']|'')*'|\"[^\"]*\"|--[^\n]*)|(?<![:\w]):([a-z_][a-z0-9_]*)|\?|%|\bjson_array\(")


IN_ORDER: Final = "SELECT pg_advisory_xact_lock(1380272462)"
"""Waits until nobody else writes, and lets nobody else until the end of the transaction. The number is ``REIN``."""


def connect_to_write(address: Server) -> Connection:
    """Open a connection whose transactions SQLAlchemy begins and ends.

    It looks a few thousand rows up by index rather than read a whole table for them, as on disks without a head.
    """
    connection = server.connect(address)
    connection.execute("SET random_page_cost = 1.1")
    connection.adapters.register_loader("numeric", _loaders()[0])
    connection.autocommit = False
    return connection


def renamed(
    _connection: Any, _cursor: Any, statement: str, parameters: Any, _context: Any, _is_many: bool
) -> tuple[str, Any]:
    """Let statements that go by SQLAlchemy call the functions by the names that they have here."""
    return statement.replace("json_array(", "json_list("), parameters


AT_ONCE: Final = 5000
"""How many rows of an answer that is streamed are held at a time."""


_asked = count()


class Connected:
    """A connection that is asked as SQLite's driver is: statements with ``:name``, rows of plain values."""

    def __init__(self, driver: Connection, *, has_written: bool = False) -> None:
        """``has_written``: nothing more is written, so long answers come in portions, as to who only reads."""
        self.driver = driver
        self._in_portions = driver.autocommit or has_written

    def execute(self, sql: str, params: Mapping[str, Any] | Sequence[Any] = ()) -> Any:
        """Run a statement; give its rows, which are none where it is no question."""
        cursor = self.driver.cursor()
        _read_plainly(cursor.adapters)
        cursor.execute(translated(sql), params if isinstance(params, dict) else tuple(params))
        return cursor if cursor.description else _Nothing()

    def stream(self, sql: str, params: Mapping[str, Any] | Sequence[Any] = ()) -> Any:
        """Ask a question; its rows come some thousands at a time, as they are wanted.

        All at once while something is written: a table that is still being read could not be given its indexes.
        """
        if not self._in_portions:
            return self.execute(sql, params)
        asked: Any = self.driver.cursor()
        cursor = self.driver.cursor(f"asked_{next(_asked)}")
        _read_plainly(cursor.adapters)
        cursor.itersize = AT_ONCE
        try:
            cursor.execute(asked.mogrify(translated(sql), params))
        except BaseException:
            cursor.close()
            raise
        return _Portions(cursor)

    def executemany(self, sql: str, rows: Iterable[Sequence[Any]]) -> None:
        """Run a statement for each of ``rows``."""
        with self.driver.cursor() as cursor:
            cursor.executemany(translated(sql), rows)

    def close(self) -> None:
        """Close the connection; what was not committed is taken back."""
        self.driver.close()


class _Portions:
    """The rows of an answer, which the server forgets once nobody wants more of them."""

    def __init__(self, cursor: ServerCursor) -> None:
        self._cursor = cursor
        self.description = cursor.description

    def __iter__(self) -> Iterator[Any]:
        try:
            yield from self._cursor
        finally:
            if not self._cursor.connection.closed:
                self._cursor.close()


class _Nothing:
    """What a statement gives that is no question."""

    description: tuple[Any, ...] = ()

    def __iter__(self) -> Iterator[Any]:
        return iter(())


def _read_plainly(adapters: Any) -> None:
    """Let sums be integers and truth be 1 or 0, as SQLite gives them."""
    adapters.register_loader("numeric", _loaders()[0])
    adapters.register_loader("bool", _loaders()[1])


@lru_cache
def _loaders() -> tuple[type, type]:
    from psycopg.adapt import Loader  # noqa: PLC0415  (only for servers)

    class Number(Loader):
        """An integer, where it is one."""

        def load(self, data: Any) -> Any:
            text = bytes(data).decode()
            return float(text) if "." in text else int(text)

    class Truth(Loader):
        """1 or 0."""

        def load(self, data: Any) -> int:
            return int(bytes(data) == b"t")

    return Number, Truth


@lru_cache(maxsize=1024)
def translated(sql: str) -> str:
    """Write a statement as psycopg wants it: values as ``%(name)s``, and what only SQLite calls so by its name here."""

    def one(found: re.Match[str]) -> str:
        if found[1]:
            return found[1].replace("%", "%%")
        if found[2]:
            return f"%({found[2]})s"
        return {"?": "%s", "%": "%%"}.get(found[0], "json_list(")

    return _PARTS.sub(one, sql)


def connected(driver: Connection | Connected) -> Connected:
    """Give what a reader asks."""
    return driver if isinstance(driver, Connected) else Connected(driver)


def begin(reader: Asking, _driver: Connection) -> None:
    """Begin a transaction for reading, which sees one state from its first question on."""
    reader.rows("BEGIN ISOLATION LEVEL REPEATABLE READ")
    reader.rows("SELECT version_num FROM alembic_version")


def see_all(reader: Asking) -> None:
    """Let questions of this transaction be refused where whoever asks is shown only some of the rows."""
    reader.rows("SET LOCAL row_security = off")


def let_refer_later(_reader: Asking) -> None:
    """Do nothing: rows that come in together may refer to each other."""


def gather_statistics(reader: Asking, tables: Iterable[str]) -> None:
    """Let the planner know of the rows that were just put into tables, before anything is asked of them."""
    reader.rows(f"ANALYZE {', '.join(f'{SCHEMA}.{table}' for table in tables)}")


def fill(connection: Connected, table: str, columns: Sequence[str], rows: Iterable[Sequence[Any]]) -> None:
    """Put rows into a table, each the values of ``columns``; a truth may be 1 or 0."""
    named = ", ".join(f'"{column}"' for column in columns)
    with connection.driver.cursor() as cursor, cursor.copy(f"COPY {SCHEMA}.{table} ({named}) FROM STDIN") as copy:
        for row in rows:
            copy.write_row(row)


def came_in(reader: Asking, table: str) -> str:
    """Give the SQL of the order of a table's key: a server keeps no other."""
    return ", ".join(shape(reader, table)[1])


def shape(reader: Asking, table: str) -> tuple[list[str], list[str]]:
    """Give the columns of a table of the ledger, and those of its primary key."""
    rows = reader.rows(_SHAPE, table=table)
    return [row["name"] for row in rows], [row["name"] for row in rows if row["pk"] is not None]


def nullable(reader: Asking, table: str) -> set[str]:
    """Give the columns of a table that may be empty."""
    return {row["name"] for row in reader.rows(_SHAPE, table=table) if row["nullable"]}


def indexed(reader: Asking, table: str) -> Iterator[tuple[str, ...]]:
    """Give the columns of each index of a table."""
    found: dict[int, list[str]] = {}
    for row in reader.rows(_INDEXED, table=table):
        found.setdefault(row["number"], []).append(row["name"])
    yield from map(tuple, found.values())


def indexes(reader: Asking, table: str) -> list[tuple[str, str]]:
    """Give the name and definition of each index that keeps nothing from being there twice; those one may drop."""
    return [(row["name"], row["sql"]) for row in reader.rows(_INDEXES, table=table)]


def unindexed(reader: Asking, table: str) -> list[tuple[str, str]]:
    """Give the columns that refer to a table and that no index begins with, each after its own table."""
    return [(row["name"], row["of"]) for row in reader.rows(_UNINDEXED, table=table)]


def key_of(key: Sequence[str], row: str) -> str:
    """Give the SQL of a row's primary key, or of any of its columns, as a JSON list."""
    said = (f"COALESCE(CAST(to_json({row}.{name}) AS text), 'null')" for name in key)
    return "('[' || " + " || ',' || ".join(said) + " || ']')"


def content_of(columns: Sequence[str], row: str) -> str:
    """Give the SQL of a row's columns as a JSON object."""
    said = (f"'\"{name}\":' || COALESCE(CAST(to_json({_plain(name, row)}) AS text), 'null')" for name in columns)
    return "('{' || " + " || ',' || ".join(said) + " || '}')"


def _plain(name: str, row: str) -> str:
    return f"CAST({row}.{name} AS integer)" if name in BOOLEANS else f"{row}.{name}"


def filled_of(columns: Sequence[str], row: str) -> str:
    """Give the SQL of a row's columns that are not empty as a JSON object: of what is null, nothing is joined."""
    said = (f"'\"{name}\":' || CAST(to_json({_plain(name, row)}) AS text)" for name in columns)
    return f"('{{' || concat_ws(',', {', '.join(said)}) || '}}')"


def joined(text: str, order: str) -> str:
    """Give the SQL that joins a text of all rows by commas, in ``order``."""
    return f"string_agg({text}, ',' ORDER BY {order})"


def quoted(text: str) -> str:
    """Give the SQL of a text as JSON."""
    return f"CAST(to_json({text}) AS text)"


def found(key: Sequence[str], said: str) -> str:
    """Give the SQL that tells whether ``t`` is the row whose key ``said`` is as JSON."""
    sought = (f"CASE WHEN json_valid({said}) THEN json_extract({said}, '$[{place}]') END" for place in range(len(key)))
    return " AND ".join(
        f"t.{name} = {f'CAST({one} AS integer)' if name in NUMBERS else one}"
        for name, one in zip(key, sought, strict=True)
    )


def among(column: str, query: str) -> str:
    """Give the SQL that tells whether a column is one of the few values of a query.

    They are asked for first, so that an index finds their rows: of a long view, the planner would read every row.
    """
    return f"{column} = ANY(ARRAY({query}))"


def last(_table: str) -> str:
    """Give nothing: a table here is in no order of its own."""
    return ""


def staging(columns: Iterable[str]) -> str:
    """Give the statement that makes the table in which rows are put aside, as text."""
    kept = (f'"{column}" text' for column in columns)
    return f"CREATE TEMP TABLE staged ({', '.join(kept)}, {PLACE} bigint GENERATED ALWAYS AS IDENTITY)"


def unstaged(reader: Asking, table: str, columns: Mapping[str, str]) -> dict[str, str]:
    """Give the SQL of what was put aside for the columns of a table, by the names of the columns there."""
    kinds = {row["name"]: row["kind"] for row in reader.rows(_SHAPE, table=table)}
    return {name: f'CAST("{name}" AS {kinds[column]})' for column, name in columns.items()}


def number_on(reader: Asking, table: str) -> None:
    """Let rows that come into a table without a number get those after the ones that are there."""
    highest = f"SELECT COALESCE(MAX(id), 0) + 1 FROM {table}"  # noqa: S608  (names are ours)
    reader.rows(f"SELECT setval(pg_get_serial_sequence('{SCHEMA}.{table}', 'id'), ({highest}), false)")


def triggers(table: str, columns: Sequence[str], key: Sequence[str], number: str) -> Iterator[str]:
    """Give the statements that make the triggers by which the history knows of a table's changes.

    ``number`` is the SQL of the write's number. Rows that come in are noted together, a statement at a time.
    """
    come = f"SELECT {number}, '{table}', {key_of(key, 'come')}, NULL FROM come"  # noqa: S608  (names are ours)
    was = f"VALUES ({number}, '{table}', {key_of(key, 'OLD')}, {content_of(columns, 'OLD')})"
    differs = " OR ".join(f"OLD.{name} IS DISTINCT FROM NEW.{name}" for name in columns)
    for event, of, noted in (
        ("INSERT", "REFERENCING NEW TABLE AS come FOR EACH STATEMENT", come),
        ("UPDATE", f"FOR EACH ROW WHEN ({differs})", was),
        ("DELETE", "FOR EACH ROW", was),
    ):
        name = f"history_{table}_{event.lower()}"
        yield f"""
            CREATE OR REPLACE FUNCTION {name}() RETURNS trigger LANGUAGE plpgsql {regional.AS_OWNER} AS $$
            BEGIN INSERT INTO history (audit_id, table_name, key, old) {noted}; RETURN NULL; END $$"""
        yield f"CREATE TRIGGER {name} AFTER {event} ON {table} {of} EXECUTE FUNCTION {name}()"


def keep_as_written(reader: Asking, table: str) -> None:
    """Let the server refuse to change a row of a table, or to take one away."""
    for name, event, each in (("change", "UPDATE OR DELETE", "ROW"), ("truncate", "TRUNCATE", "STATEMENT")):
        reader.rows(
            f"CREATE OR REPLACE TRIGGER {table}_no_{name} BEFORE {event} ON {table} "
            f"FOR EACH {each} EXECUTE FUNCTION append_only()"
        )


def made(reader: Asking) -> dict[str, str]:
    """Give the ledger's triggers that work, by their names, each as what it does; and the policies in force."""
    return {row["name"]: " ".join(row["body"].split()) for row in reader.rows(_MADE)}


def expected(append_only: Mapping[str, str], history: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Give what there must be, as :func:`made` would: on tables that only grow, for the history, and for regions."""
    for table in append_only:
        for name in ("change", "truncate"):
            yield f"{table}_no_{name}", _body(APPEND_ONLY)
    for statement in history:
        if "$$" in statement:
            yield statement.split()[4].removesuffix("()"), _body(statement)
    for table in regional.WRITTEN:
        yield f"regional_{table}", _body(regional.REFUSE)
    for table, policy in regional.policies():
        yield f"regional_{table}_{policy}", "a policy"


def _body(function: str) -> str:
    return " ".join(function.split("$$")[1].split())


def drop_triggers(reader: Asking, prefix: str) -> None:
    """Drop the ledger's triggers whose names begin so."""
    for row in reader.rows(_TRIGGERS, which=prefix):
        reader.rows(f"DROP TRIGGER {row['name']} ON {row['of']}")


@contextmanager
def noted_at_once(_reader: Asking, _table: str, _number: str) -> Iterator[None]:
    """Let rows be inserted meanwhile: the history notes those of one statement together anyway."""
    yield


def former(columns: Iterable[str], table: str) -> tuple[str, str]:
    """Give the SQL of a row's columns as ``h.old`` kept them, and what it is to be joined with."""
    record = f"CROSS JOIN LATERAL jsonb_populate_record(CAST(NULL AS {SCHEMA}.{table}), CAST(h.old AS jsonb)) r"
    return ", ".join(f"r.{name}" for name in columns), record


def index_former(table: str, place: int, columns: Iterable[str]) -> str:
    """Give the statement that makes an index on a table of the connection's own."""
    return f"CREATE INDEX former_{table}_{place} ON pg_temp.{table} ({', '.join(columns)})"


def mark(reader: Asking) -> None:
    """Make the ledger's schema, with the functions that statements, and triggers, call."""
    for statement in (MAKE, *FUNCTIONS, APPEND_ONLY):
        reader.rows(statement)


def tables(reader: Asking) -> list[str]:
    """Give the names of the ledger's tables and views."""
    return list(reader.column(_TABLES))


def views(reader: Asking) -> list[str]:
    """Give the names of the ledger's views, those first that none is made of."""
    return list(reader.column(_VIEWS))


def drop_view(reader: Asking, name: str) -> None:
    """Drop a view, and those made of it."""
    reader.rows(f'DROP VIEW IF EXISTS "{name}" CASCADE')


def guard(reader: Asking, refreshing: Refreshing) -> None:
    """Let the server keep accounts to their regions; and bring up to date what is carried, for who may not write it."""
    for statement in (
        *regional.definitions(),
        REFRESH.format(**{name: "; ".join(said) for name, said in refreshing._asdict().items()}),
        FOR_WRITERS,
    ):
        reader.rows(statement)


def refresh(reader: Asking, _refreshing: Refreshing) -> None:
    """Bring up to date what is carried: the server does it by itself, from all the rows."""
    reader.rows("SELECT refresh_carried()")


def sees_all(reader: Asking) -> bool:
    """Tell whether the account sees every row of what it may read."""
    return not reader.value(regional.IS_PARTIAL)
