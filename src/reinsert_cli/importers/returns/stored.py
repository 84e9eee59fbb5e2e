"""A workbook into bytes: the same content gives the same bytes, and formulas keep the values they had.

openpyxl writes a formula without its value, which whoever reads the file without a spreadsheet program needs.
"""

from __future__ import annotations

import io
import re
from collections.abc import Mapping, Sequence
from datetime import date, datetime, time
from typing import Any, Final
from xml.sax.saxutils import escape
from zipfile import ZIP_DEFLATED, ZipFile

from openpyxl.utils import column_index_from_string
from openpyxl.utils.datetime import to_excel
from openpyxl.writer.excel import ExcelWriter

from reinsert_cli.domain.archives import StillArchive
from reinsert_cli.domain.text import clean
from reinsert_cli.importers.sheet import Cell, CellError, Cells

_FORMULA: Final = re.compile(
    r'<c r="([A-Z]{1,3})(\d+)"((?: s="\d+")?)(>(?:<f>|<f [^>]*>)[^<]*</f>)<v(?: ?/>|></v>)</c>'
)


def archived(book: Any, values: Mapping[str, Sequence[Cells]]) -> bytes:
    """Give the bytes of a workbook; ``values`` holds, by sheet title, what its formulas' cells show."""
    book.properties.modified = book.properties.created
    draft = io.BytesIO()
    with StillArchive(draft, "w", ZIP_DEFLATED) as archive:
        ExcelWriter(book, archive).write_data()
    titles = {f"xl/worksheets/sheet{number}.xml": one.title for number, one in enumerate(book.worksheets, 1)}
    done = io.BytesIO()
    with ZipFile(draft) as made, StillArchive(done, "w", ZIP_DEFLATED) as archive:
        for name in made.namelist():
            part = made.read(name)
            if values.get(titles.get(name, "")) and b"</f>" in part:
                part = _with_values(part.decode(), values[titles[name]], book.epoch).encode()
            archive.writestr(name, part)
    return done.getvalue()


def _with_values(xml: str, rows: Sequence[Cells], epoch: datetime) -> str:
    def filled(match: re.Match[str]) -> str:
        letters, number, style, formula = match.groups()
        row = rows[int(number) - 1] if int(number) <= len(rows) else ()
        column = column_index_from_string(letters) - 1
        value = _written(row[column] if column < len(row) else None, epoch)
        if value is None:
            return match[0]
        kind, text = value
        return f'<c r="{letters}{number}"{style}{kind}{formula}<v>{text}</v></c>'

    return _FORMULA.sub(filled, xml)


def _written(value: Cell, epoch: datetime) -> tuple[str, str] | None:
    """Give the type attribute and the text of a formula's value, None where it has none."""
    match value:
        case None:
            return None
        case bool():
            return ' t="b"', str(int(value))
        case int() | float():
            return "", repr(value)
        case str():
            return ' t="str"', escape(clean(value))
        case CellError():
            return (' t="e"', escape(value.shown)) if value.shown.startswith("#") else None
        case datetime() | date() | time():
            return "", repr(to_excel(value, epoch))  # type: ignore[no-untyped-call]
