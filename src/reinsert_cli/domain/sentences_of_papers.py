"""The sentences of the papers of a handover: the pack, who was there by their office, the filled sign-off sheet."""

from __future__ import annotations

from typing import Final

from reinsert_cli.domain.language import N_

SENTENCES: Final[dict[str, tuple[str, str]]] = {
    "batch.papers_lacking": (
        N_("Papers that the programme asks for by now and that batch {batch} and its projects lack: {count}."),
        N_("“reinsert report documents --batch {batch}” lists them; “reinsert document add” records them."),
    ),
    "pack.cancelled": (N_("Batch {batch} is cancelled: there is nothing to hand over."), N_("Plan another batch.")),
    "pack.no_line": (
        N_("Batch {batch} has no line: there is nothing to print."),
        N_("Bring its list in first with “reinsert import FILE --as distributions --batch {batch}”."),
    ),
    "official.unknown": (
        N_("Batch {batch} has no official no. {number}."),
        N_("“reinsert batch show {batch}” lists them with their numbers."),
    ),
    "hold.no_day": (
        N_("The day of the handover is missing."),
        N_("Add --on DATE, or write the day at the top of the sheet."),
    ),
    "hold.sheet_or_options": (
        N_("The sheet says who came and who received: --absent and --proxy cannot be given beside it."),
        N_("Write it in the sheet, or leave --from out."),
    ),
    "hold.others_without_sheet": (
        N_("{option} goes with --from only."),
        N_("Name the sheet with --from FILE, or leave it out."),
    ),
    "usage.presence": (N_("“{name}” is no presence."), N_("Choose one of: {known}.")),
    "signed.no_heading": (
        N_("{file} is no sign-off sheet: no row has the headings of its codes and of who came."),
        N_("Fill the sign-off.xlsx that “reinsert batch pack” makes."),
    ),
    "signed.other_batch": (
        N_("{file} is the sign-off sheet of batch {other}, not of {batch}."),
        N_("Name that batch, or the right file."),
    ),
    "signed.no_code": (
        N_("This row has no code."),
        N_("Write the person’s code, or empty the row; somebody who is not in the list goes into another batch."),
    ),
    "signed.stranger": (
        N_("Nobody of batch {batch} has this code."),
        N_("Put back the code that was printed there, or empty the row."),
    ),
    "signed.twice": (N_("{code} stands there a second time."), N_("Keep one row for each person.")),
    "signed.people_gone": (N_("People of the batch who are not in the sheet: {codes}."), N_("Put their rows back.")),
    "signed.row_mixed": (
        N_("The code {code} stands in another person’s row: part of the columns was sorted."),
        N_("Sort whole rows only: fill a new sheet."),
    ),
    "signed.list_changed": (
        N_("What {code} is to receive has changed since the sheet was made."),
        N_("Make the pack again and fill the new sheet."),
    ),
    "signed.amount_changed": (
        N_("The amount of {code} is not that of the ledger, {amount} DH."),
        N_("Put it back; “reinsert batch correct” mends an amount."),
    ),
    "signed.mark_unread": (
        N_("Whether {code} came cannot be read."),
        N_("Write one of: présent, absent, mandataire; or حاضر، غائب، وكيل."),
    ),
    "signed.unmarked": (
        N_("Nothing says whether these people came: {codes}."),
        N_("Mark them in the sheet, or add --others present or --others absent."),
    ),
    "signed.proxy_unnamed": (
        N_("{code} is marked as received by a proxy, who is not named."),
        N_("Write who received, a name or a code."),
    ),
    "signed.proxy_beside": (
        N_("A proxy is named beside {code}, whose mark says that nobody received on their behalf."),
        N_("Mark a proxy, or take the name out."),
    ),
}
