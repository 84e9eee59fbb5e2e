"""Readers of single cells: a spreadsheet's cell in, a domain value or a fault out."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, datetime
from typing import Final

from reinsert_cli.domain import catalogue, territories
from reinsert_cli.domain.dates import PartialDate, date_of_cell, read_date
from reinsert_cli.domain.faults import Fault
from reinsert_cli.domain.money import Amount, Convention, centimes_of_number, plain, read_amount
from reinsert_cli.domain.people import read_cin, read_sex
from reinsert_cli.domain.text import fold, western_digits
from reinsert_cli.importers.sheet import Cell

_LIST: Final = re.compile(r"\s*[;،/\n+]\s*|\s*,\s+")
FIRST_YEAR: Final = 1900
LAST_YEAR: Final = 2100

_YES: Final = frozenset({"oui", "o", "yes", "y", "x", "1", "vrai", "true", "نعم", "اجل"})
_NO: Final = frozenset({"non", "n", "no", "0", "faux", "false", "لا", "كلا"})
_KINDS: Final = {
    "equipment": ("equipement", "equipements", "materiel", "en nature", "equipment",
                  "تجهيزات", "تجهيز", "معدات", "عتاد"),
    "cash": ("numeraire", "appui financier", "soutien financier", "aide financiere", "especes", "argent", "cash",
             "دعم مالي", "الدعم المالي", "مبلغ مالي", "نقدا"),
    "working_capital": ("fonds de roulement", "working capital", "راس المال المتداول", "راسمال متداول", "راسمال عامل"),
}  # fmt: skip
_MEASURES: Final = {
    "amount": ("montant", "amount", "المبلغ", "مبلغ"),
    "beneficiaries": ("beneficiaires", "beneficiaire", "beneficiaries", "المستفيدون", "المستفيدين", "عدد المستفيدين"),
    "women": ("femmes", "women", "النساء", "نساء"),
    "disabled": ("handicap", "personnes en situation de handicap", "situation de handicap", "disabled",
                 "people with a disability", "اعاقه",
                 "في وضعيه اعاقه", "الاشخاص في وضعيه اعاقه"),
    "special": ("categorie particuliere", "special category", "special", "فئه خاصه", "الفئه الخاصه"),
}  # fmt: skip


def _one_of(table: dict[str, tuple[str, ...]], code: str) -> Callable[[Cell, Convention | None], str | Fault]:
    """Give the reader of a closed list of words."""
    by_word = {fold(word): term for term, words in table.items() for word in (term, *words)}

    def read(cell: Cell, _convention: Convention | None) -> str | Fault:
        return by_word.get(fold(str(cell))) or Fault(code)

    return read


line_kind = _one_of(_KINDS, "kind.unreadable")
measure = _one_of(_MEASURES, "measure.unreadable")
sector = _one_of({s.code: (s.name_fr, s.name_ar) for s in catalogue.sectors()}, "sector.unknown")
_city = _one_of({c.code: (c.name_fr, c.name_ar) for c in catalogue.centres()}, "centre.unread")
_CENTRE_WORDS: Final = frozenset(
    fold("centre de d’ du accompagnement réinsertion la et à مركز المصاحبة وإعادة الإدماج بمدينة مدينة").split()
)


def centre(cell: Cell, convention: Convention | None = None) -> str | Fault:
    """Read an accompaniment centre by its city, whatever words stand before it: ``Centre d'accompagnement de Fès``."""
    words = fold(text(cell)).split()
    while words and words[0] in _CENTRE_WORDS:
        words.pop(0)
    return _city(" ".join(words), convention)


def text(cell: Cell, _convention: Convention | None = None) -> str:
    """Give a cell as text, spaces collapsed; a whole number loses the ``.0`` that spreadsheets give it."""
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    return " ".join(str(cell).split())


def amount(cell: Cell, convention: Convention | None) -> Amount | Fault:
    """Read an amount, as a number of dirhams or as printed."""
    if isinstance(cell, bool) or not isinstance(cell, (int, float, str)):
        return Fault("amount.not_a_number")
    if isinstance(cell, str):
        return read_amount(cell, convention)
    centimes = centimes_of_number(cell)
    return centimes if isinstance(centimes, Fault) else Amount(centimes, "exact", plain(centimes))


def exact_amount(cell: Cell, convention: Convention | None) -> Amount | Fault:
    """Read an amount that must be known to the centime and more than nothing, as a line's is."""
    read = amount(cell, convention)
    if isinstance(read, Fault):
        return read
    if read.qualifier != "exact":
        return Fault("amount.qualified")
    return read if read.centimes else Fault("amount.zero")


AMOUNTS: Final = (amount, exact_amount)
"""The readers that a column's decimal mark matters to."""


def a_date(cell: Cell, _convention: Convention | None = None) -> PartialDate | Fault:
    """Read a date, as the spreadsheet's own or as printed; a bare year may be a number."""
    if isinstance(cell, (datetime, date)):
        return (
            date_of_cell(cell) if FIRST_YEAR <= cell.year <= LAST_YEAR else Fault("date.year_range", {"printed": "…"})
        )
    return read_date(text(cell))


def birth_date(cell: Cell, _convention: Convention | None = None) -> PartialDate | Fault:
    """Read a birth date; a fault does not repeat it."""
    read = a_date(cell)
    return Fault("birth_date.unreadable") if isinstance(read, Fault) else read


def year(cell: Cell, _convention: Convention | None = None) -> int | Fault:
    """Read a fiscal year: ``2019``, ``Exercice 2019``."""
    found = re.fullmatch(r"\D*((?:19|20)\d\d)\D*", western_digits(text(cell)))
    return int(found[1]) if found else Fault("year.unreadable")


def whole(cell: Cell, _convention: Convention | None = None) -> int | Fault:
    """Read a number of people or of things."""
    digits = western_digits(text(cell)).replace(" ", "")
    return int(digits) if re.fullmatch(r"\d{1,9}", digits) else Fault("count.not_a_number")


def yes_no(cell: Cell, _convention: Convention | None = None) -> bool | Fault:
    """Read a yes or a no; an empty cell is neither."""
    if isinstance(cell, bool):
        return cell
    word = fold(text(cell))
    if word in _YES:
        return True
    return False if word in _NO else Fault("flag.unreadable")


def sex(cell: Cell, _convention: Convention | None = None) -> str | Fault:
    """Read a sex as ``F`` or ``M``."""
    return read_sex(text(cell))


def cin(cell: Cell, _convention: Convention | None = None) -> str | Fault:
    """Read a national card number."""
    return read_cin(text(cell))


def province(cell: Cell, _convention: Convention | None = None) -> str | Fault:
    """Read a prefecture or province as its code."""
    found = territories.read_province(text(cell))
    return _masked(found) if isinstance(found, Fault) else found.code


def regions(cell: Cell, _convention: Convention | None = None) -> tuple[str, ...] | Fault:
    """Read one region or several, as their codes."""
    codes = []
    for printed in texts(cell):
        found = territories.read_region(printed)
        if isinstance(found, Fault):
            return _masked(found)
        codes.append(found.code)
    return tuple(codes)


def texts(cell: Cell, _convention: Convention | None = None) -> tuple[str, ...]:
    """Read a list that a cell holds, separated by semicolons, slashes or line breaks."""
    return tuple(part for part in _LIST.split(str(cell).strip()) if part)


def _masked(fault: Fault) -> Fault:
    """Keep the suggestion but not the words of the cell, which may be a name in the wrong column."""
    return Fault("territory.unread", {"near": fault.params.get("suggestion") or "—"})
