"""Finds the table in a file: on which sheet, under which row of headings, of which kind."""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import islice
from typing import Final

from reinsert_cli.domain.faults import Fault, Problem, Severity
from reinsert_cli.domain.language import count, listed
from reinsert_cli.domain.text import nearest
from reinsert_cli.importers import cells as readers
from reinsert_cli.importers.fields import Field, Kind, heading_key
from reinsert_cli.importers.headings import speaks_of_money
from reinsert_cli.importers.labels import Heads, Label
from reinsert_cli.importers.mapping import Mapped, missing
from reinsert_cli.importers.sheet import Sheet, address
from reinsert_cli.importers.units import Unit, note
from reinsert_cli.importers.wording import key as wording_key

FATAL: Final = frozenset({"header.twice", "header.currency", "unit.contradiction", "sheet.no_rows"})
"""What keeps a sheet from being looked at row by row."""

HANDED_OVER: Final = frozenset({"batch", "envelope"})
"""The columns that only lists of what is handed over have."""

DEPTH: Final = 40
"""How many rows may stand above the headings."""

_NEAR: Final = 0.75
_LONGEST_NEAR: Final = 60
_SAMPLE: Final = 50
_FEWEST: Final = 2
"""How many columns must be understood for a row to be told as headings that lack one, or rows for a column to count."""


@dataclass(frozen=True, slots=True)
class Header:
    """A table found: its kind, its sheet, the 1-based row of its headings and its columns by 0-based position.

    ``row`` is the lowest row of headings, ``top`` the highest. ``scales`` gives the dirhams that one stands for in
    the columns of amounts that are not in dirhams; ``note`` is the row and column of the line that says so.
    """

    kind: Kind
    sheet: Sheet
    row: int
    columns: dict[int, Field]
    top: int = 0
    labels: Mapping[int, Label] = field(default_factory=dict)
    scales: Mapping[int, int] = field(default_factory=dict)
    note: tuple[int, int] | None = None

    @property
    def named(self) -> int:
        """Give how many columns have a field by what stands over them."""
        return sum(1 for column in self.columns if column in self.labels and self.labels[column].texts)


def find(
    sheets: Iterable[Sheet], kinds: Sequence[Kind], mapping: Mapping[str, str] | None = None, title: str | None = None
) -> Header | Fault:
    """Find the one table of one of ``kinds``: the row that names the most columns of a kind that it fits.

    ``mapping`` says of headings (or of columns by their letters) which field they are, or none; ``title`` names
    the sheet. Hidden sheets are no data unless named. Faults: ``sheet.missing``, ``header.not_found`` or
    ``header.incomplete`` (with the headings that would be needed), ``map.missing``, ``sheet.hidden_only``,
    ``header.ambiguous`` when two kinds fit the same row, ``header.several`` when two sheets hold a table.
    """
    everything, mapping = tuple(sheets), mapping or {}
    looked_at = [sheet for sheet in everything if not sheet.is_hidden] if title is None else _named(everything, title)
    if isinstance(looked_at, Fault):
        return looked_at
    found = [header for sheet in looked_at if (header := _in_sheet(sheet, kinds, mapping)) is not None]
    ambiguous = next((item for item in found if isinstance(item, Fault)), None)
    if ambiguous:
        return ambiguous
    headers = [item for item in found if isinstance(item, Header)]
    filled = [header for header in headers if len(header.sheet.rows) > header.row] or headers
    if len(filled) > 1:
        return Fault("header.several", {"sheets": listed(header.sheet.title for header in filled)})
    return filled[0] if filled else _nothing(everything, looked_at, kinds, mapping)


def _named(sheets: Sequence[Sheet], title: str) -> list[Sheet] | Fault:
    """Give the sheet of a title, else the one whose title differs from it in case, accents or spaces only."""
    exact = [sheet for sheet in sheets if sheet.title == title]
    alike = [sheet for sheet in sheets if wording_key(sheet.title) == wording_key(title)]
    for found in (exact, alike):
        if len(found) == 1:
            return found
    return Fault("sheet.missing", {"sheet": title, "near": nearest(title, [sheet.title for sheet in sheets])})


def _nothing(
    everything: Sequence[Sheet], sheets: Sequence[Sheet], kinds: Sequence[Kind], mapping: Mapping[str, str]
) -> Fault:
    """Say what comes nearest to a table: one on a hidden sheet, a row of headings that lacks one, or nothing."""
    hidden = [sheet for sheet in everything if sheet not in sheets]
    having = [sheet.title for sheet in hidden if isinstance(_in_sheet(sheet, kinds, mapping), Header)]
    if having:
        return Fault("sheet.hidden_only", {"sheets": listed(having)})
    partial = [one for sheet in sheets for kind in kinds for one in _candidates(sheet, kind, mapping)]
    best = max(partial, key=lambda one: one.named, default=None)
    if best is None or best.named < _FEWEST:
        return Fault("header.not_found", {"needed": _needed(kinds)})
    if unmapped := _unmapped(best, mapping):
        return unmapped
    said = {"sheet": best.sheet.title, "row": str(best.row), "missing": _missing(best)}
    asked = [address(best.row, column) for column, label in best.labels.items() if label.meaning.left_out == "asked"]
    return Fault("header.amount_asked", {**said, "cells": listed(asked)}) if asked else Fault("header.incomplete", said)


