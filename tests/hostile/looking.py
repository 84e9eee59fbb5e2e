"""What a reader of each format would obey, and must not find: formulas, links, scripts, commands to a terminal."""

from __future__ import annotations

import csv
import io
import json
import re
import zipfile
import zlib
from collections.abc import Callable, Iterator
from contextlib import suppress
from html.parser import HTMLParser
from pathlib import Path
from typing import Final
from xml.etree import ElementTree as ET

import pytest

TERMINAL: Final = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200f\u2028-\u202e\u2066-\u206f\ufff9-\ufffb\ufeff]")
"""What a terminal may obey, or what turns around what is read; ``\\u200e`` is our own, in Arabic sentences."""

_FORMULA: Final = re.compile(r"\s*[=+\-@＝＋－＠]")
_FIGURE: Final = re.compile(r"-?\d+(\.\d+)?")
_TAGS: Final = frozenset(
    {"html", "head", "meta", "title", "style", "body", "main", "header", "h1", "h2", "h3", "p", "ul", "li", "table",
     "caption", "thead", "tbody", "tfoot", "tr", "th", "td", "section", "div", "span", "svg", "rect", "use", "path",
     "symbol", "defs", "g", "text", "details", "summary", "bdi", "script", "footer", "dl", "dt", "dd", "nav", "a",
     "button", "data", "time", "pattern", "line",
     "circle"}
)  # fmt: skip
_OURS: Final = re.compile(
    r'SUBTOTAL\(109,[A-Z]+\d+:[A-Z]+\d+\)|IF\(ROUND\(SUM\([A-Z]+\d+:[A-Z]+\d+\)-[A-Z]+\d+,2\)=0,"[^"]*","[^"]*"\)'
)


def fail(what: str, where: str) -> None:
    pytest.fail(f"{what}: {where[:300]!r}")


def check_terminal(text: str) -> None:
    """Neither control characters nor marks that override the writing direction."""
    found = TERMINAL.search(text)
    if found:
        fail("a terminal would obey", text[max(found.start() - 80, 0) : found.end() + 80])


def check_csv(text: str) -> None:
    """No field begins a formula, whichever of comma, semicolon and tab the reader separates by."""
    for delimiter in ",;\t":
        for row in csv.reader(io.StringIO(text, newline=""), delimiter=delimiter):
            for field in row:
                if _FORMULA.match(field) and not _FIGURE.fullmatch(field):
                    fail(f"a formula between {delimiter!r}", field)
    check_terminal(text)


def check_json(text: str) -> None:
    """One object, nothing that a terminal obeys."""
    json.loads(text)
    check_terminal(text)


def check_markdown(text: str) -> None:
    """No HTML, link, picture or bare address; tables stay tables."""
    check_terminal(text)
    plain = re.sub(r"\\[!-/:-@\[-`{-~]", "", text)  # what is escaped is a text
    for sign, what in (("<", "HTML"), ("](", "a link"), ("][", "a link"), ("`", "code"), ("://", "an address")):
        if sign in plain:
            fail(what, plain[max(plain.index(sign) - 80, 0) : plain.index(sign) + 80])
    if re.search(r"\bwww\.", plain):
        fail("an address", plain)
    for block in re.findall(r"(?:^\|.*\n)+", plain, re.MULTILINE):
        lines = block.rstrip("\n").split("\n")
        if len({line.count("|") for line in lines}) > 1:
            fail("a table out of shape", block)


class _Page(HTMLParser):
    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in _TAGS:
            fail("a tag that is not ours", f"<{tag} {attrs}>")
        self.scripts = getattr(self, "scripts", 0) + (tag == "script")
        for name, value in attrs:
            if name.startswith("on") or name in {"src", "srcdoc", "action", "formaction", "style"}:
                fail("an attribute that acts", f"<{tag} {attrs}>")
            if name in {"href", "xlink:href"} and not (value or "").startswith("#"):
                fail("a link", f"<{tag} {attrs}>")


def check_page(text: str) -> None:
    """No tag, attribute or link but ours, one script."""
    page = _Page(convert_charrefs=True)
    page.feed(text)
    page.close()
    assert page.scripts <= 1
    check_terminal(text)


