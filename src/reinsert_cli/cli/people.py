"""The verbs that show people, by their codes; who somebody is only for a stated reason."""

from __future__ import annotations

from typing import Annotated, Any

import typer

from reinsert_cli.cli.context import reading, writing
from reinsert_cli.cli.options import FormatOption, OutputOption, RegionOption, a_province, with_choices
from reinsert_cli.cli.pathway import a_step
from reinsert_cli.cli.person import PersonCentreOption
from reinsert_cli.cli.show import format_of, show, show_all, show_json, written_or_read
from reinsert_cli.domain.faults import ExitStatus, Refusal
from reinsert_cli.domain.language import _
from reinsert_cli.domain.vocabulary import STEPS


def show_(
    ctx: typer.Context,
    who: Annotated[
        str, typer.Argument(metavar="B-…|CIN|NAME", help=_("Code, card or file number, name in either alphabet."))
    ],
    identified: Annotated[
        bool, typer.Option("--identified", help=_("Say who it is; the audit keeps who asked and why."))
    ] = False,
    reason: Annotated[str | None, typer.Option(metavar="TEXT", help=_("Why; required with --identified."))] = None,
    fmt: FormatOption = "table",
    output: OutputOption = None,
) -> None:
    """Show a person."""
    from reinsert_cli.reports import finding, people, person_card  # noqa: PLC0415

    why = (reason or "").strip()
    if identified and not why:
        raise Refusal(ExitStatus.USAGE, "identified.reason_missing")
    with reading(ctx) as reader:
        codes = finding.found(reader, who)
        if len(codes) > 1:
            show(people.namesakes(reader, codes), fmt, output)
            return
        card = person_card.card(reader, codes[0])
    identity = _identity(ctx, codes[0], why) if identified else None
    _show_card(card, identity, fmt, output)


def _identity(ctx: typer.Context, code: str, reason: str) -> Any:
    """Tell who somebody is, once the audit has kept that it was asked for, and why."""
    from reinsert_cli.reports import person_card  # noqa: PLC0415

    with writing(ctx) as work:
        table = person_card.identity(work.reader(), code)
        work.record("identified", beneficiary=code, people=1, reason=reason)
    return table


def _show_card(card: Any, identity: Any, fmt: str, output: Any) -> None:
    parts = {name: getattr(card, name) for name in ("steps", "projects", "lines", "visits", "due")}
    if format_of(fmt, output) == "json":
        from reinsert_cli.render.text import machine_rows  # noqa: PLC0415

        answer: dict[str, Any] = machine_rows(card.person)[0]
        if identity is not None:
            now, *former = machine_rows(identity)
            answer |= {"identity": now, "known_as": former}
        show_json({**answer, **{name: machine_rows(table) for name, table in parts.items()}}, output)
    elif format_of(fmt, output) == "csv":
        show(card.person, fmt, output)
    else:
        first = [card.person] if identity is None else [card.person, identity]
        show_all([*first, *(table for table in parts.values() if table.rows)], fmt, output)


def list_(
    ctx: typer.Context,
    centre: PersonCentreOption = None,
    province: Annotated[
        str | None,
        typer.Option(parser=a_province, metavar="MA-FES", help=_("Prefecture or province of residence, code or name.")),
    ] = None,
    region: RegionOption = None,
    programme: Annotated[str | None, typer.Option(metavar="CODE", help=_("Who takes part in a project of it."))] = None,
    missing: Annotated[
        str | None,
        typer.Option(
            parser=a_step,
            metavar="STEP",
            help=with_choices(_("Who does not have this step behind them."), STEPS, "step"),
        ),
    ] = None,
    funded: Annotated[
        bool | None, typer.Option("--funded/--not-funded", help=_("To whom something was handed over, or nothing."))
    ] = None,
    due: Annotated[bool, typer.Option("--due", help=_("Whose project is to be visited by now."))] = False,
    name: Annotated[
        str | None, typer.Option(metavar="TEXT", help=_("Name or a part of it, in either alphabet."))
    ] = None,
    limit: Annotated[int | None, typer.Option(metavar="N", min=1, help=_("At most so many."))] = None,
    fmt: FormatOption = "table",
    output: OutputOption = None,
) -> None:
    """List people."""
    from reinsert_cli.reports import finding, people  # noqa: PLC0415

    wanted = people.Wanted(centre, province, region, programme, missing, funded, due)
    with reading(ctx) as reader:
        among = None if name is None else finding.called(reader, name)
        table = written_or_read(people.report(reader, wanted, among, limit), fmt, output)
    if table is not None:
        show(table, fmt)
