"""Where each remark goes on the sheet: the cells to colour, and the words of the added column row by row."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from reinsert_cli.domain.own_sheets import COLUMN
from reinsert_cli.importers.header import Header
from reinsert_cli.importers.outcome import FileResult
from reinsert_cli.importers.returns.remarks import Remark

GOOD: Final = "✓"
LONGEST: Final = 2000
"""The longest text of one cell of the added column."""


@dataclass(frozen=True, slots=True)
class Marked:
    """The marks of one sheet: remarks by cell (1-based row, 0-based column), texts of the added column by row.

    ``top`` is the row of the headings; ``bad`` says of a row whose text is not :data:`GOOD` whether something in it is
    an error.
    """

    sheet: str
    top: int
    cells: dict[tuple[int, int], list[Remark]]
    texts: dict[int, str]
    bad: dict[int, bool]


def marked(found: Header, result: FileResult, remarks: Sequence[Remark], language: str) -> Marked:
    """Give the marks of the sheet that holds the table; the added column is there when its rows were looked at."""
    cells: dict[tuple[int, int], list[Remark]] = defaultdict(list)
    by_row: dict[int, list[Remark]] = defaultdict(list)
    for remark in remarks:
        if remark.row is not None and remark.column is not None:
            cells[remark.row, remark.column].append(remark)
            if remark.row > found.row:
                by_row[remark.row].append(remark)
    texts: dict[int, str] = {}
    if result.rows:
        texts = {row.number: GOOD for row in result.rows} | {row: _told(told) for row, told in by_row.items()}
        texts[found.row] = COLUMN[language]
    bad = {row: any(remark.is_error for remark in told) for row, told in by_row.items()}
    return Marked(found.sheet.title, found.row, dict(cells), texts, bad)


def _told(remarks: Sequence[Remark]) -> str:
    return "\n".join(line(remark) for remark in remarks)[:LONGEST]


def line(remark: Remark) -> str:
    """Give a remark on one line: the mark, the heading, what is wrong, what to do."""
    head = f"{remark.heading}: " if remark.heading else ""
    return f"{remark.mark} {head}{remark.what} {remark.remedy}"
