"""The words of a person's pathway: its steps and how they end, as people write them in three languages."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from difflib import get_close_matches
from functools import cache
from typing import Final

from reinsert_cli.domain.faults import Fault
from reinsert_cli.domain.language import listed
from reinsert_cli.domain.text import fold
from reinsert_cli.domain.vocabulary import STEPS, label, labels_of

_NEAR: Final = 0.6
_STOPS: Final = frozenset(fold("l le la les d de du des un une et à au aux the of a and في من").split())
Words = Mapping[str, str]
"""For each term, the words that mean it, with points between."""

STEP_WORDS: Final[Words] = {
    "diagnosis": "diagnostic · diagnostic conjoint · diagnostic initial · joint diagnosis · diagnostic partagé · "
    "تشخيص · التشخيص المشترك · التشخيص الأولي",
    "behaviour": "comportement · comportemental · accompagnement comportemental · suivi comportemental · "
    "behavioural · behavioural support · behavior · السلوك · المواكبة السلوكية · التتبع السلوكي · التأهيل السلوكي · "
    "السلوكي",
    "social": "accompagnement social · suivi social · social support · social · اجتماعي · المواكبة الاجتماعية · "
    "التتبع الاجتماعي",
    "administrative": "administratif · accompagnement administratif · suivi administratif · "
    "administrative support · papiers · إداري · المواكبة الإدارية · التتبع الإداري",
    "judicial": "judiciaire · juridique · accompagnement judiciaire · suivi judiciaire · judicial support · "
    "legal support · قضائي · المواكبة القضائية · التتبع القضائي · المواكبة القانونية",
    "health": "santé · médical · accompagnement sanitaire · suivi médical · suivi sanitaire · health support · "
    "sanitaire · صحة · المواكبة الصحية · التتبع الصحي · الصحي",
    "training": "formation · formation professionnelle · stage de formation · vocational training · stage · "
    "training · تكوين · التكوين المهني · التدريب",
    "life_project": "projet de vie · projet de vie individuel · projet individuel · life project · "
    "individual life project · مشروع الحياة · مشروع الحياة الفردي",
    "feasibility": "faisabilité · étude de faisabilité · étude technico-économique · feasibility study · "
    "feasibility · الجدوى · دراسة الجدوى",
    "committee": "comité · décision du comité · commission · passage en comité · avis du comité · "
    "committee decision · décision de la commission · committee · لجنة · قرار اللجنة · موافقة اللجنة",
}
OUTCOME_WORDS: Final[Words] = {
    "favourable": "favorable · favorables · accepté · acceptée · validé · validée · achevé · achevée · terminé · "
    "terminée · fait · accepted · done · acquis · réussi · réussie · accordé · effectué · positif · completed · "
    "passed · avis favorable · approuvé · approuvée · retenu · retenue · accordée · accord · favourable · "
    "approved · إيجابي · إيجابية · موافق · مقبول · مقبولة · موافقة · منجز · موافق عليه · ناجح · تم · أنجز · مكتمل · "
    "رأي إيجابي · قبول · بالقبول · مصادق عليه",
    "unfavourable": "défavorable · unfavorable · refusé · refusée · rejeté · rejetée · rejected · refused · échec · "
    "échoué · non favorable · négatif · non validé · failed · avis défavorable · refus · rejet · non retenu · "
    "non retenue · unfavourable · سلبي · سلبية · مرفوض · مرفوضة · رفض · غير موافق · غير موافق عليه · راسب · "
    "غير إيجابي · رأي سلبي · بالرفض · غير مقبول",
    "postponed": "reporté · reportée · ajourné · ajournée · différé · delayed · en attente · pending · différée · "
    "report · postponed · deferred · مؤجل · مؤجلة · تأجيل · تم التأجيل · في الانتظار · أجل · أجلت",
    "abandoned": "abandonné · abandonnée · abandon · dropped · désisté · désistement · dropped out · gave up · "
    "désistée · interrompu · interrompue · abandoned · متخلى عنه · تخلى · انقطاع · منقطع · منسحب · انسحاب · انسحب · "
    "تم التخلي · تخلت · انقطع · انقطعت",
}
DOCUMENT_WORDS: Final[Words] = {
    "quotation": "devis · facture proforma · proforma · quote · عرض أثمان · عرض الأثمان · بيان أثمان",
    "order": "bon de commande · commande · purchase order · سند الطلب · طلبية",
    "delivery_note": "bon de livraison · livraison · delivery note · سند التسليم · وصل التسليم",
    "invoice": "facture · bill · فاتورة",
    "minutes": "procès-verbal · PV · procès-verbal de remise · minutes of handover · محضر · محضر تسليم",
    "receipt": "décharge · reçu · وصل · وصل تسلم · إبراء",
    "undertaking": "engagement · lettre d'engagement · commitment · التزام · الالتزام · تعهد",
}

_NOUNS: Final = {"step": STEP_WORDS, "outcome": OUTCOME_WORDS, "document": DOCUMENT_WORDS}


def read_step(printed: str) -> str | Fault:
    """Read a step by its code or its words: ``Étude de faisabilité`` is ``feasibility``. Fault ``step.unknown``."""
    return _read(printed, "step", "step.unknown")


def read_outcome(printed: str) -> str | Fault:
    """Read how a step ended: ``Favorable`` is ``favourable``. Fault ``outcome.unknown``."""
    return _read(printed, "outcome", "outcome.unknown")


def read_document(printed: str) -> str | Fault:
    """Read the kind of a paper: ``Facture`` is ``invoice``. Fault ``document_kind.unknown``."""
    return _read(printed, "document", "document_kind.unknown")


def step_of(printed: str) -> str | None:
    """Give the step that words mean, None where they mean none."""
    return _known("step").get(_key(printed))


def outcome_of(printed: str) -> str | None:
    """Give how a step ended, as words say it, None where they say nothing of it."""
    return _known("outcome").get(_key(printed))


def in_order(steps: Iterable[str]) -> list[str]:
    """Give steps in their usual order."""
    return sorted(set(steps), key=STEPS.index)


def _read(printed: str, noun: str, unknown: str) -> str | Fault:
    known, key = _known(noun), _key(printed)
    if key in known:
        return known[key]
    near = dict.fromkeys(known[word] for word in get_close_matches(key, known, 3, _NEAR))
    return Fault(unknown, {"near": listed(label(f"{noun}.{code}") for code in near or _NOUNS[noun])})


@cache
def _known(noun: str) -> dict[str, str]:
    """Give the codes of a list by whatever means them: themselves, their words, their labels in every language."""
    return {
        _key(word): code
        for code, words in _NOUNS[noun].items()
        for word in (code, *words.split(" · "), *labels_of(f"{noun}.{code}"))
    }


def _key(words: str) -> str:
    """Fold words without articles, the Arabic one included."""
    return " ".join(word.removeprefix("ال") for word in fold(words).split() if word not in _STOPS)
