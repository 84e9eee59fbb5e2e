"""Printed numerals: which marks group, which mark is decimal, and when only the column can tell.

The shapes below are the whole rule. Groups are one to three digits, then exactly three each; spaces,
apostrophes and ``٬`` only ever group; ``٫`` is only ever decimal; of two different marks the last is
decimal; one mark before exactly three digits (``1.234``) is *doubtful*.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final, Literal

Convention = Literal["comma", "point"]
"""Which mark is decimal."""

MARKS: Final = r"(?: ?[.,'٫]|[ ر])"
"""What may stand between two digits of one numeral, a blank before the mark included (``545.381 ,93``)."""

_WHOLE: Final = r"(?P<whole>0|[1-9][0-9]*|[1-9][0-9]{0,2}(?:(?P<group>[ .,'])[0-9]{3})(?:(?P=group)[0-9]{3})*)"
_DOUBTFUL: Final = re.compile(r"(?P<whole>[1-9][0-9]{0,2}(?P<group>[.,])[0-9]{3})")
_SHAPES: Final = (
    re.compile(_WHOLE),
    re.compile(_WHOLE + r" ?(?!(?P=group))(?P<mark>[.,٫])(?P<tail>[0-9]+)"),
    re.compile(r"(?P<tail>[0-9]+)ر" + _WHOLE),
)
_DECIMAL: Final[dict[str, Convention]] = {",": "comma", ".": "point"}
_GROUPING: Final[dict[str, Convention]] = {".": "comma", ",": "point"}


@dataclass(frozen=True, slots=True)
class Numeral:
    """A number as digits and how many of them are decimals: 13,5 is ``Numeral(135, 1)``.

    ``shows`` is the convention that its marks prove, if any. A ``doubtful`` numeral holds its grouped
    reading, whose ``shows`` it would prove; its other reading is a thousandth of it.
    """

    digits: int
    decimals: int = 0
    shows: Convention | None = None
    doubtful: bool = False

    def settled(self, convention: Convention | None) -> Numeral | None:
        """Give the one reading that ``convention`` leaves, or ``None`` while there are two."""
        if not self.doubtful:
            return self
        if convention is None:
            return None
        return self.grouped() if convention == self.shows else Numeral(self.digits, 3, convention)

    def grouped(self) -> Numeral:
        """Give the reading in which the mark groups."""
        return Numeral(self.digits, self.decimals, self.shows)


def read_numeral(run: str) -> Numeral | None:
    """Read a run of western digits and marks; ``None`` when its groups are irregular (``12,34,56``)."""
    if lone := _DOUBTFUL.fullmatch(run):
        return Numeral(_digits(run), 0, _GROUPING[lone["group"]], doubtful=True)
    found = next(filter(None, (shape.fullmatch(run) for shape in _SHAPES)), None)
    return _numeral(found.groupdict()) if found else None


def _numeral(parts: dict[str, str | None]) -> Numeral:
    """Put the named parts of a shape together."""
    tail = parts.get("tail") or ""
    shows = _DECIMAL.get(parts.get("mark") or "") or _GROUPING.get(parts.get("group") or "")
    return Numeral(_digits(f"{parts['whole']}{tail}"), len(tail), shows)


def _digits(text: str) -> int:
    return int(re.sub(r"[^0-9]", "", text))
