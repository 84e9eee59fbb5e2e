"""What the command says of the files that it brings in."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

Intent = Literal["corrects", "adds"] | None
"""What the user says of a file whose rows resemble lines already there: mended, more, or nothing (then it is asked)."""


@dataclass(frozen=True, slots=True)
class Options:
    """What the command says of the files: their kind, where rows go that name no place, what they do to old lines."""

    kind: str | None = None
    batch: str | None = None
    envelope: str | None = None
    centre: str | None = None
    intent: Intent = None
    accept_valid: bool = False
    encoding: str | None = None
    """That of text files; else it is told by what they hold."""
    sheet: str | None = None
    """The title of the sheet to read, hidden or not."""
    mapping: Mapping[str, str] = field(default_factory=dict)
    """The field key of headings or column letters that do not say it themselves; empty or ``-``: left out."""
