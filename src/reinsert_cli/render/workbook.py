"""Tables as one workbook, a sheet each, made to be read on a screen, calculated with and printed.

The same tables give the same bytes: no clock is read. Figures are real numbers, exact to the centime;
no text, whatever it begins with, is a formula or a link. Long tables are written as they are read.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from datetime import date, datetime, time
from io import BytesIO
from itertools import chain, count, islice
from pathlib import Path
from typing import Any, BinaryIO, Final

from xlsxwriter import Workbook
from xlsxwriter.exceptions import FileCreateError

from reinsert_cli.domain.table import Table
from reinsert_cli.domain.text import clean
from reinsert_cli.render.cells import complete_date, preamble
from reinsert_cli.render.definitions import definitions
from reinsert_cli.render.files import replacing, set_aside
from reinsert_cli.render.form import write_lists
from reinsert_cli.render.looks import Looks
from reinsert_cli.render.sheet import Content, Page
from reinsert_cli.render.sheet_cells import writable

MOST_IN_MEMORY: Final = 2000
"""A table of more rows is long: written in a stream, its widths found from these."""

_LONGEST_NAME: Final = 31
_LONGEST_PROPERTY: Final = 255
_EARLIEST: Final = date(1980, 1, 1)  # the earliest time an archive can carry


def write_workbook(tables: Sequence[Table], path: Path) -> None:
    """Write ``tables``, at least one, as the sheets of a workbook at ``path``, mode 0600, whole or not at all.

    A last sheet defines the columns of reports. Raises :class:`OSError` when the file cannot be written.
    """
    contents = [_opened(table) for table in (*tables, *definitions(tables))]
    is_long = any(content.is_long for content in contents)
    with replacing(path) as stream, _book(stream, path, is_long=is_long) as book:
        book.set_properties(_properties(tables))
        looks = Looks(book)
        taken: set[str] = set()
        for content in contents:
            rest: Content | None = content
            while rest:
                rest = Page(book, looks, _free_name(content.table, taken), rest).write()
        for table in tables:
            if table.is_form:
                write_lists(book, table.columns)


def _opened(table: Table) -> Content:
    """Read the first rows of ``table``, which tell whether it is long."""
    rows = iter(table.rows)
    head = list(islice(rows, MOST_IN_MEMORY + 1))
    return Content(table, head, chain(head, rows), is_long=len(head) > MOST_IN_MEMORY)


@contextmanager
def _book(stream: BinaryIO, path: Path, *, is_long: bool) -> Iterator[Workbook]:
    """Give a workbook that is written to ``stream`` at the end; what a long one sets aside stands beside ``path``.

    There, and not where the whole machine keeps such things.
    """
    with set_aside(path) as aside:
        draft = _Draft(stream)
        book = Workbook(draft, {"constant_memory": is_long, "in_memory": not is_long, "tmpdir": str(aside)})
        try:
            yield book
            book.close()
        except FileCreateError as error:
            raise error.args[0] from error  # the OSError that it stands for
        finally:
            draft.give_up()
            if is_long:
                for sheet in book.worksheets():
                    sheet.row_data_fh.close()


class _Draft:
    """The file that an archive is written to; given up, it is nothing: an archive that failed still writes its end."""

    def __init__(self, stream: BinaryIO) -> None:
        self._stream = stream

    def give_up(self) -> None:
        self._stream = BytesIO()

    def __getattr__(self, name: str) -> Any:
        return getattr(self._stream, name)


def _properties(tables: Sequence[Table]) -> dict[str, str | datetime]:
    """Describe the workbook: it was made at midnight of the day its figures were read."""
    days = (complete_date(table.as_of) for table in tables)
    day = next((day for day in days if day), _EARLIEST)
    return {
        "title": writable(tables[0].title)[:_LONGEST_PROPERTY],
        "subject": writable(" · ".join(preamble(tables[0])))[:_LONGEST_PROPERTY],
        "author": "reinsert",
        "created": datetime.combine(day, time()),
    }


def sheet_names(tables: Iterable[Table]) -> list[str]:
    """Name a sheet after each table's title."""
    taken: set[str] = set()
    return [_free_name(table, taken) for table in tables]


def _free_name(table: Table, taken: set[str]) -> str:
    """Name a sheet after a table: 31 characters at most, none that spreadsheets forbid, none of ``taken``; take it."""
    base = re.sub(r"[\\/*?:\[\]]", "-", clean(table.title)).strip("' ") or table.report
    suffixes = ("" if n == 1 else f" ({n})" for n in count(1))
    choices = (base[: _LONGEST_NAME - len(suffix)].rstrip("' ") + suffix for suffix in suffixes)
    name = next(name for name in choices if name.casefold() not in taken | {"history"})  # Excel keeps that for itself
    taken.add(name.casefold())
    return name
