"""Keeps by what people are found (:mod:`reinsert_cli.domain.found_by`) with every change of who they are."""

from __future__ import annotations

from typing import Any, Final

from sqlalchemy import Connection, event, text

from reinsert_cli.domain.found_by import found_by
from reinsert_cli.store.tables import Identity

AT_ONCE: Final = 10_000
SAID: Final = "SELECT beneficiary_code, name_latin, name_arabic, cin, birth_date FROM identity"
FILL: Final = """
UPDATE identity SET latin_key = :latin_key, arabic_key = :arabic_key, parts = :parts WHERE beneficiary_code = :code
"""


@event.listens_for(Identity, "before_insert")
@event.listens_for(Identity, "before_update")
def _keep(_mapper: Any, _connection: Any, who: Identity) -> None:
    for name, value in found_by(who.name_latin, who.name_arabic, who.cin, who.birth_date)._asdict().items():
        setattr(who, name, value)


def fill(connection: Connection) -> None:
    """Make it anew for everybody."""
    people = connection.execute(text(SAID)).all()
    for start in range(0, len(people), AT_ONCE):
        some = people[start : start + AT_ONCE]
        connection.execute(text(FILL), [{"code": code, **found_by(*said)._asdict()} for code, *said in some])
