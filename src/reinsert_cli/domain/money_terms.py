"""The grammar of a printed amount: numerals, scales and units, in terms that descend.

``1 مليون و654 ألفا و56ر643 درهما`` is three terms in dirhams; ``643 DH et 56 centimes`` two, in two units.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Final

from reinsert_cli.domain.money_words import DIRHAMS, Kind, Qualifier, Token
from reinsert_cli.domain.numerals import Numeral, read_numeral


@dataclass(slots=True)
class Term:
    """One term of a compound: a numeral, its scale (0: none) and the centimes of its unit (0 until a word tells)."""

    numeral: Numeral
    scale: int = 0
    unit: int = 0

    @property
    def rank(self) -> int:
        """The centimes of one of what the numeral counts."""
        return (self.scale or 1) * self.unit


@dataclass(slots=True)
class Statement:
    """The terms and the qualifier of one printed amount, built token by token."""

    terms: list[Term] = field(default_factory=list)
    qualifiers: set[Qualifier] = field(default_factory=set)
    lead: int = 0
    lead_scale: int = 0
    expected: frozenset[Kind] = frozenset()
    is_over: bool = False
    has_currency: bool = False

    @property
    def qualifier(self) -> Qualifier:
        """The one qualifier, else ``exact``."""
        return next(iter(self.qualifiers), "exact")

    def take(self, token: Token) -> bool:
        """Take the next token; ``False`` when it makes no sense there."""
        if (self.expected and token.kind not in self.expected) or (self.is_over and token.kind != "qualifier"):
            return False
        self.expected = _EXPECTED.get(token.kind, frozenset())
        taker = _TAKERS.get(token.kind)
        return taker is not None and taker(self, token)

    def close(self) -> bool:
        """Give the last terms the unit that stood before them, else dirhams; ``False`` when the whole is senseless."""
        waiting = self.waiting()
        if self.expected or not self.terms or len(self.qualifiers) > 1 or 0 < len(waiting) < len(self.terms):
            return False
        if self.lead_scale and (len(self.terms) > 1 or self.terms[0].scale):
            return False
        self.terms[0].scale = self.terms[0].scale or self.lead_scale
        for term in waiting:
            term.unit = self.lead or DIRHAMS
        self.has_currency = bool(self.lead) or not waiting
        return all(self.lead in {0, term.unit} for term in self.terms)

    def waiting(self) -> list[Term]:
        """Give the terms that have no unit yet."""
        return [term for term in self.terms if not term.unit]

    def is_open(self) -> bool:
        """Tell whether the last term is a bare numeral."""
        return bool(self.terms) and not self.terms[-1].rank and not self.terms[-1].scale

    def begin(self, term: Term) -> bool:
        """Begin a term, unless the one before is still a bare numeral."""
        if self.is_open():
            return False
        self.terms.append(term)
        return True


def statement_of(tokens: Iterable[Token]) -> Statement | None:
    """Put tokens together; ``None`` when they do not make one amount."""
    statement = Statement()
    return statement if all(map(statement.take, tokens)) and statement.close() else None


def descends(terms: list[Term]) -> bool:
    """Tell whether each term is smaller than one of the unit before it, and only the last has decimals."""
    return all(
        not before.numeral.decimals and after.unit <= before.unit and _centimes_at_most(after) < before.rank
        for before, after in pairwise(terms)
    )


def _centimes_at_most(term: Term) -> int:
    """Give the centimes of a term, those of a begun unit included."""
    divisor: int = 10**term.numeral.decimals
    return -(-term.numeral.digits * term.rank // divisor)


def _number(statement: Statement, token: Token) -> bool:
    numeral = read_numeral(token.text)
    return numeral is not None and statement.begin(Term(numeral))


def _scale(statement: Statement, token: Token) -> bool:
    """Give the bare numeral its scale, or, with a unit ahead of the figures (``KDH 850``), the one to come."""
    if statement.is_open():
        statement.terms[-1].scale = token.value
        return True
    if statement.terms or statement.lead:
        return False
    statement.lead_scale, statement.expected = token.value, frozenset({"unit"})
    return True


def _one_of(statement: Statement, token: Token) -> bool:
    return _scale(statement, token) if statement.is_open() else statement.begin(Term(Numeral(1), token.value))


def _two_of(statement: Statement, token: Token) -> bool:
    return statement.begin(Term(Numeral(2), token.value))


def _unit(statement: Statement, token: Token) -> bool:
    """Close the terms that have no unit yet; ahead of them all, or repeated, it must agree with what stands."""
    waiting = statement.waiting()
    for term in waiting:
        term.unit = token.value
    if statement.terms:
        return bool(waiting) or statement.terms[-1].unit == token.value
    agrees, statement.lead = statement.lead in {0, token.value}, token.value
    return agrees


def _qualifier(statement: Statement, token: Token) -> bool:
    """Note a qualifier, ahead of the figures or after them all."""
    statement.qualifiers.add(token.qualifier)
    statement.is_over = bool(statement.terms)
    return True


def _link(statement: Statement, _token: Token) -> bool:
    return bool(statement.terms) and not statement.is_open()


def _of(statement: Statement, _token: Token) -> bool:
    return bool(statement.terms) and statement.terms[-1].scale > 0


_EXPECTED: Final[dict[Kind, frozenset[Kind]]] = {
    "link": frozenset({"number", "one_of", "two_of"}),
    "of": frozenset({"unit"}),
}
_TAKERS: Final[dict[Kind, Callable[[Statement, Token], bool]]] = {
    "number": _number,
    "scale": _scale,
    "one_of": _one_of,
    "two_of": _two_of,
    "unit": _unit,
    "qualifier": _qualifier,
    "link": _link,
    "of": _of,
}
