"""``reinsert init``."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from reinsert_cli.cli.context import keep_roles, ledger_of
from reinsert_cli.cli.show import say
from reinsert_cli.cli.unlocking import new_key, offer_keyring, wants_encryption
from reinsert_cli.domain.faults import ExitStatus, Refusal
from reinsert_cli.domain.language import _
from reinsert_cli.store import keys

app = typer.Typer(add_completion=False)


@app.command(help=_("Make a new ledger, with the regions, provinces, sectors and centres in it."))
def init(
    ctx: typer.Context,
    encrypt: Annotated[
        bool | None,
        typer.Option(
            "--encrypt/--no-encrypt",
            help=_("Encrypt it, or not; else asked at a terminal, and yes where REINSERT_KEY_FILE names a key."),
            show_default=False,
        ),
    ] = None,
) -> None:
    """Make a new ledger."""
    from reinsert_cli.store.migrate import create, require_free  # noqa: PLC0415  (Alembic)

    path = ledger_of(ctx)
    require_free(path)
    if not isinstance(path, Path):
        if encrypt:
            raise Refusal(ExitStatus.USAGE, "server.no_file", path=str(path), command="init --encrypt")
        create(path)
        say(_("The ledger {path} is ready.").format(path=path))
        keep_roles(path)
        return
    file = keys.named_file()
    key = new_key(path, file) if wants_encryption(encrypt) else None
    create(path, key)
    if key and file is None:
        offer_keyring(path, key)
    if key:
        say(_("The encrypted ledger {path} is ready.").format(path=path))
    else:
        say(_("The ledger {path} is ready.").format(path=path))
