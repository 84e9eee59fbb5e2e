"""Delimited text into cells: its encoding told by its bytes, its delimiter by how regularly it splits the lines."""

from __future__ import annotations

import csv
import io
import re
from collections import Counter
from typing import Final

from reinsert_cli.importers.sheet import Cells, trimmed

DELIMITERS: Final = ";,\t"
SAMPLE: Final = 100
"""How many lines are looked at to choose the delimiter."""

_WORDS: Final = re.compile(rb"[A-Za-z\x80-\xff]+")
_ARABIC_WORD: Final = re.compile(rb"[\xc0-\xff]{2,}")


def rows_of(content: bytes) -> tuple[Cells, ...] | None:
    """Give the rows of delimited text; None when it is no text, or splits into one column only."""
    text = _decoded(content)
    if text is None or "\0" in text:
        return None
    try:
        reader = csv.reader(io.StringIO(text, newline=""), delimiter=_delimiter(text))
        rows = trimmed([tuple(row) for row in reader])
    except csv.Error:
        return None
    return rows if any(len(row) > 1 for row in rows) else None


def _decoded(content: bytes) -> str | None:
    """Decode by byte-order mark, then strict UTF-8, then the Windows code page that the words speak for."""
    is_utf_16 = content.startswith((b"\xff\xfe", b"\xfe\xff"))
    for encoding in ("utf-16",) if is_utf_16 else ("utf-8-sig", _code_page(content)):
        try:
            return content.decode(encoding)
        except UnicodeDecodeError:
            continue
    return None


def _code_page(content: bytes) -> str:
    """Tell cp1256 from cp1252: in the one, Arabic words are whole words of high bytes; French words have few.

    cp1256 has the small accented letters of French too, so a sheet in both languages is cp1256.
    """
    arabic = sum(1 for word in _WORDS.findall(content) if _ARABIC_WORD.fullmatch(word))
    accented = sum(1 for word in _WORDS.findall(content) if not word.isascii()) - arabic
    return "cp1256" if arabic and arabic * 4 > accented else "cp1252"


def _delimiter(text: str) -> str:
    """Give the delimiter under which the most lines have the same number of columns, more than one."""
    lines = [line for line in text.splitlines()[:SAMPLE] if line.strip()]

    def regularity(delimiter: str) -> tuple[int, int]:
        widths = Counter(len(row) for row in csv.reader(lines, delimiter=delimiter) if len(row) > 1)
        width, times = max(widths.items(), key=lambda item: (item[1], item[0]), default=(0, 0))
        return times, width

    return max(DELIMITERS, key=regularity)
