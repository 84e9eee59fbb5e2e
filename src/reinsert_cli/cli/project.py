"""``reinsert project``: what a person or a group sets out to do; its costs and quotations are in ``project_parts``."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any, Final

import typer

from reinsert_cli.cli import project_parts
from reinsert_cli.cli.context import reading, writing
from reinsert_cli.cli.options import (
    FormatOption,
    OutputOption,
    a_project_kind,
    a_project_state,
    a_sector,
    a_text,
    an_amount,
    with_choices,
)
from reinsert_cli.cli.project_parts import ProjectArgument
from reinsert_cli.cli.show import format_of, say, show, show_all, show_json
from reinsert_cli.domain.faults import ExitStatus, Refusal
from reinsert_cli.domain.language import _, listed
from reinsert_cli.domain.money import Amount
from reinsert_cli.domain.vocabulary import PROJECT_KINDS, PROJECT_STATES

if TYPE_CHECKING:
    from reinsert_cli.ledger.project import Details

app = typer.Typer(add_completion=False, no_args_is_help=True)
app.add_typer(project_parts.costs, name="cost")
app.add_typer(project_parts.quotations, name="quote")

AUTO: Final = "auto"


def a_sector_or_auto(printed: str) -> str:
    """Read a sector, or ``auto``: the one that the activity suggests."""
    return AUTO if printed.strip().lower() == AUTO else a_sector(printed)


KindOption = Annotated[
    str | None,
    typer.Option(
        "--kind",
        parser=a_project_kind,
        metavar="KIND",
        help=with_choices(_("Whose project it is."), PROJECT_KINDS, "project"),
    ),
]
TitleOption = Annotated[str | None, typer.Option("--name", parser=a_text, metavar="TEXT", help=_("Name of the group."))]
ActivityOption = Annotated[
    str | None, typer.Option(parser=a_text, metavar="TEXT", help=_("The trade, in the words of the file."))
]
SectorOption = Annotated[
    str | None,
    typer.Option(
        parser=a_sector_or_auto, metavar="SECTOR|auto", help=_("Its sector; “auto” takes what the activity suggests.")
    ),
]
OwnOption = Annotated[
    Amount | None,
    typer.Option("--own-contribution", parser=an_amount, metavar="AMOUNT", help=_("What its people bring themselves.")),
]


@app.callback(help=_("Projects: people, costs, funding, quotations."))
def project() -> None:
    """Hold the verbs of projects."""


@app.command(help=_("Register a project of one person, of a household or of a cooperative."))
def add(
    ctx: typer.Context,
    programme: Annotated[str, typer.Option(metavar="CODE", help=_("Programme that it belongs to."))],
    beneficiary: Annotated[
        list[str], typer.Option(parser=str.upper, metavar="B-…", help=_("Person in it; may be repeated."))
    ],
    kind: KindOption = None,
    name: TitleOption = None,
    activity: ActivityOption = None,
    sector: SectorOption = None,
    own_contribution: OwnOption = None,
) -> None:
    """Register a project."""
    from reinsert_cli.ledger import project as projects  # noqa: PLC0415

    with writing(ctx) as work:
        suggested = projects.suggested_sector(work, activity)
        details = _details(kind, name, activity, sector, own_contribution, suggested)
        code = projects.add(work, programme, beneficiary, details).code
    say(_("Project {code} is registered.").format(code=code))
    _say_sector(code, sector, suggested)


@app.command(help=_("Change what is known of a project; an empty text takes it back."))
def edit(
    ctx: typer.Context,
    code: ProjectArgument,
    kind: KindOption = None,
    name: TitleOption = None,
    activity: ActivityOption = None,
    sector: SectorOption = None,
    own_contribution: OwnOption = None,
) -> None:
    """Change a project."""
    from reinsert_cli.ledger import project as projects  # noqa: PLC0415

    with writing(ctx) as work:
        known = projects.find(work, code)
        suggested = projects.suggested_sector(work, activity if activity is not None else known.activity)
        projects.edit(work, code, _details(kind, name, activity, sector, own_contribution, suggested))
        has_sector = known.sector_code is not None
    say(_("Project {code} is changed.").format(code=code.upper()))
    if not has_sector or sector == AUTO:
        _say_sector(code.upper(), sector, suggested)


def _details(
    kind: str | None,
    name: str | None,
    activity: str | None,
    sector: str | None,
    own_contribution: Amount | None,
    suggested: str | None,
) -> Details:
    """Give what the options say; refuse (``sector.not_suggested``) a suggestion that is asked for and not there."""
    from reinsert_cli.domain.catalogue import sectors  # noqa: PLC0415
    from reinsert_cli.ledger.project import Details  # noqa: PLC0415

    if sector == AUTO and suggested is None:
        raise Refusal(ExitStatus.RULE, "sector.not_suggested", known=listed(one.code for one in sectors()))
    own = own_contribution.centimes if own_contribution else None
    return Details(kind, name, activity, suggested if sector == AUTO else sector, own)


def _say_sector(code: str, asked: str | None, suggested: str | None) -> None:
    """Tell which sector was taken, or that one is usual and how to take it: none is ever taken silently."""
    if asked == AUTO:
        say(_("Sector, as the activity suggests: {sector}.").format(sector=_sector_name(suggested or "")))
    elif asked is None and suggested:
        told = _(
            "No sector is recorded; usual for this activity: {sector}. Take it: “reinsert project edit {code} {how}”."
        )
        say(told.format(sector=_sector_name(suggested), code=code, how=f"--sector {AUTO}"))


def _sector_name(code: str) -> str:
    from reinsert_cli.domain.catalogue import sectors  # noqa: PLC0415
    from reinsert_cli.domain.language import current  # noqa: PLC0415

    named = next((one for one in sectors() if one.code == code), None)
    return code if named is None else named.name_ar if current() == "ar" else named.name_fr


@app.command("list", help=_("List the projects."))
def list_(
    ctx: typer.Context,
    programme: Annotated[str | None, typer.Option(metavar="CODE", help=_("Only this programme."))] = None,
    state: Annotated[
        str | None,
        typer.Option(
            parser=a_project_state,
            metavar="STATE",
            help=with_choices(_("Only those that came so far."), PROJECT_STATES, "project"),
        ),
    ] = None,
    sector: Annotated[str | None, typer.Option(parser=a_sector, metavar="SECTOR", help=_("Only this sector."))] = None,
    centre: Annotated[str | None, typer.Option(metavar="CODE", help=_("Only the people of this centre."))] = None,
    kind: KindOption = None,
    fmt: FormatOption = "table",
    output: OutputOption = None,
) -> None:
    """List projects."""
    from reinsert_cli.reports import project as projects  # noqa: PLC0415

    with reading(ctx) as reader:
        table = projects.listing(reader, projects.Wanted(programme, state, sector, centre, kind))
    show(table, fmt, output)


@app.command("show", help=_("Show one project whole: people, costs, funding, quotations, papers, lines, visits."))
def show_(ctx: typer.Context, code: ProjectArgument, fmt: FormatOption = "table", output: OutputOption = None) -> None:
    """Show a project."""
    from reinsert_cli.reports import project_card  # noqa: PLC0415

    with reading(ctx) as reader:
        card = project_card.card(reader, code.upper())
    if format_of(fmt, output) == "json":
        from reinsert_cli.render.text import machine_rows  # noqa: PLC0415

        answer: dict[str, Any] = machine_rows(card.project)[0]
        show_json({**answer, **{name: machine_rows(table) for name, table in card.parts.items()}}, output)
    elif format_of(fmt, output) == "csv":
        show(card.project, fmt, output)
    else:
        show_all([card.project, *(table for table in card.parts.values() if table.rows)], fmt, output)


@app.command(help=_("Let a person be of a household or cooperative, or take one out of it."))
def member(
    ctx: typer.Context,
    code: ProjectArgument,
    change: Annotated[str, typer.Argument(parser=project_parts.a_change, metavar="add|remove", help=_("Which way."))],
    person: Annotated[str, typer.Argument(parser=str.upper, metavar="B-…", help=_("The person."))],
) -> None:
    """Change who a project's people are."""
    from reinsert_cli.ledger import project as projects  # noqa: PLC0415

    act = projects.join if change == "add" else projects.leave
    with writing(ctx) as work:
        act(work, code, person)
        people = projects.members_of(work, code.upper())
    say(_("People of project {code}: {people}.").format(code=code.upper(), people=listed(people)))


@app.command(help=_("Say what a funder is to pay of a project; 0 takes the funder out."))
def fund(
    ctx: typer.Context,
    code: ProjectArgument,
    funder: Annotated[str, typer.Option(metavar="CODE", help=_("The partner who pays."))],
    amount: Annotated[
        Amount, typer.Option(parser=an_amount, metavar="AMOUNT", help=_("In dirhams, in any usual form."))
    ],
) -> None:
    """Set a funder's part."""
    project_parts.fund(ctx, code, funder, amount)
