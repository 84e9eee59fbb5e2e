"""How a workbook looks: its colours, its fonts and its formats, each made once."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Final

from reinsert_cli.domain import language
from reinsert_cli.domain.table import Unit

if TYPE_CHECKING:
    from xlsxwriter import Workbook
    from xlsxwriter.format import Format

Look = Mapping[str, Any]
"""The properties of a format, under XlsxWriter's names."""

NUMBER_FORMATS: Final[Mapping[Unit, str]] = {
    "money": "#,##0.00",
    "count": "#,##0",
    "year": "0",
    "percent": "0.0%",
    "date": "DD/MM/YYYY",
}

INK: Final = "#1F3B4D"
SERIES: Final = ("#1F6F8B", "#E0A030", "#7A9E7E", "#A65E5E")
"""The colours of a chart's columns, in order: told apart in grey too."""

TITLE: Final[Look] = {"bold": True, "font_size": 15, "font_color": INK, "text_wrap": True, "valign": "top"}
FAINT: Final[Look] = {"font_size": 10, "font_color": "#595959", "text_wrap": True, "valign": "top"}
HEADING: Final[Look] = {
    "bold": True,
    "font_color": "#FFFFFF",
    "bg_color": INK,
    "align": "center",
    "valign": "vcenter",
    "text_wrap": True,
}
BODY: Final[Look] = {"bottom": 7, "bottom_color": "#A6A6A6", "valign": "top"}
SUBTOTAL: Final[Look] = {"bold": True}
TOTAL: Final[Look] = {"bold": True, "top": 2, "top_color": INK, "valign": "top"}
CHECK: Final[Look] = {"font_size": 10, "font_color": "#595959", "valign": "top"}


class Looks:
    """The formats of one workbook, in the direction of the language in use."""

    def __init__(self, book: Workbook) -> None:
        self._book = book
        self._made: dict[frozenset[tuple[str, Any]], Format] = {}

    def __call__(self, *looks: Look, **more: Any) -> Format:
        """Give the format of ``looks`` together, the later ones over the earlier."""
        whole: dict[str, Any] = {"reading_order": 2} if language.is_right_to_left() else {}
        for look in (*looks, more):
            whole.update(look)
        key = frozenset(whole.items())
        if key not in self._made:
            self._made[key] = self._book.add_format(whole)
        return self._made[key]
