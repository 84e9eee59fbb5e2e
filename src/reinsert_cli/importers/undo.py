"""Takes a file out of the ledger again: what it created goes, what it changed is as before; or it is refused, whole.

The history knows, by the number of a write, every row that it inserted or changed and what each was before. A row that
a later act changed or leans on cannot be taken back: the rows of the file that it came from are named.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, Final

from sqlalchemy import text
from sqlmodel import select

from reinsert_cli.domain.faults import Refusal, refuse
from reinsert_cli.domain.language import listed
from reinsert_cli.store import bulk
from reinsert_cli.store.erased import ERASED
from reinsert_cli.store.import_tables import NOTHING_SAID, FormerIdentity, ImportRun
from reinsert_cli.store.tables import Identity
from reinsert_cli.store.work import Work

ORDER: Final = (
    "followup",
    "line_share", "batch_line", "cost", "project_member", "project", "pathway_step", "sensitive", "beneficiary",
    "statement", "envelope_region", "envelope", "convention_partner", "convention_region", "convention",
)  # fmt: skip
"""In which order rows go: those that refer to others first."""

ALONG: Final = {
    "project": (("project_member", "project_code"),),
    "beneficiary": tuple((table, "beneficiary_code") for table in ("identity", "former_identity", "known_as")),
}
"""What goes with a row, though the history does not know of it, and the column that names the row."""

WRITES: Final = """
SELECT audit_id FROM import_run WHERE code = :code AND audit_id IS NOT NULL
UNION SELECT audit_id FROM review WHERE import_code = :code AND audit_id IS NOT NULL
"""
MET_SO: Final = """
DELETE FROM known_as WHERE audit_id IN (
    SELECT audit_id FROM review WHERE import_code = :code AND decision IN ('accepted', 'rejected'))
"""
"""The other spellings under which somebody found that rows of the file mean a person."""

VOID: Final = """
UPDATE review SET decision = 'void', person = NULL, said = :nothing, facts = '' WHERE import_code = :code
"""
TOUCHED: Final = """
SELECT table_name, key, old FROM history h
WHERE table_name <> 'history' AND id = (
    SELECT MIN(id) FROM history f
    WHERE f.table_name = h.table_name AND f.key = h.key AND f.audit_id IN ({writes}))
"""
UNDONE: Final = """
SELECT i.audit_id FROM import_run i WHERE i.undone_at IS NOT NULL AND i.audit_id IS NOT NULL
UNION SELECT v.audit_id FROM review v JOIN import_run i ON i.code = v.import_code
WHERE i.undone_at IS NOT NULL AND v.audit_id IS NOT NULL
UNION SELECT a.id FROM audit a WHERE a.command = 'imports undo'
"""
"""The writes that cancel out: files that were undone, what was decided of them, and the undoing."""

LATER: Final = """
SELECT DISTINCT h.table_name, h.key FROM history h
WHERE h.audit_id > :first AND h.audit_id NOT IN ({writes}) AND h.audit_id NOT IN ({undone})
  AND EXISTS (SELECT 1 FROM history f
              WHERE f.table_name = h.table_name AND f.key = h.key AND f.audit_id IN ({writes}) AND f.id < h.id)
"""
IN_THE_BOOKS: Final = "SELECT DISTINCT line_id FROM journal WHERE line_id IS NOT NULL"
LATER_FILES: Final = """
SELECT DISTINCT i.code FROM import_run i JOIN import_row r ON r.import_code = i.code
WHERE i.audit_id > :first AND i.undone_at IS NULL AND i.kind = :kind
  AND r.subject IN (SELECT subject FROM import_row WHERE import_code = :code AND subject IS NOT NULL)
ORDER BY i.code
"""
KNOWN_SINCE: Final = """
SELECT f.beneficiary_code FROM former_identity f JOIN import_run i ON i.code = f.import_code
WHERE i.audit_id > :first AND i.undone_at IS NULL
UNION SELECT beneficiary_code FROM known_as WHERE audit_id > :first AND audit_id NOT IN ({writes})
UNION SELECT person FROM review WHERE import_code <> :code AND decision <> 'void' AND person IS NOT NULL
UNION SELECT json_extract(c.value, '$.code') FROM audit a, json_each(a.changes) c
WHERE a.id > :first AND a.command IN ('beneficiary edit', 'beneficiary rectify')
  AND json_extract(c.value, '$.what') IN ('beneficiary.edit', 'beneficiary.rectify')
