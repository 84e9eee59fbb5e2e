"""Whether somebody who is to be registered by hand is known already: asked as imports ask it of a row."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from reinsert_cli.domain.faults import ExitStatus, Refusal, refuse
from reinsert_cli.domain.language import listed
from reinsert_cli.domain.vocabulary import label
from reinsert_cli.importers.known_people import people_like
from reinsert_cli.importers.match import FIELDS, Doubt
from reinsert_cli.store.work import Work


def require_unknown(work: Work, facts: Mapping[str, Any], *, is_new: bool) -> None:
    """Refuse somebody known for sure (``beneficiary.known``) or perhaps (``beneficiary.maybe_known``, exit 1).

    ``is_new`` is said by whoever has looked: then only the sure match is refused.
    """
    said = {name: facts.get(name) for name in FIELDS}
    found = people_like(work, said).find(said)
    if found is None or (isinstance(found, Doubt) and is_new):
        return
    if isinstance(found, Doubt):
        raise _maybe_known(found)
    raise refuse("beneficiary.known", code=found.code)


def _maybe_known(doubt: Doubt) -> Refusal:
    return Refusal(
        ExitStatus.FINDINGS,
        "beneficiary.maybe_known",
        codes=listed(doubt.people),
        first=doubt.people[0],
        why=_why(doubt),
    )


def _why(doubt: Doubt) -> str:
    if doubt.fault.code == "person.conflict":
        return label("conflict")
    if doubt.fault.code == "person.possible":
        return label("same_name")
    return listed([f"{label('alike_name')} ({doubt.fault.params['score']})", doubt.fault.params["reasons"]])
