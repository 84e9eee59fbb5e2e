"""The sentences of files already brought in: undone, decided upon, read by a remembered layout; of people merged."""

from __future__ import annotations

from typing import Final

from reinsert_cli.domain.language import N_

SENTENCES: Final[dict[str, tuple[str, str]]] = {
    "import.unknown": (N_("There is no import {code}."), N_("“reinsert imports list” shows them; the last: {near}.")),
    "import.undone": (N_("Import {code} was undone already."), N_("Import the file again if it is wanted after all.")),
    "import.too_old": (
        N_("Import {code} came before the ledger kept what each file changed."),
        N_("Correct its lines with “reinsert batch correct”."),
    ),
    "import.booked": (
        N_("Import {code} cannot be undone: rows {rows} stand in the books, and nothing leaves the books."),
        N_("Cancel the batch, or correct the lines with “reinsert batch correct”."),
    ),
    "import.allocated": (
        N_("Import {code} cannot be undone: rows {rows} gave an envelope its money, which stands in the books."),
        N_("Change the amount with “reinsert budget revise”."),
    ),
    "import.merged": (
        N_("Import {code} cannot be undone: of its rows {rows} it was decided that two people are one."),
        N_("Mend those rows by hand; two codes that became one are not parted again."),
    ),
    "import.leant_on": (
        N_("Import {code} cannot be undone: later work depends on its rows {rows}."),
        N_("Undo that work first, or mend those rows by hand."),
    ),
    "import.later_file": (
        N_("Import {code} cannot be undone: later files speak of the same lines: {files}."),
        N_("Undo those first, the latest before the others."),
    ),
    "review.unknown": (
        N_("There is no row no. {number} to decide on."),
        N_("“reinsert review list” shows those that wait."),
    ),
    "review.decided": (
        N_("Row no. {number} was decided already: it is {person}."),
        N_("Correct its line with “reinsert batch correct” if that was wrong."),
    ),
    "review.several": (
        N_("Row no. {number} may mean several people: {codes}."),
        N_("Name the right one with --person, or merge them if they are one person."),
    ),
    "review.several_projects": (
        N_("Row no. {number} may be of several projects: {codes}."),
        N_("Name the right one with --project."),
    ),
    "review.not_a_candidate": (N_("The row cannot mean {code}."), N_("It may mean: {codes}.")),
    "review.nobody_to_merge": (
        N_("Row no. {number} does not hesitate between two people: there is nothing to merge."),
        N_("Accept or reject it; “reinsert beneficiary merge” joins two codes."),
    ),
    "review.number_taken": (
        N_("The row cannot be somebody new: its card or file number is that of {codes}."),
        N_("Have the number corrected in the file, or accept the row."),
    ),
    "beneficiary.merged": (N_("The code {code} was merged into {into}."), N_("Use {into}.")),
    "beneficiary.same": (N_("{code} cannot be merged into itself."), N_("Name two codes.")),
    "profile.unknown": (N_("There is no profile {code}."), N_("Known: {near}.")),
    "profile.empty": (
        N_("A profile remembers something of a layout, and nothing was said."),
        N_("Give --map, --as, --sheet, --encoding, --envelope or --centre."),
    ),
}
