"""The columns of a pathway's steps: one for each step, what it says, and one for its day where that stands apart."""

from __future__ import annotations

from typing import Final

from reinsert_cli.domain.vocabulary import STEPS
from reinsert_cli.importers import cells
from reinsert_cli.importers.fields import Field, Read, spelt
from reinsert_cli.importers.step_cells import a_step

_HEADINGS: Final[dict[str, tuple[str, str, str]]] = {
    "diagnosis": (
        "Diagnostic · Diagnostic commun · Diagnostic conjoint · Diagnostic initial · Diagnostic partagé",
        "Diagnosis · Joint diagnosis",
        "التشخيص · التشخيص المشترك · التشخيص الأولي · مقابلة التشخيص",
    ),
    "behaviour": (
        "Accompagnement comportemental · Suivi comportemental · Accompagnement psychologique · Suivi psychologique",
        "Behavioural support · Behavioural follow-up",
        "المواكبة السلوكية · التتبع السلوكي · المصاحبة السلوكية · المواكبة النفسية",
    ),
    "social": (
        "Accompagnement social · Suivi social · Enquête sociale",
        "Social support · Social follow-up",
        "المواكبة الاجتماعية · التتبع الاجتماعي · المصاحبة الاجتماعية · البحث الاجتماعي",
    ),
    "administrative": (
        "Accompagnement administratif · Suivi administratif · Démarches administratives",
        "Administrative support · Administrative follow-up",
        "المواكبة الإدارية · التتبع الإداري · المصاحبة الإدارية",
    ),
    "judicial": (
        "Accompagnement judiciaire · Suivi judiciaire · Accompagnement juridique · Suivi juridique",
        "Judicial support · Judicial follow-up · Legal support",
        "المواكبة القضائية · التتبع القضائي · المصاحبة القضائية · المواكبة القانونية",
    ),
    "health": (
        "Accompagnement sanitaire · Suivi sanitaire · Suivi médical · Accompagnement médical",
        "Health support · Health follow-up · Medical follow-up",
        "المواكبة الصحية · التتبع الصحي · المصاحبة الصحية · التتبع الطبي",
    ),
    "training": (
        "Formation · Formation professionnelle · Formation qualifiante",
        "Training · Vocational training",
        "التكوين · التكوين المهني · التدريب",
    ),
    "life_project": (
        "Projet de vie · Projet de vie individuel · Projet individuel · Projet individuel de vie",
        "Life project · Individual life project",
        "مشروع الحياة · المشروع الفردي · مشروع الحياة الفردي · المشروع الشخصي",
    ),
    "feasibility": (
        "Étude de faisabilité · Faisabilité · Étude du projet · Étude technique",
        "Feasibility · Feasibility study",
        "دراسة الجدوى · الجدوى · دراسة المشروع",
    ),
    "committee": (
        "Comité · Décision du comité · Avis du comité · Commission · Avis de la commission · Décision · Avis",
        "Committee · Committee decision · Decision",
        "اللجنة · قرار اللجنة · رأي اللجنة · القرار · لجنة الانتقاء",
    ),
}
"""The headings of each step in French, English and Arabic, the usual one first."""

_DAYS: Final[dict[str, tuple[str, str, str]]] = {
    "diagnosis": ("Date du diagnostic · Diagnostiqué le", "Diagnosis date · Date of diagnosis", "تاريخ التشخيص"),
    "behaviour": (
        "Date de l'accompagnement comportemental · Date du suivi comportemental",
        "Behavioural support date",
        "تاريخ المواكبة السلوكية · تاريخ التتبع السلوكي",
    ),
    "social": (
        "Date de l'accompagnement social · Date du suivi social · Date de l'enquête sociale",
        "Social support date",
        "تاريخ المواكبة الاجتماعية · تاريخ البحث الاجتماعي",
    ),
    "administrative": (
        "Date de l'accompagnement administratif · Date du suivi administratif",
        "Administrative support date",
        "تاريخ المواكبة الإدارية",
    ),
    "judicial": (
        "Date de l'accompagnement judiciaire · Date du suivi judiciaire",
        "Judicial support date",
        "تاريخ المواكبة القضائية",
    ),
    "health": (
        "Date de l'accompagnement sanitaire · Date du suivi médical · Date du suivi sanitaire",
        "Health support date",
        "تاريخ المواكبة الصحية · تاريخ التتبع الطبي",
    ),
    "training": (
        "Date de formation · Date de la formation · Date de fin de formation · Fin de formation · Formé le",
        "Training date · Date of training · End of training",
        "تاريخ التكوين · تاريخ نهاية التكوين",
    ),
    "life_project": ("Date du projet de vie", "Life project date", "تاريخ مشروع الحياة"),
    "feasibility": (
        "Date de l'étude de faisabilité · Date de faisabilité",
        "Feasibility date · Date of the feasibility study",
        "تاريخ دراسة الجدوى",
    ),
    "committee": (
        "Date du comité · Date de la commission · Date de la décision · Date de décision · Passage en commission",
        "Committee date · Date of decision · Decision date",
        "تاريخ اللجنة · تاريخ انعقاد اللجنة · تاريخ القرار",
    ),
}
"""The headings of a column that says only when."""


def on(kind: str) -> str:
    """Give the key of the column that says when a step was taken."""
    return f"{kind}_on"


def _field(key: str, read: Read, said: tuple[str, str, str]) -> Field:
    fr, en, ar = map(spelt, said)
    return Field(key, read, fr, en, ar)


STEP_FIELDS: Final = tuple(_field(kind, a_step, _HEADINGS[kind]) for kind in STEPS)
STEP_DAYS: Final = tuple(_field(on(kind), cells.a_date, _DAYS[kind]) for kind in STEPS)
DAY_OF_ALL: Final = Field(
    "steps_on",
    cells.a_date,
    fr=spelt("Date de l'étape · Date des étapes · Date du suivi · Date de l'entretien"),
    en=spelt("Step date · Date of the step"),
    ar=spelt("تاريخ المرحلة · تاريخ المراحل · تاريخ التتبع"),
    weak=spelt("Date · التاريخ"),
)
"""When the steps were taken that a row says were, where their cells have no day."""
