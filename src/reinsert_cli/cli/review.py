"""``reinsert review``: rows that wait for somebody to decide who they mean."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from reinsert_cli.cli.context import reading, writing
from reinsert_cli.cli.identifying import IdentifiedOption, WhyOption, reason_of, record
from reinsert_cli.cli.options import FormatOption, OutputOption, ReasonOption
from reinsert_cli.cli.show import say, show
from reinsert_cli.domain.faults import ExitStatus
from reinsert_cli.domain.language import _
from reinsert_cli.domain.vocabulary import label

if TYPE_CHECKING:
    from reinsert_cli.importers.outcome import RowResult

app = typer.Typer(add_completion=False, no_args_is_help=True)

NumberArgument = Annotated[int, typer.Argument(metavar="N", help=_("The row’s number in “review list”."))]


@app.command("list", help=_("List the rows that wait; by codes only."))
def list_(
    ctx: typer.Context,
    everything: Annotated[bool, typer.Option("--all", help=_("Those decided too."))] = False,
    fmt: FormatOption = "table",
    output: OutputOption = None,
) -> None:
    """List the rows to decide on."""
    from reinsert_cli.reports import reviews  # noqa: PLC0415

    with reading(ctx) as reader:
        table = reviews.waiting(reader, everything=everything)
    show(table, fmt, output)


@app.command("show", help=_("Show a row beside those whom it may mean: what agrees, what differs."))
def show_(
    ctx: typer.Context,
    number: NumberArgument,
    identified: IdentifiedOption = False,
    reason: WhyOption = None,
    fmt: FormatOption = "table",
    output: OutputOption = None,
) -> None:
    """Show a row side by side with its candidates."""
    from reinsert_cli.reports import reviews  # noqa: PLC0415

    why = reason_of(reason, identified=identified)
    if identified:
        with writing(ctx) as work:
            table = reviews.side_by_side(work.reader(), number, identified=True)
            record(work, why, len(table.rows), review=number)
    else:
        with reading(ctx) as reader:
            table = reviews.side_by_side(reader, number, identified=False)
    show(table, fmt, output)


@app.command(help=_("It is that person, line, project or visit: the row goes in as theirs."))
def accept(
    ctx: typer.Context,
    number: NumberArgument,
    person: Annotated[
        str | None, typer.Option(parser=str.upper, metavar="B-…", help=_("Which, where the row may mean several."))
    ] = None,
    project: Annotated[
        str | None, typer.Option(parser=str.upper, metavar="P-…", help=_("Which project was visited."))
    ] = None,
) -> None:
    """Accept a row."""
    from reinsert_cli.importers import review  # noqa: PLC0415

    with writing(ctx) as work:
        result = review.accept(work, number, person, project)
    _tell(number, result)


@app.command(
    help=_("It is somebody else, or one more item or visit: the row goes in as new; a visit to nobody, not at all.")
)
def reject(ctx: typer.Context, number: NumberArgument) -> None:
    """Reject a row's candidates."""
    from reinsert_cli.importers import review  # noqa: PLC0415

    with writing(ctx) as work:
        result = review.reject(work, number)
    _tell(number, result)


@app.command(help=_("Those whom the row may mean are one person: their codes become one, and the row is theirs."))
def merge(
    ctx: typer.Context,
    number: NumberArgument,
    reason: ReasonOption,
    keep: Annotated[
        str | None, typer.Option(metavar="B-…", help=_("The code that stays; else the first of them."))
    ] = None,
) -> None:
    """Merge a row's candidates."""
    from reinsert_cli.importers import review  # noqa: PLC0415

    with writing(ctx) as work:
        result = review.merge(work, number, keep, reason)
    _tell(number, result)


def _tell(number: int, result: RowResult) -> None:
    if result.outcome == "parked":
        say(_("The person of row no. {n} is settled, the rest is not: “reinsert review show {n}”.").format(n=number))
        raise typer.Exit(ExitStatus.FINDINGS)
    if result.subject is None:
        say(_("Row no. {n} is set aside: nothing of it goes in.").format(n=number))
        return
    say(_("Row no. {n} is in: {outcome}.").format(n=number, outcome=label(result.outcome)))
