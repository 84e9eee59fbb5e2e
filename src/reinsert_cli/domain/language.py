"""The reader's language: messages, numbers and dates in French, Arabic and English.

Message ids are the English sentences; ``fr`` and ``ar`` catalogues stand in ``reinsert_cli/locale``.
The language is chosen once, at the door (:func:`use`); everything below asks :func:`_`.
"""

from __future__ import annotations

import gettext
import os
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Final

LANGUAGES: Final = ("fr", "ar", "en")
DEFAULT: Final = "fr"
DOMAIN: Final = "reinsert"
LOCALE_DIR: Final = Path(__file__).parents[1] / "locale"
NBSP: Final = "\N{NO-BREAK SPACE}"

_GROUP: Final = {"fr": NBSP, "ar": ".", "en": ","}
_DECIMAL: Final = {"fr": ",", "ar": ",", "en": "."}

_language: str = DEFAULT
_catalogue: gettext.NullTranslations = gettext.NullTranslations()


def use(language: str) -> None:
    """Speak ``language`` (one of :data:`LANGUAGES`) from now on, in this process and in the command-line library."""
    global _language, _catalogue  # noqa: PLW0603  (one reader a process)
    _language = language
    _catalogue = gettext.translation(DOMAIN, LOCALE_DIR, [language], fallback=True)
    os.environ["LANGUAGE"] = language
    gettext.bindtextdomain(DOMAIN, str(LOCALE_DIR))
    gettext.textdomain(DOMAIN)


@contextmanager
def speaking(language: str) -> Iterator[None]:
    """Speak ``language`` inside the block, and the language that was in use after it."""
    before = current()
    use(language)
    try:
        yield
    finally:
        use(before)


def choose(option: str | None, environ: Mapping[str, str]) -> str:
    """Give the reader's language: the option, then ``REINSERT_LANG``, then ``LANG``, else French."""
    wishes = (option or "", environ.get("REINSERT_LANG", ""), environ.get("LANG", ""))
    return next((_code_of(wish) for wish in wishes if is_spoken(wish)), DEFAULT)


def is_spoken(wish: str) -> bool:
    """Tell whether a language is one of ours, named as people and systems do: ``ar``, ``FR``, ``en_GB.UTF-8``."""
    return _code_of(wish) in LANGUAGES


def _code_of(wish: str) -> str:
    return wish[:2].lower()


def current() -> str:
    """Give the code of the language in use."""
    return _language


def is_right_to_left() -> bool:
    """Tell whether the language in use is written from right to left."""
    return _language == "ar"


def _(message: str) -> str:
    """Give ``message`` in the reader's language."""
    return _catalogue.gettext(message)


def plural(singular: str, many: str, n: int) -> str:
    """Give the form that goes with ``n`` in the reader's language."""
    return _catalogue.ngettext(singular, many, n)


def N_(message: str) -> str:  # noqa: N802  (gettext's own name for "translate later")
    """Mark ``message`` for the catalogues without translating it here."""
    return message


MONTHS: Final = (
    N_("January"), N_("February"), N_("March"), N_("April"), N_("May"), N_("June"),
    N_("July"), N_("August"), N_("September"), N_("October"), N_("November"), N_("December"),
)  # fmt: skip


def listed(items: Iterable[str]) -> str:
    """Write a list with the reader's comma."""
    return ("، " if _language == "ar" else ", ").join(items)


def count(number: int) -> str:
    """Write a whole number as the reader does: ``1 234`` in French."""
    return f"{number:,}".replace(",", _GROUP[_language])


def money(centimes: int) -> str:
    """Write an amount as the reader does, without its currency: 26778801 is ``267 788,01`` in French."""
    sign = _minus() if centimes < 0 else ""
    dirhams, rest = divmod(abs(centimes), 100)
    return f"{sign}{count(dirhams)}{_DECIMAL[_language]}{rest:02d}"


def _minus() -> str:
    """Give the sign, with a mark that keeps it before its figure among Arabic words."""
    return "\N{LEFT-TO-RIGHT MARK}-" if _language == "ar" else "-"


def percent(tenths: int) -> str:
    """Write tenths of a percent as the reader does: 67 is ``6,7 %`` in French."""
    sign = _minus() if tenths < 0 else ""
    whole, rest = divmod(abs(tenths), 10)
    space = NBSP if _language == "fr" else ""
    return f"{sign}{count(whole)}{_DECIMAL[_language]}{rest}{space}%"


def date(iso: str) -> str:
    """Write an ISO date, possibly partial, as the reader does: ``2017-09-28`` is ``28/09/2017`` in French."""
    if _language == "en":
        return iso
    return "/".join(reversed(iso.split("-")))


def month(iso: str) -> str:
    """Write an ISO month by its name: ``2024-12`` is ``décembre 2024`` in French; a year alone says so."""
    year, _dash, number = iso.partition("-")
    if not number:
        return _("{year}, month not known").format(year=year)
    return f"{_(MONTHS[int(number) - 1])} {year}"
