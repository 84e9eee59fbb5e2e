"""Layouts remembered: what the import's options would say of a centre's sheets, under a name."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from sqlmodel import select

from reinsert_cli.domain.faults import ExitStatus, Refusal, refuse
from reinsert_cli.domain.text import nearest
from reinsert_cli.ledger import codes
from reinsert_cli.store.import_tables import Profile
from reinsert_cli.store.tables import Centre, Envelope
from reinsert_cli.store.work import Work


def save(work: Work, code: str, settings: Mapping[str, Any]) -> None:
    """Remember a layout, in place of an earlier one of that name.

    Raises Refusal: ``profile.empty`` (exit 2), ``code.invalid``, and those of the centre and envelope named.
    """
    said = {name: value for name, value in settings.items() if value}
    if not said:
        raise Refusal(ExitStatus.USAGE, "profile.empty")
    codes.require_shape(code)
    for table, name in ((Centre, "centre"), (Envelope, "envelope")):
        if name in said:
            codes.require(work.session, table, said[name])
    text = json.dumps(said, ensure_ascii=False)
    kept = work.session.get(Profile, code) or Profile(code=code, settings=text, written_at="", author="")
    kept.settings, kept.written_at, kept.author = text, work.written_at, work.author
    work.session.add(kept)
    work.session.flush()
    work.record("profile.save", code=code)


def delete(work: Work, code: str) -> None:
    """Forget a layout. Raises Refusal ``profile.unknown``."""
    kept = work.session.get(Profile, code)
    if kept is None:
        known = sorted(work.session.exec(select(Profile.code)).all())
        raise refuse("profile.unknown", code=code, near=nearest(code, known))
    work.session.delete(kept)
    work.session.flush()
    work.record("profile.delete", code=code)
