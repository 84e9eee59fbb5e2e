"""One row an envelope: what came in, what is promised, what was handed over, what remains."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, Final, Literal

from reinsert_cli.domain.language import _, money, percent
from reinsert_cli.domain.table import Chart, Column, Heads, Table
from reinsert_cli.reports.figures import ratio, undated_note
from reinsert_cli.reports.filters import Filters, whole_envelopes
from reinsert_cli.reports.names import grouped
from reinsert_cli.store.reading import Reader

ENVELOPES: Final = """
SELECT e.* FROM v_envelope e
WHERE (CAST(:programme AS TEXT) IS NULL OR e.programme = :programme)
  AND (CAST(:convention AS TEXT) IS NULL OR e.convention = :convention)
  AND (CAST(:fiscal_year AS INTEGER) IS NULL OR e.fiscal_year = :fiscal_year)
  AND (CAST(:region AS TEXT) IS NULL
       OR NOT EXISTS (SELECT 1 FROM envelope_region r WHERE r.envelope_code = e.envelope)
       OR EXISTS (SELECT 1 FROM envelope_region r WHERE r.envelope_code = e.envelope AND r.region_code = :region))
  AND (:serves = 0
       OR (CAST(:centre AS TEXT) IS NULL
           AND e.fiscal_year || '-01-01' >= :first AND e.fiscal_year || '-12-31' <= :last)
       OR EXISTS (SELECT 1 FROM v_share s JOIN v_line l ON l.line = s.line JOIN v_batch b ON b.batch = l.batch
                  WHERE s.envelope = e.envelope AND l.counts = 1 AND {where}))
ORDER BY e.fiscal_year, e.programme, e.envelope
"""

OVERRIDES: Final = """
SELECT envelope_code AS envelope, batch_code AS batch, missing AS amount, author, reason FROM overcommitment ORDER BY id
"""

HELPED: Final = """
SELECT paid.{of}, COUNT(DISTINCT paid.beneficiary) AS beneficiaries,
       COUNT(DISTINCT CASE WHEN paid.planned > 0 THEN paid.beneficiary END)   AS awaiting,
       COUNT(DISTINCT CASE WHEN paid.delivered > 0 THEN paid.beneficiary END) AS served
