"""``reinsert batch pack``: the papers of a handover."""

from __future__ import annotations

from itertools import chain, count
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from reinsert_cli.cli.context import reading, writing
from reinsert_cli.cli.identifying import IdentifiedOption, WhyOption, reason_of, record
from reinsert_cli.cli.options import AnswerOption, CodeArgument
from reinsert_cli.cli.returning import open_folder
from reinsert_cli.cli.show import say, show, show_json
from reinsert_cli.domain.faults import ExitStatus, Refusal
from reinsert_cli.domain.language import _, plural
from reinsert_cli.domain.table import Column, Table

if TYPE_CHECKING:
    from reinsert_cli.documents.facts import Facts
    from reinsert_cli.documents.pack import Made


def pack(
    ctx: typer.Context,
    code: CodeArgument,
    output: Annotated[
        Path, typer.Option("--output", "-o", metavar="DIR", help=_("Folder to write into; made where there is none."))
    ],
    identified: IdentifiedOption = False,
    reason: WhyOption = None,
    fmt: AnswerOption = "table",
) -> None:
    """Make the papers of a handover."""
    facts = _facts(ctx, code, reason_of(reason, identified=identified), identified=identified)
    open_folder(output)
    written = _made(output, facts)
    if fmt == "json":
        show_json(_answer(facts, output, written))
        return
    show(_manifest(facts, written))
    told = plural("{n} person of {code}, in {folder}.", "{n} people of {code}, in {folder}.", len(facts.people))
    say(told.format(n=len(facts.people), code=code, folder=output))
    if not facts.is_identified:
        say(_("People stand there by their codes; --identified --reason TEXT names them."))
    if not facts.missing:
        say(_("No document is missing: there are no place cards."))
    if facts.status in ("planned", "locked"):
        sheet = next(path for path, made in written if made.pages is None)
        say(
            _("On the day, fill {file}; then: “reinsert batch hold {code} --from {sheet} --dry-run”.").format(
                file=sheet.name, code=code, sheet=sheet
            )
        )


def _facts(ctx: typer.Context, code: str, reason: str, *, identified: bool) -> Facts:
    """Read what the papers say; with names, once the audit has kept that they were asked for, and why."""
    from reinsert_cli.documents.facts import facts as facts_of  # noqa: PLC0415

    if not identified:
        with reading(ctx) as reader:
            return facts_of(reader, code)
    with writing(ctx) as work:
        found = facts_of(work.reader(), code, identified=True)
        record(work, reason, len(found.people), batch=code)
    return found


def _made(folder: Path, facts: Facts) -> list[tuple[Path, Made]]:
    """Make the papers and write them; what is set aside meanwhile, which may name people, stands in the folder too."""
    from reinsert_cli.documents.pack import SHEET, pack  # noqa: PLC0415  (the typesetting library)
    from reinsert_cli.render.files import temporaries_beside  # noqa: PLC0415

    try:
        with temporaries_beside(folder / SHEET):
            return [(_write(folder, made), made) for made in pack(facts)]
    except OSError as error:
        raise Refusal(ExitStatus.USAGE, "output.unwritable", file=str(folder)) from error


def _write(folder: Path, made: Made) -> Path:
    """Write one file, mode 0600. A paper replaces the one before; a workbook never does, for it may be filled."""
    from reinsert_cli.render.files import replacing  # noqa: PLC0415

    target = folder / made.name if made.pages is not None else _free(folder, made)
    try:
        with replacing(target) as stream:
            stream.write(made.content)
    except OSError as error:
        raise Refusal(ExitStatus.USAGE, "output.unwritable", file=str(target)) from error
    return target


def _free(folder: Path, made: Made) -> Path:
    """Give the first name of ``sign-off.xlsx``, ``sign-off-2.xlsx`` … that nothing has, or this very content."""
    stem, suffix = Path(made.name).stem, Path(made.name).suffix
    for number in chain([""], (f"-{number}" for number in count(2))):
        target = folder / f"{stem}{number}{suffix}"
        if not target.exists() and not target.is_symlink():
            return target
        if target.is_file() and target.read_bytes() == made.content:
            return target
    raise AssertionError


def _manifest(facts: Facts, written: list[tuple[Path, Made]]) -> Table:
    return Table(
        report="pack",
        title=_("Papers of batch {code}").format(code=facts.code),
        as_of=facts.day,
        filters={},
        columns=(
            Column("file", _("File"), "text"),
            Column("pages", _("Pages"), "count"),
            Column("sha256", _("SHA-256"), "code", rank=1),
        ),
        rows=tuple({"file": path.name, "pages": made.pages, "sha256": made.sha256} for path, made in written),
    )


def _answer(facts: Facts, folder: Path, written: list[tuple[Path, Made]]) -> dict[str, Any]:
    """Give the manifest for machines."""
    from reinsert_cli.domain.money import plain  # noqa: PLC0415

    return {
        "batch": facts.code,
        "status": facts.status,
        "folder": str(folder),
        "identified": facts.is_identified,
        "people": len(facts.people),
        "amount": plain(facts.amount),
        "missing_documents": len(facts.missing),
        "files": [
            {"file": path.name, "path": str(path), "pages": made.pages, "sha256": made.sha256} for path, made in written
        ],
    }
