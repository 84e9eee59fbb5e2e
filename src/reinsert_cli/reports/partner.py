"""Per partner: what it signed, what its envelopes hold, what they paid and for whom."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from typing import Any, Final

from reinsert_cli.domain.language import _
from reinsert_cli.domain.table import Chart, Column, Row, Table
from reinsert_cli.reports import figures
from reinsert_cli.reports.figures import Figures, ratio
from reinsert_cli.reports.filters import Filters, whole_envelopes
from reinsert_cli.reports.names import grouped
from reinsert_cli.reports.summary import Counted, Counts, Group, Summary, table
from reinsert_cli.store.reading import Reader

ENVELOPES: Final = """
SELECT e.funder AS partner, COUNT(*) AS envelopes, SUM(e.allocated) AS allocated, SUM(e.committed) AS committed,
       SUM(e.available) AS available
FROM v_envelope e
WHERE (CAST(:programme AS TEXT) IS NULL OR e.programme = :programme)
  AND (CAST(:fiscal_year AS INTEGER) IS NULL OR e.fiscal_year = :fiscal_year)
GROUP BY e.funder
"""

SIGNED: Final = """
SELECT p.partner_code AS partner, p.convention_code AS convention
FROM convention_partner p JOIN convention c ON c.code = p.convention_code
WHERE (CAST(:programme AS TEXT) IS NULL OR c.programme_code = :programme)
  AND (CAST(:fiscal_year AS INTEGER) IS NULL
       OR EXISTS (SELECT 1 FROM envelope e WHERE e.convention_code = c.code AND e.fiscal_year = :fiscal_year))
"""

OF_ENVELOPES: Final = ("envelopes", "allocated", "committed", "available")
TAKEN: Final = ("committed", "available")
SHARED: Final = ("batches", "beneficiaries", "women", "disabled", "basis")
"""What the partners have of the figures of every summary, beside what was delivered."""

Balances = Mapping[str, Any]
"""The conventions that a partner signed (``signed``), and what its envelopes hold."""


def report(reader: Reader, filters: Filters) -> Table:
    """Summarise by partner: those whose envelopes pay, and those who signed a convention.

    Somebody whom several paid for counts for each of them, and once in the total. What is declared only names no
    funder. A period, a region or a centre leaves envelopes whole, and says so.
    """
    summary = Summary(
        "partner",
        _("Partners and what they gave"),
        ("partner",),
        columns=_columns(),
        count=_counted,
        nothing=_cells(Figures(), {}),
        charts=(
            Chart(_("Amounts by partner"), ("partner_name",), ("delivered", "committed")),
            Chart(_("People by partner"), ("partner_name",), ("beneficiaries",)),
        ),
        heads=figures.heads(
            "conventions",
            "envelopes",
            "allocated",
            amounts=("delivered", "share_of_delivered", *TAKEN),
            untold=TAKEN if filters.narrows_events else (),
        ),
        notes=_notes,
    )
    return table(reader, filters, summary)


def _notes(reader: Reader, filters: Filters, everything: Figures) -> tuple[str, ...]:
    return (*whole_envelopes(filters), *figures.notes(reader, filters, everything))


def _columns() -> tuple[Column, ...]:
    shared = {column.key: column for column in figures.columns()}
    return (
        Column("conventions", _("Conventions"), "count", rank=7),
        Column("envelopes", _("Envelopes"), "count", rank=8),
        Column("allocated", _("Allocated (DH)"), "money", rank=1),
        Column("committed", _("Committed (DH)"), "money", rank=2),
        shared["delivered"],
        Column("share_of_delivered", _("Share of what was delivered"), "percent", rank=3),
        Column("available", _("Available (DH)"), "money", rank=1),
        *(shared[key] for key in SHARED),
    )


def _counted(reader: Reader, filters: Filters, by: Sequence[str]) -> Counts:
    """Give each partner's figures beside its envelopes."""
    groups = figures.by(reader, filters, by)
    if not by:
        everything = groups.get((), Figures())
        return {(): Counted(everything, _cells(everything, _sum(reader, filters)))}
    balances = _balances(reader, filters, groups)
    delivered = sum(found.delivered for found in groups.values())
    return {
        group: Counted(
            found, {**_cells(found, balances.get(group, {})), "share_of_delivered": _share(found, delivered)}
        )
        for group in {**groups, **balances}
        for found in (groups.get(group, Figures()),)
    }


def _balances(reader: Reader, filters: Filters, groups: Collection[Group]) -> dict[Group, Balances]:
    """Give what each partner signed and holds; of some handovers only, of those partners that paid for them."""
    asked = {"programme": filters.programme, "fiscal_year": filters.fiscal_year}
    signed = grouped(reader.rows(SIGNED, **asked), "partner", "convention")
    found = {partner: {"signed": conventions} for partner, conventions in signed.items()}
    for row in reader.rows(ENVELOPES, **asked):
        found[row["partner"]] = {**found.get(row["partner"], {}), **row}
    return {(partner,): row for partner, row in found.items() if (partner,) in groups or not filters.narrows_events}


def _sum(reader: Reader, filters: Filters) -> Balances:
    """Add the partners up; a convention that several signed counts once."""
    groups = figures.by(reader, filters, ("partner",)) if filters.narrows_events else ()
    found = _balances(reader, filters, groups).values()
    totals: dict[str, Any] = {key: sum(row.get(key, 0) for row in found) for key in OF_ENVELOPES}
    return {**totals, "signed": {convention for row in found for convention in row.get("signed", ())}}


def _cells(group: Figures, partner: Balances) -> Row:
    shared = group.values()
    return {
        "conventions": len(partner.get("signed", ())),
        **{key: partner.get(key, 0) for key in OF_ENVELOPES},
        "delivered": group.delivered,
        **{key: shared[key] for key in (*SHARED, "awaiting", "served")},
    }


def _share(group: Figures, delivered: int) -> int | None:
    """Give tenths of a percent."""
    return ratio(1000 * group.delivered, delivered) if delivered else None
