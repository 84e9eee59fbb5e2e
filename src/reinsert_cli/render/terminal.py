"""A table on a terminal: columns that fit its width, else one block of lines a row; plain columns when piped.

A row that stands alone is a block as soon as a column would have to be left out: nothing of it is hidden.

The lines are laid out here and not by Rich's own tables, which may cut a figure, take long to load and
a second for each thousand rows. Rich knows the width of a text, the terminal and its colours.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import zip_longest
from typing import TYPE_CHECKING, Final

from rich.cells import cell_len, chop_cells

from reinsert_cli.domain import language
from reinsert_cli.domain.language import _
from reinsert_cli.domain.table import Column, Table
from reinsert_cli.domain.text import clean, clean_sentence
from reinsert_cli.render.cells import nothing, preamble, row_texts, shown, total
from reinsert_cli.render.glance import LONGEST, SHORTEST, bars, sparklines
from reinsert_cli.render.text import GAP, as_plain, padded, typed

if TYPE_CHECKING:
    from rich.console import Console

READABLE: Final = 12
"""Cells below which a column of text is not squeezed: a narrower one would be a ladder."""

LONG_WORD: Final = 20
"""Cells up to which a word is kept whole, at the price of another column."""

_MANY: Final = 12

_CODES: Final = 12
"""The rank from which a column only repeats, as a code, what the next one names."""

_WRAPPED: Final = frozenset({"text", "term"})
_MARK: Final = "\N{LEFT-TO-RIGHT MARK}"
_WHOLE: Final = re.compile("[«“][^»”]*[»”]|(?<=[0-9]) (?:DH|درهم)")
_GLUE: Final = "\N{NO-BREAK SPACE}"
_RIGHT_TO_LEFT: Final = re.compile("[\u0590-\u08ff\ufb1d-\ufefc]")
_RULE: Final = "─"


@dataclass(frozen=True, slots=True)
class _Span:
    """The widths a column can take, in cells: ``least`` readable, ``values`` on one line, ``wish`` with its heading."""

    least: int
    values: int
    wish: int


def print_table(table: Table, console: Console) -> None:
    """Print the table for a reader, in the width of ``console``; in plain columns when that is no terminal."""
    if not console.is_terminal:
        console.out(as_plain(table), end="", highlight=False)
        return
    _say(console, table.title, "bold")
    for line in preamble(table):
        _say(console, line, "dim")
    console.line()
    lines = sparklines(table)
    if lines:
        _out(console, [*lines, ""])
    if table.rows:
        _print_rows(table, console)
    else:
        _say(console, nothing())
    if table.notes:
        console.line()
    for note in table.notes:
        _say(console, note)


def _say(console: Console, text: str, style: str | None = None) -> None:
    """Print prose in the width of the terminal; nothing in it is interpreted."""
    _out(console, folded(clean_sentence(text), console.width), style)


def _out(console: Console, lines: Sequence[str], style: str | None = None) -> None:
    """Print lines that fit, with ordinary spaces so that figures can be searched for and copied."""
    for line in lines:
        console.out(typed(line.rstrip()), style=style, highlight=False)


def folded(text: str, width: int) -> list[str]:
    """Break ``text`` between words into lines of at most ``width`` cells; a longer word is folded, never cut."""
    lines, line = [], ""
    for word in text.split(" "):
        longer = f"{line} {word}" if line else word
        if cell_len(longer) <= width:
            line = longer
            continue
        if line:
            lines.append(line)
        *full, line = chop_cells(word, max(width, 1)) or [""]
        lines += full
    return [*lines, line]


def broken(sentence: str, width: int) -> str:
    """Break a sentence that is wider than ``width`` between words, but neither a command to be copied nor a sum in it.

    The lines of a sentence that is set in are set in as it is, and two further.
    """
    if cell_len(sentence) <= width:
        return sentence
    whole = _WHOLE.sub(lambda kept: kept[0].replace(" ", _GLUE), sentence.lstrip(" "))
    depth = len(sentence) - len(sentence.lstrip(" "))
    margin = " " * (depth + 2) if depth else ""
    first, *rest = folded(whole, width - len(margin))
    return "\n".join([" " * depth + first, *(margin + line for line in rest)]).replace(_GLUE, " ")


def _print_rows(table: Table, console: Console) -> None:
    spans = {column.key: _span(table, column) for column in table.columns}
    columns = _fitting(table.columns, spans, console.width)
    if columns is None or (len(table.rows) == 1 and columns != table.columns):
        _print_blocks(table, console)
        return
    columns, room = _beside_bars(table, columns, spans, console.width)
    beside = room + len(GAP) if room else 0
    widths = _widths([spans[column.key] for column in columns], console.width - beside)
    _print_columns(table, console, columns, widths, bars(table, room))
    left_out = [column.label for column in table.columns if column not in columns]
    if left_out:
        _out(console, folded(_not_shown(left_out), console.width), "dim")  # its marks keep the option's dashes in place


def _not_shown(headings: Sequence[str]) -> str:
    """Name the columns left out; so many that nobody would read their names are counted."""
    if len(headings) > _MANY:
        sentence = _("Not shown here: {n} more columns. Widen the window, or use --format csv.")
        return sentence.format(n=len(headings))
    sentence = _("Not shown here: {headings}. Widen the window, or use --format csv.")
    return sentence.format(headings=language.listed(headings))


def _span(table: Table, column: Column) -> _Span:
    texts = [text for (text,) in row_texts(table, (column,))]
    if table.totals:
        texts.append(total(table, column))
    heading = clean(column.label)
    values = max(map(cell_len, texts))
    least = max(_least(texts) if column.unit in _WRAPPED else values, _longest_word(heading))
    return _Span(least, max(values, least), max(values, cell_len(heading)))


def _least(texts: Sequence[str]) -> int:
    """Give the cells below which these texts are no longer readable when they wrap."""
    values = max(map(cell_len, texts))
    word = max(map(_longest_word, texts))
    return min(values, max(READABLE, min(word, LONG_WORD)))


def _longest_word(text: str) -> int:
    return max(map(cell_len, text.split(" ")))


def _fitting(columns: tuple[Column, ...], spans: dict[str, _Span], width: int) -> tuple[Column, ...] | None:
    """Give the columns that fit ``width`` cells once the highest ranks are left out; ``None`` when rank 0 is too wide.

    Of two columns of the same rank the one further on goes first.
    """
    kept = list(columns)
    while _needed([spans[column.key].least for column in kept]) > width:
        rank, place = max((column.rank, place) for place, column in enumerate(kept))
        if rank == 0:
            return None
        del kept[place]
    return tuple(kept)


def _beside_bars(
    table: Table, columns: tuple[Column, ...], spans: dict[str, _Span], width: int
) -> tuple[tuple[Column, ...], int]:
    """Give the columns and the cells that bars have beside them; codes that stand before a name make way for these.

    None where the figure to compare is left out, or where a name would have to be squeezed.
    """
    if not table.charts or len(table.rows) == 1 or table.charts[0].of[0] not in {column.key for column in columns}:
        return columns, 0
    for kept in (columns, tuple(column for column in columns if column.rank < _CODES)):
        fair = [min(span.values, max(span.least, LONG_WORD)) for span in (spans[column.key] for column in kept)]
        room = width - _needed(fair) - len(GAP)
        if room >= SHORTEST:
            return kept, min(room, LONGEST)
    return columns, 0


def _needed(widths: Sequence[int]) -> int:
    return sum(widths) + len(GAP) * (len(widths) - 1)


def _widths(spans: Sequence[_Span], available: int) -> list[int]:
    """Share ``available`` cells: each column its least, then values on one line, then headings on one line."""
    widths = [span.least for span in spans]
    for goals in ([span.values for span in spans], [span.wish for span in spans]):
        for _cell in range(available - _needed(widths)):
            lack, place = max(
                (goal - width, -place) for place, (goal, width) in enumerate(zip(goals, widths, strict=True))
            )
            if lack <= 0:
                break
            widths[-place] += 1
    return widths


def _print_columns(
    table: Table, console: Console, columns: Sequence[Column], widths: Sequence[int], drawn: Mapping[int, str]
) -> None:
    rule = [_RULE * _needed(widths)]
    headings = [folded(clean(column.label), width) for column, width in zip(columns, widths, strict=True)]
    height = max(map(len, headings))
    sunk = [[""] * (height - len(lines)) + lines for lines in headings]
    _out(console, _side_by_side(columns, sunk, widths), "bold")
    _out(console, rule)
    for place, texts in enumerate(row_texts(table, columns)):
        lines = _side_by_side(columns, _all_folded(texts, widths), widths, drawn.get(place, ""))
        _out(console, lines, "bold" if place in table.subtotals else None)
    if table.totals:
        texts = [total(table, column, columns[0]) for column in columns]
        _out(console, rule)
        _out(console, _side_by_side(columns, _all_folded(texts, widths), widths), "bold")


def _all_folded(texts: Sequence[str], widths: Sequence[int]) -> list[list[str]]:
    return [folded(text, width) for text, width in zip(texts, widths, strict=True)]


def _side_by_side(
    columns: Sequence[Column], cells: Sequence[Sequence[str]], widths: Sequence[int], bar: str = ""
) -> list[str]:
    """Give the lines of one row, whose cells are lines themselves, its bar at the end of the first."""
    first, *others = (padded(columns, texts, widths) for texts in zip_longest(*cells, fillvalue=""))
    return [_in_place([*first, bar] if bar else first), *map(_in_place, others)]


def _in_place(cells: Sequence[str]) -> str:
    """Join the cells of a line so that a terminal which turns Arabic round leaves each in its column.

    Without a mark before it, a neighbour of an Arabic cell (a heading, a figure) is drawn into the cell's run and
    changes places with it; the first mark tells the direction of the whole line.
    """
    if any(map(_RIGHT_TO_LEFT.search, cells)):
        return GAP.join(_MARK + cell for cell in cells).rstrip(" " + _MARK)
    return GAP.join(cells)


def _print_blocks(table: Table, console: Console) -> None:
    """Print each row as lines of ``label  value``, every column of it, a blank line between rows."""
    longest = max(cell_len(clean(column.label)) for column in table.columns)
    label_width = min(longest, console.width // 2)
    value_width = console.width - label_width - len(GAP)
    for place, cells in enumerate(_blocks(table)):
        if place:
            console.line()
        style = "bold" if place == len(table.rows) or place in table.subtotals else None
        for column, value in cells:
            pairs = zip_longest(folded(clean(column.label), label_width), folded(value, value_width), fillvalue="")
            lines = [_in_place([label + " " * (label_width - cell_len(label)), text]) for label, text in pairs]
            _out(console, lines, style)


def _blocks(table: Table) -> Iterator[list[tuple[Column, str]]]:
    """Give the cells of each row, then those of the totals that have one; the totals of one row would repeat it."""
    for place, row in enumerate(table.rows):
        columns = (column for column in table.columns if place not in table.subtotals or column.key in row)
        yield [(column, shown(column, row.get(column.key))) for column in columns]
    if table.totals and len(table.rows) > 1:
        totals = ((column, total(table, column)) for column in table.columns)
        yield [(column, value) for column, value in totals if value]
