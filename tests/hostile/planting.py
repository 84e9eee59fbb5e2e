"""A ledger in which every text that somebody can fill holds a mark, and the same ledger with something else for them.

The marks are planted by the commands and the files that people use; what takes their place is put into the tables
themselves, so that what comes out is tested whatever the door lets in.
"""

from __future__ import annotations

import json
import os
import re
from collections import defaultdict
from collections.abc import Callable
from itertools import count
from pathlib import Path
from typing import Any, Final

from tests.support import Run, storable, unguarded, write_xlsx

from reinsert_cli.store.reading import Reader, reading

MARK: Final = re.compile(r"[Qq]z[a-z]{2}zq")

HEADINGS = (
    "N° dossier", "Nom", "الاسم الكامل بالعربية", "CIN", "Sexe", "Centre", "Province", "Téléphone", "Activité",
    "Secteur", "Nature de l'appui", "Article", "Fournisseur", "Facture", "N° série", "Montant (DH)",
)  # fmt: skip


def plant(run: Run, folder: Path) -> None:
    """Do a whole year's work on the ledger, with a mark of its own in every text."""
    numbers = count()

    def mark() -> str:
        number = next(numbers)
        return f"qz{chr(97 + number // 26)}{chr(97 + number % 26)}zq"

    run("partner", "add", "fund", "--name", mark(), "--name-ar", mark())
    run("partner", "add", "indh", "--name", mark())
    run("programme", "add", "micro", "--name", mark(), "--name-ar", mark())
    run("convention", "add", "conv", "--programme", "micro", "--amount", "500 000 DH", "--partner", "fund")
    for code in ("env", "more"):
        run("budget", "add", code, "--programme", "micro", "--fiscal-year", "2024", "--funder", "fund",
            "--amount", "300 000", "--convention", "conv")  # fmt: skip
    run("budget", "revise", "env", "--amount", "310 000", "--reason", mark())
    run("budget", "transfer", "env", "more", "--amount", "1000", "--reason", mark())
    run("batch", "plan", "b1", "--programme", "micro", "--fiscal-year", "2024", "--province", "MA-FES",
        "--on", "06/12/2024", "--venue", mark())  # fmt: skip
    run(
        "batch",
        "plan",
        "b2",
        "--programme",
        "micro",
        "--fiscal-year",
        "2024",
        "--province",
        "MA-FES",
        "--venue",
        mark(),
    )
    rows: list[tuple[Any, ...]] = [HEADINGS]
    for number in range(3):
        rows.append((mark(), f"{mark()} {mark()}", "أحمد", f"ZZ{9001 + number}", "F", "Fès", "Fès", mark(), mark(), "",
                     "équipement", mark(), mark(), mark(), mark(), 10_000))  # fmt: skip
    path = write_xlsx(folder / f"{mark()}.xlsx", rows, mark())
    run("import", path, "--as", "distributions", "--batch", "b1", "--envelope", "env")
    lines = run("batch", "show", "b1", "--format", "json").json["lines"]
    people = [line["beneficiary"] for line in lines]
    projects = [line["project"] for line in lines]
    run("project", "edit", projects[0], "--name", mark(), "--kind", "cooperative")
    run("project", "cost", "add", projects[0], "--kind", "equipment", "--unit-price", "500", "--label", mark(),
        "--supplier", mark(), "--invoice", mark(), "--serial", mark())  # fmt: skip
    run("project", "quote", "add", projects[0], "--supplier", mark(), "--amount", "500", "--reference", mark())
    run("project", "quote", "add", projects[0], "--supplier", mark(), "--amount", "600", "--reference", mark())
    run("project", "quote", "choose", projects[0], "2", "--reason", mark())
    run("document", "add", "--project", projects[0], "--kind", "facture", "--reference", mark(), "--supplier", mark())
    run("document", "add", "--batch", "b1", "--kind", "minutes", "--state", "missing", "--reference", mark())
    run("batch", "official", "add", "b1", "--name", mark(), "--role", mark(), "--presided")
    run("batch", "lock", "b1")
    run("batch", "hold", "b1", "--on", "06/12/2024", "--absent", people[2], "--proxy", f"{people[1]}={mark()}",
        "--delivered-by", mark())  # fmt: skip
    run("batch", "correct", "b1", people[0], "--amount", "9000", "--reason", mark())
    run("batch", "return", "b1", people[1], "--on", "07/12/2024", "--reason", mark())
    run(
        "batch",
        "replace",
        "b1",
        people[0],
        "--on",
        "08/12/2024",
        "--reason",
        mark(),
        "--item",
        mark(),
        "--amount",
        "900",
    )
    for value in ("30 000 DH", "20 000 DH"):
        run("statement", "add", "--batch", "b1", "--measure", "amount", "--value", value, "--source", mark())
    run("statement", "choose", "1", "--reason", mark())
    run(
        "profile",
        "save",
        "fes",
        "--as",
        "distributions",
        "--sheet",
        mark(),
        "--map",
        f"{mark()}=amount",
        "--map",
        f"{mark()}=",
    )
    run(
        "followup",
        "add",
        projects[0],
        "--on",
        "07/01/2025",
        "--state",
        "closed",
        "--closed-on",
        "06/01/2025",
        "--reason",
        "health",
        status=None,
    )
    run("batch", "reconcile", "b1", status=None)
    os.environ["REINSERT_USER"] = mark()  # fixed for each test by its surroundings
    run("budget", "add", "little", "--programme", "micro", "--fiscal-year", "2024", "--funder", "fund", "--amount", "1")
    much = [("Nom", "CIN", "Nature de l'appui", "Montant (DH)"), (mark(), "ZZ9201", "équipement", 5000)]
    run(
        "import", write_xlsx(folder / "b2.xlsx", much), "--as", "distributions", "--batch", "b2", "--envelope", "little"
    )
    run("batch", "lock", "b2", "--override", "--reason", mark())
    # a row that waits for somebody to decide: the same name and birth date, another card
    waiting = [("Nom", "CIN", "Date de naissance"), (f"{mark()} {mark()}", "ZZ9101", "01/02/1980")]
    run("import", write_xlsx(folder / f"{mark()}.xlsx", waiting, mark()), "--as", "beneficiaries", "--centre", "fes")
    waiting[1] = (waiting[1][0], "ZZ9102", "01/02/1980")
    run("import", write_xlsx(folder / f"{mark()}.xlsx", waiting, mark()), "--as", "beneficiaries", "--centre", "fes",
        status=None)  # fmt: skip


