"""What of a workbook reaches outside it: other files, other programs, addresses. None of it goes back to anybody.

A formula that does becomes the value it had, as a text where that is one; a link to an address becomes its words.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any, Final

from openpyxl.cell.cell import Cell, MergedCell

from reinsert_cli.importers.returns import look
from reinsert_cli.importers.sheet import CellError, Cells

_STRING: Final = re.compile(r'"(?:[^"]|"")*"')
_OTHER_FILE: Final = re.compile(r"\[\d+\]|\|")
"""A link to another workbook; what stands before the topic of another program (DDE)."""
_FETCHING: Final = re.compile(
    r"://|\\\\|\b(?:WEBSERVICE|HYPERLINK|IMAGE|RTD|DDE|CALL|REGISTER(?:\.ID)?|EXEC|SQL\.REQUEST|STOCKHISTORY"
    r"|IMPORT(?:DATA|XML|HTML|RANGE|FEED))\s*\(",
    re.IGNORECASE,
)
_AT_OPENING: Final = re.compile(r"(?:_xlnm\.)?auto_?(?:open|close|exec|activate|deactivate)", re.IGNORECASE)


def reaches_outside(formula: str) -> bool:
    """Tell whether a formula names another file, another program or an address, or may fetch something."""
    return bool(_FETCHING.search(formula) or _OTHER_FILE.search(_STRING.sub("", formula)))


def cut_off(book: Any) -> None:
    """Take the names and the pivot tables that reach outside out of a workbook."""
    _cut_names(book.defined_names)
    for sheet in book.worksheets:
        _cut_names(sheet.defined_names)
        sheet._pivots = [pivot for pivot in sheet._pivots if _is_of_this_book(pivot)]


def _cut_names(names: dict[str, Any]) -> None:
    for name, defined in list(names.items()):
        is_command = defined.function or defined.vbProcedure or defined.xlm or _AT_OPENING.match(name)
        if is_command or reaches_outside(defined.attr_text or ""):
            del names[name]


def _is_of_this_book(pivot: Any) -> bool:
    source = pivot.cache.cacheSource
    return source.type == "worksheet" and not (source.worksheetSource and source.worksheetSource.id)


def cut_off_sheet(sheet: Any, values: Sequence[Cells]) -> None:
    """Take out of a sheet what reaches outside; ``values`` are what its cells show."""
    for cell in [cell for cell in sheet._cells.values() if not isinstance(cell, MergedCell)]:
        _cut_link(cell)
        if cell.data_type == "f" and reaches_outside(_formula(cell.value)):
            _put(cell, values)
    validations = sheet.data_validations
    validations.dataValidation = [one for one in validations.dataValidation if not _asks_outside(one)]
    rules = sheet.conditional_formatting
    for part in [part for part in rules if any(map(reaches_outside, _formulas(part)))]:
        del rules[part.sqref]


def _cut_link(cell: Cell) -> None:
    """Turn a link to an address into its words, of which openpyxl makes a formula where they look like one."""
    link = cell.hyperlink
    if link and link.target:
        cell.hyperlink = None
        if cell.data_type == "f" and cell.value == link.target:
            look.put_text(cell, link.target)


def _asks_outside(validation: Any) -> bool:
    return any(map(reaches_outside, filter(None, (validation.formula1, validation.formula2))))


def _formulas(part: Any) -> list[str]:
    return [formula for rule in part.rules for formula in rule.formula]


def _formula(value: Any) -> str:
    return str(getattr(value, "text", None) or value or "")


def _put(cell: Cell, values: Sequence[Cells]) -> None:
    """Put the value that a formula had in its place."""
    row = values[cell.row - 1] if cell.row <= len(values) else ()
    value = row[cell.column - 1] if cell.column <= len(row) else None
    if isinstance(value, str):
        look.put_text(cell, value)
    else:
        cell.value = "#REF!" if isinstance(value, CellError) else value
