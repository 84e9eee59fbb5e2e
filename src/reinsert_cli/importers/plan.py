"""What a distribution sheet will write once every row has its outcome; nothing is written before."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from reinsert_cli.importers.lines import Line
from reinsert_cli.importers.match import Person
from reinsert_cli.importers.options import Intent
from reinsert_cli.importers.outcome import RowResult
from reinsert_cli.store.tables import Batch


@dataclass(frozen=True, slots=True)
class Decision:
    """What somebody decided of a row: whose it is (None: a person not known so far), and which line.

    Without a line it is found as any row's is, unless it is to be a new one.
    """

    person: str | None
    line: int | None = None
    is_new_line: bool = False


@dataclass(frozen=True, slots=True)
class Target:
    """Where the rows go: the batch, the envelope and centre of rows that name none, what the user says of the file.

    ``decisions`` gives, by the fingerprint of a row, what was decided of it.
    """

    batch: Batch
    envelope: str | None = None
    centre: str | None = None
    intent: Intent = None
    decisions: Mapping[str, Decision] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class File:
    """What the rows come from: a file's name and the SHA-256 of its bytes."""

    name: str
    sha256: str


@dataclass(slots=True)
class Wish:
    """What one valid row wants: a line for a person; where somebody decided, that line."""

    result: RowResult
    person: Person
    line: Line
    decision: Decision | None = None


@dataclass(slots=True)
class Plan:
    """What the file will write, and which lines of the files it replaces are no longer in it.

    ``former`` gives, by code, the people whom it changes as they were before.
    """

    new_people: list[Person] = field(default_factory=list)
    changed_people: dict[str, Person] = field(default_factory=dict)
    former: dict[str, Person] = field(default_factory=dict)
    new_lines: list[Wish] = field(default_factory=list)
    changed_lines: list[Line] = field(default_factory=list)
    left_out: list[Line] = field(default_factory=list)
