"""What each row under the headings is: somebody's, a total, the headings again, a place that heads rows, a footer."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from typing import Any, Final, Literal

from reinsert_cli.domain import territories
from reinsert_cli.domain.faults import Fault, Problem, Severity
from reinsert_cli.domain.language import count
from reinsert_cli.domain.money import Amount
from reinsert_cli.domain.text import fold
from reinsert_cli.importers import cells as readers
from reinsert_cli.importers.fields import Parsed, heading_key
from reinsert_cli.importers.header import Header
from reinsert_cli.importers.sheet import Cell, Cells, address
from reinsert_cli.importers.totals import CLOSING, HINT, OF_WHICH, Sums, is_total

Role = Literal["data", "total", "headings", "place", "footer"]

_FOOTER: Final = re.compile(
    r"(?:fait|etabli|dresse|redige|arrete|signe|vu|lu) (?:a|le|et|la|par|au)\b|le (?:directeur|president|coordinateur|"
    r"coordonnateur|responsable|gouverneur|chef|tresorier|secretaire|comptable)|la (?:directrice|presidente"
    r"|coordinatrice|responsable|tresoriere)|signatures?\b|visa\b|cachet\b|nb\b|n b\b|note\b|nota\b|remarque"
    r"|observation|source\b|legende|page ?[0-9]|[0-9]+ ?/ ?[0-9]+$|suite\b|certifi|pour (?:le|la)\b"
    r"|prepared by|done at|signed"
    r"|حرر|وحرر|امضاء|الامضاء|توقيع|التوقيع|المدير|مدير|الرئيس|رئيس|المنسق|ملاحظه|ملحوظه|ملاحظات"
    r"|الصفحه|صفحه|خاتم|المصدر|حصر"
)
"""How lines begin that stand under a list, folded: where and when it was made, who signs it, notes."""

_FEW: Final = 2
_WORDS_OF_A_NAME: Final = 5
_PEOPLE: Final = frozenset(
    {"beneficiary", "cin", "family_name", "given_name", "full_name", "name_arabic", "file_number"}
)
_SEVERITIES: Final[dict[str, Severity]] = {
    "total.differs": "error",
    "total.unreadable": "warning",
    "total.heads_differ": "warning",
}


def sift(header: Header, parsed: Iterable[Parsed]) -> tuple[list[Parsed], list[Problem]]:
    """Give the rows that are somebody's (or, in other kinds, something's), and what is told of the others.

    Nothing with an amount is passed over but totals, which are checked.
    """
    return _Sifting(header).run(parsed)


class _Sifting:
    """One pass over the rows, which remembers what the rows so far add up to."""

    def __init__(self, header: Header) -> None:
        self._header = header
        self._rows = header.sheet.rows
        self._money = [
            at for at, field in header.columns.items() if field.read in readers.AMOUNTS or field.key == "value"
        ]
        self._columns = {field.key: at for at, field in header.columns.items()}
        self._names = {at for at, field in header.columns.items() if field.key in _PEOPLE}
        self._heads = [_keys(self._rows[number - 1]) for number in range(header.top or header.row, header.row + 1)]
        self._banners = frozenset(fold(cell) for row in self._rows[: (header.top or header.row) - 1] for cell in row
                                  if isinstance(cell, str))  # fmt: skip
        self._sums = Sums()
        self._kept: list[Parsed] = []
        self._told: list[Problem] = []
        self._passed: dict[str, list[int]] = {"headings": [], "place": [], "footer": []}
        self._place: dict[str, Any] = {}
        self._ends: list[int] = []
        """The rows after which nobody may be expected: totals, and lines that only stand under lists."""

    def run(self, parsed: Iterable[Parsed]) -> tuple[list[Parsed], list[Problem]]:
        for row in parsed:
            self._take(row)
        self._leave_footers()
        hidden = self._header.sheet.hidden_rows
        if hidden and (shown := sum(1 for row in self._kept if row.number in hidden)):
            self._told.append(self._notice("rows.hidden", shown, None))
        for role, numbers in self._passed.items():
            if numbers:
                self._told.append(self._notice(f"rows.{role}", len(numbers), min(numbers)))
        return self._kept, self._told

    def _take(self, row: Parsed) -> None:
        cells = self._rows[row.number - 1]
        role = "data" if self._is_surely_data(row, cells) else self._role(row, cells)
        if role == "total":
            self._total(row)
        elif role == "data":
            self._sums.add(row)
            self._kept.append(replace(row, values=row.values | self._place) if self._place else row)
        else:
            self._passed[role].append(row.number)
            if role == "footer":
                self._ends.append(row.number)

    def _is_surely_data(self, row: Parsed, cells: Cells) -> bool:
        """Tell at a glance that a row is somebody's: an amount, somebody named, and no hint of a total.

        No total has a card number or a birth date.
        """
        values = row.values
        if values.get("cin") or values.get("birth_date"):
            return True
        if not isinstance(values.get("amount"), Amount):
            return False
        is_named = any(values.get(key) for key in _PEOPLE)
        return is_named and not any(isinstance(cell, str) and HINT.search(cell) for cell in cells)

    def _role(self, row: Parsed, cells: Cells) -> Role:
        filled = [at for at, cell in enumerate(cells) if cell is not None]
        has_amount = any(_is_amount(cells[at]) for at in filled if at in self._money)
        if self._are_headings(row, cells, filled):
            return "headings"
        if self._is_total(row, cells, filled):
            return "total"
        texts = [cell for cell in cells if isinstance(cell, str)]
        if self._ends and texts and OF_WHICH.match(fold(texts[0])):
            return "footer"
        if has_amount or not texts:
            return "data"
        if len(filled) == 1 and self._heads_rows(texts[0]):
            return "place"
        return "footer" if self._is_footer(texts, filled) else "data"

    def _are_headings(self, row: Parsed, cells: Cells, filled: list[int]) -> bool:
        """Tell whether a row repeats the headings, as after a page break, or numbers the columns under them."""
        if row.number == self._header.row + 1 and len(filled) > _FEW and _numbers_columns(cells, filled):
            return True
        said = _keys(cells)
        if not said or len(said) != len(filled):
            return False
        for heads in self._heads:
            same = sum(1 for at, wording in said.items() if heads.get(at) == wording)
            if 3 * same >= 2 * len(said) and (same >= _FEW or same == len(heads)):
                return True
        return False

    def _is_total(self, row: Parsed, cells: Cells, filled: list[int]) -> bool:
        """Tell whether a row is a total by its words or, without a word, by saying only what those above add up to."""
        if is_total(cells):
            return True
        amount = row.values.get("amount")
        others = [at for at in filled if at not in self._money]
        is_alone = not others and isinstance(amount, Amount)
        return (
            is_alone and self._sums.has_several and isinstance(amount, Amount) and self._sums.expects(amount.centimes)
        )

    def _heads_rows(self, text: str) -> bool:
        """Tell whether a line names a province or a centre; the rows below it are of it, where no column says."""
        found = territories.read_territory(text)
        if not isinstance(found, Fault):
            is_province = found.code != found.region
            if "province" not in self._columns:
                self._place = {**self._place, "province": found.code} if is_province else {}
            return True
        centre = readers.centre(text) if fold(text).startswith(("centre", "مركز")) else None
        if not isinstance(centre, str):
            return False
        if "centre" not in self._columns:
            self._place = {**self._place, "centre": centre}
        return True

    def _is_footer(self, texts: list[str], filled: list[int]) -> bool:
        """Tell whether a line plainly stands under a list or over a page, whatever its row."""
        folded = [fold(text) for text in texts]
        if all(text in self._banners for text in folded):
            return True
        is_said = bool(_FOOTER.match(folded[0]) or CLOSING.match(folded[0]))
        return is_said and (len(filled) <= _FEW or all(map(_FOOTER.match, folded)))

    def _total(self, row: Parsed) -> None:
        cells = self._rows[row.number - 1]
        amount = self._columns.get("amount")
        fault = self._sums.compare(row, cells, amount)
        place = address(row.number, amount) if amount is not None else None
        severity = _SEVERITIES.get(fault.code, "notice")
        self._told.append(Problem(fault, severity, self._header.sheet.title, place, row.number))
        self._ends.append(row.number)

    def _leave_footers(self) -> None:
        """Take from the end of the rows those that stand under the list: a lone text, and nothing after them."""
        solid = max((row.number for row in self._kept if row.values.get("amount")), default=0)
        end = min((number for number in self._ends if number > solid), default=None)
        while self._kept and self._stands_under(self._kept[-1], end):
            self._passed["footer"].append(self._kept.pop().number)

    def _stands_under(self, row: Parsed, end: int | None) -> bool:
        cells = self._rows[row.number - 1]
        filled = [at for at, cell in enumerate(cells) if cell is not None]
        texts = [cell for cell in cells if isinstance(cell, str)]
        if (
            len(filled) > _FEW
            or len(texts) != len(filled)
            or any(_is_amount(cells[at]) for at in filled if at in self._money)
        ):
            return False
        is_after = end is not None and end < row.number
        is_elsewhere = not self._names.intersection(filled)
        is_long = any(len(text.split()) >= _WORDS_OF_A_NAME for text in texts)
        return is_after or (len(filled) == 1 and (is_elsewhere or is_long))

    def _notice(self, code: str, number: int, row: int | None) -> Problem:
        return Problem(Fault(code, {"count": count(number)}), "notice", self._header.sheet.title, row=row)


def _is_amount(cell: Cell) -> bool:
    """Tell whether a cell of amounts holds more than words: a signature may stand under any column."""
    return not isinstance(cell, str) or any(map(str.isdigit, cell))


def _keys(cells: Cells) -> dict[int, str]:
    return {
        at: heading_key(cell)
        for at, cell in enumerate(cells)
        if isinstance(cell, str) and len(cell) <= readers.LONGEST_NOTE
    }


def _numbers_columns(cells: Cells, filled: list[int]) -> bool:
    """Tell whether a row numbers the columns, from 1 on."""
    numbers = [_number(cells[at]) for at in filled]
    return numbers == list(range(1, len(numbers) + 1))


def _number(cell: Cell) -> int | None:
    if isinstance(cell, str):
        digits = cell.strip("() \u00a0")
        return int(digits) if digits.isdecimal() and len(digits) <= _FEW else None
    return int(cell) if isinstance(cell, (int, float)) and 0 < cell < 100 and cell == int(cell) else None  # noqa: PLR2004
