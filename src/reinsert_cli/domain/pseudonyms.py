"""Codes that stand for people and projects: random, so that they tell nothing, with a character that catches slips."""

from __future__ import annotations

import secrets
from collections.abc import Container, Iterator
from itertools import count
from operator import mul
from typing import Final

ALPHABET: Final = "0123456789ABCDEFGHJKMNPQRSTVWXY"
"""Digits and capitals without I, L, O, U and Z, which people confuse or would rather not read: 31, a prime."""

LENGTH: Final = 8


_EVEN: Final = 256 // len(ALPHABET) * len(ALPHABET)
"""Random bytes from here on would make some characters likelier than others; they are left out."""

_CHARACTERS: Final = bytes(ord(ALPHABET[number % len(ALPHABET)]) for number in range(256))
_UNEVEN: Final = bytes(range(_EVEN, 256))
_NUMBERS: Final = {character: number for number, character in enumerate(ALPHABET)}
_DRAWN: Final = 4096


def check_character(body: str) -> str:
    """Give the character that closes a code: any one wrong character changes it, and so does any swap of neighbours."""
    total = sum(map(mul, count(1), map(_NUMBERS.__getitem__, body)))
    return ALPHABET[total % len(ALPHABET)]


def fresh(prefix: str, taken: Container[str]) -> Iterator[str]:
    """Give new codes such as ``B-7K3F9Q2XM`` without end, none of them in ``taken`` nor twice."""
    given: set[str] = set()
    for body in _bodies():
        code = f"{prefix}-{body}{check_character(body)}"
        if code not in taken and code not in given:
            given.add(code)
            yield code


def _bodies() -> Iterator[str]:
    while True:
        drawn = secrets.token_bytes(_DRAWN).translate(_CHARACTERS, _UNEVEN).decode()
        for start in range(0, len(drawn) - LENGTH + 1, LENGTH):
            yield drawn[start : start + LENGTH]
