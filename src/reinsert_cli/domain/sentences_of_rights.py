"""The sentences of what people may ask about themselves: erasing, rectifying, how long identities are kept."""

from __future__ import annotations

from typing import Final

from reinsert_cli.domain.language import N_

SENTENCES: Final[dict[str, tuple[str, str]]] = {
    "beneficiary.erased": (
        N_("The identity of {code} was erased: nobody knows any more who that was."),
        N_("What was handed over stays under the code: “reinsert beneficiary show {code}”."),
    ),
    "person.erased": (
        N_("The code of this row is that of somebody whose identity was erased."),
        N_("Take the row off the list; somebody registered anew has a new code."),
    ),
    "erase.promised": (
        N_("Something is still to be handed over to {code}: {batches}."),
        N_("Hold or cancel the batch first, or take them off its list: “reinsert batch remove”."),
    ),
    "erase.waiting": (
        N_("Rows that may mean {code} wait for a decision: no. {numbers}."),
        N_("Decide first: “reinsert review show {first}”."),
    ),
    "erase.not_swept": (
        N_("The identity is erased, but pages of the file {path} may still hold traces of it."),
        N_("Close what reads the ledger, make room on the disk, and run “reinsert beneficiary erase {code}” again."),
    ),
    "ledger.not_swept": (
        N_("It is done, but pages of the file {path} may still hold traces of what was taken away."),
        N_("Close what reads the ledger, make room on the disk; the next erasure, rectification or undoing sweeps it."),
    ),
    "erase.left": (
        N_("Words of theirs stand in texts that nothing changes: {places}."),
        N_("They are reasons that somebody typed; write reasons without names."),
    ),
    "import.erased": (
        N_("File {code} told of people whose identities were erased since: {people}."),
        N_("It cannot be taken out any more; mend what is wrong by hand."),
    ),
    "reason.personal": (
        N_("A reason must not hold a name, a card number or a telephone: reasons are kept for good."),
        N_("Say it without them; people are named by their code B-…"),
    ),
    "identified.not_asked": (
        N_("{option} is for lists that name people."),
        N_("Add --identified --reason TEXT, or leave {option} out."),
    ),
    "rectify.nothing": (
        N_("{code} is so already: there is nothing to rectify."),
        N_("Look with “reinsert beneficiary show {code} --identified --reason TEXT”."),
    ),
    "retention.none": (
        N_("No period is set: identities are kept until somebody erases them."),
        N_("Set one: “reinsert retention set funded --years 10”."),
    ),
    "retention.hindered": (
        N_("The identities of {codes} are to be erased and cannot be yet."),
        N_("See what they wait for: “reinsert retention due”."),
    ),
    "retention.unreadable": (
        N_("“{printed}” is no period."),
        N_("Give a whole number of years, from 1 to 100, or “none”."),
    ),
}
