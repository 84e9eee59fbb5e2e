"""The reading process: a file's bytes come in, its cells go out, and nothing else of the machine is needed.

Started by :mod:`apart` with the way to read (``quick`` or ``careful``) and the encoding, if one was given, as
arguments. Imports neither the ledger nor the command line, so that it starts quickly.
"""

from __future__ import annotations

import gc
import os
import resource
import signal
import sys
from collections.abc import Callable, Iterable
from typing import Any, Final

from reinsert_cli.importers.reading import kinds
from reinsert_cli.importers.reading.grid import Lost, Page
from reinsert_cli.importers.reading.limits import CPU_SECONDS, MEMORY, Unreadable
from reinsert_cli.importers.reading.wire import chunks, framed

Send = Callable[..., None]

_SPREADSHEET: Final = b"application/vnd.oasis.opendocument.spreadsheet"


def main() -> None:
    """Read the file on standard input and send its cells to standard output."""
    confine()
    way, encoding = sys.argv[1:3]
    content = sys.stdin.buffer.read()
    with os.fdopen(_answers(), "wb") as answers:

        def send(*message: Any) -> None:
            answers.write(framed(message))

        send(*outcome(content, way, encoding or None, send))


def confine() -> None:
    """Bound what this process may take: memory, seconds of computing, no file written, no core left behind."""
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))
    _lower(resource.RLIMIT_CPU, CPU_SECONDS, CPU_SECONDS + 1)
    _lower(resource.RLIMIT_AS, MEMORY, MEMORY)
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the parent is told too, and ends this process
    gc.disable()  # nothing here makes circles, and the process is short


def _lower(limit: int, *wanted: int) -> None:
    """Set a soft and a hard limit, neither above what this process was already given."""
    now = resource.getrlimit(limit)[1]
    soft, hard = (value if now == resource.RLIM_INFINITY else min(value, now) for value in wanted)
    resource.setrlimit(limit, (soft, hard))


def _answers() -> int:
    """Give standard output's pipe, and send whatever a library prints to nowhere."""
    answers = os.dup(1)
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, 1)
    return answers


def outcome(content: bytes, way: str, encoding: str | None, send: Send) -> tuple[Any, ...]:
    """Send the sheets; give the last message: ``done`` or ``refused``, with its fault's code."""
    try:
        return "done", *_read(content, way, encoding, send)
    except Unreadable as refused:
        return "refused", refused.code, tuple(refused.params.items())
    except MemoryError:
        return "refused", "file.memory", ()
    except (KeyboardInterrupt, SystemExit):
        raise
    except BaseException:  # noqa: BLE001  (a panic of a Rust library is no Exception)
        return "refused", "file.broken", ()


def _read(content: bytes, way: str, encoding: str | None, send: Send) -> tuple[str | None, tuple[str, ...]]:
    """Send the sheets; give the encoding of a text, and the notices."""
    form = kinds.form_of(content)
    if form == "text":
        return _text(content, encoding, send)
    if form == "xls":
        return None, _xls(content, send)
    return None, _zip(content, way, send)


def _text(content: bytes, encoding: str | None, send: Send) -> tuple[str, tuple[str, ...]]:
    from reinsert_cli.importers.reading import delimited  # noqa: PLC0415

    used, rows = delimited.read(content, encoding)
    _send_pages([Page("", rows)], send)
    return used, ()


def _xls(content: bytes, send: Send) -> tuple[str, ...]:
    from reinsert_cli.importers.reading import xls  # noqa: PLC0415

    try:
        book = xls.opened(content)
    except Unreadable as refused:
        if refused.code == "file.encrypted" or not content.startswith(kinds.OLE):
            raise
        raise Unreadable(kinds.kind_of_ole(content, refused.code)) from refused
    _send_pages(xls.pages(book), send)
    return ("file.macros",) if kinds.has_ole_macros(content) else ()


def _zip(content: bytes, way: str, send: Send) -> tuple[str, ...]:
    from reinsert_cli.importers.reading.package import Package  # noqa: PLC0415

    package = Package(content)
    mimetype = package.read_if_there("mimetype") or b""
    if mimetype.startswith(_SPREADSHEET) or (not mimetype and _is_open_document(package)):
        from reinsert_cli.importers.reading import ods  # noqa: PLC0415

        _send_pages(ods.pages(package), send)
        return ods.notices(package)
    return _open_xml(package, content, way, send)


def _is_open_document(package: Any) -> bool:
    return "content.xml" in package and b"office:spreadsheet" in package.read("content.xml")


def _open_xml(package: Any, content: bytes, way: str, send: Send) -> tuple[str, ...]:
    from reinsert_cli.importers.reading import openxml  # noqa: PLC0415

    main = openxml.main_part(package)
    if main is None or main.startswith(("word/", "ppt/", "visio/")):
        mimetype = package.read_if_there("mimetype") or b""
        raise Unreadable(kinds.kind_of_zip(package.names, mimetype))
    if main.lower().endswith(".bin"):
        from reinsert_cli.importers.reading import xlsb  # noqa: PLC0415

        book = xlsb.workbook(package, main)
        pages: Iterable[Page] = xlsb.pages(book)
    else:
        book = openxml.workbook(package, main)
        pages = _worksheets(book, content, way)
    _send_pages(pages, send)
    return book.notices


def _worksheets(book: Any, content: bytes, way: str) -> Iterable[Page]:
    if way == "careful":
        from reinsert_cli.importers.reading import xlsx  # noqa: PLC0415

        return xlsx.pages(book)
    from reinsert_cli.importers.reading import xlsx_quick  # noqa: PLC0415

    return xlsx_quick.pages(book, content)


def _send_pages(pages: Iterable[Page], send: Send) -> None:
    """Send sheets, and once more where the quick reading lost cells: the same number replaces the sheet."""
    for number, page in enumerate(pages):
        try:
            _send_page(number, page, send)
        except Lost:
            if page.again is None:
                raise
            _send_page(number, page.again(), send)


def _send_page(number: int, page: Page, send: Send) -> None:
    send("sheet", number, page.title, page.is_hidden)
    for chunk in chunks(page.rows):
        send("rows", *chunk)
    send("end", tuple(page.hidden_rows), tuple(page.merged), tuple(page.left_out))


if __name__ == "__main__":
    main()
