"""``reinsert batch``: the life of a handover."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from typing import TYPE_CHECKING, Annotated, Any, Final

import typer

from reinsert_cli.cli import enlisting, handover, mending, official, pack
from reinsert_cli.cli.context import reading, writing
from reinsert_cli.cli.identifying import IdentifiedOption, WhyOption, reason_of, record
from reinsert_cli.cli.options import (
    CodeArgument,
    FormatOption,
    OutputOption,
    PeopleOption,
    ProvinceOption,
    a_date,
    a_positive_amount,
    iso,
)
from reinsert_cli.cli.show import format_of, say, say_standings, show, show_all, show_aside, show_json, tell
from reinsert_cli.domain.dates import PartialDate
from reinsert_cli.domain.faults import ExitStatus, Fault, Refusal
from reinsert_cli.domain.language import _, listed, money, plural

if TYPE_CHECKING:
    from reinsert_cli.reports.batch_card import Card
    from reinsert_cli.store.work import Work

app = typer.Typer(add_completion=False, no_args_is_help=True)

HUNDRED: Final = 100_00
"""A hundred percent, in the hundredths that an amount is read in."""


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
    only: PeopleOption = None,
) -> None:
    """Share lines between envelopes."""
    weights = _weights(parts)
    from reinsert_cli.ledger import batch, shares  # noqa: PLC0415

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
    if any("%" in part for part in parts) and sum(weights.values()) != HUNDRED:
        raise Refusal(ExitStatus.USAGE, "share.not_hundred", sum=money(sum(weights.values())))
    return weights


def lock(
    ctx: typer.Context,
    code: CodeArgument,
    override: Annotated[
        bool,
        typer.Option(
            "--override", help=_("Commit more than the envelope has left, or for people who lack a step asked for.")
        ),
    ] = False,
    reason: Annotated[str | None, typer.Option(metavar="TEXT", help=_("Why; required with --override."))] = None,
) -> None:
    """Lock a batch."""
    if override and not (reason or "").strip():
        raise Refusal(ExitStatus.USAGE, "override.reason_missing")
    from reinsert_cli.ledger import batch, budget, checks  # noqa: PLC0415
    from reinsert_cli.reports import documents  # noqa: PLC0415
    from reinsert_cli.reports.pathway import waived  # noqa: PLC0415

    with writing(ctx) as work:
        with _telling_who_lacks(work, code):
            lines = batch.lock(work, code, reason if override else None)
        standings = budget.standing(work, batch.envelopes_of(work, code))
        twice = checks.paid_twice(work.reader(), code)
        without = len(waived(work.reader(), code).rows)
        papers = documents.lacking_in(work.reader(), code, is_held=False)
    told = plural("Batch {code} is locked: {n} line committed.", "Batch {code} is locked: {n} lines committed.", lines)
    say(told.format(code=code, n=lines))
    say_standings(standings)
    if without:
        tell(Fault("batch.steps_waived", {"batch": code, "count": str(without)}))
    _tell_papers(code, papers)
    if twice:
        tell(Fault("person.paid_twice", {"codes": listed(twice)}))
    if not lines:
        say(_("It has no line: reports will count what sources declare of it."))


def _tell_papers(code: str, lacking: int) -> None:
    if lacking:
        tell(Fault("batch.papers_lacking", {"batch": code, "count": str(lacking)}))


@contextmanager
def _telling_who_lacks(work: Work, code: str) -> Iterator[None]:
    """Where a batch is refused for steps that people lack, list them on standard error first."""
    try:
        yield
    except Refusal as refusal:
        if refusal.fault.code == "batch.steps_lacking":
            from reinsert_cli.reports.pathway import lacking_in  # noqa: PLC0415

            show_aside(lacking_in(work.reader(), code))
        raise


def close(ctx: typer.Context, code: CodeArgument) -> None:
    """Seal a batch."""
    from reinsert_cli.ledger import batch  # noqa: PLC0415
    from reinsert_cli.reports import documents, statements  # noqa: PLC0415

    with writing(ctx) as work:
        batch.close(work, code)
        statements.require_agreement(code, statements.side_by_side(work.reader(), code).rows)
        papers = documents.lacking_in(work.reader(), code, is_held=True)
    say(_("Batch {code} is closed.").format(code=code))
    _tell_papers(code, papers)


def cancel(ctx: typer.Context, code: CodeArgument) -> None:
    """Cancel a batch."""
    from reinsert_cli.ledger import batch  # noqa: PLC0415

    with writing(ctx) as work:
        lines = batch.cancel(work, code)
    told = plural(
        "Batch {code} is cancelled, with its {n} line.", "Batch {code} is cancelled, with its {n} lines.", lines
    )
    say(told.format(code=code, n=lines))


def show_(
    ctx: typer.Context,
    code: CodeArgument,
    identified: IdentifiedOption = False,
    reason: WhyOption = None,
    fmt: FormatOption = "table",
    output: OutputOption = None,
) -> None:
    """Show a batch."""
    from reinsert_cli.reports import batch_card  # noqa: PLC0415

    if identified:
        card = _identified(ctx, code, reason_of(reason, identified=identified))
    else:
        with reading(ctx) as reader:
            card = batch_card.card(reader, code)
    if format_of(fmt, output) == "json":
        from reinsert_cli.render.text import machine_rows  # noqa: PLC0415

        answer: dict[str, Any] = machine_rows(card.batch)[0]
        tables = {
            "lines": card.lines,
            "shares": card.shares,
            "statements": card.statements,
            "officials": card.officials,
            "waivers": card.waivers,
        }
        show_json({**answer, **{name: machine_rows(table) for name, table in tables.items()}}, output)
    elif format_of(fmt, output) == "csv":
        show(card.lines, fmt, output)
    else:
        others = (card.shares, card.statements, card.officials, card.waivers)
        filled = [table for table in (card.lines, *others) if table.rows]
        show_all([card.batch, *filled], fmt, output)


def _identified(ctx: typer.Context, code: str, reason: str) -> Card:
    """Give the card with the people's names, once the audit has kept that it was asked for, and why."""
    from reinsert_cli.reports import batch_card  # noqa: PLC0415

    with writing(ctx) as work:
        reader = work.reader()
        card = batch_card.card(reader, code)
        lines = batch_card.identified(reader, code, card.lines)
        record(work, reason, len({row["beneficiary"] for row in lines.rows}), batch=code)
    return replace(card, lines=lines)


