"""What coordinators are sure of, beside what the books say of that day."""

from __future__ import annotations

from typing import Any, Final, Literal

from reinsert_cli.domain.language import _
from reinsert_cli.domain.table import Column, Figure, Row, Table
from reinsert_cli.store.reading import Reader

ASSERTIONS: Final = "SELECT id, subject_kind, subject, measure, value, day, printed, author FROM assertion ORDER BY id"

BALANCE: Final = """
SELECT COALESCE(SUM(p.amount), 0) FROM v_posting p
WHERE p.account = :account AND {whose} AND p.event_first <= :day
"""
"""What an account of the subject held at the end of a day; a movement known to its year or month counts from its
first day on."""

WHOSE: Final = {
    "batch": "p.batch = :subject",
    "envelope": "p.envelope = :subject",
    "programme": "p.programme = :subject",
    "convention": "p.envelope IN (SELECT code FROM envelope WHERE convention_code = :subject)",
}

AGREED: Final = """
SELECT amount FROM convention c
WHERE code = :subject AND NOT EXISTS (SELECT 1 FROM envelope e WHERE e.convention_code = c.code)
"""
"""The amount of a convention that feeds no envelope yet: what it has is what was agreed."""

PEOPLE: Final = """
SELECT COUNT(DISTINCT l.beneficiary)
FROM (SELECT line, SUM(amount) AS amount FROM v_delivery WHERE event_first <= :day GROUP BY line) d
JOIN v_head l ON l.line = d.line JOIN v_batch b ON b.batch = l.batch
WHERE d.amount > 0 AND {whose}
"""
"""Who held something at the end of a day."""

WHOSE_PEOPLE: Final = {
    "batch": "l.batch = :subject",
    "programme": "l.programme = :subject",
    "envelope": "l.line IN (SELECT line FROM v_share WHERE envelope = :subject)",
    "convention": """(b.convention = :subject OR l.line IN (
        SELECT s.line FROM v_share s JOIN envelope e ON e.code = s.envelope WHERE e.convention_code = :subject))""",
}


def listing(reader: Reader) -> Table:
    """List the assertions with what the books say and the gap."""
    return Table(
        report="assertions",
        title=_("What we are sure of"),
        as_of=reader.as_of,
        filters={},
        columns=(
            Column("assertion", _("No."), "count"),
            Column("printed", _("Assertion"), "text"),
            Column("measure", _("Measure"), "term", rank=2),
            Column("asserted", _("Asserted"), "figure"),
            Column("found", _("In the books"), "figure"),
            Column("gap", _("Gap"), "figure"),
            Column("author", _("Author"), "text", rank=1),
        ),
        rows=tuple(_compared(reader, row) for row in reader.rows(ASSERTIONS)),
    )


def failing(reader: Reader) -> tuple[str, ...]:
    """Give, by number, the assertions that the books contradict; a day to come is not judged yet."""
    return tuple(str(row["assertion"]) for row in listing(reader).rows if row["gap"])


def _compared(reader: Reader, kept: dict[str, Any]) -> Row:
    unit: Literal["money", "count"] = "count" if kept["measure"] == "beneficiaries" else "money"
    is_to_come = kept["day"] > reader.as_of
    found = None if is_to_come else _found(reader, kept)
    return {
        "assertion": kept["id"],
        "printed": kept["printed"],
        "measure": kept["measure"],
        "asserted": Figure(kept["value"], unit),
        "found": None if found is None else Figure(found, unit),
        "gap": None if found is None else Figure(found - kept["value"], unit),
        "author": kept["author"],
    }


def _found(reader: Reader, kept: dict[str, Any]) -> int:
    """Give what the books say: people, or centimes (what was allocated stands below zero on the funder's account)."""
    kind, measure, about = kept["subject_kind"], kept["measure"], {"subject": kept["subject"], "day": kept["day"]}
    if measure == "beneficiaries":
        return int(reader.value(PEOPLE.format(whose=WHOSE_PEOPLE[kind]), **about))
    if measure == "allocated" and kind == "convention":
        agreed = reader.value(AGREED, subject=kept["subject"])
        if agreed is not None:
            return int(agreed)
    account, sign = ("funder", -1) if measure == "allocated" else (measure, 1)
    return sign * int(reader.value(BALANCE.format(whose=WHOSE[kind]), account=account, **about))