def _missing(partial: Header) -> str:
    """Name, by their usual heading, the columns that a row of headings lacks."""
    present = {one.key for one in partial.columns.values()}
    lacking = min((signature - present for signature in partial.kind.signatures), key=len)
    return listed(one.heading() for one in partial.kind.fields if one.key in lacking)


def _in_sheet(sheet: Sheet, kinds: Sequence[Kind], mapping: Mapping[str, str]) -> Header | Fault | None:
    candidates = [one for kind in kinds for one in _candidates(sheet, kind, mapping) if _fits(one)]
    if len(kinds) > 1:
        candidates = [one for one in candidates if _tells(one, kinds)]
    if not candidates:
        return None
    most = max(found.named for found in candidates)
    first = min(found.row for found in candidates if found.named == most)
    best = [found for found in candidates if found.named == most and found.row == first]
    if len(best) > 1:
        return Fault("header.ambiguous", {"kinds": listed(found.kind.name for found in best)})
    lowest = _lowest(best[0], candidates)
    return _unmapped(lowest, mapping) or _with_units(lowest)


def _unmapped(found: Header, mapping: Mapping[str, str]) -> Fault | None:
    """Give the fault of a mapping that speaks of a column which the table has not."""
    if not mapping:
        return None
    absent = missing(found.labels, max(map(len, found.sheet.rows), default=0), mapping)
    return Fault("map.missing", {"heading": absent, "row": str(found.row)}) if absent else None


def _candidates(sheet: Sheet, kind: Kind, mapping: Mapping[str, str]) -> Iterator[Header]:
    """Give, for each of the first rows, the table that it would be the lowest row of headings of."""
    heads, mapped = Heads(sheet, kind, DEPTH), Mapped(mapping, kind)
    for number in range(1, min(DEPTH, len(sheet.rows)) + 1):
        labels = mapped.onto(heads.labels(number), number)
        if any(label.is_own for label in labels.values()):
            top = number - max((label.reach for label in labels.values() if label.meaning.field), default=0)
            yield Header(kind, sheet, number, _fields(labels), top, labels)


def _fields(labels: Mapping[int, Label]) -> dict[int, Field]:
    """Give the columns' fields; a weak heading names none that another column has: «GSM» beside «Téléphone»."""
    meanings = {column: label.meaning for column, label in labels.items()}
    strong = {meaning.field.key for meaning in meanings.values() if meaning.field and not meaning.is_weak}
    named = ((column, meaning.field, meaning.is_weak) for column, meaning in meanings.items() if meaning.field)
    return {column: one for column, one, is_weak in named if not is_weak or one.key not in strong}


def _fits(found: Header) -> bool:
    """Tell whether a candidate has a signature of its kind, headings of its own, and people rather than counts."""
    has_own = any(found.labels[column].is_own for column in found.columns if column in found.labels)
    return has_own and found.kind.fits(one.key for one in found.columns.values()) and not _counts(found)


def _tells(found: Header, kinds: Sequence[Kind]) -> bool:
    """Tell whether the headings alone say that a sheet is of the candidate's kind, and of none that has more."""
    kind = found.kind
    if kind.told_by and kind.told_by.isdisjoint(field.key for field in found.columns.values()):
        return False
    others = [other for other in kinds if other is not kind] if kind.is_before_handover or kind.is_without_money else []
    said = [text for label in found.labels.values() for text in label.texts]
    named = [field for other in others for text in said if (field := other.meaning(text).field)]
    has_money = any(map(speaks_of_money, said)) or any(field.read in readers.AMOUNTS for field in named)
    is_handed_over = any(field.key in HANDED_OVER for field in named)
    return not (kind.is_without_money and has_money) and not (kind.is_before_handover and is_handed_over)


def _counts(found: Header) -> bool:
    """Tell whether a sheet counts people instead of naming them, as summaries do: its column of names is of figures."""
    keys = {one.key for one in found.columns.values()}
    names = [column for column, one in found.columns.items() if one.read is readers.name]
    if not names or keys & {"cin", "file_number"}:
        return False
    below = (row[column] for row in found.sheet.rows[found.row :] for column in names if column < len(row))
    filled = (cell for cell in below if cell is not None and not (isinstance(cell, str) and _is_total_word(cell)))
    first = list(islice(filled, _SAMPLE))
    return bool(first) and all(isinstance(cell, (int, float)) for cell in first)


def _is_total_word(text: str) -> bool:
    return wording_key(text).startswith(("total", "مجموع"))


