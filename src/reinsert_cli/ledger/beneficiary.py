"""Beneficiaries: two codes that turn out to be one person become one, and both keep what they went through."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from sqlalchemy import insert, text
from sqlmodel import select

from reinsert_cli.domain.faults import refuse
from reinsert_cli.ledger import codes
from reinsert_cli.store.tables import Beneficiary, Identity, KnownAs, Sensitive
from reinsert_cli.store.work import Work

IDENTIFYING: Final = ("name_latin", "name_arabic", "cin", "birth_date", "file_number")

MOVE: Final = (
    "UPDATE batch_line SET beneficiary_code = :kept WHERE beneficiary_code = :other",
    """INSERT INTO project_member (project_code, beneficiary_code)
       SELECT project_code, :kept FROM project_member WHERE beneficiary_code = :other
       AND project_code NOT IN (SELECT project_code FROM project_member WHERE beneficiary_code = :kept)""",
    "DELETE FROM project_member WHERE beneficiary_code = :other",
    "UPDATE proxy SET proxy_code = :kept WHERE proxy_code = :other",
    """UPDATE proxy SET beneficiary_code = :kept WHERE beneficiary_code = :other
       AND batch_code NOT IN (SELECT batch_code FROM proxy WHERE beneficiary_code = :kept)""",
    "DELETE FROM proxy WHERE beneficiary_code = :other OR (beneficiary_code = :kept AND proxy_code = :kept)",
    """UPDATE remark SET said = said || ' — ' || (SELECT o.said FROM remark o
       WHERE o.batch_code = remark.batch_code AND o.beneficiary_code = :other)
       WHERE beneficiary_code = :kept
       AND batch_code IN (SELECT batch_code FROM remark WHERE beneficiary_code = :other)""",
    """UPDATE remark SET beneficiary_code = :kept WHERE beneficiary_code = :other
       AND batch_code NOT IN (SELECT batch_code FROM remark WHERE beneficiary_code = :kept)""",
    "DELETE FROM remark WHERE beneficiary_code = :other",
    "UPDATE known_as SET beneficiary_code = :kept WHERE beneficiary_code = :other",
    "UPDATE review SET person = :kept WHERE person = :other",
    """UPDATE pathway_step SET beneficiary_code = :kept WHERE beneficiary_code = :other
       AND NOT EXISTS (SELECT 1 FROM pathway_step s WHERE s.beneficiary_code = :kept
                       AND s.kind = pathway_step.kind AND s.happened_on = pathway_step.happened_on)""",
    "DELETE FROM pathway_step WHERE beneficiary_code = :other",
    """UPDATE back_in_prison SET beneficiary_code = :kept WHERE beneficiary_code = :other
       AND NOT EXISTS (SELECT 1 FROM back_in_prison p WHERE p.beneficiary_code = :kept
                       AND p.definition = back_in_prison.definition AND p.known_on = back_in_prison.known_on)""",
    "DELETE FROM back_in_prison WHERE beneficiary_code = :other",
    "UPDATE beneficiary SET merged_into = :kept WHERE merged_into = :other",
)
"""What was the other code's becomes the kept one's. The journal names lines, and lines keep their region and centre;
what was once allowed (waivers) stays as it was written."""


def merge(work: Work, kept_code: str, other_code: str, reason: str) -> Beneficiary:
    """Let ``kept_code`` stand for the person of ``other_code`` too: lines, projects, names and numbers.

    What is known of the kept one stands; what only the other knew is added, and the other identity stays findable.
    Raises Refusal: ``beneficiary.unknown``, ``beneficiary.merged``, ``beneficiary.same``.
    """
    kept, other = require_living(work, kept_code), require_living(work, other_code)
    if kept.code == other.code:
        raise refuse("beneficiary.same", code=kept.code)
    for name in ("sex", "province_code", "centre_code", "registered_on"):
        _fill(kept, other, name)
    _join_identities(work, kept, other)
    _join_sensitive(work, kept.code, other.code)
    work.session.flush()
    for statement in MOVE:
        work.session.execute(text(statement), {"kept": kept.code, "other": other.code})
    other.merged_into = kept.code
    work.session.flush()
    work.session.expire_all()
    work.record("beneficiary.merge", kept=kept.code, merged=other.code, reason=reason)
    return kept


def require_living(work: Work, code: str) -> Beneficiary:
    """Give a beneficiary; refuse a code that another one stands for now, and one whose identity was erased.

    Raises Refusal ``beneficiary.unknown``, ``beneficiary.merged``, ``beneficiary.erased``.
    """
    found = codes.find(work.session, Beneficiary, code.upper())
    if found.merged_into:
        raise refuse("beneficiary.merged", code=found.code, into=found.merged_into)
    if work.session.get(Identity, found.code) is None:
        raise refuse("beneficiary.erased", code=found.code)
    return found


def remember_as(work: Work, code: str, identity: Mapping[str, str | None]) -> None:
    """Keep another identity under which a person was met, so that they are found by it."""
    work.session.execute(insert(KnownAs).values(beneficiary_code=code, audit_id=work.number, **identity))


def _join_identities(work: Work, kept: Beneficiary, other: Beneficiary) -> None:
    """Move the other identity aside, and let the kept one take what it lacks."""
    theirs = work.session.get(Identity, other.code)
    if theirs is None:
        return
    ours = work.session.get(Identity, kept.code) or Identity(beneficiary_code=kept.code)
    aside = {name: getattr(theirs, name) for name in IDENTIFYING}
    remember_as(work, kept.code, {**aside, "centre_code": other.centre_code if theirs.file_number else None})
    work.session.delete(theirs)
    work.session.flush()
    for name in (*IDENTIFYING, "phone"):
        if name != "file_number" or kept.centre_code == other.centre_code:
            _fill(ours, theirs, name)
    work.session.add(ours)


def _join_sensitive(work: Work, kept: str, other: str) -> None:
    theirs = work.session.exec(select(Sensitive).where(Sensitive.beneficiary_code == other)).first()
    if theirs is None:
        return
    ours = work.session.get(Sensitive, kept) or Sensitive(beneficiary_code=kept)
    for name in ("disabled", "special_category"):
        _fill(ours, theirs, name)
    work.session.add(ours)
    work.session.delete(theirs)


def _fill(ours: object, theirs: object, name: str) -> None:
    if getattr(ours, name) is None:
        setattr(ours, name, getattr(theirs, name))
