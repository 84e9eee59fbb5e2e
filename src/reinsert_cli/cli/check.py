"""``reinsert check``: silent and 0 when the books hold; a table of findings and 1 when they do not."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Final

import typer

from reinsert_cli.cli.context import is_interactive, ledger_of, reading
from reinsert_cli.cli.options import FormatOption, OutputOption
from reinsert_cli.cli.show import format_of, show, show_json, tell
from reinsert_cli.domain.faults import ExitStatus, Fault
from reinsert_cli.domain.language import N_, _, plural
from reinsert_cli.domain.table import Column, Table
from reinsert_cli.store import clock, opening

if TYPE_CHECKING:
    from reinsert_cli.ledger.checks import Finding
    from reinsert_cli.store.reading import Reader
    from reinsert_cli.store.server import Server

app = typer.Typer(add_completion=False)

SHOWN: Final = 12
"""How many places of one finding a screen shows."""

MEANINGS = {
    "file.integrity": N_("The file is damaged: restore the last backup."),
    "file.references": N_("Rows refer to others that are missing: restore the last backup."),
    "file.triggers": N_("What keeps the books from being changed, or remembers what was, is gone or altered."),
    "file.definitions": N_("Tables, views, indexes or triggers are not those that this version makes."),
    "file.seals": N_("These tables hold something else than what was written: restore the last backup."),
    "file.numbers": N_("Rows of these tables are missing, or bear another number than they were given."),
    "journal.balanced": N_("Entries of the journal do not balance."),
    "envelope.adds_up": N_("What was allocated is not what is available, committed and delivered."),
    "envelope.not_negative": N_("Envelopes below zero that nobody allowed."),
    "envelope.overridden": N_("Over-commitment was allowed on these envelopes."),
    "batch.waived": N_("These batches were locked though people lacked steps that the programme asks for."),
    "lines.committed": N_("The lines of these batches do not agree with the journal."),
    "lines.not_committed": N_("More was delivered than committed in these batches."),
    "journal.mends": N_("Corrections and returns that mend no entry of their batch."),
    "journal.closed_month": N_("Entries booked in a month that was closed."),
    "summaries.carried": N_("What summaries add up was changed by other means than this program."),
    "person.erased": N_("Identities gone without an erasure, or back after one: see “reinsert log --about CODE”."),
    "person.paid_twice": N_("People to whom two batches of a year give the same support for one project."),
    "project.ceiling": N_("Projects above a ceiling of their programme: see “reinsert programme ceiling”."),
    "batch.undated": N_("Batches held on a day of which only the year is known, or nothing."),
    "batch.receipts": N_("Batches held more than 30 days ago whose signed receipts are not all in."),
    "batch.to_come": N_("Batches recorded as held on a day to come."),
    "audit.chain": N_("Audit records were changed or removed."),
    "audit.state": N_("What these audit records wrote was changed since by other means than this program."),
    "audit.journal": N_(
        "The journal does not hold what these audit records say was written (0: before they were numbered)."
    ),
    "statements.agree": N_("Sources disagree and nobody has chosen between them: see “reinsert report statements”."),
    "statements.headcounts": N_(
        "Sources disagree on numbers of people and nobody has chosen: see “report statements”."
    ),
    "assertions.hold": N_("Assertions that the books contradict: see “reinsert assert list”."),
}

DeepOption = Annotated[
    bool, typer.Option("--deep", help=_("Prove besides that nothing in the file was changed but by this program."))
]


@app.command(help=_("Prove that the books hold; silent when they do, a table of findings and status 1 when not."))
def check(
    ctx: typer.Context, deep: DeepOption = False, fmt: FormatOption = "table", output: OutputOption = None
) -> None:
    """Check the ledger."""
    from reinsert_cli.ledger import checks  # noqa: PLC0415
    from reinsert_cli.reports import assertions, statements  # noqa: PLC0415

    with reading(ctx) as reader:
        amounts, people = statements.unsettled(reader)
        findings = [
            *_run(ctx, reader),
            *(_deep(reader) if deep else ()),
            checks.Finding("statements.agree", amounts),
            checks.Finding("statements.headcounts", people),
            checks.Finding("assertions.hold", assertions.failing(reader)),
        ]
        is_bare = _is_in_clear(ledger_of(ctx)) and checks.names_people(reader)
    is_clean = all(finding.ok for finding in findings)
    if format_of(fmt, output) == "json":
        show_json({"ok": is_clean, "checks": [_answer(finding) for finding in findings]}, output)
    elif not is_clean or output is not None:
        show(_table(findings, SHOWN if format_of(fmt, output) == "table" else None), fmt, output)
    if is_bare:
        tell(Fault("check.in_clear", {"path": str(ledger_of(ctx))}))
    if not is_clean:
        raise typer.Exit(ExitStatus.FINDINGS)


def _is_in_clear(ledger: Path | Server) -> bool:
    return isinstance(ledger, Path) and not opening.is_encrypted(ledger)


def _run(ctx: typer.Context, reader: Reader) -> list[Finding]:
    """Run the checks of every ledger; of a long one, whoever watches is told how far they are."""
    from reinsert_cli.cli.progress import watch  # noqa: PLC0415
    from reinsert_cli.ledger import checks  # noqa: PLC0415

    with watch(str(ledger_of(ctx)), is_interactive() and reader.may_be_long) as step:
        return list(checks.run(reader, step))


def _deep(reader: Reader) -> Iterator[Finding]:
    from reinsert_cli.ledger import deep_checks  # noqa: PLC0415  (Alembic)

    return deep_checks.run(reader)


def _answer(finding: Finding) -> dict[str, object]:
    return {
        "code": finding.code,
        "ok": finding.ok,
        "count": len(finding.found),
        "detail": None if finding.ok else _detail(finding),
    }


def _detail(finding: Finding, most: int | None = None) -> str:
    """Say what was found, and where: the first ``most`` places, all of them where that is None."""
    said = f"{_(MEANINGS[finding.code])} {', '.join(finding.found[:most])}"
    left = len(finding.found) - (most or len(finding.found))
    if left <= 0:
        return said
    more = plural("and {n} more: --format json has it too.", "and {n} more: --format json has them all.", left)
    return f"{said} {more.format(n=left)}"


def _table(findings: list[Finding], most: int | None) -> Table:
    return Table(
        report="check",
        title=_("What does not hold"),
        as_of=clock.today(),
        filters={},
        columns=(
            Column("code", _("Check"), "code"),
            Column("count", _("Findings"), "count"),
            Column("detail", _("Detail"), "text"),
        ),
        rows=tuple(
            {"code": finding.code, "count": len(finding.found), "detail": _detail(finding, most)}
            for finding in findings
            if not finding.ok
        ),
    )
