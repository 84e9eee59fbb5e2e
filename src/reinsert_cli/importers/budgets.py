"""Headquarters' budget sheet: an envelope a row, with the convention that feeds it; or a convention alone."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from reinsert_cli.importers import cells
from reinsert_cli.importers.fields import Field, Kind
from reinsert_cli.importers.places import CONVENTION, ENVELOPE, FISCAL_YEAR, PROGRAMME

FIELDS: Final = (
    ENVELOPE,
    replace(PROGRAMME, required=True),
    FISCAL_YEAR,
    Field(
        "funder",
        cells.text,
        fr=("Bailleur", "Bailleur de fonds", "Source de financement", "Financeur"),
        en=("Funder",),
        ar=("الممول", "الجهة الممولة", "مصدر التمويل"),
    ),
    Field(
        "amount",
        cells.amount,
        fr=("Montant", "Montant alloué", "Budget", "Dotation", "Crédits"),
        en=("Amount",),
        ar=("المبلغ", "الاعتماد", "المبلغ المرصود"),
    ),
    CONVENTION,
    Field(
        "convention_amount",
        cells.amount,
        fr=("Montant de la convention", "Montant convention"),
        en=("Convention amount",),
        ar=("مبلغ الاتفاقية",),
    ),
    Field(
        "partners",
        cells.texts,
        fr=("Partenaires", "Partenaire"),
        en=("Partners", "Partner"),
        ar=("الشركاء", "الشريك"),
    ),
    Field(
        "regions",
        cells.regions,
        fr=("Région", "Régions"),
        en=("Region", "Regions"),
        ar=("الجهة", "الجهات"),
    ),
    Field(
        "target",
        cells.whole,
        fr=("Cible", "Cible (bénéficiaires)", "Effectif cible", "Bénéficiaires prévus"),
        en=("Target",),
        ar=("العدد المستهدف", "المستفيدون المستهدفون"),
    ),
    Field(
        "starts_on",
        cells.a_date,
        fr=("Du", "Début", "Date de début"),
        en=("From", "Start"),
        ar=("من", "تاريخ البداية"),
    ),
    Field(
        "ends_on",
        cells.a_date,
        fr=("Au", "Fin", "Date de fin"),
        en=("To", "End"),
        ar=("إلى", "تاريخ النهاية"),
    ),
)

BUDGETS: Final = Kind(
    name="budgets",
    fields=FIELDS,
    signatures=(
        frozenset({"envelope", "programme", "fiscal_year", "funder", "amount"}),
        frozenset({"convention", "programme", "convention_amount"}),
    ),
)
