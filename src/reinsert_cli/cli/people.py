"""The verbs that show people, by their codes; who somebody is only for a stated reason."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Annotated, Any

import typer

from reinsert_cli.cli.context import reading, writing
from reinsert_cli.cli.identifying import (
    IdentifiedOption,
    WhyOption,
    WithDisabilityOption,
    WithSpecialOption,
    protected_asked,
    reason_of,
    record,
)
from reinsert_cli.cli.options import FormatOption, OutputOption, RegionOption, a_province, with_choices
from reinsert_cli.cli.pathway import a_step
from reinsert_cli.cli.person import PersonCentreOption
from reinsert_cli.cli.show import format_of, show, show_all, show_json, written_or_read
from reinsert_cli.domain.language import _
from reinsert_cli.domain.vocabulary import STEPS

if TYPE_CHECKING:
    from reinsert_cli.domain.table import Table
    from reinsert_cli.reports.people import Wanted
    from reinsert_cli.reports.person_card import Card


def show_(
    ctx: typer.Context,
    who: Annotated[
        str, typer.Argument(metavar="B-…|CIN|NAME", help=_("Code, card or file number, name in either alphabet."))
    ],
    identified: IdentifiedOption = False,
    reason: WhyOption = None,
    with_disability: WithDisabilityOption = False,
    with_special: WithSpecialOption = False,
    fmt: FormatOption = "table",
    output: OutputOption = None,
) -> None:
    """Show a person."""
    from reinsert_cli.reports import finding, people, person_card  # noqa: PLC0415

    why = reason_of(reason, identified=identified)
    shown = protected_asked(disability=with_disability, special=with_special, identified=identified)
    with reading(ctx) as reader:
        codes = finding.found(reader, who)
        if len(codes) > 1:
            show(people.namesakes(reader, codes), fmt, output)
            return
        card = person_card.card(reader, codes[0])
    identity = None
    if identified:
        card, identity = _identified(ctx, card, codes[0], why, shown)
    _show_card(card, identity, fmt, output)


def _identified(ctx: typer.Context, card: Card, code: str, reason: str, shown: tuple[str, ...]) -> tuple[Card, Table]:
    """Tell who somebody is, once the audit has kept that it was asked for, and why."""
    from reinsert_cli.ledger.beneficiary import require_living  # noqa: PLC0415
    from reinsert_cli.reports import naming, person_card  # noqa: PLC0415

    with writing(ctx) as work:
        require_living(work, code)
        identity = person_card.identity(work.reader(), code)
        person = naming.with_protected(work.reader(), card.person, code, shown)
        record(work, reason, 1, shown, beneficiary=code)
    return replace(card, person=person), identity


def _show_card(card: Card, identity: Table | None, fmt: str, output: Any) -> None:
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
    identified: IdentifiedOption = False,
    reason: WhyOption = None,
    with_disability: WithDisabilityOption = False,
    with_special: WithSpecialOption = False,
    fmt: FormatOption = "table",
    output: OutputOption = None,
) -> None:
    """List people."""
    from reinsert_cli.reports import finding, people  # noqa: PLC0415

    wanted = people.Wanted(centre, province, region, programme, missing, funded, due)
    why = reason_of(reason, identified=identified)
    shown = protected_asked(disability=with_disability, special=with_special, identified=identified)
    if identified:
        show(_listed_by_name(ctx, wanted, name, limit, why, shown), fmt, output)
        return
    with reading(ctx) as reader:
        among = None if name is None else finding.called(reader, name)
        table = written_or_read(people.report(reader, wanted, among, limit), fmt, output)
    if table is not None:
        show(table, fmt)


def _listed_by_name(
    ctx: typer.Context, wanted: Wanted, name: str | None, limit: int | None, reason: str, shown: tuple[str, ...]
) -> Table:
    """Give the list with names, once the audit has kept that it was asked for, and why."""
    from reinsert_cli.reports import finding, naming, people  # noqa: PLC0415

    with writing(ctx) as work:
        reader = work.reader()
        among = None if name is None else finding.called(reader, name)
        table, count = naming.named(reader, people.report(reader, wanted, among, limit), shown)
        record(work, reason, count, shown)
    return table