"""
"""The people of whom another file, or somebody's hand, has told more since: that is not in the history."""

MEMBERS: Final = """
SELECT m.{of}, 'project_member', json_array(m.project_code, m.beneficiary_code) FROM project_member m
WHERE EXISTS (SELECT 1 FROM history h WHERE h.table_name = 'project_member'
              AND h.key = json_array(m.project_code, m.beneficiary_code))
"""
"""Members of projects; of those who were before the history knew of members, it is not known who brought them."""

LEANING: Final = (
    ("beneficiary", "SELECT beneficiary_code, 'batch_line', json_array(id) FROM batch_line"),
    ("beneficiary", "SELECT proxy_code, 'proxy', '' FROM proxy WHERE proxy_code IS NOT NULL"),
    ("beneficiary", "SELECT beneficiary_code, 'proxy', '' FROM proxy"),
    ("beneficiary", "SELECT beneficiary_code, 'pathway_step', json_array(id) FROM pathway_step"),
    ("beneficiary", MEMBERS.format(of="beneficiary_code")),
    ("beneficiary", "SELECT beneficiary_code, 'back_in_prison', '' FROM back_in_prison"),
    ("beneficiary", "SELECT beneficiary_code, 'remark', '' FROM remark"),
    ("beneficiary", "SELECT merged_into, 'beneficiary', json_array(code) FROM beneficiary WHERE merged_into > ''"),
    ("project", "SELECT project_code, 'batch_line', json_array(id) FROM batch_line"),
    ("project", MEMBERS.format(of="project_code")),
    ("project", "SELECT project_code, 'cost', json_array(id) FROM cost"),
    ("project", "SELECT project_code, 'project_funding', '' FROM project_funding"),
    ("project", "SELECT project_code, 'quotation', '' FROM quotation"),
    ("project", "SELECT project_code, 'document', '' FROM document WHERE project_code > ''"),
    ("project", "SELECT project_code, 'followup', '' FROM followup"),
    ("cost", "SELECT CAST(cost_id AS TEXT), 'batch_line', json_array(id) FROM batch_line WHERE cost_id IS NOT NULL"),
    ("convention", "SELECT convention_code, 'envelope', json_array(code) FROM envelope WHERE convention_code > ''"),
    ("convention", "SELECT convention_code, 'batch', '' FROM batch WHERE convention_code > ''"),
    ("convention", "SELECT convention_code, 'statement', json_array(id) FROM statement WHERE convention_code > ''"),
)  # fmt: skip
"""What may lean on a row that the file created: its table; the code leant on, and the table and key of what leans."""

PARTS: Final = {
    "distributions": {
        "batch_line": "SELECT :code",
        "beneficiary": "SELECT id FROM batch_line WHERE beneficiary_code = :code",
        "project": "SELECT id FROM batch_line WHERE project_code = :code",
    },
    "beneficiaries": {"beneficiary": "SELECT :code"},
    "followups": {
        "followup": "SELECT 'followup:' || :code",
        "pathway_step": "SELECT 'pathway_step:' || :code",
    },
    "projects": {
        "cost": "SELECT :code",
        "project": "SELECT :code UNION ALL SELECT CAST(id AS TEXT) FROM cost WHERE project_code = :code",
        "beneficiary": """
            SELECT project_code FROM project_member WHERE beneficiary_code = :code UNION ALL
            SELECT CAST(c.id AS TEXT) FROM cost c JOIN project_member m ON m.project_code = c.project_code
            WHERE m.beneficiary_code = :code""",
    },
}
"""What the rows of a kind became where a row of these tables, found by its code or number, is part of it."""

OWNED: Final = {
    "line_share": ("batch_line", "SELECT :code"),
    "sensitive": ("beneficiary", "SELECT :code"),
    "pathway_step": ("beneficiary", "SELECT beneficiary_code FROM pathway_step WHERE id = :code"),
    "project_member": ("project", "SELECT :code"),
    "cost": ("project", "SELECT project_code FROM cost WHERE id = :code"),
}
"""Whose a row is, and the query of its owner."""

Key = tuple[str, str]


@dataclass(slots=True)
class _Trace:
    """What the file left in the ledger: each row by table and key, with what it was before; None where it is new."""

    before: dict[Key, dict[str, Any] | None] = field(default_factory=dict)

    def created(self, table: str) -> list[list[Any]]:
        """Give the keys of the rows of a table that the file created."""
        return [json.loads(key) for (name, key), old in self.before.items() if name == table and old is None]

    def changed(self, table: str) -> list[tuple[list[Any], dict[str, Any]]]:
        """Give the keys of the rows of a table that the file changed, with what they were."""
        return [(json.loads(key), old) for (name, key), old in self.before.items() if name == table and old is not None]


