"""Per programme and fiscal year: the money allocated, and what became of it."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from typing import Any, Final

from reinsert_cli.domain.language import _
from reinsert_cli.domain.table import Chart, Column, Row, Table, Value
from reinsert_cli.reports import figures
from reinsert_cli.reports.figures import Figures, ratio
from reinsert_cli.reports.filters import Filters, whole_envelopes
from reinsert_cli.reports.summary import AMOUNTS, Counted, Counts, Summary, table
from reinsert_cli.store.reading import Reader

ENVELOPES: Final = """
SELECT e.programme_code AS programme, e.fiscal_year,
       COALESCE(SUM(b.allocated), 0) AS allocated,
       COALESCE(SUM(b.committed), 0) AS committed,
       COALESCE(SUM(b.available), 0) AS available,
       SUM(e.target_beneficiaries) AS target_beneficiaries
FROM envelope e LEFT JOIN v_balance b ON b.envelope = e.code
WHERE (CAST(:programme AS TEXT) IS NULL OR e.programme_code = :programme)
  AND (CAST(:fiscal_year AS INTEGER) IS NULL OR e.fiscal_year = :fiscal_year)
GROUP BY e.programme_code, e.fiscal_year
"""

KEYS: Final = ("programme", "fiscal_year")

TAKEN: Final = ("committed", "available", "share_of_allocated")
"""What tells how much of an envelope is used, whoever for."""

Balances = Mapping[str, Any]
"""An envelope's or several envelopes' balances, in centimes, and their target."""

NOTHING: Final[Balances] = {"allocated": 0, "committed": 0, "available": 0, "target_beneficiaries": None}
UNTOLD: Final[Row] = dict.fromkeys((*NOTHING, "share_of_allocated", "share_of_target"))
"""An envelope is of a programme and fiscal year: nothing is told of a part of these."""


def report(reader: Reader, filters: Filters) -> Table:
    """Summarise by programme and fiscal year. A period, a region or a centre leaves envelopes whole, and says so."""
    summary = Summary(
        "programme",
        _("Summary by programme and fiscal year"),
        KEYS,
        columns=_columns(),
        count=_counted,
        nothing=_whole(Figures(), NOTHING).cells,
        charts=(
            Chart(_("Amounts by programme"), ("programme_name", "fiscal_year"), AMOUNTS),
            Chart(_("People by programme"), ("programme_name", "fiscal_year"), ("beneficiaries",)),
        ),
        heads=figures.heads(
            "allocated",
            "target_beneficiaries",
            amounts=("planned", "delivered", *TAKEN),
            untold=TAKEN if filters.narrows_events else (),
        ),
        notes=_notes,
    )
    return table(reader, filters, summary)


def _notes(reader: Reader, filters: Filters, everything: Figures) -> tuple[str, ...]:
    return (*whole_envelopes(filters), *figures.notes(reader, filters, everything))


def _columns() -> tuple[Column, ...]:
    return (
        Column("allocated", _("Allocated (DH)"), "money", rank=1),
        Column("committed", _("Committed (DH)"), "money", rank=9),
        Column("available", _("Available (DH)"), "money"),
        Column("target_beneficiaries", _("Target"), "count", rank=10),
        Column("share_of_allocated", _("Share of the envelope"), "percent", rank=2),
        Column("share_of_target", _("Share of the target"), "percent", rank=2),
        *figures.columns(),
    )


def _counted(reader: Reader, filters: Filters, by: Sequence[str]) -> Counts:
    """Give the figures of groups, beside the envelopes of each programme and fiscal year, or of all of them."""
    groups = figures.by(reader, filters, by)
    if len(by) > len(KEYS):
        return {group: Counted(found, {**UNTOLD, **found.values()}) for group, found in groups.items()}
    envelopes = envelopes_of(reader, filters)
    if filters.narrows_events:
        shown = groups if by else figures.by(reader, filters, KEYS)
        envelopes = {key: found for key, found in envelopes.items() if key in shown}
    if not by:
        everything = groups.get((), Figures())
        return {(): Counted(everything, _cells(everything, _sum(envelopes.values())))}
    return {key: _whole(groups.get(key, Figures()), envelopes.get(key, NOTHING)) for key in {**groups, **envelopes}}


def _whole(group: Figures, envelope: Balances) -> Counted:
    taken = envelope["allocated"] - envelope["available"]
    return Counted(group, {**_cells(group, envelope), **shares(taken, group.beneficiaries, envelope)})


def envelopes_of(reader: Reader, filters: Filters) -> dict[tuple[Value, ...], Balances]:
    """Give the balances of all the envelopes of each programme and fiscal year."""
    rows = reader.rows(ENVELOPES, programme=filters.programme, fiscal_year=filters.fiscal_year)
    return {(row["programme"], row["fiscal_year"]): row for row in rows}


def _cells(group: Figures, envelope: Balances) -> Row:
    return {**{key: envelope[key] for key in NOTHING}, **group.values()}


def shares(amount: int | None, people: int | None, envelope: Balances) -> Row:
    """Give tenths of a percent: what an amount is of the envelope, people of its target; None where that is unknown."""
    allocated, target = envelope["allocated"], envelope["target_beneficiaries"]
    return {
        "share_of_allocated": ratio(1000 * amount, allocated) if allocated and amount is not None else None,
        "share_of_target": ratio(1000 * people, target) if target and people is not None else None,
    }


def _sum(rows: Collection[Balances]) -> Balances:
    """Add envelopes up; targets that nobody set stay unknown."""
    targets = [row["target_beneficiaries"] for row in rows if row["target_beneficiaries"] is not None]
    balances = {key: sum(row[key] for row in rows) for key in ("allocated", "committed", "available")}
    return {**balances, "target_beneficiaries": sum(targets) if targets else None}
