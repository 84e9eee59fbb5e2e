"""``reinsert decrypt``."""

from __future__ import annotations

from typing import Annotated

import typer

from reinsert_cli.cli.asking import can_answer, confirm
from reinsert_cli.cli.context import file_of
from reinsert_cli.cli.show import say
from reinsert_cli.domain.faults import refuse
from reinsert_cli.domain.language import _
from reinsert_cli.store import opening

app = typer.Typer(add_completion=False)


@app.command(help=_("Let an encrypted ledger stand in clear: whoever gets hold of the file then reads it."))
def decrypt(
    ctx: typer.Context,
    yes: Annotated[bool, typer.Option("--yes", help=_("Do not ask."))] = False,
) -> None:
    """Decrypt the ledger."""
    from reinsert_cli.store.rewriting import rewrite  # noqa: PLC0415

    path = file_of(ctx)
    if not opening.is_encrypted(path):
        raise refuse("ledger.in_clear", path=str(path))
    if not yes and not (can_answer() and confirm(_("Let everyone who gets hold of {path} read it?").format(path=path))):
        raise refuse("decrypt.not_agreed")
    rewrite(path, "decrypt", None)
    say(_("The ledger {path} stands in clear.").format(path=path))
