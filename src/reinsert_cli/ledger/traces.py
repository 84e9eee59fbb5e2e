"""Where the ledger keeps words about one person, and taking them out of there: rows, their history, free texts."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Any, Final

from sqlalchemy import text

from reinsert_cli.domain.unsaying import Marks, marks_of
from reinsert_cli.store.history import TRACKED
from reinsert_cli.store.work import Work

IDENTITIES: Final = """
SELECT name_latin, name_arabic, cin, birth_date, phone, file_number FROM identity WHERE {theirs}
UNION ALL SELECT name_latin, name_arabic, cin, birth_date, NULL, file_number FROM known_as WHERE {theirs}
UNION ALL SELECT name_latin, name_arabic, cin, birth_date, phone, file_number FROM former_identity WHERE {theirs}
"""
THEIRS: Final = "beneficiary_code IN (SELECT value FROM json_each(:codes))"

ALL_CODES: Final = """
SELECT code FROM beneficiary WHERE code IN (SELECT value FROM json_each(:codes))
   OR merged_into IN (SELECT value FROM json_each(:codes)) ORDER BY code
"""
"""A person's code, and those that were merged into it."""

LINES: Final = f"""
SELECT id FROM batch_line WHERE {THEIRS}
UNION SELECT CAST(json_extract(key, '$[0]') AS INTEGER) FROM history WHERE table_name = 'batch_line'
      AND json_extract(old, '$.beneficiary_code') IN (SELECT value FROM json_each(:codes))
"""  # noqa: S608  (constants)
"""The numbers of the lines that are or once were in their name."""

PROJECTS: Final = f"SELECT project_code FROM project_member WHERE {THEIRS}"  # noqa: S608  (constants)

OWN_PROJECTS: Final = f"""
{PROJECTS} EXCEPT
SELECT m.project_code FROM project_member m JOIN identity i ON i.beneficiary_code = m.beneficiary_code
WHERE m.beneficiary_code NOT IN (SELECT value FROM json_each(:codes))
"""  # noqa: S608  (constants)
"""The projects of nobody else whose identity is known."""

SUBJECTS: Final = f"""
SELECT r.id, r.import_code, i.file_name, r.row, i.kind, i.written_at, i.undone_at, r.outcome
FROM import_row r JOIN import_run i ON i.code = r.import_code
WHERE (i.kind = 'beneficiaries' AND r.subject IN (SELECT value FROM json_each(:codes)))
   OR (i.kind = 'distributions' AND r.subject IN (SELECT CAST(id AS TEXT) FROM ({LINES}) theirs))
   OR (i.kind = 'projects' AND (r.subject IN ({PROJECTS})
       OR r.subject IN (SELECT CAST(id AS TEXT) FROM cost WHERE project_code IN ({PROJECTS}))))
   OR (i.kind = 'followups' AND (
       r.subject IN (SELECT 'followup:' || id FROM followup WHERE project_code IN ({PROJECTS}))
       OR r.subject IN (SELECT 'pathway_step:' || id FROM pathway_step WHERE {THEIRS})))
   OR EXISTS (SELECT 1 FROM review v WHERE v.import_code = r.import_code AND v.row = r.row
              AND v.person IN (SELECT value FROM json_each(:codes)))
ORDER BY r.import_code, r.row
"""  # noqa: S608  (constants)
"""The rows of files that became something of theirs."""

NAMED_BY: Final = """
SELECT DISTINCT a.id FROM audit a, json_each(a.changes) c
WHERE json_extract(c.value, '$.what') = 'identified' AND (
    json_extract(c.value, '$.beneficiary') IN (SELECT value FROM json_each(:codes))
    OR json_extract(c.value, '$.batch') IN (
        SELECT batch_code FROM batch_line WHERE beneficiary_code IN (SELECT value FROM json_each(:codes)))
    OR (json_extract(c.value, '$.beneficiary') IS NULL AND json_extract(c.value, '$.batch') IS NULL))
ORDER BY 1
"""
"""The records of outputs that named them, or may have: of their batches, of lists of people."""

PAIR: Final = "batch_code || ' ' || beneficiary_code"
"""The key of what is said of a person at a handover."""

BATCHES: Final = f"SELECT batch_code FROM batch_line WHERE {THEIRS}"  # noqa: S608  (constants)
NEAR: Final = {
    "project": ("code", ("name", "activity"), f"code IN ({OWN_PROJECTS})"),
    "cost": ("id", ("label", "invoice"), f"project_code IN ({PROJECTS})"),
    "batch_line": ("id", ("label",), f"id IN ({LINES})"),
    "quotation": ("id", ("reference", "reason"), f"project_code IN ({PROJECTS})"),
    "document": ("id", ("reference",), f"project_code IN ({PROJECTS})"),
    "remark": (PAIR, ("said",), f"batch_code IN ({BATCHES})"),
    "proxy": (PAIR, ("name",), f"batch_code IN ({BATCHES})"),
    "import_run": ("code", ("file_name", "sheet"), f"code IN (SELECT import_code FROM ({SUBJECTS}) s)"),  # noqa: S608  (constants)
}
"""Texts about what is theirs: table, key, columns, which rows. There, one word of their name names them."""

