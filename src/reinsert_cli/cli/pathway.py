"""The verbs of a person's pathway: the steps that they took, and what they lack."""

from __future__ import annotations

from typing import Annotated

import typer

from reinsert_cli.cli.context import reading, writing
from reinsert_cli.cli.options import FormatOption, OutputOption, a_date, usage, with_choices
from reinsert_cli.cli.show import say, show
from reinsert_cli.domain.dates import PartialDate
from reinsert_cli.domain.faults import ExitStatus, Fault, Refusal
from reinsert_cli.domain.language import _, date
from reinsert_cli.domain.pathways import read_outcome, read_step
from reinsert_cli.domain.vocabulary import OUTCOMES, STEPS, label


def a_step(printed: str) -> str:
    """Read a step of the pathway, by code or in words, as its code."""
    read = read_step(printed)
    if isinstance(read, Fault):
        raise Refusal(ExitStatus.RULE, read.code, **read.params)
    return read


def an_outcome(printed: str) -> str:
    """Read how a step ended, by code or in words, as its code."""
    read = read_outcome(printed)
    if isinstance(read, Fault):
        raise usage(read)
    return read


def step(
    ctx: typer.Context,
    code: Annotated[str, typer.Argument(metavar="B-…", help=_("The person’s code."))],
    kind: Annotated[
        str, typer.Argument(metavar="STEP", parser=a_step, help=with_choices(_("Which step."), STEPS, "step"))
    ],
    on: Annotated[
        PartialDate, typer.Option("--on", parser=a_date, metavar="DATE", help=_("Its day; month or year will do."))
    ],
    partner: Annotated[str | None, typer.Option(metavar="CODE", help=_("With whom it was taken."))] = None,
    outcome: Annotated[
        str | None,
        typer.Option(
            parser=an_outcome,
            metavar="OUTCOME",
            help=with_choices(_("How it ended; favourable unless said."), OUTCOMES, "outcome"),
        ),
    ] = None,
    remove: Annotated[bool, typer.Option("--remove", help=_("It was recorded by mistake: take it out."))] = False,
) -> None:
    """Record a step of a person."""
    from reinsert_cli.ledger import pathway  # noqa: PLC0415

    if remove:
        with writing(ctx) as work:
            pathway.remove(work, code, kind, on.iso)
        told = _("{code}, {step} of {day}: taken out.")
    else:
        with writing(ctx) as work:
            done = pathway.take(work, code, kind, on.iso, partner, outcome)
        told = {
            "new": _("{code}, {step} of {day}: recorded."),
            "updated": _("{code}, {step} of {day}: mended."),
            "unchanged": _("{code}, {step} of {day}: was recorded so already."),
        }[done]
    say(told.format(code=code.upper(), step=label(f"step.{kind}"), day=date(on.iso)))


def steps(
    ctx: typer.Context,
    code: Annotated[str, typer.Argument(metavar="B-…", help=_("The person’s code."))],
    fmt: FormatOption = "table",
    output: OutputOption = None,
) -> None:
    """Show a person's pathway."""
    from reinsert_cli.reports import pathway  # noqa: PLC0415

    with reading(ctx) as reader:
        table = pathway.pathway(reader, code)
    show(table, fmt, output)
