"""The verbs by which people's rights over what is held on them are served: a copy, rectification, erasure."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from reinsert_cli.cli import person
from reinsert_cli.cli.context import ledger_of, reading, writing
from reinsert_cli.cli.identifying import record
from reinsert_cli.cli.options import FormatOption, OutputOption, a_date, a_reason
from reinsert_cli.cli.show import format_of, say, show_all, show_json, tell
from reinsert_cli.domain.dates import PartialDate
from reinsert_cli.domain.faults import ExitStatus, Fault, Refusal
from reinsert_cli.domain.language import _, listed

if TYPE_CHECKING:
    from reinsert_cli.ledger.erasing import Erased

PersonArgument = Annotated[str, typer.Argument(metavar="B-…", parser=str.upper, help=_("The person’s code."))]
AuditedReason = Annotated[
    str, typer.Option("--reason", parser=a_reason, metavar="TEXT", help=_("Why, without any name; kept in the audit."))
]
YesOption = Annotated[bool, typer.Option("--yes", help=_("Do not ask for confirmation at a terminal."))]
SHOWN = 20
"""How many places are named on the screen; JSON names them all."""


def export(
    ctx: typer.Context,
    code: PersonArgument,
    reason: AuditedReason,
    fmt: FormatOption = "table",
    output: OutputOption = None,
) -> None:
    """Give all that is held on a person."""
    from reinsert_cli.ledger.beneficiary import require_living  # noqa: PLC0415
    from reinsert_cli.reports import person_file  # noqa: PLC0415

    with writing(ctx) as work:
        require_living(work, code)
        held = person_file.held(work.reader(), code)
        record(work, reason, 1, beneficiary=code)
    if format_of(fmt, output) == "json":
        from reinsert_cli.render.text import machine_rows  # noqa: PLC0415

        facts = held["facts"]
        tables = {name: machine_rows(table) for name, table in held.items()}
        show_json({"beneficiary": code, "as_of": facts.as_of, "held": tables}, output)
    else:
        show_all([table for table in held.values() if table.rows], fmt, output)


def rectify(
    ctx: typer.Context,
    code: PersonArgument,
    reason: AuditedReason,
    name: person.PersonNameOption = None,
    name_ar: person.PersonArabicNameOption = None,
    cin: person.CinOption = None,
    born: person.BornOption = None,
    sex: person.SexOption = None,
    phone: person.PhoneOption = None,
    province: person.HomeOption = None,
    centre: person.PersonCentreOption = None,
    file_number: person.FileNumberOption = None,
    disabled: person.DisabledOption = None,
    on: Annotated[
        PartialDate | None, typer.Option("--on", parser=a_date, metavar="DATE", help=_("Day of registration."))
    ] = None,
) -> None:
    """Rectify what is wrong of a person."""
    facts = person.facts(person.said(name, name_ar, cin, born, sex, phone, province, centre, file_number, disabled, on))
    if not facts:
        raise Refusal(ExitStatus.USAGE, "beneficiary.nothing_said")
    from reinsert_cli.ledger import erasing, rectifying  # noqa: PLC0415

    with writing(ctx) as work:
        changed = rectifying.rectify(work, code, facts, reason)
        records = erasing.named_by(work, code)
    said = listed(person.label_of(key) for key, column in person.COLUMNS.items() if column in changed)
    say(_("Rectified of {code}: {fields}; what was wrong is kept nowhere.").format(code=code, fields=said))
    _say_outputs(records)
    if records:
        say(_("Tell those who have them what was put right."))
    sweep(ctx)


def erase(
    ctx: typer.Context,
    code: PersonArgument,
    reason: AuditedReason,
    yes: YesOption = False,
    fmt: FormatOption = "table",
    output: OutputOption = None,
) -> None:
    """Erase a person's identity."""
    from reinsert_cli.reports.finding import erased_people  # noqa: PLC0415

    with reading(ctx) as reader:
        is_erased = code in erased_people(reader)
    if is_erased:
        sweep(ctx, "erase.not_swept", code=code)
        say(_("{code} was erased already; the file is swept again.").format(code=code))
        return
    confirm(_("Erase for good who {code} is?").format(code=code), yes=yes)
    from reinsert_cli.ledger import erasing  # noqa: PLC0415

    with writing(ctx) as work:
        (erased,) = erasing.erase(work, [code], reason)
    if format_of(fmt, output) == "json":
        show_json({**answer(erased), "backups": backups(ctx)}, output)
    else:
        say(_("Nobody knows any more who {code} is; what was handed over stays under the code.").format(code=code))
        say_where_left([erased])
        say_backups(ctx)
    sweep(ctx, "erase.not_swept", code=code)  # last: where it cannot be, the answer was given all the same


