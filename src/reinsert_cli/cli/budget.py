"""``reinsert budget``."""

from __future__ import annotations

from typing import Annotated

import typer

from reinsert_cli.cli.context import reading, writing
from reinsert_cli.cli.options import AmountOption, CodeArgument, FormatOption, OutputOption, RegionsOption
from reinsert_cli.cli.show import say, show
from reinsert_cli.domain.faults import ExitStatus, Refusal
from reinsert_cli.domain.language import _, money

app = typer.Typer(add_completion=False, no_args_is_help=True)


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
    target: Annotated[
        int | None, typer.Option(metavar="N", min=1, max=1_000_000, help=_("Number of people it is meant for."))
    ] = None,
) -> None:
    """Open an envelope."""
    from reinsert_cli.ledger import budget  # noqa: PLC0415

    with writing(ctx) as work:
        terms = budget.Terms(amount, convention, region or (), target)
        budget.add(work, code, (programme, fiscal_year, funder), terms)
    say(_("Envelope {code} holds {amount} DH.").format(code=code, amount=money(amount.centimes)))


@app.command(help=_("Move money that is not yet promised from one envelope to another."))
def transfer(
    ctx: typer.Context,
    source: Annotated[str, typer.Argument(metavar="FROM", help=_("Envelope that gives."))],
    target: Annotated[str, typer.Argument(metavar="TO", help=_("Envelope that receives."))],
    amount: AmountOption,
    reason: Annotated[str, typer.Option(metavar="TEXT", help=_("Why; kept in the journal."))],
) -> None:
    """Move money between envelopes."""
    if not reason.strip():
        raise Refusal(ExitStatus.USAGE, "transfer.reason_missing")
    from reinsert_cli.ledger import budget  # noqa: PLC0415

    with writing(ctx) as work:
        left = budget.transfer(work, source, target, amount.centimes, reason)
    for code, centimes in zip((source, target), left, strict=True):
        say(_("Envelope {code}: {amount} DH available.").format(code=code, amount=money(centimes)))


@app.command("list", help=_("List the envelopes and what remains in each."))
def list_(ctx: typer.Context, fmt: FormatOption = "table", output: OutputOption = None) -> None:
    """List the envelopes."""
    from reinsert_cli.reports import budget  # noqa: PLC0415
    from reinsert_cli.reports.filters import Filters  # noqa: PLC0415

    with reading(ctx) as reader:
        table = budget.report(reader, Filters())
    show(table, fmt, output)
