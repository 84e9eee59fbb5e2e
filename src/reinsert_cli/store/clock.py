"""What time it is and who is writing: the two facts that come from outside the ledger."""

from __future__ import annotations

import getpass
import os
from datetime import UTC, datetime
from typing import Final

from reinsert_cli.domain.faults import ExitStatus, Refusal
from reinsert_cli.domain.text import clean

_YEARS: Final = range(1900, 3000)
"""Of a moment that is given: near the ends of the calendar its day, or the day after, would be none."""


def now() -> datetime:
    """Give the moment in UTC; ``REINSERT_NOW`` (ISO 8601) replaces it, for tests and repeatable packs.

    Raises Refusal (exit 2) where that is no moment.
    """
    fixed = os.environ.get("REINSERT_NOW")
    return _moment(fixed) if fixed else datetime.now(UTC)


def _moment(said: str) -> datetime:
    try:
        moment = datetime.fromisoformat(said)
        if moment.year in _YEARS:
            return moment.astimezone(UTC)
    except ValueError:
        pass
    raise Refusal(ExitStatus.USAGE, "usage.moment", said=said)


def timestamp() -> str:
    """Give the moment as it is written in the ledger: ``2024-12-06T10:00:00Z``."""
    return in_utc(now())


def in_utc(moment: datetime) -> str:
    """Give a moment, local where it names no zone, as the ledger writes it."""
    return moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def today() -> str:
    """Give the local day as ISO text."""
    return now().astimezone().date().isoformat()


def author() -> str:
    """Give who is writing: ``REINSERT_USER``, else the operating system's user."""
    named = clean(os.environ.get("REINSERT_USER", "")).strip()
    if named:
        return named
    try:
        return getpass.getuser()
    except (KeyError, OSError):
        return f"uid {os.getuid()}"
