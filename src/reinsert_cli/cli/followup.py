"""``reinsert followup``: what becomes of projects and people after the handover."""

from __future__ import annotations

from collections.abc import Callable
from typing import Annotated

import typer

from reinsert_cli.cli.context import reading, writing
from reinsert_cli.cli.identifying import IdentifiedOption, WhyOption, reason_of, record
from reinsert_cli.cli.options import (
    FormatOption,
    OutputOption,
    RegionOption,
    a_centre,
    a_date,
    an_amount,
    iso,
    usage,
    with_choices,
)
from reinsert_cli.cli.show import say, show
from reinsert_cli.domain.dates import PartialDate
from reinsert_cli.domain.faults import ExitStatus, Fault, Refusal
from reinsert_cli.domain.language import _, date, plural
from reinsert_cli.domain.money import Amount
from reinsert_cli.domain.visit_words import read_closing, read_return, read_state
from reinsert_cli.domain.vocabulary import CLOSINGS, MILESTONES, RETURNS, VISIT_STATES, label
from reinsert_cli.reports.filters import Filters

app = typer.Typer(add_completion=False, no_args_is_help=True)


def _reader(read: Callable[[str], str | Fault]) -> Callable[[str], str]:
    """Give the reader of an option whose words are those of ``read``."""

    def parse(said: str) -> str:
        term = read(said)
        if isinstance(term, Fault):
            raise usage(term)
        return term

    return parse


def a_milestone(said: str) -> int:
    """Read the months of a visit."""
    if said not in map(str, MILESTONES):
        raise Refusal(ExitStatus.USAGE, "usage.milestone", name=said, known=", ".join(map(str, MILESTONES)))
    return int(said)


DayOption = Annotated[
    PartialDate, typer.Option("--on", parser=a_date, metavar="DATE", help=_("Day of the visit; month will do."))
]
ProgrammeOption = Annotated[str | None, typer.Option(metavar="CODE", help=_("Only this programme."))]
CentreOption = Annotated[
    str | None,
    typer.Option(parser=a_centre, metavar="CODE", help=_("Only the people of this centre, code or city.")),
]


@app.command(help=_("Record a visit to a funded project; the same day again mends what it says."))
def add(
    ctx: typer.Context,
    who: Annotated[str, typer.Argument(metavar="P-…|B-…", help=_("The project, or the person of the only one."))],
    on: DayOption,
    state: Annotated[
        str,
        typer.Option(
            parser=_reader(read_state),
            metavar="STATE",
            help=with_choices(_("What the visit found."), VISIT_STATES, "project"),
        ),
    ],
    milestone: Annotated[
        int | None,
        typer.Option(
            parser=a_milestone,
            metavar="|".join(map(str, MILESTONES)),
            help=_(
                "Months after the handover that it stands for; else told by its day: from a month before to halfway "
                "to the next."
            ),
        ),
    ] = None,
    closed_on: Annotated[
        PartialDate | None,
        typer.Option(parser=a_date, metavar="DATE", help=_("When it closed; month or year will do.")),
    ] = None,
    reason: Annotated[
        str | None,
        typer.Option(
            parser=_reader(read_closing), metavar="REASON", help=with_choices(_("Why it closed."), CLOSINGS, "closing")
        ),
    ] = None,
    income: Annotated[
        Amount | None,
        typer.Option(parser=an_amount, metavar="AMOUNT", help=_("What it leaves its people in a month, in dirhams.")),
    ] = None,
    jobs: Annotated[
        int | None, typer.Option(metavar="N", min=0, max=10_000, help=_("How many people work in it."))
    ] = None,
) -> None:
    """Record a visit."""
    from reinsert_cli.ledger import followup  # noqa: PLC0415
    from reinsert_cli.ledger.visited import Visited  # noqa: PLC0415

    with writing(ctx) as work:
        visited = Visited(work)
        project = followup.project_of(work, who, visited)
        told = followup.Visit(on.iso, state, milestone, iso(closed_on), reason, _centimes(income), jobs)
        keeping = followup.keeping(work, project, told, visited)
        keeping.write(work)
        months, found = keeping.wanted.milestone, keeping.wanted.state
    facts = {"project": project, "day": date(on.iso), "state": label(f"project.{found}")}
    say(_kept(keeping.kept).format(**facts))
    if months:
        say(plural("It stands for the visit at {n} month.", "It stands for the visit at {n} months.", months).format(
            n=months
        ))  # fmt: skip


