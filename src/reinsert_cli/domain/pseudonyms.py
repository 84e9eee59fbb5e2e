"""Codes that stand for people and projects: random, so that they tell nothing, with a character that catches slips."""

from __future__ import annotations

import secrets
from collections.abc import Container, Iterable, Iterator
from operator import mul
from typing import Final

ALPHABET: Final = "0123456789ABCDEFGHJKMNPQRSTVWXY"
"""Digits and capitals without I, L, O, U and Z, which people confuse or would rather not read: 31, a prime."""

LENGTH: Final = 8


_EVEN: Final = 256 // len(ALPHABET) * len(ALPHABET)
"""Random bytes from here on would make some characters likelier than others; they are left out."""

_REMAINDERS: Final = bytes(number % len(ALPHABET) for number in range(256))
_CHARACTERS: Final = bytes(ord(ALPHABET[number]) for number in _REMAINDERS)
_UNEVEN: Final = bytes(range(_EVEN, 256))
_DRAWN: Final = 4096
_WEIGHTS: Final = range(1, LENGTH + 1)


def check_character(body: str) -> str:
    """Give the character that closes a code: any one wrong character changes it, and so does any swap of neighbours."""
    return _closing(map(ALPHABET.index, body))


def _closing(numbers: Iterable[int]) -> str:
    return ALPHABET[sum(map(mul, _WEIGHTS, numbers)) % len(ALPHABET)]


def is_one(prefix: str, text: str) -> bool:
    """Tell whether a text is such a code, its last character agreeing with the others."""
    start, _dash, body = text.partition("-")
    if start != prefix or len(body) != LENGTH + 1 or not set(body) <= set(ALPHABET):
        return False
    return check_character(body[:-1]) == body[-1]


def fresh(prefix: str, taken: Container[str]) -> Iterator[str]:
    """Give new codes such as ``B-7K3F9Q2XM`` without end, none of them in ``taken`` nor twice."""
    given: set[str] = set()
    while True:
        numbers = secrets.token_bytes(_DRAWN).translate(_REMAINDERS, _UNEVEN)
        drawn = numbers.translate(_CHARACTERS).decode()
        for start in range(0, len(drawn) - LENGTH + 1, LENGTH):
            end = start + LENGTH
            code = f"{prefix}-{drawn[start:end]}{_closing(numbers[start:end])}"
            if code not in taken and code not in given:
                given.add(code)
                yield code
