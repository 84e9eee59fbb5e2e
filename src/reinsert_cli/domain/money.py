"""Amounts: integer centimes of the dirham, read from every form that people print, split and written.

An amount is read by rule, never by likelihood: what has two readings is a fault that names both. The forms
are those of the French, Arabic and English press of Morocco: ``1.233.341,60``, ``267,788.01 درهم``,
``13,5 millions de DH``, ``1 مليون و654 ألفا و56ر643 درهما`` (before the Maghrebi mark ر stands the fraction).
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from reinsert_cli.domain import language
from reinsert_cli.domain.faults import Fault
from reinsert_cli.domain.headcounts import Count, read_count
from reinsert_cli.domain.money_terms import Statement, Term, descends, statement_of
from reinsert_cli.domain.money_words import DIRHAMS, Qualifier, is_known, soften, tokens
from reinsert_cli.domain.numerals import Convention, Numeral, read_numeral
from reinsert_cli.domain.text import HIDDEN, shown

__all__ = [
    "Amount",
    "Convention",
    "Count",
    "Qualifier",
    "centimes_of_number",
    "convention_of",
    "plain",
    "read_amount",
    "read_count",
    "split",
]

LONGEST: Final = 200
LARGEST: Final = 10**13
"""The largest amount that is believed, in centimes: a hundred thousand million dirhams."""

_NOISE: Final = 1e-4  # of a centime: what binary arithmetic in a spreadsheet leaves behind
_LARGEST_SHOWN: Final = 10**30
_NEGATIVES: Final = (
    re.compile(r"([^()0-9]*)\(([^()]*[0-9][^()]*)\)([^()0-9]*)"),
    re.compile(r"([^0-9-]*)(?<![^\W\d_])-([^-]*)"),
    re.compile(r"([^-]*[0-9][^-]*)-"),
)
_PLAIN: Final = re.compile(
    r"\s*(?P<whole>0|[1-9][0-9]{0,10}|[1-9][0-9]{0,2}(?:(?P<group>[ \u00a0\u202f])[0-9]{3})(?:(?P=group)[0-9]{3})?)"
    r"(?:[.,](?P<tail>[0-9]{1,2}))?\s*"
)
"""Nearly all amounts: figures in one piece or in groups with blanks, and at most two decimals. It has one reading."""

_ASIDE: Final = re.compile(r"\(([^()0-9]*)\)")


@dataclass(frozen=True, slots=True)
class Amount:
    """An amount in centimes, how it is qualified, and the text as printed."""

    centimes: int
    qualifier: Qualifier
    printed: str


def read_amount(printed: str, convention: Convention | None = None, scale: int = 1) -> Amount | Fault:
    """Read a printed amount: ``plus de 13,5 millions de DH`` is over 1350000000 centimes.

    ``convention`` is the decimal mark that the rest of the column settles (:func:`convention_of`), ``scale`` what
    its heading multiplies by. Faults: ``amount.empty``, ``unreadable``, ``irregular``, ``ambiguous``, ``precision``,
    ``currency``, ``negative``, ``too_large``, and ``unit_twice`` where a scaled amount names a unit of its own.
    """
    if scale == 1 and (found := _PLAIN.fullmatch(printed)):
        return Amount(_plain_centimes(found), "exact", printed.strip())
    reading = _read(printed, convention, scale)
    return reading if isinstance(reading, Fault) else reading.amount


def _plain_centimes(found: re.Match[str]) -> int:
    whole = "".join(found["whole"].split())
    return int(whole) * DIRHAMS + int((found["tail"] or "0").ljust(2, "0"))


def convention_of(cells: Iterable[str]) -> Convention | None:
    """Give the decimal mark that the unambiguous amounts of a column prove; ``None`` if none or not all agree."""
    readings = (_read(cell, None) for cell in cells)
    proofs = {proof for reading in readings if isinstance(reading, _Reading) for proof in reading.shows}
    return proofs.pop() if len(proofs) == 1 else None


def centimes_of_number(value: float, scale: int = 1) -> int | Fault:
    """Give the centimes of a spreadsheet's number cell, in ``scale`` dirhams; binary noise is rounded, no finer amount.

    Faults: ``amount.unreadable`` (no number), ``precision``, ``negative``, ``too_large``.
    """
    if scale == 1 and type(value) is float and 0 <= value <= LARGEST // DIRHAMS:
        centimes = round(value * DIRHAMS)
        if centimes / DIRHAMS == value:  # nearly all are; the rest is noise or too fine
            return centimes
    if isinstance(value, bool) or (isinstance(value, float) and not math.isfinite(value)):
        return _number_fault("unreadable", value)
    if abs(value) > LARGEST // DIRHAMS:
        return _number_fault("too_large" if value > 0 else "negative", value)
    if scale != 1:
        return _centimes_scaled(value, scale)
    centimes = round(value * DIRHAMS)
    noise = max(_NOISE, 4 * math.ulp(centimes))
    if value * DIRHAMS < -noise:
        return _number_fault("negative", value)
    return centimes if abs(value * DIRHAMS - centimes) <= noise else _number_fault("precision", value)


def _centimes_scaled(value: float, scale: int) -> int | Fault:
    """Multiply the number that a cell shows, as decimals, so that 12.345 thousand are exactly 12 345 dirhams."""
    exact = Decimal(repr(value)) * scale * DIRHAMS
    centimes = int(exact.to_integral_value())
    if exact < -Decimal(_NOISE):
        return _number_fault("negative", value)
    if centimes > LARGEST:
        return _number_fault("too_large", value)
    is_noise = abs(exact - centimes) <= max(Decimal(_NOISE), Decimal(4 * math.ulp(value)) * scale * DIRHAMS)
    return centimes if is_noise else _number_fault("precision", value)


def split(total: int, weights: Sequence[int]) -> list[int]:
    """Share ``total`` centimes by ``weights`` (largest remainder, the first of equals): the shares sum to it exactly.

    Raises ``ValueError`` when a weight or the total is negative, or when no weight is above zero.
    """
    whole = sum(weights)
    if total < 0 or whole <= 0 or min(weights) < 0:
        raise ValueError("a split needs a total and weights of zero or more, one of them above zero")
    shares = [total * weight // whole for weight in weights]
    by_remainder = sorted(range(len(weights)), key=lambda index: -(total * weights[index] % whole))
    for index in by_remainder[: total - sum(shares)]:
        shares[index] += 1
    return shares


def plain(centimes: int) -> str:
    """Write centimes for machines: 89994400 is ``899944.00``."""
    sign = "-" if centimes < 0 else ""
    dirhams, rest = divmod(abs(centimes), DIRHAMS)
    return f"{sign}{dirhams}.{rest:02d}"


@dataclass(frozen=True, slots=True)
class _Reading:
    """An amount with the conventions that its marks prove."""

    amount: Amount
    shows: frozenset[Convention]


def _read(printed: str, convention: Convention | None, scale: int = 1) -> _Reading | Fault:
    """Read an amount, or say that it would be one but for its sign."""
    text = soften(printed) if len(printed) <= LONGEST else printed.strip()
    if not text:
        return Fault("amount.empty")
    if len(printed) > LONGEST:
        return _fault("unreadable", printed)
    text = _ASIDE.sub(_aside, text)
    for sign in _NEGATIVES:
        if found := sign.fullmatch(text):
            rest = _unsigned(" ".join(found.groups()), printed, convention, scale)
            return rest if isinstance(rest, Fault) else _fault("negative", printed)
    return _unsigned(text, printed, convention, scale)


def _aside(found: re.Match[str]) -> str:
    """Drop a parenthesis without figures; keep its words when all are an amount's, and refuse ``(millions)``."""
    kinds = {token.kind for token in tokens(found[1])}
    if "unknown" in kinds and "foreign" not in kinds:
        return " "
    return found[0] if kinds & {"scale", "one_of", "two_of"} else f" {found[1]} "


