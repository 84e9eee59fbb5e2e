"""``reinsert partner``."""

from __future__ import annotations

import typer

from reinsert_cli.cli.context import reading, writing
from reinsert_cli.cli.options import ArabicNameOption, CodeArgument, FormatOption, NameOption, OutputOption
from reinsert_cli.cli.show import say, show
from reinsert_cli.domain.language import _

app = typer.Typer(add_completion=False, no_args_is_help=True)


@app.command(help=_("Register a partner."))
def add(ctx: typer.Context, code: CodeArgument, name: NameOption, name_ar: ArabicNameOption = None) -> None:
    """Register a partner."""
    from reinsert_cli.ledger import partner  # noqa: PLC0415

    with writing(ctx) as work:
        partner.add(work, code, name, name_ar)
    say(_("Partner {code} is registered.").format(code=code))


@app.command("list", help=_("List the partners."))
def list_(ctx: typer.Context, fmt: FormatOption = "table", output: OutputOption = None) -> None:
    """List the partners."""
    from reinsert_cli.reports import lists  # noqa: PLC0415

    with reading(ctx) as reader:
        table = lists.partners(reader)
    show(table, fmt, output)
