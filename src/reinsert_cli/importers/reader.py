"""Files into sheets of plain cells. Whatever cannot be opened is a refusal with exit status 4."""

from __future__ import annotations

import hashlib
import io
import zipfile
from collections.abc import Iterator
from itertools import repeat
from pathlib import Path
from typing import Any, Final

from reinsert_cli.domain.faults import ExitStatus, Refusal
from reinsert_cli.importers.delimited import rows_of
from reinsert_cli.importers.sheet import Cell, CellError, Cells, Sheet, Source, trimmed

MAX_BYTES: Final = 64 * 1024 * 1024
MAX_UNPACKED: Final = 512 * 1024 * 1024
MAX_ROWS: Final = 300_000
MAX_COLUMNS: Final = 256
MAX_CELLS: Final = 6_000_000

_ZIP: Final = b"PK\x03\x04"
_OLE: Final = b"\xd0\xcf\x11\xe0"
_TEXTS: Final = frozenset({".csv", ".tsv", ".txt", ""})
_UNSTORED: Final = CellError("=", "cell.formula")


class _TooLarge(Exception):  # noqa: N818  (never leaves this module)
    """More rows, columns or cells than any centre's list has."""


def read(path: Path) -> Source:
    """Read a workbook or a delimited text file.

    Raises Refusal (exit 4) when it is missing, empty, too large, encrypted, or no table at all.
    """
    content = _bytes_of(path)
    sheets = _sheets(content, path)
    if not any(sheet.rows for sheet in sheets):
        raise _unreadable("file.empty", path)
    return Source(path.name, hashlib.sha256(content).hexdigest(), sheets)


def _sheets(content: bytes, path: Path) -> tuple[Sheet, ...]:
    if content.startswith(_OLE):
        raise _unreadable("file.old_or_encrypted", path)
    if content.startswith(_ZIP):
        return _workbook(content, path)
    rows = rows_of(content) if path.suffix.lower() in _TEXTS else None
    if rows is None:
        raise _unreadable("file.not_a_workbook", path)
    return (Sheet(path.stem, rows),)


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


def _workbook(content: bytes, path: Path) -> tuple[Sheet, ...]:
    """Read the visible sheets of an Office Open XML workbook."""
    try:
        has_formulas = _look_inside(content)
        shown = _visible(content, data_only=True)
        typed = _visible(content, data_only=False) if has_formulas else repeat(None)
        return tuple(Sheet(one.title, _rows_of(one, other)) for one, other in zip(shown, typed, strict=False))
    except _TooLarge as error:
        raise _unreadable("file.too_large", path) from error
    except Exception as error:  # openpyxl raises whatever its parsers meet; all of it means the same here
        raise _unreadable("file.not_a_workbook", path) from error


def _look_inside(content: bytes) -> bool:
    """Tell whether a sheet holds formulas; refuse an archive that unpacks to more than is reasonable."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        if sum(entry.file_size for entry in archive.infolist()) > MAX_UNPACKED:
            raise _TooLarge
        names = [name for name in archive.namelist() if name.startswith("xl/worksheets/sheet")]
        sheets = (archive.read(name) for name in names)  # one at a time: unpacked, they may be large
        return any(b"<f>" in sheet or b"<f " in sheet for sheet in sheets)


def _visible(content: bytes, *, data_only: bool) -> list[Any]:
    from openpyxl import load_workbook  # noqa: PLC0415  (a quarter of a second, for those who import only)

    book = load_workbook(io.BytesIO(content), read_only=True, data_only=data_only)
    return [sheet for sheet in book.worksheets if sheet.sheet_state == "visible"]


def _rows_of(shown: Any, typed: Any) -> tuple[Cells, ...]:
    """Give a sheet's cells; where a formula was typed and no value stored, a :class:`CellError`."""
    rows = [tuple(_cell(cell) for cell in row) for row in _bounded(shown)]
    if typed is not None:
        for number, row in enumerate(_bounded(typed)):
            lost = {column for column, cell in enumerate(row) if cell.data_type == "f" and rows[number][column] is None}
            if lost:
                rows[number] = tuple(_UNSTORED if n in lost else cell for n, cell in enumerate(rows[number]))
    return trimmed(rows)


def _cell(cell: Any) -> Cell:
    return CellError(str(cell.value)) if cell.data_type == "e" else cell.value


def _bounded(sheet: Any) -> Iterator[tuple[Any, ...]]:
    """Give the rows as they stand, whatever the sheet claims its size to be, and no more than anyone fills."""
    sheet.reset_dimensions()
    cells = 0
    for number, row in enumerate(sheet.iter_rows(), start=1):
        cells += len(row)
        if number > MAX_ROWS or len(row) > MAX_COLUMNS or cells > MAX_CELLS:
            raise _TooLarge
        yield row
