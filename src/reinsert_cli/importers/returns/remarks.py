"""What there is to tell the sender of a file: each finding with its place and its two sentences."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Final

from reinsert_cli.domain.faults import Fault, Problem
from reinsert_cli.domain.people import is_arabic
from reinsert_cli.domain.sentences import say_to_sender
from reinsert_cli.importers.fields import heading_key
from reinsert_cli.importers.header import Header
from reinsert_cli.importers.outcome import FileResult
from reinsert_cli.importers.run import Prepared
from reinsert_cli.importers.sheet import Cell, Sheet, Source, address

LONGEST_HEADING: Final = 40
ROWS_OF_HEADINGS: Final = 4
SAMPLE: Final = 200
"""How many rows are looked at to tell a sheet's alphabet where no headings are found."""

_ADDRESS: Final = re.compile(r"([A-Z]{1,3})([0-9]{1,7})")


Said = dict[tuple[str, int | None, str | None], Fault]
"""Faults by code, row and address of the cell."""


@dataclass(frozen=True, slots=True)
class Remark:
    """One finding: what is wrong, what to do, the heading it stands under, and its cell where it has one.

    ``row`` is 1-based, ``column`` 0-based; both are None for what concerns the whole file.
    """

    is_error: bool
    what: str
    remedy: str
    heading: str = ""
    row: int | None = None
    column: int | None = None

    @property
    def mark(self) -> str:
        """Give the sign that says, without colour, whether to mend or to decide."""
        return "✗" if self.is_error else "?"

    @property
    def cell(self) -> str:
        """Give the address of the cell, empty where there is none."""
        return "" if self.row is None or self.column is None else address(self.row, self.column)


def language_of(source: Source, found: Header | None) -> str:
    """Give the language that a sheet is written in: by its headings, else by the alphabet of its cells."""
    if found is None:
        texts = [
            cell for sheet in source.sheets for row in sheet.rows[:SAMPLE] for cell in row if isinstance(cell, str)
        ]
        return "ar" if _mostly_arabic(texts) else "fr"
    cells = found.sheet.rows[found.row - 1]
    headings = [
        (heading_key(cell), field)
        for column, field in found.columns.items()
        if column < len(cells) and isinstance(cell := cells[column], str)
    ]
    if _mostly_arabic(heading for heading, _field in headings):
        return "ar"
    said: Counter[str] = Counter()
    for heading, field in headings:
        languages = [name for name in ("fr", "en") if heading in map(heading_key, getattr(field, name))]
        said.update(languages if len(languages) == 1 else ())
    return "en" if said["en"] > said["fr"] else "fr"


def _mostly_arabic(texts: Iterable[str]) -> bool:
    words = [text for text in texts if any(character.isalpha() for character in text)]
    return sum(map(is_arabic, words)) * 2 > len(words)


def faults_of(prepared: Prepared) -> Said:
    """Give every fault that was found before the ledger was asked, as it was said."""
    said: Said = {
        (problem.fault.code, problem.row, problem.cell): problem.fault for problem in prepared.result.problems
    }
    for row in prepared.rows:
        for column, fault in row.faults:
            said[fault.code, row.number, None if column is None else address(row.number, column)] = fault
    return said


def remarks(found: Header | None, result: FileResult, said: Said) -> list[Remark]:
    """Give what a person has to look at, in the language in use, from the top of the sheet to its foot.

    ``said`` holds faults as this language says them, where the user's is another: amounts and names are written
    its way.
    """
    told = [problem for problem in result.problems if problem.severity in ("error", "warning")]
    all_ = (_remark(problem, found, said) for problem in told)
    return sorted(all_, key=lambda one: (one.row or 0, one.column or 0))


def _remark(problem: Problem, found: Header | None, said: Said) -> Remark:
    row, column = _place(problem, found)
    heading = _heading(found, column) if problem.cell else ""
    fault = said.get((problem.fault.code, problem.row, problem.cell), problem.fault)
    if fault.code == "cell.required" and heading:
        fault = replace(fault, params={**fault.params, "heading": heading})
    what, remedy = say_to_sender(fault)
    return Remark(problem.severity == "error", what, remedy, heading, row, column)


def _place(problem: Problem, found: Header | None) -> tuple[int | None, int | None]:
    """Give the cell that a problem colours: its own, its row's first, else the first heading."""
    if found is None or problem.sheet != found.sheet.title:
        return None, None
    address_ = _ADDRESS.fullmatch(problem.cell or "")
    if address_:
        return int(address_[2]), _column(address_[1])
    row = problem.row or found.row
    return row, _first(found.sheet, row, min(found.columns, default=0))


def _column(letters: str) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - ord("A") + 1
    return number - 1


def _first(sheet: Sheet, row: int, otherwise: int) -> int:
    cells: Sequence[Cell] = sheet.rows[row - 1] if row <= len(sheet.rows) else ()
    return next((column for column, cell in enumerate(cells) if cell is not None), otherwise)


def _heading(found: Header | None, column: int | None) -> str:
    """Give the heading as the sheet writes it, not too long."""
    text = "" if found is None or column is None else written(found, column)
    return text if len(text) <= LONGEST_HEADING else text[: LONGEST_HEADING - 1] + "…"


def written(found: Header, column: int) -> str:
    """Give what stands over a column, on one line: in the row of headings or, where cells are merged, above it."""
    for cells in reversed(found.sheet.rows[max(found.row - ROWS_OF_HEADINGS, 0) : found.row]):
        if column < len(cells) and cells[column] is not None:
            return " ".join(str(cells[column]).split())
    return ""
