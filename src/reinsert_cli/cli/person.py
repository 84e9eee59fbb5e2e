"""What can be said of a person at the terminal: as options or as answers, in any usual form."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Annotated, Any, Final

import typer

from reinsert_cli.cli.options import usage
from reinsert_cli.domain.dates import PartialDate, is_before
from reinsert_cli.domain.faults import ExitStatus, Fault, Refusal
from reinsert_cli.domain.language import N_, _, is_right_to_left
from reinsert_cli.domain.people import is_arabic, read_cin, read_name, read_sex, sex_of_title
from reinsert_cli.domain.territories import read_province

Read = Callable[[str], Any]
"""Reads what somebody typed: gives a domain value, or a Fault that repeats nothing of it."""

UNKNOWN_CODES: Final = frozenset({"territory.unknown", "said.centre"})
"""Faults that are unknown codes (exit 3), not values that cannot be read (exit 2)."""


def _name(printed: str) -> str | Fault:
    """Read a name as it was typed; its title is looked at later, for the sex that it tells."""
    return Fault("said.name") if isinstance(read_name(printed), Fault) else " ".join(printed.split())


def _cin(printed: str) -> str | Fault:
    read = read_cin(printed)
    return Fault("said.cin") if isinstance(read, Fault) else read


def _birth_date(printed: str) -> str | Fault:
    from reinsert_cli.importers import cells  # noqa: PLC0415

    read = cells.birth_date(printed)
    if not isinstance(read, PartialDate):
        return Fault("said.birth_date")
    from reinsert_cli.store.clock import today  # noqa: PLC0415

    return Fault("said.birth_date_to_come") if is_before(today(), read.iso) else read.iso


def _sex(printed: str) -> str | Fault:
    read = read_sex(printed)
    return Fault("said.sex") if isinstance(read, Fault) else read


FEWEST_DIGITS: Final = 8
"""Below these, what was typed is no telephone."""


def _phone(printed: str) -> str | Fault:
    from reinsert_cli.importers import cells  # noqa: PLC0415

    if sum(map(str.isdecimal, printed)) < FEWEST_DIGITS:
        return Fault("said.phone")
    return cells.phone(printed) or ""


def _province(printed: str) -> str | Fault:
    read = read_province(printed)
    return read if isinstance(read, Fault) else read.code


def _centre(printed: str) -> str | Fault:
    from reinsert_cli.importers import cells  # noqa: PLC0415

    read = cells.centre(printed)
    return Fault("said.centre") if isinstance(read, Fault) else read or ""


def _text(printed: str) -> str:
    return " ".join(printed.split())


def _yes_no(printed: str) -> bool | Fault:
    from reinsert_cli.importers import cells  # noqa: PLC0415

    read = cells.yes_no(printed)
    return read if isinstance(read, bool) else Fault("said.disabled")


QUESTIONS: Final[dict[str, tuple[str, Read]]] = {
    "name": (N_("Name, in French letters"), _name),
    "name_ar": (N_("Name, in Arabic letters"), _name),
    "cin": (N_("National card number"), _cin),
    "born": (N_("Birth date"), _birth_date),
    "sex": (N_("Sex"), _sex),
    "phone": (N_("Telephone"), _phone),
    "province": (N_("Prefecture or province of residence"), _province),
    "centre": (N_("Accompaniment centre"), _centre),
    "file_number": (N_("File number at the centre"), _text),
    "disabled": (N_("In a situation of disability"), _yes_no),
}
"""What is asked of a person, in this order: the question, and how its answer is read."""

HINTS: Final = {
    "born": N_("12/03/1990, or the year"),
    "sex": N_("F or M"),
    "centre": N_("its city"),
    "disabled": N_("yes or no"),
}
"""What stands beside a question whose answer has a form."""

COLUMNS: Final = {
    "name": "name_latin",
    "name_ar": "name_arabic",
    "cin": "cin",
    "born": "birth_date",
    "sex": "sex",
    "phone": "phone",
    "province": "province_code",
    "centre": "centre_code",
    "file_number": "file_number",
    "disabled": "disabled",
    "on": "registered_on",
}
"""Which column of the ledger each is."""


def label_of(key: str) -> str:
    """Give what is asked for under a key, in the reader's language."""
    return _(QUESTIONS[key][0]) if key in QUESTIONS else _("Day of registration")


def _option(key: str) -> Callable[[str], Any]:
    """Give the reader of an option's value; an empty one says that there is nothing."""
    read = QUESTIONS[key][1]

    def parse(printed: str) -> Any:
        said = read(printed) if printed.strip() else ""
        if not isinstance(said, Fault):
            return said
        raise Refusal(ExitStatus.RULE, said.code, **said.params) if said.code in UNKNOWN_CODES else usage(said)

    return parse


