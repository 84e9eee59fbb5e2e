"""What every command needs of its surroundings: the ledger, open for reading or for one unit of work."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from reinsert_cli.domain.faults import ExitStatus, Fault, Refusal

if TYPE_CHECKING:
    from reinsert_cli.store.keys import Key
    from reinsert_cli.store.reading import Reader
    from reinsert_cli.store.server import Server
    from reinsert_cli.store.work import Work


@dataclass(frozen=True, slots=True)
class Settings:
    """The global options: where the ledger is."""

    ledger: Path | Server

    @classmethod
    def of(cls, ledger: str | None) -> Settings:
        """Read the option or the environment variable: the path of a file, or the address of a server."""
        from reinsert_cli.store.place import default_path  # noqa: PLC0415
        from reinsert_cli.store.server import Server  # noqa: PLC0415

        if ledger and "://" in ledger:
            return cls(Server.of(ledger))
        try:
            return cls(Path(ledger).expanduser() if ledger else default_path())
        except RuntimeError as error:  # nobody of that name has a folder, or whoever runs this has none
            raise Refusal(ExitStatus.LEDGER, "ledger.no_home", path=ledger or "~") from error


def allow_questions() -> None:
    """Let the key of a ledger come from the keyring or the terminal too: for commands, never for completions."""
    from reinsert_cli.store import keys  # noqa: PLC0415

    keys.ask_elsewhere(_asked_key)


def _asked_key(path: Path) -> Key | None:
    from reinsert_cli.cli.unlocking import from_keyring, from_terminal  # noqa: PLC0415

    return from_keyring(path) or from_terminal(path)


def ledger_of(ctx: typer.Context) -> Path | Server:
    """Give the ledger that the command is about: the path of its file, or its server."""
    settings: Settings = ctx.obj
    return settings.ledger


def file_of(ctx: typer.Context) -> Path:
    """Give the path of the ledger that the command is about. Raises Refusal (exit 2) where it is on a server."""
    ledger = ledger_of(ctx)
    if isinstance(ledger, Path):
        return ledger
    raise Refusal(ExitStatus.USAGE, "server.no_file", path=str(ledger), command=command_of(ctx))


def keep_roles(ledger: Path | Server) -> None:
    """Let the roles of a ledger on a server be those of this version; tell where the account may not do that."""
    from reinsert_cli.cli.show import tell  # noqa: PLC0415
    from reinsert_cli.store import roles  # noqa: PLC0415

    if not isinstance(ledger, Path) and not roles.keep(ledger):
        tell(Fault("server.roles_left", {"path": str(ledger)}))


def command_of(ctx: typer.Context) -> str:
    """Give the command's words, as the audit names it: ``batch lock``."""
    return ctx.command_path.removeprefix("reinsert ")


@contextmanager
def reading(ctx: typer.Context) -> Iterator[Reader]:
    """Open the ledger for reading."""
    with reading_of(ledger_of(ctx)) as reader:
        yield reader


@contextmanager
def reading_of(ledger: Path | Server) -> Iterator[Reader]:
    """Open a ledger for reading that the command names itself."""
    from reinsert_cli.store.reading import reading as open_for_reading  # noqa: PLC0415

    path = _unlocked(ledger)
    with open_for_reading(path, tell=partial(_tell_of_waiting, path)) as reader:
        yield reader


@contextmanager
def writing(ctx: typer.Context, *, dry_run: bool = False) -> Iterator[Work]:
    """Open one unit of work; it is committed here, and rolled back when it is a dry run."""
    from reinsert_cli.store.work import writing as open_for_writing  # noqa: PLC0415  (SQLAlchemy)

    path = _unlocked(ledger_of(ctx))
    tell = partial(_tell_of_waiting, path)
    with open_for_writing(path, command_of(ctx), rehearse=dry_run, tell=tell) as work:
        yield work


def _unlocked(path: Path | Server) -> Path | Server:
    """Ask for the key of an encrypted ledger before anything is timed: whoever types it waits for nobody."""
    from reinsert_cli.store import keys, opening  # noqa: PLC0415

    if isinstance(path, Path) and path.is_file() and opening.is_encrypted(path):
        keys.key_of(path)
    return path


def _tell_of_waiting(path: Path | Server) -> None:
    from reinsert_cli.cli.show import tell  # noqa: PLC0415
    from reinsert_cli.store.place import BUSY_SECONDS  # noqa: PLC0415

    tell(Fault("ledger.waiting", {"path": str(path), "seconds": str(BUSY_SECONDS)}))


def is_interactive() -> bool:
    """Tell whether a person sits at standard error and can watch progress."""
    return os.isatty(2)
