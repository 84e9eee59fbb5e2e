"""Which steps of somebody's pathway a row tells anew: those known already, known more exactly now, or mended."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from typing import Any, Final

from sqlalchemy import bindparam, text

from reinsert_cli.domain.dates import is_before
from reinsert_cli.domain.vocabulary import STEPS
from reinsert_cli.importers.pathway_fields import on
from reinsert_cli.importers.step_cells import ENDED, StepSaid
from reinsert_cli.store.work import Work

KNOWN: Final = "SELECT id, beneficiary_code, kind, happened_on, outcome FROM pathway_step ORDER BY id"
CREATED: Final = """
    SELECT CAST(json_extract(key, '$[0]') AS INTEGER) FROM history
    WHERE table_name = 'pathway_step' AND old IS NULL AND audit_id IN :writes
"""
"""The numbers of the steps that some writes recorded."""


@dataclass(slots=True, eq=False)
class Taken:
    """A step of a person as it stands or as a row wants it; ``number`` is None until it is written."""

    person: str
    kind: str
    on: str
    outcome: str = "favourable"
    number: int | None = None


class Steps:
    """The steps that are known, and what the rows of one file make of them.

    ``writes`` are the audit records of the imports that the file replaces: a step that came with them and is of
    another day now was mended; any other is one more.
    """

    def __init__(self, known: Iterable[Taken], mendable: Collection[int]) -> None:
        self.new: list[Taken] = []
        self.changed: dict[int, Taken] = {}
        self._mendable = set(mendable)
        self._of: dict[tuple[str, str], list[Taken]] = defaultdict(list)
        for step in known:
            self._of[step.person, step.kind].append(step)

    @classmethod
    def of(cls, work: Work, writes: Collection[int]) -> Steps:
        """Read what is known."""
        rows = work.session.execute(text(KNOWN))
        known = (Taken(person, kind, day, outcome, number) for number, person, kind, day, outcome in rows)
        if not writes:
            return cls(known, ())
        query = text(CREATED).bindparams(bindparam("writes", expanding=True))
        return cls(known, {row[0] for row in work.session.execute(query, {"writes": list(writes)})})

    def take(self, person: str, kind: str, said: StepSaid) -> bool:
        """Note what a row says of a step that ended on a known day; tell whether it is anything new."""
        day = said.on.iso if said.on else ""
        theirs = self._of[person, kind]
        step = (self._same(theirs, day) or self._mended(theirs)) if theirs else None
        if step is None:
            self.new.append(Taken(person, kind, day, _outcome(said, "favourable")))
            theirs.append(self.new[-1])
            return True
        self._mendable.discard(step.number or 0)
        news = max(day, step.on, key=len) if _agree(day, step.on) else day, _outcome(said, step.outcome)
        if news == (step.on, step.outcome):
            return False
        step.on, step.outcome = news
        if step.number is not None:
            self.changed[step.number] = step
        return True

    def _same(self, theirs: list[Taken], day: str) -> Taken | None:
        """Give the step of that very day, else one that may be of it as far as its day is known."""
        exact = next((one for one in theirs if one.on == day), None)
        return exact or next((one for one in theirs if _agree(one.on, day)), None)

    def _mended(self, theirs: list[Taken]) -> Taken | None:
        mendable = [one for one in theirs if one.number in self._mendable]
        return mendable[0] if len(mendable) == 1 else None


def kinds_in(keys: Collection[str]) -> list[str]:
    """Give the steps that a table's columns, by their keys, speak of."""
    return [kind for kind in STEPS if kind in keys or on(kind) in keys]


def said_of(kind: str, values: dict[str, Any]) -> StepSaid | None:
    """Give what a row says of a step: what its cell says, on the day of that cell, of its own column or of the row's.

    A day alone says that it was done.
    """
    said: StepSaid | None = values.get(kind)
    if said and said.on:
        return said
    day = values.get(on(kind))
    if said is None:
        return StepSaid("done", day) if day else None
    return StepSaid(said.state, day or values.get("steps_on"))


def is_to_come(said: StepSaid, today: str) -> bool:
    """Tell whether a step is open still, or its day is ahead."""
    return said.state == "open" or (said.on is not None and is_before(today, said.on.iso))


def is_undated(said: StepSaid) -> bool:
    """Tell whether a step ended and nothing says when."""
    return said.state in ENDED and said.on is None


def _outcome(said: StepSaid, known: str) -> str:
    return known if said.state == "done" else said.state


def _agree(one: str, other: str) -> bool:
    """Tell whether two ISO dates may be one day: the vaguer begins the other."""
    return one.startswith(other) or other.startswith(one)
