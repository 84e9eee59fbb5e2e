"""Cells over the pipe between the reading process and the program.

Rows travel a few thousand at a time, column by column, as ``marshal`` writes ``None``, booleans, numbers, texts and
tuples: a column of one plain type passes without a look at its cells. Dates, times and :class:`CellError` are tuples
that begin with their kind. Not ``pickle``, which lets whoever took over the reading process run code in this one;
not JSON, three times slower. Both ends are the same interpreter, so marshal's versions do not matter.
"""

from __future__ import annotations

import marshal
import math
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date, datetime, time, timedelta
from itertools import islice, zip_longest
from types import NoneType
from typing import Any, Final

from reinsert_cli.importers.reading.serials import duration_text
from reinsert_cli.importers.sheet import LONGEST, Cell, CellError, Cells

CHUNK: Final = 2000
"""Rows that travel together."""

Column = list[Any] | tuple[Any, ...]
Chunk = tuple[int, list[Column]]
"""A number of rows, and their columns."""


class Garbled(ValueError):  # noqa: N818  (never reaches the user)
    """What came over the pipe is no cells."""


def chunks(rows: Iterable[Sequence[Any]]) -> Iterator[Chunk]:
    """Give rows of cells (``""`` being blank, timedelta a duration) as they travel, in order."""
    remaining = iter(rows)
    while some := list(islice(remaining, CHUNK)):
        yield len(some), [_packed(column) for column in zip_longest(*some)]


_DAYS: Final = "days"
"""What stands before the numbers of a column of nothing but dates; no cell is a list."""


def _packed(column: tuple[Any, ...]) -> Column:
    kinds = set(map(type, column))
    if kinds <= _AS_THEY_ARE:
        return column
    if kinds == {str} and _is_plain_text(column):
        return column
    if kinds == {float} and all(map(math.isfinite, column)):
        return column
    if kinds == {date}:
        return _DAYS, list(map(date.toordinal, column))
    return [_PACK[type(cell)](cell) for cell in column]


_MARK: Final = re.compile("[\u061c\u200b-\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]")
"""Marks of direction and joining, which nobody sees: a cell of nothing else is blank."""


def _is_plain_text(column: tuple[str, ...]) -> bool:
    """Tell whether no text is blank, endless or impossible, without a look at each."""
    if not all(column) or max(map(len, column)) > LONGEST or any(map(str.isspace, column)):
        return False
    together = "".join(column)
    return together.isascii() or (_is_writable(together) and not _MARK.search(together))


def _is_writable(text: str) -> bool:
    try:
        text.encode()
    except UnicodeEncodeError:
        return False
    return True


def _text(text: str) -> Any:
    if len(text) > LONGEST:
        return "error", "…", "cell.too_long"
    if not text or text.isspace() or not _MARK.sub("", text).strip():
        return None
    return text if text.isascii() or _is_writable(text) else text.encode(errors="replace").decode()


def _number(number: float) -> Any:
    return number if math.isfinite(number) else ("error", "#NUM!", "cell.error")


def _same(cell: Any) -> Any:
    return cell


_AS_THEY_ARE: Final = {NoneType, bool, int}
_PACK: Final[dict[type, Callable[[Any], Any]]] = {
    NoneType: _same,
    bool: _same,
    int: _same,
    float: _number,
    str: _text,
    date: lambda day: ("date", day.isoformat()),
    datetime: lambda moment: ("moment", moment.isoformat()),
    time: lambda clock: ("time", clock.isoformat()),
    timedelta: duration_text,
    CellError: lambda error: ("error", error.shown, error.code),
}
_UNPACK: Final[dict[str, Callable[..., Cell]]] = {
    "date": date.fromisoformat,
    "moment": datetime.fromisoformat,
    "time": time.fromisoformat,
    "error": CellError,
}


def unpacked(chunk: Chunk) -> list[Cells]:
    """Give the rows of a chunk. Raises Garbled when it is none."""
    count, columns = chunk
    cells = [_unpacked(column) for column in columns]
    if any(len(column) != count for column in cells):
        raise Garbled
    return list(zip(*cells, strict=True)) if cells else [()] * count


def _unpacked(column: Column) -> Column:
    if len(column) == 2 and column[0] == _DAYS and type(column[1]) is list:  # noqa: PLR2004  (a pair)
        return list(map(date.fromordinal, column[1]))
    kinds = set(map(type, column))
    if not kinds <= {NoneType, bool, int, float, str, tuple}:
        raise Garbled
    if tuple not in kinds:
        return column
    return [_UNPACK[cell[0]](*cell[1:]) if type(cell) is tuple else cell for cell in column]


def framed(message: tuple[Any, ...]) -> bytes:
    """Give a message with its length before it."""
    payload = marshal.dumps(message)
    return len(payload).to_bytes(4, "big") + payload


def message(payload: bytes) -> tuple[Any, ...]:
    """Give back a message without its length. Raises Garbled."""
    try:
        read = marshal.loads(payload)  # noqa: S302  (runs nothing; what it gives is looked at type by type)
    except (EOFError, ValueError, TypeError) as error:
        raise Garbled from error
    if not isinstance(read, tuple) or not read or not isinstance(read[0], str):
        raise Garbled
    return read
