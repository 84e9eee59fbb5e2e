"""When a ledger may be carried to another place, and when the copy is the ledger: what the checks say of both."""

from __future__ import annotations

from collections.abc import Iterator

from reinsert_cli.domain.faults import ExitStatus, Refusal
from reinsert_cli.domain.language import listed
from reinsert_cli.domain.progress import Step, silent
from reinsert_cli.ledger import checks, deep_checks
from reinsert_cli.store.reading import Reader

Found = dict[str, set[str]]
"""What each check found."""

DAMAGED = ("file.", "audit.")
"""How the checks begin whose findings are damage, and not what the books are to be mended of."""


def found(reader: Reader, step: Step = silent) -> Found:
    """Run every check of a ledger, telling ``step`` how far they are."""
    return {finding.code: set(finding.found) for finding in _all(reader, step)}


def _all(reader: Reader, step: Step) -> Iterator[checks.Finding]:
    yield from checks.run(reader, step)
    yield from deep_checks.run(reader)


def require_sound(found: Found, ledger: str) -> None:
    """Refuse (exit 5) a ledger that is damaged."""
    damaged = sorted(code for code, what in found.items() if what and code.startswith(DAMAGED))
    if damaged:
        raise Refusal(ExitStatus.LEDGER, "copy.damaged", path=ledger, checks=listed(damaged))


def require_nothing_new(found: Found, original: Found, ledger: str) -> None:
    """Refuse (exit 5) a copy of which a check finds what it does not find of the original."""
    if any(what - original[code] for code, what in found.items()):
        raise Refusal(ExitStatus.LEDGER, "copy.differs", path=ledger)
