"""Per programme and fiscal year: the money allocated, and what became of it."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import Any, Final

from reinsert_cli.domain.language import _
from reinsert_cli.domain.table import Chart, Column, Row, Table, Value
from reinsert_cli.reports import figures
from reinsert_cli.reports.figures import Figures, ratio
from reinsert_cli.reports.filters import Filters, whole_envelopes
from reinsert_cli.reports.names import names
from reinsert_cli.store.reading import Reader

ENVELOPES: Final = """
SELECT e.programme, e.fiscal_year,
       SUM(e.allocated) AS allocated, SUM(e.committed) AS committed, SUM(e.available) AS available,
       SUM(e.target_beneficiaries) AS target_beneficiaries
FROM v_envelope e
WHERE (CAST(:programme AS TEXT) IS NULL OR e.programme = :programme)
  AND (CAST(:fiscal_year AS INTEGER) IS NULL OR e.fiscal_year = :fiscal_year)
GROUP BY e.programme, e.fiscal_year
"""

Balances = Mapping[str, Any]
"""An envelope's or several envelopes' balances, in centimes, and their target."""

NOTHING: Final[Balances] = {"allocated": 0, "committed": 0, "available": 0, "target_beneficiaries": None}


def report(reader: Reader, filters: Filters) -> Table:
    """Summarise by programme and fiscal year. A period, a region or a centre leaves envelopes whole, and says so."""
    groups = figures.by(reader, filters, ("programme", "fiscal_year"))
    envelopes = _envelopes(reader, filters)
    if filters.narrows_events:
        envelopes = {key: found for key, found in envelopes.items() if key in groups}
    keys = sorted({*groups, *envelopes}, key=lambda key: (str(key[0]), str(key[1])))
    label = names(reader, "programme")
    everything = figures.total(reader, filters)
    return Table(
        report="programme",
        title=_("Summary by programme and fiscal year"),
        as_of=reader.as_of,
        filters=filters.named(),
        columns=_columns(),
        rows=tuple(
            {
                "programme": key[0],
                "programme_name": label.get(str(key[0])),
                "fiscal_year": key[1],
                **_cells(groups.get(key, Figures()), envelopes.get(key, NOTHING)),
                **_shares(groups.get(key, Figures()), envelopes.get(key, NOTHING)),
            }
            for key in keys
        ),
        totals=_cells(everything, _sum(envelopes.values())),
        notes=(*whole_envelopes(filters), *figures.notes(reader, filters, everything)),
        charts=(
            Chart(_("Amounts by programme"), ("programme_name", "fiscal_year"), ("delivered", "planned")),
            Chart(_("People by programme"), ("programme_name", "fiscal_year"), ("beneficiaries",)),
        ),
    )


def _columns() -> tuple[Column, ...]:
    return (
        Column("programme", _("Code"), "code", rank=11),
        Column("programme_name", _("Programme"), "text"),
        Column("fiscal_year", _("Fiscal year"), "year"),
        Column("allocated", _("Allocated (DH)"), "money", rank=1),
        Column("committed", _("Committed (DH)"), "money", rank=9),
        Column("available", _("Available (DH)"), "money"),
        Column("target_beneficiaries", _("Target"), "count", rank=10),
        Column("share_of_allocated", _("Share of the envelope"), "percent", rank=2),
        Column("share_of_target", _("Share of the target"), "percent", rank=2),
        *figures.columns(),
    )


def _envelopes(reader: Reader, filters: Filters) -> dict[tuple[Value, ...], Balances]:
    rows = reader.rows(ENVELOPES, programme=filters.programme, fiscal_year=filters.fiscal_year)
    return {(row["programme"], row["fiscal_year"]): row for row in rows}


def _cells(group: Figures, envelope: Balances) -> Row:
    return {**{key: envelope[key] for key in NOTHING}, **group.values()}


def _shares(group: Figures, envelope: Balances) -> Row:
    """Give tenths of a percent: what is committed and delivered of the envelope, the people of the target."""
    allocated, target, people = envelope["allocated"], envelope["target_beneficiaries"], group.beneficiaries
    taken = allocated - envelope["available"]
    return {
        "share_of_allocated": ratio(1000 * taken, allocated) if allocated else None,
        "share_of_target": ratio(1000 * people, target) if target and people is not None else None,
    }


def _sum(rows: Collection[Balances]) -> Balances:
    """Add envelopes up; targets that nobody set stay unknown."""
    targets = [row["target_beneficiaries"] for row in rows if row["target_beneficiaries"] is not None]
    balances = {key: sum(row[key] for row in rows) for key in ("allocated", "committed", "available")}
    return {**balances, "target_beneficiaries": sum(targets) if targets else None}
