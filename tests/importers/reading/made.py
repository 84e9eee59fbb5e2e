"""Small files made byte by byte, of forms that no library here writes."""

from __future__ import annotations

import io
import shutil
import struct
import subprocess
import zipfile
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

import pytest

from reinsert_cli.domain.faults import ExitStatus, Refusal
from reinsert_cli.importers import reader
from reinsert_cli.importers.sheet import Cells

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
STRICT = "http://purl.oclc.org/ooxml/spreadsheetml/main"
RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
STRICT_RELATIONS = "http://purl.oclc.org/ooxml/officeDocument/relationships"
OFFICE = "urn:oasis:names:tc:opendocument:xmlns:office:1.0"
NAMESPACES = (
    f'xmlns:office="{OFFICE}" xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" '
    'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" '
    'xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0" '
    'xmlns:calcext="urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0"'
)
SPREADSHEET = "application/vnd.oasis.opendocument.spreadsheet"


def zipped(parts: Mapping[str, str | bytes]) -> bytes:
    """Give an archive of parts."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return file.getvalue()


def parts_of_xlsx(
    *sheets: str,
    strings: str = "",
    styles: str = "",
    properties: str = "",
    states: Sequence[str] = (),
    main: str = MAIN,
    relations: str = RELATIONS,
) -> dict[str, str]:
    """Give the parts of a workbook whose worksheets' XML (``<sheetData>…``) is given, titled S1, S2, …"""
    numbers = range(1, len(sheets) + 1)
    listed = "".join(
        f'<sheet name="S{n}" sheetId="{n}" state="{states[n - 1] if states else "visible"}" r:id="rId{n}"/>'
        for n in numbers
    )
    linked = "".join(
        f'<Relationship Id="rId{n}" Type="{relations}/worksheet" Target="worksheets/sheet{n}.xml"/>' for n in numbers
    )
    rels = "http://schemas.openxmlformats.org/package/2006/relationships"
    return {
        "[Content_Types].xml": "<Types/>",
        "_rels/.rels": f'<Relationships xmlns="{rels}"><Relationship Id="r" Type="{relations}/officeDocument" '
        'Target="xl/workbook.xml"/></Relationships>',
        "xl/workbook.xml": f'<workbook xmlns="{main}" xmlns:r="{relations}">{properties}<sheets>{listed}</sheets>'
        "</workbook>",
        "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{rels}">{linked}'
        f'<Relationship Id="s" Type="{relations}/sharedStrings" Target="sharedStrings.xml"/>'
        f'<Relationship Id="t" Type="{relations}/styles" Target="styles.xml"/></Relationships>',
        "xl/sharedStrings.xml": f'<sst xmlns="{main}">{strings}</sst>',
        "xl/styles.xml": f'<styleSheet xmlns="{main}">{styles}</styleSheet>',
        **{
            f"xl/worksheets/sheet{n}.xml": f'<worksheet xmlns="{main}">{sheet}</worksheet>'
            for n, sheet in zip(numbers, sheets, strict=True)
        },
    }


DATES = (
    '<numFmts count="2"><numFmt numFmtId="164" formatCode="dd\\/mm\\/yyyy"/>'
    '<numFmt numFmtId="165" formatCode="[h]:mm:ss"/></numFmts>'
    '<cellXfs count="4"><xf numFmtId="0"/><xf numFmtId="164"/><xf numFmtId="165"/><xf numFmtId="20"/></cellXfs>'
)
"""Styles: 0 general, 1 a date, 2 a duration, 3 a time of day."""


def ods(tables: str, styles: str = "", **more: str) -> bytes:
    """Give an OpenDocument spreadsheet of the tables whose XML is given."""
    content = (
        f"<office:document-content {NAMESPACES}><office:automatic-styles>{styles}</office:automatic-styles>"
        f"<office:body><office:spreadsheet>{tables}</office:spreadsheet></office:body></office:document-content>"
    )
    return zipped({"mimetype": SPREADSHEET, "content.xml": content, **more})


def record(number: int, content: bytes = b"") -> bytes:
    """Give one record of a binary workbook (MS-XLSB 2.1.4)."""
    head = bytes([number]) if number < 128 else bytes([number & 0x7F | 0x80, number >> 7])
    size, length = b"", len(content)
    while True:
        size += bytes([length & 0x7F | (0x80 if length > 127 else 0)])
        length >>= 7
        if not length:
            return head + size + content


def wide(text: str) -> bytes:
    """Give a text as binary workbooks hold it."""
    return struct.pack("<I", len(text)) + text.encode("utf-16-le")


def xlsb(records: Iterable[bytes], strings: Sequence[str] = (), *, is_1904: bool = False) -> bytes:
    """Give a binary workbook of one sheet, its styles: 0 general, 1 a date."""
    parts = parts_of_xlsx("")
    rels = {
        name: content.replace("workbook.xml", "workbook.bin").replace(".xml", ".bin")
        for name, content in parts.items()
        if name.endswith(".rels")
    }
    return zipped(
        {
            "_rels/.rels": rels["_rels/.rels"],
            "xl/_rels/workbook.bin.rels": rels["xl/_rels/workbook.xml.rels"],
            "xl/workbook.bin": record(153, struct.pack("<III", is_1904, 0, 0))
            + record(156, struct.pack("<II", 0, 1) + wide("rId1") + wide("S1")),
            "xl/styles.bin": record(44, struct.pack("<H", 164) + wide("dd/mm/yyyy"))
            + record(617)
            + record(47, struct.pack("<HHHHHI", 0, 0, 0, 0, 0, 0))
            + record(47, struct.pack("<HHHHHI", 0, 164, 0, 0, 0, 0))
            + record(618),
            "xl/sharedStrings.bin": b"".join(record(19, b"\0" + wide(text)) for text in strings),
            "xl/worksheets/sheet1.bin": b"".join(records),
        }
    )


def put(path: Path, content: bytes) -> Path:
    """Write a file and give its path."""
    path.write_bytes(content)
    return path


def rows_of(path: Path) -> tuple[Cells, ...]:
    """Read the first sheet, without the blanks at the end of its rows."""
    return tuple(shortened(row) for row in reader.read(path).sheets[0].rows)


def shortened(row: Cells) -> Cells:
    """Leave out the blanks at the end of a row."""
    while row and row[-1] is None:
        row = row[:-1]
    return row


def refused(path: Path, encoding: str | None = None) -> str:
    """Give the code of the refusal that reading ends with."""
    with pytest.raises(Refusal) as caught:
        reader.read(path, encoding=encoding)
    assert caught.value.status is ExitStatus.UNREADABLE
    return caught.value.fault.code


def converted(path: Path, suffix: str) -> Path:
    """Have LibreOffice save a file in another format; skip the test where it is not installed."""
    if not shutil.which("soffice"):
        pytest.skip("LibreOffice is not installed: its .xls and .ods are not read here")
    profile = f"-env:UserInstallation=file://{path.parent}/profile"
    subprocess.run(
        ["soffice", profile, "--headless", "--convert-to", suffix, "--outdir", path.parent / suffix, path],
        check=True,
        capture_output=True,
        timeout=120,
    )
    return path.parent / suffix / f"{path.stem}.{suffix}"
