"""The words of dates in French, Arabic (Morocco, Algeria and Tunisia, the East) and English, folded."""

from __future__ import annotations

import re
from typing import Final

from reinsert_cli.domain.language import N_
from reinsert_cli.domain.text import fold

_MONTHS: Final = (
    "janvier janv january jan يناير جانفي",
    "février févr fév february feb فبراير فيفري",
    "mars mar march مارس",
    "avril avr april apr أبريل أفريل إبريل",
    "mai may ماي مايو",
    "juin june jun يونيو يونيه يونية جوان",
    "juillet juil july jul يوليوز يوليو يوليه جويلية",
    "août aout august aug غشت أغسطس أوت",
    "septembre sept sep september شتنبر شتمبر سبتمبر",
    "octobre oct october أكتوبر",
    "novembre nov november نونبر نوفمبر",
    "décembre déc dec december دجنبر ديسمبر",
)
_WEEKDAYS: Final = (
    "lundi lun monday mon الاثنين الإثنين اثنين",
    "mardi tuesday tue tues الثلاثاء ثلاثاء",
    "mercredi mer wednesday wed الأربعاء أربعاء",
    "jeudi jeu thursday thu thur thurs الخميس خميس",
    "vendredi ven friday fri الجمعة جمعة",
    "samedi sam saturday sat السبت سبت",
    "dimanche dim sunday sun الأحد أحد",
)
_FILLERS: Final = (
    "le la l du de d ce cette en au mois année an jour date prochain prochaine dernier dernière "
    "on the of in next last this day month year "
    "يوم في من شهر سنة عام بتاريخ تاريخ المقبل المقبلة الماضي الماضية القادم المنصرم الجاري م"
)

HIJRI: Final = re.compile(
    r"\b(?:محرم|صفر|ربيع (?:ال)?(?:اول|ثاني|اخر)|جمادي|رجب|شعبان|رمضان|شوال|ذو القعده|ذي القعده|ذو الحجه|ذي الحجه"
    r"|mou?harram|safar|rabi[ae]?|joumada|jumada|rajab|chaabane?|shaaban|ramadan|chaoual|shawwal|dou al|dhu al)\b"
    r"|\b1[34][0-9]{2}\b ?(?:ه|هـ|هجري|هجريه|h|ah)\b"
)
"""A month or an era of the Hijri calendar, folded."""

SPELLED_MONTHS: Final = tuple((*words.split(), *fold(words).split()) for words in _MONTHS)
"""How each month is written, January first, with its accents and without."""

MONTHS: Final = {word: number for number, words in enumerate(_MONTHS, 1) for word in fold(words).split()}
"""The number of the month, 1 to 12, of each folded name or abbreviation."""

WEEKDAYS: Final = {word: number for number, words in enumerate(_WEEKDAYS) for word in fold(words).split()}
"""The day of the week, 0 for Monday, of each folded name; ``mar`` is March and never Tuesday."""

FILLERS: Final = frozenset(fold(_FILLERS).split())
"""Words that say nothing of the date."""

_AFTER_FIGURES: Final = frozenset({"t", "z", "h", "er", "ere", "eme", "e", "st", "nd", "rd", "th"})

WEEKDAY_NAMES: Final = (
    N_("Monday"),
    N_("Tuesday"),
    N_("Wednesday"),
    N_("Thursday"),
    N_("Friday"),
    N_("Saturday"),
    N_("Sunday"),
)
"""The days of the week from Monday, to be said in the reader's language."""


def is_known(word: str) -> bool:
    """Tell whether a folded word belongs to dates."""
    return word in MONTHS or word in WEEKDAYS or word in FILLERS or word in _AFTER_FIGURES
