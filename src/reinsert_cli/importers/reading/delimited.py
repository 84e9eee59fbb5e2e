"""Delimited text into rows of texts; its delimiter told by how regularly it splits the lines."""

from __future__ import annotations

import csv
import io
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import islice, pairwise, repeat
from typing import Final

from reinsert_cli.importers.reading.encodings import decoded
from reinsert_cli.importers.reading.limits import MAX_CELLS, MAX_COLUMNS, MAX_ROWS, Unreadable

DELIMITERS: Final = ";,\t|"
SAMPLE: Final = 200
"""How many rows are looked at to choose the delimiter."""

_NAMED: Final = re.compile(r"\ufeff?\"?sep=(.)\"?[ \t]*(?:\r\n|\n|\r)", re.IGNORECASE)
_CONTROLS: Final = re.compile("[\x01-\x08\x0e-\x19\x1c-\x1f]")
_LONGEST_FIELD: Final = 1 << 20
_END: Final = "\x1aend of file"
_KEPT_TEXT: Final = re.compile(r'="(.*)"', re.DOTALL)
_DIGIT: Final = re.compile(r"\d")
_FRANCS: Final = re.compile(r"\s*-?\d[\d\s.]*")
_CENTIMES: Final = re.compile(r"\d{1,2}(?:\s*(?:dhs?|mad|درهم))?\s*", re.IGNORECASE)

Row = Sequence[str]


def read(content: bytes, encoding: str | None = None) -> tuple[str, list[Row]]:
    """Give the encoding of delimited text and its rows, of as many cells as each line has.

    Raises Unreadable when it is no text, is not in that encoding, or is no table.
    """
    text, used = decoded(content, encoding)
    text = text.replace("\0", "").rstrip("\x1a")  # stray zeros of old programs, and the end mark of DOS
    if len(_CONTROLS.findall(text)) * 200 > len(text):
        raise Unreadable("file.not_a_workbook")
    delimiter, text = _delimiter(text)
    csv.field_size_limit(_LONGEST_FIELD)
    try:
        rows = list(_bounded(text, delimiter))
    except csv.Error as error:
        raise Unreadable("file.open_quote") from error
    _check(rows, delimiter)
    return used, rows


def _delimiter(text: str) -> tuple[str, str]:
    """Give the delimiter, and the text without the line that named it: ``sep=;``."""
    named = _NAMED.match(text)
    if named:
        return named[1], text[named.end() :]
    return max(DELIMITERS, key=lambda delimiter: _regularity(text, delimiter)), text.removeprefix("\ufeff")


def _regularity(text: str, delimiter: str) -> tuple[int, int]:
    """Say how many rows have the same number of columns, more than one, and that number."""
    try:
        rows = islice(csv.reader(io.StringIO(text, newline=""), delimiter=delimiter), SAMPLE)
        widths = Counter(len(row) for row in rows if len(row) > 1)
    except csv.Error:
        return 0, 0
    width, times = max(widths.items(), key=lambda item: (item[1], item[0]), default=(0, 0))
    return times, width


def _bounded(text: str, delimiter: str) -> Iterator[Row]:
    """Give the rows. Raises Unreadable past what anyone fills, and where a quotation mark is never closed."""
    lines = io.StringIO(f"{text}\n{_END}", newline="")
    cells = blank = 0
    unkept = '="' in text
    for number, written in enumerate(csv.reader(lines, delimiter=delimiter), start=1):
        if written == [_END]:
            return
        if not any(map(str.strip, written)):
            blank += 1  # a sheet with formats and nothing else far below, or far to the right, is saved as delimiters
            continue
        row = written if len(written) <= MAX_COLUMNS else _without_blank_end(written)
        cells += len(row)
        if number > MAX_ROWS or cells > MAX_CELLS or len(row) > MAX_COLUMNS:
            raise Unreadable("file.open_quote" if _END in row[-1] else "file.too_large")
        yield from repeat((), blank)
        blank = 0
        yield [_KEPT_TEXT.sub(r"\1", cell) for cell in row] if unkept else row
    raise Unreadable("file.open_quote")


def _without_blank_end(row: list[str]) -> list[str]:
    last = max(column for column, cell in enumerate(row) if cell.strip())
    return row[: last + 1]


def _check(rows: list[Row], delimiter: str) -> None:
    """Refuse what has one column, and amounts whose decimal comma became a column of its own."""
    filled = (row for row in rows if sum(1 for cell in row if cell.strip()) > 1)
    first = next(filled, None)
    if first is None:
        raise Unreadable("file.one_column" if any(map(any, rows)) else "file.empty")
    are_headings = all(cell.strip() and not _DIGIT.search(cell) for cell in first)
    if delimiter == "," and are_headings and any(_has_bare_commas(row, len(row) - len(first)) for row in filled):
        raise Unreadable("file.bare_commas")


def _has_bare_commas(row: Row, surplus: int) -> bool:
    """Tell whether a row is longer than the headings by as many cells as there are pairs like ``12 500`` and ``00``."""
    pairs = sum(1 for whole, part in pairwise(row) if _FRANCS.fullmatch(whole) and _CENTIMES.fullmatch(part))
    return 0 < surplus <= pairs
