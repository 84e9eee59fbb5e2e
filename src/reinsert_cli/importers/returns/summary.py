"""The first sheet of a workbook that goes back: what became of the file, and a line for each finding."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any, Final

from openpyxl.cell import WriteOnlyCell
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.hyperlink import Hyperlink
from openpyxl.worksheet.page import PageMargins
from openpyxl.worksheet.properties import PageSetupProperties

from reinsert_cli.domain import language
from reinsert_cli.domain.language import _, plural
from reinsert_cli.domain.text import clean
from reinsert_cli.importers.outcome import FileResult
from reinsert_cli.importers.returns import look
from reinsert_cli.importers.returns.remarks import Remark

WIDTHS: Final = (14, 24, 14, 52, 52)
HEADING_ROW: Final = 8
MOST: Final = 2000
"""How many findings the first sheet lists; the rest stand on the table's own sheet."""

_A4: Final = 9


@dataclass(frozen=True, slots=True)
class Story:
    """What the first sheet tells: the file's end, its findings, how many rows were read, the ISO day.

    ``sheet`` is the title under which the workbook holds the table, None where no table was found.
    """

    result: FileResult
    remarks: Sequence[Remark]
    rows: int
    today: str
    sheet: str | None


def write_summary(sheet: Any, story: Story) -> None:
    """Fill the first sheet, which may be one that takes rows only in their order, in the language in use."""
    sheet.sheet_view.rightToLeft = language.is_right_to_left()
    sheet.sheet_view.showGridLines = False
    for place, width in enumerate(WIDTHS, 1):
        sheet.column_dimensions[get_column_letter(place)].width = width
    _set_page(sheet)
    draft = _Draft(sheet)
    draft.prose(1, _("File to be mended"), look.TITLE)
    draft.prose(2, _origin(story), look.FAINT)
    draft.prose(3, _end(story.result), look.STRONG)
    draft.prose(4, _how_to_send(), look.PLAIN)
    _counts(draft, story)
    _findings(draft, story)
    draft.write()


class _Draft:
    """The cells of the sheet before they are written, row by row."""

    def __init__(self, sheet: Any) -> None:
        self._sheet = sheet
        self._rows: dict[int, list[Any]] = {}

    def cell(self, row: int, column: int, text: str, font: Any) -> Any:
        """Put a text in a cell, and give the cell."""
        cells = self._rows.setdefault(row, [WriteOnlyCell(self._sheet) for _width in WIDTHS])
        cell = cells[column - 1]
        if text:
            look.put_text(cell, clean(text))
        cell.font = font
        cell.alignment = look.aligned(right_to_left=language.is_right_to_left())
        return cell

    def prose(self, row: int, text: str, font: Any) -> None:
        """Put a text across all the columns, as many lines high as it takes."""
        self.cell(row, 1, text, font)
        self._sheet.merged_cells.add(f"A{row}:{get_column_letter(len(WIDTHS))}{row}")
        size = float(font.size) / 11
        self.height(row, look.lines(text, sum(WIDTHS) / size) * size * look.LINE + 3)

    def height(self, row: int, points: float) -> None:
        """Make a row this high."""
        self._sheet.row_dimensions[row].height = points

    def write(self) -> None:
        """Write the rows; a cell that leads somewhere knows its own place only now."""
        for row in range(1, max(self._rows) + 1):
            cells = self._rows.get(row, [])
            self._sheet.append(cells)
            for column, cell in enumerate(cells, 1):
                if cell.hyperlink:
                    cell.hyperlink.ref = f"{get_column_letter(column)}{row}"


def _origin(story: Story) -> str:
    facts = [_("File: {file}").format(file=story.result.file)]
    facts += [_("Sheet: {sheet}").format(sheet=story.result.sheet)] if story.result.sheet else []
    facts.append(_("Checked on {date}").format(date=language.date(story.today)))
    return " · ".join(facts)


def _end(result: FileResult) -> str:
    if not result.rows:
        return _("The rows could not be read: see below what to change first.")
    if result.applied:
        return _("The good rows were taken in; those marked below were not yet, or ask for a look.")
    return _("Nothing was taken in yet: the whole file waits for the corrections below.")


def _how_to_send() -> str:
    return _(
        "Correct the coloured cells on your own sheet, save, and send this same file back. This sheet, the colours, "
        "the comments and the added column may stay: they will be passed over."
    )


def _counts(draft: _Draft, story: Story) -> None:
    counts = story.result.counts
    facts: list[tuple[str, int | Decimal, str]] = [
        (_("Rows read"), story.rows, "#,##0"),
        (_("Good"), counts["new"] + counts["updated"] + counts["unchanged"], "#,##0"),
        (_("To decide (?)"), counts["parked"], "#,##0"),
        (_("To correct (✗)"), counts["invalid"], "#,##0"),
        (_("Amount of the good rows (DH)"), Decimal(story.result.amount).scaleb(-2), "#,##0.00"),
    ]
    side = "right" if language.is_right_to_left() else "left"
    for place, (label, figure, number_format) in enumerate(facts, 1):
        draft.cell(HEADING_ROW - 3, place, label, look.FAINT)
        cell = draft.cell(HEADING_ROW - 2, place, "", look.FIGURE)
        cell.value, cell.number_format, cell.alignment = figure, number_format, look.aligned(side)
    draft.height(HEADING_ROW - 2, 1.4 * look.LINE)


def _findings(draft: _Draft, story: Story) -> None:
    headings = (_("Cell"), _("Column"), _("To do"), _("What is wrong"), _("What to do about it"))
    for place, heading in enumerate(headings, 1):
        draft.cell(HEADING_ROW, place, heading, look.HEADING).fill = look.HEADING_FILL
    for row, remark in enumerate(story.remarks[:MOST], HEADING_ROW + 1):
        _finding(draft, row, remark, story.sheet)
    hidden = len(story.remarks) - MOST
    if hidden > 0:
        more = plural(
            "… and {n} more finding: see the last column.", "… and {n} more findings: see the last column.", hidden
        )
        draft.prose(HEADING_ROW + MOST + 1, more.format(n=hidden), look.FAINT)


def _finding(draft: _Draft, row: int, remark: Remark, title: str | None) -> None:
    todo = " ".join((remark.mark, _("to correct") if remark.is_error else _("to decide")))
    texts = (remark.cell, remark.heading, todo, remark.what, remark.remedy)
    cells = [draft.cell(row, place, text, look.PLAIN) for place, text in enumerate(texts, 1)]
    for cell in cells:
        cell.border = look.UNDERLINED
    cells[2].fill = look.FILLS[remark.is_error]
    if title and remark.cell:
        quoted = title.replace("'", "''")
        cells[0].hyperlink = Hyperlink(ref="A1", location=f"'{quoted}'!{remark.cell}")
        cells[0].font = look.LINK
    height = max(look.lines(text, width) for text, width in zip(texts, WIDTHS, strict=True))
    draft.height(row, height * look.LINE + 2)


def _set_page(sheet: Any) -> None:
    """Print on A4 in landscape as wide as the paper, the headings again on each page; they stay in sight too."""
    sheet.page_setup.paperSize = _A4
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = 1, 0
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    sheet.page_margins = PageMargins(left=0.4, right=0.4, top=0.5, bottom=0.6)
    sheet.freeze_panes = f"A{HEADING_ROW + 1}"
    sheet.print_title_rows = f"{HEADING_ROW}:{HEADING_ROW}"
