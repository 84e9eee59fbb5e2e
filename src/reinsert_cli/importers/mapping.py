"""What a user or a centre's profile says of columns: «Montant demandé» is the amount, column C is nobody's."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Final

from reinsert_cli.domain.faults import ExitStatus, Refusal
from reinsert_cli.domain.language import listed
from reinsert_cli.importers.fields import Kind, Meaning
from reinsert_cli.importers.labels import Label
from reinsert_cli.importers.sheet import address
from reinsert_cli.importers.wording import key

IGNORED: Final = frozenset({"", "-"})
"""What a column is mapped to when it is to be left out."""

_LETTERS: Final = re.compile(r"[A-Z]{1,2}")


def read_mapping(said: Iterable[str]) -> dict[str, str]:
    """Read ``Column=field`` as typed, the field empty or ``-`` to leave the column out. Refusal (exit 2) otherwise."""
    mapping = {}
    for one in said:
        column, sign, field = one.rpartition("=")
        if not sign or not column.strip():
            raise Refusal(ExitStatus.USAGE, "map.form", text=one)
        mapping[column.strip()] = field.strip()
    return mapping


def kinds_with(kinds: Iterable[Kind], mapping: Mapping[str, str]) -> list[Kind]:
    """Give the kinds that have every field mapped to. Refusal (exit 2), listing the fields, when none has."""
    candidates, wanted = list(kinds), {field for field in mapping.values() if field not in IGNORED}
    found = [kind for kind in candidates if wanted <= kind.by_key.keys()]
    if not found:
        known = sorted({key for kind in candidates for key in kind.by_key})
        wrong = sorted(wanted - set(known)) or sorted(wanted)
        raise Refusal(ExitStatus.USAGE, "map.field", fields=listed(wrong), known=listed(known))
    return found


class Mapped:
    """A mapping as one kind applies it to labels."""

    def __init__(self, mapping: Mapping[str, str], kind: Kind) -> None:
        self._by_heading = {key(said): kind.by_key.get(field) for said, field in mapping.items()}
        self._by_letter = {said: kind.by_key.get(field) for said, field in mapping.items() if _LETTERS.fullmatch(said)}

    def onto(self, labels: Mapping[int, Label], row: int) -> dict[int, Label]:
        """Give the labels with what is said of them, and one for each lettered column that has none."""
        told = {column: self._told(column, label) for column, label in labels.items()}
        unseen = {_position(letters): field for letters, field in self._by_letter.items()}
        return {
            column: Label((), Meaning(field), row, is_own=False) for column, field in unseen.items() if field
        } | told

    def _told(self, column: int, label: Label) -> Label:
        """Give a label with the field that its heading, or else its column's letters, are mapped to."""
        named = next((said for text in label.texts if (said := key(text)) in self._by_heading), None)
        letters = address(1, column)[:-1]
        if named is None and letters not in self._by_letter:
            return label
        field = self._by_letter[letters] if named is None else self._by_heading[named]
        meaning = Meaning(field, unit=label.meaning.unit) if field else Meaning(left_out="number")
        return replace(label, meaning=meaning)


def missing(labels: Mapping[int, Label], width: int, mapping: Mapping[str, str]) -> str:
    """Give the first heading of a mapping that stands over no column, nor is the letter of one of ``width``."""
    present = {key(text) for label in labels.values() for text in label.texts}
    letters = {address(1, column)[:-1] for column in range(width)}
    return next((said for said in mapping if key(said) not in present and said not in letters), "")


def _position(letters: str) -> int:
    """Give the 0-based position of a column from its letters: C is 2."""
    position = 0
    for letter in letters:
        position = position * 26 + ord(letter) - ord("A") + 1
    return position - 1
