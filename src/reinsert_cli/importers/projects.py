"""A list of projects: the person, the project, and one of its costs in each row."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from reinsert_cli.importers import cells
from reinsert_cli.importers.distributions import DISTRIBUTIONS
from reinsert_cli.importers.fields import Field, Kind, spelt
from reinsert_cli.importers.people_fields import CODE, PEOPLE
from reinsert_cli.importers.places import PROGRAMME

_SHARED: Final = DISTRIBUTIONS.by_key

FIELDS: Final = (
    CODE,
    *PEOPLE,
    PROGRAMME,
    Field(
        "project",
        cells.pseudonym,
        fr=spelt("Code du projet · Code projet · N° du projet · Numéro du projet · Réf. projet · Référence du projet"),
        en=spelt("Project code · Project number"),
        ar=spelt("رمز المشروع · رقم المشروع · مرجع المشروع"),
    ),
    Field(
        "project_kind",
        cells.project_kind,
        fr=spelt(
            "Forme du projet · Individuel ou collectif · Individuel / Collectif · Forme juridique · Statut juridique · "
            "Catégorie de projet · Catégorie du projet · Type de porteur"
        ),
        en=spelt("Kind of project · Legal form"),
        ar=spelt("شكل المشروع · صنف المشروع · الشكل القانوني · فئة المشروع"),
    ),
    Field(
        "name",
        cells.text,
        fr=spelt("Raison sociale · Dénomination · Enseigne · Nom commercial · Nom de l'entreprise"),
        en=spelt("Business name · Trade name"),
        ar=spelt("الاسم التجاري · اسم المقاولة · تسمية المقاولة"),
    ),
    Field(
        "cooperative",
        cells.text,
        fr=spelt("Nom de la coopérative · Coopérative · Nom du groupement · Groupement · GIE"),
        en=spelt("Name of the cooperative · Cooperative"),
        ar=spelt("اسم التعاونية · التعاونية · اسم المجموعة"),
    ),
    _SHARED["activity"],
    _SHARED["sector"],
    Field(
        "own_contribution",
        cells.contribution,
        fr=spelt(
            "Apport personnel · Apport propre · Apport · Apport du bénéficiaire · Contribution du bénéficiaire · "
            "Contribution personnelle · Participation du bénéficiaire · Autofinancement"
        ),
        en=spelt("Own contribution · Personal contribution"),
        ar=spelt("المساهمة الشخصية · مساهمة المستفيد · المساهمة الذاتية · التمويل الذاتي"),
    ),
    _SHARED["kind"],
    _SHARED["label"],
    Field(
        "quantity",
        cells.whole,
        fr=spelt("Quantité · Qté · Qte · Nombre d'unités · Quantités"),
        en=spelt("Quantity · Qty"),
        ar=spelt("الكمية · العدد"),
    ),
    Field(
        "unit_price",
        cells.exact_amount,
        fr=spelt("Prix unitaire · PU · P.U. · Prix à l'unité · Coût unitaire · Montant unitaire"),
        en=spelt("Unit price · Unit cost"),
        ar=spelt("ثمن الوحدة · الثمن الفردي · السعر الفردي · سعر الوحدة · الثمن الأحادي"),
    ),
    replace(_SHARED["amount"], required=False),
    Field(
        "supplier",
        cells.text,
        fr=spelt("Fournisseur · Nom du fournisseur · Fournisseur retenu"),
        en=spelt("Supplier"),
        ar=spelt("الممون · المورد · اسم الممون"),
    ),
    Field(
        "invoice",
        cells.text,
        fr=spelt("N° de facture · Facture · Facture n° · Référence de la facture"),
        en=spelt("Invoice · Invoice number"),
        ar=spelt("رقم الفاتورة · الفاتورة · مرجع الفاتورة"),
    ),
    Field(
        "serial",
        cells.text,
        fr=spelt("N° de série · Numéro de série · Série"),
        en=spelt("Item serial number · Machine serial number"),
        ar=spelt("الرقم التسلسلي للجهاز · رقم السلسلة · رقم الجهاز"),
    ),
)

_NAMED_BY: Final = ("full_name", "cin", "family_name", "name_arabic", "file_number", "beneficiary")
_NAMING: Final = ("activity", "project", "cooperative", "name")

PROJECTS: Final = Kind(
    name="projects",
    fields=FIELDS,
    signatures=tuple(frozenset({who, what}) for what in _NAMING for who in _NAMED_BY),
    told_by=frozenset({"unit_price", "own_contribution", "project", "project_kind", "cooperative", "programme"}),
    is_before_handover=True,
)