PersonNameOption = Annotated[
    str | None, typer.Option("--name", parser=_option("name"), metavar="TEXT", help=_("Name, in French letters."))
]
PersonArabicNameOption = Annotated[
    str | None, typer.Option("--name-ar", parser=_option("name_ar"), metavar="TEXT", help=_("Name, in Arabic letters."))
]
CinOption = Annotated[
    str | None, typer.Option("--cin", parser=_option("cin"), metavar="TEXT", help=_("National card number."))
]
BornOption = Annotated[
    str | None,
    typer.Option("--born", parser=_option("born"), metavar="DATE", help=_("Birth date; a year alone will do.")),
]
SexOption = Annotated[str | None, typer.Option("--sex", parser=_option("sex"), metavar="F|M", help=_("Sex."))]
PhoneOption = Annotated[
    str | None, typer.Option("--phone", parser=_option("phone"), metavar="TEXT", help=_("Telephone."))
]
HomeOption = Annotated[
    str | None,
    typer.Option(
        "--province",
        parser=_option("province"),
        metavar="MA-FES",
        help=_("Prefecture or province of residence, code or name."),
    ),
]
PersonCentreOption = Annotated[
    str | None,
    typer.Option("--centre", parser=_option("centre"), metavar="CODE", help=_("Accompaniment centre, code or city.")),
]
FileNumberOption = Annotated[
    str | None,
    typer.Option("--file-number", parser=_option("file_number"), metavar="TEXT", help=_("File number at the centre.")),
]
DisabledOption = Annotated[
    bool | None, typer.Option("--disabled/--not-disabled", help=_("In a situation of disability; else unknown."))
]


def said(
    name: str | None,
    name_ar: str | None,
    cin: str | None,
    born: str | None,
    sex: str | None,
    phone: str | None,
    province: str | None,
    centre: str | None,
    file_number: str | None,
    disabled: bool | None,
    on: PartialDate | None,
) -> dict[str, Any]:
    """Put together what was said: None where nothing was, an empty text where it was said that there is nothing."""
    day = on.iso if on else None
    everything = (name, name_ar, cin, born, sex, phone, province, centre, file_number, disabled, day)
    return _put_right(dict(zip(COLUMNS, everything, strict=True)))


def ask_rest(told: Mapping[str, Any]) -> dict[str, Any]:
    """Ask, at the terminal, for what was not said."""
    from reinsert_cli.cli.asking import ask, explain  # noqa: PLC0415

    known = dict(told)
    explain(_("Enter alone leaves out what is not known; Ctrl-C leaves without writing anything."))
    for key in _in_readers_order():
        while known[key] is None and (answer := ask(_question(key), QUESTIONS[key][1])) is not None:
            known = _put_right({**known, key: answer})
            if known[key] is None:
                explain(_("Kept as the name in the other alphabet."))
    return known


def _in_readers_order() -> list[str]:
    """Give the keys of the questions, the name in the reader's own letters first."""
    french, arabic, *others = QUESTIONS
    return [arabic, french, *others] if is_right_to_left() else [french, arabic, *others]


def _question(key: str) -> str:
    question = _(QUESTIONS[key][0])
    return _("{question} ({hint})").format(question=question, hint=_(HINTS[key])) if key in HINTS else question


def _put_right(told: dict[str, Any]) -> dict[str, Any]:
    """Put a name under its alphabet, and take the sex that a title tells."""
    name, arabic = told["name"], told["name_ar"]
    if name and is_arabic(name) and not arabic:
        name, arabic = None, name
    elif arabic and not is_arabic(arabic) and not name:
        name, arabic = arabic, None
    sex = told["sex"]
    if sex is None:
        sex = next((found for one in (name, arabic) if one and (found := sex_of_title(one))), None)
    return {**told, "name": name and _bare(name), "name_ar": arabic and _bare(arabic), "sex": sex}


def _bare(name: str) -> str:
    """Give a name without its title."""
    return str(read_name(name)).strip()


def facts(told: Mapping[str, Any]) -> dict[str, Any]:
    """Give what was said, under the ledger's columns: None for what is said to be nothing; the unsaid is absent."""
    return dict(_facts(told))


def _facts(told: Mapping[str, Any]) -> Iterator[tuple[str, Any]]:
    for key, value in told.items():
        if value is not None:
            yield COLUMNS[key], None if value == "" else value