def _unsigned(text: str, printed: str, convention: Convention | None, scale: int) -> _Reading | Fault:
    """Read softened text that has no sign."""
    found = tokens(text)
    kinds = {token.kind for token in found}
    if "foreign" in kinds and "unknown" not in kinds:
        return _fault("currency", printed)
    if "unknown" in kinds:
        return _fault("unreadable", printed)
    if any(token.kind == "number" and read_numeral(token.text) is None for token in found):
        return _fault("irregular", printed)
    statement = statement_of(found)
    if statement is None:
        return _fault("unreadable", printed)
    if scale != 1:
        term, *others = statement.terms
        if others or term.scale or statement.has_currency:
            return _fault("unit_twice", printed)
        term.scale = scale
    return _valued(statement, printed, convention)


def _valued(statement: Statement, printed: str, convention: Convention | None) -> _Reading | Fault:
    """Give the value of a statement whose words make sense."""
    proofs = set[Convention]()
    for term in statement.terms:
        numeral = _settled(term, convention, has_currency=statement.has_currency)
        if numeral is None:
            return _ambiguous(term, printed)
        proofs |= {numeral.shows} if numeral.shows else set()
        term.numeral = numeral
    if not descends(statement.terms):
        return _fault("unreadable", printed)
    centimes = _sum(statement.terms)
    if centimes is None:
        return _fault("precision", printed)
    if centimes > LARGEST:
        return _fault("too_large", printed)
    return _Reading(Amount(centimes, statement.qualifier, printed.strip()), frozenset(proofs))


def _settled(term: Term, convention: Convention | None, *, has_currency: bool) -> Numeral | None:
    """Give the one reading of a term's numeral: three decimals are no dirham amount, unless a scale follows."""
    if has_currency and not term.scale:
        return term.numeral.grouped()
    return term.numeral.settled(convention)


def _sum(terms: list[Term]) -> int | None:
    """Give the centimes of descending terms; ``None`` when there would be a fraction of one."""
    last = terms[-1].numeral
    centimes, fraction = divmod(last.digits * terms[-1].rank, 10**last.decimals)
    return None if fraction else centimes + sum(term.numeral.digits * term.rank for term in terms[:-1])


def _ambiguous(term: Term, printed: str) -> Fault:
    """Name both readings of a doubtful term, as the reader writes amounts."""
    grouped = term.numeral.digits * term.rank
    centimes, rest = divmod(grouped, 1000)
    first, thousandths = language.money(grouped), f"{rest:03d}".rstrip("0")
    second = language.money(centimes) + thousandths
    return Fault(
        "amount.ambiguous", {"printed": shown(printed, is_known), "first": first, "second": second, "example": first}
    )


def _number_fault(code: str, value: float) -> Fault:
    """Name the fault of a number cell; a number that no spreadsheet holds is not written out."""
    return Fault(f"amount.{code}", {"printed": HIDDEN if abs(value) > _LARGEST_SHOWN else str(value)})


def _fault(code: str, printed: str) -> Fault:
    return Fault(f"amount.{code}", {"printed": shown(printed, is_known)})
