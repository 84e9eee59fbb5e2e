"""``reinsert assert``: what a coordinator is sure of, compared with the books by every check."""

from __future__ import annotations

from typing import Annotated

import typer

from reinsert_cli.cli.context import reading, writing
from reinsert_cli.cli.options import FormatOption, OutputOption, usage
from reinsert_cli.cli.show import say, show
from reinsert_cli.domain import language
from reinsert_cli.domain.faults import Fault
from reinsert_cli.domain.language import _, count, money
from reinsert_cli.domain.vocabulary import label

app = typer.Typer(add_completion=False, no_args_is_help=True)


@app.command(help=_("Record what you are sure of: “convention X has 1 000 000,00 on 2025-03-31”."))
def add(
    ctx: typer.Context,
    claim: Annotated[str, typer.Argument(metavar="TEXT", help=_("SUBJECT CODE has AMOUNT (of what) on DATE."))],
) -> None:
    """Record an assertion."""
    from reinsert_cli.domain.claims import read_claim  # noqa: PLC0415
    from reinsert_cli.ledger import assertion  # noqa: PLC0415

    read = read_claim(claim)
    if isinstance(read, Fault):
        raise usage(read)
    with writing(ctx) as work:
        number = assertion.add(work, read).id
    value = count(read.value) if read.measure == "beneficiaries" else f"{money(read.value)} DH"
    told = _("Assertion no. {number} is kept, and compared with the books by every check: {measure}, {value}, {day}.")
    day = language.date(read.day.iso)
    say(told.format(number=number, measure=label(read.measure), value=value, day=day))


@app.command("list", help=_("List the assertions beside what the books say."))
def list_(ctx: typer.Context, fmt: FormatOption = "table", output: OutputOption = None) -> None:
    """List the assertions."""
    from reinsert_cli.reports import assertions  # noqa: PLC0415

    with reading(ctx) as reader:
        table = assertions.listing(reader)
    show(table, fmt, output)


@app.command(help=_("Take an assertion back; the audit remembers it."))
def remove(
    ctx: typer.Context,
    number: Annotated[int, typer.Argument(metavar="NUMBER", min=1, max=2**62, help=_("Its number, as lists show it."))],
) -> None:
    """Take an assertion back."""
    from reinsert_cli.ledger import assertion  # noqa: PLC0415

    with writing(ctx) as work:
        assertion.remove(work, number)
    say(_("Assertion no. {number} is taken back.").format(number=number))
