"""The pack of a handover: every paper of it, as files to be written."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any, Final

from reinsert_cli.documents import papers
from reinsert_cli.documents.facts import Facts
from reinsert_cli.documents.sheet import sheet
from reinsert_cli.documents.typeset import typeset

PAPERS: Final[dict[str, tuple[str, Callable[[Facts], dict[str, Any]]]]] = {
    "sign-off.pdf": ("sign_off", papers.sign_off),
    "packing.pdf": ("packing", papers.packing),
    "receipts.pdf": ("receipts", papers.receipts),
    "minutes.pdf": ("minutes", papers.minutes),
    "placeholders.pdf": ("placeholders", papers.placeholders),
}
"""Each paper by the name of its file: the page that sets it and what it shows."""

SHEET: Final = "sign-off.xlsx"


@dataclass(frozen=True, slots=True)
class Made:
    """One file of the pack: its name, its bytes, how many pages, where it has any."""

    name: str
    content: bytes
    pages: int | None

    @property
    def sha256(self) -> str:
        """The SHA-256 of its bytes."""
        return hashlib.sha256(self.content).hexdigest()


def pack(facts: Facts) -> Iterator[Made]:
    """Make the papers one after the other; receipts where somebody receives, place cards where something is missing."""
    for name, (page, show) in PAPERS.items():
        if _is_needed(name, facts):
            paper = typeset(page, show(facts), facts.day)
            yield Made(name, paper.content, paper.pages)
    yield Made(SHEET, sheet(facts), None)


def _is_needed(name: str, facts: Facts) -> bool:
    if name == "placeholders.pdf":
        return bool(facts.missing)
    if name == "receipts.pdf":
        return any(person.to_receive for person in facts.people)
    return True
