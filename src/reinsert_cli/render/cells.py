"""One value of a table, as a reader sees it and as a machine reads it.

A figure's column may hold a text in place of the figure (``…`` for a masked count): readers see it,
machines get ``None``. Text comes from files that strangers wrote, so everything a reader sees is
cleaned first.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date
from typing import Final

from reinsert_cli.domain import language
from reinsert_cli.domain.language import _
from reinsert_cli.domain.money import plain
from reinsert_cli.domain.table import Column, Figure, Table, Unit, Value
from reinsert_cli.domain.text import clean
from reinsert_cli.domain.vocabulary import label

ABSENT: Final = "—"
FIGURES: Final[frozenset[Unit]] = frozenset({"count", "year", "money", "percent", "figure"})

_ISO_DATE: Final = re.compile(r"\d{4}-\d\d(-\d\d)?")


def is_figure(column: Column) -> bool:
    """Tell whether the column holds figures, which are aligned on the right and never wrapped."""
    return column.unit in FIGURES


def bare(column: Column, value: Value) -> tuple[Unit, str | int | None]:
    """Give the unit of ``value``, the column's unless the value carries its own, and the value without it."""
    if isinstance(value, Figure):
        return value.unit, value.value
    return column.unit, value


def shown(column: Column, value: Value) -> str:
    """Write ``value`` as the reader of the language in use expects it; ``—`` where it is unknown."""
    unit, content = bare(column, value)
    if content is None:
        return ABSENT
    if isinstance(content, int):
        return _figure(unit, content)
    if unit == "date":
        return clean(language.date(content))
    if unit == "month":
        return clean(language.month(content))
    if unit == "term":
        content = _worded(column, content)
    return clean(content)


def _worded(column: Column, codes: str) -> str:
    """Give the label of a term; of a column of one family, which may hold several, of each."""
    if not column.family:
        return label(codes)
    return language.listed(label(f"{column.family}.{code}") for code in codes.split(", "))


def _figure(unit: Unit, value: int) -> str:
    match unit:
        case "money":
            return language.money(value)
        case "percent":
            return language.percent(value)
        case "count":
            return language.count(value)
        case "flag":
            return label("yes" if value else "no")
        case _:
            return str(value)


def machine(column: Column, value: Value) -> str | int | float | None:
    """Give ``value`` for a program: money as a string of dirhams (``899944.00``), percent as a number (``6.7``).

    Counts and years stay integers, codes, terms, dates and texts stay as they are; unknown is ``None``.
    """
    unit, content = bare(column, value)
    if isinstance(content, str):
        return None if is_figure(column) else content
    if content is None:
        return None
    match unit:
        case "money":
            return plain(content)
        case "percent":
            return content / 10
        case "flag":
            return bool(content)
        case _:
            return content


def row_texts(table: Table, columns: Sequence[Column]) -> Iterator[list[str]]:
    """Write each row, a text a column; where a subtotal says nothing, the word "Total", then blanks."""
    for place, row in enumerate(table.rows):
        said = columns if place not in table.subtotals else [one for one in columns if one.key in row]
        texts = {one.key: shown(one, row.get(one.key)) for one in said}
        first = next((one.key for one in columns if one.key not in texts), None)
        yield [texts.get(one.key, _("Total") if one.key == first else "") for one in columns]


def complete_date(text: Value) -> date | None:
    """Give the date that ``text`` names to the day, ``None`` when it names none or only a month or a year."""
    try:
        return date.fromisoformat(str(text))
    except ValueError:
        return None


def total(table: Table, column: Column, first: Column | None = None) -> str:
    """Write what stands under ``column`` in the totals row: its total, or the word "Total" under the first column.

    ``first`` is the first column that is shown, where that is not the first of the table.
    """
    if column.key in table.totals:
        return shown(column, table.totals[column.key])
    return _("Total") if column is (first or table.columns[0]) else ""


def preamble(table: Table) -> Iterator[str]:
    """Give the lines that stand under the title: the day the figures were read, then each filter.

    A filter is named as the column of its key, else by its word in the vocabulary.
    """
    if table.as_of:
        yield _("As of {date}").format(date=clean(language.date(table.as_of)))
    labels = {column.key: column.label for column in table.columns}
    for key, value in table.filters.items():
        name = labels.get(key) or label(key)
        yield _("{label}: {value}").format(label=clean(name), value=clean(_wish(key, value)))


def _wish(key: str, value: str) -> str:
    """Give what a filter wants as its reader says it: days, yes and no, groups, comparisons, steps; else as it is."""
    if _ISO_DATE.fullmatch(value):
        return language.date(value)
    if key == "by":
        return language.listed(map(label, value.split(", ")))
    terms = {"compare": f"compare.{value}", "missing": f"step.{value}"}
    return label(terms.get(key, value)) if key in terms or value in {"yes", "no"} else value


def nothing() -> str:
    """Give the sentence that stands in place of the rows of an empty table."""
    return _("Nothing to show for these filters.")
