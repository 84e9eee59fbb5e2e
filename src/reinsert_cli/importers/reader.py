"""Files into sheets of plain cells. Whatever cannot be opened is a refusal with exit status 4."""

from __future__ import annotations

import codecs
import hashlib
from dataclasses import replace
from pathlib import Path
from typing import Final

from reinsert_cli.domain.faults import ExitStatus, Refusal
from reinsert_cli.importers.reading.apart import read_apart
from reinsert_cli.importers.reading.limits import MAX_BYTES, Unreadable
from reinsert_cli.importers.sheet import Source

NO_TEXT: Final = frozenset({"idna", "unicode_escape", "raw_unicode_escape", "undefined", "punycode"})
"""What Python calls encodings and no text is written in."""


def read(path: Path, *, encoding: str | None = None) -> Source:
    """Read a workbook or a delimited text, whatever its suffix; ``encoding`` is that of a text, told if left out.

    Gives all worksheets, hidden ones too. Raises Refusal (exit 4) when the file is missing, empty, too large,
    protected, damaged, or no table at all, and (exit 2) when there is no such encoding.
    """
    if encoding is not None:
        _check(encoding)
    try:
        content = _bytes_of(path)
        answer = read_apart(content, encoding)
    except Unreadable as refused:
        raise Refusal(ExitStatus.UNREADABLE, refused.code, file=path.name, **refused.params) from refused
    if not any(sheet.rows for sheet in answer.sheets):
        raise Refusal(ExitStatus.UNREADABLE, "file.empty", file=path.name)
    sheets = tuple(replace(sheet, title=sheet.title or path.stem) for sheet in answer.sheets)
    return Source(path.name, hashlib.sha256(content).hexdigest(), sheets, answer.encoding, answer.notices)


def _check(encoding: str) -> None:
    """Refuse what is not the name of an encoding that texts are written in."""
    try:
        is_known = codecs.lookup(encoding).name.replace("-", "_") not in NO_TEXT
        b"ab".decode(encoding)
    except UnicodeDecodeError:
        return  # two bytes are no character of it
    except (LookupError, ValueError):
        is_known = False
    if not is_known:
        raise Refusal(ExitStatus.USAGE, "usage.no_encoding", name=encoding)


def _bytes_of(path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            content = file.read(MAX_BYTES + 1)
    except FileNotFoundError as error:
        raise Unreadable("file.missing") from error
    except OSError as error:
        raise Unreadable("file.unopenable") from error
    if len(content) > MAX_BYTES:
        raise Unreadable("file.too_large")
    if not content.strip():
        raise Unreadable("file.empty")
    return content
