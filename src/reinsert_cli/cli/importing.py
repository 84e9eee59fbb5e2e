"""``reinsert import``: each file its own unit of work; the summary says exactly what was written."""

from __future__ import annotations

import gc
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from reinsert_cli.cli.context import is_interactive, reading, writing
from reinsert_cli.cli.layout import (
    CentreOption,
    EncodingOption,
    EnvelopeOption,
    KindOption,
    MapOption,
    SheetOption,
)
from reinsert_cli.cli.options import a_format
from reinsert_cli.cli.returning import give_back, open_folder
from reinsert_cli.cli.show import say, show_json, tell
from reinsert_cli.domain.faults import ExitStatus, Fault, Problem, Refusal
from reinsert_cli.domain.language import _, listed, money, plural
from reinsert_cli.domain.sentences import say as sentences_of

if TYPE_CHECKING:
    from reinsert_cli.domain.progress import Step
    from reinsert_cli.importers.options import Intent, Options
    from reinsert_cli.importers.outcome import FileResult
    from reinsert_cli.importers.sheet import Source

app = typer.Typer(add_completion=False)

SHOWN_PROBLEMS = 20


Files = Annotated[
    list[Path],
    typer.Argument(metavar="FILE…", readable=False, help=_("Workbooks (.xlsx) or delimited text (.csv).")),
]
BatchOption = Annotated[str | None, typer.Option(metavar="CODE", help=_("Batch that distributions go into."))]
CorrectsOption = Annotated[
    bool, typer.Option("--corrects", help=_("Items like those already in the batch are the same, mended."))
]
AddsOption = Annotated[bool, typer.Option("--adds", help=_("Items like those already in the batch are more of them."))]
ProfileOption = Annotated[
    str | None, typer.Option(metavar="CODE", help=_("A layout remembered; what is said here counts before it."))
]
AcceptOption = Annotated[
    bool, typer.Option("--accept-valid", help=_("Bring in the good rows even if others are wrong."))
]
DryRunOption = Annotated[bool, typer.Option("--dry-run", help=_("Do everything, then undo it."))]
ReturnsOption = Annotated[
    Path | None,
    typer.Option(
        "--returns", metavar="DIR", help=_("Write a marked copy of each file with findings here, for its sender.")
    ),
]
ImportFormatOption = Annotated[
    str, typer.Option("--format", parser=a_format, metavar="table|json", help=_("The form of the answer."))
]


@app.command("import", help=_("Bring in spreadsheets; each file goes in whole or not at all."))
def import_(
    ctx: typer.Context,
    files: Files,
    kind: KindOption = None,
    batch: BatchOption = None,
    envelope: EnvelopeOption = None,
    centre: CentreOption = None,
    corrects: CorrectsOption = False,
    adds: AddsOption = False,
    accept_valid: AcceptOption = False,
    dry_run: DryRunOption = False,
    returns: ReturnsOption = None,
    profile: ProfileOption = None,
    mapping: MapOption = None,
    sheet: SheetOption = None,
    encoding: EncodingOption = None,
    fmt: ImportFormatOption = "table",
) -> None:
    """Import files."""  # fmt: skip
    from reinsert_cli.importers.mapping import read_mapping  # noqa: PLC0415
    from reinsert_cli.importers.options import Options  # noqa: PLC0415

    if corrects and adds:
        raise Refusal(ExitStatus.USAGE, "usage.corrects_or_adds")
    intent: Intent = "corrects" if corrects else "adds" if adds else None
    known = _profile(ctx, profile) if profile else {}
    options = Options(
        kind or known.get("as"),
        batch,
        envelope or known.get("envelope"),
        centre or known.get("centre"),
        intent,
        accept_valid,
        encoding or known.get("encoding"),
        sheet or known.get("sheet"),
        {**known.get("map", {}), **read_mapping(mapping or ())},
    )
    if returns is not None:
        open_folder(returns)
    with _without_collecting():
        results = [_bring_in(ctx, path, options, returns, dry_run=dry_run) for path in files]
    if fmt == "json":
        show_json(_answer(results))
    else:
        for result in results:
            _tell(result, dry_run=dry_run)
    refused = [result.refusal for result in results if result.refusal]
    for refusal in refused:
        tell(refusal.fault)
    if refused:
        raise typer.Exit(refused[0].status)
    if any(result.has_findings for result in results):
        raise typer.Exit(ExitStatus.FINDINGS)


@contextmanager
def _without_collecting() -> Iterator[None]:
    """Look for no garbage meanwhile: what is read of a list lives until it is in, and looking takes a quarter more."""
    gc.disable()
    try:
        yield
    finally:
        gc.enable()


def _profile(ctx: typer.Context, code: str) -> dict[str, Any]:
    """Give what a layout remembered says. Raises Refusal ``profile.unknown``."""
    from reinsert_cli.reports.lists import profile  # noqa: PLC0415

    with reading(ctx) as reader:
        return profile(reader, code)


