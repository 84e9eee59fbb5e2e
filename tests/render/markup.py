"""A page taken apart: every element with its attributes and the text in it; a tag left open fails the test."""

from __future__ import annotations

from dataclasses import dataclass, field
from html.parser import HTMLParser

VOID = {"meta"}


@dataclass
class Element:
    """One element: its text is all the text in it, that of its children too."""

    tag: str
    attributes: dict[str, str | None]
    text: str = ""
    children: list[Element] = field(default_factory=list)

    def all(self, tag: str, **attributes: str) -> list[Element]:
        """Give the elements below this one by tag, and by attributes (``class_`` for ``class``)."""
        wanted = {name.rstrip("_"): value for name, value in attributes.items()}
        found = []
        for child in self.children:
            if child.tag == tag and all(value in (child.attributes.get(name) or "") for name, value in wanted.items()):
                found.append(child)
            found += child.all(tag, **attributes)
        return found

    def every(self) -> list[Element]:
        """Give all the elements below this one."""
        return [one for child in self.children for one in (child, *child.every())]


class _Parser(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.open = [Element("", {})]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        names = [name for name, _value in attrs]
        assert len(names) == len(set(names)), (tag, names)
        element = Element(tag, dict(attrs))
        self.open[-1].children.append(element)
        if tag not in VOID:
            self.open.append(element)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.open[-1].children.append(Element(tag, dict(attrs)))

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop().tag == tag, self.getpos()

    def handle_data(self, data: str) -> None:
        for element in self.open:
            element.text += data


def parsed(page: str) -> Element:
    """Take ``page`` apart; every element that was opened must be closed, in its order."""
    parser = _Parser()
    parser.feed(page)
    parser.close()
    assert len(parser.open) == 1, [element.tag for element in parser.open]
    return parser.open[0]
