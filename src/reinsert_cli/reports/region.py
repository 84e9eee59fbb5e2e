"""Per region: how many people, with how much, known how."""

from __future__ import annotations

from reinsert_cli.domain.language import _
from reinsert_cli.domain.table import Chart, Column, Table
from reinsert_cli.reports import figures
from reinsert_cli.reports.filters import Filters
from reinsert_cli.reports.names import names
from reinsert_cli.store.reading import Reader


def report(reader: Reader, filters: Filters) -> Table:
    """Summarise by region; a line belongs to its beneficiary's region (design §3, rule 6), not the venue's."""
    groups = figures.by(reader, filters, ("region",))
    everything = figures.total(reader, filters)
    label = names(reader, "region")
    return Table(
        report="region",
        title=_("Summary by region"),
        as_of=reader.as_of,
        filters=filters.named(),
        columns=(
            Column("region", _("Code"), "code", rank=6),
            Column("region_name", _("Region"), "text"),
            *figures.columns(),
        ),
        rows=tuple(
            {"region": code, "region_name": label.get(str(code)), **found.values()} for (code,), found in groups.items()
        ),
        totals=everything.values(),
        notes=figures.notes(reader, filters, everything),
        charts=(
            Chart(_("Amounts by region"), ("region_name",), ("delivered", "planned"), region="region"),
            Chart(_("People by region"), ("region_name",), ("beneficiaries",), region="region"),
        ),
    )