def list_(ctx: typer.Context, fmt: FormatOption = "table", output: OutputOption = None) -> None:
    """List the batches."""
    from reinsert_cli.reports import batch  # noqa: PLC0415
    from reinsert_cli.reports.filters import Filters  # noqa: PLC0415

    with reading(ctx) as reader:
        table = batch.report(reader, Filters())
    show(table, fmt, output)


VERBS: Final[dict[str, tuple[Callable[..., None], str]]] = {
    "plan": (plan, _("Plan a handover.")),
    "add": (enlisting.add, _("Put a project on the list of a planned batch: one line for each of its costs.")),
    "remove": (enlisting.remove, _("Take a line off the list of a planned batch.")),
    "share": (share, _("Let several envelopes pay the lines of a planned batch, each its part of every line.")),
    "lock": (lock, _("Freeze the list and commit each line on its envelope.")),
    "pack": (
        pack.pack,
        _("Make the papers of the day: sign-off sheet, packing list, receipts, minutes, place cards, sheet to fill."),
    ),
    "hold": (handover.hold, _("Record the handover: every line delivered, but for the people named absent.")),
    "roll": (handover.roll, _("Carry the lines of people who got nothing over to a planned batch.")),
    "receipts": (handover.receipts, _("Mark the signed receipts of a batch: present, missing or refused.")),
    "reconcile": (
        handover.reconcile,
        _("Show lines and statements side by side; without a gap left open, mark the batch reconciled."),
    ),
    "close": (close, _("Seal a reconciled batch.")),
    "cancel": (cancel, _("Call a batch off before it is held; what it had committed is released.")),
    "correct": (
        mending.correct,
        _("Put right what was typed wrong: amount, person, envelope, presence of a line; day of a batch."),
    ),
    "return": (mending.give_back, _("Record that the goods of a line came back.")),
    "replace": (mending.replace, _("Record that goods came back and others were given in their place.")),
    "show": (show_, _("Show one batch, its lines and what sources declare of it.")),
    "list": (list_, _("List the batches.")),
}
"""Each verb: its function and its line in the help, in the order of a batch's life."""

for _verb, (_function, _help) in VERBS.items():
    app.command(_verb, help=_help)(_function)

app.add_typer(official.app, name="official")
