"""The coordinator's guides taken at their word: their commands in order, and what people do between two of them.

Every line of a fenced block that begins with ``reinsert`` is a command. A block whose fence says ``status=3``
holds commands that end so. Files that a command reads are made when it first names them, as the centre or the
coordinator would have: the list, the list mended, the sign-off sheet filled on the day, the monthly sheet filled.
"""

from __future__ import annotations

import random
import re
import shlex
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any, Final

DOCS: Final = Path(__file__).parents[1] / "docs"
LANGUAGES: Final = ("fr", "ar")

SURROUNDINGS: Final = {
    "REINSERT_NOW": "2025-07-02T09:00:00+00:00",
    "REINSERT_USER": "coordination",
    "REINSERT_LEDGER": "registre.db",
}
"""The day on which the guides are followed, by whom, on which ledger."""

_BLOCK: Final = re.compile(r"^```(?P<fence>.*)\n(?P<lines>(?:.*\n)*?)```$", re.MULTILINE)
_PICTURE: Final = re.compile(r"!\[[^]]*]\(pictures/([\w.-]+)\)")


@dataclass(frozen=True, slots=True)
class Command:
    """One command of a guide as typed, the status it ends with, and the pictures that stand under it."""

    typed: str
    status: int = 0
    pictures: tuple[str, ...] = ()

    @property
    def words(self) -> tuple[str, ...]:
        """The words after ``reinsert``."""
        return tuple(shlex.split(self.typed, comments=True)[1:])

    def __str__(self) -> str:
        return self.typed


def commands(language: str) -> Iterator[Command]:
    """Give the commands of a guide in their order; pictures are of the last one above them."""
    page = (DOCS / f"guide.{language}.md").read_text(encoding="utf-8")
    blocks = [block for block in _BLOCK.finditer(page) if "\nreinsert " in block[0]]
    ends = [block.start() for block in blocks[1:]] + [len(page)]
    for block, end in zip(blocks, ends, strict=True):
        status = int(found[1]) if (found := re.search(r"status=(\d)", block["fence"])) else 0
        typed = [line for line in block["lines"].splitlines() if line.startswith("reinsert ")]
        yield from (Command(line, status) for line in typed[:-1])
        yield Command(typed[-1], status, tuple(_PICTURE.findall(page, block.end(), end)))


def same_bytes() -> Callable[[int], bytes]:
    """Give what stands for ``secrets.token_bytes`` in one command, so that codes are those of the page."""
    return random.Random(2025).randbytes  # noqa: S311  (invented people need no secret)


def prepare(command: Command, language: str, folder: Path) -> None:
    """Make the files that a command reads, in the folder where the guide is followed."""
    for word in command.words:
        if word in ACTS and not (folder / f".{Path(word).name}").exists():
            ACTS[word](folder / word, language)
            (folder / f".{Path(word).name}").touch()


# ── what people do between two commands ─────────────────────────────────────────────────────────

_LISTS: Final[dict[str, tuple[tuple[Any, ...], ...]]] = {
    "fr": (
        ("Centre d’accompagnement de Fès — liste des bénéficiaires, première tranche 2025",),
        (),
        ("N° dossier", "Nom", "Prénom", "CIN", "Date de naissance", "Sexe", "Province", "Activité", "Secteur",
         "Nature de l’appui", "Désignation", "Montant (DH)"),
        ("F-101", "Benfictif", "Amina", "ZZ12001", "12/03/1990", "F", "Fès", "Couture", "artisanat", "équipement",
         "Machine à coudre", 12_500),
        ("F-102", "El Exemple", "Karim", "ZZ12002", "04/07/1985", "H", "Fès", "Soudure", "artisanat", "équipement",
         "Poste à souder", "17 000,50"),
        ("F-103", "Inventani", "Omar", "ZZ12003", "1988", "H", "Meknès", "Restauration rapide", "restauration",
         "équipement", "Friteuse et vitrine", "14.250,00"),
        ("F-104", "El Imaginaire", "Samira", "12004", "23/11/1992", "F", "Fès", "Pâtisserie", "restauration",
         "équipement", "Four et pétrin", 16_800),
        ("F-105", "Benfictif", "Hassan", "ZZ12005", "09/02/1979", "H", "Taza", "Apiculture", "agriculture",
         "équipement", "Ruches et extracteur", "12,34,56"),
        ("F-106", "Sansnom", "Rachid", "ZZ12006", "30/06/1983", "H", "Fès", "Plomberie", "bâtiment", "équipement",
         "Sertisseuse et cintreuse", 11_400),
        ("F-107", "El Exemple", "Naïma", "ZZ12007", "18/09/1995", "F", "Séfrou", "Épicerie", "commerce",
         "fonds de roulement", "", "8 000 DH"),
        ("F-108", "Inventani", "Youssef", "", "1991", "H", "Fès", "Menuiserie", "artisanat", "équipement",
         "Scie et établi", 15_600),
        (None, None, None, None, None, None, None, None, None, None, "Total", None),
    ),
    "ar": (
        ("مركز المصاحبة بفاس — لائحة المستفيدين، الشطر الأول 2025",),
        (),
        ("رقم الملف", "الاسم العائلي", "الاسم الشخصي", "رقم البطاقة الوطنية", "تاريخ الازدياد", "الجنس", "الإقليم",
         "النشاط", "القطاع", "نوع الدعم", "البيان", "المبلغ بالدرهم"),
        ("F-101", "الوهمي", "أمينة", "ZZ12001", "12 مارس 1990", "أنثى", "فاس", "الخياطة",
         "الصناعة التقليدية", "تجهيزات",
         "آلة خياطة", 12_500),
        ("F-102", "المثال", "كريم", "ZZ12002", "4 يوليوز 1985", "ذكر", "فاس", "اللحام", "الصناعة التقليدية", "تجهيزات",
         "جهاز لحام", "17.000,50"),
        ("F-103", "بنخيال", "عمر", "ZZ12003", "1988", "ذكر", "مكناس", "مطعم صغير", "المطعمة", "تجهيزات",
         "مقلاة وواجهة زجاجية", "14.250,00"),
        ("F-104", "الخيالي", "سميرة", "12004", "23 نونبر 1992", "أنثى", "فاس", "صناعة الحلويات", "المطعمة", "تجهيزات",
         "فرن وعجانة", 16_800),
        ("F-105", "الوهمي", "حسن", "ZZ12005", "9 فبراير 1979", "ذكر", "تازة", "تربية النحل", "الفلاحة", "تجهيزات",
         "خلايا ومستخرج عسل", "12,34,56"),
        ("F-106", "بلااسم", "رشيد", "ZZ12006", "30 يونيو 1983", "ذكر", "فاس", "الترصيص", "البناء", "تجهيزات",
         "آلة ثني الأنابيب", 11_400),
        ("F-107", "المثال", "نعيمة", "ZZ12007", "18 شتنبر 1995", "أنثى", "صفرو", "بقالة", "التجارة", "رأسمال متداول",
         "", "8.000 درهم"),
        ("F-108", "بنخيال", "يوسف", "", "1991", "ذكر", "فاس", "النجارة", "الصناعة التقليدية", "تجهيزات",
         "منشار ومنضدة", 15_600),
        (None, None, None, None, None, None, None, None, None, None, "المجموع", None),
    ),
}  # fmt: skip
"""What the centre of Fès sends: eight invented people, a card number and an amount mistyped."""

