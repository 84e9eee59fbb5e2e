"""``reinsert rekey``."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from reinsert_cli.cli.asking import can_answer
from reinsert_cli.cli.context import file_of
from reinsert_cli.cli.show import say
from reinsert_cli.cli.unlocking import new_key, offer_keyring
from reinsert_cli.domain.faults import ExitStatus, Refusal, refuse
from reinsert_cli.domain.language import _
from reinsert_cli.store import keys, opening, place

app = typer.Typer(add_completion=False)


@app.command(help=_("Give an encrypted ledger another key; the one before opens it no more."))
def rekey(
    ctx: typer.Context,
    new_key_file: Annotated[
        Path | None,
        typer.Option(
            "--new-key-file", metavar="FILE", help=_("The file of the new key, made where there is none; else asked.")
        ),
    ] = None,
) -> None:
    """Give the ledger another key."""
    from reinsert_cli.store.rewriting import rewrite  # noqa: PLC0415

    path = file_of(ctx)
    if not opening.is_encrypted(path):
        place.connect_read_only(path).close()
        raise refuse("ledger.in_clear", path=str(path))
    place.connect_read_only(path).close()
    if new_key_file is None and not can_answer():
        raise Refusal(ExitStatus.LEDGER, "key.no_new")
    key = new_key(path, new_key_file)
    if key == keys.key_of(path):
        raise refuse("key.same")
    rewrite(path, "rekey", key)
    if new_key_file is None:
        offer_keyring(path, key)
        say(_("The ledger {path} has another key; its backups keep the one before.").format(path=path))
    else:
        say(
            _("The ledger {path} opens with {file} from now on; its backups keep the key before.").format(
                path=path, file=new_key_file
            )
        )