def undo(work: Work, code: str) -> ImportRun:
    """Take an import out of the ledger.

    Raises Refusal: ``import.unknown``, ``import.undone``, ``import.too_old``, ``import.booked`` where money was
    allocated or committed since, ``import.merged`` where people were, ``import.leant_on`` with the rows that later
    acts depend on, ``import.erased``.
    """
    run = _run(work, code)
    writes = ", ".join(str(number) for number in _column(work, WRITES, code=run.code))
    trace = _Trace({(t, key): old and json.loads(old) for t, key, old in _rows(work, TOUCHED.format(writes=writes))})
    _require_unbooked(work, run, trace)
    _require_unmerged(work, run)
    _require_unerased(work, run, trace)
    _require_free(work, run, trace, writes)
    _execute(work, MET_SO, code=run.code)
    _execute(work, VOID, code=run.code, nothing=NOTHING_SAID)
    _restore(work, run, trace)
    for table in ORDER:
        _delete(work, table, trace.created(table))
    run.undone_at, run.undone_by = work.written_at, work.author
    work.session.flush()
    work.session.expire_all()
    work.record("import.undo", code=run.code, rows=len(trace.before))
    return run


def _run(work: Work, code: str) -> ImportRun:
    run = work.session.get(ImportRun, code.upper())
    if run is None:
        known = work.session.exec(select(ImportRun.code)).all()
        raise refuse("import.unknown", code=code, near=", ".join(sorted(known)[-3:]) or "—")
    if run.undone_at:
        raise refuse("import.undone", code=run.code)
    if run.audit_id is None:
        raise refuse("import.too_old", code=run.code)
    return run


def _require_unbooked(work: Work, run: ImportRun, trace: _Trace) -> None:
    """Refuse what the journal knows of: it is append-only, and nothing takes an entry out of it."""
    booked = set(_column(work, IN_THE_BOOKS))
    lines = [key[0] for key in trace.created("batch_line") if key[0] in booked]
    lines += [key[0] for key, _old in trace.changed("batch_line") if key[0] in booked]
    if lines:
        raise refuse("import.booked", code=run.code, rows=_named(_file_rows(work, run, {str(line) for line in lines})))
    allocated = {row[0] for row in _rows(work, "SELECT DISTINCT envelope_code FROM journal")}
    envelopes = [key[0] for key in trace.created("envelope") if key[0] in allocated]
    if envelopes or _column(work, "SELECT 1 FROM journal WHERE audit_id = :number", number=run.audit_id):
        raise refuse("import.allocated", code=run.code, rows=_named(_file_rows(work, run, set(envelopes))))


def _require_unmerged(work: Work, run: ImportRun) -> None:
    """Refuse where a decision on one of its rows made two codes one: nothing parts them again."""
    query = "SELECT row FROM review WHERE import_code = :code AND decision = 'merged' ORDER BY row"
    merged = _column(work, query, code=run.code)
    if merged:
        raise refuse("import.merged", code=run.code, rows=_named(merged))


def _require_unerased(work: Work, run: ImportRun, trace: _Trace) -> None:
    """Refuse where it told of somebody whose identity was erased: what it changed of them cannot come back."""
    erased = set(_column(work, ERASED))
    people = {str(key[0]) for key in trace.created("beneficiary")} | {
        str(key[0]) for key, _old in trace.changed("beneficiary")
    }
    if people & erased:
        raise refuse("import.erased", code=run.code, people=listed(sorted(people & erased)))


def _require_free(work: Work, run: ImportRun, trace: _Trace, writes: str) -> None:
    """Refuse where a later act changed what the file left, or leans on it."""
    named = {"first": run.audit_id, "code": run.code}
    files = _column(work, LATER_FILES, kind=run.kind, **named)
    if files:
        raise refuse("import.later_file", code=run.code, files=", ".join(files))
    leant = {(table, key) for table, key in _rows(work, LATER.format(writes=writes, undone=UNDONE), first=run.audit_id)}
    leant |= set(_leant_on(work, trace))
    touched = {str(key[0]) for key in trace.created("beneficiary")}
    touched |= set(
        _column(work, "SELECT beneficiary_code FROM former_identity WHERE import_code = :code", code=run.code)
    )
    since = touched & set(_column(work, KNOWN_SINCE.format(writes=writes), **named))
    leant |= {("beneficiary", json.dumps([code])) for code in since}
    if leant:
        raise _leant_on_refusal(work, run, leant)


