"""How our marks look, and how they are told from the sender's own formatting when a workbook comes back.

A fill of ours keeps the colour that it covers as its background, which no program shows under a solid fill: so it
can be put back wherever the cell was moved to in between.
"""

from __future__ import annotations

from collections.abc import Hashable
from copy import copy
from typing import Any, Final

from openpyxl.cell import Cell
from openpyxl.comments import Comment
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.styles.colors import COLOR_INDEX, Color

from reinsert_cli.domain.own_sheets import MAKER
from reinsert_cli.domain.text import clean, is_like_a_formula
from reinsert_cli.importers.returns.remarks import Remark

LIGHT: Final = {True: "FFFFC7CE", False: "FFFFE699"}
"""Red for what is wrong, amber for what is doubted, under dark letters."""
DARK: Final = {True: "FFA61C28", False: "FF8A5A00"}
"""The same under light letters, as headings often have."""
OURS: Final = frozenset((*LIGHT.values(), *DARK.values()))
INK: Final = "1F3B4D"

TITLE: Final = Font(name="Calibri", bold=True, size=16, color=INK)
STRONG: Final = Font(name="Calibri", bold=True, size=11)
PLAIN: Final = Font(name="Calibri", size=11)
FAINT: Final = Font(name="Calibri", size=10, color="595959")
LINK: Final = Font(name="Calibri", size=11, color="0563C1", underline="single")
FIGURE: Final = Font(name="Calibri", bold=True, size=14, color=INK)
HEADING: Final = Font(name="Calibri", bold=True, size=11, color="FFFFFF")
HEADING_FILL: Final = PatternFill("solid", fgColor=INK)
UNDERLINED: Final = Border(bottom=Side(style="hair", color="A6A6A6"))
GOOD_FONT: Final = Font(name="Calibri", bold=True, size=11, color="2E7D32")
FILLS: Final = {is_error: PatternFill("solid", fgColor=LIGHT[is_error]) for is_error in (True, False)}

LINE: Final = 15.0
"""The height of a line of text, in points."""

_BETWEEN: Final = "\n―――――\n"
_NO_FILL: Final = 64  # the index of the system's own background
_PALETTE: Final = frozenset(color[-6:] for color in COLOR_INDEX)
_NEAR: Final = 160
"""How far, in sums of differences of red, green and blue, a colour of the palette may be from our fill so that it is
taken for what LibreOffice writes, which keeps no background under a solid fill but puts a like colour there."""
_WHITE_INDICES: Final = (1, 9)
_BRIGHT: Final = 150
_COMMENT_WIDTH: Final = 340
_COMMENT_SIGNS: Final = 48
_LONGEST_COMMENT: Final = 1500


def put_text(cell: Any, text: str) -> None:
    """Put a text that stays a text, whatever it begins with; line breaks are kept, what no XML can hold is not."""
    plain = "\n".join(map(clean, text.split("\n")))
    cell.value = plain
    cell.data_type = "s"
    if is_like_a_formula(plain):
        cell.quotePrefix = True


def aligned(horizontal: str = "general", vertical: str = "top", *, right_to_left: bool = False) -> Alignment:
    """Give a wrapped alignment, read from the side that the language begins on."""
    return Alignment(horizontal, vertical, wrap_text=True, readingOrder=2 if right_to_left else 0)


def lines(text: str, width: float) -> int:
    """Give the lines that a text takes in a column of this width, rather too many than too few."""
    return sum(1 + int(len(part) / max(width * 0.9, 1)) for part in text.split("\n"))


def height(text: str, width: float) -> float:
    """Give the height in points of a row in which a text has this width; not every program finds it by itself."""
    return lines(text, width) * LINE + 1.5


# ── one cell's colour and comment ───────────────────────────────────────────────────────────


Worn = dict[Hashable, Any]
"""The looks given so far in a workbook, by what they were made of: to make one anew for each cell takes longer than all
else."""


