"""What a list costs does not depend on how long the ledger is: everything is looked up by index."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Any

import pytest
from tests.steps import counted
from tests.support import Run, write_xlsx

HEAD = ("N° dossier", "Nom", "CIN", "Date de naissance", "Centre", "Activité", "Secteur", "Désignation", "Montant")
SYLLABLES = ("ba", "di", "fu", "ki", "lo", "ma", "ne", "ri", "so", "ta")
BRING = ("--as", "distributions", "--batch")


def name(number: int) -> str:
    """A name that few share a part of."""
    return f"{''.join(SYLLABLES[int(digit)] for digit in f'{number:04d}')} {SYLLABLES[number % 7] * 3}n"


def row(number: int) -> tuple[Any, ...]:
    """Every fifth without a card number, every fortieth with nothing but a year of birth."""
    card = None if number % 5 == 0 else f"ZZ{100_000 + number * 37}"
    year = 1960 + number % 40
    born = str(year) if number % 40 == 7 else f"{number % 28 + 1:02d}/{number % 12 + 1:02d}/{year}"
    return (f"D{number}", name(number), card, born, "Fès", "Couture", "Artisanat", f"kit {number}", 1000 + number)


@pytest.mark.file_only
def test_fifty_rows_into_a_long_ledger(
    planned: Path, run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As many steps as into a short one, but for what half as many would be."""
    run("batch", "plan", "b2", "--programme", "micro", "--fiscal-year", "2024", "--province", "MA-FES")
    few = write_xlsx(tmp_path / "few.xlsx", [HEAD, *map(row, range(9000, 9050))])
    spent = []
    for count in (200, 3000):
        many = write_xlsx(tmp_path / f"{count}.xlsx", [HEAD, *map(row, range(count))])
        grown = tmp_path / f"{count}.db"
        shutil.copy(planned, grown)
        monkeypatch.setenv("REINSERT_LEDGER", str(grown))
        run("import", many, *BRING, "b1", "--envelope", "env")
        with counted(monkeypatch) as steps:
            answer = run("import", few, *BRING, "b2", "--envelope", "env", "--format", "json").json["files"][0]
        assert answer["outcomes"]["new"] == 50
        spent.append(steps[0])
    assert spent[1] < 1.5 * spent[0]
