"""Headings of columns that no ledger keeps, so that they are passed over knowingly and never taken for another."""

from __future__ import annotations

from typing import Final, Literal

from reinsert_cli.importers.wording import key, words

LeftOut = Literal["number", "not_kept", "asked"]
"""Why a heading that is understood names no field: a running number, not kept, an amount asked for but not given."""

_NUMBERS: Final = (
    "N°", "N° ordre", "N° d'ordre", "Numéro d'ordre", "Ordre", "Rang", "N° séquentiel", "Index", "Row", "Serial number",
    "S/N", "رقم", "ر.ت", "ر ت", "رت", "رقم ترتيبي", "الرقم الترتيبي", "الرقم التسلسلي", "رقم التسلسل", "الترتيب",
    "الرتبة", "ت", "عدد ترتيبي", "الرقم الرتبي", "رقم الترتيب", "ع.ر", "ر/ت",
)  # fmt: skip
_NOT_KEPT: Final = (
    "Observations", "Observation", "Remarques", "Commentaires", "Notes", "Divers", "Mention", "Comments", "Remarks",
    "ملاحظات", "الملاحظات", "ملاحظة", "ملحوظات", "إضافات",
    "Adresse", "Adresse complète", "Adresse personnelle", "Adresse actuelle", "Domicile", "Address", "Home address",
    "العنوان", "عنوان السكن", "محل السكنى", "السكن", "عنوان الإقامة", "العنوان الشخصي",
    "Commune", "Commune de résidence", "Commune urbaine", "Commune rurale", "Commune / Arrondissement", "CT", "CU/CR",
    "Quartier", "Douar", "Cercle", "Caïdat", "Annexe administrative", "Code postal", "Pachalik", "Arrondissement",
    "Municipality", "الجماعة", "الجماعة الترابية", "جماعة الإقامة", "الحي", "الدوار", "القيادة", "الدائرة", "الباشوية",
    "Région", "Région de résidence", "Region", "الجهة", "Pays", "Nationalité", "Nationality", "الجنسية",
    "Lieu de naissance", "Né(e) à", "Place of birth", "مكان الازدياد", "مكان الميلاد", "محل الازدياد",
    "Signature", "Émargement", "Signature du bénéficiaire", "Signature et cachet", "Visa", "Cachet", "Empreinte",
    "Émargement du bénéficiaire", "Reçu", "Accusé de réception", "التوقيع", "توقيع المستفيد", "الإمضاء", "إمضاء",
    "توقيع", "البصمة", "التأشيرة",
    "Âge", "Age", "العمر", "السن", "Tranche d'âge",
    "Niveau d'instruction", "Niveau scolaire", "Niveau d'études", "Niveau", "Scolarité", "Diplôme", "Education",
    "المستوى الدراسي", "المستوى التعليمي", "المستوى", "الشهادة", "الدبلوم",
    "Situation familiale", "État civil", "État matrimonial", "Situation matrimoniale", "Nombre d'enfants", "Enfants",
    "Marital status", "الحالة العائلية", "الوضعية العائلية", "الحالة المدنية", "عدد الأطفال",
    "Profession", "Métier", "Qualification", "Compétence", "Occupation", "المهنة", "الحرفة", "المؤهل",
    "Date de libération", "Libéré le", "Date de sortie", "Date d'élargissement", "Release date", "تاريخ الإفراج",
    "تاريخ الخروج", "تاريخ مغادرة السجن",
    "Établissement pénitentiaire", "Prison", "N° écrou", "Écrou", "Peine", "Durée de la peine", "Infraction", "Délit",
    "Motif d'incarcération", "Nature du délit", "Crime", "Offence", "Sentence", "المؤسسة السجنية", "السجن",
    "رقم الاعتقال", "الجريمة", "التهمة", "الجنحة", "العقوبة", "مدة العقوبة", "نوع الجريمة", "مدة الحكم",
    "RIB", "N° de compte", "Compte bancaire", "Banque", "Agence", "الحساب البنكي", "رقم الحساب", "البنك",
    "E-mail", "Email", "Courriel", "البريد الإلكتروني", "Photo", "الصورة",
    "N° de facture", "Facture", "Fournisseur", "N° de chèque", "N° du bon", "N° BL", "الممون", "المورد", "رقم الفاتورة",
    "Quantité", "Qté", "Prix unitaire", "PU", "Unité", "P.U", "Quantity", "Unit price", "الكمية", "ثمن الوحدة", "العدد",
    "Date", "Date de remise", "Date d'accord", "Date d'octroi", "Date de dépôt", "التاريخ", "تاريخ التسليم",
    "Statut", "État", "Avis", "Avis de la commission", "Décision", "Status", "رأي اللجنة", "القرار", "الحالة",
    "Forme juridique", "Raison sociale", "Coopérative", "Formation", "Formation suivie", "Type de handicap",
    "Nature du handicap", "التكوين", "نوع الإعاقة", "Emplois créés", "Nombre d'emplois", "مناصب الشغل",
)  # fmt: skip
_ASKED: Final = frozenset(
    words("demandé demandée demandés sollicité sollicitée proposé proposée estimé estimée estimatif estimative"
          " prévisionnel prévisionnelle prévu prévue souhaité souhaitée requis requise plafond reste restant solde"
          " apport personnel remboursement requested asked proposed estimated"
          " المطلوب المطلوبة المقترح المقترحة التقديري التقديرية المتوقع المتبقي الباقي المساهمة الشخصية")
)  # fmt: skip
"""Words that make of an amount one that was not given."""
_OF_OTHERS: Final = frozenset(
    words("conjoint conjointe époux épouse père mère tuteur tutrice garant mandataire formateur formatrice"
          " encadrant encadrante responsable directeur fournisseur parent libération sortie écrou"
          " incarcération détention délivrance validité expiration dépôt spouse father mother guardian"
          " الزوج الزوجة الأب الأم الولي المؤطر المسؤول المكون الإفراج الخروج الاعتقال الإيداع الممون")
)  # fmt: skip
"""Words that make of a name, a number or a date that of somebody, or of something, else."""

_MONEY: Final = frozenset(
    words("montant prix coût valeur somme budget dh dhs mad amount price cost value"
          " المبلغ مبلغ القيمة قيمة الثمن ثمن الكلفة التكلفة كلفة درهم")
)  # fmt: skip

_NUMBER_KEYS: Final = frozenset(map(key, _NUMBERS))
_NOT_KEPT_KEYS: Final = frozenset(map(key, _NOT_KEPT))


def turned_away(text: str) -> LeftOut | None:
    """Tell whether a group heading keeps what stands under it from being the person's or the amount given."""
    said = set(words(text))
    if said & _ASKED:
        return "asked"
    return "not_kept" if said & _OF_OTHERS else None


def speaks_of_money(text: str) -> bool:
    """Tell whether a heading is one of amounts, whatever they are of: given, asked for, or not understood."""
    return not _MONEY.isdisjoint(words(text))


def left_out(text: str) -> LeftOut | None:
    """Tell why a heading names no field, where that is understood."""
    wording = key(text)
    if not wording or wording in _NUMBER_KEYS:
        return "number"
    return "not_kept" if wording in _NOT_KEPT_KEYS else turned_away(text)
