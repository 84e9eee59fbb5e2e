"""Naming people: for a stated reason only, once the audit has kept who asked, by which command, how many, and why."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from reinsert_cli.domain.faults import ExitStatus, Refusal
from reinsert_cli.domain.language import _

if TYPE_CHECKING:
    from reinsert_cli.store.work import Work

IdentifiedOption = Annotated[
    bool, typer.Option("--identified", help=_("Name the people; the audit keeps who asked and why."))
]
WhyOption = Annotated[str | None, typer.Option("--reason", metavar="TEXT", help=_("Why; required with --identified."))]
WithDisabilityOption = Annotated[
    bool, typer.Option("--with-disability", help=_("Beside the names, who is in a situation of disability."))
]
WithSpecialOption = Annotated[
    bool, typer.Option("--with-special", help=_("Beside the names, who is of the special category."))
]

PROTECTED = {"disabled": "--with-disability", "special_category": "--with-special"}
"""What no list of names shows unless it is asked for by an option of its own."""


def reason_of(reason: str | None, *, identified: bool) -> str:
    """Give the reason why people are to be named. Raises Refusal ``identified.reason_missing`` (exit 2)."""
    why = " ".join((reason or "").split())
    if identified and not why:
        raise Refusal(ExitStatus.USAGE, "identified.reason_missing")
    return why


def protected_asked(*, disability: bool, special: bool, identified: bool) -> tuple[str, ...]:
    """Give which of the protected facts are asked for. Raises Refusal ``identified.not_asked`` (exit 2)."""
    asked = tuple(fact for fact, is_asked in zip(PROTECTED, (disability, special), strict=True) if is_asked)
    if asked and not identified:
        raise Refusal(ExitStatus.USAGE, "identified.not_asked", option=PROTECTED[asked[0]])
    return asked


def record(work: Work, reason: str, people: int, /, shown: tuple[str, ...] = (), **about: str | int | None) -> None:
    """Let the audit keep that people were named; nothing may be shown before this is committed."""
    work.record("identified", **about, people=people, shown=" ".join(shown) or None, reason=reason)
