"""``reinsert export monthly``: the month for headquarters, written by itself."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from reinsert_cli.cli import manifest
from reinsert_cli.cli.context import is_interactive, ledger_of, reading
from reinsert_cli.cli.options import RegionOption, a_month
from reinsert_cli.cli.show import say
from reinsert_cli.domain.dates import PartialDate
from reinsert_cli.domain.faults import ExitStatus, Refusal
from reinsert_cli.domain.language import _
from reinsert_cli.store.drafts import make_private_folder

if TYPE_CHECKING:
    from reinsert_cli.cli.manifest import Mark
    from reinsert_cli.cli.month_files import Asked
    from reinsert_cli.store.reading import Reader

MonthOption = Annotated[
    PartialDate, typer.Option("--month", parser=a_month, metavar="YYYY-MM", help=_("The month of the pack."))
]
FolderOption = Annotated[
    Path, typer.Option("--output", "-o", metavar="DIR", help=_("The pack's folder; made, whole or not at all."))
]
ProgrammeOption = Annotated[str | None, typer.Option(metavar="CODE", help=_("Only this programme."))]
SinceOption = Annotated[
    Path | None,
    typer.Option("--since", metavar="DIR", help=_("The last pack; else the latest one beside the new one.")),
]
PublicOption = Annotated[
    bool,
    typer.Option(
        "--public", help=_("For publication: fewer tables, counts of 1 to 4 people and what tells them hidden.")
    ),
]
ForceOption = Annotated[bool, typer.Option("--force", help=_("Replace the pack that stands there."))]


def monthly(
    ctx: typer.Context,
    month: MonthOption,
    output: FolderOption,
    region: RegionOption = None,
    programme: ProgrammeOption = None,
    since: SinceOption = None,
    public: PublicOption = False,
    force: ForceOption = False,
) -> None:
    """Write the pack of a month; on failure say so in one line, for the mail of a scheduler."""
    from reinsert_cli.domain.sentences import say as sentences_of  # noqa: PLC0415

    try:
        _make(ctx, month, output, region, programme, since, public=public, force=force)
    except Refusal as refusal:
        typer.echo(" ".join(sentences_of(refusal.fault)), err=True)
        raise typer.Exit(refusal.status) from refusal
    if is_interactive():
        say(_("The pack stands in {folder}.").format(folder=output))


def _make(
    ctx: typer.Context,
    month: PartialDate,
    output: Path,
    region: str | None,
    programme: str | None,
    since: Path | None,
    *,
    public: bool,
    force: bool,
) -> None:
    from reinsert_cli.cli.month_files import asked_of, write  # noqa: PLC0415
    from reinsert_cli.render.folders import replacing_folder  # noqa: PLC0415
    from reinsert_cli.reports.filters import Filters  # noqa: PLC0415
    from reinsert_cli.reports.names import require  # noqa: PLC0415

    if public and since:
        raise Refusal(ExitStatus.USAGE, "usage.public_since")
    _require_free(output, force=force)
    filters = Filters(month.first, month.last, region, programme)
    with reading(ctx) as reader:  # nobody writes meanwhile: all that is read is of one state
        if programme:
            require(reader, "programme", programme)
        asked = asked_of(reader, filters, is_public=public)
        if not public:  # which tells of no change
            asked = replace(asked, earlier=_earlier(asked, output, since, reader))
        try:
            make_private_folder(output.parent)
            with replacing_folder(output) as folder:
                write(folder, ledger_of(ctx), asked)
                manifest.write(folder, asked.said())
        except OSError as error:
            raise Refusal(ExitStatus.USAGE, "output.unwritable", file=str(output)) from error


def _require_free(output: Path, *, force: bool) -> None:
    """Refuse (exit 3) to replace anything without leave, and what is no pack with or without it."""
    if output.is_symlink() or (output.exists() and not output.is_dir()):
        raise Refusal(ExitStatus.RULE, "pack.not_a_folder", folder=str(output))
    if not output.exists() or not any(output.iterdir()):
        return
    if not manifest.is_pack(output):
        raise Refusal(ExitStatus.RULE, "pack.not_ours", folder=str(output))
    if not force:
        raise Refusal(ExitStatus.RULE, "pack.exists", folder=str(output))


def _earlier(asked: Asked, output: Path, since: Path | None, reader: Reader) -> Mark | None:
    """Give the last pack of the same filters that this ledger made: the one named, else the latest one beside."""
    from reinsert_cli.reports.log import has_at  # noqa: PLC0415

    if since is not None:
        named = manifest.read(since).mark
        if not has_at(reader, named.number, named.head):
            raise Refusal(ExitStatus.RULE, "pack.of_another", folder=str(since))
        return named
    beside = [manifest.read(folder) for folder in _folders(output.parent) if manifest.is_pack(folder)]
    marks = (
        one.mark
        for one in beside
        if one.filters == asked.filters_named and one.mark.month < asked.month and not one.is_public
    )
    ours = [mark for mark in marks if has_at(reader, mark.number, mark.head)]
    return max(ours, key=lambda mark: (mark.month, mark.number), default=None)


def _folders(parent: Path) -> Iterator[Path]:
    if parent.is_dir():
        yield from (one for one in sorted(parent.iterdir()) if one.is_dir() and not one.name.startswith("."))
