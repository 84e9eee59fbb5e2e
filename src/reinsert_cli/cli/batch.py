"""``reinsert batch``: the life of a handover."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Annotated, Any

import typer

from reinsert_cli.cli.context import reading, writing
from reinsert_cli.cli.options import CodeArgument, FormatOption, OutputOption, ProvinceOption, a_date, iso
from reinsert_cli.cli.show import format_of, say, show, show_all, show_json
from reinsert_cli.domain.dates import PartialDate
from reinsert_cli.domain.faults import ExitStatus, Refusal
from reinsert_cli.domain.language import _, money, plural

if TYPE_CHECKING:
    from reinsert_cli.reports.batch_card import Card

app = typer.Typer(add_completion=False, no_args_is_help=True)


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
    from reinsert_cli.ledger import batch  # noqa: PLC0415

    with writing(ctx) as work:
        lines = batch.lock(work, code, reason if override else None)
        left = batch.left_on_its_envelopes(work, code)
    told = plural("Batch {code} is locked: {n} line committed.", "Batch {code} is locked: {n} lines committed.", lines)
    say(told.format(code=code, n=lines))
    for envelope, centimes in left.items():
        say(_("Envelope {code}: {amount} DH available.").format(code=envelope, amount=money(centimes)))
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
) -> None:
    """Record the handover."""
    from reinsert_cli.ledger import batch  # noqa: PLC0415

    with writing(ctx) as work:
        here, gone = batch.hold(work, code, on.iso, absent or ())
    told = _("Batch {code} is held (lines delivered: {here}; released: {gone}).")
    say(told.format(code=code, here=here, gone=gone))


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

    with writing(ctx, dry_run=dry_run) as work:
        reader = work.reader()
        require(reader, "batch", code)
        table = statements.side_by_side(reader, code)
        disagreements = len(statements.open_disagreements(table.rows))
        if not table.rows and not statements.has_lines(reader, code):
            raise Refusal(ExitStatus.RULE, "batch.nothing_known", batch=code)
        work.rehearsal = dry_run or disagreements > 0
        if not work.rehearsal:
            batch.reconcile(work, code)
    show(table, fmt, output)
    if disagreements:
        raise Refusal(ExitStatus.FINDINGS, "batch.disagreements", batch=code, count=str(disagreements))


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
        show_json({**answer, "lines": machine_rows(card.lines), "statements": machine_rows(card.statements)}, output)
    elif format_of(fmt, output) == "csv":
        show(card.lines, fmt, output)
    else:
        filled = [table for table in (card.lines, card.statements) if table.rows]
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
