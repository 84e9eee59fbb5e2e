"""Tiny workbooks and archives made part by part, stored as they are: the same bytes on every machine."""

from __future__ import annotations

import io
import struct
import zipfile
from collections.abc import Mapping, Sequence
from typing import Final
from xml.sax.saxutils import escape

Value = str | int | float | bool | None
Rows = Sequence[Sequence[Value]]

DATE: Final = (2025, 3, 1, 8, 0, 0)
"""When every part of every archive says that it was written."""

_MAIN: Final = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_RELATION: Final = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE: Final = "http://schemas.openxmlformats.org/package/2006"
_CONTENT: Final = "application/vnd.openxmlformats-officedocument.spreadsheetml"
_TYPES: Final = (
    f'<Types xmlns="{_PACKAGE}/content-types"><Default Extension="xml" ContentType="application/xml"/>'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    f'<Override PartName="/xl/workbook.xml" ContentType="{_CONTENT}.sheet.main+xml"/></Types>'
)
_STYLES: Final = (
    f'<styleSheet xmlns="{_MAIN}"><fonts count="1"><font/></fonts><fills count="1"><fill/></fills>'
    '<borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs>'
    '<cellXfs count="2"><xf numFmtId="0"/><xf numFmtId="14" applyNumberFormat="1"/></cellXfs></styleSheet>'
)
_ERRORS: Final = frozenset({"#REF!", "#N/A", "#VALUE!"})


class Day(float):
    """A day as a workbook stores it, by its serial number: 45632 is 6 December 2024."""


def zipped(parts: Mapping[str, str | bytes]) -> bytes:
    """Give an archive of parts, none of them compressed."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        for name, content in parts.items():
            entry = zipfile.ZipInfo(name, DATE)
            entry.create_system = 3  # else it says on which system it was made
            archive.writestr(entry, content)
    return file.getvalue()


def xlsx(
    *sheets: Rows,
    hidden: Sequence[int] = (),
    hidden_rows: Sequence[int] = (),
    left_out: Sequence[int] = (),
    more: Mapping[str, str | bytes] | None = None,
) -> bytes:
    """Give a workbook of sheets titled Liste 1, Liste 2 …, those numbered ``hidden`` not shown, ``left_out`` not there.

    A text that starts with ``=`` is a formula without a stored value; ``#REF!`` and the like are errors. ``more`` are
    further parts by name, or other content for the usual ones.
    """
    numbers = range(1, len(sheets) + 1)
    states = {True: "hidden", False: "visible"}
    listed = "".join(
        f'<sheet name="Liste {n}" sheetId="{n}" state="{states[n in hidden]}" r:id="rId{n}"/>' for n in numbers
    )
    parts: dict[str, str | bytes] = {
        "[Content_Types].xml": _TYPES,
        "_rels/.rels": _relations(officeDocument="xl/workbook.xml"),
        "xl/workbook.xml": f'<workbook xmlns="{_MAIN}" xmlns:r="{_RELATION}"><sheets>{listed}</sheets></workbook>',
        "xl/_rels/workbook.xml.rels": _relations(
            styles="styles.xml", **{f"worksheet {n}": f"worksheets/sheet{n}.xml" for n in numbers}
        ),
        "xl/styles.xml": _STYLES,
    }
    for n, rows in zip(numbers, sheets, strict=True):
        if n not in left_out:
            parts[f"xl/worksheets/sheet{n}.xml"] = worksheet(rows, hidden_rows)
    return zipped({**parts, **(more or {})})


def worksheet(rows: Rows, hidden: Sequence[int] = (), further: str = "") -> str:
    """Give a worksheet; ``further`` are rows as they are written."""
    written = "".join(
        f'<row r="{number}" hidden="{number in hidden:d}">'
        + "".join(_cell(f"{chr(ord('A') + column)}{number}", value) for column, value in enumerate(row))
        + "</row>"
        for number, row in enumerate(rows, start=1)
    )
    return f'<worksheet xmlns="{_MAIN}"><sheetData>{written}{further}</sheetData></worksheet>'


def _cell(place: str, value: Value) -> str:
    """Give a cell as it is written; nothing for an empty one."""
    if isinstance(value, str):
        return _text(place, value)
    kind = ' t="b"' if isinstance(value, bool) else ' s="1"' if isinstance(value, Day) else ""
    return "" if value is None else f'<c r="{place}"{kind}><v>{value:g}</v></c>'


def _text(place: str, value: str) -> str:
    if value in _ERRORS:
        return f'<c r="{place}" t="e"><v>{value}</v></c>'
    if value.startswith("="):
        return f'<c r="{place}"><f>{escape(value[1:])}</f></c>'
    return f'<c r="{place}" t="inlineStr"><is><t>{escape(value)}</t></is></c>'


def _relations(**targets: str) -> str:
    """Give the relationships of a part: ``worksheet 2="…"`` is called rId2, any other by its kind."""
    written = ""
    for name, target in targets.items():
        kind, _space, number = name.partition(" ")
        written += f'<Relationship Id="rId{number or kind}" Type="{_RELATION}/{kind}" Target="{target}"/>'
    return f'<Relationships xmlns="{_PACKAGE}/relationships">{written}</Relationships>'


def claiming(content: bytes, size: int) -> bytes:
    """Give an archive whose directory says of its first part that it unpacks to ``size`` bytes."""
    entry = content.index(b"PK\x01\x02")
    return content[: entry + 24] + struct.pack("<I", size) + content[entry + 28 :]


def named_in_ole(name: str) -> bytes:
    """Give the first bytes of an OLE file with the name of one of its streams, which is all that tells what it is."""
    return b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1".ljust(512, b"\0") + name.encode("utf-16-le").ljust(512, b"\0")
