"""The import of a long list beside what a user would pick instead: seconds, ratios and peak memory.

``make bench``: a distribution list of 100 000 rows and 15 columns, from .xlsx to committed ledger, beside pandas'
``read_excel`` (openpyxl) + ``to_sql`` and beside calamine + a bare ``executemany`` of the same file. The three run in
turn, ``RUNS`` times; medians are printed. People are invented.
"""

from __future__ import annotations

import datetime
import os
import random
import statistics
import subprocess
import sys
import tempfile
import time
import venv
from pathlib import Path

ROOT = Path(__file__).parents[1]
REINSERT = str(Path(sys.executable).with_name("reinsert"))
ROWS = int(os.environ.get("REINSERT_BENCH_ROWS", "100000"))
RUNS = int(os.environ.get("REINSERT_BENCH_RUNS", "3"))

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


def main() -> None:
    """Measure the three in turn and print them as a table."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        sheet = folder / "list.xlsx"
        write_list(sheet)
        blank = _ledger(folder)
        programs = _environment(folder / "others")
        others = {"pandas read_excel + to_sql": PANDAS, "calamine + executemany": CALAMINE}
        seconds: dict[str, list[tuple[float, int]]] = {}
        for _run in range(RUNS):
            seconds.setdefault("reinsert import", []).append(_import(blank, sheet, folder))
            for label, code in others.items():
                target = folder / "other.db"
                target.unlink(missing_ok=True)
                command = [str(programs / "python"), "-c", code, str(sheet), str(target)]
                seconds.setdefault(label, []).append(_measured(command, folder))
    ours = statistics.median(time for time, _memory in seconds["reinsert import"])
    print(f"| {ROWS} rows, 15 columns | seconds | ours is | peak memory, MB |", "|---|---:|---:|---:|", sep="\n")
    for label, runs in seconds.items():
        median, memory = statistics.median(time for time, _memory in runs), max(memory for _time, memory in runs)
        print(f"| {label} | {median:.1f} | {ours / median:.2f} x | {memory} |", flush=True)


def write_list(path: Path) -> None:
    """Write the list, the same rows each time."""
    from openpyxl import Workbook  # noqa: PLC0415

    draw = random.Random(1)  # noqa: S311  (sample rows)
    book = Workbook(write_only=True)
    sheet = book.create_sheet("Liste")
    sheet.append(HEADINGS)
    for number in range(ROWS):
        family = draw.choice(FAMILIES) + "".join(draw.choice(SYLLABLES) for _ in range(3))
        born = datetime.date(1960, 1, 1) + datetime.timedelta(days=draw.randrange(15_000))
        sheet.append(
            (f"D{number:06d}", family, draw.choice(GIVEN), f"ZZ{number:06d}", born, draw.choice("FH"),
             f"06{draw.randrange(10**8):08d}", draw.choice(PROVINCES), "Fès", draw.choice(("oui", "non", None)),
             draw.choice(ACTIVITIES), draw.choice(("Commerce", "Artisanat", "Services")),
             draw.choice(("équipement", "numéraire", "fonds de roulement")), f"kit {draw.randrange(50)}",
             round(draw.uniform(1_000, 30_000), 2))
        )  # fmt: skip
    book.save(path)


def _ledger(folder: Path) -> Path:
    """Make a ledger with a batch to bring the list into."""
    ledger = folder / "blank.db"
    for command in (
        "init",
        "partner add fund --name Bailleur",
        "programme add micro --name Micro-projets",
        "budget add env --programme micro --fiscal-year 2024 --funder fund --amount 9000000000",
        "batch plan b1 --programme micro --fiscal-year 2024 --province MA-FES",
    ):
        subprocess.run([REINSERT, "--ledger", str(ledger), *command.split()], check=True, capture_output=True)
    return ledger


def _environment(folder: Path) -> Path:
    venv.create(folder, with_pip=True)
    pip = [folder / "bin" / "python", "-m", "pip", "install", "--quiet", "pandas", "openpyxl", "python-calamine"]
    subprocess.run(pip, check=True)
    return folder / "bin"


def _import(blank: Path, sheet: Path, folder: Path) -> tuple[float, int]:
    ledger = folder / "ledger.db"
    ledger.write_bytes(blank.read_bytes())
    return _measured(
        [REINSERT, "--ledger", str(ledger), "import", str(sheet), "--batch", "b1", "--envelope", "env"], folder
    )


def _measured(command: list[str], folder: Path) -> tuple[float, int]:
    """Run a command; give its seconds and its peak memory in MB, its own and that of the largest process it starts."""
    started = time.perf_counter()
    with (folder / "said").open("wb") as said:
        process = subprocess.Popen(command, stdout=said, stderr=said, cwd=folder)
        _pid, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise SystemExit((folder / "said").read_text())
    return time.perf_counter() - started, usage.ru_maxrss // 1024


if __name__ == "__main__":
    main()
