"""``reinsert encrypt``."""

from __future__ import annotations

import typer

from reinsert_cli.cli.asking import explain
from reinsert_cli.cli.context import file_of
from reinsert_cli.cli.show import say
from reinsert_cli.cli.unlocking import new_key, offer_keyring
from reinsert_cli.domain.faults import refuse
from reinsert_cli.domain.language import _
from reinsert_cli.store import keys, opening, place

app = typer.Typer(add_completion=False)


@app.command(help=_("Encrypt a ledger that stands in clear; every command then needs its key."))
def encrypt(ctx: typer.Context) -> None:
    """Encrypt the ledger."""
    from reinsert_cli.cli import rights  # noqa: PLC0415
    from reinsert_cli.store.rewriting import rewrite  # noqa: PLC0415

    path = file_of(ctx)
    if opening.is_encrypted(path):
        raise refuse("ledger.encrypted", path=str(path))
    place.connect_read_only(path).close()
    file = keys.named_file()
    key = new_key(path, file)
    rewrite(path, "encrypt", key)
    if file is None:
        offer_keyring(path, key)
    say(_("The ledger {path} is encrypted.").format(path=path))
    explain(
        _(
            "What the disk held in clear was written over, but a disk may keep copies of its own (SSDs, snapshots), "
            "and backups made before are in clear: make a new one and destroy those."
        )
    )
    rights.say_in_clear(ctx)
