"""How alike two names are, for what a person then decides. It loads the string library: import it where you compare."""

from __future__ import annotations

from functools import lru_cache
from itertools import permutations
from typing import Final

from rapidfuzz.distance import OSA

from reinsert_cli.domain.spellings import Part, parts

LIKELY: Final = 0.8
"""From here on somebody should look: a slip of the pen, a middle name left out, an initial."""

_ALMOST: Final = 0.95  # an article more, or vowels that one alphabet does not write
_INITIAL: Final = 0.75
_FEMININE: Final = 0.55  # Fictif, Fictifa: brother and sister
_TWO_NAMES: Final = 0.4  # both are known given names, and not the same
_LEFT_OUT: Final = 0.12
_ADDRESS_LEFT_OUT: Final = 0.04
_ONE_IN_COMMON: Final = 0.6  # a given name alone, or a family name alone
_FORMS_OF_ADDRESS: Final = frozenset({"moulay", "sidi", "lalla", "hajj", "hajja"})
_MOST_PARTS: Final = 5
_KNOWN_PAIRS: Final = 1 << 16
_KNOWN_NAMES: Final = 1 << 12


def likeness(one: str, other: str) -> float:
    """Tell from 0 to 1 how alike two full names are, in any alphabet and order of parts.

    Equal spelling keys give 1; one slip in one part about 0.9; a part left out less than 0.9; the same family
    name under another given name less than 0.7. Nothing written is like nothing.
    """
    written = _parts(one)
    ours, theirs = _apart(written, _parts(other))
    shared = len(written) - len(ours)
    fewer, more = sorted((ours[:_MOST_PARTS], theirs[:_MOST_PARTS]), key=len)
    return _weighed(shared, fewer, more) if more else float(shared > 0)


@lru_cache(maxsize=_KNOWN_NAMES)
def _parts(name: str) -> tuple[Part, ...]:
    """Keep the parts of a name that is being compared with many."""
    return tuple(parts(name))


def _apart(ours: tuple[Part, ...], theirs: tuple[Part, ...]) -> tuple[list[Part], list[Part]]:
    """Give what is left of each once the parts that agree are struck out."""
    left = list(theirs)
    alone: list[Part] = []
    for part in ours:
        twin = next((one for one in left if one.key == part.key), None)
        if twin:
            left.remove(twin)
        else:
            alone.append(part)
    return alone, left


def _weighed(shared: int, fewer: list[Part], more: list[Part]) -> float:
    """Weigh the best pairing of the parts: the mean and the worst count alike, what has no pair is deducted."""
    paired = max(permutations(more, len(fewer)), key=lambda chosen: sum(map(_alike, fewer, chosen)))
    scores = [1.0] * shared + [_alike(mine, their) for mine, their in zip(fewer, paired, strict=True)]
    if not scores:
        return 0.0
    over = [part for part in more if part not in paired]
    named = sum(part.key not in _FORMS_OF_ADDRESS for part in over)
    score = (sum(scores) / len(scores) + min(scores)) / 2
    score -= _LEFT_OUT * named + _ADDRESS_LEFT_OUT * (len(over) - named)
    return max(0.0, score * _ONE_IN_COMMON if named and len(scores) == 1 else score)


@lru_cache(maxsize=_KNOWN_PAIRS)
def _alike(one: Part, other: Part) -> float:
    """Tell how alike two parts are, below 1 unless they agree."""
    if one.key == other.key:
        return 1.0
    if one.is_known and other.is_known:
        return _TWO_NAMES
    shortest, longest = sorted((one.french or one.arabic, other.french or other.arabic), key=len)
    if len(shortest) == 1:
        return _INITIAL if one.code[:1] == other.code[:1] else 0.0
    if longest in {f"{shortest}a", f"{shortest}ه"}:
        return _FEMININE
    written = [_ratio(mine, their) for mine, their in _in_one_alphabet(one, other)]
    return min(_ALMOST, max(written) if written else _ratio(one.code, other.code))


def _in_one_alphabet(one: Part, other: Part) -> list[tuple[str, str]]:
    pairs = ((one.french, other.french), (one.arabic, other.arabic))
    return [(mine, their) for mine, their in pairs if mine and their]


def _ratio(one: str, other: str) -> float:
    """Give 1 less the share of letters changed, left out, added or swapped, kinder to short words."""
    return 1 - OSA.distance(one, other) / (max(len(one), len(other)) + 1)
