"""In which encoding a text is written: told by its marks, else by the evidence of its words."""

from __future__ import annotations

import codecs
import re
from itertools import pairwise
from typing import Final

from reinsert_cli.importers.reading.limits import Unreadable

_MARKS: Final = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_CODE_PAGES: Final = ("cp1252", "cp1256", "iso8859-6", "mac-roman", "cp850", "latin-1")
"""In order of preference, where the evidence is the same: French and Arabic Windows, then the rare ones."""

_SAMPLE: Final = 1 << 20
_MOST_WORDS: Final = 20_000
_HIGH_WORD: Final = re.compile(rb"[A-Za-z\x80-\xff'-]*[\x80-\xff][A-Za-z\x80-\xff'-]*")
_UTF_8_CHARACTER: Final = re.compile(rb"[\xc3-\xf4][\x80-\xbf]{1,3}")
_HIGH_BYTE: Final = re.compile(rb"[\x80-\xff]")
_ACCENTED: Final = frozenset("àâäçéèêëîïôöùûüÿœæÀÂÄÇÉÈÊËÎÏÔÖÙÛÜŸŒÆ")
_MARKS_OF_TEXT: Final = frozenset("áíóúñÁÍÓÚÑ \xa0«»°’‘“”–—…€²³·×،؛؟ـ\u200e\u200f\u202f")
_FIRST_ARABIC, _LAST_ARABIC = "\u0621", "\u0652"
_FREQUENT: Final = frozenset("البنميرتهوةدعسفقحكجىأإشصخط")
_ARTICLE: Final = "ال"
_LISTS: Final = """
الاسم الإسم النسب العائلي الشخصي الكامل المبلغ مبلغ درهم الجنس تاريخ الازدياد الميلاد رقم البطاقة الوطنية الهاتف
العنوان الإقليم إقليم العمالة عمالة الجهة جهة المركز مركز المشروع النشاط الدعم ذكر أنثى نعم لا مجموع المجموع محمد
prénom numéro désignation activité bénéficiaire bénéficiaires téléphone équipement numéraire préfecture région
référence libellé né née âge société matériel réinsertion fès meknès salé tétouan témara
"""
_WORDS: Final = frozenset(_LISTS.split())
"""Words of headings and cells that lists of beneficiaries have."""
_CERTAIN: Final = 10
_ENOUGH: Final = {"cp1252": -(10**9), "cp1256": 4, "latin-1": 4}
_ENOUGH_FOR_THE_RARE: Final = 6


def decoded(content: bytes, given: str | None = None) -> tuple[str, str]:
    """Give the text of a file and the encoding it was read in: the one given, else the one the bytes speak for.

    Raises Unreadable (``file.encoding``) when the bytes are not written in it.
    """
    if given:
        return _strictly(content, _with_mark(given, content)), given.lower()
    for mark, encoding in _MARKS:
        if content.startswith(mark):
            return _strictly(content, encoding), encoding.removesuffix("-sig")
    wide = _wide(content)
    if wide:
        return _strictly(content, wide), wide
    try:
        return content.decode("utf-8"), "utf-8"
    except UnicodeDecodeError as error:
        if _is_damaged_utf_8(content):
            raise Unreadable("file.encoding", encoding="utf-8") from error
    encoding = _code_page(content[:_SAMPLE])
    return _strictly(content, encoding), encoding


def _with_mark(encoding: str, content: bytes) -> str:
    is_utf_8 = codecs.lookup(encoding).name == "utf-8"
    return "utf-8-sig" if is_utf_8 and content.startswith(codecs.BOM_UTF8) else encoding


def _strictly(content: bytes, encoding: str) -> str:
    try:
        return content.decode(encoding)
    except (UnicodeError, ValueError) as error:
        raise Unreadable("file.encoding", encoding=encoding.removesuffix("-sig")) from error


def _wide(content: bytes) -> str | None:
    """Tell UTF-16 without a mark: digits, delimiters and line breaks have a zero byte, always on the same side.

    Raises Unreadable when zeros are many and it is not that.
    """
    sample = content[: _SAMPLE & ~1]
    even, odd = sample[::2].count(0), sample[1::2].count(0)
    low, high = sorted((even, odd))
    if high * 40 < len(sample):
        return None
    if low * 50 > high or len(content) % 2:
        raise Unreadable("file.not_a_workbook")
    return "utf-16-le" if odd > even else "utf-16-be"


def _is_damaged_utf_8(content: bytes) -> bool:
    """Tell whether nearly all that is not ASCII is UTF-8: then it is that, cut or spoilt on the way."""
    sample = content[:_SAMPLE]
    good = sum(len(found) for found in _UTF_8_CHARACTER.findall(sample))
    return good >= 6 and good * 10 >= 9 * len(_HIGH_BYTE.findall(sample))  # noqa: PLR2004


def _code_page(sample: bytes) -> str:
    """Give the code page under which the words with high bytes look most like French or Arabic.

    cp1256 has the small accented letters of French too, at the same places: of a text in both languages, it is the
    only one under which the words of both are whole.
    """
    words = list(dict.fromkeys(_HIGH_WORD.findall(sample)))[:_MOST_WORDS]
    best, most = "latin-1", -(10**9)
    for encoding in _CODE_PAGES:
        try:
            evidence = sum(_evidence(word.decode(encoding)) for word in words)
            sample.decode(encoding)
        except UnicodeDecodeError:
            continue
        if evidence > most and evidence >= _ENOUGH.get(encoding, _ENOUGH_FOR_THE_RARE):
            best, most = encoding, evidence
    return best


def _evidence(word: str) -> int:
    """Say how much a decoded word looks like one: known words most, then letters of one script, usual accents."""
    bare = word.strip("'’-")
    if bare.lower() in _WORDS:
        return _CERTAIN
    high = [letter for letter in bare if not letter.isascii()]
    if any(_is_arabic(letter) for letter in high):
        return _arabic_evidence(bare)
    return sum(1 if letter in _ACCENTED else 0 if letter in _MARKS_OF_TEXT else -2 for letter in high) - 2 * _odd_case(
        bare
    )


def _is_arabic(letter: str) -> bool:
    return _FIRST_ARABIC <= letter <= _LAST_ARABIC


def _arabic_evidence(word: str) -> int:
    letters = [letter for letter in word if letter not in _MARKS_OF_TEXT]
    if not all(map(_is_arabic, letters)):
        return -2 * len(letters)
    if len(letters) == 1:
        return -2
    frequent = sum(1 if letter in _FREQUENT else -1 for letter in letters)
    return frequent + 3 * word.startswith(_ARTICLE)


def _odd_case(word: str) -> int:
    """Count the capitals after a small letter, which no French word has, and accents in threes."""
    capitals = sum(before.islower() and after.isupper() for before, after in pairwise(word))
    thirds = zip(word, word[1:], word[2:], strict=False)
    return capitals + sum(all(one.isalpha() and not one.isascii() for one in three) for three in thirds)