def _bring_in(ctx: typer.Context, path: Path, options: Options, returns: Path | None, *, dry_run: bool) -> FileResult:
    from reinsert_cli.cli.progress import watch  # noqa: PLC0415

    try:
        with watch(path.name, is_interactive()) as step:
            source = _read(path, options, step)
            from reinsert_cli.importers.run import bring_in, prepare  # noqa: PLC0415  (SQLAlchemy, loaded meanwhile)

            prepared = prepare(source, options, step)
            del source
            if returns is None:
                prepared = prepared.without_cells()
            with writing(ctx, dry_run=dry_run) as work:
                result = bring_in(work, prepared, options, step)
                work.rehearsal = dry_run or not result.applied
    except Refusal as refusal:
        from reinsert_cli.importers.outcome import FileResult  # noqa: PLC0415

        return FileResult(path.name, problems=[Problem(refusal.fault)], refusal=refusal)
    if dry_run:
        result.applied, result.code = False, None
    if returns is not None and result.has_findings:
        try:
            result.returned = str(give_back(returns, path, prepared, options))
        except OSError:
            tell(Fault("output.unwritable", {"file": str(returns)}))
        except Exception:  # noqa: BLE001  (the ledger is written: nothing after that may say that it is not)
            tell(Fault("return.unmade", {"file": path.name}))
    return result


def _read(path: Path, options: Options, step: Step) -> Source:
    """Read a file in its process, and load meanwhile what bringing it in takes."""
    from concurrent.futures import ThreadPoolExecutor  # noqa: PLC0415

    from reinsert_cli.importers import reader  # noqa: PLC0415

    step("reading", 0, 0)
    with ThreadPoolExecutor(max_workers=1) as aside:
        read = aside.submit(reader.read, path, encoding=options.encoding)
        import_module("reinsert_cli.importers.run")
        return read.result()


def _answer(results: Sequence[FileResult]) -> dict[str, object]:
    """Give the machine contract's answer (design §4)."""
    from reinsert_cli.domain.money import plain  # noqa: PLC0415

    codes = [result.code for result in results if result.code]
    return {
        "files": [
            {
                "file": result.file,
                "kind": result.kind,
                "sheet": result.sheet,
                "header_row": result.header_row,
                "encoding": result.encoding,
                "rows": len(result.rows),
                "outcomes": result.counts,
                "problems": [_problem(problem) for problem in result.problems],
                "amount": plain(result.amount),
                "applied": result.applied,
                "import": result.code,
                "returned": result.returned,
            }
            for result in results
        ],
        "applied": bool(results) and all(result.applied for result in results),
        "import": codes[-1] if codes else None,
    }


def _problem(problem: Problem) -> dict[str, object]:
    message, suggestion = sentences_of(problem.fault)
    return {
        "code": problem.fault.code,
        "severity": problem.severity,
        "sheet": problem.sheet,
        "cell": problem.cell,
        "row": problem.row,
        "message": message,
        "suggestion": suggestion,
    }


def _tell(result: FileResult, *, dry_run: bool) -> None:
    """Tell a person what became of one file, and what there is to mend."""
    if result.refusal:
        return
    file = f"{result.file} [{result.code}]" if result.code else result.file
    state = _("checked only") if dry_run else _("brought in") if result.applied else _("kept out")
    rows = plural("{n} row", "{n} rows", len(result.rows)).format(n=len(result.rows))
    ends = _ends()
    outcomes = [ends[outcome].format(n=number) for outcome, number in result.counts.items() if number]
    amount = [_("{amount} DH").format(amount=money(result.amount))] if result.amount else []
    read_in = [_("read as {encoding}").format(encoding=result.encoding)] if result.encoding else []
    facts = listed([rows, *outcomes, *amount, *read_in])
    say(_("{file}: {state} — {facts}").format(file=file, state=state, facts=facts))
    for problem in result.problems[:SHOWN_PROBLEMS]:
        message, suggestion = sentences_of(problem.fault)
        place = problem.cell or (_("row {row}").format(row=problem.row) if problem.row else "")
        say(f"  {place + ' — ' if place else ''}{message} {suggestion}")
    hidden = len(result.problems) - SHOWN_PROBLEMS
    if hidden > 0:
        told = plural(
            "… and {n} more finding: use --format json.", "… and {n} more findings: use --format json.", hidden
        )
        say("  " + told.format(n=hidden))
    if result.returned:
        say("  " + _("Marked copy for its sender: {file}").format(file=result.returned))


def _ends() -> dict[str, str]:
    return {
        "new": _("new: {n}"),
        "updated": _("updated: {n}"),
        "unchanged": _("unchanged: {n}"),
        "parked": _("parked: {n}"),
        "invalid": _("invalid: {n}"),
    }