def planted(ledger: Path) -> dict[str, set[str]]:
    """Give the places where each mark stands, as ``table.column``."""
    found: dict[str, set[str]] = defaultdict(set)
    with reading(ledger) as reader:
        for table, column, text in _texts(reader):
            for one in MARK.findall(text):
                found[one.lower()].add(f"{table}.{column}")
    return found


def replant(ledger: Path, instead: Callable[[str], str]) -> None:
    """Put another text in the place of each mark, in every table, whatever guards it."""
    with reading(ledger) as reader:
        texts = sorted(_texts(reader))
    with unguarded(ledger) as database:
        for table, column, text in texts:
            if MARK.search(text):
                other = storable(ledger, _replanted(text, instead))
                database.execute(f"UPDATE {table} SET {column} = ? WHERE {column} = ?", (other, text))


def _texts(reader: Reader) -> set[tuple[str, str, str]]:
    """Give each text of each column of each table."""
    tables = set(reader.dialect.tables(reader)) - set(reader.dialect.views(reader))
    return {
        (table, column, value)
        for table in tables
        if not table.startswith("sqlite_")
        for row in reader.rows(f"SELECT * FROM {table}")
        for column, value in row.items()
        if isinstance(value, str)
    }


def _replanted(text: str, instead: Callable[[str], str]) -> str:
    if text[:1] in "[{":
        try:
            return json.dumps(_inside(json.loads(text), instead), ensure_ascii=False)
        except ValueError:
            pass
    return MARK.sub(lambda found: instead(found[0].lower()), text)


def _inside(said: Any, instead: Callable[[str], str]) -> Any:
    if isinstance(said, str):
        return _replanted(said, instead)
    if isinstance(said, list):
        return [_inside(one, instead) for one in said]
    if isinstance(said, dict):
        return {_inside(key, instead): _inside(value, instead) for key, value in said.items()}
    return said
