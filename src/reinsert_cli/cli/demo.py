"""``reinsert demo``: the main job on the sample data, typed as a coordinator would type it."""

from __future__ import annotations

import os
import shlex
import shutil
import sys
import tempfile
from collections.abc import Iterator
from contextlib import chdir, contextmanager, redirect_stdout
from io import StringIO
from pathlib import Path
from typing import Annotated

import typer

from reinsert_cli.cli.context import is_interactive
from reinsert_cli.cli.progress import watch
from reinsert_cli.cli.show import say, show_all
from reinsert_cli.domain.faults import ExitStatus, Refusal
from reinsert_cli.domain.language import _
from reinsert_cli.domain.table import Table

app = typer.Typer(add_completion=False)

SCRIPT = "demo.txt"

SHOWN = ("region", "programme", "statements")
"""The summaries that the screen shows; the workbook has the batches and the envelopes too."""


@app.command(help=_("Fill a throw-away ledger from the sample data and show its summaries, with one workbook."))
def demo(
    keep: Annotated[
        Path | None,
        typer.Option("--keep", metavar="PATH", help=_("Keep the ledger there, and the workbook beside it.")),
    ] = None,
) -> None:
    """Show what the program does."""
    with _folder(keep) as ledger:
        lines = _script()
        with watch(_("Sample data"), is_interactive()) as step:
            for position, line in enumerate(lines):
                _type(line, ledger)
                step("writing", position + 1, len(lines))
        tables = _summaries(ledger)
        workbook = ledger.with_suffix(".xlsx")
        show_all([table for table in tables if table.report in SHOWN])
        show_all(tables, "xlsx", workbook)
        _say_what_next(ledger, workbook, keep)


@contextmanager
def _folder(keep: Path | None) -> Iterator[Path]:
    """Give the ledger's path: where it is kept, else in a folder of its own that loses the ledger at the end."""
    if keep is not None:
        if keep.suffix == ".xlsx":
            raise Refusal(ExitStatus.USAGE, "demo.keep_is_workbook")
        if keep.with_suffix(".xlsx").exists():
            raise Refusal(ExitStatus.RULE, "output.exists", file=str(keep.with_suffix(".xlsx")))
        yield keep.resolve()
        return
    ledger = Path(tempfile.mkdtemp(prefix="reinsert-demo-")) / "demo.db"
    try:
        yield ledger
    finally:
        ledger.unlink(missing_ok=True)


def _script() -> list[str]:
    """Give the commands of the sample data, after the one that makes the ledger."""
    from reinsert_cli.store.resources import folder  # noqa: PLC0415

    lines = (folder("sample_data") / SCRIPT).read_text(encoding="utf-8").splitlines()
    return ["init --no-encrypt", *(line for line in lines if line and not line.startswith("#"))]


def _type(line: str, ledger: Path) -> None:
    """Run one command in the folder of the sample data, its answer unseen."""
    from reinsert_cli.cli.app import invoke  # noqa: PLC0415
    from reinsert_cli.store.resources import folder  # noqa: PLC0415

    with chdir(folder("sample_data")), redirect_stdout(StringIO()):
        status = invoke(["--ledger", str(ledger), *shlex.split(line)])
    if status != ExitStatus.DONE:
        raise Refusal(ExitStatus.FINDINGS, "demo.failed", line=line)


def _summaries(ledger: Path) -> list[Table]:
    from reinsert_cli.reports import batch, budget, programme, region, statements  # noqa: PLC0415
    from reinsert_cli.reports.filters import Filters  # noqa: PLC0415
    from reinsert_cli.store.reading import reading  # noqa: PLC0415

    with reading(ledger) as reader:
        return [module.report(reader, Filters()) for module in (region, programme, batch, budget, statements)]


def _say_what_next(ledger: Path, workbook: Path, keep: Path | None) -> None:
    say("")
    say(_("Workbook: {path}").format(path=workbook))
    program = _program()
    say(_("Try next:"))
    if keep is None:
        say(f"  {program} demo --keep demo.db")
    kept = "demo.db" if keep is None else shlex.quote(os.path.relpath(ledger))
    for line in ("report batch --fiscal-year 2017", "batch show temara-2024", "batch reconcile fes-2019 --dry-run"):
        say(f"  {program} --ledger {kept} {line}")


def _program() -> str:
    """Give the program as this user can type it: its name, or its path where the shell would not find it."""
    return "reinsert" if shutil.which("reinsert") else shlex.quote(os.path.relpath(sys.argv[0]))
