"""How wide columns are and how high rows, in characters and points: no spreadsheet finds both by itself."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Sequence
from typing import Final

from rich.cells import cell_len

from reinsert_cli.domain.table import Row, Table
from reinsert_cli.domain.text import clean
from reinsert_cli.render.cells import shown, total

LINE_HEIGHT: Final = 15.0
"""Points that a line of the usual size takes."""

_NARROWEST: Final = 10
_WIDEST: Final = 48
_FILTER_BUTTON: Final = 4
_TALLEST: Final = 400.0
_USUAL_SIZE: Final = 11


def widths(table: Table, rows: Sequence[Row]) -> list[int]:
    """Give each column's width in characters: its values and the longest word of its heading, from 10 to 48."""
    found = []
    for column in table.columns:
        texts = [shown(column, row.get(column.key)) for row in rows]
        texts += [total(table, column)] if table.totals else []
        texts += column.entry.choices if column.entry else ()
        values = max(map(cell_len, texts), default=0) + 2
        heading = max(map(cell_len, clean(column.label).split()), default=0) + _FILTER_BUTTON
        found.append(min(max(values, heading, _NARROWEST), _WIDEST))
    return found


def height_of_line(text: str, width: int, size: float = _USUAL_SIZE) -> float:
    """Give the points that ``text`` takes across ``width`` characters of the usual size, in letters of ``size``."""
    scale = size / _USUAL_SIZE
    return min(_lines(text, round(width / scale)) * scale * LINE_HEIGHT, _TALLEST)


def height_of_row(texts: Iterable[str], widths: Sequence[int]) -> float | None:
    """Give the points that a row takes, each text in its column; None where one line of the usual height is enough."""
    lines = max(_lines(text, width - 1) for text, width in zip(texts, widths, strict=True))
    return min(lines * LINE_HEIGHT, _TALLEST) if lines > 1 else None


def _lines(text: str, width: int) -> int:
    """Give the lines that ``text`` takes in ``width`` characters, a little too many rather than too few."""
    if len(text) <= width:
        return 1
    return len(textwrap.wrap(clean(text), max(width, 1), break_on_hyphens=False)) or 1
