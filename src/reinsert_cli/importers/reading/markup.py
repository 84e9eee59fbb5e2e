"""XML parts of workbooks, read by expat; entities, which none needs and bombs are made of, are refused."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Final, NoReturn
from xml.parsers import expat

from reinsert_cli.importers.reading.limits import Unreadable

Attributes = dict[str, str]
Start = Callable[[str, Attributes], None]
End = Callable[[str], None]
Text = Callable[[str], None]


class _Local(dict[str, str]):
    """Names without their prefix, each worked out once."""

    def __missing__(self, name: str) -> str:
        local = self[name] = name.rpartition(":")[2]
        return local


LOCAL: Final = _Local()
"""``LOCAL["x:row"]`` is ``row``."""


def walk(part: bytes, start: Start, end: End | None = None, text: Text | None = None) -> None:
    """Go through an XML part. Raises Unreadable when it is not well formed or declares entities."""
    parser = expat.ParserCreate()
    parser.buffer_text = True
    parser.buffer_size = 64 * 1024
    parser.EntityDeclHandler = _refused
    parser.StartElementHandler = start
    parser.EndElementHandler = end
    parser.CharacterDataHandler = text
    try:
        parser.Parse(part, True)
    except (expat.ExpatError, LookupError, UnicodeError) as error:
        raise Unreadable("file.broken") from error


def _refused(*_declaration: Any) -> NoReturn:
    raise Unreadable("file.entities")


def elements(part: bytes) -> list[tuple[str, Attributes]]:
    """Give the elements of a small part in order of appearance: local name and attributes as written."""
    found: list[tuple[str, Attributes]] = []
    walk(part, lambda name, attributes: found.append((LOCAL[name], attributes)))
    return found
