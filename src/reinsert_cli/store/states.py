"""What the audit says of the rows that a write changed: a digest of what they became, so that the chain covers them.

The history keeps what each row was before a change; so what it was after any write is known (:mod:`.became`). Whoever
changes a row, or the history, behind the program's back is contradicted by the audit.
Health data is left out: a digest of so little could be guessed.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import islice
from typing import Any, Final

from reinsert_cli.store import became
from reinsert_cli.store.audit import changes_of, digested
from reinsert_cli.store.became import AT_ONCE, COVERED, Said, Shape
from reinsert_cli.store.reading import Reader

SOME: Final = "rows.changed"
ALL: Final = "rows.all"
"""What such changes are called in the audit."""

REDONE: Final = {f"{what}.redone": what for what in (SOME, ALL)}
"""What says, in the record of a redaction, what rows that an earlier write changed stand at since."""

TOUCHED: Final = """
SELECT table_name || '' AS table_name, COUNT(*) AS count, COUNT(old) AS former
FROM history WHERE audit_id + 0 = :number AND id > :since GROUP BY 1 ORDER BY 1
"""
"""By the numbers of the changes alone: in the order of an index, all that ever changed would be read."""

NOTHING: Final[Said] = (0, digested([]))
"""What is true of a write that changed no row."""

Which = tuple[int, str]
"""The number of a write, and whether the rows that it changed are meant, or every row there was after it."""


def last_change(reader: Reader) -> int:
    """Give the number of the last change that the history knows of."""
    return int(reader.value("SELECT COALESCE(MAX(change), 0) FROM v_change"))


def of_write(reader: Reader, number: int, since: int) -> dict[str, Any] | None:
    """Give what the audit is to say of the rows that write ``number`` changed; nothing where it changed none.

    Its changes are those after ``since``: what somebody else changed before it, it does not answer for.
    """
    touched = [row for row in reader.rows(TOUCHED, number=number, since=since) if row["table_name"] in COVERED]
    if not touched:
        return None
    digest = digested(part for row in touched for part in _told(reader, number=number, since=since, **row))
    return {"what": SOME, "rows": sum(row["count"] for row in touched), "digest": digest}


def _told(reader: Reader, table_name: str, *, former: int, **params: int) -> Iterator[str]:
    """Give what the rows that a write changed in one table became, as JSON, some thousands of rows at a time."""
    shape = became.shape_of(reader, table_name)
    are_last = not former and shape.dialect.last(table_name)
    rows = reader.column((_inserted if are_last else _became)(shape), **params)
    while some := list(islice(rows, AT_ONCE)):
        yield ",".join(some)


def _became(shape: Shape) -> str:
    """Give the query of what the changed rows of a table became.

    Imports change hundreds of thousands of rows: the database writes the JSON, Python only joins and digests it.
    """
    found = shape.dialect.found(shape.key, "h.key")
    gone = f"""'["{shape.table}",' || {shape.dialect.quoted("h.key")} || ',null]'"""
    return f"""
        SELECT CASE WHEN t.{shape.key[0]} IS NULL THEN {gone} ELSE {shape.written("t", "h.key")} END
        FROM (SELECT DISTINCT key FROM history
              WHERE audit_id = :number AND id > :since AND table_name = '{shape.table}') h
        LEFT JOIN {shape.table} t ON {found} ORDER BY h.key"""  # noqa: S608  (names are ours)


def _inserted(shape: Shape) -> str:
    """Give the same query where all that a write did to a table was to add rows: they are the last ones."""
    key = shape.dialect.key_of(shape.key, "t")
    return f"""
        SELECT {shape.written("t", key)}
        FROM ({shape.dialect.last(shape.table)}) t ORDER BY {key}"""  # noqa: S608  (names are ours)


def of_all(reader: Reader) -> dict[str, Any]:
    """Give what the audit is to say of every row there is: where the proof of later states begins."""
    rows, digest = became.of_rows(reader, last_change(reader))
    return {"what": ALL, "rows": rows, "digest": digest}


def contradicted(reader: Reader, records: Iterable[Mapping[str, Any]]) -> list[int]:
    """Give the numbers of the audit records, since the last of every row, whose rows did not become what they say."""
    return proof(reader, records).contradicted()


@dataclass(frozen=True, slots=True)
class Proof:
    """What the audit tells of rows since its last record of every row, and what is found of them."""

    told: Mapping[Which, Said]
    found: Mapping[Which, Said]

    def contradicted(self) -> list[int]:
        """Give the numbers of the writes of which something else is found than was told.

        Among them are numbers under which the history knows of changes that no record tells of.
        """
        return sorted({which[0] for which in {*self.told, *self.found} if not self._holds(which)})

    def redone(self, after: Proof) -> Iterator[dict[str, Any]]:
        """Give what the audit is to say where the past was changed on purpose: what each earlier write stands for now.

        ``after`` is the proof of the past as it is then. A write that was contradicted already stays so.
        """
        for which in sorted({*self.found, *after.found}):
            now = after.found.get(which, NOTHING)
            if self._holds(which) and now != self.found.get(which, NOTHING):
                yield {"what": f"{which[1]}.redone", "of": which[0], "rows": now[0], "digest": now[1]}

    def _holds(self, which: Which) -> bool:
        return self.told.get(which, NOTHING) == self.found.get(which, NOTHING)


def proof(reader: Reader, records: Iterable[Mapping[str, Any]]) -> Proof:
    """Prove what audit records tell of rows."""
    told = _told_by(records)
    start = max((number for number, what in told if what == ALL), default=0)
    found = {(number, SOME): said for number, said in became.of_writes(reader, start)}
    if start:
        found[start, ALL] = became.of_rows(reader, int(reader.value(became.LAST_OF, number=start)))
    return Proof({which: said for which, said in told.items() if which[0] > start or which == (start, ALL)}, found)


def _told_by(records: Iterable[Mapping[str, Any]]) -> dict[Which, Said]:
    """Give what the audit says of the rows that each write changed, the last that was said of it."""
    told: dict[Which, Said] = {}
    for record in records:
        for change in changes_of(record):
            if change["what"] in {SOME, ALL}:
                told[int(record["id"]), change["what"]] = (change["rows"], change["digest"])
            elif change["what"] in REDONE:
                told[change["of"], REDONE[change["what"]]] = (change["rows"], change["digest"])
    return told
