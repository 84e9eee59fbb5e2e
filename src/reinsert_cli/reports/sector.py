"""Per sector of activity: how many people, with how much, known how."""

from __future__ import annotations

from reinsert_cli.domain.language import _
from reinsert_cli.domain.table import Chart, Table
from reinsert_cli.reports.filters import Filters
from reinsert_cli.reports.summary import AMOUNTS, Summary, table
from reinsert_cli.store.reading import Reader


def report(reader: Reader, filters: Filters) -> Table:
    """Summarise by the sector of each project; declared batches name no sector."""
    charts = (
        Chart(_("Amounts by sector"), ("sector_name",), AMOUNTS),
        Chart(_("People by sector"), ("sector_name",), ("beneficiaries",)),
    )
    return table(reader, filters, Summary("sector", _("Summary by sector"), ("sector",), charts=charts))
