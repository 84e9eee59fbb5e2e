"""``reinsert init``."""

from __future__ import annotations

import typer

from reinsert_cli.cli.context import ledger_of
from reinsert_cli.cli.show import say
from reinsert_cli.domain.language import _

app = typer.Typer(add_completion=False)


@app.command(help=_("Make a new ledger, with the regions, provinces, sectors and centres in it."))
def init(ctx: typer.Context) -> None:
    """Make a new ledger."""
    from reinsert_cli.store.migrate import create  # noqa: PLC0415  (Alembic)

    path = ledger_of(ctx)
    create(path)
    say(_("The ledger {path} is ready.").format(path=path))
