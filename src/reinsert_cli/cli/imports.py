"""``reinsert imports``: the files brought in, and taking one out again."""

from __future__ import annotations

from typing import Annotated

import typer

from reinsert_cli.cli.context import reading, writing
from reinsert_cli.cli.options import FormatOption, OutputOption
from reinsert_cli.cli.show import format_of, say, show, show_all, show_json
from reinsert_cli.domain.language import _

app = typer.Typer(add_completion=False, no_args_is_help=True)

ImportArgument = Annotated[str, typer.Argument(metavar="I-…", help=_("The import, as “imports list” shows it."))]


@app.command("list", help=_("List the files brought in, the latest last."))
def list_(ctx: typer.Context, fmt: FormatOption = "table", output: OutputOption = None) -> None:
    """List the imports."""
    from reinsert_cli.reports import imports  # noqa: PLC0415

    with reading(ctx) as reader:
        table = imports.listing(reader)
    show(table, fmt, output)


@app.command("show", help=_("Show one import: what became of each of its rows."))
def show_(ctx: typer.Context, code: ImportArgument, fmt: FormatOption = "table", output: OutputOption = None) -> None:
    """Show an import."""
    from reinsert_cli.reports import imports  # noqa: PLC0415

    with reading(ctx) as reader:
        card = imports.card(reader, code)
    if format_of(fmt, output) == "json":
        from reinsert_cli.render.text import machine_rows  # noqa: PLC0415

        rows = machine_rows(card.rows)
        show_json({**machine_rows(card.run)[0], "rows": len(rows), "lines": rows}, output)
    elif format_of(fmt, output) == "csv":
        show(card.rows, fmt, output)
    else:
        show_all([card.run, card.rows], fmt, output)


@app.command(help=_("Take a file out again: what it created goes, what it changed is as before; or nothing is done."))
def undo(ctx: typer.Context, code: ImportArgument) -> None:
    """Undo an import."""
    from reinsert_cli.cli import rights  # noqa: PLC0415
    from reinsert_cli.importers import undo as undoing  # noqa: PLC0415

    with writing(ctx) as work:
        run = undoing.undo(work, code)
        told = _("Import {code} ({file}) is undone.").format(code=run.code, file=run.file_name)
    say(told)
    rights.sweep(ctx)
