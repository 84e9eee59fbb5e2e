"""What sources declare, beside what is recorded, and by how much they disagree (design §3, rule 5)."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from typing import Any, Final, Literal, cast

from reinsert_cli.domain.declared import Declared, gap
from reinsert_cli.domain.faults import ExitStatus, Refusal
from reinsert_cli.domain.language import _, listed
from reinsert_cli.domain.money import Qualifier
from reinsert_cli.domain.table import Column, Figure, Row, Table, Value
from reinsert_cli.domain.vocabulary import MEASURES, label
from reinsert_cli.reports import figures
from reinsert_cli.reports.figures import undated_note
from reinsert_cli.reports.filters import Filters
from reinsert_cli.store.reading import Reader

STATEMENTS: Final = """
SELECT s.* FROM v_statement s
LEFT JOIN v_batch b ON s.subject_kind = 'batch' AND b.batch = s.subject
LEFT JOIN envelope e ON s.subject_kind = 'envelope' AND e.code = s.subject
LEFT JOIN convention c ON s.subject_kind = 'convention' AND c.code = s.subject
WHERE (CAST(:programme AS TEXT) IS NULL
       OR COALESCE(b.programme, e.programme_code, c.programme_code, s.subject) = :programme)
  AND (CAST(:fiscal_year AS INTEGER) IS NULL
       OR COALESCE(b.fiscal_year, e.fiscal_year, s.fiscal_year) = :fiscal_year)
  AND (CAST(:batch AS TEXT) IS NULL OR (s.subject_kind = 'batch' AND s.subject = :batch))
  AND (:narrowed = 0 OR (s.subject_kind = 'batch'
                         AND EXISTS (SELECT 1 FROM v_batch b WHERE b.batch = s.subject AND {where})))
ORDER BY s.subject_kind, s.subject, s.fiscal_year NULLS FIRST, s.measure, s.counted DESC, s.statement
"""

SPOKEN_OF: Final = """
SELECT s.subject FROM v_statement s WHERE s.subject_kind = 'batch' AND CAST(:batch AS TEXT) IS NULL
UNION ALL SELECT CAST(:batch AS TEXT)
"""
HEADS: Final = " UNION ALL ".join(
    f"SELECT batch, beneficiary, sex, disabled, planned, delivered, counts FROM {view} WHERE batch IN ({SPOKEN_OF})"  # noqa: S608  (constants)
    for view in ("v_line", "v_fellow")
)
"""The people of ``v_head``, but asked of no other batch than those that are spoken of: all of them take long."""

RECORDED: Final = f"""
SELECT 'batch' AS subject_kind, l.batch AS subject, 'exact' AS qualifier,
       SUM(l.planned + l.delivered) AS amount,
       COUNT(DISTINCT CASE WHEN l.counts = 1 THEN l.beneficiary END) AS beneficiaries,
       COUNT(DISTINCT CASE WHEN l.counts = 1 AND l.sex = 'F' THEN l.beneficiary END) AS women,
       COUNT(DISTINCT CASE WHEN l.counts = 1 AND l.disabled THEN l.beneficiary END) AS disabled,
       COUNT(DISTINCT CASE WHEN l.counts = 1 AND l.special THEN l.beneficiary END) AS special,
       COUNT(CASE WHEN l.counts = 1 AND l.sex IS NULL THEN 1 END) AS women_unknown,
       COUNT(CASE WHEN l.counts = 1 AND l.disabled IS NULL THEN 1 END) AS disabled_unknown,
       COUNT(CASE WHEN l.counts = 1 AND l.special IS NULL THEN 1 END) AS special_unknown
FROM (SELECT h.batch, h.beneficiary, h.sex, h.disabled, h.planned, h.delivered, h.counts,
             {{special}} AS special
      FROM ({HEADS}) h) l
GROUP BY l.batch
UNION ALL
SELECT 'envelope', e.code, e.qualifier, COALESCE(b.allocated, 0), e.target_beneficiaries, NULL, NULL, NULL, 0, 0, 0
FROM envelope e LEFT JOIN v_balance b ON b.envelope = e.code
UNION ALL
SELECT 'convention', c.code, c.qualifier, c.amount, NULL, NULL, NULL, NULL, 0, 0, 0
FROM convention c
"""  # noqa: S608  (constants)
"""What the ledger itself knows of each subject: a batch that is spoken of by its lines, an envelope by what was
allocated to it, a convention by its agreed amount; a programme by the summaries' own figures (:func:`_programme`)."""


