"""Finds the table in a sheet: which row holds the headings, and of which kind the sheet is."""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from reinsert_cli.domain.faults import Fault, Problem
from reinsert_cli.domain.language import listed
from reinsert_cli.importers.fields import Field, Kind, heading_key
from reinsert_cli.importers.sheet import Sheet, address

FATAL: Final = frozenset({"header.twice", "sheet.no_rows"})
"""What keeps a sheet from being looked at row by row."""

DEPTH: Final = 40
"""How many rows may stand above the headings."""


@dataclass(frozen=True, slots=True)
class Header:
    """A table found: its kind, its sheet, the 1-based row of its headings and its columns by 0-based position."""

    kind: Kind
    sheet: Sheet
    row: int
    columns: dict[int, Field]


def find(sheets: Iterable[Sheet], kinds: Sequence[Kind]) -> Header | Fault:
    """Find the one table of one of ``kinds``: the row that names the most columns of a kind that it fits.

    Faults: ``header.not_found`` (with the headings that would be needed), ``header.ambiguous`` when two kinds
    fit the same row, ``header.several`` when two sheets hold a table.
    """
    found = [header for sheet in sheets if (header := _in_sheet(sheet, kinds)) is not None]
    ambiguous = next((item for item in found if isinstance(item, Fault)), None)
    if ambiguous:
        return ambiguous
    headers = [item for item in found if isinstance(item, Header)]
    if not headers:
        return Fault("header.not_found", {"needed": _needed(kinds)})
    if len(headers) > 1:
        return Fault("header.several", {"sheets": listed(header.sheet.title for header in headers)})
    return headers[0]


def _in_sheet(sheet: Sheet, kinds: Sequence[Kind]) -> Header | Fault | None:
    candidates: list[Header] = []
    for number, cells in enumerate(sheet.rows[:DEPTH], start=1):
        matches = [Header(kind, sheet, number, kind.match(cells)) for kind in kinds]
        candidates += [found for found in matches if found.kind.fits(field.key for field in found.columns.values())]
    if not candidates:
        return None
    most = max(len(found.columns) for found in candidates)
    best = [found for found in candidates if len(found.columns) == most]
    if best[0].row == best[-1].row and len(best) > 1:
        return Fault("header.ambiguous", {"kinds": listed(found.kind.name for found in best)})
    return best[0]


def _needed(kinds: Sequence[Kind]) -> str:
    """Name, by their usual French heading, the columns that would make a sheet of one of ``kinds``."""
    wishes = []
    for kind in kinds:
        usual = {field.key: field.heading() for field in kind.fields}
        shortest = min(kind.signatures, key=len)
        wishes.append(" + ".join(usual[field.key] for field in kind.fields if field.key in shortest))
    return " ; ".join(wishes)


def problems(header: Header) -> list[Problem]:
    """Give what is odd about the headings: two columns of one meaning (an error), columns not understood (a notice)."""
    found: list[Problem] = []
    seen: dict[str, int] = {}
    for column, field in header.columns.items():
        if field.key in seen:
            fault = Fault("header.twice", {"heading": field.heading(), "cell": address(header.row, seen[field.key])})
            found.append(_at(header, column, fault, "error"))
        seen[field.key] = column
    cells = header.sheet.rows[header.row - 1]
    for column, cell in enumerate(cells):
        if cell is not None and column not in header.columns:
            near = _nearest(heading_key(cell), header.kind)
            fault = Fault("header.unknown_near", {"near": near}) if near else Fault("header.unknown")
            found.append(_at(header, column, fault, "notice"))
    return found


def _nearest(folded: str, kind: Kind) -> str:
    close = difflib.get_close_matches(folded, kind.by_heading, n=1, cutoff=0.75)
    return kind.by_heading[close[0]].heading() if close else ""


def _at(header: Header, column: int, fault: Fault, severity: str) -> Problem:
    return Problem(
        fault,
        "error" if severity == "error" else "notice",
        header.sheet.title,
        address(header.row, column),
        header.row,
    )
