"""The form under which two wordings of a heading, or of a word of a closed list, are one.

``N° de la C.I.N.``, ``n° cin`` and ``N°CIN`` are ``ncin``; ``المبلغ`` and ``مبلغ`` are ``مبلغ``. Articles, elisions,
plural endings and the spaces between letters go; usual abbreviations are written out.
"""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import groupby
from typing import Final

from reinsert_cli.domain.text import fold

_ELISION: Final = re.compile(r"\b[ldnLDN]\s?['’‘ʼ`´]\s?(?=\w)")
_ENDINGS: Final = re.compile(r"\((?:s|x|e|es|ne|nes)\)", re.IGNORECASE)
_STOPS: Final = frozenset(fold("le la les l un une du de des d en et à au aux par pour the of and").split())
_ABBREVIATIONS: Final = {
    short: word
    for word, shorts in {
        "montant": "mt mnt mtt mont",
        "nombre": "nb nbr nbre",
        "date": "dt",
        "naissance": "naiss nais nce",
        "prefecture": "pref",
        "province": "prov",
        "telephone": "tel telep teleph",
        "n": "no num numero number nr",
        "nom": "nm",
        "prenom": "pren prenm",
        "beneficiaire": "benef",
        "designation": "desig design",
        "observation": "obs observ",
        "programme": "prog program",
        "convention": "conv",
        "activite": "activ act",
        "equipement": "equip eqpt",
        "centre": "center",
        "ou": "or",
    }.items()
    for short in shorts.split()
}
_ARTICLE: Final = re.compile(r"^(و?)(?:ال|لل)(?=..)")
_SHORTEST_PLURAL: Final = 4


def words(text: str) -> list[str]:
    """Give the words of a wording that carry its meaning; all of them where none does (``Du``, ``Au``)."""
    said = _joined(fold(_ENDINGS.sub("", _ELISION.sub(" ", text))).split())
    plain = [_plain(word) for word in said]
    return [word for word in plain if word not in _STOPS] or plain


@lru_cache(maxsize=4096)
def key(text: str) -> str:
    """Give the form for comparing two wordings."""
    return "".join(words(text))


def _joined(said: list[str]) -> list[str]:
    """Join letters that points or spaces keep apart: ``c i n`` is ``cin``, ``n cin`` stays two words."""
    joined: list[str] = []
    for is_letter, run in groupby(said, key=lambda word: len(word) == 1 and word.isalpha()):
        letters = list(run)
        joined += ["".join(letters)] if is_letter else letters
    return joined


def _plain(word: str) -> str:
    word = _ABBREVIATIONS.get(word, word)
    if word.isascii():
        is_plural = len(word) >= _SHORTEST_PLURAL and word.endswith("s") and not word.endswith("ss")
        return word[:-1] if is_plural else word
    return _ARTICLE.sub(r"\1", word)
