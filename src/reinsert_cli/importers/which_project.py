"""Which project each row of a list is of: rows of one person and activity, or of one group's name, meet in one."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from reinsert_cli.domain.faults import Fault
from reinsert_cli.domain.text import fold
from reinsert_cli.importers.costs import Cost
from reinsert_cli.importers.known_projects import Key, KnownProjects, Project
from reinsert_cli.importers.match import Person
from reinsert_cli.importers.outcome import RowResult
from reinsert_cli.importers.plan import Decision
from reinsert_cli.importers.projects import PROJECTS


@dataclass(slots=True, eq=False)
class Wish:
    """What one valid row wants: a project of a person, and a cost of it; ``before`` is what the same row became."""

    result: RowResult
    person: Person
    values: Mapping[str, Any]
    programme: str
    cost: Cost | None = None
    decision: Decision | None = None
    before: str | None = None
    project: Project | None = None

    def refuse(self, place: str | None, fault: Fault) -> None:
        """Let the row be invalid after all."""
        self.result.outcome, self.result.faults = "invalid", ((place, fault),)

    @property
    def is_in(self) -> bool:
        """Tell whether the row goes in, as far as is known."""
        return self.result.outcome not in {"invalid", "parked"}


class WhichProject:
    """Gives each wish of one file its project; ``replaced`` are those of the file that it replaces."""

    def __init__(self, known: KnownProjects, replaced: Collection[Project], *, is_correction: bool) -> None:
        self._known = known
        self._replaced = replaced if is_correction else ()
        self._claimed: set[int] = set()
        self._by_key: dict[Key, Project] = {}

    def settle(self, wishes: Sequence[Wish]) -> None:
        """Find each row's project: by its code, as the same row before, by person and activity or name; else new."""
        rest = [wish for wish in wishes if not self._found(wish)]
        named = {key for wish in wishes if (key := _key(wish.values, wish.programme, wish.person.code))}
        by_person: dict[tuple[str, str], set[Key]] = defaultdict(set)
        for key in named:
            if len(key) > len(("programme", "name")):
                by_person[key[0], key[1]].add(key)
        for wish in rest:
            key = _key(wish.values, wish.programme, wish.person.code) or self._only(wish, by_person)
            if key is None:
                heading = PROJECTS.by_key["activity"].heading()
                wish.refuse("activity", Fault("project.unnamed", {"heading": heading}))
            else:
                wish.project = self._by_key.get(key) or self._mended(wish) or _project(wish)
                self._by_key[key] = wish.project

    def _found(self, wish: Wish) -> bool:
        """Give the project that the ledger has for a row."""
        key = _key(wish.values, wish.programme, wish.person.code)
        found = (
            self._known.by_code.get(wish.values.get("project") or "")
            or self._known.of_subject(wish.before)[0]
            or self._known.by_key.get(key or ())
        )
        if found is None:
            return False
        if key:
            self._by_key[key] = found
        if not found.is_of_a_group and wish.person.code not in found.members and not is_of_a_group(wish.values):
            wish.refuse("project", Fault("project.not_of_person", {"project": found.code or ""}))
        wish.project = found
        self._claimed.add(id(found))
        return True

    def _mended(self, wish: Wish) -> Project | None:
        """Give, in a file sent again, the one project of the person that no row speaks of any more: it was renamed."""
        theirs = self._known.of_person.get((wish.programme, wish.person.code), ())
        wants_group = is_of_a_group(wish.values)
        left = [
            one
            for one in theirs
            if one in self._replaced and id(one) not in self._claimed and one.is_of_a_group == wants_group
        ]
        if len(left) != 1:
            return None
        self._claimed.add(id(left[0]))
        return left[0]

    def _only(self, wish: Wish, by_person: Mapping[tuple[str, str], set[Key]]) -> Key | None:
        """Give the one project that a person has, in the file or else in the ledger, for a row that names none."""
        of_file = by_person.get((wish.programme, wish.person.code), set())
        if of_file:
            return next(iter(of_file)) if len(of_file) == 1 else None
        of_ledger = self._known.of_person.get((wish.programme, wish.person.code), ())
        if len(of_ledger) != 1:
            return None
        key = (wish.programme, wish.person.code, "")
        self._by_key[key] = of_ledger[0]
        return key


def is_of_a_group(values: Mapping[str, Any]) -> bool:
    """Tell whether a row says that its project is a group's, which bears a name."""
    return bool(values.get("cooperative")) or values.get("project_kind") in {"cooperative", "household"}


def group_name(values: Mapping[str, Any]) -> str | None:
    """Give the name of a row's cooperative or household, if it is one's."""
    name: str | None = values.get("cooperative") or values.get("name")
    return name if is_of_a_group(values) else None


def _key(values: Mapping[str, Any], programme: str, person: str) -> Key | None:
    name, activity = group_name(values), values.get("activity")
    if name:
        return programme, fold(name)
    return (programme, person, fold(activity)) if activity else None


def _project(wish: Wish) -> Project:
    return Project(wish.programme, kind_of(wish.values) or "individual")


def kind_of(values: Mapping[str, Any]) -> str | None:
    """Give the form of a project, as far as a row says it."""
    kind: str | None = values.get("project_kind")
    return kind or ("cooperative" if values.get("cooperative") else None)


def contradictions(wishes: Iterable[Wish]) -> None:
    """Refuse the rows that say of their project what another row of the file, above them, denies."""
    said: dict[tuple[int, str], object] = {}
    for wish in wishes:
        for key, fact in facts_of(wish.values).items():
            plain = fold(fact) if isinstance(fact, str) else fact
            if wish.project is not None and said.setdefault((id(wish.project), key), plain) != plain:
                wish.refuse(PLACES.get(key, key), Fault("project.rows_differ"))


PLACES = {"kind": "project_kind"}
"""The column of a fact about a project where the two bear different names."""


def facts_of(values: Mapping[str, Any]) -> dict[str, Any]:
    """Give what a row says of its project itself, under the names of :class:`Project`."""
    own = values.get("own_contribution")
    said = {
        "kind": kind_of(values),
        "activity": values.get("activity"),
        "sector": values.get("sector"),
        "name": values.get("name") or values.get("cooperative"),
        "own_contribution": own.centimes if own else None,
    }
    return {key: fact for key, fact in said.items() if fact is not None}
