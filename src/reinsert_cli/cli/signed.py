"""The filled sign-off sheet of ``reinsert batch hold --from``: read, told, or its findings."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import typer

from reinsert_cli.cli.context import writing
from reinsert_cli.cli.show import say
from reinsert_cli.domain.faults import ExitStatus, Refusal
from reinsert_cli.domain.language import _, date, listed
from reinsert_cli.domain.sentences import say as sentences_of
from reinsert_cli.domain.signing import CHOICES, Presence, presence_of

if TYPE_CHECKING:
    from reinsert_cli.importers.signed import Expected, Signed
    from reinsert_cli.store.reading import Reader

OTHERS: Final[tuple[Presence, ...]] = ("present", "absent")

EXPECTED: Final = """
SELECT line, beneficiary, amount FROM v_line WHERE batch = :batch AND status = 'expected' ORDER BY line
"""


def a_presence(printed: str) -> str:
    """Read what those are whom the sheet leaves unmarked, in the words of the sheet."""
    read = presence_of(printed)
    if read not in OTHERS:
        raise Refusal(ExitStatus.USAGE, "usage.presence", name=printed, known=listed(map(CHOICES.__getitem__, OTHERS)))
    return read


def filled_sheet(ctx: typer.Context, code: str, path: Path, day: str | None, others: Any) -> Signed:
    """Read a filled sign-off sheet and say what was understood of it.

    Its findings are told and end the command with exit 1. Raises Refusal: what the reader refuses, the batch's
    state, and ``hold.no_day`` where neither ``day`` (ISO) nor the sheet tells when it was.
    """
    from reinsert_cli.importers.reader import read  # noqa: PLC0415
    from reinsert_cli.importers.signed import read_signed  # noqa: PLC0415
    from reinsert_cli.ledger import batch  # noqa: PLC0415

    with writing(ctx, dry_run=True) as work:
        batch.require_move(work, code, "hold")
        expected = _expected(work.reader(), code)
    signed = read_signed(read(path), code, expected, others)
    if signed.problems:
        for problem in signed.problems:
            what, remedy = sentences_of(problem.fault)
            say(f"{problem.cell + ' — ' if problem.cell else ''}{what} {remedy}")
        say(_("{file}: nothing is recorded.").format(file=path.name))
        raise typer.Exit(ExitStatus.FINDINGS)
    if not (day or signed.held_on):
        raise Refusal(ExitStatus.USAGE, "hold.no_day")
    _tell(signed, path, day or signed.held_on or "")
    return signed


def _expected(reader: Reader, code: str) -> dict[str, Expected]:
    """Give the people whom a batch expects, and what of."""
    from reinsert_cli.importers.signed import Expected  # noqa: PLC0415

    lines: dict[str, dict[int, int]] = {}
    for row in reader.rows(EXPECTED, batch=code):
        lines.setdefault(row["beneficiary"], {})[row["line"]] = row["amount"]
    return {person: Expected(amounts) for person, amounts in lines.items()}


def _tell(signed: Signed, path: Path, day: str) -> None:
    """Say what was understood, people by their codes."""
    say(_("{file}: understood for {day} —").format(file=path.name, day=date(day)))
    say("  " + _("present: {n}").format(n=len(signed.people("present"))))
    for people, told in ((signed.people("absent"), _("absent: {n}")), (signed.people("proxy"), _("by proxy: {n}"))):
        codes = f" ({listed(people)})" if people else ""
        say("  " + told.format(n=len(people)) + codes)
    say("  " + _("remarks: {n}").format(n=len(signed.remarks)))
