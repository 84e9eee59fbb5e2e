"""``reinsert retention``: how long identities are kept, of whom the period is over, and erasing those."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from reinsert_cli.cli import rights
from reinsert_cli.cli.context import reading, writing
from reinsert_cli.cli.options import FormatOption, OutputOption, a_date, a_term, with_choices
from reinsert_cli.cli.show import say, show, tell
from reinsert_cli.domain.dates import PartialDate
from reinsert_cli.domain.faults import ExitStatus, Fault, Refusal
from reinsert_cli.domain.language import _, listed, plural
from reinsert_cli.domain.text import western_digits
from reinsert_cli.domain.vocabulary import RETENTIONS, label

if TYPE_CHECKING:
    from reinsert_cli.ledger.retention import Due
    from reinsert_cli.store.work import Work

app = typer.Typer(add_completion=False, no_args_is_help=True)

LONGEST = 100


def a_kind(printed: str) -> str:
    """Read whom a period is for."""
    return a_term("retention", RETENTIONS, printed)


def a_period(printed: str) -> int:
    """Read a number of years; 0 stands for no period at all."""
    if printed.strip().casefold() == "none":
        return 0
    digits = western_digits(printed.strip())
    if not digits.isdecimal() or not 1 <= int(digits[:4]) <= LONGEST:
        raise Refusal(ExitStatus.USAGE, "retention.unreadable", printed=printed)
    return int(digits)


ByOption = Annotated[
    PartialDate | None, typer.Option("--by", parser=a_date, metavar="DATE", help=_("Over by this day; else today."))
]


@app.callback(help=_("How long identities are kept."))
def retention() -> None:
    """Hold the verbs of retention."""


@app.command("show", help=_("Show the periods."))
def show_(ctx: typer.Context, fmt: FormatOption = "table", output: OutputOption = None) -> None:
    """Show the periods."""
    from reinsert_cli.reports import retention as reports  # noqa: PLC0415

    with reading(ctx) as reader:
        table = reports.in_force(reader)
    show(table, fmt, output)


@app.command("set", help=_("Let identities be kept so many years after a person’s last act."))
def set_(
    ctx: typer.Context,
    kind: Annotated[
        str, typer.Argument(parser=a_kind, metavar="KIND", help=with_choices(_("Whose."), RETENTIONS, "retention"))
    ],
    years: Annotated[
        int, typer.Option("--years", parser=a_period, metavar="N", help=_("Years; “none”: until somebody erases them."))
    ],
) -> None:
    """Set a period."""
    from reinsert_cli.ledger import retention as periods  # noqa: PLC0415

    with writing(ctx) as work:
        periods.set_period(work, kind, years or None)
    whose = label(f"retention.{kind}")
    if years:
        told = plural(
            "Identities of {whose} are kept {n} year after the last act.",
            "Identities of {whose} are kept {n} years after the last act.",
            years,
        )
        say(told.format(whose=whose, n=years))
    else:
        say(_("Identities of {whose} are kept until somebody erases them.").format(whose=whose))


@app.command("due", help=_("List those whose period is over; by codes only."))
def due(ctx: typer.Context, by: ByOption = None, fmt: FormatOption = "table", output: OutputOption = None) -> None:
    """List whose identities are to be erased."""
    from reinsert_cli.reports import retention as reports  # noqa: PLC0415

    with writing(ctx, dry_run=True) as work:
        found, hindered = _found(work, by)
        table = reports.over(work.reader(), found, hindered)
    show(table, fmt, output)


@app.command("apply", help=_("Erase the identities of those whose period is over."))
def apply(
    ctx: typer.Context,
    by: ByOption = None,
    yes: rights.YesOption = False,
) -> None:
    """Erase those whose period is over."""
    from reinsert_cli.ledger import erasing  # noqa: PLC0415

    with writing(ctx, dry_run=True) as work:
        found, hindered = _found(work, by)
    ready = [one.code for one in found if one.code not in hindered]
    if ready:
        count = len(ready)
        asked = plural("Erase for good who {n} person is?", "Erase for good who {n} people are?", count)
        rights.confirm(asked.format(n=count), yes=yes)
        with writing(ctx) as work:
            erased = erasing.erase(work, ready, _("retention period over"))
        told = plural("{n} identity is erased: {codes}.", "{n} identities are erased: {codes}.", count)
        say(told.format(n=count, codes=listed(ready)))
        rights.say_where_left(erased)
        rights.say_backups(ctx)
        rights.sweep(ctx, "erase.not_swept", code=ready[0])
    else:
        say(_("Nobody’s identity is to be erased."))
    if hindered:
        tell(Fault("retention.hindered", {"codes": listed(hindered)}))
        raise typer.Exit(ExitStatus.FINDINGS)


def _found(work: Work, by: PartialDate | None) -> tuple[list[Due], dict[str, str]]:
    """Give those whose period is over, and what hinders erasing some of them; tell where no period is set."""
    from reinsert_cli.ledger import erasing, retention  # noqa: PLC0415

    if not any(retention.periods(work.reader()).values()):
        tell(Fault("retention.none"))
    found = list(retention.due(work.reader(), by.last.isoformat() if by else work.day))
    hindered = erasing.hindered(work)
    return found, {one.code: hindered[one.code] for one in found if one.code in hindered}
