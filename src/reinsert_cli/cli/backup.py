"""``reinsert backup``."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from reinsert_cli.cli.context import file_of
from reinsert_cli.cli.show import say
from reinsert_cli.domain.faults import ExitStatus, Refusal
from reinsert_cli.domain.language import _

app = typer.Typer(add_completion=False)


@app.command(help=_("Copy the ledger, under its own key, and read the copy back; others may go on writing."))
def backup(
    ctx: typer.Context,
    file: Annotated[Path, typer.Argument(metavar="FILE", help=_("The backup; of a folder, a dated file in it."))],
    keep: Annotated[
        int | None,
        typer.Option(
            "--keep", metavar="N", min=1, help=_("In a folder, keep the newest N dated backups of this ledger.")
        ),
    ] = None,
    force: Annotated[bool, typer.Option("--force", help=_("Replace a file that stands there."))] = False,
) -> None:
    """Make a backup."""
    from reinsert_cli.store.backups import back_up, back_up_into  # noqa: PLC0415

    path = file_of(ctx)
    if file.is_dir() or (keep is not None and not file.exists()):
        taken = back_up_into(path, file, keep)
    elif keep is not None:
        raise Refusal(ExitStatus.USAGE, "backup.keep_in_folder", file=str(file))
    else:
        taken = back_up(path, file, force=force)
    told = _("Backup {file}: whole, up to record {n} of the log ({head}).")
    say(told.format(file=taken.path, n=taken.last.number, head=taken.last.hash[:12]))
    for former in taken.removed:
        say(_("Removed: {file}").format(file=former))
