"""What the ledger already knows of a batch, its people and its earlier imports, in a few queries."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Final

from sqlalchemy import text

from reinsert_cli.domain.text import fold
from reinsert_cli.importers.lines import Line, Lines
from reinsert_cli.importers.match import FIELDS, People, Person
from reinsert_cli.store.tables import Batch
from reinsert_cli.store.work import Work

PEOPLE: Final = """
    SELECT b.code, b.sex, b.province_code, b.centre_code, i.cin, i.birth_date, i.file_number,
           i.name_latin, i.name_arabic, i.phone, s.disabled, s.special_category
    FROM beneficiary b
    LEFT JOIN identity i ON i.beneficiary_code = b.code
    LEFT JOIN sensitive s ON s.beneficiary_code = b.code
    WHERE b.merged_into IS NULL
"""
KNOWN_AS: Final = """
    SELECT beneficiary_code, name_latin, name_arabic, cin, birth_date, centre_code, file_number FROM known_as
"""
DECIDED: Final = """
    SELECT facts, person FROM review WHERE person IS NOT NULL AND decision <> 'void' ORDER BY id
"""
LINES: Final = """
    SELECT l.beneficiary_code, l.kind, l.label, l.amount, l.envelope_code,
           p.activity, p.sector_code, l.project_code, l.id
    FROM batch_line l JOIN project p ON p.code = l.project_code
    WHERE l.batch_code = :batch ORDER BY l.id
"""
PROJECTS: Final = """
    SELECT m.beneficiary_code, p.activity, p.code
    FROM project p JOIN project_member m ON m.project_code = p.code
    WHERE p.programme_code = :programme AND p.kind = 'individual'
"""
ROWS: Final = """
    SELECT i.code, i.file_name, i.sha256, r.fingerprint, r.subject
    FROM import_row r JOIN import_run i ON i.code = r.import_code
    WHERE i.batch_code = :batch AND i.kind = 'distributions' AND i.undone_at IS NULL AND r.subject IS NOT NULL
    ORDER BY r.id
"""
BY_HAND: Final = """
    SELECT h.key, json_extract(h.old, '$.beneficiary_code') AS person
    FROM history h JOIN audit a ON a.id = h.audit_id
    WHERE h.table_name = 'batch_line' AND h.old IS NOT NULL AND a.command = 'batch correct'
      AND json_extract(h.old, '$.batch_code') = :batch
"""
"""The lines of a batch that somebody corrected since they were imported, with the people they were of."""


@dataclass(slots=True)
class Earlier:
    """One earlier import into the batch: its file's name and digest, and its rows' fingerprints with their lines."""

    file_name: str
    sha256: str
    rows: dict[str, int]


@dataclass(frozen=True, slots=True)
class Known:
    """People, the batch's lines, the programme's projects by person and folded activity, the earlier imports.

    ``by_hand`` gives, for each line that was corrected by hand, the people it was of before; ``decided`` the person
    that somebody decided on, by what the row said of them (:mod:`reinsert_cli.importers.remembered`).
    """

    people: People
    lines: Lines
    projects: dict[tuple[str, str], str]
    imports: list[Earlier]
    by_hand: dict[int, set[str]]
    decided: dict[str, str]


def known(work: Work, batch: Batch) -> Known:
    """Read what the rows of a distribution sheet are compared with."""
    return Known(
        people=People(people(work)),
        lines=Lines(Line(*row.values()) for row in _rows(work, LINES, batch=batch.code)),
        projects={
            (row["beneficiary_code"], fold(row["activity"] or "")): row["code"]
            for row in _rows(work, PROJECTS, programme=batch.programme_code)
        },
        imports=_imports(work, batch),
        by_hand=_by_hand(work, batch),
        decided=decided(work),
    )


def people(work: Work) -> Iterator[Person]:
    """Give everybody known, but for the codes that were merged into others."""
    others: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for row in _rows(work, KNOWN_AS):
        others[row["beneficiary_code"]].append({**dict.fromkeys(FIELDS), **row})
    for row in _rows(work, PEOPLE):
        yield _person(row, tuple(others.get(row["code"], ())))


def decided(work: Work) -> dict[str, str]:
    """Give the person that somebody decided on, by the digest of what a row said of them."""
    return {row["facts"]: row["person"] for row in _rows(work, DECIDED)}


def _by_hand(work: Work, batch: Batch) -> dict[int, set[str]]:
    found: dict[int, set[str]] = defaultdict(set)
    for row in _rows(work, BY_HAND, batch=batch.code):
        found[json.loads(row["key"])[0]].add(row["person"])
    return found


def _imports(work: Work, batch: Batch) -> list[Earlier]:
    found: dict[str, Earlier] = {}
    for row in _rows(work, ROWS, batch=batch.code):
        earlier = found.setdefault(row["code"], Earlier(row["file_name"], row["sha256"], {}))
        earlier.rows[row["fingerprint"]] = int(row["subject"])
    return list(found.values())


def _rows(work: Work, query: str, **params: str) -> Iterator[dict[str, Any]]:
    return (dict(row) for row in work.session.execute(text(query), params).mappings())


def _person(row: dict[str, Any], others: tuple[dict[str, Any], ...]) -> Person:
    facts = {key: row[key] for key in FIELDS}
    for flag in ("disabled", "special_category"):
        facts[flag] = None if facts[flag] is None else bool(facts[flag])
    return Person(row["code"], facts, others=others)
