"""``reinsert report NAME``: one command for every report, all with the same filters and formats."""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING, Annotated, cast

import typer

from reinsert_cli.cli.context import reading
from reinsert_cli.cli.options import (
    FormatOption,
    OutputOption,
    RegionOption,
    a_centre,
    a_date,
    a_month,
    a_term,
    with_choices,
)
from reinsert_cli.cli.show import show, written_or_read
from reinsert_cli.domain.dates import PartialDate
from reinsert_cli.domain.faults import ExitStatus, Refusal
from reinsert_cli.domain.language import _
from reinsert_cli.reports import DRILLED, DRILLS, OF_PEOPLE, REPORTS, SUMMARIES, groups_of
from reinsert_cli.reports.filters import COMPARED, Filters

if TYPE_CHECKING:
    from reinsert_cli.reports.filters import Compared
    from reinsert_cli.store.reading import Reader

app = typer.Typer(add_completion=False)


def a_report(name: str) -> str:
    """Read the name of a report."""
    if name not in REPORTS:
        raise Refusal(ExitStatus.USAGE, "usage.report", name=name, known=", ".join(REPORTS))
    return name


def a_comparison(printed: str) -> str:
    """Read which earlier period figures are to stand beside."""
    return a_term("compare", COMPARED, printed)


def _date_option(name: str, text: str) -> object:
    return typer.Option(name, parser=a_date, metavar="DATE", help=text)


@app.command(
    help=_(
        "Summarise by region, programme, centre, sector, month or partner; batch, budget, convention and people list "
        "each of them; statements lists where the sources disagree, documents which papers are missing, "
        "journal every movement; survival, followups and prison what became of projects and people."
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
    centre: Annotated[
        str | None,
        typer.Option(parser=a_centre, metavar="CODE", help=_("Only the people of this centre, code or city.")),
    ] = None,
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
        typer.Option(
            metavar="GROUP",
            help=with_choices(
                _("Group further, by one or several with commas between; survival by one of these, or by sex."), DRILLS
            ),
        ),
    ] = None,
    compare: Annotated[
        str | None,
        typer.Option(
            parser=a_comparison,
            metavar="PERIOD",
            help=with_choices(_("Beside the same period before."), COMPARED, "compare"),
        ),
    ] = None,
    sort: Annotated[
        str | None,
        typer.Option(
            metavar="KEY",
            help=_("Sort by this column of --format json, figures from the largest; -KEY the other way round."),
        ),
    ] = None,
    top: Annotated[
        int | None, typer.Option(metavar="N", min=1, help=_("Only the first N rows, or groups; totals stay whole."))
    ] = None,
    public: Annotated[
        bool,
        typer.Option("--public", help=_("For publication: counts of 1 to 4 people, and what tells them, are hidden.")),
    ] = False,
    fmt: FormatOption = "table",
    output: OutputOption = None,
) -> None:
    """Summarise."""
    from reinsert_cli.domain.publishing import public_edition  # noqa: PLC0415
    from reinsert_cli.reports import standing  # noqa: PLC0415
    from reinsert_cli.reports.ordering import ordered  # noqa: PLC0415

    start, end = _period(first, last, year, month)
    if batch and name != "documents":
        raise Refusal(ExitStatus.USAGE, "usage.report_batch", batch=batch)
    filters = Filters(
        start, end, region, programme, centre, fiscal_year, batch,
        restated=restated, by=_groups(name, by), compare=cast("Compared | None", compare),
        public=public,
    )  # fmt: skip
    _require_comparable(name, filters)
    if public and name in OF_PEOPLE:
        raise Refusal(ExitStatus.USAGE, "usage.public", name=name)
    with reading(ctx) as reader:
        _require_known(reader, filters)
        found = standing.report(reader, name, filters, as_of)
        table = written_or_read(ordered(public_edition(found) if public else found, sort, top), fmt, output)
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


def _groups(name: str, by: str | None) -> tuple[str, ...]:
    """Read what a report is to be grouped by, ``province,sector``; refuse (exit 2) what it cannot be grouped by."""
    if by is None:
        return ()
    known = groups_of(name)
    if not known:
        raise Refusal(ExitStatus.USAGE, "usage.by_elsewhere", known=", ".join((*DRILLED, "survival")))
    wanted = tuple(a_term("", known, group) for group in re.split("[,،]", by))
    if len(set(wanted)) < len(wanted):
        raise Refusal(ExitStatus.USAGE, "usage.by_twice")
    if name == "survival" and len(wanted) > 1:
        raise Refusal(ExitStatus.USAGE, "usage.by_one")
    return wanted


def _require_comparable(name: str, filters: Filters) -> None:
    """Refuse (exit 2) a comparison that is not well defined: of no figures, of no period, of two that overlap."""
    if filters.compare is None:
        return
    if name not in SUMMARIES:
        raise Refusal(ExitStatus.USAGE, "usage.compare_elsewhere", known=", ".join(SUMMARIES))
    is_of_year = filters.compare == "year" and filters.fiscal_year is not None and not filters.has_period
    if not (is_of_year or (filters.first and filters.last)):
        raise Refusal(ExitStatus.USAGE, "usage.compare_no_period")
    before = filters.earlier()
    if before.last and filters.first and before.last >= filters.first:
        raise Refusal(ExitStatus.USAGE, "usage.compare_overlaps")


def _require_known(reader: Reader, filters: Filters) -> None:
    """Refuse (exit 3) a programme or a centre that the ledger does not know."""
    from reinsert_cli.reports.names import require  # noqa: PLC0415

    if filters.programme:
        require(reader, "programme", filters.programme)
    if filters.centre:
        require(reader, "centre", filters.centre)