def _lowest(best: Header, candidates: Sequence[Header]) -> Header:
    """Go down to the sub-headings of the row found, where they name no fewer columns with its help."""
    for one in candidates:
        if one.kind is best.kind and one.row == best.row + 1 and one.top <= best.row and one.top < one.row:
            return _lowest(one, candidates) if one.named >= best.named else best
    return best


def _with_units(found: Header) -> Header:
    """Give the columns of amounts their scale: their heading's, else that of a line above the table."""
    amounts = [column for column, one in found.columns.items() if one.read in readers.AMOUNTS]
    place, announced = _note(found)
    units = {column: _unit(found, column) for column in amounts}
    factors = {column: unit.dirhams if unit else announced for column, unit in units.items()}
    scales = {column: factor for column, factor in factors.items() if factor > 1}
    return Header(found.kind, found.sheet, found.row, found.columns, found.top, found.labels, scales, place)


def _unit(found: Header, column: int) -> Unit | None:
    label = found.labels.get(column)
    return label.meaning.unit if label else None


def _note(found: Header) -> tuple[tuple[int, int] | None, int]:
    """Find the line above the table that announces a unit: its place and its factor."""
    for number in range(found.top - 1, 0, -1):
        for column, cell in enumerate(found.sheet.rows[number - 1]):
            if isinstance(cell, str) and len(cell) <= readers.LONGEST_NOTE and (unit := note(cell)):
                return (number, column), unit.dirhams
    return None, 1


def _needed(kinds: Sequence[Kind]) -> str:
    """Name, by their usual French heading, the columns that would make a sheet of one of ``kinds``."""
    wishes = []
    for kind in kinds:
        usual = {field.key: field.heading() for field in kind.fields}
        shortest = min(kind.signatures, key=len)
        wishes.append(" + ".join(usual[field.key] for field in kind.fields if field.key in shortest))
    return " ; ".join(wishes)


def problems(header: Header) -> list[Problem]:
    """Give what is odd about the headings: errors (two columns of one meaning, units that clash), then notices."""
    return [*_twice(header), *_units_told(header), *_unknown(header), *_not_kept(header)]


def _twice(header: Header) -> Iterator[Problem]:
    seen: dict[str, int] = {}
    for column, one in header.columns.items():
        if one.key in seen:
            params = {"heading": one.heading(), "cell": _address(header, seen[one.key])}
            yield _at(header, column, Fault("header.twice", params), "error")
        seen[one.key] = column


def _units_told(header: Header) -> Iterator[Problem]:
    for column, one in header.columns.items():
        unit = _unit(header, column)
        if one.read in readers.AMOUNTS and unit and unit.is_foreign:
            yield _at(header, column, Fault("header.currency"), "error")
        elif one.read in readers.AMOUNTS and header.note and unit and unit.dirhams != _note(header)[1]:
            yield _at(header, column, Fault("unit.contradiction", {"cell": address(*header.note)}), "error")
        elif column in header.scales:
            params = {"factor": count(header.scales[column])}
            yield _at(header, column, Fault("unit.scaled", params), "notice")


def _unknown(header: Header) -> Iterator[Problem]:
    """Tell each column that is not understood, and each that holds something under no heading."""
    for column, label in header.labels.items():
        if column not in header.columns and not label.meaning.is_known:
            near = _nearest(label.texts, header.kind)
            fault = Fault("header.unknown_near", {"near": near}) if near else Fault("header.unknown")
            yield _at(header, column, fault, "notice")
    named = header.labels.keys() | header.columns.keys()
    body = header.sheet.rows[header.row :]
    for column in set(range(max(map(len, body), default=0))) - named:
        held = (row[column] for row in body if column < len(row) and row[column] is not None)
        if len(list(islice(held, _FEWEST))) == _FEWEST:
            yield _at(header, column, Fault("header.blank"), "notice")


def _not_kept(header: Header) -> Iterator[Problem]:
    """Tell, in one notice, the columns that are understood and that no ledger keeps; running numbers are not told."""
    left = [
        column
        for column, label in header.labels.items()
        if column not in header.columns and (label.meaning.field or label.meaning.left_out in {"not_kept", "asked"})
    ]
    if left:
        cells = listed(_address(header, column) for column in left)
        yield _at(header, left[0], Fault("header.not_kept", {"cells": cells}), "notice")


def _nearest(texts: Iterable[str], kind: Kind) -> str:
    for text in texts:
        wording = heading_key(text) if len(text) <= _LONGEST_NEAR else ""
        close = difflib.get_close_matches(wording, kind.by_heading, n=1, cutoff=_NEAR)
        if close and (found := kind.by_heading[close[0]].field):
            return found.heading()
    return ""


def _address(header: Header, column: int) -> str:
    label = header.labels.get(column)
    return address(label.row if label else header.row, column)


def _at(header: Header, column: int, fault: Fault, severity: Severity) -> Problem:
    label = header.labels.get(column)
    row = label.row if label else header.row
    return Problem(fault, severity, header.sheet.title, address(row, column), row)
