"""``reinsert programme``."""

from __future__ import annotations

from typing import Annotated

import typer

from reinsert_cli.cli.context import reading, writing
from reinsert_cli.cli.options import (
    ArabicNameOption,
    CodeArgument,
    FormatOption,
    NameOption,
    OutputOption,
    a_positive_amount,
    a_share,
)
from reinsert_cli.cli.show import say, show
from reinsert_cli.domain.faults import ExitStatus, Refusal
from reinsert_cli.domain.language import _
from reinsert_cli.domain.money import Amount

app = typer.Typer(add_completion=False, no_args_is_help=True)


@app.command(help=_("Register a programme."))
def add(ctx: typer.Context, code: CodeArgument, name: NameOption, name_ar: ArabicNameOption = None) -> None:
    """Register a programme."""
    from reinsert_cli.ledger import programme  # noqa: PLC0415

    with writing(ctx) as work:
        programme.add(work, code, name, name_ar)
    say(_("Programme {code} is registered.").format(code=code))


@app.command("list", help=_("List the programmes."))
def list_(ctx: typer.Context, fmt: FormatOption = "table", output: OutputOption = None) -> None:
    """List the programmes."""
    from reinsert_cli.reports import lists  # noqa: PLC0415

    with reading(ctx) as reader:
        table = lists.programmes(reader)
    show(table, fmt, output)


@app.command(help=_("Say the most that a project is given, or a funder’s share of it; without options, show that."))
def ceiling(
    ctx: typer.Context,
    code: CodeArgument,
    per_project: Annotated[
        Amount | None,
        typer.Option(
            "--per-project", parser=a_positive_amount, metavar="AMOUNT", help=_("The most a project is given.")
        ),
    ] = None,
    funder: Annotated[str | None, typer.Option(metavar="CODE", help=_("The partner whose share is limited."))] = None,
    share: Annotated[
        int | None,
        typer.Option(parser=a_share, metavar="PERCENT", help=_("The most it pays of what a project costs: 70%.")),
    ] = None,
    none: Annotated[
        bool, typer.Option("--none", help=_("Lift the ceiling: of the funder, else of a project."))
    ] = False,
    fmt: FormatOption = "table",
    output: OutputOption = None,
) -> None:
    """Set a ceiling, or show those that are set."""
    has_one_share = (share is not None) != none if funder else share is None
    if not has_one_share or (none and per_project):
        raise Refusal(ExitStatus.USAGE, "ceiling.of_what")
    from reinsert_cli.ledger import programme  # noqa: PLC0415
    from reinsert_cli.reports import ceilings  # noqa: PLC0415

    if per_project or funder or none:
        with writing(ctx) as work:
            if funder:
                programme.limit_share(work, code, funder, share)
            if per_project or (none and not funder):
                programme.limit(work, code, per_project.centimes if per_project else None)
    with reading(ctx) as reader:
        table = ceilings.listing(reader, code)
    show(table, fmt, output)
