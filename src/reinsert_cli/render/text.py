"""A table as text: plain columns, JSON, CSV, Markdown."""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, Final

from rich.cells import cell_len

from reinsert_cli.domain.table import Column, Row, Table, Value
from reinsert_cli.domain.text import clean, legible
from reinsert_cli.render.cells import is_figure, machine, nothing, preamble, row_texts, total

GAP: Final = "  "
"""What stands between two columns."""

_WIDE_SPACES: Final = str.maketrans({"\N{NO-BREAK SPACE}": " ", "\N{NARROW NO-BREAK SPACE}": " "})
_CONTROLS: Final = re.compile(
    r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u206f\ufeff\ufff9-\ufffb]"
)
_FORMULA: Final = re.compile(r'(?:\A|(?<=[;\t\n]))(?=(?:[^\S\t\n]|")*[=+\-@＝＋－＠])|\A(?=[\t\n])')
_MARKUP: Final = re.compile(r"([\\`*_\[\]|~])")
_ADDRESS: Final = re.compile(r"(?<=/)(?=/)|(?<=www)(?=\.)", re.IGNORECASE)


def typed(text: str) -> str:
    """Give ``text`` with ordinary spaces only, so that what a terminal shows can be searched and copied."""
    return text.translate(_WIDE_SPACES)


def as_plain(table: Table) -> str:
    """Write the table in columns of characters, as wide as it takes: nothing is wrapped, cut or coloured."""
    lines = [clean(table.title), *preamble(table), "", *_plain_rows(table)]
    if table.notes:
        lines += ["", *map(clean, table.notes)]
    return typed("".join(f"{line.rstrip()}\n" for line in lines))


def _plain_rows(table: Table) -> Iterator[str]:
    if not table.rows:
        yield nothing()
        return
    head = [clean(column.label) for column in table.columns]
    body = list(row_texts(table, table.columns))
    foot = [[total(table, column) for column in table.columns]] if table.totals else []
    widths = [max(map(cell_len, texts)) for texts in zip(head, *body, *foot, strict=True)]
    rule = GAP.join("-" * width for width in widths)
    yield aligned(table.columns, head, widths)
    yield rule
    for texts in body:
        yield aligned(table.columns, texts, widths)
    for texts in foot:
        yield rule
        yield aligned(table.columns, texts, widths)


def aligned(columns: Sequence[Column], texts: Sequence[str], widths: Sequence[int]) -> str:
    """Set ``texts`` side by side; see :func:`padded`."""
    return GAP.join(padded(columns, texts, widths))


def padded(columns: Sequence[Column], texts: Sequence[str], widths: Sequence[int]) -> list[str]:
    """Give ``texts``, each in its width in cells: figures on the right, the rest on the left."""
    parts = []
    for column, text, width in zip(columns, texts, widths, strict=True):
        padding = " " * (width - cell_len(text))
        parts.append(padding + text if is_figure(column) else text + padding)
    return parts


def as_json(table: Table) -> str:
    """Write the table as one JSON object: money is a string of dirhams, percent a number, unknown is ``null``.

    Subtotals stand apart, each with its level, so that rows can be added up.

    The values stay exact and the text is safe to look at (:func:`reinsert_cli.domain.text.legible`).
    """
    answer = {
        "report": table.report,
        "title": table.title,
        "as_of": table.as_of,
        "filters": dict(table.filters),
        "columns": [{"key": column.key, "label": column.label, "unit": column.unit} for column in table.columns],
        "rows": [],
        "totals": {
            column.key: machine(column, table.totals[column.key])
            for column in table.columns
            if column.key in table.totals
        },
        "notes": list(table.notes),
    }
    if table.subtotals:
        answer["subtotals"] = [
            {"level": table.subtotals[place], **_machine_row(table, row)}
            for place, row in enumerate(table.rows)
            if place in table.subtotals
        ]
    text = json.dumps(answer, ensure_ascii=False, indent=2)
    if table.rows:
        text = text.replace('\n  "rows": [],\n', f'\n  "rows": [\n{_json_rows(table)}\n  ],\n', 1)
    return legible(text) + "\n"


