"""The words that stand beside a figure in French, Arabic and English: scales, currencies, qualifiers.

Every word is kept folded (:func:`reinsert_cli.domain.text.fold_letters`); a word that is not here is
*unknown* and keeps an amount from being read.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final, Literal

from reinsert_cli.domain.numerals import MARKS
from reinsert_cli.domain.text import fold_letters

Qualifier = Literal["exact", "over", "nearly", "under"]
Kind = Literal["number", "scale", "one_of", "two_of", "unit", "qualifier", "link", "of", "foreign", "unknown"]

CENTIMES: Final = 1
DIRHAMS: Final = 100


@dataclass(frozen=True, slots=True)
class Token:
    """One piece of a printed amount.

    ``value`` is the factor of a ``scale``, of a ``one_of`` (a scale that alone means one: مليون, mille) and of
    a ``two_of`` (the Arabic dual), or the centimes of a ``unit``; ``text`` is the piece.
    """

    kind: Kind
    text: str
    value: int = 0
    qualifier: Qualifier = "exact"


_SCALES: Final = {
    1_000: "k millier milliers ألفا آلاف آلافا بالآلاف بآلاف thousand thousands",
    1_000_000: "m million millions ملايين الملايين بالملايين بملايين مليونا",
    1_000_000_000: "md mds mrd mrds milliard milliards ملايير مليارات مليارا billion billions",
}
_ONE_OF: Final = {1_000: "mille ألف", 1_000_000: "مليون", 1_000_000_000: "مليار"}
_TWO_OF: Final = {
    1_000: "ألفان ألفين ألفي",
    1_000_000: "مليونان مليونين مليوني",
    1_000_000_000: "ملياران مليارين ملياري",
}
_UNITS: Final = {
    DIRHAMS: "dh dhs mad dirham dirhams درهم درهما درهمان درهمين دراهم الدرهم الدراهم د.م د.م. d.h d.h.",
    CENTIMES: "centime centimes سنتيم سنتيما سنتيمات السنتيم cts",
}
_SCALED_UNITS: Final = {
    1_000: "kdh kdhs kmad",
    1_000_000: "mdh mdhs mmad",
    1_000_000_000: "mddh mdsdh mrddh mdmad",
}
_LINKS: Final = "et و and"
_OF: Final = "de d of en in من"
_FOREIGN: Final = (
    "€ $ £ ¥ ₣ eur euro euros usd dollar dollars gbp livre livres sterling pound pounds sar riyal riyals rial "
    "rials chf franc francs cfa fcfa xof jpy yen dinar dinars dzd tnd aed cad cny "
    "أورو يورو اليورو دولار دولارا دولارات الدولار ريال ريالا ريالات الريال دينار دينارا دنانير جنيه فرنك"
)

_QUALIFIERS: Final[dict[Qualifier, tuple[str, ...]]] = {
    "over": (
        "plus de|plus d|+ de|+ d|au delà de|au delà d|au-delà de|au-delà d|au moins|pas moins de|supérieur à",
        "supérieure à|supérieurs à|supérieures à|dépassant|dépasse|dépassent|qui dépasse|excédant|minimum|>|>=|≥",
        "أزيد من|أكثر من|ما يفوق|يفوق|تفوق|فاق|فاقت|يتجاوز|تتجاوز|ما يتجاوز|تجاوز|تجاوزت|ما يزيد عن|ما يزيد على",
        "يزيد عن|يزيد على|تزيد عن|تزيد على|لا يقل عن|لا تقل عن|ما لا يقل عن|على الأقل|كحد أدنى",
        "more than|over|at least|above|no less than|not less than|exceeding",
    ),
    "nearly": (
        "près de|près d|environ|environs|quelque|quelques|presque|avoisinant|avoisine|avoisinent|de l'ordre de",
        "de l'ordre d|autour de|autour d|aux alentours de|à peu près|approximativement|~|≈|±",
        "تناهز|يناهز|ما يناهز|ناهز|ناهزت|حوالي|ما يقارب|يقارب|تقارب|قرابة|زهاء|نحو|تقريبا|ما يقرب من|في حدود",
        "about|nearly|around|approximately|almost|some|roughly|approx|circa",
    ),
    "under": (
        "moins de|moins d|au plus|pas plus de|pas plus d|inférieur à|inférieure à|inférieurs à|inférieures à",
        "jusqu'à|ne dépassant pas|ne dépasse pas|sans dépasser|n'excédant pas|maximum|<|<=|≤",
        "أقل من|لا يتجاوز|لا تتجاوز|ما لا يتجاوز|لا يتعدى|لا تتعدى|لا يفوق|لا تفوق|لا يزيد عن|لا يزيد على",
        "لا تزيد عن|لا تزيد على|دون|كحد أقصى",
        "less than|under|up to|at most|below|no more than|not more than|not exceeding",
    ),
}
_MARKS_OF_WORDS: Final = str.maketrans("’‘ʼ`´′٬،−–—‐‑", "'''''''" + ",-----")
_PIECE: Final = re.compile(
    rf"(?P<number>[0-9]+(?:{MARKS}[0-9]+)*)"
    r"|(?P<dotted>(?:d\. ?h|د\. ?م)\b\.?)"
    r"|(?P<word>[^\W\d_]+)['.]?"
    r"|(?P<sign>>=|<=|\S)"
)


def soften(printed: str) -> str:
    """Give ``printed`` with its letters folded and one sign for each kind of apostrophe, comma and dash."""
    return fold_letters(printed.translate(_MARKS_OF_WORDS))


def _lexicon() -> dict[str, tuple[Token, ...]]:
    """Give the tokens of each folded word."""
    tables: tuple[tuple[Kind, dict[int, str]], ...] = (
        ("two_of", _TWO_OF),
        ("scale", _SCALES),
        ("one_of", _ONE_OF),
        ("unit", _UNITS),
        ("link", {0: _LINKS}),
        ("of", {0: _OF}),
        ("foreign", {0: _FOREIGN}),
    )
    lexicon: dict[str, tuple[Token, ...]] = {
        word: (Token(kind, word, value),)
        for kind, table in tables
        for value, words in table.items()
        for word in soften(words).split()
    }
    for scale, words in _SCALED_UNITS.items():
        lexicon |= {word: (Token("scale", word, scale), Token("unit", word, DIRHAMS)) for word in words.split()}
    return lexicon


def _phrases() -> dict[tuple[str, ...], Qualifier]:
    """Give the qualifier of each phrase, cut as amounts are; Arabic ones also behind the preposition ب."""
    return {
        pieces: qualifier
        for qualifier, lines in _QUALIFIERS.items()
        for phrase in "|".join(lines).split("|")
        for written in (phrase, f"ب{phrase}")
        if (pieces := tuple(text for _, text in _pieces(soften(written))))
    }


def _pieces(text: str) -> Iterator[tuple[str, str]]:
    """Cut softened text into numbers, words and signs; an abbreviation's point and an elision's apostrophe go."""
    for found in _PIECE.finditer(text):
        kind = found.lastgroup or "sign"
        yield kind, found[kind].replace(" ", "") if kind == "dotted" else found[kind]


_LEXICON: Final = _lexicon()
FOREIGN: Final = frozenset(soften(_FOREIGN).split())
"""The softened words and signs of other currencies than the dirham."""
_PHRASES: Final = _phrases()
_LONGEST_PHRASE: Final = max(map(len, _PHRASES))
_ABBREVIATED: Final = frozenset({"d", "h", "د", "م", "ر"})
_PHRASE_WORDS: Final = frozenset(word for phrase in _PHRASES for word in phrase)


def is_known(word: str) -> bool:
    """Tell whether a folded word belongs to amounts."""
    return word in _PHRASE_WORDS or bool(_tokens_of(word)) or word in _ABBREVIATED


def tokens(text: str) -> list[Token]:
    """Cut softened text into tokens; of the qualifiers that fit, the longest wins (لا يتجاوز before يتجاوز)."""
    pieces, found, start = list(_pieces(text)), list[Token](), 0
    while start < len(pieces):
        length, qualifier = _phrase_at(pieces, start)
        found += (Token("qualifier", "", 0, qualifier),) if qualifier else _token(*pieces[start])
        start += length
    return found


def _phrase_at(pieces: list[tuple[str, str]], start: int) -> tuple[int, Qualifier | None]:
    """Give the length of the longest qualifier that begins at ``start`` and its code, or one piece and ``None``."""
    words = tuple(text for _, text in pieces[start : start + _LONGEST_PHRASE])
    for length in range(len(words), 0, -1):
        if qualifier := _PHRASES.get(words[:length]):
            return length, qualifier
    return 1, None


def _token(kind: str, text: str) -> tuple[Token, ...]:
    """Give the tokens of one piece."""
    if kind == "number":
        return (Token("number", text),)
    return _tokens_of(text) or (Token("unknown", text),)


def _tokens_of(word: str) -> tuple[Token, ...]:
    """Give the tokens of a word, behind the conjunction و too (``وألف``); none when it is unknown."""
    if word in _LEXICON:
        return _LEXICON[word]
    return (*_LEXICON["و"], *_LEXICON[word[1:]]) if word[:1] == "و" and word[1:] in _LEXICON else ()