FROM (
    SELECT s.envelope, e.convention_code AS convention, l.beneficiary, l.planned, l.delivered
    FROM v_line l JOIN v_share s ON s.line = l.line JOIN envelope e ON e.code = s.envelope WHERE l.counts = 1
    UNION ALL
    SELECT s.envelope, e.convention_code, f.beneficiary, 0, 0
    FROM v_fellow f JOIN v_share s ON s.line = f.line JOIN envelope e ON e.code = s.envelope WHERE f.counts = 1
) paid
GROUP BY paid.{of}
"""

REGIONS: Final = "SELECT envelope_code AS envelope, region_code AS region FROM envelope_region ORDER BY 1, 2"

BALANCES: Final = ("allocated", "committed", "delivered", "available")
PARTS: Final = ("delivered", "committed", "available")

HEADS: Final = Heads(
    of="beneficiaries",
    some={"awaiting": "", "served": ""},
    follows=dict.fromkeys((*PARTS, "used"), ("awaiting", "served")),
    open=frozenset({"target_beneficiaries", "allocated", "threshold", "amount", "unallocated"}),
)
"""Of whom the balances of envelopes, and of conventions, are."""


def report(reader: Reader, filters: Filters, convention: str | None = None) -> Table:
    """List the envelopes with their whole balances: allocated = committed + delivered + available.

    A period keeps the envelopes that paid for something then, and those of a fiscal year that lies in it; a
    centre, those that paid for its people; a region, those that serve it or serve the country; a convention, those
    that it feeds. The people for whom an envelope pays are counted whole too, whatever the period.
    """
    paid = Filters(first=filters.first, last=filters.last, centre=filters.centre, restated=filters.restated)
    sql = ENVELOPES.format(where=paid.where(region="l.region", centre="l.centre"))
    serves = int(filters.has_period or filters.centre is not None)
    rows = reader.rows(sql, **filters.params(), serves=serves, convention=convention)
    served = grouped(reader.rows(REGIONS), "envelope", "region")
    paid_for = helped(reader, "envelope")
    rows = [
        {**row, "regions": ", ".join(served.get(row["envelope"], ())) or None, **_of_target(row, paid_for)}
        for row in rows
    ]
    columns = _columns(has_override=any(row["overridden"] is not None for row in rows))
    return Table(
        report="budget",
        title=_("Envelopes and what remains"),
        as_of=reader.as_of,
        filters=filters.named(),
        columns=columns,
        rows=tuple({**{column.key: row[column.key] for column in columns}, **_told(row)} for row in rows),
        totals={key: sum(row[key] for row in rows) for key in BALANCES},
        notes=(
            *whole_envelopes(filters),
            *undated_note(reader, filters),
            *_near_their_end(rows),
            *_overrides(reader, rows),
        ),
        charts=(Chart(_("What became of each envelope"), ("envelope",), PARTS),),
        heads=HEADS,
    )


def helped(reader: Reader, of: Literal["envelope", "convention"]) -> dict[str, dict[str, int]]:
    """Give, by envelope or convention, the people it pays for: all, those still waiting, those who have received."""
    rows = reader.rows(HELPED.format(of=of))
    return {row[of]: {key: row[key] for key in ("beneficiaries", "awaiting", "served")} for row in rows}


NOBODY: Final = {"beneficiaries": 0, "awaiting": 0, "served": 0}


def _of_target(envelope: dict[str, Any], paid_for: Mapping[str, dict[str, int]]) -> dict[str, int | None]:
    """Give the people for whom an envelope pays, and tenths of a percent: what they are of its target."""
    people, target = paid_for.get(envelope["envelope"], NOBODY), envelope["target_beneficiaries"]
    return {**people, "share_of_target": ratio(1000 * people["beneficiaries"], target) if target else None}


def _told(row: Mapping[str, Any]) -> dict[str, int]:
    return {key: row[key] for key in NOBODY}


def _columns(*, has_override: bool) -> tuple[Column, ...]:
    return (
        Column("envelope", _("Envelope"), "code"),
        Column("programme", _("Programme"), "code", rank=3),
        Column("fiscal_year", _("Fiscal year"), "year", rank=2),
        Column("funder", _("Funder"), "code", rank=4),
        Column("convention", _("Convention"), "code", rank=7),
        Column("regions", _("Regions"), "text", rank=9),
        Column("target_beneficiaries", _("Target"), "count", rank=5),
        Column("allocated", _("Allocated (DH)"), "money"),
        Column("qualifier", _("As declared"), "term", rank=5),
        Column("committed", _("Committed (DH)"), "money"),
        Column("delivered", _("Delivered (DH)"), "money"),
        Column("available", _("Available (DH)"), "money"),
        Column("used", _("Used"), "percent", rank=1),
        Column("beneficiaries", _("Beneficiaries"), "count", rank=6),
        Column("share_of_target", _("Share of the target"), "percent", rank=6),
        Column("threshold", _("Threshold (%)"), "count", rank=10),
        Column("overridden", _("Over-commitment allowed (DH)"), "money", rank=0 if has_override else 8),
    )


def _near_their_end(rows: list[dict[str, Any]]) -> Iterator[str]:
    """Tell of each envelope that has come to its threshold."""
    sentence = _("{envelope}: {used} used; attention was asked for from {threshold} on.")
    for row in rows:
        if row["used"] is not None and row["used"] >= row["threshold"] * 10:
            used, threshold = percent(row["used"]), percent(row["threshold"] * 10)
            yield sentence.format(envelope=row["envelope"], used=used, threshold=threshold)


def _overrides(reader: Reader, rows: list[dict[str, Any]]) -> Iterator[str]:
    """Tell of each over-commitment that was allowed on these envelopes: how much, for which batch, by whom, why."""
    shown = {row["envelope"] for row in rows if row["overridden"] is not None}
    sentence = _("{envelope}: {author} allowed {amount} DH too much for {batch}, because: {reason}")
    for row in reader.rows(OVERRIDES) if shown else ():
        if row["envelope"] in shown:
            yield sentence.format(**{**row, "amount": money(row["amount"])})
