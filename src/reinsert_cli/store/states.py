"""What the audit says of the rows that a write changed: a digest of what they became, so that the chain covers them.

The history keeps what each row was before a change; so what it was after any write is known: what the next change
found, or what it is now. Whoever changes a row, or the history, behind the program's back is contradicted by the audit.
Health data is left out: a digest of so little could be guessed.
"""

from __future__ import annotations

import hashlib
import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from itertools import islice, takewhile
from typing import Any, Final

from reinsert_cli.store import history
from reinsert_cli.store.audit import changes_of, sha256_of
from reinsert_cli.store.dialect import Dialect
from reinsert_cli.store.reading import Reader

SOME: Final = "rows.changed"
ALL: Final = "rows.all"
"""What such changes are called in the audit."""

REDONE: Final = {f"{what}.redone": what for what in (SOME, ALL)}
"""What says, in the record of a redaction, what rows that an earlier write changed stand at since."""

COVERED: Final = tuple(table for table in history.WATCHED if table not in {"sensitive", "back_in_prison"})

TOUCHED: Final = """
SELECT table_name, COUNT(*) AS count, COUNT(old) AS former
FROM history WHERE audit_id + 0 = :number AND id > :since GROUP BY table_name ORDER BY table_name
"""
AT_ONCE: Final = 5000
"""How many rows are digested together: each alone would take longer, all of them much memory."""

CHANGES: Final = "SELECT audit_id, table_name, key, old FROM history ORDER BY id"

Key = tuple[str, str]
"""A table and, as JSON, the primary key of one of its rows."""


def last_change(reader: Reader) -> int:
    """Give the number of the last change that the history knows of."""
    return int(reader.value("SELECT COALESCE(MAX(id), 0) FROM history"))


def of_write(reader: Reader, number: int, since: int) -> dict[str, Any] | None:
    """Give what the audit is to say of the rows that write ``number`` changed; nothing where it changed none.

    Its changes are those after ``since``: what somebody else changed before it, it does not answer for.
    """
    touched = [row for row in reader.rows(TOUCHED, number=number, since=since) if row["table_name"] in COVERED]
    if not touched:
        return None
    digest = hashlib.sha256(b"[")
    for place, row in enumerate(touched):
        told = _told(reader, number=number, since=since, **row)
        for part, content in enumerate(told):
            digest.update(("," * bool(place or part) + content).encode())
    digest.update(b"]")
    return {"what": SOME, "rows": sum(row["count"] for row in touched), "digest": digest.hexdigest()}


def _told(reader: Reader, table_name: str, *, former: int, **params: int) -> Iterator[str]:
    """Give what the rows that a write changed in one table became, as JSON, some thousands of rows at a time."""
    columns, key = reader.dialect.shape(reader, table_name)
    are_last = not former and reader.dialect.last(table_name)
    query = (_inserted if are_last else _became)(reader.dialect, table_name, sorted(columns), key)
    nullable = reader.dialect.nullable(reader, table_name)
    rows = reader.column(query, **params)
    while some := list(islice(rows, AT_ONCE)):
        yield _without_empty(",".join(some), sorted(columns), nullable)


def _became(dialect: Dialect, table: str, columns: list[str], key: list[str]) -> str:
    """Give the query of what the changed rows of a table became, each nearly as :func:`_digest` would write it.

    Imports change hundreds of thousands of rows: the database writes the JSON, Python only joins and digests it.
    """
    return f"""
        SELECT '["{table}",' || {dialect.quoted("h.key")} || ','
               || CASE WHEN t.{key[0]} IS NULL THEN 'null' ELSE {dialect.content_of(columns, "t")} END || ']' AS said
        FROM (SELECT DISTINCT key FROM history
              WHERE audit_id = :number AND id > :since AND table_name = '{table}') h
        LEFT JOIN {table} t ON {dialect.found(key, "h.key")} ORDER BY h.key"""  # noqa: S608  (names are ours)


def _inserted(dialect: Dialect, table: str, columns: list[str], key: list[str]) -> str:
    """Give the same query where all that a write did to a table was to add rows: they are the last ones."""
    name = dialect.key_of(key, "t")
    return f"""
        SELECT '["{table}",' || {dialect.quoted(name)} || ',' || {dialect.content_of(columns, "t")} || ']' AS said
        FROM ({dialect.last(table)}) t ORDER BY {name}"""  # noqa: S608  (names are ours)


def _without_empty(said: str, columns: list[str], nullable: set[str]) -> str:
    """Leave the empty columns out of rows written as JSON, their columns in order; in a text, a quote is escaped."""
    for column in takewhile(nullable.__contains__, columns):
        said = said.replace(f'{{"{column}":null,', "{")
    for column in nullable:
        said = said.replace(f',"{column}":null', "")
    return said


def of_all(reader: Reader) -> dict[str, Any]:
    """Give what the audit is to say of every row there is: where the proof of later states begins."""
    now = _now(reader)
    return {"what": ALL, "rows": len(now), "digest": _digest(now)}


def contradicted(reader: Reader, records: Iterable[Mapping[str, Any]]) -> list[int]:
    """Give the numbers of the audit records, since the last of every row, whose rows did not become what they say.

    Among them are numbers under which the history knows of changes that no record tells of.
    """
    told, past = _told_by(records), Past(reader)
    start = _start(told)
    wrong = {start} if (start, ALL) in told and not _holds(told, past, start, ALL) else set()
    since = (number for number in {number for number, _what in told} | past.writes if number > start)
    return sorted(wrong | {number for number in since if not _holds(told, past, number, SOME)})


