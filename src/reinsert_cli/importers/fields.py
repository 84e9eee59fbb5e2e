"""What a column of a centre's spreadsheet may be: its headings in three languages and how its cells are read."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import Any, Final

from reinsert_cli.domain.faults import Fault
from reinsert_cli.domain.language import current
from reinsert_cli.domain.money import Convention
from reinsert_cli.domain.text import fold
from reinsert_cli.importers import wording
from reinsert_cli.importers.headings import LeftOut, left_out
from reinsert_cli.importers.sheet import Cell
from reinsert_cli.importers.units import Unit, cut

Read = Callable[[Cell, Convention | None], Any]
"""Reads one cell that is not empty; gives a domain value or a Fault. The convention is the column's decimal mark."""

LONGEST: Final = 200
"""The longest text that is looked at as a heading."""

_PARTS: Final = re.compile(r"[/|\n;؛]|\s(?:ou|or|أو)\s|(?<=[\u0600-\u06ff])[\s:()\-–]+(?=[A-Za-zÀ-ÿ])"
                           r"|(?<=[A-Za-zÀ-ÿ°.)])[\s:()\-–]+(?=[\u0600-\u06ff])")  # fmt: skip
"""Where a heading says the same twice: on both sides of a stroke, or in two alphabets."""

_ASIDE: Final = re.compile(r"[(\[]([^()\[\]]*)[)\]]")
_FORMATS: Final = frozenset(
    fold("f m h g fm hf mf oui non o n yes no y jj mm aaaa aa dd yyyy yy j a jjmmaaaa نعم لا ذ أ ث ذكر أنثى يوم شهر سنة"
         " 1 2 3 4 obligatoire facultatif en français lettres latines latin latine caractères majuscules majuscule"
         " بالفرنسية باللاتينية باللغة الفرنسية بالحروف اللاتينية إجباري اختياري").split()
)  # fmt: skip
"""Words in brackets that say only how a column is filled."""
_TRAILING: Final = re.compile(r"(?<=\w\w\w)(?:[\s/](?:[fhm]|oui|non|jj|mm|aaaa)){2,}\s*$", re.IGNORECASE)


def spelt(headings: str) -> tuple[str, ...]:
    """Give headings that are written one after the other, with points between: ``CIN · C.I.N. · CNIE``."""
    return tuple(headings.split(" · "))


@dataclass(frozen=True, slots=True)
class Field:
    """One column that a kind knows: key, reader, usual headings in three languages, whether it must be filled.

    The first heading of each language is the one that templates print. A ``weak`` heading names the field only in
    a sheet where no other column does: beside «Téléphone», «GSM» is left out.
    """

    key: str
    read: Read
    fr: tuple[str, ...]
    en: tuple[str, ...]
    ar: tuple[str, ...]
    required: bool = False
    weak: tuple[str, ...] = ()
    note: str = ""
    """What this kind's form says of the column, where others say something else of one with the same key."""

    @property
    def headings(self) -> tuple[str, ...]:
        """Give every heading that names this column."""
        return self.fr + self.en + self.ar + self.weak

    def heading(self) -> str:
        """Give the usual heading in the reader's language."""
        return {"fr": self.fr, "en": self.en, "ar": self.ar}[current()][0]


@dataclass(frozen=True, slots=True)
class Meaning:
    """What a heading means to a kind: a field (weakly or not) in a unit, or why it is left out; else not understood."""

    field: Field | None = None
    is_weak: bool = False
    unit: Unit | None = None
    left_out: LeftOut | None = None

    @property
    def is_known(self) -> bool:
        """Tell whether the heading is understood."""
        return self.field is not None or self.left_out is not None


