"""Readers of single cells: a spreadsheet's cell in, a domain value or a fault out."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from datetime import date, datetime, time
from typing import Final

from reinsert_cli.domain import catalogue, territories
from reinsert_cli.domain.dates import PartialDate, date_of_cell, read_date
from reinsert_cli.domain.faults import Fault
from reinsert_cli.domain.headcounts import Count, read_count
from reinsert_cli.domain.money import Amount, Convention, centimes_of_number, plain, read_amount
from reinsert_cli.domain.people import read_cin, read_name, read_sex
from reinsert_cli.domain.text import fold, western_digits
from reinsert_cli.importers.sheet import Cell
from reinsert_cli.importers.wording import key
from reinsert_cli.store import clock

_LIST: Final = re.compile(r"\s*[;؛،/\n+]\s*|\s*,\s+")
FIRST_YEAR: Final = 1900
LAST_YEAR: Final = 2100

_WITHOUT_ZERO: Final = re.compile(r"[5-8][0-9]{8}")
_OF_BIRTH: Final = {
    "date.hijri": "birth_date.hijri",
    "date.two_digit_year": "birth_date.two_digit_year",
    "date.day_first": "birth_date.day_first",
}
"""What is said of a birth date instead of a fault that would repeat it."""

LONGEST_NOTE: Final = 200
"""The longest text above a table that may announce a unit."""

_YES: Final = frozenset([*fold("oui o yes y x 1 vrai true ok نعم أجل بلى يوجد").split(), "✓", "✔", "☑", "✅", "√"])
_NO: Final = frozenset([*fold("non n no 0 faux false aucun aucune لا كلا بدون").split(), "✗", "✘", "❌", "☐", "✕"])
_BLANKS: Final = frozenset({"-", "--", "---", "–", "—", "/", "//", ".", "...", "…", "n/a", "na", "nd", "n.d", "n.d.",
                            "nr", "nc", "néant", "neant", "ras", "لا شيء", "لاشيء"})  # fmt: skip
"""What people write in a cell that has nothing to say."""
_BLANK_STARTS: Final = frozenset({" ", *(blank[0] for blank in _BLANKS), *(blank[0].upper() for blank in _BLANKS)})
_KINDS: Final = {
    "equipment": ("équipement", "équipements", "matériel", "matériels", "en nature", "nature", "outillage", "outils",
                  "matériel et outillage", "équipement et matériel", "matériel et équipement", "kit", "machine",
                  "don en nature", "aide en nature", "appui en nature", "appui matériel", "soutien matériel",
                  "dotation en équipement", "dotation en matériel", "acquisition de matériel", "matériel professionnel",
                  "équipements professionnels", "biens d'équipement", "marchandise", "marchandises", "matière première",
                  "matières premières", "equipments", "tools", "in kind", "goods", "toolkit",
                  "تجهيزات", "تجهيز", "معدات", "عتاد", "أدوات", "آليات", "لوازم", "تجهيزات ومعدات", "معدات وتجهيزات",
                  "دعم عيني", "الدعم العيني", "مساعدة عينية", "عيني", "عينية", "تجهيزات مهنية",
                  "معدات مهنية", "سلع", "مواد أولية"),
    "cash": ("numéraire", "en numéraire", "appui financier", "soutien financier", "aide financière", "espèces",
             "espèce", "en espèces", "argent", "argent liquide", "liquide", "chèque", "par chèque", "chèque bancaire",
             "virement",
             "virement bancaire", "don financier", "dotation financière", "financier",
             "financière", "don en numéraire", "aide en numéraire", "appui en numéraire",
             "money", "check", "cheque", "bank transfer", "transfer", "financial support",
             "دعم مالي", "الدعم المالي", "مبلغ مالي", "نقدا", "نقدي", "نقد", "مساعدة مالية", "منحة مالية",
             "شيك", "شيك بنكي", "تحويل", "تحويل بنكي", "حوالة", "مالي", "دعم نقدي", "سيولة"),
    "working_capital": ("fonds de roulement", "fond de roulement", "FDR", "BFR", "besoin en fonds de roulement",
                        "capital de démarrage", "fonds de démarrage", "trésorerie", "capital circulant",
                        "working capital", "start-up capital", "seed capital",
                        "رأس المال المتداول", "رأسمال متداول", "رأس مال متداول", "رأسمال عامل", "رأس المال العامل",
                        "رأس مال عامل", "رأسمال الانطلاق", "رأس مال الانطلاق", "صندوق التداول"),
}  # fmt: skip
_PROJECT_KINDS: Final = {
    "individual": ("individuel", "individuelle", "projet individuel", "entreprise individuelle", "auto-entrepreneur",
                   "personne physique", "sole trader", "فردي", "فردية", "مشروع فردي", "مقاول ذاتي", "شخص ذاتي"),
    "household": ("ménage", "familial", "familiale", "projet familial", "famille", "foyer", "family",
                  "أسري", "أسرية", "عائلي", "عائلية", "أسرة", "مشروع أسري"),
    "cooperative": ("coopérative", "collectif", "collective", "projet collectif", "groupement", "GIE", "group",
                    "collective project", "تعاونية", "تعاوني", "جماعي", "جماعية", "مشروع جماعي", "مجموعة"),
}  # fmt: skip
_SECTOR_WORDS: Final = {
    "commerce": ("commercial", "négoce", "vente", "commerce de proximité", "trade", "retail", "تجاري", "تجارة القرب"),
    "industrie": ("industriel", "industry", "صناعي"),
    "services": ("service", "prestation de services", "prestations de service", "خدماتي"),
    "artisanat": ("artisanal", "métiers de l'artisanat", "crafts", "handicraft", "handicrafts", "الحرف",
                  "حرفي", "صناعة تقليدية", "الصناعات التقليدية"),
    "restauration": ("restauration rapide", "alimentation et restauration", "snack", "catering", "food service",
                     "المطاعم", "مطعم", "الإطعام"),
    "agriculture": ("agricole", "élevage", "agriculture et élevage", "farming", "فلاحي", "الزراعة", "تربية المواشي",
                    "الفلاحة وتربية المواشي"),
    "batiment": ("BTP", "bâtiment et travaux publics", "construction", "building", "البناء والأشغال العمومية",
                 "أشغال البناء"),
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


def _one_of(table: Mapping[str, Iterable[str]], code: str) -> Callable[[Cell, Convention | None], str | Fault | None]:
    """Give the reader of a closed list of words, however they are articled or spaced."""
    by_word = {key(word): term for term, words in table.items() for word in (term, *words)}

    def read(cell: Cell, _convention: Convention | None = None) -> str | Fault | None:
        said = str(cell)
        return by_word.get(key(said)) or (None if is_blank(said) else Fault(code))

    return read


def is_blank(text: str) -> bool:
    """Tell whether a cell says that it has nothing to say: ``-``, ``néant``, ``n/a``."""
    return text[:1] in _BLANK_STARTS and text.strip().lower() in _BLANKS


line_kind = _one_of(_KINDS, "kind.unreadable")
project_kind = _one_of(_PROJECT_KINDS, "project_kind.unreadable")
measure = _one_of(_MEASURES, "measure.unreadable")
sector = _one_of(
    {s.code: (s.name_fr, s.name_ar, *_SECTOR_WORDS.get(s.code, ())) for s in catalogue.sectors()}, "sector.unknown"
)
_city = _one_of({c.code: (c.name_fr, c.name_ar) for c in catalogue.centres()}, "centre.unread")
_CENTRE_WORDS: Final = frozenset(
    fold("centre de d’ du accompagnement réinsertion la et à مركز المصاحبة وإعادة الإدماج بمدينة مدينة").split()
)


def centre(cell: Cell, convention: Convention | None = None) -> str | Fault | None:
    """Read an accompaniment centre by its city, whatever words stand before it: ``Centre d'accompagnement de Fès``."""
    said = text(cell)
    words = fold(said).split()
    while words and words[0] in _CENTRE_WORDS:
        words.pop(0)
    return _city(" ".join(words) or said, convention)


