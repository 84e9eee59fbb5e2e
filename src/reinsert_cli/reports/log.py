"""The audit records: who did what to the ledger, when, each covering the one before."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final

from reinsert_cli.domain.language import _
from reinsert_cli.domain.table import Column, Row, Table
from reinsert_cli.store.audit import GENESIS, broken_links, changes_of
from reinsert_cli.store.reading import Reader
from reinsert_cli.store.states import ALL, SOME

RECORDS: Final = "SELECT * FROM audit ORDER BY id"

WANTED: Final = """
SELECT id, written_at, author, command, changes, hash FROM audit
WHERE (CAST(:author AS TEXT) IS NULL OR author = :author)
  AND (CAST(:command AS TEXT) IS NULL OR command LIKE '%' || :command || '%')
  AND (CAST(:first AS TEXT) IS NULL OR SUBSTR(written_at, 1, 10) >= :first)
  AND (CAST(:last AS TEXT) IS NULL OR SUBSTR(written_at, 1, 10) <= :last)
ORDER BY id
"""


UNTOLD: Final = ("what", "digest")
PROOFS: Final = (SOME, ALL)
"""Changes that say nothing to a person: digests of what rows became."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which records: of an author, of a command, about a code, between two days (ISO, inclusive)."""

    author: str | None = None
    command: str | None = None
    about: str | None = None
    first: str | None = None
    last: str | None = None


def listing(reader: Reader, wanted: Wanted) -> Table:
    """List the records wanted."""
    rows = reader.rows(WANTED, author=wanted.author, command=wanted.command, first=wanted.first, last=wanted.last)
    kept = [(row, changes_of(row)) for row in rows]
    return Table(
        report="log",
        title=_("What was done"),
        as_of=reader.as_of,
        filters={},
        columns=(
            Column("id", _("No."), "count"),
            Column("written_at", _("When (UTC)"), "text"),
            Column("author", _("Author"), "text"),
            Column("command", _("Command"), "text"),
            Column("changes", _("What changed"), "text", rank=1),
            Column("hash", _("Hash"), "code", rank=2),
        ),
        rows=tuple(
            _row(row, changes) for row, changes in kept if wanted.about is None or _speaks_of(changes, wanted.about)
        ),
    )


def _row(row: dict[str, Any], changes: list[dict[str, Any]]) -> Row:
    said = (told(change) for change in changes if change["what"] not in PROOFS)
    return {**row, "changes": " · ".join(said)}


def told(change: dict[str, Any]) -> str:
    """Give one change on a line: ``batch.lock code=fes-2019``; the digest of postings is for machines."""
    facts = (f"{name}={value}" for name, value in change.items() if name not in UNTOLD and value is not None)
    return " ".join((str(change["what"]), *facts))


def _speaks_of(changes: list[dict[str, Any]], code: str) -> bool:
    return any(value == code for change in changes for name, value in change.items() if name != "what")


def broken(reader: Reader) -> list[int]:
    """Give the numbers of the records that do not carry the hash of their content and predecessor."""
    return broken_links(reader.rows(RECORDS))


def count(reader: Reader) -> int:
    """Count the records."""
    return int(reader.value("SELECT COUNT(*) FROM audit"))


def head(reader: Reader) -> str:
    """Give the hash of the last record; of an empty chain, what the first would name as its predecessor."""
    return str(reader.value("SELECT hash FROM audit ORDER BY id DESC LIMIT 1") or GENESIS)


def has(reader: Reader, head: str) -> bool:
    """Tell whether a record with this hash stands in the chain: if not, the chain was cut short or written anew."""
    return head == GENESIS or reader.row("SELECT 1 FROM audit WHERE hash = :head", head=head) is not None


def last(reader: Reader) -> tuple[int, str]:
    """Give the number of the last record and its local day (ISO); of an empty chain, 0 and today."""
    found = reader.row("SELECT id, written_at FROM audit ORDER BY id DESC LIMIT 1")
    if found is None:
        return 0, reader.as_of
    return int(found["id"]), datetime.fromisoformat(found["written_at"]).astimezone().date().isoformat()


def has_at(reader: Reader, number: int, head: str) -> bool:
    """Tell whether the record of this number has this hash: whether the ledger is the one that it was then."""
    if number == 0:
        return head == GENESIS
    return bool(
        reader.value("SELECT COUNT(*) FROM audit WHERE id = :number AND hash = :head", number=number, head=head)
    )
