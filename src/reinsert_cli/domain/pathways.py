"""The words of a person's pathway: its steps and how they end, as people write them in three languages."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from difflib import get_close_matches
from typing import Final

from reinsert_cli.domain.faults import Fault
from reinsert_cli.domain.language import listed
from reinsert_cli.domain.text import fold
from reinsert_cli.domain.vocabulary import DOCUMENTS, OUTCOMES, STEPS, label

_NEAR: Final = 0.6
_STOPS: Final = frozenset(fold("l le la les d de du des un une et à au aux the of a and في من").split())
_STEP_WORDS: Final = {
    "diagnosis": ("diagnostic", "diagnostic conjoint", "diagnostic initial", "joint diagnosis",
                  "تشخيص", "التشخيص المشترك", "التشخيص الأولي"),
    "behaviour": ("comportement", "comportemental", "accompagnement comportemental", "suivi comportemental",
                  "behavioural", "behavioural support", "behavior", "السلوك", "المواكبة السلوكية", "التتبع السلوكي"),
    "social": ("accompagnement social", "suivi social", "social support",
               "اجتماعي", "المواكبة الاجتماعية", "التتبع الاجتماعي"),
    "administrative": ("administratif", "accompagnement administratif", "suivi administratif",
                       "administrative support", "إداري", "المواكبة الإدارية", "التتبع الإداري"),
    "judicial": ("judiciaire", "juridique", "accompagnement judiciaire", "suivi judiciaire", "judicial support",
                 "legal support", "قضائي", "المواكبة القضائية", "التتبع القضائي", "المواكبة القانونية"),
    "health": ("santé", "médical", "accompagnement sanitaire", "suivi médical", "suivi sanitaire", "health support",
               "صحة", "المواكبة الصحية", "التتبع الصحي"),
    "training": ("formation", "formation professionnelle", "stage de formation", "vocational training",
                 "تكوين", "التكوين المهني", "التدريب"),
    "life_project": ("projet de vie", "projet de vie individuel", "projet individuel", "life project",
                     "individual life project", "مشروع الحياة", "مشروع حياة", "مشروع الحياة الفردي"),
    "feasibility": ("faisabilité", "étude de faisabilité", "étude technico-économique", "feasibility study",
                    "الجدوى", "دراسة الجدوى", "دراسة جدوى"),
    "committee": ("comité", "décision du comité", "commission", "passage en comité", "avis du comité",
                  "committee decision", "لجنة", "قرار اللجنة", "موافقة اللجنة"),
}  # fmt: skip
_OUTCOME_WORDS: Final = {
    "favourable": ("favorable", "favorables", "accepté", "acceptée", "validé", "validée", "achevé", "achevée",
                   "terminé", "terminée", "fait", "accepted", "done", "إيجابي", "إيجابية", "موافق", "مقبول", "مقبولة",
                   "موافقة", "منجز"),
    "unfavourable": ("défavorable", "unfavorable", "refusé", "refusée", "rejeté", "rejetée", "rejected", "refused",
                     "سلبي", "سلبية", "مرفوض", "مرفوضة", "رفض"),
    "postponed": ("reporté", "reportée", "ajourné", "ajournée", "différé", "delayed", "مؤجل", "مؤجلة", "تأجيل"),
    "abandoned": ("abandonné", "abandonnée", "abandon", "dropped", "متخلى عنه", "تخلى", "انقطاع", "منقطع"),
}  # fmt: skip
_DOCUMENT_WORDS: Final = {
    "quotation": ("devis", "facture proforma", "proforma", "quote", "عرض أثمان", "عرض الأثمان", "بيان أثمان"),
    "order": ("bon de commande", "commande", "purchase order", "سند الطلب", "طلبية"),
    "delivery_note": ("bon de livraison", "livraison", "delivery note", "سند التسليم", "وصل التسليم"),
    "invoice": ("facture", "bill", "فاتورة"),
    "minutes": ("procès-verbal", "PV", "procès-verbal de remise", "minutes of handover", "محضر", "محضر تسليم"),
    "receipt": ("décharge", "reçu", "وصل", "وصل تسلم", "إبراء"),
    "undertaking": ("engagement", "lettre d'engagement", "commitment", "التزام", "الالتزام", "تعهد"),
}  # fmt: skip


def read_step(printed: str) -> str | Fault:
    """Read a step by its code or its words: ``Étude de faisabilité`` is ``feasibility``. Fault ``step.unknown``."""
    return _read(printed, STEPS, _STEP_WORDS, "step", "step.unknown")


def read_outcome(printed: str) -> str | Fault:
    """Read how a step ended: ``Favorable`` is ``favourable``. Fault ``outcome.unknown``."""
    return _read(printed, OUTCOMES, _OUTCOME_WORDS, "outcome", "outcome.unknown")


def read_document(printed: str) -> str | Fault:
    """Read the kind of a paper: ``Facture`` is ``invoice``. Fault ``document_kind.unknown``."""
    return _read(printed, DOCUMENTS, _DOCUMENT_WORDS, "document", "document_kind.unknown")


def in_order(steps: Iterable[str]) -> list[str]:
    """Give steps in their usual order."""
    return sorted(set(steps), key=STEPS.index)


def _read(
    printed: str, codes: Iterable[str], words: Mapping[str, Iterable[str]], noun: str, unknown: str
) -> str | Fault:
    known = {_key(word): code for code in codes for word in (code, *words[code], label(f"{noun}.{code}"))}
    key = _key(printed)
    if key in known:
        return known[key]
    near = dict.fromkeys(known[word] for word in get_close_matches(key, known, 3, _NEAR))
    return Fault(unknown, {"near": listed(label(f"{noun}.{code}") for code in near or codes)})


def _key(words: str) -> str:
    """Fold words without articles, the Arabic one included."""
    return " ".join(word.removeprefix("ال") for word in fold(words).split() if word not in _STOPS)
