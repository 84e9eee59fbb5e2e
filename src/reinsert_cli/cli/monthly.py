"""``reinsert export monthly`` and ``verify``: the month for headquarters, and the proof that a pack is whole."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, Final

import typer

from reinsert_cli.cli.context import is_interactive, ledger_of, reading
from reinsert_cli.cli.options import RegionOption, a_month
from reinsert_cli.cli.show import say, tell
from reinsert_cli.domain.dates import PartialDate
from reinsert_cli.domain.faults import ExitStatus, Fault, Refusal
from reinsert_cli.domain.language import _

if TYPE_CHECKING:
    from reinsert_cli.cli.month_files import Asked, Earlier

MANIFEST: Final = "MANIFEST.json"
KIND: Final = "monthly"

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
ForceOption = Annotated[bool, typer.Option("--force", help=_("Replace the pack that stands there."))]


def monthly(
    ctx: typer.Context,
    month: MonthOption,
    output: FolderOption,
    region: RegionOption = None,
    programme: ProgrammeOption = None,
    since: SinceOption = None,
    force: ForceOption = False,
) -> None:
    """Write the pack of a month; on failure say so in one line, for the mail of a scheduler."""
    from reinsert_cli.domain.sentences import say as sentences_of  # noqa: PLC0415

    try:
        _make(ctx, month, output, region, programme, since, force=force)
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
    force: bool,
) -> None:
    from reinsert_cli.cli.month_files import asked_of, write  # noqa: PLC0415
    from reinsert_cli.render.folders import replacing_folder  # noqa: PLC0415
    from reinsert_cli.reports.filters import Filters  # noqa: PLC0415
    from reinsert_cli.reports.names import require  # noqa: PLC0415

    _require_free(output, force=force)
    filters = Filters(month.first, month.last, region, programme)
    with reading(ctx) as reader:  # nobody writes meanwhile: all that is read is of one state
        if programme:
            require(reader, "programme", programme)
        asked = asked_of(reader, filters)
        asked = replace(asked, earlier=_earlier(asked, output, since, reader))
        try:
            output.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            with replacing_folder(output) as folder:
                write(folder, ledger_of(ctx), asked)
                _write_manifest(folder, asked)
        except OSError as error:
            raise Refusal(ExitStatus.USAGE, "output.unwritable", file=str(output)) from error


def _require_free(output: Path, *, force: bool) -> None:
    """Refuse (exit 3) to replace anything without leave, and what is no pack with or without it."""
    if output.is_symlink() or (output.exists() and not output.is_dir()):
        raise Refusal(ExitStatus.RULE, "pack.not_a_folder", folder=str(output))
    if not output.exists() or not any(output.iterdir()):
        return
    if not _is_pack(output):
        raise Refusal(ExitStatus.RULE, "pack.not_ours", folder=str(output))
    if not force:
        raise Refusal(ExitStatus.RULE, "pack.exists", folder=str(output))


def _is_pack(folder: Path) -> bool:
    try:
        return manifest_of(folder).get("pack") == KIND
    except Refusal:
        return False


def manifest_of(folder: Path) -> dict[str, Any]:
    """Read a pack's manifest. Raises Refusal ``pack.no_manifest`` (exit 4)."""
    try:
        found = json.loads((folder / MANIFEST).read_text("utf-8"))
        names = [str(file["name"]) for file in found["files"] if isinstance(file["sha256"], str)]
        if isinstance(found["ledger"]["number"], int) and all(Path(name).name == name for name in names):
            return dict(found)
    except (OSError, ValueError, KeyError, TypeError):
        pass
    raise Refusal(ExitStatus.UNREADABLE, "pack.no_manifest", folder=str(folder))


