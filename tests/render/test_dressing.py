from __future__ import annotations

from openpyxl import Workbook
from openpyxl.styles import Alignment, Border, Font, Side

from reinsert_cli.render.dressing import Dressing


def test_a_cell_keeps_what_it_has_of_its_own() -> None:
    """Cells dressed alike are alike, but for the font and the apostrophe that one of them had."""
    sheet = Workbook().active
    assert sheet is not None
    border, alignment = Border(bottom=Side(style="thin")), Alignment(vertical="center")
    dressing = Dressing(border=border, alignment=alignment, number_format="0.00")
    bold = sheet.cell(1, 1)
    bold.font, bold.quotePrefix = Font(bold=True), True
    cells = [bold, *(sheet.cell(row, 1) for row in range(2, 5))]
    for cell in cells:
        dressing.give(cell)
    assert all((cell.border, cell.alignment, cell.number_format) == (border, alignment, "0.00") for cell in cells)
    assert [cell.font.bold for cell in cells] == [True, False, False, False]
    assert [bool(cell.quotePrefix) for cell in cells] == [True, False, False, False]


def test_a_cell_changed_later_leaves_the_others_alone() -> None:
    sheet = Workbook().active
    assert sheet is not None
    dressing = Dressing(number_format="0.00")
    first, second, third = (sheet.cell(row, 1) for row in (1, 2, 3))
    for cell in (first, second):
        dressing.give(cell)
    first.number_format = "@"
    dressing.give(third)
    assert [cell.number_format for cell in (first, second, third)] == ["@", "0.00", "0.00"]
