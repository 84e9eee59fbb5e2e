"""Registering people by hand, and mending what is known of them. Nothing of an identity goes into the audit."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from sqlalchemy import ColumnElement
from sqlmodel import SQLModel, col, select

from reinsert_cli.domain.faults import ExitStatus, Refusal, refuse
from reinsert_cli.ledger import codes
from reinsert_cli.ledger.beneficiary import IDENTIFYING, remember_as, require_living
from reinsert_cli.store.tables import Beneficiary, Centre, Identity, Province, Sensitive
from reinsert_cli.store.work import Work

HOMES: Final[dict[type[SQLModel], tuple[str, ...]]] = {
    Beneficiary: ("sex", "province_code", "centre_code", "registered_on"),
    Identity: ("name_latin", "name_arabic", "cin", "birth_date", "phone", "file_number"),
    Sensitive: ("disabled",),
}
"""Which table holds which facts about a person."""

CALLED: Final = ("name_latin", "name_arabic", "cin")
"""What a person is found by: a former one of these is kept."""

Facts = Mapping[str, Any]
"""Facts about a person under the names of the columns of :data:`HOMES`; None is unknown."""


def add(work: Work, facts: Facts) -> str:
    """Register a person of whom ``facts`` are known, as of today where no day is given; give their new code.

    Whether they are known already is for the caller to ask first. Raises Refusal: ``beneficiary.nameless`` (exit 2),
    ``beneficiary.number_taken``, ``centre.unknown``, ``province.unknown``.
    """
    has_number = facts.get("file_number") and facts.get("centre_code")
    if not has_number and not any(facts.get(name) for name in CALLED):
        raise Refusal(ExitStatus.USAGE, "beneficiary.nameless")
    code = codes.fresh(work.session, Beneficiary, "B")
    _require_places(work, facts)
    _require_free_numbers(work, code, facts)
    work.session.add(Beneficiary(code=code, registered_on=facts.get("registered_on") or work.day))
    work.session.flush()
    work.session.add_all([Identity(beneficiary_code=code), Sensitive(beneficiary_code=code)])
    _take_over(work, code, {name: fact for name, fact in facts.items() if fact is not None})
    work.record("beneficiary.add", code=code)
    return code


def edit(work: Work, code: str, facts: Facts) -> list[str]:
    """Change what is known of a person to ``facts``, None for what is no longer known; give the names of what changed.

    A former name or card number stays findable. Raises Refusal as :func:`change` does.
    """
    known = known_of(work, require_living(work, code).code)
    changed = change(work, code, facts)
    if any(known[name] and name in changed for name in CALLED):
        aside = {name: known[name] for name in IDENTIFYING}
        centre = known["centre_code"] if known["file_number"] else None
        remember_as(work, code.upper(), {**aside, "centre_code": centre})
    if changed:
        work.record("beneficiary.edit", code=code.upper(), fields=" ".join(changed))
    return changed


def change(work: Work, code: str, facts: Facts) -> list[str]:
    """Change what is known of a person to ``facts``; give the names of what changed.

    Raises Refusal: ``beneficiary.unknown``, ``beneficiary.merged``,
    ``beneficiary.number_taken``, ``beneficiary.nameless``, ``centre.unknown``, ``province.unknown``.
    """
    person = require_living(work, code)
    known = known_of(work, person.code)
    news = {name: fact for name, fact in facts.items() if fact != known[name]}
    if not news:
        return []
    now = {**known, **news}
    if not now["file_number"] and not any(now[name] for name in CALLED):
        raise Refusal(ExitStatus.USAGE, "beneficiary.nameless")
    _require_places(work, news)
    if {"cin", "file_number", "centre_code"} & news.keys():
        _require_free_numbers(work, person.code, now)
    _take_over(work, person.code, news)
    return sorted(news)


def known_of(work: Work, code: str) -> dict[str, Any]:
    """Give what is known of a person, under the names of :data:`HOMES`."""
    found: dict[str, Any] = {}
    for table, names in HOMES.items():
        row = work.session.get(table, code)
        found |= {name: getattr(row, name, None) for name in names}
    return found


def _take_over(work: Work, code: str, news: Facts) -> None:
    for table, names in HOMES.items():
        told = {name: news[name] for name in names if name in news}
        row = work.session.get(table, code) or table(beneficiary_code=code)
        for name, fact in told.items():
            setattr(row, name, fact)
        if told:
            work.session.add(row)
    work.session.flush()


def _require_places(work: Work, facts: Facts) -> None:
    for table, name in ((Province, "province_code"), (Centre, "centre_code")):
        if facts.get(name):
            codes.require(work.session, table, facts[name])


def _require_free_numbers(work: Work, code: str, facts: Facts) -> None:
    """Refuse a card number, or a file number of a centre, that is another's. One they only were met under is free."""
    holders = []
    if facts.get("cin"):
        holders.append(col(Identity.cin) == facts["cin"])
    if facts.get("file_number") and facts.get("centre_code"):
        same_file = col(Identity.file_number) == facts["file_number"]
        holders.append(same_file & (col(Beneficiary.centre_code) == facts["centre_code"]))
    for holder in holders:
        taken = work.session.exec(_others(code).where(holder)).first()
        if taken:
            raise refuse("beneficiary.number_taken", code=taken)


def _others(code: str) -> Any:
    joined: ColumnElement[bool] = col(Beneficiary.code) == col(Identity.beneficiary_code)
    return select(Identity.beneficiary_code).join(Beneficiary, joined).where(Identity.beneficiary_code != code)
