"""``reinsert project cost|quote|fund``: what a project is made of and who pays for it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from reinsert_cli.cli.context import writing
from reinsert_cli.cli.options import (
    AmountOption,
    a_date,
    a_name,
    a_positive_amount,
    a_support,
    a_term,
    a_text,
    iso,
    with_choices,
)
from reinsert_cli.cli.show import say, tell
from reinsert_cli.domain.dates import PartialDate
from reinsert_cli.domain.faults import ExitStatus, Fault, Refusal
from reinsert_cli.domain.language import _, money
from reinsert_cli.domain.money import Amount
from reinsert_cli.domain.vocabulary import SUPPORTS

if TYPE_CHECKING:
    from reinsert_cli.reports.project import Standing
    from reinsert_cli.store.work import Work

costs = typer.Typer(add_completion=False, no_args_is_help=True, help=_("What a project costs."))
quotations = typer.Typer(add_completion=False, no_args_is_help=True, help=_("What suppliers asked for, and who won."))

ProjectArgument = Annotated[str, typer.Argument(metavar="P-…", help=_("The project’s code."))]
NumberArgument = Annotated[int, typer.Argument(metavar="N", min=1, help=_("Its number in “project show”."))]
SupportOption = Annotated[
    str | None,
    typer.Option("--kind", parser=a_support, metavar="KIND", help=with_choices(_("What it pays for."), SUPPORTS)),
]
LabelOption = Annotated[str | None, typer.Option(parser=a_text, metavar="TEXT", help=_("The item."))]
QuantityOption = Annotated[int | None, typer.Option(metavar="N", min=1, max=1_000_000, help=_("How many."))]
PriceOption = Annotated[
    Amount | None, typer.Option("--unit-price", parser=a_positive_amount, metavar="AMOUNT", help=_("Price of one."))
]
SupplierOption = Annotated[str | None, typer.Option(parser=a_text, metavar="TEXT", help=_("Who sells it."))]
InvoiceOption = Annotated[str | None, typer.Option(parser=a_text, metavar="TEXT", help=_("Number of the invoice."))]
SerialOption = Annotated[str | None, typer.Option(parser=a_text, metavar="TEXT", help=_("Serial number."))]


def a_change(printed: str) -> str:
    """Read which way: ``add`` or ``remove``."""
    return a_term("", ("add", "remove"), printed)


@costs.command("add", help=_("Add a cost to a project."))
def add_cost(
    ctx: typer.Context,
    code: ProjectArgument,
    kind: SupportOption = None,
    label: LabelOption = None,
    quantity: QuantityOption = 1,
    unit_price: PriceOption = None,
    supplier: SupplierOption = None,
    invoice: InvoiceOption = None,
    serial: SerialOption = None,
) -> None:
    """Add a cost."""
    if kind is None or unit_price is None:
        raise Refusal(ExitStatus.USAGE, "cost.incomplete")
    from reinsert_cli.ledger import cost  # noqa: PLC0415

    said = cost.Details(kind, label, quantity, unit_price.centimes, supplier, invoice, serial)
    with writing(ctx) as work:
        added = cost.add(work, code, said)
        number, amount = added.id, added.quantity * added.unit_price
        standing = _standing(work, added.project_code)
    say(_("Cost no. {number} is recorded: {amount} DH.").format(number=number, amount=money(amount)))
    say_standing(standing)


@costs.command("edit", help=_("Change a cost; an empty text takes back what was known."))
def edit_cost(
    ctx: typer.Context,
    code: ProjectArgument,
    number: NumberArgument,
    kind: SupportOption = None,
    label: LabelOption = None,
    quantity: QuantityOption = None,
    unit_price: PriceOption = None,
    supplier: SupplierOption = None,
    invoice: InvoiceOption = None,
    serial: SerialOption = None,
) -> None:
    """Change a cost."""
    from reinsert_cli.ledger import cost  # noqa: PLC0415

    price = unit_price.centimes if unit_price else None
    said = cost.Details(kind, label, quantity, price, supplier, invoice, serial)
    with writing(ctx) as work:
        changed = cost.edit(work, code, number, said)
        amount, standing = changed.quantity * changed.unit_price, _standing(work, changed.project_code)
    say(_("Cost no. {number} is changed: {amount} DH.").format(number=number, amount=money(amount)))
    say_standing(standing)


@costs.command("remove", help=_("Take a cost out of a project."))
def remove_cost(ctx: typer.Context, code: ProjectArgument, number: NumberArgument) -> None:
    """Take a cost out."""
    from reinsert_cli.ledger import cost  # noqa: PLC0415

    with writing(ctx) as work:
        cost.remove(work, code, number)
        standing = _standing(work, code.upper())
    say(_("Cost no. {number} is taken out.").format(number=number))
    say_standing(standing)


def fund(ctx: typer.Context, code: str, funder: str, amount: Amount) -> None:
    """Set a funder's part, and tell what is still lacking, or that no cost is there to compare it with."""
    from reinsert_cli.ledger import ceiling, cost  # noqa: PLC0415

    with writing(ctx) as work:
        cost.fund(work, code, funder, amount.centimes)
        standing = _standing(work, code.upper())
        share = ceiling.uncompared(work, code.upper(), funder) if amount.centimes else None
    if amount.centimes:
        say(_("{funder} is to pay {amount} DH.").format(funder=funder, amount=money(amount.centimes)))
    else:
        say(_("{funder} pays nothing of it any more.").format(funder=funder))
    say_standing(standing)
    if share:
        tell(share)