SPECIAL: Final = "(SELECT s.special_category FROM sensitive s WHERE s.beneficiary_code = h.beneficiary)"
UNTOLD: Final = "CAST(NULL AS BOOLEAN)"
"""Whether somebody is of the special category: for who compares it; not every account of a server may ask."""

RECEIPTS: Final = """
SELECT receipt, COUNT(*) AS lines FROM v_line
WHERE batch = :batch AND status = 'delivered' GROUP BY receipt ORDER BY receipt NULLS FIRST
"""

KEPT: Final = ("subject_kind", "subject", "fiscal_year", "statement", "measure", "printed", "qualifier")


def report(reader: Reader, filters: Filters) -> Table:
    """List every disagreement between a source and what the ledger counts, the special category apart."""
    rows = [row for row in compared(reader, filters, special=UNTOLD) if row["gap"] and row["measure"] != "special"]
    return Table(
        report="statements",
        title=_("Where the sources disagree"),
        as_of=reader.as_of,
        filters=filters.named(),
        columns=(
            Column("subject_kind", _("Subject kind"), "term", rank=8),
            Column("subject", _("Subject"), "code"),
            Column("fiscal_year", _("Fiscal year"), "year", rank=9),
            Column("measure", _("Measure"), "term"),
            Column("printed", _("As printed"), "text"),
            Column("qualifier", _("As declared"), "term", rank=5),
            Column("counted_value", _("Counted"), "figure"),
            Column("counted_basis", _("Known from"), "term", rank=4),
            Column("gap", _("Gap, at least"), "figure"),
            Column("statement", _("No."), "count", rank=3),
            Column("source", _("Source"), "text", rank=1),
            Column("reason", _("Reason for the choice"), "text", rank=2),
        ),
        rows=tuple(rows),
        notes=_notes(reader, filters),
    )


def _notes(reader: Reader, filters: Filters) -> tuple[str, ...]:
    if not filters.narrows_events:
        return ()
    return (_("Statements on envelopes, conventions and programmes have no place or day and are left out."),
            *undated_note(reader, filters))  # fmt: skip


def side_by_side(reader: Reader, batch: str) -> Table:
    """Show one batch's statements beside its lines, with the gaps, agreeing or not, and what no source speaks of."""
    rows = list(compared(reader, Filters(), batch))
    return Table(
        report="reconcile",
        title=_("Lines and statements of {batch}").format(batch=batch),
        as_of=reader.as_of,
        filters={},
        columns=_columns(),
        rows=(*rows, *_unspoken(reader, batch, {row["measure"] for row in rows})),
        notes=tuple(_receipts(reader, batch)),
    )


def _unspoken(reader: Reader, batch: str, spoken: Collection[Value]) -> Iterator[Row]:
    """Give what the lines of a batch say of the measures that no source speaks of."""
    known = next(
        (row for row in reader.rows(RECORDED.format(special=SPECIAL), batch=batch) if row["subject_kind"] == "batch"),
        None,
    )
    for measure in MEASURES:
        recorded = _recorded(measure, known)
        if recorded and measure not in spoken and measure != "special":
            figure = Figure(recorded.value, "money" if measure == "amount" else "count")
            yield {column.key: None for column in _columns()} | {"measure": measure, "recorded": figure}


def _receipts(reader: Reader, batch: str) -> Iterator[str]:
    """Tell how many receipts of a batch are in."""
    rows = reader.rows(RECEIPTS, batch=batch)
    unseen = _("not looked at yet")
    told = (f"{label(row['receipt'] or unseen)} {row['lines']}" for row in rows)
    if rows:
        yield _("Signed receipts: {receipts}.").format(receipts=listed(told))


def listing(reader: Reader, batch: str | None) -> Table:
    """List every statement, of one batch or of the whole ledger, agreeing or not."""
    return Table(
        report="statements",
        title=_("Statements"),
        as_of=reader.as_of,
        filters={},
        columns=(Column("subject", _("Subject"), "code"), *_columns()),
        rows=tuple(compared(reader, Filters(), batch)),
    )


def _columns() -> tuple[Column, ...]:
    return (
        Column("statement", _("No."), "count"),
        Column("measure", _("Measure"), "term"),
        Column("recorded", _("Lines"), "figure"),
        Column("printed", _("As printed"), "text"),
        Column("value", _("Declared"), "figure"),
        Column("qualifier", _("As declared"), "term", rank=3),
        Column("gap", _("Gap, at least"), "figure"),
        Column("counted", _("Retained"), "flag", rank=1),
        Column("source", _("Source"), "text", rank=2),
    )


