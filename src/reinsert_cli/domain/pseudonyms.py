"""Codes that stand for people and projects: random, so that they tell nothing, with a character that catches slips."""

from __future__ import annotations

import secrets
from collections.abc import Container, Iterator
from typing import Final

ALPHABET: Final = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
"""Crockford's base 32: without I, L, O and U, which people confuse or would rather not read."""

LENGTH: Final = 8


def check_character(body: str) -> str:
    """Give the character that closes a code: it changes with any single character, and with most swaps."""
    total = sum((position + 1) * ALPHABET.index(character) for position, character in enumerate(body))
    return ALPHABET[total % 31]


def fresh(prefix: str, taken: Container[str]) -> Iterator[str]:
    """Give new codes such as ``B-7K3F9Q2XM`` without end, none of them in ``taken`` nor twice."""
    given: set[str] = set()
    while True:
        bits = secrets.randbits(5 * LENGTH)
        body = "".join(ALPHABET[bits >> 5 * position & 31] for position in range(LENGTH))
        code = f"{prefix}-{body}{check_character(body)}"
        if code not in taken and code not in given:
            given.add(code)
            yield code
