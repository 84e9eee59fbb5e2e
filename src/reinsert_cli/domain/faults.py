"""What can be wrong, as values.

A *fault* is a code with parameters: it is returned beside a result and becomes a sentence in one
place only (:mod:`reinsert_cli.domain.sentences`). A *refusal* is the one exception of the program:
it carries a fault and the exit status that design §4 gives it. No parameter ever holds a person's
name, card number or phone.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import IntEnum
from typing import Literal

Severity = Literal["error", "warning", "notice"]


class ExitStatus(IntEnum):
    """Exit statuses of the command line (design §4)."""

    DONE = 0
    FINDINGS = 1
    USAGE = 2
    RULE = 3
    UNREADABLE = 4
    LEDGER = 5


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing that is wrong: a stable ``code`` such as ``amount.ambiguous`` and what its sentence needs."""

    code: str
    params: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Problem:
    """A fault found in a file, with the place where it stands.

    ``sheet`` is the sheet's title, ``cell`` an address such as ``D7``, ``row`` the 1-based row of the
    sheet; each is ``None`` where the fault has no such place. A problem of severity ``error`` makes its
    row (or its file) invalid.
    """

    fault: Fault
    severity: Severity = "error"
    sheet: str | None = None
    cell: str | None = None
    row: int | None = None


class Refusal(Exception):  # noqa: N818  (the ledger refuses; nothing is in error)
    """The command cannot go on: the one exception that reaches the user, as a sentence and an exit status."""

    def __init__(self, status: ExitStatus, code: str, /, **params: str) -> None:
        super().__init__(code)
        self.status = status
        self.fault = Fault(code, params)


def refuse(code: str, /, **params: str) -> Refusal:
    """Give the refusal of a rule of the ledger (exit status 3): over-commitment, wrong state, unknown code."""
    return Refusal(ExitStatus.RULE, code, **params)
