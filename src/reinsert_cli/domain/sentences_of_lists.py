"""The sentences of lists of people and of projects."""

from __future__ import annotations

from typing import Final

from reinsert_cli.domain.language import N_

SENTENCES: Final[dict[str, tuple[str, str]]] = {
    "person.unread": (
        N_("There is nobody under the code of this cell."),
        N_("Copy the code (B-…) again, or leave the cell empty for somebody new."),
    ),
    "person.by_hand": (
        N_("This row says what it said before; of {code} something else was recorded since, and is left so."),
        N_("Nothing to do if that is right; else correct the file, or the person with “reinsert beneficiary edit”."),
    ),
    "pathway.unreadable": (
        N_("This cell does not say when the step was taken, nor how it ended."),
        N_("Write its day, for example 12/05/2024, or how it ended and the day; leave out with --map “Heading=-”."),
    ),
    "step.undated": (
        N_("This cell says how the step ended, and nothing says when."),
        N_("Write the day beside it, for example 12/05/2024, or add a column “{heading}”."),
    ),
    "project_kind.unreadable": (
        N_("The form of the project in this cell is not understood."),
        N_("Write individual, household or cooperative."),
    ),
    "programme.missing": (
        N_("Nothing says which programme the project is of."),
        N_("Add a column “{heading}” with the programme’s code or name: {known}."),
    ),
    "programme.unread": (
        N_("The programme in this cell is unknown."),
        N_("Write its code or its name; the nearest known are: {near}."),
    ),
    "programme.not_of_project": (
        N_("Project {project} is of another programme than this cell says: {programme}."),
        N_("Leave the programme empty, or leave the project’s code empty if another is meant."),
    ),
    "project.unread": (
        N_("There is no project under the code of this cell."),
        N_("Copy the code (P-…) again, or leave the cell empty for a new project."),
    ),
    "project.not_of_person": (
        N_("Project {project} is another person’s, and of one person alone."),
        N_("Check the code; leave it empty if the project is new."),
    ),
    "project.nameless": (
        N_("A cooperative needs a name: by it the rows of its members meet."),
        N_("Write its name in the column “{heading}”, the same in each member’s row."),
    ),
    "project.unnamed": (
        N_("Nothing says which project of this person the row is of."),
        N_("Write the activity in the column “{heading}”, the same in each row of the project."),
    ),
    "project.rows_differ": (
        N_("Another row of this file says something else of the same project."),
        N_("Make the rows of one project agree, or give two projects different activities."),
    ),
    "cost.unpriced": (
        N_("The row tells of a cost and says neither its unit price nor its amount."),
        N_("Write one of them; leave item, quantity, supplier and invoice empty in a row without a cost."),
    ),
    "cost.no_quantity": (
        N_("A cost is of one thing at least."),
        N_("Write how many, or leave the cell empty for one."),
    ),
    "cost.amount_differs": (
        N_("{quantity} × {price} DH make {expected} DH, and this cell says {said} DH."),
        N_("Correct the one that is wrong; an amount left empty is worked out."),
    ),
    "cost.indivisible": (
        N_("{said} DH cannot be shared out into {quantity} equal prices."),
        N_("Write the unit price, or a row for each thing."),
    ),
    "cost.possible": (
        N_("This project already has such a cost, of {amount} DH: mended, or one more?"),
        N_("Import again with --corrects if it is the same, with --adds if it is one more."),
    ),
    "cost.amount_changed": (
        N_("The cost went from {before} DH to {after} DH."),
        N_("Nothing to do if that is meant."),
    ),
    "row.by_hand": (
        N_("This row says what it said before; something else was recorded of its project since, and is left so."),
        N_("Nothing to do if that is right; else correct the file, or the project with “reinsert project edit”."),
    ),
    "steps.to_come": (
        N_("Steps that are under way or still to come were not recorded: {count}."),
        N_("Nothing to do; write the day once they are behind the person."),
    ),
}
