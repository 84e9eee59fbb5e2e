"""What the tests of papers share: a batch of 25 invented people, and the text of a PDF."""

from __future__ import annotations

import re
import shutil
import subprocess
from pathlib import Path

import pytest
from openpyxl import load_workbook
from openpyxl.worksheet.worksheet import Worksheet
from tests.support import Ledger, Rows, Run, opened, write_xlsx

LONG_NAME = "Fatima-Zahra Lalla Oum Keltoum Bent Abdessalam Benfictif El Exemple Ait Imaginaire"
LONG_NAME_ARABIC = "فاطمة الزهراء لالة أم كلثوم بنت عبد السلام بنفيكتيف الإكزامبل آيت الخيالي"
UNBROKEN = "Abcdefghijklmnopqrstuvwxyz" * 3
HOSTILE = '#eval("1") *x* $a$ @ref _y_ `z` \\ // <l> [b] = -- ~'

HEADINGS = ("Nom complet", "الاسم الكامل بالعربية", "CIN", "Province", "Activité", "Nature de l'appui", "Article",
            "Montant (DH)")  # fmt: skip
ITEMS = ("Machine à coudre", "Poste à souder (220 V)", "فرن غازي (3 طبقات)", "Scie circulaire")


def people_of_25() -> Rows:
    """25 invented people: one of two items, one of many, one of a very long name, one whose name looks like code."""
    rows: list[tuple[object, ...]] = [HEADINGS]
    for number in range(25):
        latin, arabic = f"Personne{number:02d} Benfictif", f"شخص{number} بنفيكتيف"
        if number == 7:
            latin, arabic = LONG_NAME, LONG_NAME_ARABIC
        if number == 8:
            latin = f"{UNBROKEN} Karim"
        if number == 9:
            latin = HOSTILE
        person = (latin, arabic, f"ZZ{5000 + number}", "Fès", "Couture")
        rows.append((*person, "équipement", ITEMS[number % 4], 10_000 + number * 100.5))
        if number == 3:
            rows.append((*person, "fonds de roulement", "", 3000))
        if number == 12:
            rows += [(*person, "équipement", f"Outil {letter}", 100) for letter in "ABCDEFGHIJKLMN"]
    return rows


def lines_of(run: Run) -> list[dict[str, str]]:
    found: list[dict[str, str]] = run("batch", "show", "b1", "--format", "json").json["lines"]
    return found


def codes_of(run: Run) -> list[str]:
    """The people of ``b1``, in the order of the list."""
    return list(dict.fromkeys(line["beneficiary"] for line in lines_of(run)))


def plan_25(ledger: Ledger, run: Run, folder: Path) -> None:
    """Plan ``b1`` for 25 people, one of them of a cooperative, and what it buys for the first from a supplier."""
    run("budget", "revise", "env", "--amount", "900 000", "--reason", "Avenant")
    run("batch", "plan", "b1", "--programme", "micro", "--fiscal-year", "2024", "--province", "MA-FES", "--tranche",
        "2", "--on", "06/12/2024", "--venue", "Salle fictive (annexe)")  # fmt: skip
    file = write_xlsx(folder / "list.xlsx", people_of_25())
    run("import", file, "--as", "distributions", "--batch", "b1", "--envelope", "env", "--format", "json")
    with opened(ledger) as database:
        database.execute(
            "UPDATE project SET kind = 'cooperative', name = 'تعاونية الأمل (فاس)' WHERE code = "
            "(SELECT project_code FROM batch_line WHERE id = 6)"
        )
        database.execute(
            "INSERT INTO cost (project_code, kind, label, quantity, unit_price, supplier, serial) "
            "SELECT project_code, kind, label, 4, 250000, 'Quincaillerie fictive', 'SN-77' FROM batch_line WHERE id = 1"
        )
        database.execute("UPDATE batch_line SET cost_id = 1 WHERE id = 1")


def text_of(pdf: Path) -> str:
    """Give the text of a PDF as poppler reads it, without marks of direction, blanks collapsed."""
    if not shutil.which("pdftotext"):
        pytest.skip("poppler-utils is not installed: the text of the pages is not looked at")
    answer = subprocess.run(["pdftotext", "-layout", pdf, "-"], check=True, capture_output=True, text=True)
    plain = re.sub("[\u200b-\u200f\u202a-\u202e\u2066-\u2069]", "", answer.stdout)
    return re.sub(r"[ \u00a0]+", " ", plain)


def sheet_of(path: Path) -> tuple[Worksheet, dict[str, int]]:
    """Open a sign-off sheet; give it and the place of each column by its French heading."""
    page = load_workbook(path).worksheets[0]
    return page, {str(cell.value).split("\n")[0]: cell.column for cell in page[5]}
