"""``reinsert report NAME``: one command for every report, all with the same filters and formats."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Annotated

import typer

from reinsert_cli.cli.context import reading
from reinsert_cli.cli.options import FormatOption, OutputOption, RegionOption, a_date, a_month, a_term, with_choices
from reinsert_cli.cli.show import show, written_or_read
from reinsert_cli.domain.dates import PartialDate
from reinsert_cli.domain.faults import ExitStatus, Refusal
from reinsert_cli.domain.language import _
from reinsert_cli.reports import GROUPS, REPORTS
from reinsert_cli.reports.filters import Filters

if TYPE_CHECKING:
    from reinsert_cli.store.reading import Reader

app = typer.Typer(add_completion=False)


def a_report(name: str) -> str:
    """Read the name of a report."""
    if name not in REPORTS:
        raise Refusal(ExitStatus.USAGE, "usage.report", name=name, known=", ".join(REPORTS))
    return name


def a_group(printed: str) -> str:
    """Read what a report is to be grouped by."""
    return a_term("", GROUPS, printed)


def _date_option(name: str, text: str) -> object:
    return typer.Option(name, parser=a_date, metavar="DATE", help=text)


@app.command(
    help=_(
        "Summarise: region, programme, batch, budget, convention; statements lists where the sources disagree, "
        "documents which papers are missing, journal every movement; "
        "survival, followups and prison what became of projects and people."
    )
)
def report(
    ctx: typer.Context,
    name: Annotated[
        str, typer.Argument(parser=a_report, metavar="REPORT", help=with_choices(_("Which report."), REPORTS, "report"))
    ],
    first: Annotated[PartialDate | None, _date_option("--from", _("From this day, month or year on."))] = None,
    last: Annotated[PartialDate | None, _date_option("--to", _("Up to this day, month or year."))] = None,
    year: Annotated[
        int | None, typer.Option(metavar="YYYY", min=1990, max=2100, help=_("Only this calendar year."))
    ] = None,
    month: Annotated[
        PartialDate | None, typer.Option(parser=a_month, metavar="YYYY-MM", help=_("Only this month."))
    ] = None,
    region: RegionOption = None,
    programme: Annotated[str | None, typer.Option(metavar="CODE", help=_("Only this programme."))] = None,
    centre: Annotated[str | None, typer.Option(metavar="CODE", help=_("Only the people of this centre."))] = None,
    fiscal_year: Annotated[
        int | None, typer.Option(metavar="YYYY", min=1990, max=2100, help=_("Only this fiscal year."))
    ] = None,
    batch: Annotated[
        str | None, typer.Option(metavar="CODE", help=_("Only this batch; for the report “documents”."))
    ] = None,
    as_of: Annotated[
        PartialDate | None, _date_option("--as-of", _("The ledger as it stood at the end of this day."))
    ] = None,
    restated: Annotated[
        bool,
        typer.Option("--restated", help=_("A period as known now: each correction in the month of what it mends.")),
    ] = False,
    by: Annotated[
        str | None,
        typer.Option(parser=a_group, metavar="GROUP", help=with_choices(_("What survival is grouped by."), GROUPS)),
    ] = None,
    fmt: FormatOption = "table",
    output: OutputOption = None,
) -> None:
    """Summarise."""
    from reinsert_cli.reports import standing  # noqa: PLC0415

    if by and name != "survival":
        raise Refusal(ExitStatus.USAGE, "usage.by_elsewhere")
    start, end = _period(first, last, year, month)
    if batch and name != "documents":
        raise Refusal(ExitStatus.USAGE, "usage.report_batch", batch=batch)
    filters = Filters(start, end, region, programme, centre, fiscal_year, batch, restated=restated, by=by)
    with reading(ctx) as reader:
        _require_known(reader, filters)
        table = written_or_read(standing.report(reader, name, filters, as_of), fmt, output)
    if table is not None:
        show(table, fmt)


def _period(
    first: PartialDate | None, last: PartialDate | None, year: int | None, month: PartialDate | None
) -> tuple[date | None, date | None]:
    """Give the first and last day asked for; refuse (exit 2) two ways of saying it, or an end before its start."""
    ways = [bool(first or last), year is not None, month is not None]
    if sum(ways) > 1:
        raise Refusal(ExitStatus.USAGE, "usage.period_twice")
    whole = month or (PartialDate(year) if year else None)
    start, end = (first, last) if whole is None else (whole, whole)
    days = (start.first if start else None, end.last if end else None)
    if days[0] and days[1] and days[0] > days[1]:
        raise Refusal(ExitStatus.USAGE, "usage.period_backwards")
    return days


def _require_known(reader: Reader, filters: Filters) -> None:
    """Refuse (exit 3) a programme or a centre that the ledger does not know."""
    from reinsert_cli.reports.names import require  # noqa: PLC0415

    if filters.programme:
        require(reader, "programme", filters.programme)
    if filters.centre:
        require(reader, "centre", filters.centre)
