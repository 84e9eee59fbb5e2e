"""Which rows are lines that a batch already has: each line is claimed by one row at most."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from reinsert_cli.domain.text import fold


@dataclass(slots=True, eq=False)
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
    def item(self) -> tuple[str, str, str]:
        """Give what is handed over, folded: the kind of support, the item, the activity it serves."""
        return self.kind, fold(self.label or ""), fold(self.activity or "")

    @property
    def content(self) -> tuple[object, ...]:
        """Give what a row can change of a line."""
        return *self.item, self.amount, self.envelope

    @property
    def is_described(self) -> bool:
        """Tell whether anything but its kind and amount tells this item from another."""
        return bool(self.label or self.activity)


class Lines:
    """The lines of a batch, and which of them no row has claimed yet."""

    def __init__(self, known: Iterable[Line]) -> None:
        self.by_id = {line.id: line for line in known}
        self._free = dict(self.by_id)
        self._of_person: dict[str, list[Line]] = defaultdict(list)
        for line in self.by_id.values():
            self._of_person[line.person].append(line)

    def claim(self, line: Line | None) -> Line | None:
        """Claim a line for a row; None when there is none or it is another row's."""
        return self._free.pop(line.id, None) if line else None

    def is_free(self, line: Line) -> bool:
        """Tell whether no row has claimed a line."""
        return line.id in self._free

    def of_person(self, person: str) -> list[Line]:
        """Give the lines of a person that no row has claimed."""
        return [line for line in self._of_person.get(person, ()) if line.id in self._free]

    def free(self) -> Iterator[Line]:
        """Give every line that no row has claimed."""
        return iter(self._free.values())