@dataclass(frozen=True)
class Kind:
    """One kind of spreadsheet: its columns, and the sets of columns one of which makes a sheet of this kind.

    What follows holds only where the headings have to tell the kind: one ``told_by`` some columns has one of them;
    one ``is_before_handover`` has no column of batches or envelopes; one ``is_without_money`` none of amounts.
    """

    name: str
    fields: tuple[Field, ...]
    signatures: tuple[frozenset[str], ...]
    happened: tuple[str, ...] = ()
    """The columns of which one at least is filled once what a row is about has happened; none: rows do not wait."""
    told_by: frozenset[str] = frozenset()
    is_before_handover: bool = False
    is_without_money: bool = False

    @cached_property
    def by_key(self) -> dict[str, Field]:
        """Give the fields by key."""
        return {field.key: field for field in self.fields}

    @cached_property
    def by_heading(self) -> dict[str, Meaning]:
        """Give the fields by the folded form of each heading."""
        strong = {heading_key(said): Meaning(field) for field in self.fields for said in field.headings}
        return strong | {
            heading_key(said): Meaning(field, is_weak=True) for field in self.fields for said in field.weak
        }

    @cached_property
    def _known(self) -> dict[str, Meaning]:
        return {}

    def meaning(self, text: str) -> Meaning:
        """Give what a heading means, whatever its case, accents, abbreviations, unit and line breaks."""
        if len(text) > LONGEST:
            return Meaning()
        if text not in self._known:
            if len(self._known) > 4 * LONGEST:
                self._known.clear()
            self._known[text] = self._understood(text)
        return self._known[text]

    def joined(self, group: str, text: str) -> Meaning | None:
        """Give the field that a group heading and the heading under it name together, in either order."""
        if len(group) + len(text) > LONGEST:
            return None
        for said in (f"{group} {text}", f"{text} {group}"):
            plain, unit, _reason = _looked_at(said)
            if found := self.by_heading.get(wording.key(plain)):
                return Meaning(found.field, found.is_weak, unit)
        return None

    def _understood(self, text: str) -> Meaning:
        plain, unit, reason = _looked_at(text)
        found = self.by_heading.get(wording.key(plain)) or self._said_twice(plain)
        return Meaning(found.field, found.is_weak, unit) if found else Meaning(None, unit=unit, left_out=reason)

    def _said_twice(self, text: str) -> Meaning | None:
        """Give the one field that every part of a heading names, where the parts are not of other meanings."""
        parts = [part for part in _PARTS.split(text) if wording.key(part)]
        if len(parts) < 2:  # noqa: PLR2004  (twice)
            return None
        found = [self.by_heading.get(wording.key(part)) for part in parts]
        if any(one is None and left_out(part) for part, one in zip(parts, found, strict=True)):
            return None
        named = {one.field.key: one for one in found if one and one.field}
        is_sure = len(named) == 1 and (None not in found or _is_in_two_alphabets(text))
        return next(iter(named.values())) if is_sure else None

    def fits(self, keys: Iterable[str]) -> bool:
        """Tell whether columns with these keys make a sheet of this kind."""
        present = set(keys)
        return any(signature <= present for signature in self.signatures)


@lru_cache(maxsize=4096)
def _looked_at(text: str) -> tuple[str, Unit | None, LeftOut | None]:
    """Give a heading without its unit, the unit, and why no ledger keeps it, for all kinds alike."""
    plain, unit = cut(_without_formats(text))
    return plain, unit, left_out(text) or left_out(plain)


def heading_key(text: str) -> str:
    """Give the form for comparing headings, unit left out: ``Montant (en DH)`` is ``montant``."""
    return wording.key(cut(_without_formats(text))[0])


def _without_formats(text: str) -> str:
    """Leave out brackets that say how to fill the column: ``Sexe (F/M)``, ``Né le (jj/mm/aaaa)``, ``Montant (1)``."""

    def kept(found: re.Match[str]) -> str:
        said = set(fold(found[1]).split())
        return " " if said <= _FORMATS and (said or not found[1].strip()) else found[0]

    return _TRAILING.sub("", _ASIDE.sub(kept, text))


def _is_in_two_alphabets(text: str) -> bool:
    return bool(re.search(r"[\u0600-\u06ff]", text) and re.search(r"[A-Za-z]", text))


@dataclass(frozen=True, slots=True)
class Parsed:
    """One row of the table: its 1-based number in the sheet, its values by field key, its faults by column."""

    number: int
    values: dict[str, Any]
    faults: tuple[tuple[int | None, Fault], ...] = ()
