"""Headquarters' press review: a row a figure that a source declares of a batch, an envelope or a convention."""

from __future__ import annotations

from typing import Final

from reinsert_cli.importers import cells
from reinsert_cli.importers.fields import Field, Kind
from reinsert_cli.importers.places import BATCH, CONVENTION, ENVELOPE

FIELDS: Final = (
    BATCH,
    ENVELOPE,
    CONVENTION,
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
