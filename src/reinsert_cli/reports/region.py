"""Per region: how many people, with how much, known how."""

from __future__ import annotations

from reinsert_cli.domain.language import _
from reinsert_cli.domain.table import Chart, Table
from reinsert_cli.reports.filters import Filters
from reinsert_cli.reports.summary import AMOUNTS, Summary, table
from reinsert_cli.store.reading import Reader


def report(reader: Reader, filters: Filters) -> Table:
    """Summarise by region; a line belongs to its beneficiary's region (design §3, rule 6), not the venue's."""
    charts = (
        Chart(_("Amounts by region"), ("region_name",), AMOUNTS, region="region"),
        Chart(_("People by region"), ("region_name",), ("beneficiaries",), region="region"),
    )
    return table(reader, filters, Summary("region", _("Summary by region"), ("region",), charts=charts))
