"""Which rows are lines that a batch already has: each line is claimed by one row at most."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from reinsert_cli.domain.text import fold


@dataclass(slots=True)
class Line:
    """A line as it stands, or as a row wants it; ``id`` and ``project`` are None until it has them."""

    person: str
    kind: str
    label: str | None
    amount: int
    envelope: str
    activity: str | None = None
    sector: str | None = None
    project: str | None = None
    id: int | None = None

    @property
    def item(self) -> tuple[str, str, str, str]:
        """Give what makes two lines the same item: the person, the kind, the wording of item and activity."""
        return self.person, self.kind, fold(self.label or ""), fold(self.activity or "")

    @property
    def content(self) -> tuple[object, ...]:
        """Give everything that a row can say of a line."""
        return self.kind, self.label, self.amount, self.envelope, self.activity, self.sector


class Lines:
    """The lines of a batch that no row has claimed yet."""

    def __init__(self, known: Iterable[Line]) -> None:
        self.by_id = {line.id: line for line in known}
        self._free = set(self.by_id)
        self._by_item: dict[object, list[Line]] = defaultdict(list)
        self._by_kind: dict[object, list[Line]] = defaultdict(list)
        for line in self.by_id.values():
            self._by_item[line.item].append(line)
            self._by_kind[line.person, line.kind].append(line)

    def claim_row(self, line_id: int | None) -> Line | None:
        """Claim the line that this very row became in an earlier import."""
        return self._claim([self.by_id[line_id]] if line_id in self.by_id else [])

    def claim_item(self, wanted: Line) -> Line | None:
        """Claim the same item of the same person, of the same amount before any other."""
        alike = sorted(self._by_item[wanted.item], key=lambda known: known.amount != wanted.amount)
        return self._claim(alike)

    def claim_correction(self, wanted: Line) -> Line | None:
        """Claim the one line of this kind that this person has left: in a file sent again, its row was corrected."""
        left = [line for line in self._by_kind[wanted.person, wanted.kind] if line.id in self._free]
        return self._claim(left) if len(left) == 1 else None

    def people_left(self) -> set[str]:
        """Give the people who have a line that no row has claimed."""
        return {line.person for line in self.by_id.values() if line.id in self._free}

    def _claim(self, candidates: list[Line]) -> Line | None:
        for line in candidates:
            if line.id in self._free:
                self._free.remove(line.id)
                return line
        return None