def _earlier(asked: Asked, output: Path, since: Path | None, reader: Any) -> Earlier | None:
    """Give the last pack of the same filters that this ledger made: the one named, else the latest one beside."""
    from reinsert_cli.cli.month_files import Earlier  # noqa: PLC0415
    from reinsert_cli.reports.log import has_at  # noqa: PLC0415

    if since is not None:
        said = manifest_of(since)["ledger"]
        if not has_at(reader, said["number"], said["head"]):
            raise Refusal(ExitStatus.RULE, "pack.of_another", folder=str(since))
        return Earlier(manifest_of(since)["month"], said["number"], said["head"])
    beside = (one for folder in _folders(output.parent) if _is_pack(folder) for one in [manifest_of(folder)])
    same = [
        one
        for one in beside
        if one["filters"] == asked.filters_named
        and one["month"] < asked.month
        and has_at(reader, one["ledger"]["number"], one["ledger"]["head"])
    ]
    if not same:
        return None
    last = max(same, key=lambda one: (one["month"], one["ledger"]["number"]))
    return Earlier(last["month"], last["ledger"]["number"], last["ledger"]["head"])


def _folders(parent: Path) -> Iterator[Path]:
    if parent.is_dir():
        yield from (one for one in sorted(parent.iterdir()) if one.is_dir() and not one.name.startswith("."))


def _write_manifest(folder: Path, asked: Asked) -> None:
    from reinsert_cli.render.files import write_text  # noqa: PLC0415

    said = {"pack": KIND, **asked.said(), "files": sorted(_described(folder), key=lambda file: str(file["name"]))}
    write_text(folder / MANIFEST, json.dumps(said, ensure_ascii=False, indent=2) + "\n")


def _described(folder: Path) -> Iterator[Mapping[str, object]]:
    for file in folder.iterdir():
        yield {"name": file.name, "bytes": file.stat().st_size, "sha256": _sha256(file)}


def _sha256(file: Path) -> str:
    import hashlib  # noqa: PLC0415

    with file.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()


def verify(
    ctx: typer.Context,
    folder: Annotated[Path, typer.Argument(metavar="DIR", help=_("The pack's folder."))],
) -> None:
    """Say whether a pack is what it was, and what the ledger says."""
    manifest = manifest_of(folder)
    faults = list(_faults_of_files(folder, manifest))
    faults += _faults_of_ledger(ctx, folder, manifest)
    for fault in faults:
        tell(fault)
    if any(fault.code != "pack.other_version" for fault in faults):
        raise typer.Exit(ExitStatus.FINDINGS)
    say(_("{folder}: whole, and what the ledger says.").format(folder=folder))


def _faults_of_files(folder: Path, manifest: Mapping[str, Any]) -> Iterator[Fault]:
    expected = {str(file["name"]): str(file["sha256"]) for file in manifest["files"]}
    for name, sha256 in expected.items():
        file = folder / name
        if not file.is_file() or file.is_symlink():
            yield Fault("pack.file_missing", {"file": name})
        elif _sha256(file) != sha256:
            yield Fault("pack.file_changed", {"file": name})
    for file in sorted(folder.iterdir()):
        if file.name not in {*expected, MANIFEST}:
            yield Fault("pack.file_unknown", {"file": file.name})


def _faults_of_ledger(ctx: typer.Context, folder: Path, manifest: Mapping[str, Any]) -> Iterator[Fault]:
    """Make the pack again from the ledger as it was then, and compare."""
    from tempfile import TemporaryDirectory  # noqa: PLC0415

    from reinsert_cli.cli.month_files import again, write  # noqa: PLC0415
    from reinsert_cli.domain.language import speaking  # noqa: PLC0415
    from reinsert_cli.reports.log import has_at  # noqa: PLC0415

    said = manifest["ledger"]
    with reading(ctx) as reader:
        if not has_at(reader, said["number"], said["head"]):
            yield Fault("pack.of_another", {"folder": str(folder)})
            return
        asked = again(manifest)
        if asked is None:
            yield Fault("pack.other_version", {"version": str(manifest.get("version"))})
            return
        with TemporaryDirectory(prefix="reinsert-") as place, speaking(asked.language):
            write(Path(place), ledger_of(ctx), asked)
            made = {file.name: _sha256(file) for file in Path(place).iterdir()}
    for file in manifest["files"]:
        if made.get(file["name"]) != file["sha256"]:
            yield Fault("pack.differs", {"file": str(file["name"])})
