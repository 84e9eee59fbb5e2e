"""Files into sheets of plain cells, without knowing what they mean.

A cell is text, a number, a date, a truth value, nothing, or :class:`CellError` for what the spreadsheet
itself shows as broken (``#REF!``). Whatever cannot be opened is a refusal with exit status 4.
"""

from __future__ import annotations

import csv
import hashlib
import io
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time
from pathlib import Path
from typing import Any, Final

from reinsert_cli.domain.faults import ExitStatus, Refusal


@dataclass(frozen=True, slots=True)
class CellError:
    """What a spreadsheet shows in place of a value it could not compute: ``#REF!``, ``#DIV/0!`` …."""

    shown: str


Cell = str | int | float | bool | datetime | date | time | CellError | None
Cells = tuple[Cell, ...]

MAX_BYTES: Final = 64 * 1024 * 1024
MAX_UNPACKED: Final = 512 * 1024 * 1024
_ZIP: Final = b"PK\x03\x04"
_OLE: Final = b"\xd0\xcf\x11\xe0"
_TEXTS: Final = frozenset({".csv", ".tsv", ".txt", ""})
_DELIMITERS: Final = ";,\t"


@dataclass(frozen=True, slots=True)
class Sheet:
    """One sheet: its title and its rows from the first; row 1 is ``rows[0]``."""

    title: str
    rows: tuple[Cells, ...]


@dataclass(frozen=True, slots=True)
class Source:
    """A file as read: its name, the SHA-256 of its bytes and its visible sheets."""

    name: str
    sha256: str
    sheets: tuple[Sheet, ...]


def read(path: Path) -> Source:
    """Read a workbook or a delimited text file.

    Raises Refusal (exit 4) when it is missing, empty, too large, encrypted, or no table at all.
    """
    content = _bytes_of(path)
    if content.startswith(_OLE):
        raise _unreadable("file.old_or_encrypted", path)
    if content.startswith(_ZIP):
        sheets = _workbook(content, path)
    elif path.suffix.lower() in _TEXTS:
        sheets = (_delimited(content, path),)
    else:
        raise _unreadable("file.not_a_workbook", path)
    if not any(sheet.rows for sheet in sheets):
        raise _unreadable("file.empty", path)
    return Source(path.name, hashlib.sha256(content).hexdigest(), sheets)


def _bytes_of(path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            content = file.read(MAX_BYTES + 1)
    except FileNotFoundError as error:
        raise _unreadable("file.missing", path) from error
    except OSError as error:
        raise _unreadable("file.unopenable", path) from error
    if len(content) > MAX_BYTES:
        raise _unreadable("file.too_large", path)
    if not content.strip():
        raise _unreadable("file.empty", path)
    return content


def _unreadable(code: str, path: Path) -> Refusal:
    return Refusal(ExitStatus.UNREADABLE, code, file=path.name)


# ── workbooks ───────────────────────────────────────────────────────────────────────────────────


def _workbook(content: bytes, path: Path) -> tuple[Sheet, ...]:
    """Read the visible sheets of an Office Open XML workbook."""
    from openpyxl import load_workbook  # noqa: PLC0415  (a quarter of a second, for those who import only)

    _refuse_bomb(content, path)
    try:
        book = load_workbook(io.BytesIO(content), read_only=True, data_only=True)
        visible = [sheet for sheet in book.worksheets if sheet.sheet_state == "visible"]
        return tuple(Sheet(sheet.title, _trimmed(_rows_of(sheet))) for sheet in visible)
    except Exception as error:  # openpyxl raises whatever its parsers meet; all of it means the same here
        raise _unreadable("file.not_a_workbook", path) from error


def _refuse_bomb(content: bytes, path: Path) -> None:
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            unpacked = sum(entry.file_size for entry in archive.infolist())
    except zipfile.BadZipFile as error:
        raise _unreadable("file.not_a_workbook", path) from error
    if unpacked > MAX_UNPACKED:
        raise _unreadable("file.too_large", path)


def _rows_of(sheet: Any) -> Iterator[Cells]:
    sheet.reset_dimensions()  # a file may claim fewer rows than it has
    for row in sheet.iter_rows():
        yield tuple(CellError(str(cell.value)) if cell.data_type == "e" else cell.value for cell in row)


def _trimmed(rows: Iterator[Cells]) -> tuple[Cells, ...]:
    """Keep the rows down to the last that holds anything, blank text being nothing."""
    kept = [tuple(None if isinstance(cell, str) and not cell.strip() else cell for cell in row) for row in rows]
    while kept and all(cell is None for cell in kept[-1]):
        kept.pop()
    return tuple(kept)


# ── delimited text ──────────────────────────────────────────────────────────────────────────────


def _delimited(content: bytes, path: Path) -> Sheet:
    text = _decoded(content, path)
    if "\0" in text:
        raise _unreadable("file.not_a_workbook", path)
    try:
        rows = csv.reader(io.StringIO(text, newline=""), delimiter=_delimiter(text), strict=True)
        trimmed = _trimmed(tuple(row) for row in rows)
    except csv.Error as error:
        raise _unreadable("file.not_a_workbook", path) from error
    if all(len(row) == 1 for row in trimmed):
        raise _unreadable("file.not_a_workbook", path)
    return Sheet(path.stem, trimmed)


def _decoded(content: bytes, path: Path) -> str:
    """Decode by byte-order mark, then strict UTF-8, then the Windows code page that the letters speak for."""
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        encodings: tuple[str, ...] = ("utf-16",)
    else:
        encodings = ("utf-8-sig", *_code_pages(content))
    for encoding in encodings:
        try:
            return content.decode(encoding)
        except UnicodeDecodeError:
            continue
    raise _unreadable("file.not_a_workbook", path)


def _code_pages(content: bytes) -> tuple[str, str]:
    """Order cp1252 and cp1256: Arabic text in cp1256 is mostly bytes above 127, accented French is mostly below."""
    letters = [byte for byte in content if byte > ord(" ")]
    high = sum(byte > 127 for byte in letters)  # noqa: PLR2004  (the last ASCII byte)
    arabic = high * 4 > len(letters)
    return ("cp1256", "cp1252") if arabic else ("cp1252", "cp1256")


def _delimiter(text: str) -> str:
    """Give the delimiter that splits the lines into the most columns, most regularly."""
    lines = [line for line in text.splitlines()[:50] if line.strip()]

    def columns(delimiter: str) -> int:
        counts = sorted(line.count(delimiter) for line in lines)
        return counts[len(counts) // 2]

    return max(_DELIMITERS, key=columns)


def address(row: int, column: int) -> str:
    """Give the address of a cell from its 1-based row and 0-based column: (7, 3) is ``D7``."""
    letters = ""
    number = column + 1
    while number:
        number, rest = divmod(number - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return f"{letters}{row}"
