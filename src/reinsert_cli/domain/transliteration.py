"""How Moroccan names sound, read from either alphabet: the letters under which French and Arabic spellings meet.

The correspondences are those of the civil registers' habits, not of a learned transliteration: ث is a t, ذ ظ ض are
a d, ق and گ a k; ع and ء are not heard. What a spelling leaves out (short vowels in Arabic, doubled letters and
``e`` in French) is left out here too. ``i``, ``ou`` and a later ``a`` stay where Arabic mostly writes them, for they
tell Hamidi from Hamdi, Soussi from Sassi, Karami from Karmi. Without any vowel, of 153 family names eleven more met
their Arabic spelling, and ten pairs of different ones met instead of one.
"""

from __future__ import annotations

import re
from typing import Final

VOWEL: Final = "@"
"""Stands in a skeleton for a vowel that begins the word, whichever it is."""

_FRENCH: Final = {
    "sch": "S", "ch": "S", "sh": "S", "kh": "Q", "gh": "G", "dj": "j", "ph": "f", "th": "t", "dh": "d", "ck": "k",
    "gue": "ge", "gui": "gi", "guy": "gi", "ce": "se", "ci": "si", "cy": "si", "ou": "u", "oo": "u", "ee": "i",
    "c": "k", "q": "k", "w": "u", "y": "i", "x": "ks", "v": "f", "p": "b",
}  # fmt: skip
_WRITTEN: Final = re.compile("|".join(_FRENCH))
_DOUBLED: Final = re.compile(r"(\D)\1+")
_DOUBLED_AR: Final = re.compile(r"([^ل\d])\1+")
_SHORT: Final = re.compile(r"(?<=[^aeiou])(?<!^b)[iu](?=[^aeiou]{2})")
"""``i`` and ``ou`` before two consonants, where Arabic has no long vowel, unless in Bou-."""

_FRENCH_LEAD: Final = re.compile("(?:be[nl]|a?bu|ait|uld)(?=...)")
_ARABIC_LEAD: Final = re.compile("(?:ب[نل]|ا?بو|ايت|ولد)(?=...)")
_FRENCH_LONG: Final = re.compile("(?<=.[^aeiou])a(?=[^aeiou])")
_ARABIC_LONG: Final = re.compile("(?<=.[^اوي])ا(?=[^اوي])")
"""An a inside the word, after its first syllable: mostly long, so written in Arabic too."""

_LATIN_SOUNDS: Final = {ord(letter): letter.upper() for letter in "bdfhjklmnrstz"} | {
    ord(letter): sound
    for letter, sound in {
        "g": "K", "S": "C", "Q": "X", "G": "G", "u": "W", "i": "Y", "a": "", "e": "", "o": "", "â": "A",
    }.items()
}  # fmt: skip
_ARABIC_SOUNDS: Final = str.maketrans(
    dict(zip("بتثجحخدذرزسشصضطظغفقكلمنهويپڤ", "BTTJHXDDRZSCSDTDGFKKLMNHWYBF", strict=True))
    | dict.fromkeys("اعء", "")
    | {"آ": "A"}
)


def french_letters(word: str) -> str:
    """Write a folded Latin word with one letter a sound: ``youssef`` and ``yousef`` are ``iusef``."""
    if word.startswith("rh"):
        word = f"G{word[2:]}"
    word = _DOUBLED.sub(r"\1", _WRITTEN.sub(_sound, word))
    return word[:-1] if word.endswith("e") and len(word) > 1 else word


def _sound(found: re.Match[str]) -> str:
    return _FRENCH[found[0]]


def arabic_letters(word: str) -> str:
    """Write a folded Arabic word without what keyboards drop: a hamza, a letter doubled inside (not that of اللطيف)."""
    bare = word.replace("ء", "")
    return bare[:1] + _DOUBLED_AR.sub(r"\1", bare[1:])


def french_skeleton(letters: str) -> str:
    """Give the sounds of :func:`french_letters` that Arabic writes too: ``binjelun`` is ``BNJLWN``."""
    letters = _long_vowels(_SHORT.sub("", letters), _FRENCH_LEAD, _FRENCH_LONG, "â")
    first, final = letters[:1], "A" if letters.endswith("a") else ""
    if first in {"a", "e", "o"} or (first == "i" and letters[1:2] not in {"a", "e", "o", "u"}):
        return VOWEL + letters[1:].translate(_LATIN_SOUNDS) + (final if len(letters) > 1 else "")
    return letters.translate(_LATIN_SOUNDS) + final


def arabic_skeleton(letters: str) -> str:
    """Give the sounds of :func:`arabic_letters` that French writes too: ``بنجلون`` is ``BNJLWN``."""
    letters = _long_vowels(letters.replace("لل", "ل"), _ARABIC_LEAD, _ARABIC_LONG, "آ")
    body, final = (letters[:-1], "A") if len(letters) > 1 and letters[-1] in "اه" else (letters, "")
    sounds = body.translate(_ARABIC_SOUNDS) + final
    begins_with_ou = letters[:2] == "او" and letters[2:3] not in {"", "ا", "ي"}
    return VOWEL + sounds if letters[:1] in {"ا", "ع"} and not begins_with_ou else sounds


def _long_vowels(letters: str, lead: re.Pattern[str], long: re.Pattern[str], written: str) -> str:
    """Write a long a in its own way, wherever it stands after Ben-, Bou- and the like."""
    start = found.end() if (found := lead.match(letters)) else 0
    return letters[:start] + long.sub(written, letters[start:])


def consonants(skeleton: str) -> str:
    """Give what remains of a skeleton when every vowel is dropped, the skeleton itself when almost nothing does."""
    bare = "".join(sound for sound in skeleton if sound not in "@AWY")
    return bare if len(bare) > 1 else skeleton