_ANSWERS: Final = {
    "fr": ("en activité", "favorable", "mandataire", "absent", "présent"),
    "ar": ("نشيط", "إيجابي", "وكيل", "غائب", "حاضر"),
}


def _list(path: Path, language: str) -> None:
    from openpyxl import Workbook  # noqa: PLC0415

    book = Workbook()
    sheet = book.worksheets[0]
    sheet.title = "فاس" if language == "ar" else "Fès"
    sheet.sheet_view.rightToLeft = language == "ar"
    for row in _LISTS[language]:
        sheet.append(row)
    total = sheet.max_row
    sheet.cell(total, 12, 12_500 + 17_000.50 + 14_250 + 16_800 + 12_340 + 11_400 + 8_000 + 15_600)
    for column, width in enumerate((10, 14, 14, 12, 16, 8, 14, 20, 16, 18, 24, 14)):
        sheet.column_dimensions["ABCDEFGHIJKL"[column]].width = width
    book.save(path)


def _mended(path: Path, _language: str) -> None:
    """Mend, as the centre does, the two coloured cells of what was sent back, and nothing else."""
    from openpyxl import load_workbook  # noqa: PLC0415

    book = load_workbook(path.parent / "a-renvoyer" / path.name)
    sheet = book.worksheets[1]
    sheet["D7"], sheet["L8"] = "ZZ12004", 12_340
    book.save(path)


def _filled(path: Path, language: str) -> None:
    """Note the day: the sixth is absent, a relative receives for the third, the others came."""
    from openpyxl import load_workbook  # noqa: PLC0415

    _alive, _favourable, proxy, absent, present = _ANSWERS[language]
    book = load_workbook(path)
    sheet = book.worksheets[0]
    head = next(row for row in sheet.iter_rows() if any("Présence" in str(cell.value) for cell in row))
    places = {str(cell.value).split()[0]: cell.column for cell in head if cell.value}
    first = head[0].row + 1
    for number in range(8):
        word = {2: proxy, 5: absent}.get(number, present)
        sheet.cell(first + number, places["Présence"], word)
    sheet.cell(first + 2, places["Mandataire"], "بنخيال ليلى" if language == "ar" else "Inventani Leïla")
    book.save(path)


def _visited(path: Path, language: str) -> None:
    """Answer, as the centre does, the visits of its monthly sheet."""
    from openpyxl import load_workbook  # noqa: PLC0415

    book = load_workbook(path.with_name("suivi-fes.xlsx"))
    sheet = book.worksheets[0]
    for row in range(5, sheet.max_row + 1):
        if sheet.cell(row, 4).value and sheet.cell(row, 5).value:
            sheet.cell(row, 6, date(2025, 6, 19))
            sheet.cell(row, 7, _ANSWERS[language][0])
            sheet.cell(row, 10, 2_000 + 100 * row)
    book.save(path)


ACTS: Final[dict[str, Callable[[Path, str], None]]] = {
    "liste-fes.xlsx": _list,
    "liste-fes.retour.xlsx": _mended,
    "papiers/sign-off.xlsx": _filled,
    "suivi-fes-rempli.xlsx": _visited,
}
"""Files by the name under which a guide speaks of them, and how each comes to be."""
