"""What a file is, by its content; its name may say anything."""

from __future__ import annotations

import re
from typing import Final, Literal

from reinsert_cli.importers.reading.limits import Unreadable

ZIP: Final = b"PK\x03\x04"
OLE: Final = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_BARE_XLS: Final = (
    b"\x09\x00\x04\x00",
    b"\x09\x02\x06\x00",
    b"\x09\x04\x06\x00",
    b"\x09\x08\x10\x00",
    b"\x09\x08\x08\x00",
)
"""The first record of a workbook of Excel 2 to 97 that stands in no OLE container."""

_SIGNATURES: Final = {
    "file.pdf": (b"%PDF-",),
    "file.picture": (b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"II*\x00", b"MM\x00*", b"BM", b"RIFF"),
    "file.archive": (b"\x1f\x8b", b"7z\xbc\xaf", b"Rar!", b"\xfd7zXZ", b"BZh", b"\x28\xb5\x2f\xfd", b"PK\x05\x06"),
    "file.document": (b"{\\rtf",),
    "file.not_a_workbook": (b"SQLite format 3\x00", b"\x7fELF", b"MZ"),
}
_PRINTABLE_SIGNATURES: Final = (b"BM", b"MZ", b"RIFF", b"BZh", b"GIF8")
"""Signatures that a text may begin with: believed only where control characters follow."""

_HTML: Final = re.compile(
    rb"\s*(?:<\?xml[^>]*\?>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html|head|body|table|div|meta)\b", re.I | re.S
)
_XML: Final = re.compile(rb"\s*<(?:\?xml|[\w-]+:?[\w-]*\s+xmlns)", re.I)
_ENTITY: Final = re.compile(rb"<!ENTITY\s")
_MAIL: Final = re.compile(rb"(?:MIME-Version|Received|Return-Path|From|Message-ID):\s[^\n]*\n[A-Za-z-]+:\s", re.I)
_SYLK: Final = re.compile(rb"ID;P[^\r\n]*\r?\n(?:[A-Z];[A-Z]|P;P|[A-Z]{1,3};)")
_CONTROL: Final = re.compile(rb"[\x00-\x06\x0e-\x1a]")
_SNIFFED: Final = 4096

Form = Literal["zip", "xls", "text"]


def form_of(content: bytes) -> Form:
    """Tell how to open a file. Raises Unreadable for what is known not to hold a table."""
    if content.startswith(ZIP):
        return "zip"
    if content.startswith(OLE):
        _look_into_ole(content)
        return "xls"
    if content.startswith(_BARE_XLS):
        return "xls"
    _refuse_others(content)
    return "text"


def _refuse_others(content: bytes) -> None:
    for code, signatures in _SIGNATURES.items():
        if any(content.startswith(signature) and _is_meant(content, signature) for signature in signatures):
            raise Unreadable(code)
    if content[4:8] == b"ftyp":
        raise Unreadable("file.picture")
    start = content[:_SNIFFED].replace(b"\0", b"").removeprefix(b"\xef\xbb\xbf").lstrip(b"\xff\xfe")
    if _HTML.match(start) or _MAIL.match(start):
        raise Unreadable("file.web_page")
    if _XML.match(start):
        raise Unreadable("file.entities" if _ENTITY.search(start) else "file.xml_table")
    if _SYLK.match(start):
        raise Unreadable("file.not_a_workbook")


def _is_meant(content: bytes, signature: bytes) -> bool:
    return signature not in _PRINTABLE_SIGNATURES or bool(_CONTROL.search(content[:64]))


def _named(name: str) -> bytes:
    """Give a name as OLE directories write it."""
    return name.encode("utf-16-le")


def _look_into_ole(content: bytes) -> None:
    if _named("EncryptedPackage") in content or _named("EncryptionInfo") in content:
        raise Unreadable("file.encrypted")


_DOCUMENTS: Final = ("WordDocument", "PowerPoint Document", "VisioDocument", "__substg1.0_", "__properties_version1.0")


def kind_of_ole(content: bytes, found: str) -> str:
    """Give the fault of an OLE file that ``found`` says is broken or holds no workbook: perhaps it is a document."""
    is_workbook = found == "file.broken" and any(_named(name) in content for name in ("Workbook", "Book"))
    return "file.document" if not is_workbook and any(_named(name) in content for name in _DOCUMENTS) else found


def has_ole_macros(content: bytes) -> bool:
    """Tell whether an old workbook holds macros."""
    return _named("_VBA_PROJECT") in content


def kind_of_zip(names: frozenset[str], mimetype: bytes) -> str:
    """Give the fault of an archive in which no workbook is found, by the names of its parts."""
    if any(name.startswith(("word/", "ppt/", "visio/")) for name in names):
        return "file.document"
    if mimetype.startswith(b"application/vnd.oasis.opendocument."):
        return "file.document"
    if any(name.endswith(".iwa") or name == "index.zip" for name in names):
        return "file.numbers"
    return "file.archive"
