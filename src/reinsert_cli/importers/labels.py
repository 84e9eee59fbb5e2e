"""What stands above each column of a table: its own heading, and the group headings of the rows over it.

A heading may be the sub-heading (« Nom » under « Identité »), the group (« CIN », merged over both rows) or both
joined (« Montant » over « accordé »).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from reinsert_cli.importers.fields import Kind, Meaning
from reinsert_cli.importers.headings import turned_away
from reinsert_cli.importers.sheet import Sheet, Span

LEVELS: Final = 2
"""How many rows of group headings may stand over the headings."""


@dataclass(frozen=True, slots=True)
class Label:
    """What stands over one column: the texts that may name it, what it means, how many rows above its row it reaches.

    ``is_own`` says that the row itself holds some of it; ``row`` is the 1-based row of the cell to show.
    """

    texts: tuple[str, ...]
    meaning: Meaning
    row: int
    reach: int = 0
    is_own: bool = True


@dataclass(frozen=True, slots=True)
class _Group:
    """A heading of a row above: its text, whether it stands for the column itself where nothing stands under it."""

    text: str
    reach: int
    stands_alone: bool


class Heads:
    """The heading texts of a sheet, looked at row by row for one kind."""

    def __init__(self, sheet: Sheet, kind: Kind, depth: int) -> None:
        self._sheet = sheet
        self._kind = kind
        self._spans = _spans_by_row(sheet.merged, depth)

    def labels(self, number: int) -> dict[int, Label]:
        """Give the labels of the columns, were row ``number`` (1-based) the lowest row of headings."""
        own = self._texts(number)
        groups: dict[int, list[_Group]] = defaultdict(list)
        for reach in range(1, min(LEVELS, number - 1) + 1):
            if not self._texts(number - reach):
                break
            for column, group in self._groups(number, reach, own):
                groups[column].append(group)
        found = ((column, self._label(number, own.get(column), groups.get(column, ()))) for column in {**own, **groups})
        return {column: label for column, label in sorted(found, key=lambda item: item[0]) if label}

    def _texts(self, number: int) -> dict[int, str]:
        cells = self._sheet.rows[number - 1] if number <= len(self._sheet.rows) else ()
        return {column: cell for column, cell in enumerate(cells) if isinstance(cell, str)}

    def _groups(self, number: int, reach: int, own: Mapping[int, str]) -> Iterator[tuple[int, _Group]]:
        """Give the groups of the row ``reach`` above, by each column they stand over; a banner is none."""
        row = number - reach
        texts = self._texts(row)
        spans = {span[1]: span for span in self._spans.get(row, ()) if span[0] == row}
        is_heading = self._is_of_headings(texts)
        for column, text in texts.items():
            columns = self._width(column, spans.get(column), texts, own, has_spans=bool(spans))
            if len(texts) == 1 and len(own) > 1 and set(own) <= set(columns):
                continue
            if not (len(columns) > 1 and column in spans) and not self._may_group(text):
                continue
            is_tall = column in spans and spans[column][2] >= number
            for under in columns:
                yield under, _Group(text, reach, stands_alone=is_tall or (is_heading and under == column))

    def _width(
        self, column: int, span: Span | None, texts: Mapping[int, str], own: Mapping[int, str], *, has_spans: bool
    ) -> range:
        """Give the columns that a group heading stands over: those merged, or the blanks at its right."""
        if span:
            return range(column, span[3] + 1)
        if has_spans or column not in own:
            return range(column, column + 1)
        following = [other for other in texts if other > column]
        return range(column, min(following, default=max(own, default=column) + 1))

    def _may_group(self, text: str) -> bool:
        meaning = self._kind.meaning(text)
        return meaning.is_known or meaning.unit is not None

    def _is_of_headings(self, texts: Mapping[int, str]) -> bool:
        """Tell whether most texts of a row are headings, so that a blank under one leaves it standing."""
        known = sum(1 for text in texts.values() if self._kind.meaning(text).is_known)
        return known > 1 and 2 * known > len(texts)

    def _label(self, number: int, own: str | None, groups: Sequence[_Group]) -> Label | None:
        if own is None:
            return next((self._alone(number, group) for group in groups if group.stands_alone), None)
        texts = (own, *(f"{group.text} {own}" for group in groups))
        for group in groups:
            if meaning := self._kind.joined(group.text, own):
                return Label(texts, meaning, number, group.reach)
        for group in groups:
            if reason := turned_away(group.text):
                return Label(texts, Meaning(left_out=reason), number, group.reach)
        meaning = self._kind.meaning(own)
        if meaning.field and not meaning.unit:
            above = next((unit for group in groups if (unit := self._kind.meaning(group.text).unit)), None)
            meaning = Meaning(meaning.field, meaning.is_weak, above)
        return Label(texts, meaning, number)

    def _alone(self, number: int, group: _Group) -> Label:
        return Label((group.text,), self._kind.meaning(group.text), number - group.reach, group.reach, is_own=False)


def _spans_by_row(merged: Sequence[Span], depth: int) -> dict[int, list[Span]]:
    """Give the merged cells by each row of the first ``depth`` that they begin in."""
    by_row: dict[int, list[Span]] = defaultdict(list)
    for span in merged:
        if span[0] <= depth:
            by_row[span[0]].append(span)
    return by_row