def _centimes(amount: Amount | None) -> int | None:
    """Give an income in centimes; refuse (exit 2) one that is not exact."""
    if amount is None:
        return None
    if amount.qualifier != "exact":
        raise usage(Fault("amount.qualified"))
    return amount.centimes


def _kept(kept: str) -> str:
    return {
        "new": _("Visit of {day} to project {project} recorded: {state}."),
        "updated": _("Visit of {day} to project {project} mended: {state}."),
        "unchanged": _("Visit of {day} to project {project} says that already: {state}."),
    }[kept]


@app.command(help=_("Record whether a person is back in prison, by which definition, as known on which day."))
def back(
    ctx: typer.Context,
    who: Annotated[str, typer.Argument(metavar="B-…", help=_("The person’s code."))],
    definition: Annotated[
        str,
        typer.Option(
            parser=_reader(read_return),
            metavar="DEFINITION",
            help=with_choices(_("What “back” means."), RETURNS, "return"),
        ),
    ],
    on: Annotated[
        PartialDate, typer.Option("--on", parser=a_date, metavar="DATE", help=_("Day of the return, or of the asking."))
    ],
    is_back: Annotated[
        bool | None, typer.Option("--back/--not-back", help=_("Whether the person is back."), show_default=False)
    ] = None,
) -> None:
    """Record a return to prison, or that there was none."""
    if is_back is None:
        raise Refusal(ExitStatus.USAGE, "followup.back_or_not")
    from reinsert_cli.ledger import followup  # noqa: PLC0415

    with writing(ctx) as work:
        followup.back(work, who, definition, on.iso, is_back=is_back)
    say(_("Recorded for {code}; reports only count it.").format(code=who.upper()))


@app.command("list", help=_("List the visits."))
def list_(
    ctx: typer.Context,
    project: Annotated[str | None, typer.Option(metavar="P-…", help=_("Only this project."))] = None,
    centre: CentreOption = None,
    programme: ProgrammeOption = None,
    region: RegionOption = None,
    fmt: FormatOption = "table",
    output: OutputOption = None,
) -> None:
    """List the visits."""
    from reinsert_cli.reports import visits  # noqa: PLC0415

    with reading(ctx) as reader:
        table = visits.made(reader, Filters(region=region, programme=programme, centre=centre), project)
    show(table, fmt, output)


@app.command(help=_("List the visits that are due: the latest of each project, with those missed before it."))
def due(
    ctx: typer.Context,
    by: Annotated[
        PartialDate | None, typer.Option(parser=a_date, metavar="DATE", help=_("Due by this day; today unless said."))
    ] = None,
    centre: CentreOption = None,
    programme: ProgrammeOption = None,
    region: RegionOption = None,
    identified: IdentifiedOption = False,
    reason: WhyOption = None,
    fmt: FormatOption = "table",
    output: OutputOption = None,
) -> None:
    """List the visits due."""
    from reinsert_cli.reports import visits  # noqa: PLC0415

    why = reason_of(reason, identified=identified)
    filters = Filters(region=region, programme=programme, centre=centre)
    until = by.last.isoformat() if by else None
    if identified:
        from reinsert_cli.reports.naming import named  # noqa: PLC0415

        with writing(ctx) as work:
            reader = work.reader()
            table, people = named(reader, visits.due(reader, filters, until or reader.as_of))
            record(work, why, people, centre=centre)
    else:
        with reading(ctx) as reader:
            table = visits.due(reader, filters, until or reader.as_of)
    show(table, fmt, output)
