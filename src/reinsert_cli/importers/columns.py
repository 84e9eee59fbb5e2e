"""Rows of cells into rows of values: each cell becomes a domain value or a fault exactly once."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from datetime import date
from functools import partial
from itertools import zip_longest
from typing import Any, Final

from reinsert_cli.domain.dates import SERIALS, PartialDate, date_of_serial
from reinsert_cli.domain.faults import Fault
from reinsert_cli.domain.money import Convention, convention_of
from reinsert_cli.domain.people import sex_of_title
from reinsert_cli.domain.progress import EVERY, Step
from reinsert_cli.domain.text import western_digits
from reinsert_cli.importers import cells as readers
from reinsert_cli.importers.fields import Field, Parsed
from reinsert_cli.importers.header import Header
from reinsert_cli.importers.sheet import Cell, CellError, Cells

REMEMBERED: Final = 20_000
"""How many different cells of a column are read once only."""

MOST_FILLED: Final = 500_000
"""How many cells under merged ones are filled at most, whatever a hostile sheet claims to be merged."""

MARKED: Final = {"is_man": "M", "is_woman": "F"}
"""Columns of marks (« Sexe » over H and F), and the sex that a mark in each tells."""

_DIGITS: Final = 5
_NUMBERS: Final = frozenset({int, float, bool})
_NAMES: Final = frozenset({"family_name", "given_name", "full_name", "name_arabic"})


def parse(header: Header, step: Step) -> Iterator[Parsed]:
    """Give the rows under the header that hold anything."""
    body = header.sheet.rows[header.row :]
    plan = [_Column(header, position, field, body) for position, field in header.columns.items()]
    titled, filled_down = _titled(header), _filled_down(header)
    for start in range(0, len(body), EVERY):
        step("reading", start, len(body))
        first = header.row + 1 + start
        rows = [
            (n, cells) for n, cells in enumerate(body[start : start + EVERY], first) if cells.count(None) != len(cells)
        ]
        if filled_down:
            rows = [(n, _with(cells, filled_down[n]) if n in filled_down else cells) for n, cells in rows]
        yield from _parse_rows(rows, plan, titled)


def _parse_rows(rows: Sequence[tuple[int, Cells]], plan: Sequence[_Column], titled: Sequence[int]) -> Iterator[Parsed]:
    """Read some rows column by column, which is how most cells are read once for all their equals."""
    across = list(zip_longest(*(cells for _number, cells in rows)))
    nothing = (None,) * len(rows)
    read = [column.values(across[column.position] if column.position < len(across) else nothing) for column in plan]
    keys = [column.key for column in plan]
    marked = [column.position for column in plan if column.key in MARKED]
    faulty = [(n, column.position) for n, column in enumerate(plan) if Fault in set(map(type, read[n]))]
    for (number, cells), row in zip(rows, zip(*read, strict=True), strict=True):
        values: dict[str, Any] = dict(zip(keys, row, strict=True))
        faults: tuple[tuple[int, Fault], ...] = ()
        if faulty:
            faults = tuple([(position, row[n]) for n, position in faulty if type(row[n]) is Fault])
            values = {key: value for key, value in values.items() if type(value) is not Fault} if faults else values
        if titled:
            values |= _sex_told(cells, titled)
        if marked:
            faults += _sex_marked(values, marked)
        yield Parsed(number, values, faults)


def _sex_told(cells: Cells, titled: Sequence[int]) -> dict[str, str]:
    """Give the sex that a title in the columns of names tells."""
    names = (cells[position] for position in titled if position < len(cells))
    told = (sex for name in names if isinstance(name, str) and (sex := sex_of_title(name)))
    return {"sex": sex} if (sex := next(told, None)) else {}


def _sex_marked(values: dict[str, Any], columns: Sequence[int]) -> tuple[tuple[int, Fault], ...]:
    """Put the sex where a mark in one of two columns tells it; both marked are a fault."""
    told = [sex for key, sex in MARKED.items() if values.pop(key, None)]
    if len(told) > 1:
        return ((columns[-1], Fault("sex.both")),)
    if told and not values.get("sex"):
        values["sex"] = told[0]
    return ()


ERROR_IN_WORDS: Final = re.compile(r"\s*(#[A-ZÀÉ/0-9]+[!?]|#N/?[AD]|#NB!?|#{3,}|Err ?: ?\d{3})\s*")
"""What a spreadsheet program shows of a broken formula, copied as text: ``#REF!``, ``#NOM?``, ``Err:502``."""


class _Remembered(dict[Cell, Any]):
    """What each different cell of a column was read as."""

    def __init__(self, read: Callable[[Cell], Any]) -> None:
        super().__init__()
        self._read = read

    def __missing__(self, cell: Cell) -> Any:
        value = self._read(cell)
        if len(self) < REMEMBERED:
            self[cell] = value
        return value


