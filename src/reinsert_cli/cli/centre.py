"""``reinsert centre``."""

from __future__ import annotations

import typer

from reinsert_cli.cli import centre_sheet
from reinsert_cli.cli.context import reading
from reinsert_cli.cli.options import FormatOption, OutputOption
from reinsert_cli.cli.show import show
from reinsert_cli.domain.language import _

app = typer.Typer(add_completion=False, no_args_is_help=True)


@app.callback(help=_("Accompaniment centres."))
def centre() -> None:
    """Make a noun of what has one verb only."""


@app.command("list", help=_("List the accompaniment centres."))
def list_(ctx: typer.Context, fmt: FormatOption = "table", output: OutputOption = None) -> None:
    """List the centres."""
    from reinsert_cli.reports import lists  # noqa: PLC0415

    with reading(ctx) as reader:
        table = lists.centres(reader)
    show(table, fmt, output)


app.command("sheet", help=_("Make the workbook that a centre fills each month: visits due, steps lacking."))(
    centre_sheet.sheet
)
