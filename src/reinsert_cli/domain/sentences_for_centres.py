"""What to do about a fault, said to whoever filled the sheet, who has a spreadsheet and no command line.

Only the faults whose remedy elsewhere speaks of a command; the others are said alike to everybody.
"""

from __future__ import annotations

from typing import Final

from reinsert_cli.domain.language import N_

REMEDIES: Final[dict[str, str]] = {
    "amount.negative": N_("Write a positive amount; tell us in your answer if something was given back."),
    "centre.unread": N_("Write the city of the centre."),
    "person.possible": N_("Write the person’s card number or birth date, so that we know who it is."),
    "person.likely": N_("Write the person’s card number or birth date, so that we know who it is."),
    "person.by_hand": N_("Nothing to do if that is right; else write here what was agreed with us since."),
    "pathway.unreadable": N_("Write its day, for example 12/05/2024, or how it ended and the day."),
    "person.paid_twice": N_("Tell us in your answer whether both are meant."),
    "envelope.missing": N_("Write the code of the envelope, or leave it to us."),
    "header.not_found": N_("Give the columns these headings: {needed}."),
    "header.ambiguous": N_("Tell us in your answer which of them it is."),
    "header.incomplete": N_("Add the column, or tell us in your answer which of yours it is."),
    "header.amount_asked": N_("Add a column with the amount that was given."),
    "header.not_kept": N_("Nothing to do; tell us in your answer if one of them is needed."),
    "map.form": N_("Leave this to us."),
    "sheet.hidden_only": N_("Unhide the sheet of the list."),
    "header.several": N_("Keep the list that is meant, and hide the other sheets."),
    "line.possible": N_("Tell us in your answer whether it is the same item, corrected, or one more."),
    "cost.possible": N_("Tell us in your answer whether it is the same cost, corrected, or one more."),
    "row.by_hand": N_("Nothing to do if that is right; else write here what was agreed with us since."),
    "line.other_person": N_("If it is the same person, write the card or file number that was there before."),
    "line.by_hand": N_("Write here what was agreed with us since."),
    "line.moved_by_hand": N_("Tell us in your answer whether this is one more item."),
    "file.encoding": N_("Save it as .xlsx, or as .csv in UTF-8."),
    "followup.which": N_("Write the code of the one that is meant, as on the sheet that we sent."),
    "followup.which_project": N_("Write the code of the project."),
    "followup.possible": N_("Tell us in your answer whether it is the same visit, or one more."),
    "followup.not_funded": N_("Check the code, or tell us in your answer."),
    "import.batch_missing": N_("Write the code of the batch, or leave it to us."),
}
