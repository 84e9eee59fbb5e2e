"""Companies: the number by which every Moroccan administration knows them."""

from __future__ import annotations

import re
from typing import Final

from reinsert_cli.domain.faults import Fault
from reinsert_cli.domain.text import western_digits

_BETWEEN: Final = re.compile(r"[\s.\-_/\u200b-\u200f\u202a-\u202e\u2066-\u2069]")
_ICE: Final = re.compile(r"[0-9]{15}")
_KEY: Final = 97


def read_ice(printed: str) -> str | Fault:
    """Read a common company identifier (ICE): ``00 21 36 …`` as its 15 digits. Fault ``ice.unreadable``."""
    digits = _BETWEEN.sub("", western_digits(printed)).upper().removeprefix("ICE").removeprefix(":")
    return digits if _ICE.fullmatch(digits) else Fault("ice.unreadable")


def has_right_key(ice: str) -> bool:
    """Tell whether the two last digits of an ICE go with the thirteen before them: the whole is a multiple of 97.

    Nobody publishes the rule: python-stdnum found it in numbers in use. So another key is doubted, never refused.
    """
    return int(ice) % _KEY == 0
