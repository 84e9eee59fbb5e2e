"""The tests' own words: what a command answered, and small spreadsheets of invented people."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from openpyxl import Workbook


@dataclass(frozen=True)
class Answer:
    """What a command said and how it ended."""

    status: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        return json.loads(self.out)


Run = Callable[..., Answer]
Begun = Callable[[str, Callable[[], object]], Path]
Rows = Sequence[Sequence[Any]]

PEOPLE: Rows = (
    ("Nom", "Prénom", "CIN", "Sexe", "Province", "Activité", "Nature de l'appui", "Montant (DH)"),
    ("Benfictif", "Amina", "ZZ1001", "F", "Fès", "Couture", "équipement", 12500.00),
    ("El Exemple", "Karim", "ZZ1002", "H", "Meknès", "Soudure", "équipement", "17 000,50"),
    ("Inventani", "Omar", "ZZ1003", "H", "Tanger-Assilah", "Snack", "numéraire", 8000),
)
"""Three invented people of two regions: 37 500,50 DH in all."""

NOTHING = {"new": 0, "updated": 0, "unchanged": 0, "parked": 0, "invalid": 0}
"""The outcomes of a file without rows."""


def write_xlsx(path: Path, rows: Rows, title: str = "Feuille1") -> Path:
    """Write a workbook of one sheet."""
    book = Workbook()
    sheet = book.worksheets[0]
    sheet.title = title
    for row in rows:
        sheet.append(list(row))
    book.save(path)
    return path
