"""The verbs that register people by hand and mend what is known of them."""

from __future__ import annotations

from typing import Annotated, Any

import typer

from reinsert_cli.cli import person
from reinsert_cli.cli.context import writing
from reinsert_cli.cli.options import FormatOption, OutputOption, a_date
from reinsert_cli.cli.show import format_of, say, show, show_json, tell
from reinsert_cli.domain.dates import PartialDate
from reinsert_cli.domain.faults import ExitStatus, Fault, Refusal
from reinsert_cli.domain.language import _, listed
from reinsert_cli.domain.people import is_usual_cin
from reinsert_cli.domain.table import Column, Table

RegisteredOption = Annotated[
    PartialDate | None, typer.Option("--on", parser=a_date, metavar="DATE", help=_("Day of registration; else today."))
]
PersonArgument = Annotated[str, typer.Argument(metavar="B-…", help=_("The person’s code."))]


def add(
    ctx: typer.Context,
    name: person.PersonNameOption = None,
    name_ar: person.PersonArabicNameOption = None,
    cin: person.CinOption = None,
    born: person.BornOption = None,
    sex: person.SexOption = None,
    phone: person.PhoneOption = None,
    province: person.HomeOption = None,
    centre: person.PersonCentreOption = None,
    file_number: person.FileNumberOption = None,
    disabled: person.DisabledOption = None,
    on: RegisteredOption = None,
    is_new: Annotated[
        bool, typer.Option("--new", help=_("It is not the person already known who was named: register one more."))
    ] = False,
    no_input: Annotated[
        bool, typer.Option("--no-input", help=_("Ask nothing, even at a terminal: what is left out is unknown."))
    ] = False,
    fmt: FormatOption = "table",
    output: OutputOption = None,
) -> None:
    """Register a person."""
    from reinsert_cli.cli.asking import can_answer  # noqa: PLC0415

    may_ask = can_answer() and not no_input
    told = person.said(name, name_ar, cin, born, sex, phone, province, centre, file_number, disabled, on)
    facts = person.facts(person.ask_rest(told) if may_ask else told)
    _warn_of(facts.get("cin"))
    code = _registered(ctx, facts, is_new=is_new, may_ask=may_ask)
    if format_of(fmt, output) == "json":
        show_json({"beneficiary": code}, output)
    elif format_of(fmt, output) == "table" and output is None:
        say(_("Beneficiary {code} is registered.").format(code=code))
        if may_ask:
            _say_what_is_next(code)
    else:
        show(_answer(code), fmt, output)


def _registered(ctx: typer.Context, facts: dict[str, Any], *, is_new: bool, may_ask: bool) -> str:
    """Register a person who is not known yet; ask about one who may be, once nothing is locked any more."""
    from reinsert_cli.cli.asking import confirm  # noqa: PLC0415
    from reinsert_cli.importers.acquaintance import require_unknown  # noqa: PLC0415
    from reinsert_cli.ledger import registering  # noqa: PLC0415

    try:
        with writing(ctx) as work:
            require_unknown(work, facts, is_new=is_new)
            return registering.add(work, facts)
    except Refusal as refusal:
        if refusal.fault.code != "beneficiary.maybe_known" or not may_ask:
            raise
        tell(refusal.fault)
    if not confirm(_("Is it somebody else, to be registered?")):
        raise typer.Exit(ExitStatus.FINDINGS)
    return _registered(ctx, facts, is_new=True, may_ask=False)


def edit(
    ctx: typer.Context,
    code: PersonArgument,
    name: person.PersonNameOption = None,
    name_ar: person.PersonArabicNameOption = None,
    cin: person.CinOption = None,
    born: person.BornOption = None,
    sex: person.SexOption = None,
    phone: person.PhoneOption = None,
    province: person.HomeOption = None,
    centre: person.PersonCentreOption = None,
    file_number: person.FileNumberOption = None,
    disabled: person.DisabledOption = None,
    on: RegisteredOption = None,
) -> None:
    """Mend what is known of a person."""
    facts = person.facts(person.said(name, name_ar, cin, born, sex, phone, province, centre, file_number, disabled, on))
    if not facts:
        raise Refusal(ExitStatus.USAGE, "beneficiary.nothing_said")
    from reinsert_cli.ledger import registering  # noqa: PLC0415

    with writing(ctx) as work:
        changed = registering.edit(work, code, facts)
    _warn_of(facts.get("cin") if "cin" in changed else None)
    if changed:
        said = listed(person.label_of(key) for key, column in person.COLUMNS.items() if column in changed)
        say(_("Changed of {code}: {fields}.").format(code=code.upper(), fields=said))
    else:
        say(_("{code} was so already: nothing is changed.").format(code=code.upper()))


def _warn_of(cin: str | None) -> None:
    if cin and not is_usual_cin(cin):
        tell(Fault("cin.unusual"))


def _say_what_is_next(code: str) -> None:
    from reinsert_cli.cli.asking import explain  # noqa: PLC0415

    explain(_("Next, the steps taken: “reinsert beneficiary step {code} STEP --on DATE”.").format(code=code))
    explain(_("Then the project: “reinsert project add --programme CODE --beneficiary {code}”.").format(code=code))


def _answer(code: str) -> Table:
    from reinsert_cli.store.clock import today  # noqa: PLC0415

    columns = (Column("beneficiary", _("Beneficiary"), "code"),)
    return Table("registered", _("Registered"), today(), {}, columns, ({"beneficiary": code},))
