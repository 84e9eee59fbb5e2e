"""The sentences of people registered at the terminal, their pathways, and what programmes ask of them."""

from __future__ import annotations

from typing import Final

from reinsert_cli.domain.language import N_

SENTENCES: Final[dict[str, tuple[str, str]]] = {
    # what is typed of a person
    "said.name": (
        N_("A name holds a card number, a telephone or another number."),
        N_("Write the name alone; numbers have their own options."),
    ),
    "said.cin": (
        N_("The national card number is not one or two letters followed by up to seven digits."),
        N_("Copy it again from the card; spaces and small letters do not matter."),
    ),
    "said.birth_date": (
        N_("The birth date is not understood, or no calendar has it."),
        N_("Write it day first with four digits for the year; a year alone is accepted."),
    ),
    "said.birth_date_to_come": (N_("The birth date is a day to come."), N_("Check its year.")),
    "said.sex": (N_("The sex is not understood."), N_("Write F or H (M), or leave it out.")),
    "said.phone": (N_("This is no telephone number."), N_("Write its digits, for example 0612345678.")),
    "said.disabled": (N_("This is neither yes nor no."), N_("Write yes or no, or leave it out: unknown.")),
    "said.centre": (
        N_("The centre is not one of the list."),
        N_("Write its city or its code; “reinsert centre list” shows them."),
    ),
    "cin.unusual": (
        N_("The national card number has neither five nor six digits, as nearly all have."),
        N_("Compare it with the card; “reinsert beneficiary edit” corrects it."),
    ),
    # who is who
    "beneficiary.nameless": (
        N_("Nothing says who this person is."),
        N_("Give --name, --name-ar, --cin, or --file-number with --centre."),
    ),
    "beneficiary.known": (
        N_("This person is registered already: {code}."),
        N_("Add what is new with “reinsert beneficiary edit {code}”."),
    ),
    "beneficiary.maybe_known": (
        N_("This may be somebody already known, {codes}: {why}."),
        N_("Compare with “reinsert beneficiary show {first}”; if it is somebody else, say the same again with --new."),
    ),
    "beneficiary.number_taken": (
        N_("The card number, or the file number of this centre, is that of {code}."),
        N_("Check the number; if it is wrong there, correct it with “reinsert beneficiary edit {code}”."),
    ),
    "beneficiary.not_found": (
        N_("Nobody is known by this name or number."),
        N_("Try a part of the name, the other alphabet, or “reinsert beneficiary list --name TEXT”."),
    ),
    "beneficiary.nothing_said": (
        N_("Nothing was said to be changed."),
        N_("Give what changes, for example --phone TEXT; an empty text removes what is there."),
    ),
    # pathways
    "step.unknown": (N_("This is not a step of the pathway."), N_("Perhaps: {near}.")),
    "outcome.unknown": (N_("This is not how a step ends."), N_("Perhaps: {near}.")),
    "document_kind.unknown": (N_("This is not a kind of document."), N_("Perhaps: {near}.")),
    "step.to_come": (
        N_("A step is recorded once it was taken, and {day} is yet to come."),
        N_("Check the date, or record the step when it is behind."),
    ),
    "step.absent": (
        N_("{code} has no such step on {day}."),
        N_("“reinsert beneficiary steps {code}” shows what is recorded."),
    ),
    "requirement.nothing_said": (
        N_("Nothing was said to be asked for."),
        N_("Give --step, --document, or --none to ask for nothing any more."),
    ),
    "requirement.none_and_some": (N_("--none goes with no other option."), N_("Leave out --none, or the others.")),
    "batch.steps_lacking": (
        N_("People of batch {batch} who lack a step that programme {programme} asks for: {count}."),
        N_("Record the steps with “reinsert beneficiary step”, or lock with --override --reason TEXT."),
    ),
    "correction.steps_lacking": (
        N_("The people of this line ({code}) lack steps that programme {programme} asks for: {steps}."),
        N_("Record the steps with “reinsert beneficiary step”, or correct with --override."),
    ),
    "batch.steps_waived": (
        N_("Steps that the programme asks for and that batch {batch} was locked without: {count}."),
        N_("“reinsert batch show {batch}” lists them; “reinsert check” keeps reminding of them."),
    ),
}
