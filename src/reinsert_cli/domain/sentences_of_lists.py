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
    "step.unreadable": (
        N_("This cell does not say when the step was taken, nor how it ended."),
        N_("Write its day, for example 12/05/2024, or how it ended and the day; leave out with --map “Heading=-”."),
    ),
    "step.undated": (
        N_("This cell says how the step ended, and nothing says when."),
        N_("Write the day beside it, for example 12/05/2024, or add a column “{heading}”."),
    ),
    "steps.to_come": (
        N_("Steps that are under way or still to come were not recorded: {count}."),
        N_("Nothing to do; write the day once they are behind the person."),
    ),
}