def redone(reader: Reader, before: Past, records: Iterable[Mapping[str, Any]]) -> Iterator[dict[str, Any]]:
    """Give what the audit is to say where the past was changed on purpose: what each earlier write stands for now.

    ``before`` is the past as it was. A write that was contradicted already stays so.
    """
    told, past = _told_by(records), Past(reader)
    start = _start(told)
    for number in sorted(before.touched_unlike(past)):
        if number > start and _holds(told, before, number, SOME):
            yield _redone(past, number, SOME)
    if (start, ALL) in told and before.is_unlike(past) and _holds(told, before, start, ALL):
        yield _redone(past, start, ALL)


def _redone(past: Past, number: int, what: str) -> dict[str, Any]:
    return {"what": f"{what}.redone", "of": number, **past.said_of(number, what)}


def _told_by(records: Iterable[Mapping[str, Any]]) -> dict[tuple[int, str], Mapping[str, Any]]:
    """Give what the audit says of the rows that each write changed, the last that was said of it."""
    told: dict[tuple[int, str], Mapping[str, Any]] = {}
    for record in records:
        for change in changes_of(record):
            if change["what"] in {SOME, ALL}:
                told[int(record["id"]), change["what"]] = change
            elif change["what"] in REDONE:
                told[change["of"], REDONE[change["what"]]] = change
    return told


def _start(told: Iterable[tuple[int, str]]) -> int:
    """Give the number of the record with which the proof of rows begins."""
    return max((number for number, what in told if what == ALL), default=0)


def _holds(told: Mapping[tuple[int, str], Mapping[str, Any]], past: Past, number: int, what: str) -> bool:
    said = told.get((number, what), {"rows": 0, "digest": _digest({})})
    return {key: said[key] for key in ("rows", "digest")} == past.said_of(number, what)


class Past:
    """What every row was after each write."""

    def __init__(self, reader: Reader) -> None:
        self._now = _now(reader)
        self._changes: dict[Key, list[tuple[int, str | None]]] = defaultdict(list)
        self._touched: dict[int, list[Key]] = defaultdict(list)
        for row in reader.rows(CHANGES):
            key = (row["table_name"], row["key"])
            if key[0] in COVERED:
                self._changes[key].append((row["audit_id"], row["old"]))
                self._touched[row["audit_id"]].append(key)

    @property
    def writes(self) -> set[int]:
        """Give the numbers of the writes that changed something."""
        return set(self._touched)

    def changes_of(self, number: int) -> int:
        """Count the changes that a write made."""
        return len(self._touched.get(number, ()))

    def said_of(self, number: int, what: str) -> dict[str, Any]:
        """Give what the audit should say of a write: how many changes or rows, and the digest of what they became."""
        became = self.whole(number) if what == ALL else self.write(number)
        return {"rows": len(became) if what == ALL else self.changes_of(number), "digest": _digest(became)}

    def touched_unlike(self, other: Past) -> set[int]:
        """Give the numbers of the writes that changed a row of which this past and another tell differently."""
        unlike = {
            key for key in {*self._now, *other._now, *self._changes, *other._changes} if self._of(key) != other._of(key)
        }
        changes = (*self._changes.items(), *other._changes.items())
        return {number for key, told in changes if key in unlike for number, _old in told}

    def is_unlike(self, other: Past) -> bool:
        """Tell whether this past and another differ at all."""
        return (self._now, self._changes) != (other._now, other._changes)

    def _of(self, key: Key) -> tuple[Any, Any]:
        return self._now.get(key), self._changes.get(key)

    def write(self, number: int) -> dict[Key, Any]:
        """Give the rows that a write changed, as it left them; None where it removed one."""
        return {key: self._after(key, number) for key in self._touched.get(number, ())}

    def whole(self, number: int) -> dict[Key, Any]:
        """Give every row that there was after a write."""
        states = {key: self._after(key, number) for key in {*self._now, *self._changes}}
        return {key: state for key, state in states.items() if state is not None}

    def _after(self, key: Key, number: int) -> Any:
        later = next((old for changed, old in self._changes.get(key, ()) if changed > number), self)
        if later is self:
            return self._now.get(key)
        return _canonical(str(later)) if later is not None else None


def _now(reader: Reader) -> dict[Key, Any]:
    """Give every row of the tables covered, as it is."""
    found: dict[Key, Any] = {}
    for table in COVERED:
        columns, key = reader.dialect.shape(reader, table)
        name, content = reader.dialect.key_of(key, "t"), reader.dialect.content_of(columns, "t")
        select = f"SELECT {name} AS key, {content} AS content FROM {table} t"  # noqa: S608  (names are ours)
        found |= {(table, row["key"]): _canonical(row["content"]) for row in reader.rows(select)}
    return found


def _canonical(content: str) -> dict[str, Any]:
    """Give a row's columns without the empty ones: a column added later says nothing of a row that has none."""
    try:
        columns = json.loads(content).items()
    except (AttributeError, TypeError, ValueError):
        return {"damaged": str(content)}
    return {name: value for name, value in columns if value is not None}


def _digest(states: Mapping[Key, Any]) -> str:
    return sha256_of([[*key, states[key]] for key in sorted(states)])
