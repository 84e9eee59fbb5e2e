"""The columns that several kinds share: the codes of what a row belongs to."""

from __future__ import annotations

from typing import Final

from reinsert_cli.importers import cells
from reinsert_cli.importers.fields import Field

BATCH: Final = Field(
    "batch", cells.text, fr=("Lot", "Code du lot"), en=("Batch",), ar=("الدفعة", "رمز الدفعة")
)  # fmt: skip
ENVELOPE: Final = Field(
    "envelope",
    cells.text,
    fr=("Enveloppe", "Code enveloppe", "Code de l'enveloppe"),
    en=("Envelope",),
    ar=("الغلاف", "رمز الغلاف", "الغلاف المالي"),
)
CONVENTION: Final = Field(
    "convention",
    cells.text,
    fr=("Convention", "Code convention", "N° de convention"),
    en=("Convention",),
    ar=("الاتفاقية", "رمز الاتفاقية"),
)
PROGRAMME: Final = Field(
    "programme",
    cells.text,
    fr=("Programme", "Code programme"),
    en=("Programme", "Program"),
    ar=("البرنامج", "رمز البرنامج"),
)
FISCAL_YEAR: Final = Field(
    "fiscal_year",
    cells.year,
    fr=("Exercice", "Année", "Exercice budgétaire", "Année budgétaire"),
    en=("Fiscal year", "Year"),
    ar=("السنة المالية", "السنة", "برسم سنة"),
)
