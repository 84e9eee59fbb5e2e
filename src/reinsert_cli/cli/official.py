"""``reinsert batch official``: who is at a handover by their office."""

from __future__ import annotations

from typing import Annotated

import typer

from reinsert_cli.cli.context import writing
from reinsert_cli.cli.options import CodeArgument, a_name
from reinsert_cli.cli.show import say
from reinsert_cli.domain.language import _

app = typer.Typer(add_completion=False, no_args_is_help=True, help=_("Who is at a handover by their office."))


@app.command(help=_("Note somebody whom the minutes are to name."))
def add(
    ctx: typer.Context,
    code: CodeArgument,
    name: Annotated[str, typer.Option("--name", parser=a_name, metavar="TEXT", help=_("Their name."))],
    role: Annotated[
        str | None,
        typer.Option("--role", parser=a_name, metavar="TEXT", help=_("Their office, for the minutes.")),
    ] = None,
    presided: Annotated[bool, typer.Option("--presided", help=_("They presided."))] = False,
) -> None:
    """Add an official."""
    from reinsert_cli.ledger import official  # noqa: PLC0415

    with writing(ctx) as work:
        number = official.add(work, code, name, role, presided=presided)
    say(_("The minutes of {code} will name official no. {number}.").format(code=code, number=number))


@app.command(help=_("Take somebody out of the minutes again."))
def remove(
    ctx: typer.Context,
    code: CodeArgument,
    number: Annotated[int, typer.Argument(metavar="N", min=1, help=_("Number, as “batch show” gives it."))],
) -> None:
    """Remove an official."""
    from reinsert_cli.ledger import official  # noqa: PLC0415

    with writing(ctx) as work:
        official.remove(work, code, number)
    say(_("Official no. {number} of {code} is taken out.").format(code=code, number=number))
