"""Values as cells of a workbook: real numbers and dates, exact to the centime; a text is never more than a text."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import lru_cache
from typing import TYPE_CHECKING, Any, Final

from reinsert_cli.domain.table import Column, Unit, Value
from reinsert_cli.domain.text import clean, is_like_a_formula
from reinsert_cli.render.cells import bare, complete_date, is_figure, shown
from reinsert_cli.render.looks import NUMBER_FORMATS, Look, Looks

if TYPE_CHECKING:
    from xlsxwriter.format import Format
    from xlsxwriter.worksheet import Worksheet

Put = Callable[[int, Value], Any]
"""Puts a value into a row (counted from 0) of one column."""

_LONGEST_TEXT: Final = 32_767
_FIRST_YEAR: Final = 1901  # spreadsheets disagree on the days before
_DAY_ZERO: Final = date(1899, 12, 30)
_KEPT: Final = 4096  # a column says the same words and days over and over
_DAY: Final[Look] = {"num_format": NUMBER_FORMATS["date"], "align": "center"}
_QUOTED: Final[Look] = {"quote_prefix": True}
"""Keeps a text that looks like a formula a text, whoever edits it."""
_PARTS: Final[dict[Unit, int]] = {"money": 100, "percent": 1000}


def putter(sheet: Worksheet, looks: Looks, column: Column, place: int, *given: Look) -> Put:
    """Give what puts the values of ``column`` into the column ``place`` (from 0): unknown is an empty cell.

    Every cell has the looks ``given``, over what its value asks for.
    """
    write_number, write_string, write_blank = sheet.write_number, sheet.write_string, sheet.write_blank
    look = _look(column)
    blank, text, quoted = looks(*given), looks(look, *given), looks(look, *given, _QUOTED)
    figure = looks({"num_format": NUMBER_FORMATS.get(column.unit, "General")}, *given)
    parts = _PARTS.get(column.unit, 1)
    is_number = column.unit not in {"flag", "figure"}

    @lru_cache(_KEPT)
    def known(value: Value) -> tuple[Callable[..., Any], Any, Format]:
        unit, content = bare(column, value)
        day = complete_date(content) if unit == "date" else None
        if day and day.year >= _FIRST_YEAR:
            return write_number, (day - _DAY_ZERO).days, looks(_DAY, *given)
        if isinstance(content, int) and unit != "flag":
            return write_number, content / _PARTS.get(unit, 1), looks({"num_format": NUMBER_FORMATS[unit]}, *given)
        plain = writable(shown(column, value))
        return (write_string if plain else write_blank), plain, quoted if is_like_a_formula(plain) else text

    def put(row: int, value: Value) -> None:
        if value is None:
            write_blank(row, place, None, blank)
        elif is_number and type(value) is int:
            write_number(row, place, value / parts, figure)
        else:
            write, cell, dress = known(value)
            write(row, place, cell, dress)

    return put


def _look(column: Column) -> Look:
    """Give the look of a text in its column."""
    return {"num_format": "@", "text_wrap": True, **_side(column)}


def _side(column: Column) -> Look:
    """Tell where a text stands in its cell; the side of prose is the one its language begins on."""
    if is_figure(column):
        return {"align": "right"}
    return {"align": "center"} if column.unit in {"date", "term", "flag"} else {}


def put_text(sheet: Worksheet, row: int, place: int, text: str, looks: Looks, *given: Look) -> None:
    """Put a text that stays a text, even where it looks like a formula, a link, an error or a number."""
    plain = writable(text)
    write = sheet.write_string if plain else sheet.write_blank
    write(row, place, plain, looks(*given, _QUOTED if is_like_a_formula(plain) else {}))


def writable(text: str) -> str:
    """Give ``text`` without what a workbook cannot hold."""
    plain = clean(text)
    return plain if len(plain) <= _LONGEST_TEXT else plain[: _LONGEST_TEXT - 1] + "…"
