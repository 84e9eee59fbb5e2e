"""``reinsert document``: the register of papers of projects and batches. No paper is stored."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from reinsert_cli.cli.context import reading, writing
from reinsert_cli.cli.options import (
    FormatOption,
    OutputOption,
    a_date,
    a_document_kind,
    a_mark,
    a_text,
    iso,
    usage,
    with_choices,
)
from reinsert_cli.cli.show import say, show, tell
from reinsert_cli.domain.companies import has_right_key, read_ice
from reinsert_cli.domain.dates import PartialDate
from reinsert_cli.domain.faults import ExitStatus, Fault, Refusal
from reinsert_cli.domain.language import _, listed
from reinsert_cli.domain.vocabulary import DOCUMENTS, RECEIPTS, label

app = typer.Typer(add_completion=False, no_args_is_help=True)


def an_ice(printed: str) -> str:
    """Read a company's common identifier; nothing takes it back."""
    read = read_ice(printed) if printed.strip() else ""
    if isinstance(read, Fault):
        raise usage(read)
    return read


KIND_HELP = with_choices(_("What paper it is."), DOCUMENTS, "document")
KindOption = Annotated[str | None, typer.Option("--kind", parser=a_document_kind, metavar="KIND", help=KIND_HELP)]
StateOption = Annotated[
    str | None,
    typer.Option("--state", parser=a_mark, metavar="STATE", help=with_choices(_("Whether it is there."), RECEIPTS)),
]
ProjectOption = Annotated[
    str | None, typer.Option(parser=str.upper, metavar="P-…", help=_("The project that it is of."))
]
BatchOption = Annotated[str | None, typer.Option(metavar="CODE", help=_("The batch that it is of."))]
ReferenceOption = Annotated[str | None, typer.Option(parser=a_text, metavar="TEXT", help=_("Its number or reference."))]
DatedOption = Annotated[PartialDate | None, typer.Option(parser=a_date, metavar="DATE", help=_("Day on it."))]
SupplierOption = Annotated[str | None, typer.Option(parser=a_text, metavar="TEXT", help=_("Who issued it."))]
IceOption = Annotated[
    str | None, typer.Option(parser=an_ice, metavar="15 DIGITS", help=_("The supplier’s common identifier (ICE)."))
]
FileOption = Annotated[
    Path | None,
    typer.Option("--file", metavar="FILE", help=_("Its scan: only the SHA-256 is kept, neither file nor name.")),
]
NumberArgument = Annotated[int, typer.Argument(metavar="N", min=1, help=_("Its number in “document list”."))]


@app.callback(help=_("Papers of projects and batches: there, missing, refused."))
def document() -> None:
    """Hold the verbs of papers."""


@app.command(help=_("Register a paper of a project or of a batch."))
def add(
    ctx: typer.Context,
    kind: Annotated[str, typer.Option(parser=a_document_kind, metavar="KIND", help=KIND_HELP)],
    project: ProjectOption = None,
    batch: BatchOption = None,
    reference: ReferenceOption = None,
    dated: DatedOption = None,
    state: StateOption = "present",
    supplier: SupplierOption = None,
    ice: IceOption = None,
    file: FileOption = None,
) -> None:
    """Register a paper."""
    digest = _sha256(file)
    from reinsert_cli.ledger import document as papers  # noqa: PLC0415

    with writing(ctx) as work:
        details = papers.Details(kind, reference, iso(dated), state, supplier, ice, digest)
        paper = papers.add(work, project, batch, details)
        number, told, same = paper.id, _told(paper.kind, paper.state), papers.same_file(work, paper)
    say(_("Paper no. {number} is registered: {paper}.").format(number=number, paper=told))
    _warn(ice, same)


@app.command(help=_("Change what is known of a paper; an empty text takes it back."))
def edit(
    ctx: typer.Context,
    number: NumberArgument,
    kind: KindOption = None,
    reference: ReferenceOption = None,
    dated: DatedOption = None,
    state: StateOption = None,
    supplier: SupplierOption = None,
    ice: IceOption = None,
    file: FileOption = None,
) -> None:
    """Change a paper."""
    digest = _sha256(file)
    from reinsert_cli.ledger import document as papers  # noqa: PLC0415

    with writing(ctx) as work:
        details = papers.Details(kind, reference, iso(dated), state, supplier, ice, digest)
        paper = papers.edit(work, number, details)
        told, same = _told(paper.kind, paper.state), papers.same_file(work, paper) if digest else []
    say(_("Paper no. {number} is changed: {paper}.").format(number=number, paper=told))
    _warn(ice, same)


@app.command(help=_("Take a paper out of the register."))
def remove(ctx: typer.Context, number: NumberArgument) -> None:
    """Take a paper out."""
    from reinsert_cli.ledger import document as papers  # noqa: PLC0415

    with writing(ctx) as work:
        papers.remove(work, number)
    say(_("Paper no. {number} is out of the register.").format(number=number))


@app.command("list", help=_("List the papers registered."))
def list_(
    ctx: typer.Context,
    project: ProjectOption = None,
    batch: BatchOption = None,
    programme: Annotated[str | None, typer.Option(metavar="CODE", help=_("Only this programme."))] = None,
    kind: KindOption = None,
    state: StateOption = None,
    fmt: FormatOption = "table",
    output: OutputOption = None,
) -> None:
    """List papers."""
    from reinsert_cli.reports import document as papers  # noqa: PLC0415

    with reading(ctx) as reader:
        table = papers.listing(reader, papers.Wanted(project, batch, programme, kind, state))
    show(table, fmt, output)


def _told(kind: str, state: str) -> str:
    return _("{paper} ({state})").format(paper=label(f"document.{kind}"), state=label(state))


def _warn(ice: str | None, same: list[int]) -> None:
    if ice and not has_right_key(ice):
        tell(Fault("ice.doubtful"))
    if same:
        tell(Fault("document.same_file", {"numbers": listed(map(str, same))}))


def _sha256(file: Path | None) -> str | None:
    """Give the SHA-256 of a file. Raises Refusal (exit 4): ``file.missing``, ``file.unopenable``."""
    if file is None:
        return None
    from hashlib import file_digest  # noqa: PLC0415

    if not file.exists():
        raise Refusal(ExitStatus.UNREADABLE, "file.missing", file=file.name)
    if not file.is_file():  # a device may never end
        raise Refusal(ExitStatus.UNREADABLE, "file.unopenable", file=file.name)
    try:
        with file.open("rb") as content:
            return file_digest(content, "sha256").hexdigest()
    except OSError as error:
        raise Refusal(ExitStatus.UNREADABLE, "file.unopenable", file=file.name) from error
