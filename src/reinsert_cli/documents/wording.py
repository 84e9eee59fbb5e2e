"""What stands in two languages at once on the papers of a handover, which no reader's language decides."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Final

from reinsert_cli.domain.language import NBSP


@dataclass(frozen=True, slots=True)
class Both:
    """The same thing in French and in Arabic."""

    fr: str
    ar: str


TERMS: Final = {
    "equipment": Both("équipement", "تجهيزات"),
    "cash": Both("numéraire", "دعم نقدي"),
    "working_capital": Both("fonds de roulement", "رأسمال متداول"),
    "individual": Both("projet individuel", "مشروع فردي"),
    "household": Both("ménage", "أسرة"),
    "cooperative": Both("coopérative", "تعاونية"),
    "quotation": Both("devis", "بيان أثمان"),
    "order": Both("bon de commande", "سند الطلب"),
    "delivery_note": Both("bon de livraison", "سند التسليم"),
    "invoice": Both("facture", "فاتورة"),
    "minutes": Both("procès-verbal de remise", "محضر التسليم"),
    "receipt": Both("décharge", "وصل التسلم"),
    "undertaking": Both("engagement", "التزام"),
}
"""The terms of the vocabulary that appear on the papers."""

_MONTHS_FR: Final = (
    "janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre", "octobre", "novembre",
    "décembre",
)  # fmt: skip
_MONTHS_AR: Final = (
    "يناير", "فبراير", "مارس", "أبريل", "ماي", "يونيو", "يوليوز", "غشت", "شتنبر", "أكتوبر", "نونبر", "دجنبر",
)  # fmt: skip
_DAYS_FR: Final = ("lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche")
_DAYS_AR: Final = ("الاثنين", "الثلاثاء", "الأربعاء", "الخميس", "الجمعة", "السبت", "الأحد")


def term(code: str) -> Both:
    """Give the words of a term; a code without any stays as it is."""
    return TERMS.get(code, Both(code, code))


def day(iso: str) -> Both:
    """Write an ISO date, possibly partial: ``vendredi 6 décembre 2024``, الجمعة 6 دجنبر 2024."""
    year, *rest = map(int, iso.split("-"))
    if not rest:
        return Both(str(year), str(year))
    fr, ar = f"{_MONTHS_FR[rest[0] - 1]} {year}", f"{_MONTHS_AR[rest[0] - 1]} {year}"
    if len(rest) == 1:
        return Both(fr, ar)
    weekday = date.fromisoformat(iso).weekday()
    first = "1er" if rest[1] == 1 else str(rest[1])
    return Both(f"{_DAYS_FR[weekday]} {first} {fr}", f"{_DAYS_AR[weekday]} {rest[1]} {ar}")


def figure(centimes: int) -> str:
    """Write an amount as both columns print it, without its currency: ``267 788,01``."""
    dirhams, rest = divmod(centimes, 100)
    return f"{dirhams:,}".replace(",", NBSP) + f",{rest:02d}"
