"""What centres write of visits and steps: states, outcomes, reasons, and what was to be done, in three languages.

The labels of every language are read too, so that whatever a form offers comes back understood.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from functools import cache
from typing import Final

from reinsert_cli.domain.faults import Fault
from reinsert_cli.domain.language import listed, plural
from reinsert_cli.domain.pathways import Words, outcome_of, step_of
from reinsert_cli.domain.text import fold
from reinsert_cli.domain.vocabulary import CLOSINGS, MILESTONES, OUTCOMES, RETURNS, VISIT_STATES, label, labels_of

STATES: Final[Words] = {
    "alive": "en activité · actif · active · en vie · vivant · vivante · en marche · fonctionnel · en fonctionnement · "
    "maintenu · en cours · ouvert · ouverte · projet actif · projet en activité · running · open · still running · "
    "نشيط · نشط · قائم · مستمر · المشروع قائم · المشروع مستمر · يشتغل · في حالة نشاط · قيد النشاط · مفتوح",
    "struggling": "en difficulté · difficulté · difficultés · fragile · au ralenti · en souffrance · in difficulty · "
    "متعثر · المشروع متعثر · يواجه صعوبات · في صعوبة · في وضعية صعبة · صعوبات · يعاني من صعوبات",
    "closed": "fermé · fermée · clos · close · arrêté · arrêtée · arrêt · arrêt d'activité · cessé · cessation · "
    "cessation d'activité · projet fermé · projet arrêté · liquidé · shut · stopped · "
    "مغلق · متوقف · توقف · أغلق · المشروع متوقف · المشروع مغلق · توقف النشاط · منته",
}
REASONS: Final[Words] = {
    "market": "marché · pas de marché · absence de marché · pas de clients · manque de clients · mévente · "
    "concurrence · débouchés · manque de débouchés · no customers · "
    "غياب السوق · انعدام السوق · قلة الزبناء · ضعف الإقبال · المنافسة · السوق",
    "money": "argent · manque d'argent · fonds de roulement épuisé · manque de fonds · trésorerie · dettes · "
    "fonds de roulement · no money · debts · نفاد رأس المال · نقص المال · غياب السيولة · الديون · مشاكل مالية",
    "health": "santé · maladie · problème de santé · accident · handicap · decease · health · "
    "مرض · المرض · مشاكل صحية · الصحة",
    "moved": "déménagement · a déménagé · déménagé · départ · a quitté la ville · migration · moved · "
    "انتقال · تغيير السكن · رحيل · الهجرة · غير مقر السكن",
    "employed": "emploi · a trouvé un emploi · emploi trouvé · salarié · embauche · embauché · employed · job · "
    "عمل · وجد عملا · شغل · حصل على عمل · التوظيف",
    "equipment": "équipement · matériel · équipement perdu, cassé ou vendu · matériel vendu · matériel en panne · "
    "panne · vol · matériel volé · equipment · التجهيزات · ضياع التجهيزات · بيع المعدات · عطب · سرقة · تلف المعدات",
    "family": "famille · raisons familiales · raison familiale · problème familial · family · "
    "أسباب عائلية · العائلة · مشاكل عائلية · الأسرة · أسباب أسرية",
    "prison": "prison · retour en prison · incarcération · réincarcération · récidive · détention · "
    "السجن · العودة إلى السجن · اعتقال · العود",
    "other": "autre · autre raison · autres · other · autre motif · أخرى · سبب آخر · أسباب أخرى · غير ذلك",
}
RETURN_WORDS: Final[Words] = {
    "arrest": "arrestation · nouvelle arrestation · rearrested · اعتقال · توقيف",
    "conviction": "condamnation · nouvelle condamnation · reconvicted · إدانة · حكم جديد",
    "prison": "incarcération · réincarcération · détention · retour en prison · reincarcerated · السجن · "
    "العودة إلى السجن",
}

VISIT: Final = "visit"
"""What is to be done where it is a visit, of no milestone in particular."""

_VISITS: Final = frozenset(
    map(fold, ("visite", "visite de suivi", "suivi", "visit", "follow-up", "زيارة", "زيارة التتبع", "تتبع", "المتابعة"))
)
_MONTHS_IN_WORDS: Final = {
    fold(words): months
    for words, months in (
        ("ثلاثة أشهر", 3), ("ستة أشهر", 6), ("سنة", 12), ("سنة واحدة", 12), ("سنتين", 24), ("سنتان", 24),
        ("trois mois", 3), ("six mois", 6), ("un an", 12), ("une année", 12), ("deux ans", 24),
        ("three months", 3), ("six months", 6), ("one year", 12), ("a year", 12), ("two years", 24),
    )
}  # fmt: skip
_YEARS: Final = frozenset(map(fold, ("an", "ans", "année", "années", "year", "years", "سنة", "سنوات")))
_MONTH_WORDS: Final = frozenset(map(fold, ("mois", "m", "month", "months", "شهر", "أشهر", "شهرا", "شهور")))
_BEFORE: Final = frozenset(
    map(fold, ("visite", "visit", "suivi", "de", "du", "à", "a", "at", "after", "après", "the", "زيارة", "بعد", "تتبع",
               "التتبع", "على", "follow", "up", "la", "des", "في"))
)  # fmt: skip
_NUMBER: Final = re.compile(r"([0-9]{1,2})\s*([^\W\d_]*)")
MONTHS_IN_A_YEAR: Final = 12


def read_state(said: str) -> str | Fault:
    """Read what a visit found: alive, struggling or closed."""
    return _state()(said)


def read_result(said: str) -> str | Fault:
    """Read what became of a visit or of a step: a state of one, or an outcome of the other."""
    state = read_state(said)
    if not isinstance(state, Fault):
        return state
    known = (*labels(VISIT_STATES, "project"), *labels(OUTCOMES, "outcome"))
    return outcome_of(said) or Fault("visit.result_unreadable", {"known": listed(known)})


def read_closing(said: str) -> str | Fault:
    """Read why a project was closed."""
    return _closing()(said)


def read_return(said: str) -> str | Fault:
    """Read what "back in prison" is to mean."""
    return _return()(said)


def read_task(said: str) -> str | Fault:
    """Read what was to be done: ``visit.6``, ``visit`` of no milestone in particular, or ``step.training``."""
    step = step_of(said)
    if step:
        return f"step.{step}"
    folded = fold(said)
    if folded in _VISITS:
        return VISIT
    months = _months(folded)
    return f"{VISIT}.{months}" if months in MILESTONES else Fault("task.unreadable")


def task_label(task: str) -> str:
    """Give the reader's words for what is to be done."""
    kind, _dot, which = task.partition(".")
    if kind != VISIT:
        return label(task)
    months = int(which)
    return plural("visit at {n} month", "visit at {n} months", months).format(n=months)


