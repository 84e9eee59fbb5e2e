"""``reinsert batch correct|return|replace``: what was typed wrong, and goods that moved."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from reinsert_cli.cli.context import writing
from reinsert_cli.cli.options import CodeArgument, ReasonOption, a_date, a_mark, a_positive_amount, iso, with_choices
from reinsert_cli.cli.show import say, say_standings, tell
from reinsert_cli.domain.dates import PartialDate
from reinsert_cli.domain.faults import ExitStatus, Fault, Refusal
from reinsert_cli.domain.language import _, money
from reinsert_cli.domain.money import Amount
from reinsert_cli.domain.vocabulary import RECEIPTS

if TYPE_CHECKING:
    from reinsert_cli.ledger.budget import Standing
    from reinsert_cli.store.tables import BatchLine
    from reinsert_cli.store.work import Work

WHICH = _("Line: its number in “batch show”, or its person’s code.")

LineArgument = Annotated[str, typer.Argument(metavar="LINE", help=WHICH)]
OverrideOption = Annotated[bool, typer.Option("--override", help=_("Take more than the envelope has left."))]


def correct(
    ctx: typer.Context,
    code: CodeArgument,
    reason: ReasonOption,
    line: Annotated[str | None, typer.Argument(metavar="[LINE]", help=WHICH)] = None,
    amount: Annotated[
        Amount | None, typer.Option(parser=a_positive_amount, metavar="AMOUNT", help=_("The right amount."))
    ] = None,
    person: Annotated[
        str | None, typer.Option(parser=str.upper, metavar="B-…", help=_("Code of the right person."))
    ] = None,
    envelope: Annotated[str | None, typer.Option(metavar="CODE", help=_("The right envelope."))] = None,
    came: Annotated[
        bool | None, typer.Option("--came/--absent", help=_("The person did come; or did not."), show_default=False)
    ] = None,
    on: Annotated[
        PartialDate | None,
        typer.Option(parser=a_date, metavar="DATE", help=_("The right day, of the whole batch (no LINE then).")),
    ] = None,
    override: Annotated[
        bool,
        typer.Option(
            "--override", help=_("Take more than the envelope has left, or a person who lacks a step asked for.")
        ),
    ] = False,
) -> None:
    """Put right what was typed wrong."""
    from reinsert_cli.ledger import mend  # noqa: PLC0415
    from reinsert_cli.reports.pathway import waived  # noqa: PLC0415

    wrong = mend.Correction(amount.centimes if amount else None, person, envelope, came)
    of_line = wrong != mend.Correction()
    if of_line == (on is not None) or of_line != (line is not None):
        raise Refusal(ExitStatus.USAGE, "correction.of_what")
    with writing(ctx) as work:
        if on is not None:
            mend.correct_day(work, code, on.iso, reason)
        else:
            mend.correct(work, code, line or "", wrong, reason, override=override)
        standings = _standings(work, code)
        without = len(waived(work.reader(), code).rows) if person and override else 0
    say(_("Batch {code} is corrected.").format(code=code))
    say_standings(standings)
    if without:
        tell(Fault("batch.steps_waived", {"batch": code, "count": str(without)}))


def give_back(
    ctx: typer.Context,
    code: CodeArgument,
    line: LineArgument,
    reason: ReasonOption,
    on: Annotated[
        PartialDate | None, typer.Option(parser=a_date, metavar="DATE", help=_("Day it came back; else today."))
    ] = None,
) -> None:
    """Record goods that came back."""
    from reinsert_cli.ledger import mend  # noqa: PLC0415

    with writing(ctx) as work:
        back = _told(mend.give_back(work, code, line, iso(on) or work.day, reason))
        standings = _standings(work, code)
    say(_("Line {line} of {batch} came back: {amount} DH.").format(batch=code, **back))
    say_standings(standings)


def replace(
    ctx: typer.Context,
    code: CodeArgument,
    line: LineArgument,
    reason: ReasonOption,
    amount: Annotated[
        Amount | None,
        typer.Option(
            parser=a_positive_amount, metavar="AMOUNT", help=_("Amount of what is given instead; else the same.")
        ),
    ] = None,
    item: Annotated[
        str | None, typer.Option(metavar="TEXT", help=_("What is given instead; else the same item."))
    ] = None,
    on: Annotated[
        PartialDate | None, typer.Option(parser=a_date, metavar="DATE", help=_("Day of the exchange; else today."))
    ] = None,
    receipt: Annotated[
        str | None, typer.Option(parser=a_mark, metavar="STATE", help=with_choices(_("Its signed receipt."), RECEIPTS))
    ] = None,
    override: OverrideOption = False,
) -> None:
    """Record goods exchanged for others."""
    from reinsert_cli.ledger import mend  # noqa: PLC0415

    instead = mend.Replacement(amount.centimes if amount else None, item, receipt)
    with writing(ctx) as work:
        new = _told(mend.exchange(work, code, line, iso(on) or work.day, instead, reason, override=override))
        standings = _standings(work, code)
    say(_("Line {line} of {batch} stands in its place: {amount} DH.").format(batch=code, **new))
    say_standings(standings)


def _told(line: BatchLine) -> dict[str, object]:
    return {"line": line.id, "amount": money(line.amount)}


def _standings(work: Work, code: str) -> list[Standing]:
    from reinsert_cli.ledger import batch, budget  # noqa: PLC0415

    return budget.standing(work, batch.envelopes_of(work, code))
