"""The people helped, one row a person, by their codes: where, by which handovers, with how much, what became of it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

from reinsert_cli.domain.language import _, plural
from reinsert_cli.domain.table import Column, Row, Table, Value
from reinsert_cli.reports import figures
from reinsert_cli.reports.filters import Filters
from reinsert_cli.reports.names import Named, names
from reinsert_cli.store.reading import Reader

STATES: Final = "SELECT project, state FROM v_project"

KEYS: Final = ("beneficiary", "region", "centre", "programme", "batch", "project")
NAMED: Final[tuple[Named, ...]] = ("region", "centre", "programme")


@dataclass(slots=True)
class Person:
    """What somebody has had: the values of each key, in order and once each; centimes."""

    values: dict[str, dict[str, None]] = field(default_factory=lambda: {key: {} for key in KEYS})
    planned: int = 0
    delivered: int = 0

    def add(self, values: Iterable[Value], found: figures.Figures) -> None:
        """Add the figures of one batch and project."""
        for key, value in zip(KEYS, values, strict=True):
            if value is not None:
                self.values[key][str(value)] = None
        self.planned += found.planned
        self.delivered += found.delivered


def report(reader: Reader, filters: Filters) -> Table:
    """List the people helped; what a group was given stands with the one whose name its line bears."""
    people: dict[Value, Person] = {}
    for group, found in figures.by(reader, filters, KEYS).items():
        if group[0] is not None:
            people.setdefault(group[0], Person()).add(group, found)
    label = {what: names(reader, what) for what in NAMED}
    states = {row["project"]: row["state"] for row in reader.rows(STATES)}
    rows = tuple(_row(person, label, states) for person in people.values())
    return Table(
        report="people",
        title=_("People helped"),
        as_of=reader.as_of,
        filters=filters.named(),
        columns=_columns(),
        rows=rows,
        totals={key: sum(getattr(person, key) for person in people.values()) for key in ("planned", "delivered")},
        notes=(*_counted(rows), *figures.undated_note(reader, filters)),
    )


def _row(person: Person, label: Mapping[Named, Mapping[str, str]], states: Mapping[str, str]) -> Row:
    values = person.values
    named = {f"{what}_name": _joined([label[what].get(code, code) for code in values[what]]) for what in NAMED}
    return {
        **{key: _joined(values[key]) for key in KEYS if key != "batch"},
        **named,
        "batches": len(values["batch"]),
        "batch_codes": _joined(values["batch"]),
        "state": _joined(dict.fromkeys(states[project] for project in values["project"])),
        "planned": person.planned,
        "delivered": person.delivered,
    }


def _joined(values: Iterable[str]) -> str | None:
    return ", ".join(values) or None


def _columns() -> tuple[Column, ...]:
    return (
        Column("beneficiary", _("Beneficiary"), "code"),
        Column("region", _("Region code"), "code", rank=12),
        Column("region_name", _("Region"), "text", rank=2),
        Column("centre", _("Centre code"), "code", rank=12),
        Column("centre_name", _("Centre"), "text", rank=3),
        Column("programme", _("Programme code"), "code", rank=12),
        Column("programme_name", _("Programme"), "text", rank=6),
        Column("batches", _("Batches"), "count", rank=4),
        Column("batch_codes", _("Batch codes"), "text", rank=8),
        Column("planned", _("Planned (DH)"), "money", rank=5),
        Column("delivered", _("Delivered (DH)"), "money"),
        Column("project", _("Project"), "text", rank=9),
        Column("state", _("State of the project"), "term", rank=1, family="project"),
    )


def _counted(rows: Sequence[Row]) -> tuple[str, ...]:
    told = _("Handovers that are only declared name nobody: their people are not here.")
    return (plural("{n} person.", "{n} people.", len(rows)).format(n=len(rows)), told) if rows else ()
