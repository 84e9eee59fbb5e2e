"""``reinsert convention``."""

from __future__ import annotations

from typing import Annotated

import typer

from reinsert_cli.cli.context import reading, writing
from reinsert_cli.cli.options import AmountOption, CodeArgument, FormatOption, OutputOption, RegionsOption, a_date, iso
from reinsert_cli.cli.show import format_of, say, show, show_all, show_json
from reinsert_cli.domain.dates import PartialDate
from reinsert_cli.domain.language import _

app = typer.Typer(add_completion=False, no_args_is_help=True)


@app.command(help=_("Register a signed agreement."))
def add(
    ctx: typer.Context,
    code: CodeArgument,
    programme: Annotated[str, typer.Option(metavar="CODE", help=_("Programme it serves."))],
    amount: AmountOption,
    partner: Annotated[
        list[str] | None, typer.Option(metavar="CODE", help=_("Partner who signs; may be repeated."))
    ] = None,
    region: RegionsOption = None,
    starts_on: Annotated[
        PartialDate | None, typer.Option("--from", parser=a_date, metavar="DATE", help=_("First day or year."))
    ] = None,
    ends_on: Annotated[
        PartialDate | None, typer.Option("--to", parser=a_date, metavar="DATE", help=_("Last day or year."))
    ] = None,
) -> None:
    """Register a convention."""
    from reinsert_cli.ledger import convention  # noqa: PLC0415

    with writing(ctx) as work:
        terms = convention.Terms(amount, partner or (), region or (), iso(starts_on), iso(ends_on))
        convention.add(work, code, programme, terms)
    say(_("Convention {code} is registered.").format(code=code))


@app.command("list", help=_("List the conventions and what remains of each."))
def list_(ctx: typer.Context, fmt: FormatOption = "table", output: OutputOption = None) -> None:
    """List the conventions."""
    from reinsert_cli.reports import convention  # noqa: PLC0415
    from reinsert_cli.reports.filters import Filters  # noqa: PLC0415

    with reading(ctx) as reader:
        table = convention.report(reader, Filters())
    show(table, fmt, output)


@app.command("show", help=_("Show one convention: its balance, its envelopes, what each batch takes of it."))
def show_(ctx: typer.Context, code: CodeArgument, fmt: FormatOption = "table", output: OutputOption = None) -> None:
    """Show a convention."""
    from reinsert_cli.reports import convention  # noqa: PLC0415

    with reading(ctx) as reader:
        card = convention.card(reader, code)
    if format_of(fmt, output) == "json":
        from reinsert_cli.render.text import machine_rows  # noqa: PLC0415

        parts = {"envelopes": machine_rows(card.envelopes), "batches": machine_rows(card.batches)}
        show_json({**machine_rows(card.convention)[0], **parts}, output)
    elif format_of(fmt, output) == "csv":
        show(card.batches, fmt, output)
    else:
        show_all([card.convention, card.envelopes, card.batches], fmt, output)
