"""``reinsert export verify``: a pack is what it was, and what the ledger says."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from reinsert_cli.cli import manifest
from reinsert_cli.cli.context import ledger_of, reading
from reinsert_cli.cli.show import say, tell
from reinsert_cli.domain.faults import ExitStatus, Fault
from reinsert_cli.domain.language import _, speaking

if TYPE_CHECKING:
    from reinsert_cli.cli.manifest import Manifest
    from reinsert_cli.store.server import Server

UNCOMPARED = "pack.other_version"
"""What is told of a pack, and finds nothing wrong with it."""


def verify(
    ctx: typer.Context,
    folder: Annotated[Path, typer.Argument(metavar="DIR", help=_("The pack's folder."))],
) -> None:
    """Say whether a pack is what it was, and what the ledger says."""
    said = manifest.read(folder)
    faults = [*_faults_of_files(folder, said), *_faults_of_ledger(ctx, folder, said)]
    for fault in faults:
        tell(fault)
    if any(fault.code != UNCOMPARED for fault in faults):
        raise typer.Exit(ExitStatus.FINDINGS)
    if not faults:
        say(_("{folder}: whole, and what the ledger says.").format(folder=folder))


def _faults_of_files(folder: Path, said: Manifest) -> Iterator[Fault]:
    for name, sha256 in said.files.items():
        file = folder / name
        if not file.is_file() or file.is_symlink():
            yield Fault("pack.file_missing", {"file": name})
        elif manifest.sha256(file) != sha256:
            yield Fault("pack.file_changed", {"file": name})
    for file in sorted(folder.iterdir()):
        if file.name not in {*said.files, manifest.NAME}:
            yield Fault("pack.file_unknown", {"file": file.name})


def _faults_of_ledger(ctx: typer.Context, folder: Path, said: Manifest) -> Iterator[Fault]:
    """Make the pack again from the ledger as it was then, and compare."""
    from reinsert_cli.cli.month_files import again, write  # noqa: PLC0415
    from reinsert_cli.render.files import temporaries_beside  # noqa: PLC0415
    from reinsert_cli.reports.log import has_at  # noqa: PLC0415

    with reading(ctx) as reader:
        if not has_at(reader, said.mark.number, said.mark.head):
            yield Fault("pack.of_another", {"folder": str(folder)})
            return
        asked = again(said)
        if asked is None:
            yield Fault(UNCOMPARED, {"version": said.version})
            return
        ledger = ledger_of(ctx)
        with temporaries_beside(_private(ledger)) as place, speaking(asked.language):
            write(place, ledger, asked)
            made = {file.name: manifest.sha256(file) for file in place.iterdir()}
    for name, sha256 in said.files.items():
        if made.get(name) != sha256:
            yield Fault("pack.differs", {"file": name})


def _private(ledger: Path | Server) -> Path:
    """Give a name in a folder of the owner's only: that of the ledger, or where one would be."""
    if isinstance(ledger, Path):
        return ledger
    from reinsert_cli.store.drafts import make_private_folder  # noqa: PLC0415
    from reinsert_cli.store.place import default_path  # noqa: PLC0415

    make_private_folder(default_path().parent)
    return default_path()