def _months(folded: str) -> int | None:
    """Give the months that a text speaks of, and of nothing else: ``visite à 6 mois``, ``بعد سنة``, ``2 ans``."""
    rest = " ".join(word for word in folded.split() if word not in _BEFORE)
    if rest in _MONTHS_IN_WORDS:
        return _MONTHS_IN_WORDS[rest]
    found = _NUMBER.fullmatch(rest)
    if found is None:
        return None
    number, unit = int(found[1]), found[2]
    if unit in _YEARS:
        return number * MONTHS_IN_A_YEAR
    return number if not unit or unit in _MONTH_WORDS else None


Reader = Callable[[str], "str | Fault"]


@cache
def _state() -> Reader:
    return _one_of(VISIT_STATES, "project", STATES, "visit.state_unreadable")


@cache
def _closing() -> Reader:
    return _one_of(CLOSINGS, "closing", REASONS, "visit.closing_unreadable")


@cache
def _return() -> Reader:
    return _one_of(RETURNS, "return", RETURN_WORDS, "back.definition_unreadable")


def _one_of(terms: tuple[str, ...], prefix: str, words: Words, fault: str) -> Reader:
    """Give the reader of a closed list: its codes, its words, and its labels in every language."""
    by_word: dict[str, str] = {}
    for term in terms:
        for word in (term.replace("_", " "), *words[term].split(" · "), *labels_of(f"{prefix}.{term}")):
            by_word.setdefault(fold(word), term)

    def read(said: str) -> str | Fault:
        return by_word.get(fold(said)) or Fault(fault, {"known": listed(labels(terms, prefix))})

    return read


def labels(terms: Iterable[str], prefix: str) -> tuple[str, ...]:
    """Give the reader's words for terms of a list, as a form offers them."""
    return tuple(label(f"{prefix}.{term}") for term in terms)
