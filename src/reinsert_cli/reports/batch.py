"""One row a batch: where, when, whom, how much, known how."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from reinsert_cli.domain.language import _
from reinsert_cli.domain.table import Chart, Column, Row, Table
from reinsert_cli.reports import figures
from reinsert_cli.reports.figures import Figures
from reinsert_cli.reports.filters import Filters
from reinsert_cli.reports.names import names
from reinsert_cli.reports.programme import NOTHING, Balances, envelopes_of, shares
from reinsert_cli.store.reading import Reader

BATCHES: Final = """
SELECT b.*, s.qualifier, CASE WHEN {inside} THEN 1 ELSE 0 END AS inside
FROM v_batch b
LEFT JOIN v_statement s ON b.basis = 'declared' AND s.subject_kind = 'batch' AND s.subject = b.batch
                       AND s.measure = 'amount' AND s.counted = 1
WHERE {where}
ORDER BY COALESCE(b.event_on, CAST(b.fiscal_year AS TEXT)), b.batch
"""

HEAD: Final = (
    "batch", "tranche", "programme", "fiscal_year", "convention", "planned_on", "held_on", "status", "venue",
    "province", "region",
)  # fmt: skip


def report(reader: Reader, filters: Filters) -> Table:
    """List the batches, cancelled ones too; under a region or a centre, those with a part there, and that part.

    A period keeps those of that time, and those of which something was mended then.
    """
    groups = {str(key): found for (key,), found in figures.by(reader, filters, ("batch",)).items()}
    everything = figures.total(reader, filters)
    label = names(reader, "province")
    envelopes = envelopes_of(reader, Filters(programme=filters.programme, fiscal_year=filters.fiscal_year))
    whole = filters.region is None and filters.centre is None
    where = replace(filters, region=None, centre=None, first=None, last=None).where(
        region="b.region", centre=None, cancelled=True
    )
    inside = filters.inside(f"b.{filters.day}") if filters.has_period else "1 = 1"
    rows = reader.rows(BATCHES.format(where=where, inside=inside), **filters.params())
    return Table(
        report="batch",
        title=_("Batches"),
        as_of=reader.as_of,
        filters=filters.named(),
        columns=_columns(),
        rows=tuple(
            {
                **{key: row[key] for key in HEAD},
                "province_name": label.get(row["province"]),
                **_cells(groups.get(row["batch"], Figures())),
                **_shares(groups.get(row["batch"], Figures()), envelopes.get((row["programme"], row["fiscal_year"]))),
                "qualifier": row["qualifier"],
                "basis": row["basis"],
            }
            for row in rows
            if (whole and row["inside"]) or row["batch"] in groups
        ),
        totals=_cells(everything),
        notes=figures.notes(reader, filters, everything),
        heads=figures.heads("tranche", amounts=()),
        charts=(
            Chart(_("Amounts by batch"), ("batch",), ("amount",)),
            Chart(_("People by batch"), ("batch",), ("beneficiaries",)),
        ),
    )


def _columns() -> tuple[Column, ...]:
    return (
        Column("batch", _("Batch"), "code"),
        Column("tranche", _("Tranche"), "count", rank=12),
        Column("programme", _("Programme"), "code", rank=10),
        Column("fiscal_year", _("Fiscal year"), "year", rank=6),
        Column("convention", _("Convention"), "code", rank=9),
        Column("planned_on", _("Planned on"), "date", rank=8),
        Column("held_on", _("Held on"), "date"),
        Column("status", _("State"), "term", rank=2),
        Column("venue", _("Venue"), "text", rank=11),
        Column("province", _("Province code"), "code", rank=14),
        Column("province_name", _("Province"), "text", rank=7),
        Column("region", _("Region"), "code", rank=13),
        Column("beneficiaries", _("Beneficiaries"), "count"),
        Column("women", _("Women"), "count", rank=3),
        Column("disabled", _("With a disability"), "count", rank=5),
        Column("amount", _("Amount (DH)"), "money"),
        Column("share_of_allocated", _("Share of the envelope"), "percent", rank=6),
        Column("share_of_target", _("Share of the target"), "percent", rank=6),
        Column("qualifier", _("As declared"), "term", rank=1),
        Column("basis", _("Basis"), "term", rank=1),
    )


def _shares(group: Figures, envelope: Balances | None) -> Row:
    """Give what a batch is of all the envelopes of its programme and fiscal year, and of their target."""
    return shares(group.amount if group.batches else None, group.beneficiaries, envelope or NOTHING)


def _cells(group: Figures) -> dict[str, str | int | None]:
    return {
        "beneficiaries": group.beneficiaries,
        "women": group.women,
        "disabled": group.disabled,
        "amount": group.amount,
    }
