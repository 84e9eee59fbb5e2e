"""The one neutral table that every report returns and every renderer knows.

Values by unit: ``money`` an integer number of centimes; ``count`` and ``year`` integers; ``percent``
tenths of a percent (67 is 6.7 %); ``date`` ISO text, possibly partial (``2019``, ``2017-09``); ``month`` the same,
never to the day, shown by the month's name;
``flag`` 1 for yes, 0 for no; ``term`` a code of :mod:`reinsert_cli.domain.vocabulary`, shown by its label;
``code`` and ``text`` text; ``figure`` is a :class:`Figure`, for columns that mix amounts and headcounts.
``None`` is *unknown or not
applicable*, never zero.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Literal

Unit = Literal["text", "code", "term", "count", "year", "money", "percent", "date", "month", "flag", "figure"]


@dataclass(frozen=True, slots=True)
class Figure:
    """A value that carries its own unit: centimes (``money``) or people (``count``)."""

    value: int
    unit: Literal["money", "count"]

    def __bool__(self) -> bool:
        """Tell whether it is anything but zero."""
        return self.value != 0


Value = str | int | Figure | None
Row = Mapping[str, Value]


class Streamed(Collection[Row]):
    """Rows that are read anew, one after the other, each time they are asked for: a table longer than the memory.

    Whatever they are read from must still be open.
    """

    def __init__(self, read: Callable[[], Iterator[Row]]) -> None:
        self._read = read

    def __iter__(self) -> Iterator[Row]:
        return self._read()

    def __len__(self) -> int:
        return sum(1 for _row in self)

    def __bool__(self) -> bool:
        return any(True for _row in self)

    def __contains__(self, row: object) -> bool:
        return any(row == other for other in self)


Check = Literal["text", "date", "amount", "count", "year"]
"""What a cell of a form is checked for while it is filled; ``text`` takes anything."""


@dataclass(frozen=True, slots=True)
class Entry:
    """What a column of a form takes: its check, a note for its reader, the words to choose from, if it must be filled.

    Another word than those of ``choices`` is asked about, not refused: whoever reads the form may know it.
    """

    check: Check = "text"
    note: str = ""
    choices: tuple[str, ...] = ()
    is_required: bool = False


@dataclass(frozen=True, slots=True)
class Column:
    """One column: its stable ``key``, its ``label`` in the reader's language, its ``unit``.

    ``rank`` says what a narrow terminal may leave out: 0 never, then the highest rank first. ``entry`` is what the
    column takes where the table is a form. ``family`` stands before the point in the vocabulary's name of a term:
    ``alive`` of the family ``project`` is shown as ``project.alive`` is labelled. ``is_mean`` marks figures that are a
    mean of others.
    """

    key: str
    label: str
    unit: Unit
    rank: int = 0
    entry: Entry | None = None
    family: str = ""
    is_mean: bool = False

    @property
    def adds_up(self) -> bool:
        """Tell whether its total is the sum of its rows: of amounts it is; people and batches count once, means not."""
        return self.unit == "money" and not self.is_mean


@dataclass(frozen=True, slots=True)
class Chart:
    """A picture of the rows: a bar each, as the columns ``by`` name it, of the figures of the columns ``of``.

    All by the columns' keys. The figures are of one unit and parts of one whole: a bar sets them end to end.
    ``region`` is the column of region codes, where the rows can be drawn on a map of the regions too. A ``line`` is
    for rows that follow one another in time. The first figure of a table's first picture is what a glance compares.
    """

    title: str
    by: tuple[str, ...]
    of: tuple[str, ...]
    region: str | None = None
    kind: Literal["bars", "line"] = "bars"


class Open(str):
    """A note that tells no figure of people: it may stand in a public edition too."""

    __slots__ = ()


@dataclass(frozen=True, slots=True)
class Heads:
    """Which figures of a table count people, for an edition that hides small counts; all by the columns' keys.

    ``of`` is the count of those that a row is about: where it is hidden, so are all the row's figures but the ``open``
    ones, which tell nothing of these people. ``some`` counts some of those that another column counts; of the
    ``intimate`` ones it is not even told that it is all of them. ``splits`` gives the counts that add up to another.
    ``follows`` names the figures by which a figure could be worked out: where one of these is hidden, it is too.
    ``untold`` is never told: it is of other people than those that the rows count.
    """

    of: str
    some: Mapping[str, str] = field(default_factory=dict)
    intimate: frozenset[str] = frozenset()
    splits: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    follows: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    open: frozenset[str] = frozenset()
    untold: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Table:
    """A report's answer: rows, totals by column key (absent: the column has no total) and notes to print below.

    A report that may be long gives its rows :class:`Streamed`. A form is a table to fill: its rows are those begun for
    whoever fills it, its notes stand above the headings.
    ``subtotals`` are the rows that sum up rows before them, by position, each with the number of keys that its rows
    share (1: the outermost groups); the columns that such a row says nothing of are absent from it.
    """

    report: str
    title: str
    as_of: str
    filters: Mapping[str, str]
    columns: tuple[Column, ...]
    rows: Collection[Row]
    totals: Row = field(default_factory=dict)
    notes: tuple[str, ...] = ()
    is_form: bool = False
    charts: tuple[Chart, ...] = ()
    subtotals: Mapping[int, int] = field(default_factory=dict)
    is_cut: bool = False
    """Whether its totals count rows that are not among these."""
    heads: Heads | None = None
    """Absent where rows stand for single people or their papers: such a table has no public edition."""

    @property
    def outermost(self) -> tuple[Row, ...]:
        """Give the rows of the outermost groups: all of them, where none sums up others."""
        if not self.subtotals:
            return tuple(self.rows)
        return tuple(row for place, row in enumerate(self.rows) if self.subtotals.get(place) == 1)
