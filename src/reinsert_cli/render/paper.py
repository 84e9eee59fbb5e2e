"""The paper that a sheet is printed on: A4 in landscape, the sheet made as narrow as it, never wider."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

from reinsert_cli.render.measure import LINE_HEIGHT

if TYPE_CHECKING:
    from xlsxwriter.worksheet import Worksheet

MARGINS: Final = {"left": 0.4, "right": 0.4, "top": 0.5, "bottom": 0.75}
"""In inches."""

_A4: Final = 9
_WIDTH: Final = 11.69 - MARGINS["left"] - MARGINS["right"]
_HEIGHT: Final = 8.27 - MARGINS["top"] - MARGINS["bottom"]
_POINTS: Final = 72
_PIXELS: Final = 96
_CHARACTER: Final = 7
_BESIDE: Final = 5
"""Pixels that a character takes, and that stand beside the text of a cell."""
_SHRUNK: Final = 0.75
"""The part of its height to which a picture may shrink."""
_SAFE: Final = 0.97
"""Spreadsheets make rows a little higher, and columns a little wider, than they are told."""


class Paper:
    """The pages of a sheet, and where they end as far as the height of its rows has been told."""

    def __init__(self, sheet: Worksheet, widths: Sequence[int], least: int) -> None:
        """Set up the pages of a sheet whose columns are so many characters wide, and that is ``least`` pixels wide."""
        inches = max(sum(_CHARACTER * width + _BESIDE for width in widths), least) / _PIXELS
        self._height = _SAFE * _HEIGHT * _POINTS * max(inches / _WIDTH, 1)
        self.headings = LINE_HEIGHT
        """Points that the headings take, which begin every page but the first."""
        self._sheet = sheet
        self._more = 0.0
        self._top = 0.0
        self._breaks: list[int] = []
        self._set()

    def _set(self) -> None:
        """Print as wide as the paper and as many pages as it takes, numbered at the foot."""
        self._sheet.set_paper(_A4)
        self._sheet.set_landscape()
        self._sheet.fit_to_pages(1, 0)
        self._sheet.center_horizontally()
        self._sheet.set_margins(**MARGINS)
        self._sheet.set_footer("&C&P / &N")

    def set_height(self, row: int, points: float | None) -> None:
        """Make a row so many points high; None is the usual."""
        if points is not None:
            self._more += points - LINE_HEIGHT
            self._sheet.set_row(row, points)

    def place(self, row: int, points: float) -> float:
        """Give how high a picture from ``row`` on may be that should be so many points high, so that no page cuts it.

        Where it would have to shrink too much, a new page begins with it.
        """
        begin = row * LINE_HEIGHT + self._more
        room = self._top + self._height - begin
        if room < points * _SHRUNK:
            self._breaks.append(row)
            self._sheet.set_h_pagebreaks(self._breaks)
            self._top = begin - self.headings
            room = self._height - self.headings
        return min(points, room)
