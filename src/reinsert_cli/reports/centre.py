"""Per accompaniment centre: how many people, with how much, known how."""

from __future__ import annotations

from reinsert_cli.domain.language import _
from reinsert_cli.domain.table import Chart, Table
from reinsert_cli.reports.filters import Filters
from reinsert_cli.reports.summary import AMOUNTS, Summary, table
from reinsert_cli.store.reading import Reader


def report(reader: Reader, filters: Filters) -> Table:
    """Summarise by the centre of each person; declared batches name no centre."""
    charts = (
        Chart(_("Amounts by centre"), ("centre_name",), AMOUNTS),
        Chart(_("People by centre"), ("centre_name",), ("beneficiaries",)),
    )
    return table(reader, filters, Summary("centre", _("Summary by centre"), ("centre",), charts=charts))
