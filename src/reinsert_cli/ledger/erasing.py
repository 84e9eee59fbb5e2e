"""Erasing people: who they were goes, from every table and from the history; what was paid stays under their code.

The figures that summaries are made of stay too: sex, province, centre, disability, what was handed over, visits. Of
somebody to whom nothing was ever promised no figure is made, so nothing stays but the code.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from reinsert_cli.domain.faults import refuse
from reinsert_cli.domain.language import listed
from reinsert_cli.domain.unsaying import Marks, joined
from reinsert_cli.ledger import traces
from reinsert_cli.ledger.beneficiary import require_living
from reinsert_cli.ledger.traces import ALL_CODES, OWN_PROJECTS, THEIRS, act, ask, column
from reinsert_cli.store.import_tables import NOTHING_SAID
from reinsert_cli.store.redaction import redacting
from reinsert_cli.store.work import Work

PROMISED: Final = """
SELECT DISTINCT h.batch FROM v_head h JOIN batch b ON b.code = h.batch
WHERE h.beneficiary IN (SELECT value FROM json_each(:codes)) AND h.status = 'expected'
  AND b.status IN ('planned', 'locked') ORDER BY 1
"""
ALL_PROMISED: Final = """
SELECT DISTINCT h.beneficiary FROM v_head h JOIN batch b ON b.code = h.batch
WHERE h.status = 'expected' AND b.status IN ('planned', 'locked')
"""
ALL_WAITING: Final = """
SELECT DISTINCT COALESCE(b.merged_into, b.code) FROM review v CROSS JOIN json_each(v.candidates) c
JOIN beneficiary b ON b.code = c.value OR b.code = v.person
WHERE v.decision IS NULL
"""
WAITING: Final = """
SELECT DISTINCT v.id FROM review v CROSS JOIN json_each(v.candidates) c
WHERE v.decision IS NULL AND c.value IN (SELECT value FROM json_each(:codes))
UNION SELECT id FROM review WHERE decision IS NULL AND person IN (SELECT value FROM json_each(:codes)) ORDER BY 1
"""
HELPED: Final = f"""
SELECT 1 FROM batch_line WHERE {THEIRS}
UNION ALL SELECT 1 FROM batch_line l JOIN project_member m ON m.project_code = l.project_code WHERE m.{THEIRS} LIMIT 1
"""  # noqa: S608  (constants)

STEPS: Final = f"SELECT id FROM pathway_step WHERE {THEIRS}"  # noqa: S608  (constants)
RETURNS: Final = f"SELECT id FROM back_in_prison WHERE {THEIRS}"  # noqa: S608  (constants)

THE_CODES: Final = "(SELECT value FROM json_each(:codes))"
THE_ROWS: Final = "(SELECT CAST(value AS INTEGER) FROM json_each(:rows))"
GONE: Final = ("identity", "known_as", "former_identity", "remark", "pathway_step", "back_in_prison")
"""The tables of which no row of theirs stays."""

FORGET: Final = (
    *(f"DELETE FROM {table} WHERE {THEIRS}" for table in GONE),  # noqa: S608  (names are ours)
    f"UPDATE proxy SET name = NULL WHERE {THEIRS}",  # noqa: S608
    f"UPDATE sensitive SET special_category = NULL WHERE {THEIRS}",  # noqa: S608
    f"UPDATE review SET said = :nothing, facts = '', fingerprint = '' WHERE decision = 'void' OR person IN {THE_CODES}",  # noqa: S608
    f"UPDATE followup SET reason = NULL WHERE reason IN ('prison', 'health') AND project_code IN ({OWN_PROJECTS})",  # noqa: S608
)
"""What goes of everybody; rows of files about which nobody is asked any more say nothing, whoever they meant."""

NEVER_HELPED: Final = (
    f"DELETE FROM sensitive WHERE {THEIRS}",  # noqa: S608
    f"""UPDATE beneficiary SET sex = NULL, province_code = NULL, centre_code = NULL, registered_on = NULL
        WHERE code IN {THE_CODES}""",  # noqa: S608
)
"""What goes besides of those to whom nothing was ever promised: no figure is made of them."""

HIGHLY_PROTECTED: Final = frozenset({"prison", "health"})
"""Reasons of a closing that tell of a conviction or of health."""

PERSONAL: Final = ("sex", "province_code", "centre_code", "registered_on")


@dataclass(frozen=True, slots=True)
class Erased:
    """What became of one person: where else they may still stand, for somebody to see to.

    ``rows`` are those of files (import, file name, row), ``named_by`` the audit records of outputs that may name them,
    ``left`` the texts that nothing changes (table, number) and that name them, or others erased with them.
    """

    code: str
    rows: tuple[tuple[str, str, int], ...]
    named_by: tuple[int, ...]
    left: tuple[tuple[str, int], ...]


def erase(work: Work, people: Sequence[str], reason: str) -> list[Erased]:
    """Erase people, all or none. Afterwards the file itself is to be swept (:mod:`reinsert_cli.store.redaction`).

    Raises Refusal: ``beneficiary.unknown``, ``beneficiary.merged``, ``beneficiary.erased``; ``erase.promised`` while
    a batch is to hand something over to them; ``erase.waiting`` while a row that may mean them waits for a decision.
    """
    everybody = {code: _codes_of(work, code) for code in people}
    for code, codes in everybody.items():
        _require_settled(work, code, codes)
    with redacting(work):
        erased = _erase_all(work, everybody)
    for code in everybody:
        work.record("beneficiary.erase", code=code, reason=reason)
    work.session.expire_all()
    return erased


def hindered(work: Work) -> dict[str, str]:
    """Tell, of everybody who cannot be erased yet, by code, what they wait for: ``promised`` or ``waiting``."""
    waiting = dict.fromkeys(column(work, ALL_WAITING, ()), "waiting")
    return waiting | dict.fromkeys(column(work, ALL_PROMISED, ()), "promised")


def named_by(work: Work, code: str) -> list[int]:
    """Give the audit records of outputs that named a person, or may have."""
    return column(work, traces.NAMED_BY, _codes_of(work, code))


def _codes_of(work: Work, code: str) -> list[str]:
    """Give every code of a person: theirs, and those that were merged into it."""
    return column(work, ALL_CODES, [require_living(work, code).code])


def _require_settled(work: Work, code: str, codes: Sequence[str]) -> None:
    batches = column(work, PROMISED, codes)
    if batches:
        raise refuse("erase.promised", code=code, batches=listed(batches))
    reviews = column(work, WAITING, codes)
    if reviews:
        raise refuse("erase.waiting", code=code, numbers=listed(map(str, reviews)), first=str(reviews[0]))


def _erase_all(work: Work, everybody: Mapping[str, Sequence[str]]) -> list[Erased]:
    abouts = {code: traces.marks(work, codes) for code, codes in everybody.items()}
    anybody = joined(abouts.values())
    left = tuple(traces.left(work, anybody))
    near: dict[traces.Place, Marks] = {}
    erased = []
    for code, codes in everybody.items():
        rows = ask(work, traces.SUBJECTS, codes)
        files = tuple((row["import_code"], anybody.unsaid(row["file_name"], alone=True), row["row"]) for row in rows)
        erased.append(Erased(code, files, tuple(column(work, traces.NAMED_BY, codes)), left))
        near |= traces.unsay_near(work, codes, abouts[code])
        _unlink(work, (row["id"] for row in rows))
        _forget(work, codes)
    traces.unsay_elsewhere(work, anybody, near)
    _forget_rows_of_nobody(work, anybody)
    return erased


def _forget_rows_of_nobody(work: Work, anybody: Marks) -> None:
    """Empty the rows of files that were set aside as nobody's, where they name those who are erased."""
    rows = ask(work, "SELECT id, said FROM review WHERE person IS NULL AND decision IS NOT NULL", ())
    named = [row["id"] for row in rows if anybody.unsaid(row["said"]) != row["said"]]
    statement = f"UPDATE review SET said = :nothing, facts = '' WHERE id IN {THE_ROWS}"  # noqa: S608  (a constant)
    act(work, statement, nothing=NOTHING_SAID, rows=json.dumps(named))


