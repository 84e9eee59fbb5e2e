"""The sentences of what comes after the handover: visits, centre sheets, back in prison or not."""

from __future__ import annotations

from typing import Final

from reinsert_cli.domain.language import N_

SENTENCES: Final[dict[str, tuple[str, str]]] = {
    "followup.not_funded": (
        N_("Nothing was handed over to {code}: there is no funded project to visit."),
        N_("Hold its batch first, or check the code."),
    ),
    "followup.several": (
        N_("{code} has several funded projects: {projects}."),
        N_("Name the project instead of the person."),
    ),
    "followup.which_project": (
        N_("The row may be of several funded projects of {code}: {projects}."),
        N_("Decide with “reinsert review”, or write the project’s code in the row."),
    ),
    "followup.possible": (
        N_("Project {project} has a visit of {day}: the same with its day mended, or one more?"),
        N_("Decide with “reinsert review”: accept if it is the same, reject if it is one more."),
    ),
    "followup.set_aside": (
        N_("Somebody decided before that this row is nobody’s; it is left out again."),
        N_("Nothing to do if that is right; else write the code of the one that is meant."),
    ),
    "followup.by_hand": (
        N_("This row was imported before; the day of its visit was put right since, to {day}, and is left so."),
        N_("Nothing to do if that is right; else correct the day in the file."),
    ),
    "followup.before_handover": (
        N_("The visit of project {project} lies before its handover."),
        N_("Check the day of the visit."),
    ),
    "followup.in_future": (N_("This day has not come yet."), N_("Write the day on which it happened.")),
    "followup.reason_missing": (
        N_("A closed project needs the reason why it closed."),
        N_("Add it: market, money, health, moved, employed, equipment, family, prison or other."),
    ),
    "followup.not_closed": (
        N_("A day or a reason of closing is given for a project that is not closed."),
        N_("Say that it is closed, or leave them out."),
    ),
    "followup.closing_impossible": (
        N_("Project {project} cannot have closed on that day: it lies before the handover or after the visit."),
        N_("Check the day of closing."),
    ),
    "followup.after_closing": (
        N_("Project {project} was found closed on {day}; a visit after that contradicts it."),
        N_("Mend the visit that is wrong: the same day again replaces what it says."),
    ),
    "followup.twice": (
        N_("Another row of this file says otherwise of the same visit or step."),
        N_("Keep the row that is right."),
    ),
    "followup.nobody": (
        N_("The row names neither a person nor a project."),
        N_("Give the person’s code, the project’s code, a card number or a file number."),
    ),
    "followup.stranger": (
        N_("Nobody in the ledger is the person of this row."),
        N_("Give the code of the person or of the project, as on the sheet that we sent."),
    ),
    "followup.which": (
        N_("The row may mean {codes}, and only a person can tell."),
        N_("Decide with “reinsert review”, or write the code of the one that is meant."),
    ),
    "followup.unread_code": (
        N_("The ledger does not know the code in this cell."),
        N_("Write it as on the sheet that we sent."),
    ),
    "followup.not_theirs": (
        N_("The project of this row is not the person’s."),
        N_("Check both codes; one of them is enough."),
    ),
    "followup.day_missing": (
        N_("The row says what was found, but not on which day."),
        N_("Write the day; a month or a year alone is accepted."),
    ),
    "followup.result_missing": (
        N_("The row has a day, but does not say what was found."),
        N_("Choose the result from the list."),
    ),
    "followup.task_missing": (
        N_("The row does not say which step it is about."),
        N_("Write the step, for example training."),
    ),
    "followup.of_other": (
        N_("The result does not go with what was to be done."),
        N_("A visit finds a project in activity, in difficulty or closed; a step has an outcome."),
    ),
    "followup.waiting": (
        N_("Rows without a day have not happened yet and were passed over: {count}."),
        N_("Nothing to do."),
    ),
    "followup.none_happened": (
        N_("No row of this sheet is filled yet; rows that wait: {count}."),
        N_("Write the day and the result of what was done, then import it again."),
    ),
    "task.unreadable": (
        N_("What was to be done in this cell is not understood."),
        N_("Choose from the list: a visit at 3, 6, 12 or 24 months, or a step."),
    ),
    "visit.state_unreadable": (N_("What the visit found is not understood."), N_("Choose one of: {known}.")),
    "visit.result_unreadable": (N_("The result in this cell is not understood."), N_("Choose one of: {known}.")),
    "visit.closing_unreadable": (N_("The reason of closing is not understood."), N_("Choose one of: {known}.")),
    "back.definition_unreadable": (
        N_("What “back in prison” is to mean here is not understood."),
        N_("Choose one of: {known}."),
    ),
    "followup.back_or_not": (
        N_("It is not said whether the person is back in prison."),
        N_("Add --back or --not-back."),
    ),
    "usage.milestone": (N_("There is no visit at {name} months."), N_("Choose one of: {known}.")),
}
