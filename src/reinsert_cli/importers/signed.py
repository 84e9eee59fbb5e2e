"""A filled sign-off sheet read back: who came, who did not, who received for whom, what was written beside a name.

Nothing is read by its place: the row of the headings is found by its words, a person by their code. Every person of
the batch must be there exactly once and nobody else; what was not to be changed is compared.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Final

from reinsert_cli.domain import signing
from reinsert_cli.domain.dates import PartialDate, date_of_cell, read_date
from reinsert_cli.domain.faults import ExitStatus, Fault, Problem, Refusal
from reinsert_cli.domain.language import listed, money
from reinsert_cli.domain.money import centimes_of_number, read_amount
from reinsert_cli.domain.signing import Presence
from reinsert_cli.domain.text import clean, fold
from reinsert_cli.importers.cells import is_blank
from reinsert_cli.importers.cells import name as read_name
from reinsert_cli.importers.sheet import Cell, CellError, Cells, Sheet, Source, address

NEEDED: Final = ("code", "presence")
LOOKED_AT: Final = 40
"""The headings stand among so many rows from the top."""

PREFIX: Final = "B-"


@dataclass(frozen=True, slots=True)
class Expected:
    """What the ledger expects of one person: the lines of the batch and the amount of each, in centimes, by line."""

    lines: Mapping[int, int]

    @property
    def amount(self) -> int:
        """The sum, in centimes."""
        return sum(self.lines.values())


@dataclass(slots=True)
class Signed:
    """What a filled sheet says, by the person's code, and what there is to mend in it.

    ``unmarked`` are those whose mark is empty; ``held_on`` the day that the sheet names (ISO).
    """

    marks: dict[str, Presence] = field(default_factory=dict)
    proxies: dict[str, str] = field(default_factory=dict)
    remarks: dict[str, str] = field(default_factory=dict)
    unmarked: list[str] = field(default_factory=list)
    held_on: str | None = None
    problems: list[Problem] = field(default_factory=list)

    def people(self, mark: Presence) -> list[str]:
        """Give the people of a mark, in the order of the sheet."""
        return [person for person, said in self.marks.items() if said == mark]


@dataclass(frozen=True, slots=True)
class _Row:
    """One row: its number and its cells by column."""

    number: int
    cells: Mapping[str, Cell]
    places: Mapping[str, int]

    def text(self, column: str) -> str:
        cell = self.cells.get(column)
        if cell is None or isinstance(cell, CellError):
            return ""
        if isinstance(cell, bool):
            return str(int(cell))
        if isinstance(cell, float) and cell.is_integer():
            return str(int(cell))
        said = " ".join(clean(str(cell)).split())
        return "" if is_blank(said) else said

    def where(self, column: str) -> str:
        return address(self.number, self.places.get(column, 0))


def read_signed(source: Source, batch: str, expected: Mapping[str, Expected], others: Presence | None = None) -> Signed:
    """Read what a filled sheet says of a batch whose people and lines are ``expected``.

    ``others`` is what those are whose mark is empty; without it they are a problem. Raises Refusal (exit 4) when no
    sheet has the headings of a sign-off sheet, and (exit 3) when it is that of another batch.
    """
    sheet, header, places = _found(source)
    signed = Signed(held_on=_day(sheet, header))
    rows = list(_rows(sheet, header, places))
    _refuse_other_batch(source, batch, rows)
    seen: Counter[str] = Counter()
    for row in rows:
        code = row.text("code").upper()
        seen[code] += 1
        if fault := _fault_of_code(row, code, batch, expected, seen):
            signed.problems.append(_problem(sheet, row, "code", fault))
        else:
            _read_row(signed, sheet, row, code, expected[code])
    absent = [code for code in expected if not seen[code]]
    if absent:
        signed.problems.append(Problem(Fault("signed.people_gone", {"codes": listed(absent)}), sheet=sheet.title))
    _settle_unmarked(signed, sheet, others)
    return signed


def _found(source: Source) -> tuple[Sheet, int, dict[str, int]]:
    """Give the sheet, the index of the row of its headings, and the place of each column."""
    for sheet in sorted(source.sheets, key=lambda sheet: sheet.is_hidden):
        for index, row in enumerate(sheet.rows[:LOOKED_AT]):
            places: dict[str, int] = {}
            for place, cell in enumerate(row):
                column = signing.column_of(cell) if isinstance(cell, str) else None
                if column:
                    places.setdefault(column, place)
            if all(column in places for column in NEEDED):
                return sheet, index, places
    raise Refusal(ExitStatus.UNREADABLE, "signed.no_heading", file=source.name)


def _day(sheet: Sheet, header: int) -> str | None:
    """Give the day that stands beside its words above the headings, as an ISO date."""
    labels = {fold(word) for word in signing.DAY} | {fold(" ".join(signing.DAY))}
    for row in sheet.rows[:header]:
        cells = [cell for cell in row if cell is not None]
        if cells and isinstance(cells[0], str) and fold(cells[0]) in labels:
            return next(filter(None, map(_iso, cells[1:])), None)
    return None


def _iso(cell: Cell) -> str | None:
    found = date_of_cell(cell) if isinstance(cell, date) else read_date(cell) if isinstance(cell, str) else None
    return found.iso if isinstance(found, PartialDate) else None


def _rows(sheet: Sheet, header: int, places: Mapping[str, int]) -> Iterator[_Row]:
    """Give the rows below the headings that speak of somebody."""
    for number, cells in enumerate(sheet.rows[header + 1 :], header + 2):
        row = _Row(number, {column: _at(cells, place) for column, place in places.items()}, places)
        if any(row.text(column) for column in ("code", "presence", "proxy", "key")):
            yield row


def _at(cells: Cells, place: int) -> Cell:
    return cells[place] if place < len(cells) else None


def _refuse_other_batch(source: Source, batch: str, rows: Iterable[_Row]) -> None:
    named = {row.text("key").split("|")[0] for row in rows if row.text("key").count("|") == len("||")}
    if named and batch not in named:
        raise Refusal(ExitStatus.RULE, "signed.other_batch", file=source.name, batch=batch, other=sorted(named)[0])


def _fault_of_code(
    row: _Row, code: str, batch: str, expected: Mapping[str, Expected], seen: Counter[str]
) -> Fault | None:
    """Tell what is wrong with whom a row speaks of; no word of the cell is repeated unless it is a code."""
    if code not in expected:
        return Fault("signed.stranger", {"batch": batch}) if code else Fault("signed.no_code")
    if seen[code] > 1:
        return Fault("signed.twice", {"code": code})
    said = row.text("key")
    if said and said != signing.key(batch, code, expected[code].lines.items()):
        is_moved = said.split("|")[1:2] != [code]
        return Fault("signed.row_mixed" if is_moved else "signed.list_changed", {"code": code})
    return None


def _read_row(signed: Signed, sheet: Sheet, row: _Row, code: str, expected: Expected) -> None:
    """Take in one person's row, or note what is wrong with it."""

    def wrong(column: str, fault: Fault) -> None:
        signed.problems.append(_problem(sheet, row, column, fault))

    if fault := _amount_fault(row, code, expected):
        wrong("amount", fault)
    proxy = _proxy(row)
    if isinstance(proxy, Fault):
        wrong("proxy", proxy)
        return
    said = row.text("presence")
    mark = signing.presence_of(said) if said else "proxy" if proxy else None
    if said and mark is None:
        wrong("presence", Fault("signed.mark_unread", {"code": code}))
    elif mark is None:
        signed.unmarked.append(code)
    elif mark == "proxy" and not proxy:
        wrong("proxy", Fault("signed.proxy_unnamed", {"code": code}))
    elif proxy and mark != "proxy":
        wrong("presence", Fault("signed.proxy_beside", {"code": code}))
    else:
        signed.marks[code] = mark
    if proxy:
        signed.proxies[code] = proxy
    if remark := row.text("remark"):
        signed.remarks[code] = remark


