"""What a terminal shows at a glance: bars beside the rows, a line of months for each year. Never in pipes or files."""

from __future__ import annotations

from collections import defaultdict
from typing import Final

from reinsert_cli.domain.language import _
from reinsert_cli.domain.table import Row, Table
from reinsert_cli.domain.text import clean

SHORTEST: Final = 8
"""Cells below which bars would tell nothing."""

LONGEST: Final = 24
"""Cells beyond which they would tell no more."""

_EIGHTHS: Final = ("", "▏", "▎", "▍", "▌", "▋", "▊", "▉")
_WHOLE: Final = "█"
_LEVELS: Final = "▁▂▃▄▅▆▇█"
_NOTHING: Final = "·"
_FEW: Final = 3


def bars(table: Table, room: int) -> dict[int, str]:
    """Give, by position, a bar for each row of what a glance compares, the longest of ``room`` cells.

    Nothing where there is no room, or nothing to compare.
    """
    if not table.charts or not room:
        return {}
    key = table.charts[0].of[0]
    values = {place: _value(row, key) for place, row in enumerate(table.rows) if place not in table.subtotals}
    largest = max(values.values(), default=0)
    if largest <= 0 or len(values) == 1:
        return {}
    return {place: bar(value, largest, room) for place, value in values.items()}


def bar(value: int, largest: int, width: int) -> str:
    """Draw ``value`` as a bar in a width that ``largest`` fills; whatever is above nothing can be seen."""
    if value <= 0:
        return ""
    eighths = max(value * width * 8 // largest, 1)
    return _WHOLE * (eighths // 8) + _EIGHTHS[eighths % 8]


def sparklines(table: Table) -> list[str]:
    """Draw a series of months: a line for each year, a sign for each month; nothing for other tables."""
    if not table.charts or table.charts[0].kind != "line":
        return []
    (category, *_others), (key, *_parts) = table.charts[0].by, table.charts[0].of
    rows = {str(row[category]): row for row in table.outermost if len(str(row[category])) == len("2024-12")}
    known = {month: _value(row, key) for month, row in rows.items()}
    largest = max(known.values(), default=0)
    if largest <= 0 or len(known) < _FEW:
        return []
    years: dict[str, list[str]] = defaultdict(lambda: [" "] * 12)
    for month, value in known.items():
        hidden = rows[month].get(key)
        years[month[:4]][int(month[5:]) - 1] = hidden if isinstance(hidden, str) else _level(value, largest)
    heading = next(column.label for column in table.columns if column.key == key)
    title = _("{heading}, from January to December:").format(heading=clean(heading))
    return [title, *(f"{year}  {''.join(signs)}" for year, signs in sorted(years.items()))]


def _level(value: int, largest: int) -> str:
    return _LEVELS[-(-value * len(_LEVELS) // largest) - 1] if value > 0 else _NOTHING


def _value(row: Row, key: str) -> int:
    value = row.get(key)
    return value if isinstance(value, int) else 0
