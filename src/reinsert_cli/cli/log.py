"""``reinsert log``: what was done to the ledger, when, by whom."""

from __future__ import annotations

from typing import Annotated

import typer

from reinsert_cli.cli.context import reading
from reinsert_cli.cli.options import FormatOption, OutputOption, a_date
from reinsert_cli.cli.show import say, show
from reinsert_cli.domain.dates import PartialDate
from reinsert_cli.domain.faults import ExitStatus, Refusal
from reinsert_cli.domain.language import _, listed

app = typer.Typer(add_completion=False)

AuthorOption = Annotated[str | None, typer.Option(metavar="NAME", help=_("Only those of this author."))]
CommandOption = Annotated[str | None, typer.Option(metavar="TEXT", help=_("Only those of this command."))]
AboutOption = Annotated[str | None, typer.Option(metavar="CODE", help=_("Only those that speak of this code."))]
SinceOption = Annotated[
    PartialDate | None, typer.Option("--from", parser=a_date, metavar="DATE", help=_("From this day on."))
]
UntilOption = Annotated[
    PartialDate | None, typer.Option("--to", parser=a_date, metavar="DATE", help=_("Up to this day."))
]


@app.callback(invoke_without_command=True, help=_("Who did what to the ledger, and proof of it; alone, the list."))
def log(
    ctx: typer.Context,
    author: AuthorOption = None,
    command: CommandOption = None,
    about: AboutOption = None,
    since: SinceOption = None,
    until: UntilOption = None,
    fmt: FormatOption = "table",
    output: OutputOption = None,
) -> None:
    """List the audit records, unless a verb follows."""
    if ctx.invoked_subcommand is None:
        list_(ctx, author, command, about, since, until, fmt, output)


@app.command("list", help=_("List the writes, the latest last."))
def list_(
    ctx: typer.Context,
    author: AuthorOption = None,
    command: CommandOption = None,
    about: AboutOption = None,
    since: SinceOption = None,
    until: UntilOption = None,
    fmt: FormatOption = "table",
    output: OutputOption = None,
) -> None:
    """List the audit records."""
    from reinsert_cli.reports import log  # noqa: PLC0415

    with reading(ctx) as reader:
        days = (since.first.isoformat() if since else None, until.last.isoformat() if until else None)
        table = log.listing(reader, log.Wanted(author, command, about, *days))
    show(table, fmt, output)


@app.command(
    help=_("Prove that no record was changed, added or taken out; with --head, that none is missing at the end.")
)
def verify(
    ctx: typer.Context,
    head: Annotated[
        str | None, typer.Option("--head", metavar="HASH", help=_("A head kept elsewhere, as “log head” gave it."))
    ] = None,
) -> None:
    """Verify the chain."""
    from reinsert_cli.reports import log  # noqa: PLC0415

    with reading(ctx) as reader:
        broken, count = log.broken(reader), log.count(reader)
        has_head = head is None or log.has(reader, head)
    if broken:
        raise Refusal(ExitStatus.FINDINGS, "log.broken", records=listed(map(str, broken[:10])))
    if not has_head:
        raise Refusal(ExitStatus.FINDINGS, "log.truncated")
    say(_("{n} records, none changed.").format(n=count))


@app.command(help=_("Give the last record's hash, to be kept elsewhere: a chain cut short is found by it."))
def head(ctx: typer.Context) -> None:
    """Give the head of the chain."""
    from reinsert_cli.reports import log  # noqa: PLC0415

    with reading(ctx) as reader:
        say(log.head(reader))
