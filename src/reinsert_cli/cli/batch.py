"""``reinsert batch``: the life of a handover."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING, Annotated, Any

import typer

from reinsert_cli.cli.context import reading, writing
from reinsert_cli.cli.mending import correct, give_back
from reinsert_cli.cli.mending import replace as replace_goods
from reinsert_cli.cli.options import (
    CodeArgument,
    FormatOption,
    OutputOption,
    ProvinceOption,
    a_date,
    a_mark,
    a_positive_amount,
    iso,
)
from reinsert_cli.cli.show import format_of, say, say_standings, show, show_all, show_json, tell
from reinsert_cli.domain.dates import PartialDate
from reinsert_cli.domain.faults import ExitStatus, Fault, Refusal
from reinsert_cli.domain.language import _, listed, money, plural
from reinsert_cli.domain.vocabulary import RECEIPTS

if TYPE_CHECKING:
    from reinsert_cli.reports.batch_card import Card

app = typer.Typer(add_completion=False, no_args_is_help=True)


def _receipt_option(name: str, text: str) -> object:
    return typer.Option(name, parser=str.upper, metavar="B-…", help=text)


@app.command(help=_("Plan a handover."))
def plan(
    ctx: typer.Context,
    code: CodeArgument,
    programme: Annotated[str, typer.Option(metavar="CODE", help=_("Programme it belongs to."))],
    fiscal_year: Annotated[int, typer.Option(metavar="YYYY", min=1990, max=2100, help=_("Fiscal year."))],
    province: ProvinceOption,
    tranche: Annotated[
        int | None, typer.Option(metavar="N", min=1, max=10_000, help=_("Number of the tranche."))
    ] = None,
    on: Annotated[
        PartialDate | None, typer.Option(parser=a_date, metavar="DATE", help=_("Day planned; month or year will do."))
    ] = None,
    venue: Annotated[str | None, typer.Option(metavar="TEXT", help=_("Where it is to take place."))] = None,
    convention: Annotated[str | None, typer.Option(metavar="CODE", help=_("Convention it carries out."))] = None,
) -> None:
    """Plan a handover."""
    from reinsert_cli.ledger import batch  # noqa: PLC0415

    with writing(ctx) as work:
        batch.plan(work, code, programme, fiscal_year, province, tranche, iso(on), venue, convention)
    say(_("Batch {code} is planned.").format(code=code))


@app.command(help=_("Let several envelopes pay the lines of a planned batch, each its part of every line."))
def share(
    ctx: typer.Context,
    code: CodeArgument,
    parts: Annotated[
        list[str],
        typer.Argument(
            metavar="ENVELOPE=PART…",
            help=_("Parts as numbers, percentages or amounts: fund=60 indh=40; one alone pays all."),
        ),
    ],
    only: Annotated[
        list[str] | None,
        typer.Option(
            "--for", parser=str.upper, metavar="B-…", help=_("Only the lines of this person; may be repeated.")
        ),
    ] = None,
) -> None:
    """Share lines between envelopes."""
    weights = _weights(parts)
    from reinsert_cli.ledger import batch  # noqa: PLC0415
    from reinsert_cli.reports import shares  # noqa: PLC0415

    with writing(ctx) as work:
        batch.pay(work, code, weights, only or ())
        asked = shares.by_envelope(work.reader(), code)
    for envelope, centimes in asked.items():
        say(_("Envelope {code} pays {amount} DH of {batch}.").format(code=envelope, amount=money(centimes), batch=code))


def _weights(parts: list[str]) -> dict[str, int]:
    """Read ``fund=60 %``; refuse (exit 2) what is no part, and an envelope named twice."""
    weights: dict[str, int] = {}
    for part in parts:
        envelope, equals, printed = part.partition("=")
        if not (envelope and equals) or envelope in weights:
            raise Refusal(ExitStatus.USAGE, "share.unreadable", part=part)
        weights[envelope] = a_positive_amount(printed.replace("%", "")).centimes
    return weights


@app.command(help=_("Freeze the list and commit each line on its envelope."))
def lock(
    ctx: typer.Context,
    code: CodeArgument,
    override: Annotated[bool, typer.Option("--override", help=_("Commit more than the envelope has left."))] = False,
    reason: Annotated[str | None, typer.Option(metavar="TEXT", help=_("Why; required with --override."))] = None,
) -> None:
    """Lock a batch."""
    if override and not (reason or "").strip():
        raise Refusal(ExitStatus.USAGE, "override.reason_missing")
    from reinsert_cli.ledger import batch, budget, checks  # noqa: PLC0415

    with writing(ctx) as work:
        lines = batch.lock(work, code, reason if override else None)
        standings = budget.standing(work, batch.envelopes_of(work, code))
        twice = checks.paid_twice(work.reader(), code)
    told = plural("Batch {code} is locked: {n} line committed.", "Batch {code} is locked: {n} lines committed.", lines)
    say(told.format(code=code, n=lines))
    say_standings(standings)
    if twice:
        tell(Fault("person.paid_twice", {"codes": listed(twice)}))
    if not lines:
        say(_("It has no line: reports will count what sources declare of it."))


@app.command(help=_("Record the handover: every line delivered, but for the people named absent."))
def hold(
    ctx: typer.Context,
    code: CodeArgument,
    on: Annotated[PartialDate, typer.Option(parser=a_date, metavar="DATE", help=_("Day it was held."))],
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
) -> None:
    """Record the handover."""
    from reinsert_cli.ledger import batch  # noqa: PLC0415

    handover = batch.Handover(on.iso, absent or (), _proxies(proxy or []), delivered_by, roll_to)
    with writing(ctx) as work:
        here, gone = batch.hold(work, code, handover)
    told = _("Batch {code} is held (lines delivered: {here}; released: {gone}).")
    say(told.format(code=code, here=here, gone=gone))
    if roll_to and gone:
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


@app.command(help=_("Carry the lines of people who got nothing over to a planned batch."))
def roll(
    ctx: typer.Context,
    code: CodeArgument,
    to: Annotated[str, typer.Option(metavar="CODE", help=_("The planned batch."))],
    only: Annotated[
        list[str] | None,
        typer.Option(
            "--for", parser=str.upper, metavar="B-…", help=_("Only the lines of this person; may be repeated.")
        ),
    ] = None,
) -> None:
    """Carry lines over."""
    from reinsert_cli.ledger import batch  # noqa: PLC0415

    with writing(ctx) as work:
        lines = batch.roll(work, code, to, only or ())
    say(_("Carried over to {batch}: {n}.").format(batch=to, n=lines))


@app.command(help=_("Mark the signed receipts of a batch: present, missing or refused."))
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
        typer.Option(parser=a_mark, metavar="|".join(RECEIPTS), help=_("What all those not marked yet are.")),
    ] = None,
) -> None:
    """Mark receipts."""
    named = {"present": present, "missing": missing, "refused": refused}
    marks = {person: mark for mark, people in named.items() for person in people or ()}
    from reinsert_cli.ledger import batch  # noqa: PLC0415

    with writing(ctx) as work:
        marked, left = batch.receive(work, code, marks, others)
    say(
        _("Receipts of {batch} marked: {marked}; not looked at yet: {left}.").format(
            batch=code, marked=marked, left=left
        )
    )


@app.command(help=_("Show lines and statements side by side; without a gap left open, mark the batch reconciled."))
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

    refusal: Refusal | None = None
    with writing(ctx, dry_run=dry_run) as work:
        reader = work.reader()
        require(reader, "batch", code)
        table = statements.side_by_side(reader, code)
        disagreements = len(statements.open_disagreements(table.rows))
        if not table.rows and not statements.has_lines(reader, code):
            raise Refusal(ExitStatus.RULE, "batch.nothing_known", batch=code)
        if disagreements:
            refusal = Refusal(ExitStatus.FINDINGS, "batch.disagreements", batch=code, count=str(disagreements))
        elif not dry_run:
            refusal = _refused(lambda: batch.reconcile(work, code))
        work.rehearsal = dry_run or refusal is not None
    show(table, fmt, output)
    if refusal:
        raise refusal


def _refused(act: Callable[[], None]) -> Refusal | None:
    """Do something; give the refusal it meets, to be told once the answer is shown."""
    try:
        act()
    except Refusal as refusal:
        return refusal
    return None


@app.command(help=_("Seal a reconciled batch."))
def close(ctx: typer.Context, code: CodeArgument) -> None:
    """Seal a batch."""
    from reinsert_cli.ledger import batch  # noqa: PLC0415

    with writing(ctx) as work:
        batch.close(work, code)
    say(_("Batch {code} is closed.").format(code=code))


@app.command(help=_("Call a batch off before it is held; what it had committed is released."))
def cancel(ctx: typer.Context, code: CodeArgument) -> None:
    """Cancel a batch."""
    from reinsert_cli.ledger import batch  # noqa: PLC0415

    with writing(ctx) as work:
        lines = batch.cancel(work, code)
    told = plural(
        "Batch {code} is cancelled, with its {n} line.", "Batch {code} is cancelled, with its {n} lines.", lines
    )
    say(told.format(code=code, n=lines))


@app.command("show", help=_("Show one batch, its lines and what sources declare of it."))
def show_(
    ctx: typer.Context,
    code: CodeArgument,
    identified: Annotated[
        bool, typer.Option("--identified", help=_("Name the people; the audit keeps who asked and why."))
    ] = False,
    reason: Annotated[str | None, typer.Option(metavar="TEXT", help=_("Why; required with --identified."))] = None,
    fmt: FormatOption = "table",
    output: OutputOption = None,
) -> None:
    """Show a batch."""
    from reinsert_cli.reports import batch_card  # noqa: PLC0415

    if identified:
        card = _identified(ctx, code, (reason or "").strip())
    else:
        with reading(ctx) as reader:
            card = batch_card.card(reader, code)
    if format_of(fmt, output) == "json":
        from reinsert_cli.render.text import machine_rows  # noqa: PLC0415

        answer: dict[str, Any] = machine_rows(card.batch)[0]
        tables = {"lines": card.lines, "shares": card.shares, "statements": card.statements}
        show_json({**answer, **{name: machine_rows(table) for name, table in tables.items()}}, output)
    elif format_of(fmt, output) == "csv":
        show(card.lines, fmt, output)
    else:
        filled = [table for table in (card.lines, card.shares, card.statements) if table.rows]
        show_all([card.batch, *filled], fmt, output)


def _identified(ctx: typer.Context, code: str, reason: str) -> Card:
    """Give the card with the people's names, once the audit has kept that it was asked for, and why."""
    if not reason:
        raise Refusal(ExitStatus.USAGE, "identified.reason_missing")
    from reinsert_cli.reports import batch_card  # noqa: PLC0415

    with writing(ctx) as work:
        reader = work.reader()
        card = batch_card.card(reader, code)
        lines = batch_card.identified(reader, code, card.lines)
        work.record("identified", batch=code, people=len({row["beneficiary"] for row in lines.rows}), reason=reason)
    return replace(card, lines=lines)


@app.command("list", help=_("List the batches."))
def list_(ctx: typer.Context, fmt: FormatOption = "table", output: OutputOption = None) -> None:
    """List the batches."""
    from reinsert_cli.reports import batch  # noqa: PLC0415
    from reinsert_cli.reports.filters import Filters  # noqa: PLC0415

    with reading(ctx) as reader:
        table = batch.report(reader, Filters())
    show(table, fmt, output)


app.command(help=_("Put right what was typed wrong: amount, person, envelope, presence of a line; day of a batch."))(
    correct
)
app.command("return", help=_("Record that the goods of a line came back."))(give_back)
app.command("replace", help=_("Record that goods came back and others were given in their place."))(replace_goods)
