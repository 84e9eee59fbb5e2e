"""``reinsert template KIND``."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from reinsert_cli.cli.layout import a_kind
from reinsert_cli.cli.options import OutputOption, a_centre, with_choices
from reinsert_cli.cli.show import say, show_all
from reinsert_cli.domain.faults import ExitStatus, Refusal
from reinsert_cli.domain.language import LANGUAGES, _, current, speaking
from reinsert_cli.domain.vocabulary import IMPORT_KINDS

app = typer.Typer(add_completion=False)


def a_language(name: str) -> str:
    """Read the code of a language."""
    if name not in LANGUAGES:
        raise Refusal(ExitStatus.USAGE, "usage.language", name=name, known=", ".join(LANGUAGES))
    return name


LanguageOption = Annotated[
    str | None,
    typer.Option("--lang", parser=a_language, metavar="fr|ar|en", help=_("Language of the sheet; yours unless said.")),
]
CentreOption = Annotated[
    str | None,
    typer.Option(
        "--centre", parser=a_centre, metavar="CODE", help=_("Centre that will fill it, code or city; its rows bear it.")
    ),
]


@app.command(help=_("Make an empty spreadsheet with the headings that an import understands."))
def template(
    kind: Annotated[
        str,
        typer.Argument(parser=a_kind, metavar="KIND", help=with_choices(_("What it is for."), IMPORT_KINDS, "kind")),
    ],
    lang: LanguageOption = None,
    centre: CentreOption = None,
    output: OutputOption = None,
) -> None:
    """Make a template."""
    from reinsert_cli.importers.run import KINDS  # noqa: PLC0415
    from reinsert_cli.importers.template import template as tables_of  # noqa: PLC0415
    from reinsert_cli.store.clock import today  # noqa: PLC0415

    path = output or Path(f"{kind}.xlsx")
    if path.exists():
        raise Refusal(ExitStatus.RULE, "output.exists", file=str(path))
    with speaking(lang or current()):
        show_all(tables_of(KINDS[kind], today(), centre), "xlsx", path)
    say(_("{file} is ready to fill.").format(file=path))