def _proxy(row: _Row) -> str | Fault | None:
    """Read who received: another person's code, or a name."""
    said = row.text("proxy")
    if not said:
        return None
    return said.upper() if said.upper().startswith(PREFIX) else read_name(said)


def _amount_fault(row: _Row, code: str, expected: Expected) -> Fault | None:
    """Tell an amount that is not the ledger's any more; a sheet without the column says nothing of amounts."""
    if "amount" not in row.places:
        return None
    cell = row.cells["amount"]
    found: int | Fault
    if isinstance(cell, (int, float)) and not isinstance(cell, bool):
        found = centimes_of_number(cell)
    else:
        read = read_amount(row.text("amount"))
        found = read if isinstance(read, Fault) else read.centimes
    if found == expected.amount:
        return None
    return Fault("signed.amount_changed", {"code": code, "amount": money(expected.amount)})


def _settle_unmarked(signed: Signed, sheet: Sheet, others: Presence | None) -> None:
    """Mark those whose mark is empty as ``others`` says, or note who they are."""
    if others:
        signed.marks |= dict.fromkeys(signed.unmarked, others)
        signed.unmarked.clear()
    elif signed.unmarked:
        codes: Sequence[str] = signed.unmarked
        signed.problems.append(Problem(Fault("signed.unmarked", {"codes": listed(codes)}), sheet=sheet.title))


def _problem(sheet: Sheet, row: _Row, column: str, fault: Fault) -> Problem:
    return Problem(fault, sheet=sheet.title, cell=row.where(column), row=row.number)