def _forget(work: Work, codes: Sequence[str]) -> None:
    """Take a person out of every table that says who they are, and out of the history."""
    was_helped = bool(column(work, HELPED, codes))
    _forget_former(work, codes, was_helped=was_helped)
    params = {"codes": json.dumps(list(codes))}
    for statement in FORGET if was_helped else (*FORGET, *NEVER_HELPED):
        act(work, statement, **params, **({"nothing": NOTHING_SAID} if ":nothing" in statement else {}))


def _unlink(work: Work, rows: Iterable[int]) -> None:
    """Let the rows of files lead to nobody: who has the file, or guesses what it said, must not find the code by it."""
    statement = f"UPDATE import_row SET subject = NULL, fingerprint = '' WHERE id IN {THE_ROWS}"  # noqa: S608
    act(work, statement, rows=json.dumps(list(rows)))


def _forget_former(work: Work, codes: Sequence[str], *, was_helped: bool) -> None:
    """Let the history forget the rows that go, and what goes of the rows that stay."""
    gone = {"pathway_step": set(column(work, STEPS, codes)), "back_in_prison": set(column(work, RETURNS, codes))}
    own = set(column(work, OWN_PROJECTS, codes))
    mine = set(codes)
    for row in ask(work, traces.FORMER, sorted(gone)):
        old = json.loads(row["old"])
        if old["beneficiary_code"] in mine:
            gone[row["table_name"]].add(json.loads(row["key"])[0])
    for table, numbers in gone.items():
        keys = json.dumps([f"[{number}]" for number in numbers])
        act(
            work,
            "DELETE FROM history WHERE table_name = :name AND key IN (SELECT value FROM json_each(:keys))",
            name=table,
            keys=keys,
        )
    if not was_helped:
        keys = json.dumps([json.dumps([code]) for code in codes])
        act(
            work,
            "DELETE FROM history WHERE table_name = 'sensitive' AND key IN (SELECT value FROM json_each(:keys))",
            keys=keys,
        )

    def rewritten(table: str, key: list[Any], old: dict[str, Any]) -> dict[str, Any]:
        if table == "followup" and old["project_code"] in own and old.get("reason") in HIGHLY_PROTECTED:
            return {**old, "reason": None}
        if key[0] not in mine:
            return old
        if table == "sensitive":
            return {**old, "special_category": None}
        return old if was_helped else {**old, **dict.fromkeys(PERSONAL)}

    traces.rewrite_history(work, ("beneficiary", "followup", "sensitive"), rewritten)
