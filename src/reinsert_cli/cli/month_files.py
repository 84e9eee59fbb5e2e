"""The files of a monthly pack, from the ledger as it was after one of its writes: the same state, the same bytes."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import ExitStack
from dataclasses import asdict, dataclass
from datetime import date
from functools import partial
from pathlib import Path
from typing import Final

from reinsert_cli import __version__
from reinsert_cli.cli.manifest import Manifest, Mark
from reinsert_cli.domain import language
from reinsert_cli.domain.dates import PartialDate
from reinsert_cli.domain.table import Streamed, Table
from reinsert_cli.render.files import write_lines, write_text
from reinsert_cli.render.formats import text_of
from reinsert_cli.render.workbook import write_workbook
from reinsert_cli.reports import changes, log, monthly, public_pack
from reinsert_cli.reports.filters import Filters
from reinsert_cli.reports.hledger import books
from reinsert_cli.reports.standing import LATEST
from reinsert_cli.store import history, reading
from reinsert_cli.store.reading import Reader
from reinsert_cli.store.server import Server

WORKBOOK: Final = "month.xlsx"
PAGE: Final = "month.html"
BOOKS: Final = "books.journal"


@dataclass(frozen=True, slots=True)
class Asked:
    """What a pack is of: a month and its filters, the last write of the ledger then, its day, the reader's language."""

    filters: Filters
    number: int
    head: str
    as_of: str
    language: str
    earlier: Mark | None = None
    is_public: bool = False

    @property
    def month(self) -> str:
        """Give the month as ``2024-12``."""
        return f"{self.first:%Y-%m}"

    @property
    def first(self) -> date:
        """Give the first day of the month."""
        return self.filters.first or date.min

    @property
    def filters_named(self) -> dict[str, str]:
        """Give the filters beside the month."""
        return {name: value for name, value in self.filters.named().items() if name not in {"from", "to"}}

    def said(self) -> dict[str, object]:
        """Give what the manifest says of it."""
        return {
            "month": self.month,
            "filters": self.filters_named,
            "language": self.language,
            "as_of": self.as_of,
            "version": __version__,
            "ledger": {"number": self.number, "head": self.head},
            "since": asdict(self.earlier) if self.earlier else None,
            **({"public": True} if self.is_public else {}),
        }


def asked_of(reader: Reader, filters: Filters, *, is_public: bool = False) -> Asked:
    """Ask for the ledger as it is; the day is that of its last write, so that no clock changes the pack."""
    number, day = log.last(reader)
    return Asked(filters, number, log.head(reader), day, language.current(), is_public=is_public)


def again(said: Manifest) -> Asked | None:
    """Ask for what a manifest tells of; None where another version of the program wrote it."""
    if said.version != __version__:
        return None
    month = PartialDate(*map(int, said.mark.month.split("-")))
    filters = Filters(month.first, month.last, said.filters.get("region"), said.filters.get("programme"))
    return Asked(filters, said.mark.number, said.mark.head, said.as_of, said.language, said.since, said.is_public)


def write(folder: Path, ledger: Path | Server, asked: Asked) -> None:
    """Write the files of a pack into an empty folder: each view as CSV and JSON, the workbook, the page, the books.

    A public pack has no books: each of their entries is of one person.
    """
    with ExitStack() as still_open:  # tables may be read while they are written
        open_ledger = partial(_open, still_open, ledger, asked)
        if asked.is_public:
            views = _public(open_ledger, asked)
        else:
            views = {view.name: _view(still_open, ledger, asked, view) for view in monthly.VIEWS}
            views |= _changes(open_ledger, asked)
        for name, table in views.items():
            for fmt in ("csv", "json"):
                write_text(folder / f"{name}.{fmt}", text_of([table], fmt))
        tables = tuple(views.values())
        write_workbook(tables, folder / WORKBOOK)
        write_text(folder / PAGE, text_of(tables, "html"))
        if not asked.is_public:
            write_lines(folder / BOOKS, books(_as_then(open_ledger(), asked.number)))


def _view(still_open: ExitStack, ledger: Path | Server, asked: Asked, view: monthly.View) -> Table:
    """Give a view; what its reader holds is let go where its rows are read already."""
    with ExitStack() as opened:
        reader = _open(opened, ledger, asked)
        table = monthly.table(reader, view, asked.filters, _last_write(reader, asked))
        if isinstance(table.rows, Streamed):
            still_open.push(opened.pop_all())
    return table


def _public(open_ledger: Callable[[], Reader], asked: Asked) -> dict[str, Table]:
    return public_pack.tables(open_ledger, asked.filters, _last_write(open_ledger(), asked))


def _open(still_open: ExitStack, ledger: Path | Server, asked: Asked) -> Reader:
    """Open the ledger once more: a reader that was taken back to an earlier state stays there."""
    reader = still_open.enter_context(reading.reading(ledger))
    reader.as_of = asked.as_of
    return reader


def _last_write(reader: Reader, asked: Asked) -> int:
    """Give up to which write the ledger is asked."""
    return LATEST if asked.number == log.last(reader)[0] else asked.number


def _changes(open_ledger: Callable[[], Reader], asked: Asked) -> dict[str, Table]:
    """Give what changed since the pack before, and why."""
    earlier = asked.earlier
    now = _as_then(open_ledger(), asked.number)
    before = _as_then(open_ledger(), earlier.number) if earlier else None
    return {
        "changes": changes.moved(before, now, asked.filters, asked.first),
        "changes-late": changes.late(now, asked.filters, earlier.number if earlier else None, asked.first),
    }


def _as_then(reader: Reader, number: int) -> Reader:
    """Take a reader back to what the ledger was after a write, where there were later ones."""
    if number < log.last(reader)[0]:
        history.rewind(reader, number, reader.as_of)
    return reader