def json_lines(answer: Mapping[str, Any], name: str, items: Iterable[Mapping[str, Any]]) -> Iterator[str]:
    """Write an object as JSON whose last member, ``name``, is a long list, an item at a time: some lines for each.

    As ``indent`` would write it whole, and safe to look at.
    """
    begins, _brackets, ends = json.dumps({**answer, name: []}, ensure_ascii=False, indent=2).rpartition("[]")
    before = legible(f"{begins}[")
    for number, item in enumerate(items):
        yield f"{before}," if number else before
        before = "    " + legible(json.dumps(item, ensure_ascii=False, indent=2)).replace("\n", "\n    ")
    yield before + (f"]{ends}" if before.endswith("[") else f"\n  ]{ends}")


def _json_rows(table: Table) -> str:
    """Write the rows as ``indent`` would: nothing is nested in them, so separators do, and far faster."""
    encode = json.JSONEncoder(ensure_ascii=False, separators=(",\n      ", ": ")).encode
    return ",\n".join(f"    {{\n      {encode(row)[1:-1]}\n    }}" for row in machine_rows(table))


def machine_rows(table: Table) -> list[dict[str, str | int | float | None]]:
    """Give the rows as a program reads them, under the columns' keys, without their subtotals."""
    return [_machine_row(table, row) for row in _added_up(table)]


def _machine_row(table: Table, row: Row) -> dict[str, str | int | float | None]:
    return {column.key: machine(column, row.get(column.key)) for column in table.columns}


def _added_up(table: Table) -> Iterator[Row]:
    """Give the rows but those that sum up others."""
    return (row for place, row in enumerate(table.rows) if place not in table.subtotals)


def as_csv(table: Table) -> str:
    """Write the rows as comma-separated values (RFC 4180) under the columns' keys, unknown as an empty field.

    A hidden figure is the mark that stands for it. Totals and subtotals are left out: a program that sums a column
    would count them twice.
    """
    lines = io.StringIO()
    # Lines end with a bare newline: every reader takes it, and a carriage return would stay
    # glued to the last field in the shell tools that these lines are piped to.
    writer = csv.writer(lines, lineterminator="\n")
    writer.writerow(column.key for column in table.columns)
    for row in _added_up(table):
        writer.writerow(_csv_field(column, row.get(column.key)) for column in table.columns)
    return lines.getvalue()


def _csv_field(column: Column, value: Value) -> str | float | None:
    """Give the field for ``value``; in a text, an apostrophe stands before whatever could begin a formula.

    A spreadsheet that separates fields by semicolons, as French ones do, cuts a text at each of its
    semicolons, tabs and line ends: what follows one is a beginning too, quotes or not. Figures stay as they are.
    """
    if is_figure(column) and isinstance(value, str):
        return value  # hidden, not unknown
    field = machine(column, value)
    if is_figure(column) or not isinstance(field, str):
        return field
    lines = re.sub(r"\r\n?", "\n", field)  # the csv module leaves a bare carriage return unquoted
    return _FORMULA.sub("'", _CONTROLS.sub("", lines))


def as_markdown(table: Table) -> str:
    """Write the table for GitHub's Markdown, figures as the reader writes them, totals as a bold last row."""
    parts = [
        [f"# {_escaped(table.title)}"],
        [f"- {_escaped(line)}" for line in preamble(table)],
        _markdown_rows(table) if table.rows else [nothing()],
        [f"- {_escaped(note)}" for note in table.notes],
    ]
    return "\n\n".join("\n".join(part) for part in parts if part) + "\n"


def _markdown_rows(table: Table) -> list[str]:
    lines = [[_escaped(column.label) for column in table.columns]]
    lines.append(["---:" if is_figure(column) else ":---" for column in table.columns])
    for place, texts in enumerate(row_texts(table, table.columns)):
        lines.append(_bold(texts) if place in table.subtotals else [_escaped(text) for text in texts])
    if table.totals:
        lines.append(_bold(total(table, column) for column in table.columns))
    return [_piped(line) for line in lines]


def _bold(texts: Iterable[str]) -> list[str]:
    return [f"**{_escaped(text)}**" if text else "" for text in texts]


def _piped(texts: Sequence[str]) -> str:
    return f"| {' | '.join(texts)} |"


def _escaped(text: str) -> str:
    """Give ``text`` so that Markdown shows it as it is: no table cell, emphasis, link or HTML begins in it.

    GitHub's makes links of bare addresses too.
    """
    plain = clean(text).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return _ADDRESS.sub(r"\\", _MARKUP.sub(r"\\\1", plain))
