"""A centre's distribution sheet: the person, the project and the amount in one row."""

from __future__ import annotations

from typing import Final

from reinsert_cli.importers import cells
from reinsert_cli.importers.fields import Field, Kind
from reinsert_cli.importers.places import BATCH, ENVELOPE

FIELDS: Final = (
    Field(
        "file_number",
        cells.text,
        fr=("N° dossier", "N° de dossier", "Numéro de dossier", "Dossier"),
        en=("File number", "File no"),
        ar=("رقم الملف", "الملف", "ر.م"),
    ),
    Field(
        "family_name",
        cells.text,
        fr=("Nom", "Nom de famille"),
        en=("Family name", "Last name", "Surname"),
        ar=("الاسم العائلي", "النسب", "اللقب"),
    ),
    Field(
        "given_name",
        cells.text,
        fr=("Prénom", "Prénoms"),
        en=("Given name", "First name"),
        ar=("الاسم الشخصي", "الاسم"),
    ),
    Field(
        "full_name",
        cells.text,
        fr=(
            "Nom et prénom",
            "Nom et prénoms",
            "Noms et prénoms",
            "Nom prénom",
            "Nom prénoms",
            "Prénom et nom",
            "Nom complet",
            "Nom & prénom",
            "Bénéficiaire",
        ),
        en=("Full name", "Name", "Beneficiary"),
        ar=("الاسم الكامل", "الاسم والنسب", "الاسم العائلي والشخصي", "المستفيد", "اسم المستفيد"),
    ),
    Field(
        "name_arabic",
        cells.text,
        fr=("Nom en arabe", "Nom arabe", "Nom et prénom en arabe"),
        en=("Arabic name",),
        ar=("الاسم بالعربية",),
    ),
    Field(
        "cin",
        cells.cin,
        fr=("CIN", "C.I.N.", "N° CIN", "CNIE", "N° CNIE", "CNI", "N° CNI", "Carte nationale", "Carte d'identité"),
        en=("CIN", "National card", "ID card"),
        ar=(
            "ر.ب.و",
            "ب.و.ت",
            "ر.ب.و.ت",
            "رقم البطاقة الوطنية",
            "البطاقة الوطنية",
            "رقم ب.و.ت",
            "ب.ت.و",
            "رقم ب.ت.و",
            "رقم البطاقة الوطنية للتعريف",
        ),
    ),
    Field(
        "birth_date",
        cells.birth_date,
        fr=("Date de naissance", "Né le", "Né(e) le", "Naissance", "DDN"),
        en=("Birth date", "Date of birth"),
        ar=("تاريخ الازدياد", "تاريخ الميلاد", "ت.الازدياد"),
    ),
    Field(
        "sex",
        cells.sex,
        fr=("Sexe", "Genre"),
        en=("Sex", "Gender"),
        ar=("الجنس", "النوع"),
    ),
    Field(
        "phone",
        cells.text,
        fr=("Téléphone", "Tél", "GSM", "N° de téléphone"),
        en=("Phone",),
        ar=("الهاتف", "رقم الهاتف"),
    ),
    Field(
        "province",
        cells.province,
        fr=("Préfecture / Province", "Province", "Préfecture", "Préfecture ou province", "Province de résidence"),
        en=("Prefecture or province",),
        ar=("العمالة أو الإقليم", "الإقليم", "العمالة", "العمالة/الإقليم"),
    ),
    Field(
        "centre",
        cells.centre,
        fr=("Centre", "Centre d'accompagnement"),
        en=("Centre", "Accompaniment centre"),
        ar=("المركز", "مركز المصاحبة"),
    ),
    Field(
        "disabled",
        cells.yes_no,
        fr=("Situation de handicap", "Handicap", "Handicapé", "En situation de handicap"),
        en=("Disability", "Disabled"),
        ar=("إعاقة", "الإعاقة", "وضعية إعاقة", "في وضعية إعاقة"),
    ),
    Field(
        "special_category",
        cells.yes_no,
        fr=("Catégorie particulière",),
        en=("Special category",),
        ar=("فئة خاصة", "الفئة الخاصة"),
    ),
    Field(
        "activity",
        cells.text,
        fr=("Activité", "Projet", "Intitulé du projet", "Activité du projet", "AGR"),
        en=("Activity", "Project"),
        ar=("النشاط", "المشروع", "نوع المشروع", "نشاط المشروع"),
    ),
    Field(
        "sector",
        cells.sector,
        fr=("Secteur", "Secteur d'activité"),
        en=("Sector",),
        ar=("القطاع", "قطاع النشاط"),
    ),
    Field(
        "kind",
        cells.line_kind,
        fr=("Nature de l’appui", "Nature", "Type d'appui", "Nature de l'aide", "Forme d'appui", "Type de soutien"),
        en=("Support", "Kind of support"),
        ar=("نوع الدعم", "طبيعة الدعم"),
    ),
    Field(
        "label",
        cells.text,
        fr=("Désignation", "Équipement", "Équipements", "Matériel", "Article", "Libellé"),
        en=("Item", "Description"),
        ar=("التعيين", "التجهيزات", "المعدات", "البيان"),
    ),
    Field(
        "amount",
        cells.exact_amount,
        required=True,
        fr=(
            "Montant",
            "Montant total",
            "Coût",
            "Valeur",
            "Montant de l'appui",
            "Montant du projet",
            "Coût du projet",
            "Coût total",
        ),
        en=("Amount",),
        ar=("المبلغ", "المبلغ الإجمالي", "القيمة", "الكلفة", "قيمة الدعم", "مبلغ الدعم"),
    ),
    ENVELOPE,
    BATCH,
)

DISTRIBUTIONS: Final = Kind(
    name="distributions",
    fields=FIELDS,
    signatures=tuple(
        frozenset({"amount", who}) for who in ("cin", "full_name", "family_name", "file_number", "name_arabic")
    ),
)