def confirm(question: str, *, yes: bool) -> None:
    """Ask whoever sits at a terminal before something that cannot be taken back; leave (exit 1) without a yes."""
    from reinsert_cli.cli import asking  # noqa: PLC0415

    if not yes and asking.can_answer() and not asking.confirm(question):
        raise typer.Exit(ExitStatus.FINDINGS)


def sweep(ctx: typer.Context, refusal: str = "ledger.not_swept", **told: str) -> None:
    """Write the file anew without what was taken away: SQLite leaves copies behind where it moves rows about.

    Raises Refusal (exit 5) by the code ``refusal``.
    """
    from sqlalchemy.exc import DBAPIError  # noqa: PLC0415

    from reinsert_cli.store import opening, redaction  # noqa: PLC0415

    path = ledger_of(ctx)
    try:
        redaction.sweep(path)
    except (DBAPIError, *opening.errors()) as error:  # type: ignore[misc]
        raise Refusal(ExitStatus.LEDGER, refusal, path=str(path), **told) from error


def answer(erased: Erased) -> dict[str, Any]:
    """Give for machines where an erased person may still stand."""
    return {
        "beneficiary": erased.code,
        "files": [{"import": run, "file": file, "row": row} for run, file, row in erased.rows],
        "outputs": list(erased.named_by),
        "texts": [{"table": table, "number": number} for table, number in erased.left],
    }


def say_where_left(erased: Iterable[Erased]) -> None:
    """Tell what no program can erase: the files that they came with, outputs, texts that nothing changes."""
    everybody = list(erased)
    rows = [f"{run} {file} {row}" for one in everybody for run, file, row in one.rows]
    if rows:
        say(_("They stood in these files (import, file, row): {rows}.").format(rows=_some(rows)))
        say(_("Take them off these lists: imported again, they come in as somebody new."))
    _say_outputs(sorted({number for one in everybody for number in one.named_by}))
    left = sorted({place for one in everybody for place in one.left})
    if left:
        tell(Fault("erase.left", {"places": _some([f"{table} {number}" for table, number in left])}))


def _say_outputs(records: Iterable[int]) -> None:
    numbers = [str(number) for number in records]
    if numbers:
        say(
            _("Lists that name them may have gone out: records no. {numbers} of the log.").format(
                numbers=_some(numbers)
            )
        )


def _some(places: list[str]) -> str:
    shown = listed(places[:SHOWN])
    return shown if len(places) <= SHOWN else f"{shown}…"


def backups(ctx: typer.Context) -> list[dict[str, Any]]:
    """Give the files that are known to hold what the ledger held, and whether they are found now."""
    from reinsert_cli.store.backups_made import kept  # noqa: PLC0415

    ledger = ledger_of(ctx)
    found = kept(ledger) if isinstance(ledger, Path) else []
    return [{"file": str(one.path), "made_at": one.made_at, "is_there": one.is_there} for one in found]


def say_backups(ctx: typer.Context) -> None:
    """Tell of the backups, which still hold what was erased."""
    known = backups(ctx)
    if known:
        say(_("Known backups and former ledgers: {files}.").format(files=_some([one["file"] for one in known])))
    say(_("Every backup and copy made before still says who they were: make a new backup, then destroy the old ones."))


def say_in_clear(ctx: typer.Context) -> None:
    """Name the known copies of a ledger that is encrypted now which are not: an older backup, the former ledger."""
    from reinsert_cli.store import opening  # noqa: PLC0415

    path = ledger_of(ctx)
    if not isinstance(path, Path) or not opening.is_encrypted(path):
        return
    files = [one["file"] for one in backups(ctx) if opening.looks_plain(opening.header(Path(one["file"])))]
    if files:
        say(_("Known copies in clear, which anybody can read: {files}.").format(files=_some(files)))
