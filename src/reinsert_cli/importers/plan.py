"""What a file will write once every row has its outcome; nothing is written before."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from reinsert_cli.domain.faults import Fault
from reinsert_cli.importers.lines import Line
from reinsert_cli.importers.match import Person
from reinsert_cli.importers.options import Intent
from reinsert_cli.importers.outcome import RowResult
from reinsert_cli.store.tables import Batch


@dataclass(frozen=True, slots=True)
class Decision:
    """What somebody decided of a row: whose it is (None: a person not known so far), which line, cost or visit.

    Without one it is found as any row's is, unless it is to be a new one. ``project`` is that of a visit.
    """

    person: str | None
    line: int | None = None
    is_new_line: bool = False
    project: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Target:
    """What holds for rows that do not say it themselves, and what the user says of the file.

    ``decisions`` gives, by the fingerprint of a row, what was decided of it.
    """

    centre: str | None = None
    envelope: str | None = None
    intent: Intent = None
    decisions: Mapping[str, Decision] = field(default_factory=dict)

    @property
    def batch_code(self) -> str | None:
        """Give the code of the batch that the rows go into, where they go into one."""
        return None


@dataclass(frozen=True, slots=True, kw_only=True)
class IntoBatch(Target):
    """Where distributions go: the batch, the envelope and centre of rows that name none."""

    batch: Batch

    @property
    def batch_code(self) -> str | None:
        """Give the code of the batch."""
        return self.batch.code


@dataclass(frozen=True, slots=True)
class File:
    """What the rows come from: a file's name and the SHA-256 of its bytes."""

    name: str
    sha256: str


@dataclass(slots=True)
class Wish:
    """What one valid row of a distribution sheet wants: a line for a person; where somebody decided, that line."""

    result: RowResult
    person: Person
    line: Line
    decision: Decision | None = None


@dataclass(slots=True)
class PeopleChanges:
    """Whom a file makes known, and of whom it tells more.

    ``former`` gives, by code, the people whom it changes as they were before.
    """

    new_people: list[Person] = field(default_factory=list)
    changed_people: dict[str, Person] = field(default_factory=dict)
    former: dict[str, Person] = field(default_factory=dict)

    def keep_only(self, wanted: set[str]) -> None:
        """Forget the people of whom no row goes in after all."""
        self.new_people = [person for person in self.new_people if person.code in wanted]
        self.changed_people = {code: person for code, person in self.changed_people.items() if code in wanted}


@dataclass(slots=True)
class Plan(PeopleChanges):
    """What a distribution sheet will write, and which lines of the files it replaces are no longer in it."""

    new_lines: list[Wish] = field(default_factory=list)
    changed_lines: list[Line] = field(default_factory=list)
    left_out: list[Line] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Planned:
    """A file whose rows have their outcomes: these, whom it changes, what is told of it whole, how it is written."""

    results: list[RowResult]
    changes: PeopleChanges
    write: Callable[[], None]
    warnings: tuple[Fault, ...] = ()
    notices: tuple[Fault, ...] = ()

    @property
    def former(self) -> dict[str, Person]:
        """Give the people whom the file changes as they were before, by code."""
        return {code: self.changes.former[code] for code in self.changes.changed_people}