def _leant_on(work: Work, trace: _Trace) -> Iterator[Key]:
    """Give the rows that the file created and that others, which it did not create, lean on."""
    for table, query in LEANING:
        created = {str(key[0]) for key in trace.created(table)}
        for code, by, key in _rows(work, query) if created else ():
            if code in created and trace.before.get((by, key), "") is not None:
                yield table, json.dumps([code])


def _leant_on_refusal(work: Work, run: ImportRun, leant: Iterable[Key]) -> Refusal:
    subjects = {one for table, key in leant for one in _subjects(work, run.kind, table, str(json.loads(key)[0]))}
    return refuse("import.leant_on", code=run.code, rows=_named(_file_rows(work, run, subjects)))


def _subjects(work: Work, kind: str, table: str, code: str) -> Iterator[str]:
    """Give what the file's rows became of which a row of the ledger is a part: lines, people, projects or costs."""
    if kind not in PARTS:
        yield code
        return
    queries = PARTS[kind]
    if table in queries:
        yield from map(str, _column(work, queries[table], code=code))
    if table in OWNED:
        owner, query = OWNED[table]
        for one in _column(work, query, code=code):
            yield from _subjects(work, kind, owner, one)


def _file_rows(work: Work, run: ImportRun, subjects: set[str]) -> list[int]:
    """Give the rows of the file that became these subjects."""
    found = _rows(work, "SELECT row, subject FROM import_row WHERE import_code = :code", code=run.code)
    return sorted(row for row, subject in found if subject in subjects)


def _named(rows: list[int]) -> str:
    shown = ", ".join(map(str, rows[:20])) or "—"
    return f"{shown}…" if len(rows) > 20 else shown  # noqa: PLR2004  (more would not be read)


def _restore(work: Work, run: ImportRun, trace: _Trace) -> None:
    """Give rows that the file changed what they had before; identities are kept apart from the history."""
    for table in ORDER:
        for key, old in trace.changed(table):
            _update(work, table, key, old)
    formers = work.session.exec(select(FormerIdentity).where(FormerIdentity.import_code == run.code)).all()
    for former in formers:
        identity = work.session.get_one(Identity, former.beneficiary_code)
        for name in ("name_latin", "name_arabic", "cin", "birth_date", "phone", "file_number"):
            setattr(identity, name, getattr(former, name))
        work.session.delete(former)
    work.session.flush()


def _update(work: Work, table: str, key: list[Any], old: Mapping[str, Any]) -> None:
    columns, keys = _shape(work, table)
    params: dict[str, Any] = {name: old.get(name) for name in columns}
    changes = ", ".join(f'"{name}" = :{name}' for name in columns if name not in keys)
    found = " AND ".join(f'"{name}" = :key_{place}' for place, name in enumerate(keys))
    keyed = {f"key_{place}": value for place, value in enumerate(key)}
    _execute(work, f"UPDATE {table} SET {changes} WHERE {found}", **params, **keyed)  # noqa: S608  (names are ours)


def _delete(work: Work, table: str, keys: list[list[Any]]) -> None:
    _columns, names = _shape(work, table)
    run_many = work.reader().run_many
    rows = [tuple(key) for key in keys]
    if not rows:
        return
    with bulk.references_indexed(work, table):
        for other, column in ALONG.get(table, ()):
            run_many(f"DELETE FROM {other} WHERE {column} = ?", rows)  # noqa: S608  (names are ours)
        found = " AND ".join(f'"{name}" = ?' for name in names)
        run_many(f"DELETE FROM {table} WHERE {found}", rows)  # noqa: S608  (names are ours)


def _shape(work: Work, table: str) -> tuple[list[str], list[str]]:
    reader = work.reader()
    shape: tuple[list[str], list[str]] = reader.dialect.shape(reader, table)
    return shape


def _rows(work: Work, query: str, **params: Any) -> list[Any]:
    return list(work.session.execute(text(query), params).all())


def _column(work: Work, query: str, **params: Any) -> list[Any]:
    return [row[0] for row in _rows(work, query, **params)]


def _execute(work: Work, statement: str, **params: Any) -> None:
    work.session.execute(text(statement), params)
