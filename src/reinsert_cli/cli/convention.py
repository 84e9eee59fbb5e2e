"""``reinsert convention``."""

from __future__ import annotations

from typing import Annotated

import typer

from reinsert_cli.cli.context import reading, writing
from reinsert_cli.cli.options import AmountOption, CodeArgument, FormatOption, OutputOption, RegionsOption, a_date, iso
from reinsert_cli.cli.show import say, show
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


@app.command("list", help=_("List the conventions."))
def list_(ctx: typer.Context, fmt: FormatOption = "table", output: OutputOption = None) -> None:
    """List the conventions."""
    from reinsert_cli.reports import lists  # noqa: PLC0415

    with reading(ctx) as reader:
        table = lists.conventions(reader)
    show(table, fmt, output)