def text(cell: Cell, _convention: Convention | None = None) -> str:
    """Give a cell as text, spaces collapsed; a whole number loses the ``.0`` that spreadsheets give it."""
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    return _spaced(str(cell))


def _spaced(said: str) -> str:
    """Collapse the spaces of a text; a NUL, which no server would keep, is one."""
    return " ".join(said.replace("\0", " ").split())


def pseudonym(cell: Cell, _convention: Convention | None = None) -> str | None:
    """Read a code ``B-…`` or ``P-…`` that the ledger gave."""
    said = text(cell)
    return None if is_blank(said) else said.upper()


def name(cell: Cell, _convention: Convention | None = None) -> str | Fault | None:
    """Read a person's name, titles left out; a fault does not repeat it."""
    if not isinstance(cell, str):
        return Fault("name.not_text")
    said = _spaced(cell)
    return None if is_blank(said) else read_name(said)


def file_number(cell: Cell, _convention: Convention | None = None) -> str | Fault | None:
    """Read a centre's file number; one that a spreadsheet turned into a date is lost."""
    if isinstance(cell, (date, time)):
        return Fault("file_number.date")
    said = text(cell)
    return None if is_blank(said) else said


def phone(cell: Cell, _convention: Convention | None = None) -> str | None:
    """Read a telephone as written; nine digits have lost the zero that stood before them."""
    said = text(cell)
    if is_blank(said):
        return None
    return f"0{said}" if said[:1] != "0" and _WITHOUT_ZERO.fullmatch(western_digits(said)) else said


