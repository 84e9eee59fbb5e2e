"""Writes the people whom a file brings, in bulk, and what it tells anew of those who were known."""

from __future__ import annotations

from operator import itemgetter
from typing import Final

from sqlmodel import SQLModel

from reinsert_cli.domain.found_by import FoundBy, found_by
from reinsert_cli.importers.match import FIELDS, Facts
from reinsert_cli.importers.plan import PeopleChanges
from reinsert_cli.store import bulk
from reinsert_cli.store.tables import Beneficiary, Identity, Sensitive
from reinsert_cli.store.work import Work

HOMES: Final[dict[type[SQLModel], tuple[str, tuple[str, ...]]]] = {
    Beneficiary: ("code", ("sex", "province_code", "centre_code", "registered_on")),
    Identity: (
        "beneficiary_code",
        ("cin", "birth_date", "file_number", "name_latin", "name_arabic", "phone", *FoundBy._fields),
    ),
    Sensitive: ("beneficiary_code", ("disabled", "special_category")),
}
"""Which table, under which key, holds which facts about a person."""


def write_people(work: Work, changes: PeopleChanges) -> None:
    """Write the new people, in the order of their codes, and those of whom more is known."""
    of_row = itemgetter(*FIELDS)
    rows = sorted(
        [(one.code, *of_row(one.facts), *_found_by(one.facts)) for one in changes.new_people], key=itemgetter(0)
    )
    with bulk.staged(work, ("code", *FIELDS, *FoundBy._fields), rows) as people:
        for table, (key, fields) in HOMES.items():
            people.fill(table, {key: "code", **dict(zip(fields, fields, strict=True))})
    changed = [(one.code, {**one.facts, **_found_by(one.facts)._asdict()}) for one in changes.changed_people.values()]
    for table, (key, fields) in HOMES.items():
        of_table = itemgetter(*fields)
        bulk.update(work, table, key, fields, [(*of_table(facts), code) for code, facts in changed])


def _found_by(facts: Facts) -> FoundBy:
    return found_by(facts["name_latin"], facts["name_arabic"], facts["cin"], facts["birth_date"])
