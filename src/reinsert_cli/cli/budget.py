"""``reinsert budget``."""

from __future__ import annotations

from typing import Annotated

import typer

from reinsert_cli.cli.context import reading, writing
from reinsert_cli.cli.options import (
    AmountOption,
    CodeArgument,
    FormatOption,
    OutputOption,
    ReasonOption,
    RegionsOption,
    a_date,
    a_positive_amount,
    iso,
)
from reinsert_cli.cli.show import say, say_standings, show
from reinsert_cli.domain.dates import PartialDate
from reinsert_cli.domain.language import _, money
from reinsert_cli.domain.money import Amount

app = typer.Typer(add_completion=False, no_args_is_help=True)

TargetOption = Annotated[
    int | None, typer.Option(metavar="N", min=1, max=1_000_000, help=_("Number of people it is meant for."))
]
ThresholdOption = Annotated[
    int | None,
    typer.Option(metavar="PERCENT", min=1, max=100, help=_("Percent used from which it asks for attention (80).")),
]
AllocatedOption = Annotated[
    PartialDate | None,
    typer.Option("--on", parser=a_date, metavar="DATE", help=_("Day on which the money was allocated, if known.")),
]


@app.command(help=_("Open an envelope and allocate its amount."))
def add(
    ctx: typer.Context,
    code: CodeArgument,
    programme: Annotated[str, typer.Option(metavar="CODE", help=_("Programme it pays for."))],
    fiscal_year: Annotated[int, typer.Option(metavar="YYYY", min=1990, max=2100, help=_("Fiscal year."))],
    funder: Annotated[str, typer.Option(metavar="CODE", help=_("Partner who pays."))],
    amount: AmountOption,
    convention: Annotated[str | None, typer.Option(metavar="CODE", help=_("Convention that feeds it."))] = None,
    region: RegionsOption = None,
    target: TargetOption = None,
    threshold: ThresholdOption = None,
    on: AllocatedOption = None,
) -> None:
    """Open an envelope."""
    from reinsert_cli.ledger import budget  # noqa: PLC0415

    with writing(ctx) as work:
        terms = budget.Terms(amount, convention, region or (), target, threshold, iso(on))
        budget.add(work, code, (programme, fiscal_year, funder), terms)
    say(_("Envelope {code} holds {amount} DH.").format(code=code, amount=money(amount.centimes)))


@app.command(help=_("Bring an envelope to another amount, threshold, target, convention or regions."))
def revise(
    ctx: typer.Context,
    code: CodeArgument,
    reason: ReasonOption,
    amount: Annotated[
        Amount | None, typer.Option(parser=a_positive_amount, metavar="AMOUNT", help=_("Its whole amount from now on."))
    ] = None,
    convention: Annotated[str | None, typer.Option(metavar="CODE", help=_("Convention that feeds it."))] = None,
    region: RegionsOption = None,
    target: TargetOption = None,
    threshold: ThresholdOption = None,
    on: AllocatedOption = None,
) -> None:
    """Change an envelope."""
    from reinsert_cli.ledger import budget  # noqa: PLC0415

    with writing(ctx) as work:
        terms = budget.Terms(amount, convention, region or (), target, threshold, iso(on))
        budget.change(work, code, terms, reason)
        standings = budget.standing(work, [code])
    say_standings(standings)


@app.command(help=_("Move money that is not yet promised from one envelope to another."))
def transfer(
    ctx: typer.Context,
    source: Annotated[str, typer.Argument(metavar="FROM", help=_("Envelope that gives."))],
    target: Annotated[str, typer.Argument(metavar="TO", help=_("Envelope that receives."))],
    amount: AmountOption,
    reason: ReasonOption,
) -> None:
    """Move money between envelopes."""
    from reinsert_cli.ledger import budget  # noqa: PLC0415

    with writing(ctx) as work:
        budget.transfer(work, source, target, amount.centimes, reason)
        standings = budget.standing(work, [source, target])
    say_standings(standings)


@app.command("list", help=_("List the envelopes and what remains in each."))
def list_(ctx: typer.Context, fmt: FormatOption = "table", output: OutputOption = None) -> None:
    """List the envelopes."""
    from reinsert_cli.reports import budget  # noqa: PLC0415
    from reinsert_cli.reports.filters import Filters  # noqa: PLC0415

    with reading(ctx) as reader:
        table = budget.report(reader, Filters())
    show(table, fmt, output)