def amount(cell: Cell, convention: Convention | None = None, scale: int = 1) -> Amount | Fault:
    """Read an amount, as a number or as printed, in dirhams or in ``scale`` times as many."""
    if isinstance(cell, bool) or not isinstance(cell, (int, float, str)):
        return Fault("amount.not_a_number")
    if isinstance(cell, str):
        return read_amount(cell.lstrip("'’"), convention, scale)
    centimes = centimes_of_number(cell, scale)
    return centimes if isinstance(centimes, Fault) else Amount(centimes, "exact", plain(centimes))


def exact_amount(cell: Cell, convention: Convention | None = None, scale: int = 1) -> Amount | Fault:
    """Read an amount that must be known to the centime and more than nothing, as a line's is."""
    read = amount(cell, convention, scale)
    if isinstance(read, Fault):
        return read
    if read.qualifier != "exact":
        return Fault("amount.qualified")
    return read if read.centimes else Fault("amount.zero")


def contribution(cell: Cell, convention: Convention | None = None, scale: int = 1) -> Amount | Fault | None:
    """Read what somebody brings themselves: to the centime, and it may be nothing."""
    if isinstance(cell, str) and is_blank(cell):
        return None
    read = amount(cell, convention, scale)
    return Fault("amount.qualified") if isinstance(read, Amount) and read.qualifier != "exact" else read


AMOUNTS: Final = (amount, exact_amount, contribution)
"""The readers that a column's decimal mark and unit matter to."""


def a_date(cell: Cell, _convention: Convention | None = None) -> PartialDate | Fault | None:
    """Read a date, as the spreadsheet's own or as printed; a bare year may be a number."""
    if isinstance(cell, (datetime, date)):
        return (
            date_of_cell(cell) if FIRST_YEAR <= cell.year <= LAST_YEAR else Fault("date.year_range", {"printed": "…"})
        )
    said = text(cell)
    return None if is_blank(said) else read_date(said)


def birth_date(cell: Cell, convention: Convention | None = None) -> PartialDate | Fault | None:
    """Read a birth date; a fault does not repeat it. ``12/3/85`` is of 1985: nobody on a list is that old or young."""
    read = a_date(cell, convention)
    if isinstance(read, Fault) and read.code == "date.two_digit_year":
        this_year = int(clock.today()[:4])
        read = read_date(text(cell), range(this_year - OLDEST, this_year - YOUNGEST + 1))
    if not isinstance(read, Fault):
        return read
    return Fault(_OF_BIRTH.get(read.code, "birth_date.unreadable"))


YOUNGEST: Final = 14
OLDEST: Final = 100
"""How old the people of a list may be: less than a century between them, so that two digits tell the year."""


DATES: Final = (a_date, birth_date)
"""The readers that understand a day's serial number where the column's other cells are dates."""


def year(cell: Cell, _convention: Convention | None = None) -> int | Fault:
    """Read a fiscal year: ``2019``, ``Exercice 2019``."""
    found = re.fullmatch(r"\D*((?:19|20)\d\d)\D*", western_digits(text(cell)))
    return int(found[1]) if found else Fault("year.unreadable")


def whole(cell: Cell, _convention: Convention | None = None) -> int | Fault:
    """Read a number of people or of things, with what it counts or without: ``25``, ``25 bénéficiaires``."""
    said = text(cell)
    if re.fullmatch(r"[0-9]{1,9}", digits := western_digits(said).replace(" ", "")):
        return int(digits)
    count = read_count(said)
    return count.value if isinstance(count, Count) and count.qualifier == "exact" else Fault("count.not_a_number")


def yes_no(cell: Cell, _convention: Convention | None = None) -> bool | Fault | None:
    """Read a yes or a no; an empty cell or a dash is neither."""
    if isinstance(cell, bool):
        return cell
    said = text(cell)
    word = fold(said) or said.strip("()[] ").replace("\N{VARIATION SELECTOR-16}", "")
    if word in _YES:
        return True
    if word in _NO:
        return False
    return None if is_blank(said) else Fault("flag.unreadable")


def sex(cell: Cell, _convention: Convention | None = None) -> str | Fault | None:
    """Read a sex as ``F`` or ``M``."""
    said = text(cell)
    return None if is_blank(said) else read_sex(said)


def cin(cell: Cell, _convention: Convention | None = None) -> str | Fault | None:
    """Read a national card number."""
    said = cell if isinstance(cell, str) else text(cell)
    read = read_cin(said)
    return None if isinstance(read, Fault) and is_blank(said) else read


def province(cell: Cell, _convention: Convention | None = None) -> str | Fault | None:
    """Read a prefecture or province as its code."""
    said = text(cell)
    found = territories.read_province(said)
    if isinstance(found, Fault):
        return None if is_blank(said) else _masked(found)
    return found.code


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
