"""Rectifying what is wrong about a person (law 09-08, article 8): the wrong value goes from wherever it was kept.

Unlike an edit, which keeps a former name or card number so that lists which still have it find the person. What
figures are made of (sex, province, centre, disability) stays in the history: a past day is told as it was told then.
"""

from __future__ import annotations

from typing import Final

from reinsert_cli.domain.faults import refuse
from reinsert_cli.ledger import registering
from reinsert_cli.ledger.beneficiary import IDENTIFYING, require_living
from reinsert_cli.ledger.registering import Facts
from reinsert_cli.ledger.traces import act
from reinsert_cli.store.import_tables import NOTHING_SAID
from reinsert_cli.store.work import Work

KEPT_IN: Final = {"known_as": IDENTIFYING, "former_identity": (*IDENTIFYING, "phone")}
"""Which former facts each table keeps."""

EMPTY: Final = f"""
DELETE FROM known_as WHERE beneficiary_code = :code AND {" AND ".join(f"{name} IS NULL" for name in IDENTIFYING)}
"""  # noqa: S608  (names are ours)
SAID: Final = "UPDATE review SET said = :nothing, facts = '' WHERE person = :code AND decision IS NOT NULL"


def rectify(work: Work, code: str, facts: Facts, reason: str) -> list[str]:
    """Change what is wrong of a person to ``facts`` and forget what it was; give the names of what changed.

    Raises Refusal as :func:`~reinsert_cli.ledger.registering.change` does, and ``rectify.nothing``.
    """
    person = require_living(work, code).code
    wrong = registering.known_of(work, person)
    changed = registering.change(work, person, facts)
    if not changed:
        raise refuse("rectify.nothing", code=person)
    for table, names in KEPT_IN.items():
        for name in (name for name in changed if name in names and wrong[name] is not None):
            statement = f"UPDATE {table} SET {name} = NULL WHERE beneficiary_code = :code AND {name} = :wrong"  # noqa: S608  (names are ours)
            act(work, statement, code=person, wrong=wrong[name])
    act(work, EMPTY, code=person)
    act(work, SAID, code=person, nothing=NOTHING_SAID)
    work.session.expire_all()
    work.record("beneficiary.rectify", code=person, fields=" ".join(changed), reason=reason)
    return changed
