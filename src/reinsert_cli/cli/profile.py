"""``reinsert profile``: a centre's layout, remembered for ``reinsert import --profile``."""

from __future__ import annotations

import typer

from reinsert_cli.cli.context import reading, writing
from reinsert_cli.cli.layout import (
    CentreOption,
    EncodingOption,
    EnvelopeOption,
    KindOption,
    MapOption,
    SheetOption,
)
from reinsert_cli.cli.options import CodeArgument, FormatOption, OutputOption
from reinsert_cli.cli.show import say, show, show_json
from reinsert_cli.domain.language import _

app = typer.Typer(add_completion=False, no_args_is_help=True)


@app.command("list", help=_("List the layouts remembered."))
def list_(ctx: typer.Context, fmt: FormatOption = "table", output: OutputOption = None) -> None:
    """List the profiles."""
    from reinsert_cli.reports import lists  # noqa: PLC0415

    with reading(ctx) as reader:
        table = lists.profiles(reader)
    show(table, fmt, output)


@app.command("show", help=_("Show one layout, as JSON."))
def show_(ctx: typer.Context, code: CodeArgument, output: OutputOption = None) -> None:
    """Show a profile."""
    from reinsert_cli.reports import lists  # noqa: PLC0415

    with reading(ctx) as reader:
        settings = lists.profile(reader, code)
    show_json({"profile": code, **settings}, output)


@app.command(help=_("Remember a layout; one of that name is replaced."))
def save(
    ctx: typer.Context,
    code: CodeArgument,
    kind: KindOption = None,
    mapping: MapOption = None,
    sheet: SheetOption = None,
    encoding: EncodingOption = None,
    centre: CentreOption = None,
    envelope: EnvelopeOption = None,
) -> None:
    """Save a profile."""
    from reinsert_cli.importers.mapping import read_mapping  # noqa: PLC0415
    from reinsert_cli.importers.run import kinds_of  # noqa: PLC0415
    from reinsert_cli.ledger import profile  # noqa: PLC0415

    fields = read_mapping(mapping or ())
    kinds_of(kind, fields)
    settings = {
        "as": kind,
        "map": fields,
        "sheet": sheet,
        "encoding": encoding,
        "centre": centre,
        "envelope": envelope,
    }
    with writing(ctx) as work:
        profile.save(work, code, settings)
    say(_("Profile {code} is remembered: “reinsert import --profile {code}”.").format(code=code))


@app.command(help=_("Forget a layout."))
def delete(ctx: typer.Context, code: CodeArgument) -> None:
    """Delete a profile."""
    from reinsert_cli.ledger import profile  # noqa: PLC0415

    with writing(ctx) as work:
        profile.delete(work, code)
    say(_("Profile {code} is forgotten.").format(code=code))
