"""``reinsert batch add|remove``: projects enter the list of a planned batch, lines leave it."""

from __future__ import annotations

from typing import Annotated

import typer

from reinsert_cli.cli.context import writing
from reinsert_cli.cli.mending import LineArgument
from reinsert_cli.cli.options import CodeArgument
from reinsert_cli.cli.show import say, tell
from reinsert_cli.domain.faults import Fault
from reinsert_cli.domain.language import _, money, plural


def add(
    ctx: typer.Context,
    code: CodeArgument,
    project: Annotated[str, typer.Option(metavar="P-…", help=_("The project."))],
    envelope: Annotated[
        str | None,
        typer.Option(
            metavar="CODE",
            help=_("Envelope that pays; left out, those of the project’s funders, else the only one of the year."),
        ),
    ] = None,
    cost: Annotated[
        list[int] | None,
        typer.Option(metavar="N", help=_("Only this cost, by its number in “project show”; may be repeated.")),
    ] = None,
    receiver: Annotated[
        str | None,
        typer.Option("--for", parser=str.upper, metavar="B-…", help=_("Who receives; left out, the first of them.")),
    ] = None,
) -> None:
    """Put a project on the list."""
    from reinsert_cli.ledger import enlist, shares  # noqa: PLC0415
    from reinsert_cli.reports.project import standing  # noqa: PLC0415

    with writing(ctx) as work:
        lines = enlist.add(work, code, project, envelope, cost or (), receiver)
        balance = standing(work.reader(), lines[0].project_code)
        paid = shares.by_envelope_of(work.reader(), code, {line.id for line in lines})
        amount, who = sum(line.amount for line in lines), lines[0].beneficiary_code
        numbers = f"{lines[0].id}–{lines[-1].id}" if len(lines) > 1 else str(lines[0].id)
    told = plural(
        "{n} line added to {batch} for {person}: {amount} DH (no. {numbers}).",
        "{n} lines added to {batch} for {person}: {amount} DH (no. {numbers}).",
        len(lines),
    )
    say(told.format(n=len(lines), batch=code, person=who, amount=money(amount), numbers=numbers))
    for payer, centimes in paid.items():
        say(_("Envelope {code} pays {amount} DH of it.").format(code=payer, amount=money(centimes)))
    if balance and balance.given > balance.asked:
        figures = {"amount": money(balance.given), "asked": money(balance.asked)}
        tell(Fault("cost.beyond_share", {"project": project.upper(), **figures}))


def remove(ctx: typer.Context, code: CodeArgument, line: LineArgument) -> None:
    """Take a line off the list."""
    from reinsert_cli.ledger import enlist  # noqa: PLC0415

    with writing(ctx) as work:
        gone = enlist.remove(work, code, line)
        number, amount = gone.id, gone.amount
    say(
        _("Line {line} of {batch} is off the list ({amount} DH).").format(line=number, batch=code, amount=money(amount))
    )
