"""Headquarters' press review: a figure a row, as a source declares it of a batch, an envelope and so on."""

from __future__ import annotations

from typing import Final

from reinsert_cli.importers import cells
from reinsert_cli.importers.fields import Field, Kind
from reinsert_cli.importers.places import BATCH, CONVENTION, ENVELOPE, FISCAL_YEAR, PROGRAMME

FIELDS: Final = (
    BATCH,
    ENVELOPE,
    CONVENTION,
    PROGRAMME,
    FISCAL_YEAR,
    Field(
        "measure",
        cells.measure,
        required=True,
        fr=("Mesure", "Indicateur"),
        en=("Measure",),
        ar=("المؤشر", "القياس"),
    ),
    Field(
        "value",
        cells.text,
        required=True,
        fr=("Valeur", "Valeur imprimée", "Chiffre"),
        en=("Value",),
        ar=("القيمة", "الرقم"),
    ),
    Field(
        "source",
        cells.text,
        required=True,
        fr=("Source", "Référence"),
        en=("Source",),
        ar=("المصدر",),
    ),
    Field(
        "published_on",
        cells.a_date,
        fr=("Date de publication", "Publié le"),
        en=("Published", "Publication date"),
        ar=("تاريخ النشر",),
    ),
    Field(
        "chosen",
        cells.yes_no,
        fr=("Retenu", "Retenue", "Choisi"),
        en=("Chosen",),
        ar=("المعتمد",),
    ),
    Field(
        "reason",
        cells.text,
        fr=("Motif", "Motif du choix"),
        en=("Reason",),
        ar=("السبب",),
    ),
)

STATEMENTS: Final = Kind(
    name="statements",
    fields=FIELDS,
    signatures=(frozenset({"measure", "value", "source"}),),
)
