"""``reinsert statement``."""

from __future__ import annotations

from typing import Annotated

import typer

from reinsert_cli.cli.context import reading, writing
from reinsert_cli.cli.options import FormatOption, OutputOption, a_date, a_term, iso, usage, with_choices
from reinsert_cli.cli.show import say, show
from reinsert_cli.domain.dates import PartialDate
from reinsert_cli.domain.faults import ExitStatus, Fault, Refusal
from reinsert_cli.domain.language import _
from reinsert_cli.domain.vocabulary import MEASURES

app = typer.Typer(add_completion=False, no_args_is_help=True)


def a_measure(printed: str) -> str:
    """Read what a figure measures."""
    return a_term("", MEASURES, printed)


@app.command(help=_("Record what a source declares of a batch, an envelope, a convention or a programme."))
def add(
    ctx: typer.Context,
    measure: Annotated[
        str,
        typer.Option(parser=a_measure, metavar="MEASURE", help=with_choices(_("What the figure measures."), MEASURES)),
    ],
    value: Annotated[str, typer.Option(metavar="TEXT", help=_("The figure as printed: “plus de 500.000 DH”."))],
    source: Annotated[str, typer.Option(metavar="TEXT", help=_("Who says so, and where."))],
    batch: Annotated[str | None, typer.Option(metavar="CODE", help=_("The batch it speaks of."))] = None,
    envelope: Annotated[str | None, typer.Option(metavar="CODE", help=_("Or the envelope."))] = None,
    convention: Annotated[str | None, typer.Option(metavar="CODE", help=_("Or the convention."))] = None,
    programme: Annotated[str | None, typer.Option(metavar="CODE", help=_("Or the programme."))] = None,
    fiscal_year: Annotated[
        int | None,
        typer.Option(metavar="YYYY", min=1990, max=2100, help=_("Of the programme, in this fiscal year only.")),
    ] = None,
    published: Annotated[
        PartialDate | None, typer.Option(parser=a_date, metavar="DATE", help=_("Day of publication."))
    ] = None,
) -> None:
    """Record a statement."""
    given = {"batch": batch, "envelope": envelope, "convention": convention, "programme": programme}
    subjects = [(kind, code) for kind, code in given.items() if code]
    if not source.strip():
        raise Refusal(ExitStatus.USAGE, "statement.source_missing")
    if len(subjects) != 1 or (fiscal_year is not None and programme is None):
        raise Refusal(ExitStatus.USAGE, "statement.one_subject")
    from reinsert_cli.ledger import statement  # noqa: PLC0415

    declared = statement.read_declaration(measure, value)
    if isinstance(declared, Fault):
        raise usage(declared)
    with writing(ctx) as work:
        kept = statement.add(work, *subjects[0], measure, declared, source, iso(published), fiscal_year)
        number = kept.id
    say(_("Statement no. {number} is kept.").format(number=number))


@app.command(help=_("Let one statement stand, for a reason; the others are kept."))
def choose(
    ctx: typer.Context,
    number: Annotated[int, typer.Argument(metavar="NUMBER", min=1, max=2**62, help=_("Its number, as lists show it."))],
    reason: Annotated[str, typer.Option(metavar="TEXT", help=_("Why this one."))],
) -> None:
    """Choose between statements."""
    from reinsert_cli.ledger import statement  # noqa: PLC0415

    with writing(ctx) as work:
        statement.choose(work, number, reason)
    say(_("Statement no. {number} stands.").format(number=number))


@app.command("list", help=_("List every statement beside what the ledger counts."))
def list_(
    ctx: typer.Context,
    batch: Annotated[str | None, typer.Option(metavar="CODE", help=_("Only those of this batch."))] = None,
    fmt: FormatOption = "table",
    output: OutputOption = None,
) -> None:
    """List statements."""
    from reinsert_cli.reports import statements  # noqa: PLC0415
    from reinsert_cli.reports.names import require  # noqa: PLC0415

    with reading(ctx) as reader:
        if batch:
            require(reader, "batch", batch)
        table = statements.listing(reader, batch)
    show(table, fmt, output)