ELSEWHERE: Final = {
    "project": ("code", ("name", "activity")),
    "cost": ("id", ("label", "supplier", "invoice", "serial")),
    "batch_line": ("id", ("label",)),
    "quotation": ("id", ("supplier", "reference", "reason")),
    "document": ("id", ("reference", "supplier")),
    "batch": ("code", ("venue", "delivered_by")),
    "official": ("id", ("name", "role")),
    "statement": ("id", ("source", "reason")),
    "remark": (PAIR, ("said",)),
    "proxy": (PAIR, ("name",)),
    "import_run": ("code", ("file_name", "sheet")),
}
"""Texts about anybody, in which a whole name is looked for."""

FORMER: Final = """
SELECT id, table_name, key, old FROM history
WHERE old IS NOT NULL AND table_name IN (SELECT value FROM json_each(:codes))
"""
FIXED: Final = {
    "journal": "SELECT entry AS number, reason AS said FROM journal WHERE reason IS NOT NULL",
    "overcommitment": "SELECT id AS number, reason AS said FROM overcommitment",
    "waiver": "SELECT id AS number, reason AS said FROM waiver",
    "audit": "SELECT id AS number, changes AS said FROM audit",
}
"""Texts that nothing changes."""


def ask(work: Work, query: str, codes: Sequence[str]) -> list[Any]:
    """Give the rows of a query about the people of these codes."""
    return list(work.session.execute(text(query), {"codes": json.dumps(list(codes))}).mappings())


def column(work: Work, query: str, codes: Sequence[str]) -> list[Any]:
    """Give the first column of a query about the people of these codes."""
    return [next(iter(row.values())) for row in ask(work, query, codes)]


def act(work: Work, statement: str, **params: Any) -> None:
    """Change the ledger by a statement."""
    work.session.execute(text(statement), params)


def marks(work: Work, codes: Sequence[str]) -> Marks:
    """Give what tells that a text speaks of a person who has these codes."""
    return marks_of(ask(work, IDENTITIES.format(theirs=THEIRS), codes))


Place = tuple[str, Any]
"""A table, and the key of one of its rows."""


def unsay_near(work: Work, codes: Sequence[str], about: Marks) -> dict[Place, Marks]:
    """Take a person out of the texts about what is theirs; give where these stand."""
    near = {table: ask(work, _texts(table, *where), codes) for table, where in NEAR.items()}
    for table, rows in near.items():
        _unsay(work, table, NEAR[table][0], NEAR[table][1], rows, about, alone=True)
    return {(table, row["key"]): about for table, rows in near.items() for row in rows}


def unsay_elsewhere(work: Work, anybody: Marks, near: Mapping[Place, Marks]) -> None:
    """Take people out of every other text that can be changed, and out of what all those texts once were."""
    for table, (key, names) in ELSEWHERE.items():
        _unsay(work, table, key, names, ask(work, _texts(table, key, names, "1 = 1"), ()), anybody, alone=False)

    def unsaid(table: str, key: list[Any], old: dict[str, Any]) -> dict[str, Any]:
        about, new = near.get((table, key[0])), dict(old)
        for name in ELSEWHERE[table][1]:
            if new[name]:
                new[name] = anybody.unsaid(new[name])
            if new[name] and about and name != "supplier":
                new[name] = about.unsaid(new[name], alone=True)
        return new

    rewrite_history(work, sorted(ELSEWHERE.keys() & set(TRACKED)), unsaid)


def _texts(table: str, key: str, names: Iterable[str], which: str) -> str:
    return f"SELECT {key} AS key, {', '.join(names)} FROM {table} WHERE {which}"  # noqa: S608  (names are ours)


def _unsay(
    work: Work, table: str, key: str, names: Iterable[str], rows: Iterable[Any], about: Marks, *, alone: bool
) -> None:
    for row in rows:
        for name in names:
            said = row[name]
            if said and (unsaid := about.unsaid(said, alone=alone)) != said:
                act(work, f"UPDATE {table} SET {name} = :said WHERE {key} = :key", said=unsaid, key=row["key"])  # noqa: S608  (names are ours)


Rewrite = Callable[[str, list[Any], dict[str, Any]], dict[str, Any]]
"""Gives, of a row of a table by its key, the columns that it is to have had."""


def rewrite_history(work: Work, tables: Sequence[str], rewrite: Rewrite) -> None:
    """Let the history say otherwise what rows of some tables once were."""
    for row in ask(work, FORMER, tables):
        old = json.loads(row["old"])
        if (new := rewrite(row["table_name"], json.loads(row["key"]), old)) != old:
            said = json.dumps(new, ensure_ascii=False, separators=(",", ":"))
            act(work, "UPDATE history SET old = :old WHERE id = :id", old=said, id=row["id"])


def left(work: Work, about: Marks) -> Iterator[tuple[str, int]]:
    """Give where words of a person stand in what nothing changes: the books and the audit, by table and number."""
    for table, query in FIXED.items():
        numbers = {row["number"] for row in ask(work, query, ()) if about.unsaid(row["said"]) != row["said"]}
        yield from ((table, number) for number in sorted(numbers))
