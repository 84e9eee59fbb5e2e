"""The options that several commands share, and the readers of their values.

An amount or a date that cannot be read is a usage error (exit 2) in the domain's own words; a territory
that does not exist is an unknown code (exit 3).
"""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from reinsert_cli.domain.dates import PartialDate, read_date
from reinsert_cli.domain.faults import ExitStatus, Fault, Refusal
from reinsert_cli.domain.language import _
from reinsert_cli.domain.money import Amount, read_amount
from reinsert_cli.domain.territories import Territory, read_province, read_region
from reinsert_cli.domain.vocabulary import RECEIPTS
from reinsert_cli.render.formats import FORMATS


def usage(fault: Fault) -> Refusal:
    """Give the usage refusal (exit 2) of a value that cannot be read."""
    return Refusal(ExitStatus.USAGE, fault.code, **fault.params)


def an_amount(printed: str) -> Amount:
    """Read an AMOUNT in any printed form."""
    read = read_amount(printed)
    if isinstance(read, Fault):
        raise usage(read)
    return read


def a_positive_amount(printed: str) -> Amount:
    """Read an AMOUNT that is more than nothing."""
    read = an_amount(printed)
    if not read.centimes:
        raise usage(Fault("amount.zero"))
    return read


def a_name(text: str) -> str:
    """Read a name, which cannot be empty."""
    name = " ".join(text.split())
    if not name:
        raise usage(Fault("name.missing"))
    return name


def a_date(printed: str) -> PartialDate:
    """Read a DATE in any printed form, to the day, the month or the year."""
    read = read_date(printed)
    if isinstance(read, Fault):
        raise usage(read)
    return read


def _territory_code(found: Territory | Fault) -> str:
    if isinstance(found, Fault):
        raise Refusal(ExitStatus.RULE, found.code, **found.params)
    return found.code


def a_province(printed: str) -> str:
    """Read a prefecture or province by code or name, as its code."""
    return _territory_code(read_province(printed))


def a_region(printed: str) -> str:
    """Read a region by code or name, as its code."""
    return _territory_code(read_region(printed))


def a_month(printed: str) -> PartialDate:
    """Read a month: ``2019-03``, ``mars 2019``."""
    read = a_date(printed)
    if read.month is None or read.day is not None:
        raise Refusal(ExitStatus.USAGE, "usage.month", name=printed)
    return read


def a_reason(text: str) -> str:
    """Read a reason, which cannot be empty."""
    if not text.strip():
        raise usage(Fault("reason.missing"))
    return " ".join(text.split())


def a_mark(name: str) -> str:
    """Read what a signed receipt is."""
    if name not in RECEIPTS:
        raise Refusal(ExitStatus.USAGE, "usage.receipt", name=name, known=", ".join(RECEIPTS))
    return name


def a_format(name: str) -> str:
    """Read the name of an output format."""
    if name not in FORMATS:
        raise Refusal(ExitStatus.USAGE, "usage.format", name=name, known=", ".join(FORMATS))
    return name


PeopleOption = Annotated[
    list[str] | None,
    typer.Option("--for", parser=str.upper, metavar="B-…", help=_("Only the lines of this person; may be repeated.")),
]
ReasonOption = Annotated[str, typer.Option(parser=a_reason, metavar="TEXT", help=_("Why; kept in the journal."))]
AmountOption = Annotated[
    Amount, typer.Option(parser=a_positive_amount, metavar="AMOUNT", help=_("In dirhams, in any usual form."))
]
ProvinceOption = Annotated[
    str, typer.Option(parser=a_province, metavar="MA-FES", help=_("Prefecture or province of the venue, code or name."))
]
RegionOption = Annotated[
    str | None, typer.Option("--region", parser=a_region, metavar="MA-09", help=_("Region, code or name."))
]
RegionsOption = Annotated[
    list[str] | None,
    typer.Option("--region", parser=a_region, metavar="MA-09", help=_("Region served, code or name; may be repeated.")),
]
FormatOption = Annotated[
    str, typer.Option("--format", parser=a_format, metavar="|".join(FORMATS), help=_("The form of the answer."))
]
OutputOption = Annotated[
    Path | None, typer.Option("--output", "-o", metavar="FILE", help=_("Write to this file instead of the screen."))
]
NameOption = Annotated[str, typer.Option("--name", parser=a_name, metavar="TEXT", help=_("Name, in French."))]
ArabicNameOption = Annotated[str | None, typer.Option("--name-ar", metavar="TEXT", help=_("Name, in Arabic."))]
CodeArgument = Annotated[str, typer.Argument(metavar="CODE", help=_("A short code: letters, digits, dot, hyphen."))]


def iso(date: PartialDate | None) -> str | None:
    """Give a date as the ledger keeps it."""
    return date.iso if date else None
