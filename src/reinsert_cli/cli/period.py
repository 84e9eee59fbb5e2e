"""``reinsert period``: months whose figures are final."""

from __future__ import annotations

from typing import Annotated

import typer

from reinsert_cli.cli.context import reading, writing
from reinsert_cli.cli.options import FormatOption, OutputOption, a_month
from reinsert_cli.cli.show import say, show
from reinsert_cli.domain import language
from reinsert_cli.domain.dates import PartialDate
from reinsert_cli.domain.language import _, listed

app = typer.Typer(add_completion=False, no_args_is_help=True)


@app.command(help=_("Close a month: its figures are final, and later corrections count in a month still open."))
def close(
    ctx: typer.Context,
    month: Annotated[PartialDate, typer.Argument(parser=a_month, metavar="YYYY-MM", help=_("The month."))],
) -> None:
    """Close a month."""
    from reinsert_cli.ledger import period  # noqa: PLC0415

    with writing(ctx) as work:
        waiting = period.close(work, month)
    say(_("{month} is closed.").format(month=language.date(month.iso)))
    if waiting:
        say(_("Planned for that month and still to be held: {batches}.").format(batches=listed(waiting)))


@app.command("list", help=_("List the closed months."))
def list_(ctx: typer.Context, fmt: FormatOption = "table", output: OutputOption = None) -> None:
    """List the closed months."""
    from reinsert_cli.reports import lists  # noqa: PLC0415

    with reading(ctx) as reader:
        table = lists.closed_months(reader)
    show(table, fmt, output)