def colour(cell: Any, worn: Worn, *, is_error: bool) -> None:
    """Colour a cell so that its letters stay readable, keeping the colour that it had beneath."""
    before = (is_error, tuple(cell._style or ()))
    known = worn.get(before)
    if known is not None:
        cell._style = copy(known)
        return
    shade = (DARK if _has_light_letters(cell) else LIGHT)[is_error]
    own = cell.fill
    beneath = copy(own.fgColor) if own.patternType == "solid" else Color(indexed=_NO_FILL)
    cell.fill = PatternFill("solid", fgColor=Color(rgb=shade), bgColor=beneath)
    worn[before] = copy(cell._style)


def comment_on(cell: Cell, remarks: list[Remark]) -> None:
    """Say in a comment what is wrong and what to do; what the sender had noted there stays below."""
    said = "\n".join(f"{remark.mark} {clean(remark.what)}\n→ {clean(remark.remedy)}" for remark in remarks)
    own = f"{_BETWEEN}{cell.comment.author}\n{cell.comment.text}" if cell.comment else ""
    text = f"{MAKER}\n{said[:_LONGEST_COMMENT]}{own}"
    height = int(18 * lines(text, _COMMENT_SIGNS) + 12)
    cell.comment = Comment(text, MAKER, height=height, width=_COMMENT_WIDTH)


def take_off(cell: Cell) -> None:
    """Take our colour and our comment off a cell, and put back what stood there before."""
    if cell.comment and (cell.comment.author == MAKER or cell.comment.text.startswith(f"{MAKER}\n")):
        _ours, _between, own = cell.comment.text.partition(_BETWEEN)
        author, _break, text = own.partition("\n")
        cell.comment = Comment(text, author) if text else None
    if cell.has_style and cell.fill.patternType == "solid" and cell.fill.fgColor.rgb in OURS:
        cell.fill = _beneath(cell.fill)


def _beneath(fill: Any) -> PatternFill:
    own = fill.bgColor
    if own.type == "indexed" and own.indexed == _NO_FILL:
        return PatternFill()
    if own.type == "rgb" and (own.rgb == "00000000" or _is_a_guess(own.rgb, fill.fgColor.rgb)):
        return PatternFill()
    return PatternFill("solid", fgColor=copy(own))


def _is_a_guess(beneath: str, ours: str) -> bool:
    """Tell whether the colour under a fill of ours is one that a program put there because it resembles it."""
    distance = sum(abs(one - other) for one, other in zip(_parts(beneath), _parts(ours), strict=True))
    return beneath in OURS or (beneath[-6:] in _PALETTE and distance < _NEAR)


def _parts(rgb: str) -> tuple[int, int, int]:
    red, green, blue = (int(rgb[-6:][start : start + 2], 16) for start in (0, 2, 4))
    return red, green, blue


def _has_light_letters(cell: Cell) -> bool:
    ink = cell.font.color if cell.has_style else None
    if ink is None:
        return False
    if ink.type == "theme":
        return ink.theme in (0, 2)
    if ink.type == "indexed":
        return ink.indexed in _WHITE_INDICES
    return isinstance(ink.rgb, str) and sum(_parts(ink.rgb)) > 3 * _BRIGHT


# ── the added column ────────────────────────────────────────────────────────────────────────


def dress(cell: Any, is_error: bool | None, worn: Worn, *, is_heading: bool) -> None:
    """Give a cell of the added column its look; ``is_error`` is None for a good row."""
    known = worn.get((is_error, is_heading))
    if known is not None:
        cell._style = copy(known)
        return
    if is_heading:
        cell.font, cell.fill, cell.alignment = HEADING, HEADING_FILL, aligned("center", "center")
    elif is_error is None:
        cell.font, cell.alignment = GOOD_FONT, aligned("center")
    else:
        cell.font, cell.fill, cell.alignment = PLAIN, FILLS[is_error], aligned()
    cell.border = UNDERLINED
    worn[is_error, is_heading] = copy(cell._style)
