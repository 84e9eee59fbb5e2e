"""``reinsert batch hold|roll|receipts|reconcile``: the day of the handover and what follows it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Annotated

import typer

from reinsert_cli.cli.context import writing
from reinsert_cli.cli.options import (
    CodeArgument,
    FormatOption,
    OutputOption,
    PeopleOption,
    a_date,
    a_mark,
    with_choices,
)
from reinsert_cli.cli.show import format_of, say, show, tell
from reinsert_cli.cli.signed import a_presence, filled_sheet
from reinsert_cli.domain import language
from reinsert_cli.domain.dates import PartialDate
from reinsert_cli.domain.faults import ExitStatus, Fault, Refusal
from reinsert_cli.domain.language import _
from reinsert_cli.domain.vocabulary import RECEIPTS
from reinsert_cli.store.clock import today


def _receipt_option(name: str, text: str) -> object:
    return typer.Option(name, parser=str.upper, metavar="B-…", help=text)


def hold(
    ctx: typer.Context,
    code: CodeArgument,
    on: Annotated[
        PartialDate | None, typer.Option(parser=a_date, metavar="DATE", help=_("Day it was held; a sheet may say it."))
    ] = None,
    absent: Annotated[
        list[str] | None,
        typer.Option(parser=str.upper, metavar="B-…", help=_("Code of a person who did not come; may be repeated.")),
    ] = None,
    roll_to: Annotated[
        str | None, typer.Option(metavar="CODE", help=_("Planned batch that takes over the lines of the absent."))
    ] = None,
    proxy: Annotated[
        list[str] | None,
        typer.Option(
            metavar="B-…=WHO", help=_("Who received on a person’s behalf: a code or a name; may be repeated.")
        ),
    ] = None,
    delivered_by: Annotated[
        str | None, typer.Option(metavar="TEXT", help=_("Who handed over; shown with --identified only."))
    ] = None,
    sheet: Annotated[
        Path | None, typer.Option("--from", metavar="FILE", help=_("The filled sign-off sheet, instead of names."))
    ] = None,
    others: Annotated[
        str | None,
        typer.Option(parser=a_presence, metavar="present|absent", help=_("What the sheet’s unmarked people are.")),
    ] = None,
    dry_run: Annotated[bool, typer.Option("--dry-run", help=_("Do everything, then undo it."))] = False,
) -> None:
    """Record the handover."""
    from reinsert_cli.ledger import handover  # noqa: PLC0415

    if sheet is not None and (absent or proxy):
        raise Refusal(ExitStatus.USAGE, "hold.sheet_or_options")
    if sheet is None and others:
        raise Refusal(ExitStatus.USAGE, "hold.others_without_sheet", option="--others")
    if sheet is None and on is None:
        raise Refusal(ExitStatus.USAGE, "usage.missing", name="--on", command=ctx.command_path)
    day = on.iso if on else None
    if sheet is not None:
        signed = filled_sheet(ctx, code, sheet, day, others)
        day = day or signed.held_on
        how = handover.Handover(
            day or "", signed.people("absent"), signed.proxies, delivered_by, roll_to, signed.remarks
        )
    else:
        how = handover.Handover(day or "", absent or (), _proxies(proxy or []), delivered_by, roll_to)
    with writing(ctx, dry_run=dry_run) as work:
        here, gone = handover.hold(work, code, how)
    told = (
        _("Checked only: batch {code} would be held (lines delivered: {here}; released: {gone}).")
        if dry_run
        else _("Batch {code} is held (lines delivered: {here}; released: {gone}).")
    )
    say(told.format(code=code, here=here, gone=gone))
    if PartialDate.from_iso(how.held_on).first.isoformat() > today():
        tell(Fault("day.to_come", {"day": language.date(how.held_on)}))
    if roll_to and gone and not dry_run:
        say(_("Carried over to {batch}: {n}.").format(batch=roll_to, n=gone))


def _proxies(named: list[str]) -> dict[str, str]:
    """Read ``B-…=WHO``; refuse (exit 2) what is not so, without repeating a name."""
    proxies: dict[str, str] = {}
    for one in named:
        person, equals, who = one.partition("=")
        code = person.strip().upper()
        if not (code and equals and who.strip()) or code in proxies:
            raise Refusal(ExitStatus.USAGE, "proxy.unreadable")
        proxies[code] = " ".join(who.split())
    return proxies


def roll(
    ctx: typer.Context,
    code: CodeArgument,
    to: Annotated[str, typer.Option(metavar="CODE", help=_("The planned batch."))],
    only: PeopleOption = None,
) -> None:
    """Carry lines over."""
    from reinsert_cli.ledger import handover  # noqa: PLC0415

    with writing(ctx) as work:
        lines = handover.roll(work, code, to, only or ())
    say(_("Carried over to {batch}: {n}.").format(batch=to, n=lines))


def receipts(
    ctx: typer.Context,
    code: CodeArgument,
    present: Annotated[list[str] | None, _receipt_option("--present", _("Person who signed; may be repeated."))] = None,
    missing: Annotated[
        list[str] | None, _receipt_option("--missing", _("Person whose receipt is not in; may be repeated."))
    ] = None,
    refused: Annotated[
        list[str] | None, _receipt_option("--refused", _("Person who would not sign; may be repeated."))
    ] = None,
    others: Annotated[
        str | None,
        typer.Option(
            parser=a_mark, metavar="STATE", help=with_choices(_("What all those not marked yet are."), RECEIPTS)
        ),
    ] = None,
) -> None:
    """Mark receipts."""
    named = {"present": present, "missing": missing, "refused": refused}
    marks = {person: mark for mark, people in named.items() for person in people or ()}
    from reinsert_cli.ledger import handover  # noqa: PLC0415

    with writing(ctx) as work:
        marked, left = handover.receive(work, code, marks, others)
    say(
        _("Receipts of {batch} marked: {marked}; not looked at yet: {left}.").format(
            batch=code, marked=marked, left=left
        )
    )


def reconcile(
    ctx: typer.Context,
    code: CodeArgument,
    dry_run: Annotated[bool, typer.Option("--dry-run", help=_("Show, change nothing."))] = False,
    fmt: FormatOption = "table",
    output: OutputOption = None,
) -> None:
    """Compare, and mark what agrees as reconciled."""
    from reinsert_cli.ledger import batch  # noqa: PLC0415
    from reinsert_cli.reports import statements  # noqa: PLC0415
    from reinsert_cli.reports.names import require  # noqa: PLC0415

    with writing(ctx, dry_run=dry_run) as work:
        reader = work.reader()
        require(reader, "batch", code)
        if not dry_run:
            batch.require_move(work, code, "reconcile")
        table = statements.side_by_side(reader, code)
        if not table.rows:
            raise Refusal(ExitStatus.RULE, "batch.nothing_known", batch=code)
        refusal = _refused(lambda: statements.require_agreement(code, table.rows))
        if refusal is None and not dry_run:
            refusal = _refused(lambda: batch.reconcile(work, code))
        work.rehearsal = dry_run or refusal is not None
    show(table, fmt, output)
    if refusal:
        raise refusal
    if not dry_run and format_of(fmt, output) == "table" and output is None:
        say(_("Batch {code} is reconciled.").format(code=code))


def _refused(act: Callable[[], None]) -> Refusal | None:
    """Do something; give the refusal it meets, to be told once the answer is shown."""
    try:
        act()
    except Refusal as refusal:
        return refusal
    return None