class _Column:
    """One column as its cells are read: in its unit, with what its other cells settle."""

    def __init__(self, header: Header, position: int, field: Field, body: tuple[Cells, ...]) -> None:
        self.position = position
        self.key = field.key
        self.blank = Fault("cell.required", {"heading": field.heading()}) if field.required else None
        self._body = body
        read: Any = field.read
        scale = header.scales.get(position) if field.read in readers.AMOUNTS else None
        self._field_read: Callable[..., Any] = partial(read, scale=scale) if scale else read
        self._reads_dates = field.read in readers.DATES
        self._settled: tuple[Convention | None] | None = None
        self._has_dates: bool | None = None
        self._remembered = _Remembered(self._read)
        self._remembered[None] = self.blank

    def values(self, cells: Sequence[Cell]) -> list[Any]:
        """Read cells of the column, those that are not numbers once for all their equals."""
        if _NUMBERS.isdisjoint(map(type, cells)):
            return list(map(self._remembered.__getitem__, cells))
        # numbers of different types are equal to each other, and seldom come twice
        return [self._read(cell) if type(cell) in _NUMBERS else self._remembered[cell] for cell in cells]

    def _read(self, cell: Cell) -> Any:
        """Read a cell that is not empty; its column settles what it leaves open."""
        if type(cell) is CellError:
            return Fault(cell.code, {"shown": cell.shown})
        if type(cell) is str and cell[:1] in "#E " and (error := ERROR_IN_WORDS.fullmatch(cell)):
            return Fault("cell.error", {"shown": error[1]})
        value = self._field_read(cell, None)
        if value is None:
            return self.blank
        return self._opened(cell, value) if type(value) is Fault else value

    def _opened(self, cell: Cell, value: Fault) -> Any:
        """Read a cell with the help of its column's others, where that can settle what is wrong with it."""
        if value.code == "amount.ambiguous":
            return self._field_read(cell, self._convention())
        return self._day(cell) or value if self._reads_dates else value

    def _convention(self) -> Convention | None:
        """Give the decimal mark that the column's other cells settle."""
        if self._settled is None:
            self._settled = (convention_of({cell for cell in self._cells() if isinstance(cell, str)}),)
        return self._settled[0]

    def _day(self, cell: Cell) -> PartialDate | None:
        """Give the day of a serial number, where other cells of the column are dates."""
        serial = _serial(cell)
        if serial not in SERIALS or not self._is_of_dates():
            return None
        return date_of_serial(serial)

    def _is_of_dates(self) -> bool:
        if self._has_dates is None:
            read = (cell if isinstance(cell, date) else self._field_read(cell, None) for cell in self._others())
            self._has_dates = any(isinstance(one, date) or (isinstance(one, PartialDate) and one.day) for one in read)
        return self._has_dates

    def _others(self) -> Iterator[Cell]:
        return (cell for cell in self._cells() if isinstance(cell, (str, date)) and _serial(cell) == 0)

    def _cells(self) -> Iterator[Cell]:
        return (row[self.position] for row in self._body if self.position < len(row))


def _serial(cell: Cell) -> int:
    """Give a cell's whole number of five digits, 0 where it is none."""
    if isinstance(cell, bool):
        return 0
    if isinstance(cell, (int, float)):
        return int(cell) if abs(cell) < max(SERIALS) else 0
    digits = western_digits(cell.strip()) if isinstance(cell, str) else ""
    return int(digits) if len(digits) == _DIGITS and digits.isdecimal() and digits.isascii() else 0


def _titled(header: Header) -> list[int]:
    """Give the columns of names whose titles tell the sex, where no column does."""
    keys = {field.key for field in header.columns.values()}
    return [] if "sex" in keys else [at for at, field in header.columns.items() if field.key in _NAMES]


def _filled_down(header: Header) -> dict[int, dict[int, Cell]]:
    """Give, by row, what cells merged over several rows say of it; an amount is of the first row alone."""
    said: dict[int, dict[int, Cell]] = {}
    rows, left = header.sheet.rows, MOST_FILLED
    for first, column, last, _last_column in header.sheet.merged:
        field = header.columns.get(column)
        is_in_table = field and header.row < first <= len(rows) and column < len(rows[first - 1])
        if is_in_table and field and field.read not in readers.AMOUNTS:
            for number in range(first + 1, min(last, len(rows), first + left) + 1):
                said.setdefault(number, {})[column] = rows[first - 1][column]
                left -= 1
    return said


def _with(cells: Cells, said: dict[int, Cell]) -> Cells:
    filled = [*cells, *[None] * (max(said) + 1 - len(cells))]
    for column, cell in said.items():
        filled[column] = cell if filled[column] is None else filled[column]
    return tuple(filled)
