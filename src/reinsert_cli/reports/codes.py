"""The codes that begin as somebody has begun to type one; never a name, a card number, or what rows said."""

from __future__ import annotations

from typing import Final

from reinsert_cli.store.reading import Reader

MOST: Final = 1000
"""Of more codes than anybody reads through none is given: part of them would pass for all."""

QUERIES: Final = {
    "batch": "SELECT code FROM batch",
    "envelope": "SELECT code FROM envelope",
    "programme": "SELECT code FROM programme",
    "convention": "SELECT code FROM convention",
    "partner": "SELECT code FROM partner",
    "centre": "SELECT code FROM centre",
    "profile": "SELECT code FROM profile",
    "import": "SELECT code FROM import_run",
    "project": "SELECT code FROM project",
    "beneficiary": "SELECT code FROM beneficiary WHERE merged_into IS NULL",
    "member": "SELECT DISTINCT beneficiary AS code FROM v_line WHERE batch = :batch",
}
"""Where the codes of each kind stand; a member is a person on the list of a batch."""

BEGINNING: Final = """
SELECT code FROM ({codes}) known WHERE UPPER(SUBSTR(code, 1, LENGTH(:begun))) = UPPER(:begun) ORDER BY code LIMIT :most
"""


def beginning(reader: Reader, kind: str, begun: str, batch: str | None = None) -> list[str]:
    """Give the codes of a kind that begin with ``begun``, in either case; of members, those of one batch."""
    sql = BEGINNING.format(codes=QUERIES[kind])
    found = [row["code"] for row in reader.rows(sql, begun=begun, batch=batch, most=MOST + 1)]
    return found if len(found) <= MOST else []
