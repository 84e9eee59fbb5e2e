"""Folding: the one form under which two spellings of a word are the same word.

Headings, names, places, months and qualifiers are all compared folded. Case, accents, harakat, tatweel,
invisible marks and the forms of hamza-bearing letters go; digits of every script become 0-9. The rules for
Arabic letters are those of design §5 (أ إ آ ا, ة ه, ى ي), with the letters that Moroccan and Persian
keyboards put in place of ك and ي.
"""

from __future__ import annotations

import re
import string
from collections.abc import Callable, Sequence
from functools import lru_cache
from typing import Final
from unicodedata import category, decimal, normalize

from reinsert_cli.domain import language

HIDDEN: Final = "…"
"""What stands for a word that must not be repeated in a message."""

_LONGEST_SHOWN: Final = 60
_LAST_KEPT: Final = 0xFFFF  # hostile text must not fill the memory with what is folded once

_LETTERS: Final = {
    "ٱ": "ا",
    "ة": "ه",
    "ى": "ي",
    "ی": "ي",
    "ہ": "ه",
    "ە": "ه",
    "ک": "ك",
    "گ": "ك",
    "ڭ": "ك",
    "ݣ": "ك",
    "ـ": "",
    "œ": "oe",
    "æ": "ae",
    "ø": "o",
    "ł": "l",
    "đ": "d",
    "ı": "i",
}
_DROPPED: Final = frozenset({"Mn", "Me", "Cf"})
_SPACES: Final = frozenset({"Zs", "Zl", "Zp", "Cc"})

_DIGITS: Final = str.maketrans("٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹", "0123456789" * 2)
_CONTROLS: Final = dict.fromkeys((*range(32), 127), " ")
_ASCII: Final = _CONTROLS | dict.fromkeys(map(ord, string.punctuation), " ")


class _Folds(dict[int, str]):
    """A translation table that works out each usual character once: its letter, its digit, a space or nothing."""

    def __init__(self, *, keep_punctuation: bool) -> None:
        super().__init__((ord(letter), folded) for letter, folded in _LETTERS.items())
        self._keep_punctuation = keep_punctuation

    def __missing__(self, code: int) -> str:
        folded = self._folded(chr(code))
        if code <= _LAST_KEPT:
            self[code] = folded
        return folded

    def _folded(self, character: str) -> str:
        kind = category(character)
        if kind in _DROPPED:
            return ""
        if kind == "Nd":
            return str(decimal(character))
        if kind in _SPACES or (kind[0] in "PS" and not self._keep_punctuation):
            return " "
        return character


_WORDS_ONLY: Final = _Folds(keep_punctuation=False)
_WITH_PUNCTUATION: Final = _Folds(keep_punctuation=True)


def western_digits(text: str) -> str:
    """Write Arabic-Indic and Persian digits as 0-9; the rest stays as it is."""
    return text if text.isascii() else text.translate(_DIGITS)


@lru_cache(maxsize=1 << 14)  # a column says the same words over and over
def fold(text: str) -> str:
    """Give the form for comparing: ``L’Oriental`` is ``l oriental``, ``إقليم الجديدة`` is ``اقليم الجديده``."""
    folded = text.lower().translate(_ASCII) if text.isascii() else _decomposed(text).translate(_WORDS_ONLY)
    return " ".join(folded.split())


def fold_letters(text: str) -> str:
    """Fold letters, digits and spaces but leave punctuation standing, for amounts and dates."""
    folded = text.lower().translate(_CONTROLS) if text.isascii() else _decomposed(text).translate(_WITH_PUNCTUATION)
    return " ".join(folded.split())


def _decomposed(text: str) -> str:
    """Give compatibility decomposition of the casefolded text, stable under repetition (Unicode 3.13, D146)."""
    return normalize("NFKD", normalize("NFKD", text).casefold())


_PHONE: Final = re.compile(r"(?<![0-9])(?:0|(?:\+|00)?212)[ .-]?[5-8](?:[ .-]?[0-9]){8}(?![0-9])")
_WORD: Final = re.compile(r"[^\W\d_]+")


def shown(printed: str, is_known: Callable[[str], bool]) -> str:
    """Give ``printed`` as a message may repeat it: short, and without the words its reader does not know.

    A cell in the wrong column may hold a name, a card number or a telephone; each run of non-blanks with a
    word for which ``is_known`` (asked in folded form) is false becomes :data:`HIDDEN`.
    """
    western = western_digits(printed[: _LONGEST_SHOWN + 1])
    runs = (_PHONE.sub(HIDDEN, western) if _PHONE.search(western) else printed[: _LONGEST_SHOWN + 1]).split()
    kept = [run if all(map(is_known, _WORD.findall(fold_letters(run)))) else HIDDEN for run in runs]
    sentence = " ".join(run for run, before in zip(kept, [None, *kept], strict=False) if run != HIDDEN or before != run)
    return sentence if len(sentence) <= _LONGEST_SHOWN else sentence[:_LONGEST_SHOWN] + HIDDEN


def nearest(code: str, known: Sequence[str]) -> str:
    """Give the known codes nearest to ``code``, else the first five known, as the reader's list."""
    import difflib  # noqa: PLC0415  (only a mistake needs it)

    close = difflib.get_close_matches(code, known, n=3, cutoff=0.5)
    return language.listed(close or known[:5]) or language._("none yet")


_BREAKS: Final = re.compile(r"[\t\n\v\f\r\x85\u2028\u2029]+")
_UNSEEN: Final = re.compile(r"[\x00-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u206f\ufeff\ufff9-\ufffb]")
_UNWRITABLE: Final = re.compile(r"[\ud800-\udfff\ufffe\uffff]")
_UNPRINTABLE: Final = re.compile(
    r"[\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u206f\ufeff\ufff9-\ufffb\ud800-\udfff]"
)


def clean(text: str) -> str:
    """Give ``text`` on one line, without what could command a terminal, reorder what is read or break an XML file.

    Control characters (so no escape sequence survives) and marks that override the writing direction are
    left out; line breaks and tabs become a space, halves of surrogate pairs the replacement character.
    """
    if text.isprintable():  # nearly all text is, and knows it sooner than three searches do
        return text
    return _UNWRITABLE.sub("\N{REPLACEMENT CHARACTER}", _UNSEEN.sub("", _BREAKS.sub(" ", text)))


def is_like_a_formula(text: str) -> bool:
    """Tell whether a spreadsheet would make a formula of ``text``, if somebody typed it or edits its cell."""
    return text.startswith(("=", "+", "-", "@", "＝", "＋", "－", "＠"))


_MARK: Final = "\N{LEFT-TO-RIGHT MARK}"


def clean_sentence(sentence: str) -> str:
    """Give a sentence of ours as :func:`clean` does, with the marks by which Arabic keeps an option's dashes in place.

    They turn nothing else around.
    """
    return _MARK.join(map(clean, sentence.split(_MARK)))


def legible(json_text: str) -> str:
    """Give a JSON text whose values are the same and which is safe to look at.

    Characters that a terminal would obey, or that reorder what is read, are written as escapes; JSON itself asks for
    that below U+0020 only.
    """
    return _UNPRINTABLE.sub(lambda found: f"\\u{ord(found[0]):04x}", json_text)
