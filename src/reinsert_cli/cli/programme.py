"""``reinsert programme``."""

from __future__ import annotations

from typing import Annotated, Any

import typer

from reinsert_cli.cli.context import reading, writing
from reinsert_cli.cli.options import (
    ArabicNameOption,
    CodeArgument,
    FormatOption,
    NameOption,
    OutputOption,
    a_document_kind,
    a_positive_amount,
    a_share,
    with_choices,
)
from reinsert_cli.cli.pathway import a_step
from reinsert_cli.cli.show import format_of, say, show, show_json
from reinsert_cli.domain.faults import ExitStatus, Refusal
from reinsert_cli.domain.language import _, listed
from reinsert_cli.domain.money import Amount
from reinsert_cli.domain.pathways import in_order
from reinsert_cli.domain.vocabulary import DOCUMENTS, STEPS, label

app = typer.Typer(add_completion=False, no_args_is_help=True)


@app.command(help=_("Register a programme."))
def add(ctx: typer.Context, code: CodeArgument, name: NameOption, name_ar: ArabicNameOption = None) -> None:
    """Register a programme."""
    from reinsert_cli.ledger import programme  # noqa: PLC0415

    with writing(ctx) as work:
        programme.add(work, code, name, name_ar)
    say(_("Programme {code} is registered.").format(code=code))


@app.command(help=_("Say what a programme asks for before it funds; what is said replaces what was."))
def require(
    ctx: typer.Context,
    code: CodeArgument,
    step: Annotated[
        list[str] | None,
        typer.Option(
            "--step",
            parser=a_step,
            metavar="STEP",
            help=with_choices(_("Step of each person; may be repeated."), STEPS, "step"),
        ),
    ] = None,
    document: Annotated[
        list[str] | None,
        typer.Option(
            "--document",
            parser=a_document_kind,
            metavar="KIND",
            help=with_choices(_("Paper of each project; may be repeated."), DOCUMENTS, "document"),
        ),
    ] = None,
    none: Annotated[bool, typer.Option("--none", help=_("Ask for nothing any more."))] = False,
) -> None:
    """Set what a programme asks for."""
    if none and (step or document):
        raise Refusal(ExitStatus.USAGE, "requirement.none_and_some")
    if not (none or step or document):
        raise Refusal(ExitStatus.USAGE, "requirement.nothing_said")
    from reinsert_cli.ledger import pathway  # noqa: PLC0415

    asked = {"step": step or [], "document": document or []}
    with writing(ctx) as work:
        pathway.require_of(work, code, {subject: kinds for subject, kinds in asked.items() if none or kinds})
    if none:
        say(_("Programme {code} asks for nothing before it funds.").format(code=code))
    for subject, kinds in (("step", in_order(asked["step"])), ("document", asked["document"])):
        if kinds:
            told = listed(label(f"{subject}.{kind}") for kind in kinds)
            say(_("Programme {code} asks for: {kinds}.").format(code=code, kinds=told))


@app.command("show", help=_("Show one programme and what it asks for before it funds."))
def show_(ctx: typer.Context, code: CodeArgument, fmt: FormatOption = "table", output: OutputOption = None) -> None:
    """Show a programme."""
    from reinsert_cli.reports import programmes  # noqa: PLC0415

    with reading(ctx) as reader:
        table = programmes.one(reader, code)
    if format_of(fmt, output) == "json":
        from reinsert_cli.render.text import machine_rows  # noqa: PLC0415

        answer: dict[str, Any] = machine_rows(table)[0]
        kinds = {key: answer[key].split(", ") if answer[key] else [] for key in ("steps", "documents")}
        show_json({**answer, **kinds}, output)
    else:
        show(table, fmt, output)


@app.command("list", help=_("List the programmes."))
def list_(ctx: typer.Context, fmt: FormatOption = "table", output: OutputOption = None) -> None:
    """List the programmes."""
    from reinsert_cli.reports import programmes  # noqa: PLC0415

    with reading(ctx) as reader:
        table = programmes.every(reader)
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
