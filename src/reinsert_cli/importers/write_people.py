"""Writes the people whom a file brings, in bulk, and what it tells anew of those who were known."""

from __future__ import annotations

from operator import itemgetter
from typing import Final

from sqlmodel import SQLModel

from reinsert_cli.importers.match import FIELDS
from reinsert_cli.importers.plan import PeopleChanges
from reinsert_cli.store import bulk
from reinsert_cli.store.tables import Beneficiary, Identity, Sensitive
from reinsert_cli.store.work import Work

HOMES: Final[dict[type[SQLModel], tuple[str, tuple[str, ...]]]] = {
    Beneficiary: ("code", ("sex", "province_code", "centre_code", "registered_on")),
    Identity: (
        "beneficiary_code",
        ("cin", "birth_date", "file_number", "name_latin", "name_arabic", "phone"),
    ),
    Sensitive: ("beneficiary_code", ("disabled", "special_category")),
}
"""Which table, under which key, holds which facts about a person."""


def write_people(work: Work, changes: PeopleChanges) -> None:
    """Write the new people, in the order of their codes, and those of whom more is known."""
    of_row = itemgetter(*FIELDS)
    rows = sorted([(person.code, *of_row(person.facts)) for person in changes.new_people], key=itemgetter(0))
    with bulk.staged(work, ("code", *FIELDS), rows) as people:
        for table, (key, fields) in HOMES.items():
            people.fill(table, {key: "code", **dict(zip(fields, fields, strict=True))})
    changed = changes.changed_people.values()
    for table, (key, fields) in HOMES.items():
        of_table = itemgetter(*fields)
        bulk.update(work, table, key, fields, [(*of_table(person.facts), person.code) for person in changed])
