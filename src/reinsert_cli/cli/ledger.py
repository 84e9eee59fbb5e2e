"""``reinsert ledger``: the whole ledger carried to another place."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from reinsert_cli.cli.asking import explain
from reinsert_cli.cli.context import Settings, is_interactive, reading_of
from reinsert_cli.cli.options import AnswerOption
from reinsert_cli.cli.progress import watch
from reinsert_cli.cli.show import say, show_json
from reinsert_cli.cli.unlocking import new_key, offer_keyring, wants_encryption
from reinsert_cli.domain.faults import ExitStatus, Refusal
from reinsert_cli.domain.language import _
from reinsert_cli.store import keys, opening

if TYPE_CHECKING:
    from reinsert_cli.store.copying import Content
    from reinsert_cli.store.keys import Key
    from reinsert_cli.store.server import Server

app = typer.Typer(add_completion=False, no_args_is_help=True)

EncryptOption = Annotated[
    bool | None,
    typer.Option(
        "--encrypt/--no-encrypt",
        help=_("Encrypt the file TO, or not; else as FROM is, and yes where REINSERT_KEY_FILE names a key."),
        show_default=False,
    ),
]


@app.callback(help=_("The whole ledger, carried to another place."))
def ledger() -> None:
    """Hold the verbs of the ledger."""


@app.command(
    help=_(
        "Copy a whole ledger to a place where nothing stands yet, from a file to a server or back: every row with its "
        "number, the history and the log. It is proven the same before it takes its place; nothing is left of one that "
        "is interrupted."
    )
)
def copy(
    source: Annotated[str, typer.Argument(metavar="FROM", help=_("The ledger: a file, or the address of a server."))],
    target: Annotated[str, typer.Argument(metavar="TO", help=_("Where the copy is to stand: a file, or an address."))],
    encrypt: EncryptOption = None,
    force: Annotated[bool, typer.Option("--force", help=_("Even where “check --deep” finds FROM damaged."))] = False,
    fmt: AnswerOption = "table",
) -> None:
    """Copy a ledger."""
    from reinsert_cli.ledger import copied  # noqa: PLC0415
    from reinsert_cli.store.copying import copied as written  # noqa: PLC0415  (Alembic)
    from reinsert_cli.store.migrate import require_free  # noqa: PLC0415

    here, there = _named(source), _named(target)
    with reading_of(here) as reader:
        require_free(there)
        with watch(str(here), is_interactive()) as step:
            found = copied.found(reader, step)
        if not force:
            copied.require_sound(found, str(here))
        key = _key(here, there, encrypt)
        with watch(str(there), is_interactive()) as step, written(reader, there, key, step) as made:
            copied.require_nothing_new(copied.found(made.reader, step), found, str(there))
    if key and isinstance(there, Path) and keys.named_file() is None:
        offer_keyring(there, key)
    _tell(here, there, made.content, fmt)


def _named(said: str) -> Path | Server:
    if not said:  # elsewhere that stands for the usual ledger
        raise Refusal(ExitStatus.USAGE, "ledger.url")
    return Settings.of(said).ledger


def _key(here: Path | Server, there: Path | Server, encrypt: bool | None) -> Key | None:
    """Give the key that the copy is to have: of an encrypted ledger that stands in no key file, its own."""
    if not isinstance(there, Path):
        if encrypt:
            raise Refusal(ExitStatus.USAGE, "server.no_file", path=str(there), command="ledger copy --encrypt")
        return None
    is_locked = isinstance(here, Path) and opening.is_encrypted(here)
    if encrypt is False or not (is_locked or wants_encryption(encrypt)):
        return None
    file = keys.named_file()
    return keys.key_of(here) if isinstance(here, Path) and is_locked and file is None else new_key(there, file)


def _tell(here: Path | Server, there: Path | Server, content: Content, fmt: str) -> None:
    if fmt == "json":
        counts = {table: count for table, (count, _total) in sorted(content.tables.items())}
        show_json(
            {
                "from": str(here),
                "to": str(there),
                "rows": content.rows,
                "postings": content.postings,
                "journal": content.journal,
                "head": content.head,
                "tables": counts,
            }
        )
        return
    told = _("{path} holds what {ledger} holds: {rows} rows, {postings} of them postings; head of the log: {head}.")
    say(told.format(path=there, ledger=here, rows=content.rows, postings=content.postings, head=content.head))
    explain(_("Write to one of the two only from now on: what is written to both cannot be joined again."))