def check_plain(text: str) -> None:
    check_terminal(text)


def check_workbook(path: Path) -> None:
    """No formula but our sums, no link outside; a text that looks like a formula is marked as a text."""
    with zipfile.ZipFile(path) as archive:
        for name in archive.namelist():
            content = archive.read(name)
            if name.startswith(("xl/externalLinks", "xl/connections", "xl/queryTables", "xl/vba", "xl/embeddings")):
                fail("reaches outside", name)
            if name.endswith((".xml", ".rels", ".vml")):
                check_terminal(content.decode("utf-8"))
                if b'TargetMode="External"' in content:
                    fail("a link outside", content.decode())
        quoted = _quoted_styles(archive)
        strings = list(_strings(archive))
        for name in archive.namelist():
            if re.fullmatch(r"xl/worksheets/sheet\d+\.xml", name):
                _check_sheet(ET.fromstring(archive.read(name)), strings, quoted)


def _check_sheet(sheet: ET.Element, strings: list[str], quoted: set[int]) -> None:
    for formula in sheet.iter("{*}f"):
        if not _OURS.fullmatch(formula.text or ""):
            fail("a formula", formula.text or "")
    for cell in sheet.iter("{*}c"):
        text = None
        if cell.get("t") == "s":
            text = strings[int(cell.findtext("{*}v") or 0)]
        elif cell.get("t") == "inlineStr":
            text = "".join(part.text or "" for part in cell.iter("{*}t"))
        if text and _FORMULA.match(text) and text[0] in "=+-@＝＋－＠" and int(cell.get("s") or 0) not in quoted:
            fail("a text that an edit would make a formula", text)


def _quoted_styles(archive: zipfile.ZipFile) -> set[int]:
    styles = ET.fromstring(archive.read("xl/styles.xml"))
    cells = styles.find("{*}cellXfs")
    assert cells is not None
    return {place for place, look in enumerate(cells) if look.get("quotePrefix") == "1"}


def _strings(archive: zipfile.ZipFile) -> Iterator[str]:
    if "xl/sharedStrings.xml" in archive.namelist():
        for entry in ET.fromstring(archive.read("xl/sharedStrings.xml")):
            yield "".join(part.text or "" for part in entry.iter("{*}t"))


_STREAM: Final = re.compile(rb"stream\r?\n(.*?)\r?\nendstream", re.DOTALL)
_ACTION: Final = re.compile(rb"/(?:URI|JavaScript|JS|Launch|OpenAction|GoToR|SubmitForm)\s*[(<\[/]")


def check_paper(content: bytes) -> None:
    """No link and no action in a PDF, nor in the objects that it packs."""
    parts = [_STREAM.sub(b"", content)]
    for stream in _STREAM.findall(content):
        with suppress(zlib.error):
            parts.append(zlib.decompress(stream))
    assert len(parts) > 1
    for part in parts:
        found = _ACTION.search(part)
        if found:
            fail("an action", part[found.start() : found.end() + 80].decode("latin-1"))


JOURNAL: Final = re.compile(
    r"|commodity 1000\.00 MAD|account [\w:.-]+|\d{4}-\d\d-\d\d [a-z]+ [\w.-]+  ; entry:\d+.*|    ; reason: .*"
    r"|    [\w:.-]+  -?\d+\.\d\d MAD"
)
TAGS: Final = frozenset({"entry", "line", "mends", "author", "happened", "reason"})


def check_journal(text: str) -> None:
    """Lines of our own shapes; no tag but ours in what somebody typed."""
    for line in text.split("\n"):
        if not JOURNAL.fullmatch(line):
            fail("a line that is not ours", line)
        _code, _mark, comment = line.partition(";")
        tags = re.findall(r"(\S+):", comment)
        if not set(tags) <= TAGS or len(tags) != len(set(tags)):
            fail("a tag that somebody typed", line)
        if re.search(r"\[[\d/=.-]+\]", comment):
            fail("a date that somebody typed", line)
    check_terminal(text)


CHECKS: Final[dict[str, Callable[[str], None]]] = {
    "table": check_plain,
    "json": check_json,
    "csv": check_csv,
    "md": check_markdown,
    "html": check_page,
}
