"""Long lists: brought in beside pandas and calamine, matched beside rapidfuzz, appended to a long ledger.

The list has 15 columns, from .xlsx to committed ledger; people are invented.
"""

from __future__ import annotations

import datetime
import random
import subprocess
from collections.abc import Iterator
from pathlib import Path

from tools.measuring import Pair, Side, Size, copied, many, reinsert

HEADINGS = (
    "N° dossier", "Nom", "Prénom", "CIN", "Date de naissance", "Sexe", "Téléphone", "Province", "Centre", "Handicap",
    "Activité", "Secteur", "Nature de l'appui", "Désignation", "Montant (DH)",
)  # fmt: skip
FAMILIES = ("Benfictif", "El Exemple", "Inventani", "Al Modele", "Ait Prototype", "Bouspecimen")
GIVEN = ("Amina", "Karim", "Omar", "Fatima-Zahra", "Mohamed", "Youssef", "Khadija", "Hassan", "Said", "Naima")
SYLLABLES = ("ba", "di", "fa", "ki", "la", "mou", "na", "ri", "sa", "ta", "wi", "za")
PROVINCES = ("Fès", "Meknès", "Tanger-Assilah", "Casablanca", "Rabat", "Salé", "Marrakech", "Safi", "Oujda-Angad")
ACTIVITIES = ("Couture", "Soudure", "Snack", "Coiffure", "Menuiserie", "Élevage", "Épicerie", "Plomberie")

PANDAS = """
import sqlite3, sys, pandas
frame = pandas.read_excel(sys.argv[1], engine="openpyxl")
with sqlite3.connect(sys.argv[2]) as database:
    frame.to_sql("rows", database, index=False)
"""
CALAMINE = """
import sqlite3, sys
from python_calamine import CalamineWorkbook
rows = CalamineWorkbook.from_path(sys.argv[1]).get_sheet_by_index(0).to_python()
plain = ([c.isoformat() if hasattr(c, "isoformat") else c for c in row] for row in rows[1:])
with sqlite3.connect(sys.argv[2]) as database:
    database.execute("CREATE TABLE rows (" + ", ".join(f"c{n}" for n in range(len(rows[0]))) + ")")
    database.executemany("INSERT INTO rows VALUES (" + ", ".join("?" * len(rows[0])) + ")", plain)
"""


RAPIDFUZZ = """
import sqlite3, sys
from openpyxl import load_workbook
from rapidfuzz import fuzz, process
with sqlite3.connect(sys.argv[2]) as database:
    known = [name for (name,) in database.execute("SELECT name_latin FROM identity")]
rows = load_workbook(sys.argv[1], read_only=True).active.iter_rows(min_row=2, values_only=True)
for row in list(rows)[::20]:
    process.extractOne(f"{row[1]} {row[2]}", known, scorer=fuzz.token_sort_ratio, score_cutoff=90)
"""
BEGINNING = (
    "partner add fund --name Bailleur",
    "programme add micro --name Micro-projets",
    "budget add env --programme micro --fiscal-year 2024 --funder fund --amount 9000000000",
    "batch plan b1 --programme micro --fiscal-year 2024 --province MA-FES",
)


def pairs(folder: Path, size: Size, long: Path, others: str | None) -> Iterator[Pair]:
    """Give what is compared; ``long`` is a ledger of many lines, ``others`` a Python that has the other packages."""
    blank, ledger, other = folder / "blank.db", folder / "ledger.db", folder / "other.db"
    _run(reinsert(blank, "init"))
    _begin(blank)
    sheet, short, arrivals = (folder / f"{name}.xlsx" for name in ("list", "short", "arrivals"))
    write_list(sheet, size.rows)
    write_list(short, size.appended)
    if others:
        yield Pair(
            f"import, {many(size.rows)} rows",
            _importing(sheet, blank, ledger),
            [
                Side(name, [others, "-c", code, str(sheet), str(other)], lambda: other.unlink(missing_ok=True))
                for name, code in (("pandas read_excel + to_sql", PANDAS), ("calamine + executemany", CALAMINE))
            ],
        )
        yield _matching(folder, size, blank, arrivals, others)
    grown = folder / "grown.db"
    copied(long, grown)()
    _begin(grown)
    empty = _importing(short, blank, other)
    yield Pair(
        f"{many(size.appended)} rows appended to {many(size.lines)} lines",
        _importing(short, grown, ledger),
        [Side("the same, to an empty ledger", empty.command, empty.before)],
    )


def _matching(folder: Path, size: Size, blank: Path, arrivals: Path, others: str) -> Pair:
    """Give the comparison of people who come without card numbers with all those known by name and birthday."""
    crowd, sheet = folder / "crowd.db", folder / "crowd.xlsx"
    write_list(sheet, size.people)
    write_list(arrivals, size.arrivals, with_cards=False)
    copied(blank, crowd)()
    _run(_importing(sheet, blank, crowd).command)
    return Pair(
        f"{many(size.arrivals)} arrivals matched with {many(size.people)} people",
        Side("reinsert", [*reinsert(crowd, "import", str(arrivals)), "--as", "beneficiaries", "--dry-run"]),
        [Side("rapidfuzz extractOne (one in 20, × 20)",
              [others, "-c", RAPIDFUZZ, str(arrivals), str(crowd)], times=20)],
        runs=1,
    )  # fmt: skip


def _importing(sheet: Path, ledger: Path, copy: Path) -> Side:
    command = reinsert(copy, "import", str(sheet), "--batch", "b1", "--envelope", "env")
    return Side("reinsert", command, copied(ledger, copy))


def _begin(ledger: Path) -> None:
    """Let a ledger have a batch to bring a list into."""
    for command in BEGINNING:
        _run(reinsert(ledger, *command.split()))


def _run(command: list[str]) -> None:
    subprocess.run(command, check=True, capture_output=True)


def write_list(path: Path, rows: int, *, with_cards: bool = True) -> None:
    """Write the list, the same rows each time."""
    from openpyxl import Workbook  # noqa: PLC0415

    draw = random.Random(1)  # noqa: S311  (sample rows)
    book = Workbook(write_only=True)
    sheet = book.create_sheet("Liste")
    sheet.append(HEADINGS)
    for number in range(rows):
        number_on_file, card = (f"D{number:06d}", f"ZZ{number:06d}") if with_cards else (None, None)
        family = draw.choice(FAMILIES) + "".join(draw.choice(SYLLABLES) for _ in range(3))
        born = datetime.date(1960, 1, 1) + datetime.timedelta(days=draw.randrange(15_000))
        sheet.append(
            (number_on_file, family, draw.choice(GIVEN), card, born, draw.choice("FH"),
             f"06{draw.randrange(10**8):08d}", draw.choice(PROVINCES), "Fès", draw.choice(("oui", "non", None)),
             draw.choice(ACTIVITIES), draw.choice(("Commerce", "Artisanat", "Services")),
             draw.choice(("équipement", "numéraire", "fonds de roulement")), f"kit {draw.randrange(50)}",
             round(draw.uniform(1_000, 30_000), 2))
        )  # fmt: skip
    book.save(path)
