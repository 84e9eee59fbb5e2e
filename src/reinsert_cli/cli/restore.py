"""``reinsert restore``."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Final

import typer

from reinsert_cli.cli.context import file_of
from reinsert_cli.cli.options import a_date
from reinsert_cli.cli.show import say
from reinsert_cli.domain.language import _
from reinsert_cli.store import place

if TYPE_CHECKING:
    from reinsert_cli.store.backups import Bound

app = typer.Typer(add_completion=False)

_HASH: Final = re.compile(r"[0-9a-f]{64}")


@app.command(
    help=_("Let a backup be the ledger again, once it is proven whole; the ledger that stood there is kept beside it.")
)
def restore(
    ctx: typer.Context,
    file: Annotated[Path, typer.Argument(metavar="FILE", help=_("The backup."))],
    not_older_than: Annotated[
        str | None,
        typer.Option(
            metavar="DATE|HASH",
            help=_("Refuse a backup without writes of that day or later, or without that record of “log head”."),
        ),
    ] = None,
    force: Annotated[
        bool,
        typer.Option("--force", help=_("Even where writes of the ledger are lost, or it cannot be read any more.")),
    ] = False,
) -> None:
    """Restore a backup."""
    from reinsert_cli.cli import rights  # noqa: PLC0415
    from reinsert_cli.store.backups import restore as put_back  # noqa: PLC0415

    path = file_of(ctx)
    done = put_back(file, path, _bound(not_older_than), force=force)
    told = _("The ledger {path} is as it was at record {n} of the log.")
    say(told.format(path=path, n=done.last.number))
    if done.lost:
        say(_("Writes that are gone from it: {count}; the log says so.").format(count=done.lost))
    if done.kept is not None:
        say(_("The ledger that stood there is kept: {file}").format(file=done.kept))
    rights.say_in_clear(ctx)
    if done.schema != place.SCHEMA:
        say(_("An earlier version made it: run “reinsert migrate” once."))


def _bound(said: str | None) -> Bound:
    """Read what the backup is to be at least as new as: a record's hash, or a day."""
    from reinsert_cli.store.backups import Bound  # noqa: PLC0415

    if said is None:
        return Bound()
    if _HASH.fullmatch(said.lower()):
        return Bound(head=said.lower())
    return Bound(day=a_date(said).first.isoformat())
