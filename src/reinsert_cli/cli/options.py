"""The options that several commands share, and the readers of their values.

An amount or a date that cannot be read is a usage error (exit 2) in the domain's own words; a territory
that does not exist is an unknown code (exit 3).
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from pathlib import Path
from typing import Annotated, Final

import typer

from reinsert_cli.domain.dates import PartialDate, read_date
from reinsert_cli.domain.faults import ExitStatus, Fault, Refusal
from reinsert_cli.domain.language import LANGUAGES, _, listed, speaking
from reinsert_cli.domain.money import Amount, read_amount
from reinsert_cli.domain.territories import Territory, read_province, read_region
from reinsert_cli.domain.text import fold
from reinsert_cli.domain.vocabulary import PROJECT_KINDS, PROJECT_STATES, RECEIPTS, SUPPORTS, TERMS, label
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


WHOLE: Final = 1000
"""All of something, in tenths of a percent."""


def a_share(printed: str) -> int:
    """Read a share as tenths of a percent: ``70%``, ``33,3 %``; above nothing, up to all."""
    permille, rest = divmod(a_positive_amount(printed.replace("%", "").replace("٪", "")).centimes, 10)
    if rest or permille > WHOLE:
        raise Refusal(ExitStatus.USAGE, "share.unreadable_percent", printed=printed)
    return permille


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


def a_centre(printed: str) -> str:
    """Read an accompaniment centre by code or city, as its code; what is neither stays, for the ledger to refuse."""
    from reinsert_cli.importers import cells  # noqa: PLC0415  (few commands ask for a centre)

    read = cells.centre(printed)
    return read if isinstance(read, str) else printed


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


OTHER_GENDER: Final = {
    fold(word): mark
    for mark, words in {
        "present": ("présent", "متوفرة"),
        "missing": ("manquant", "ناقصة", "غير متوفر", "غير متوفرة"),
        "refused": ("refusé", "مرفوضة"),
    }.items()
    for word in words
}
"""Words for the states of papers that are not their labels."""


def a_mark(printed: str) -> str:
    """Read whether a paper or a signed receipt is there, in either gender."""
    return a_term("", RECEIPTS, OTHER_GENDER.get(fold(printed), printed))


ANSWERS: Final = ("table", "json")


def a_format(name: str) -> str:
    """Read the name of an output format."""
    if name not in FORMATS:
        raise Refusal(ExitStatus.USAGE, "usage.format", name=name, known=", ".join(FORMATS))
    return name


def an_answer(name: str) -> str:
    """Read the form of an answer that is no table."""
    if name not in ANSWERS:
        raise usage(Fault("usage.format", {"name": name, "known": ", ".join(ANSWERS)}))
    return name


def choices(terms: Iterable[str], family: str = "") -> str:
    """Name the terms that an option takes: the reader's word for each, and its code where that is another."""
    words = ((_word(f"{family}.{term}" if family else term) or term, term) for term in terms)
    return listed(term if fold(word) == fold(term) else f"{word} ({term})" for word, term in words)


def _word(term: str) -> str | None:
    return label(term) if term in TERMS else None


def with_choices(text: str, terms: Iterable[str], family: str = "") -> str:
    """Give a help text that ends with the terms to choose from."""
    return _("{label}: {value}").format(label=text.removesuffix("."), value=choices(terms, family)) + "."


def a_term(family: str, terms: Collection[str], printed: str) -> str:
    """Read one of some terms by its code, or by its label in any of the three languages."""
    by_word = {fold(term): term for term in terms}
    for language in LANGUAGES:
        with speaking(language):
            by_word |= {fold(label(f"{family}.{term}" if family else term)): term for term in terms}
    found = by_word.get(fold(printed))
    if found is None:
        raise Refusal(ExitStatus.USAGE, "usage.term", name=printed, known=choices(terms, family))
    return found


def a_project_kind(printed: str) -> str:
    """Read what a project is: one person's, a household's, a cooperative's."""
    return a_term("project", PROJECT_KINDS, printed)


def a_project_state(printed: str) -> str:
    """Read how far a project has come."""
    return a_term("project", PROJECT_STATES, printed)


def a_document_kind(printed: str) -> str:
    """Read the kind of a paper, by its code or in the words people use for it."""
    from reinsert_cli.domain.pathways import read_document  # noqa: PLC0415  (difflib)

    read = read_document(printed)
    if isinstance(read, Fault):
        raise usage(read)
    return read


def a_support(printed: str) -> str:
    """Read a kind of support as imports do: ``equipment``, ``matériel``, ``نقدا``."""
    from reinsert_cli.importers.cells import line_kind  # noqa: PLC0415

    read = line_kind(printed, None)
    if not isinstance(read, str):
        raise Refusal(ExitStatus.USAGE, "usage.term", name=printed, known=choices(SUPPORTS))
    return read


def a_sector(printed: str) -> str:
    """Read a sector by its code or a word for it, as imports do."""
    from reinsert_cli.domain.catalogue import sectors  # noqa: PLC0415
    from reinsert_cli.importers.cells import sector  # noqa: PLC0415

    read = sector(printed, None)
    if not isinstance(read, str):
        raise Refusal(ExitStatus.RULE, "sector.not_known", name=printed, known=", ".join(one.code for one in sectors()))
    return read


def a_text(printed: str) -> str:
    """Read a text of one line; nothing takes back what was known."""
    return " ".join(printed.split())


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
    str,
    typer.Option(
        "--format", parser=a_format, metavar="FORMAT", help=with_choices(_("The form of the answer."), FORMATS)
    ),
]
AnswerOption = Annotated[
    str, typer.Option("--format", parser=an_answer, metavar="table|json", help=_("The form of the answer."))
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
