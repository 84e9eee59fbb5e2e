"""The options that say how a centre's sheet is laid out: for one import, or remembered as a profile."""

from __future__ import annotations

from typing import Annotated

import typer

from reinsert_cli.cli.options import a_centre, a_term, with_choices
from reinsert_cli.domain.language import _
from reinsert_cli.domain.vocabulary import IMPORT_KINDS


def a_kind(printed: str) -> str:
    """Read a kind of spreadsheet."""
    return a_term("kind", IMPORT_KINDS, printed)


KindOption = Annotated[
    str | None,
    typer.Option(
        "--as",
        parser=a_kind,
        metavar="KIND",
        help=with_choices(_("What the files are; left out, their headings tell."), IMPORT_KINDS, "kind"),
    ),
]
EnvelopeOption = Annotated[
    str | None, typer.Option(metavar="CODE", help=_("Envelope that pays for the rows that name none."))
]
CentreOption = Annotated[
    str | None,
    typer.Option(parser=a_centre, metavar="CODE", help=_("Centre of the people of rows that name none, code or city.")),
]
MapOption = Annotated[
    list[str] | None,
    typer.Option(
        "--map",
        metavar="HEADING=FIELD",
        help=_("What a column is: its heading or letter, the field; no field leaves it out. May be repeated."),
    ),
]
SheetOption = Annotated[str | None, typer.Option(metavar="NAME", help=_("The sheet that holds the list."))]
EncodingOption = Annotated[
    str | None, typer.Option(metavar="NAME", help=_("The encoding of text files: utf-8, cp1256, cp1252…"))
]