def open_disagreements(rows: Iterable[Row]) -> list[Row]:
    """Keep, of compared statements, those that disagree with what is counted while nobody has chosen."""
    return [row for row in rows if row["gap"] and not row["settled"]]


def require_agreement(batch: str, rows: Iterable[Row]) -> None:
    """Refuse (``batch.disagreements``, exit 1) while statements of a batch disagree and nobody has chosen."""
    disagreements = len(open_disagreements(rows))
    if disagreements:
        raise Refusal(ExitStatus.FINDINGS, "batch.disagreements", batch=batch, count=str(disagreements))


def unsettled(reader: Reader) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Give the subjects of which sources disagree while nobody has chosen: on amounts, and on numbers of people."""
    rows = open_disagreements(compared(reader, Filters()))
    amounts = dict.fromkeys(str(row["subject"]) for row in rows if row["measure"] == "amount")
    people = dict.fromkeys(str(row["subject"]) for row in rows if row["measure"] != "amount")
    return tuple(amounts), tuple(people)


def compared(reader: Reader, filters: Filters, batch: str | None = None, special: str = SPECIAL) -> Iterator[Row]:
    """Give every statement beside the figure that the ledger counts for its subject and measure.

    ``settled`` is 1 where a person has chosen, with a reason, which statement stands.
    """
    known = {
        (row["subject_kind"], row["subject"]): row for row in reader.rows(RECORDED.format(special=special), batch=batch)
    }
    rows = reader.rows(
        STATEMENTS.format(where=filters.where(region="b.region", centre=None)),
        **{**filters.params(), "batch": batch},
        narrowed=int(filters.narrows_events),
    )
    known |= {_subject(row): _programme(reader, row) for row in rows if row["subject_kind"] == "programme"}
    counted = {(*_subject(row), row["measure"]): row for row in rows if row["counted"]}
    for row in rows:
        subject = _subject(row)
        found = known.get(subject)
        compared_row = _compared(row, counted[*subject, row["measure"]], _recorded(row["measure"], found))
        yield {**compared_row, "counted_basis": found["basis"]} if found and found.get("basis") else compared_row


def _subject(row: Mapping[str, Any]) -> tuple[Any, ...]:
    """Give what a statement speaks of: a programme in one fiscal year is another subject than in all."""
    about = (row["subject_kind"], row["subject"])
    return (*about, row["fiscal_year"]) if row["subject_kind"] == "programme" else about


def _programme(reader: Reader, row: Mapping[str, Any]) -> Mapping[str, Any]:
    """Give what the summaries say of a programme: at least that much, where some of its batches are unknown."""
    found = figures.total(reader, Filters(programme=row["subject"], fiscal_year=row["fiscal_year"]))
    is_partial = found.amounts_unknown or found.heads_unknown
    return {
        "qualifier": "over" if is_partial else "exact",
        "amount": found.amount,
        "beneficiaries": found.beneficiaries,
        "women": None if found.women_unknown or found.sex_unknown else found.women,
        "disabled": None if found.disability_unknown else found.disabled,
        "special": None,
        "basis": found.basis,
    }


def _recorded(measure: str, known: Mapping[str, Any] | None) -> Declared | None:
    """Give what the ledger knows for a measure; None where it knows nothing, or where some people are unknown."""
    if known is None or known[measure] is None or known.get(f"{measure}_unknown"):
        return None
    return Declared(known[measure], cast(Qualifier, known["qualifier"]))


def _compared(row: Mapping[str, Any], stands: Mapping[str, Any], recorded: Declared | None) -> Row:
    unit: Literal["money", "count"] = "money" if row["measure"] == "amount" else "count"
    reference = recorded or _declared(stands)
    return {
        **{key: row[key] for key in KEPT},
        "source": row["source"],
        "reason": stands["reason"],
        "value": Figure(row["value"], unit),
        "recorded": recorded and Figure(recorded.value, unit),
        "counted_value": Figure(reference.value, unit),
        "counted_basis": "declared" if recorded is None else "recorded",
        "counted": row["counted"],
        "gap": Figure(gap(_declared(row), reference), unit),
        "settled": int(bool(stands["chosen"])),
    }


def _declared(row: Mapping[str, Any]) -> Declared:
    return Declared(row["value"], cast(Qualifier, row["qualifier"]))
