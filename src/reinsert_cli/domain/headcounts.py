"""Headcounts as printed: ``25``, ``خمسة وعشرون (25)``, ``53 ex-détenus``, ``plus de 1 200 bénéficiaires``."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from reinsert_cli.domain.faults import Fault
from reinsert_cli.domain.money_words import Qualifier, is_known, soften, tokens
from reinsert_cli.domain.text import shown

_LONGEST: Final = 200
_RUN: Final = re.compile(r"[0-9][0-9 ]*(?<! )")
_HEADCOUNT: Final = re.compile(r"[0-9]{1,9}|[1-9][0-9]{0,2}(?: [0-9]{3}){1,2}")
_BESIDE: Final = re.compile(r"(?:[a-z]|[0-9][.,'٫/:-]|(?:^|[ (])[-+]|[.,'٫/:#])$")  # what makes digits another thing
_AFTER: Final = re.compile(r"[a-z%°]|[.,'٫/:-][0-9]| ?%")
_NEGATIONS: Final = frozenset({"ne", "n", "pas", "sans", "not", "no", "never", "لا", "ما", "لم", "غير", "ليس"})


@dataclass(frozen=True, slots=True)
class Count:
    """A number of people, how it is qualified, and the text as printed."""

    value: int
    qualifier: Qualifier
    printed: str


def read_count(printed: str) -> Count | Fault:
    """Read the one run of digits of ``printed``; words around it are left aside, but qualifiers count.

    Gives ``count.unreadable`` when there is no such run or several, when it is part of something else
    (a code, a date, decimals, a percentage), or when a scale or a currency says that it counts no heads.
    """
    text = soften(printed) if len(printed) <= _LONGEST else ""
    runs = list(_RUN.finditer(text))
    qualifier = _qualifier(text)
    if qualifier and len(runs) == 1 and _stands_alone(text, runs[0]):
        return Count(int(runs[0][0].replace(" ", "")), qualifier, printed.strip())
    return Fault("count.unreadable", {"printed": shown(printed, is_known)})


def _stands_alone(text: str, run: re.Match[str]) -> bool:
    """Tell whether a run is a regular whole number and touches nothing that makes it another thing."""
    touched = _BESIDE.search(text[: run.start()]) or _AFTER.match(text[run.end() :])
    return _HEADCOUNT.fullmatch(run[0]) is not None and not touched


def _qualifier(text: str) -> Qualifier | None:
    """Give the qualifier of the words; ``None`` when they contradict, negate one, or speak of money."""
    found = tokens(text)
    qualifiers = {token.qualifier for token in found if token.kind == "qualifier"}
    negated = qualifiers and any(token.text in _NEGATIONS for token in found)
    if negated or len(qualifiers) > 1 or any(token.kind in _MONEY for token in found):
        return None
    return qualifiers.pop() if qualifiers else "exact"


_MONEY: Final = frozenset({"scale", "one_of", "two_of", "unit", "foreign"})
