"""``reinsert export``: the ledger for other programs, and for other people."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from reinsert_cli.cli.context import reading
from reinsert_cli.cli.monthly import monthly
from reinsert_cli.cli.options import OutputOption
from reinsert_cli.cli.show import show_lines
from reinsert_cli.cli.verifying import verify
from reinsert_cli.domain.language import _

if TYPE_CHECKING:
    from reinsert_cli.store.reading import Reader

app = typer.Typer(add_completion=False, no_args_is_help=True)


app.command("monthly", help=_("Write the pack of a month: workbook, page, summaries, books, what changed since."))(
    monthly
)
app.command("verify", help=_("Check a pack against its manifest and against the ledger."))(verify)


@app.command(help=_("Write the books for hledger: every entry of the journal, without anyone's name."))
def journal(ctx: typer.Context, output: OutputOption = None) -> None:
    """Write the books."""
    from reinsert_cli.reports.hledger import books  # noqa: PLC0415

    _give(ctx, books, output)


@app.command(
    help=_("Write what was handed over as 360Giving grants, people by their codes: for funders, not for publication.")
)
def grants(
    ctx: typer.Context,
    output: OutputOption = None,
    fiscal_year: Annotated[
        int | None, typer.Option(metavar="YYYY", min=1990, max=2100, help=_("Only this fiscal year."))
    ] = None,
    prefix: Annotated[
        str, typer.Option(metavar="TEXT", help=_("What the grants' identifiers begin with: yours at 360Giving."))
    ] = "reinsert",
) -> None:
    """Write the grants."""
    from reinsert_cli.render.text import json_lines  # noqa: PLC0415
    from reinsert_cli.reports import grants as of_grants  # noqa: PLC0415

    def lines(reader: Reader) -> Iterator[str]:
        return json_lines(of_grants.package(reader), "grants", of_grants.grants(reader, fiscal_year, prefix))

    _give(ctx, lines, output)


def _give(ctx: typer.Context, lines_of: Callable[[Reader], Iterator[str]], output: Path | None) -> None:
    """Write what is read to ``output`` as it is read, or print it once the ledger is closed."""
    with reading(ctx) as reader:
        lines: Iterable[str] = lines_of(reader)
        if output is not None:
            show_lines(lines, output)
            return
        lines = list(lines)
    show_lines(lines)
