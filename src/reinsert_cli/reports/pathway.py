"""A person's pathway: what is behind them, what their programmes ask for besides; who of a batch lacks what."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, Final

from reinsert_cli.domain.language import _, listed
from reinsert_cli.domain.pathways import in_order
from reinsert_cli.domain.table import Column, Row, Table
from reinsert_cli.domain.vocabulary import STEPS, label
from reinsert_cli.ledger import readiness
from reinsert_cli.reports.finding import living
from reinsert_cli.reports.names import grouped
from reinsert_cli.store.reading import Reader

TAKEN: Final = """
SELECT step, happened_on, partner, outcome, behind FROM v_step WHERE beneficiary = :code ORDER BY first_on, number
"""
ASKED: Final = """
SELECT DISTINCT r.kind AS step, p.programme FROM v_participation p
JOIN requirement r ON r.programme_code = p.programme AND r.subject = 'step'
WHERE p.beneficiary = :code ORDER BY 2
"""
WAIVED: Final = """
SELECT beneficiary_code AS beneficiary, kind AS step, author, reason, written_at
FROM waiver WHERE batch_code = :batch ORDER BY id
"""


def taken(reader: Reader, code: str) -> Table:
    """List the steps that are recorded of a person, in the order in which they were taken."""
    columns = (
        Column("step", _("Step"), "term", family="step"),
        Column("happened_on", _("Date"), "date"),
        Column("partner", _("Partner"), "code", rank=1),
        Column("outcome", _("Outcome"), "term", family="outcome"),
    )
    return _table(reader, "steps", _("Steps"), columns, reader.rows(TAKEN, code=code))


def pathway(reader: Reader, said: str) -> Table:
    """List every step of the pathway: taken, and how it ended, or not; and which programmes of the person ask for it.

    Raises Refusal ``beneficiary.unknown``, ``beneficiary.merged``.
    """
    code = living(reader, said)
    taken_so = {step: [row for row in reader.rows(TAKEN, code=code) if row["step"] == step] for step in STEPS}
    asked = grouped(reader.rows(ASKED, code=code), "step", "programme")
    rows = [
        {**row, "step": step, "asked_by": ", ".join(asked.get(step, ())) or None}
        for step in STEPS
        for row in taken_so[step] or [_NOT_TAKEN]
    ]
    columns = (
        Column("step", _("Step"), "term", family="step"),
        Column("behind", _("Behind them"), "flag"),
        Column("happened_on", _("Date"), "date"),
        Column("outcome", _("Outcome"), "term", rank=2, family="outcome"),
        Column("partner", _("Partner"), "code", rank=3),
        Column("asked_by", _("Asked for by"), "text", rank=1),
    )
    lacks = [step for step in asked if not any(row["behind"] for row in taken_so[step])]
    title = _("Pathway of {code}").format(code=code)
    return _table(reader, "pathway", title, columns, rows, (_lacks(lacks, is_asked=bool(asked)),))


_NOT_TAKEN: Final[dict[str, Any]] = {"happened_on": None, "partner": None, "outcome": None, "behind": 0}


def _lacks(steps: Iterable[str], *, is_asked: bool) -> str:
    if not is_asked:
        return _("No programme of theirs asks for a step.")
    lacking = listed(label(f"step.{step}") for step in in_order(steps))
    return (
        _("Lacking of what their programmes ask for: {steps}.").format(steps=lacking)
        if lacking
        else _("Everything that their programmes ask for is behind them.")
    )


def lacking_in(reader: Reader, batch: str) -> Table:
    """List who of a batch lacks which steps today."""
    rows: list[Row] = [
        {"beneficiary": person, "lacks": ", ".join(steps)}
        for person, steps in readiness.lacking(reader, batch, reader.as_of).items()
    ]
    columns = (
        Column("beneficiary", _("Beneficiary"), "code"),
        Column("lacks", _("Lacks"), "term", family="step"),
    )
    return _table(reader, "lacking", _("Steps that lack"), columns, rows)


def waived(reader: Reader, batch: str) -> Table:
    """List the steps that a batch was locked without: whose, who allowed it, why."""
    columns = (
        Column("beneficiary", _("Beneficiary"), "code"),
        Column("step", _("Step"), "term", family="step"),
        Column("reason", _("Reason"), "text"),
        Column("author", _("Author"), "text", rank=1),
        Column("written_at", _("When (UTC)"), "text", rank=2),
    )
    return _table(reader, "waivers", _("Locked without these steps"), columns, reader.rows(WAIVED, batch=batch))


def _table(
    reader: Reader,
    report: str,
    title: str,
    columns: tuple[Column, ...],
    rows: Iterable[Mapping[str, Any]],
    notes: tuple[str, ...] = (),
) -> Table:
    kept: tuple[Row, ...] = tuple({column.key: row[column.key] for column in columns} for row in rows)
    return Table(report=report, title=title, as_of=reader.as_of, filters={}, columns=columns, rows=kept, notes=notes)