def _standing(work: Work, code: str) -> Standing | None:
    from reinsert_cli.reports.project import standing  # noqa: PLC0415

    return standing(work.reader(), code)


def say_standing(standing: Standing | None) -> None:
    """Print what a project costs and how that is covered."""
    if standing:
        say(standing.told())


@quotations.command("add", help=_("Record what a supplier asked for."))
def add_quotation(
    ctx: typer.Context,
    code: ProjectArgument,
    supplier: Annotated[str, typer.Option(parser=a_name, metavar="TEXT", help=_("Who offers it."))],
    amount: AmountOption,
    on: Annotated[
        PartialDate | None, typer.Option(parser=a_date, metavar="DATE", help=_("Day on the quotation."))
    ] = None,
    reference: Annotated[
        str | None, typer.Option(parser=a_text, metavar="TEXT", help=_("Its number or reference."))
    ] = None,
) -> None:
    """Record a quotation."""
    from reinsert_cli.ledger import cost  # noqa: PLC0415

    with writing(ctx) as work:
        number = cost.quote(work, code, supplier, amount.centimes, iso(on), reference or None)
    say(_("Quotation no. {number} is recorded: {amount} DH.").format(number=number, amount=money(amount.centimes)))


@quotations.command("choose", help=_("Say which quotation was taken, and why."))
def choose_quotation(
    ctx: typer.Context,
    code: ProjectArgument,
    number: NumberArgument,
    reason: Annotated[
        str | None, typer.Option(parser=a_text, metavar="TEXT", help=_("Why; required where it is not the cheapest."))
    ] = None,
) -> None:
    """Choose a quotation."""
    from reinsert_cli.ledger import cost  # noqa: PLC0415

    with writing(ctx) as work:
        chosen, count = cost.choose(work, code, number, reason or None)
        amount = chosen.amount
    say(_("Quotation no. {number} is taken: {amount} DH.").format(number=number, amount=money(amount)))
    if count < cost.ENOUGH_QUOTATIONS:
        tell(Fault("quotation.few", {"project": code.upper(), "count": str(count)}))


@quotations.command("remove", help=_("Take a quotation out that was recorded by mistake."))
def remove_quotation(ctx: typer.Context, code: ProjectArgument, number: NumberArgument) -> None:
    """Take a quotation out."""
    from reinsert_cli.ledger import cost  # noqa: PLC0415

    with writing(ctx) as work:
        cost.unquote(work, code, number)
    say(_("Quotation no. {number} is taken out.").format(number=number))
