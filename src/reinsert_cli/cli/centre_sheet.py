"""``reinsert centre sheet``: the workbook that a centre fills each month, and that imports back."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from reinsert_cli.cli.context import reading, writing
from reinsert_cli.cli.identifying import IdentifiedOption, WhyOption, reason_of, record
from reinsert_cli.cli.options import a_centre, a_date
from reinsert_cli.cli.show import say, show_all
from reinsert_cli.cli.template import LanguageOption
from reinsert_cli.domain.dates import PartialDate
from reinsert_cli.domain.faults import ExitStatus, Refusal
from reinsert_cli.domain.language import _, current, plural, speaking

if TYPE_CHECKING:
    from reinsert_cli.store.reading import Reader


def sheet(
    ctx: typer.Context,
    code: Annotated[str, typer.Argument(parser=a_centre, metavar="CODE", help=_("The centre, code or city."))],
    output: Annotated[
        Path | None, typer.Option("--output", "-o", metavar="FILE.xlsx", help=_("Write the workbook to this file."))
    ] = None,
    lang: LanguageOption = None,
    by: Annotated[
        PartialDate | None,
        typer.Option(
            parser=a_date, metavar="DATE", help=_("Visits due by this day; the end of next month unless said.")
        ),
    ] = None,
    identified: IdentifiedOption = False,
    reason: WhyOption = None,
) -> None:
    """Make the monthly sheet of a centre."""
    path = output or Path(f"{code}.xlsx")
    if path.exists():
        raise Refusal(ExitStatus.RULE, "output.exists", file=str(path))
    why = reason_of(reason, identified=identified)
    wanted = by.last.isoformat() if by else None
    if identified:
        with speaking(lang or current()), writing(ctx) as work:
            rows, day, names = _asked(work.reader(), code, wanted, identified=True)
            record(work, why, len({row["beneficiary"] for row in rows}), centre=code)
    else:
        with reading(ctx) as reader:
            rows, day, names = _asked(reader, code, wanted, identified=False)
    from reinsert_cli.importers import centre_sheet  # noqa: PLC0415
    from reinsert_cli.store.clock import today  # noqa: PLC0415

    with speaking(lang or current()):
        show_all([centre_sheet.sheet(rows, code, day, today(), names)], "xlsx", path)
    told = plural("{file} is ready: {n} thing to do.", "{file} is ready: {n} things to do.", len(rows))
    say(told.format(file=path, n=len(rows)))


def _asked(
    reader: Reader, code: str, by: str | None, *, identified: bool
) -> tuple[list[dict[str, Any]], str, dict[str, str | None] | None]:
    """Give what the centre has to do, by which day, and the names where they are asked for."""
    from reinsert_cli.reports import to_do  # noqa: PLC0415

    day = by or to_do.end_of_next_month(date.fromisoformat(reader.as_of)).isoformat()
    return to_do.to_do(reader, code, day), day, to_do.names_of(reader, code) if identified else None
