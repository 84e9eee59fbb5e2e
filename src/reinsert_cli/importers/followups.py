"""A centre's sheet of follow-up: a visit to a project, or a step of a person's pathway, a row."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from reinsert_cli.domain.language import N_
from reinsert_cli.importers import cells, visit_cells
from reinsert_cli.importers.distributions import DISTRIBUTIONS
from reinsert_cli.importers.fields import Field, Kind, spelt

_CODES: Final = frozenset(spelt("Code · Code bénéficiaire · Beneficiary code · رمز المستفيد"))

_OURS: Final = N_("The code that we gave; leave it as it is.")


def _but_codes(field: Field) -> Field:
    """Give a field without the headings that mean our own codes here."""
    fr, en, ar = (tuple(said for said in told if said not in _CODES) for told in (field.fr, field.en, field.ar))
    return replace(field, fr=fr, en=en, ar=ar)


FIELDS: Final = (
    Field(
        "beneficiary",
        cells.pseudonym,
        fr=spelt("Code bénéficiaire · Code du bénéficiaire · Code · Code personne · Pseudonyme"),
        en=spelt("Beneficiary code · Person code"),
        ar=spelt("رمز المستفيد · رمز المستفيدة · الرمز"),
        note=_OURS,
    ),
    *(
        _but_codes(DISTRIBUTIONS.by_key[key])
        for key in (
            "file_number",
            "centre",
            "family_name",
            "given_name",
            "full_name",
            "name_arabic",
            "cin",
            "birth_date",
        )
    ),
    Field(
        "project",
        cells.pseudonym,
        fr=spelt("Code projet · Code du projet · N° projet · Projet"),
        en=spelt("Project code · Project"),
        ar=spelt("رمز المشروع · رقم المشروع · المشروع"),
        note=_OURS,
    ),
    Field(
        "task",
        visit_cells.task,
        fr=spelt(
            "À faire · Visite · Étape · Action · Échéance de suivi · Type de visite · Jalon · Nature du suivi · "
            "Visite ou étape · Période de suivi"
        ),
        en=spelt("To do · Visit · Step · Milestone · Visit or step"),
        ar=spelt("المطلوب · الزيارة · المرحلة · نوع الزيارة · ما يجب القيام به · الزيارة أو المرحلة"),
    ),
    Field(
        "due_on",
        cells.a_date,
        fr=spelt("Prévu le · Prévue le · Date prévue · Échéance · Date d'échéance"),
        en=spelt("Due on · Due date · Planned on"),
        ar=spelt("التاريخ المرتقب · التاريخ المتوقع · الموعد · تاريخ الاستحقاق"),
    ),
    Field(
        "done_on",
        cells.a_date,
        fr=spelt(
            "Fait le · Faite le · Date de visite · Date de la visite · Date de réalisation · Réalisé le · "
            "Date de suivi · Date du suivi"
        ),
        en=spelt("Done on · Visit date · Visited on · Date of visit"),
        ar=spelt("أنجز في · أنجز بتاريخ · تاريخ الزيارة · تاريخ الإنجاز · تاريخ التتبع · تاريخ المتابعة"),
        weak=spelt("Date · التاريخ"),
    ),
    Field(
        "result",
        visit_cells.result,
        fr=spelt(
            "Résultat · Résultat de la visite · Résultat du suivi · État du projet · Situation du projet · "
            "Statut du projet · Constat · Issue · Suite"
        ),
        en=spelt("Result · State of the project · Project status · Outcome"),
        ar=spelt("النتيجة · وضعية المشروع · حالة المشروع · نتيجة الزيارة · نتيجة التتبع"),
        weak=spelt("État · Statut · Status · State · Situation · الحالة · الوضعية"),
    ),
    Field(
        "closed_on",
        cells.a_date,
        fr=spelt("Fermé le · Date de fermeture · Arrêté le · Date d'arrêt · Date de cessation"),
        en=spelt("Closed on · Closing date"),
        ar=spelt("أغلق في · تاريخ الإغلاق · تاريخ التوقف · توقف في"),
    ),
    Field(
        "closing",
        visit_cells.closing,
        fr=spelt(
            "Motif · Motif de fermeture · Motif d'arrêt · Cause · Raison · Raison de la fermeture · Cause d'arrêt"
        ),
        en=spelt("Reason · Reason of closing · Cause"),
        ar=spelt("السبب · سبب الإغلاق · سبب التوقف"),
    ),
    Field(
        "income",
        cells.amount,
        fr=spelt("Revenu mensuel · Revenu · Revenu net mensuel · Revenus · Bénéfice mensuel · Gain mensuel"),
        en=spelt("Monthly income · Income"),
        ar=spelt("الدخل الشهري · الدخل · الربح الشهري · المدخول · المدخول الشهري"),
    ),
    Field(
        "jobs",
        cells.whole,
        fr=spelt("Emplois · Emplois créés · Nombre d'emplois · Nombre d'emplois créés · Effectif"),
        en=spelt("Jobs · Jobs created · Number of jobs"),
        ar=spelt("مناصب الشغل · عدد مناصب الشغل · عدد العاملين"),
    ),
)

WHO: Final = (
    "beneficiary", "project", "cin", "file_number", "full_name", "family_name", "name_arabic",
)  # fmt: skip
SAID: Final = ("result", "closed_on", "closing", "income", "jobs")
"""What a row may say of a visit or step that took place."""

FOLLOWUPS: Final = Kind(
    name="followups",
    fields=FIELDS,
    signatures=tuple(frozenset({"done_on", "result", who}) for who in WHO),
    happened=("done_on", *SAID),
)
