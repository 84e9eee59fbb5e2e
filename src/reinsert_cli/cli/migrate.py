"""``reinsert migrate``."""

from __future__ import annotations

import typer

from reinsert_cli.cli.context import keep_roles, ledger_of
from reinsert_cli.cli.show import say
from reinsert_cli.domain.language import _

app = typer.Typer(add_completion=False)


@app.command(help=_("Bring a ledger that an earlier version made up to date; a current one is left alone."))
def migrate(ctx: typer.Context) -> None:
    """Migrate the ledger."""
    from reinsert_cli.store.migrate import migrate as bring_up_to_date  # noqa: PLC0415  (Alembic)

    ledger = ledger_of(ctx)
    before, after = bring_up_to_date(ledger)
    if before == after:
        say(_("The ledger is up to date (schema {schema}).").format(schema=after))
    else:
        say(_("The ledger went from schema {before} to {after}.").format(before=before, after=after))
        keep_roles(ledger)
