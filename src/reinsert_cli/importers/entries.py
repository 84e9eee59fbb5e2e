"""What each column of a form takes: the words to choose from, the check, the note; told by how its cells are read.

Whatever a form offers, the reader of the column understands: a test goes through all of it, in three languages.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from reinsert_cli.domain import catalogue, language, territories
from reinsert_cli.domain.language import N_, _
from reinsert_cli.domain.table import Check, Entry
from reinsert_cli.domain.text import fold
from reinsert_cli.domain.visit_words import VISIT, labels, task_label
from reinsert_cli.domain.vocabulary import (
    CLOSINGS,
    MEASURES,
    MILESTONES,
    OUTCOMES,
    PROJECT_KINDS,
    STEPS,
    VISIT_STATES,
    label,
)
from reinsert_cli.importers import cells, visit_cells
from reinsert_cli.importers.fields import Field, Read
from reinsert_cli.importers.step_cells import a_step

KINDS_OF_SUPPORT: Final = ("equipment", "cash", "working_capital")


@dataclass(frozen=True, slots=True)
class Taking:
    """What a reader takes: the check, the note (a message id), and how to find the words in the language in use."""

    check: Check
    note: str
    choices: Callable[[], tuple[str, ...]] = tuple


def entry(field: Field) -> Entry:
    """Give what a field takes, in the language in use."""
    taking = BY_READER.get(field.read, ANYTHING)
    note = field.note or NOTES.get(field.key, taking.note)
    return Entry(taking.check, _(note) if note else "", taking.choices(), field.required)


def name_of(place: catalogue.Centre | catalogue.Sector) -> str:
    """Give the name of a centre or a sector as forms write it, the French one in English."""
    return place.name_ar if language.current() == "ar" else place.name_fr


def _provinces() -> tuple[str, ...]:
    return tuple(sorted((one.name for one in territories.provinces()), key=fold))


def _regions() -> tuple[str, ...]:
    return tuple(one.name for one in territories.regions())


def _centres() -> tuple[str, ...]:
    return tuple(sorted(map(name_of, catalogue.centres()), key=fold))


def _sectors() -> tuple[str, ...]:
    return tuple(map(name_of, catalogue.sectors()))


def _sexes() -> tuple[str, ...]:
    return _("woman"), _("man")


def _yes_no() -> tuple[str, ...]:
    return label("yes"), label("no")


def _kinds() -> tuple[str, ...]:
    return tuple(map(label, KINDS_OF_SUPPORT))


def _project_kinds() -> tuple[str, ...]:
    return tuple(label(f"project.{kind}") for kind in PROJECT_KINDS)


def _measures() -> tuple[str, ...]:
    return tuple(map(label, MEASURES))


def _tasks() -> tuple[str, ...]:
    return tuple(task_label(f"{VISIT}.{months}") for months in MILESTONES) + labels(STEPS, "step")


def _results() -> tuple[str, ...]:
    return labels(VISIT_STATES, "project") + labels(OUTCOMES, "outcome")


def _closings() -> tuple[str, ...]:
    return labels(CLOSINGS, "closing")


_CHOOSE: Final = N_("Choose from the list; leave it empty if it is not known.")
_DATE: Final = N_("Day first, for example 28/09/2017; a month or a year alone is accepted.")
_AMOUNT: Final = N_("In dirhams, for example 12500,00; a printed form is accepted too.")

ANYTHING: Final = Taking("text", "")
BY_READER: Final[dict[Read, Taking]] = {
    cells.sex: Taking("text", _CHOOSE, _sexes),
    cells.yes_no: Taking("text", _CHOOSE, _yes_no),
    cells.province: Taking("text", _CHOOSE, _provinces),
    cells.centre: Taking("text", _CHOOSE, _centres),
    cells.sector: Taking("text", _CHOOSE, _sectors),
    cells.line_kind: Taking("text", _CHOOSE, _kinds),
    cells.project_kind: Taking("text", _CHOOSE, _project_kinds),
    cells.measure: Taking("text", _CHOOSE, _measures),
    cells.regions: Taking("text", N_("Choose from the list; write several with semicolons between them."), _regions),
    cells.a_date: Taking("date", _DATE),
    cells.birth_date: Taking("date", N_("Day first, for example 12/03/1985; a year alone is accepted.")),
    cells.amount: Taking("amount", _AMOUNT),
    cells.exact_amount: Taking("amount", N_("In dirhams to the centime, for example 12500,00; more than zero.")),
    cells.contribution: Taking("amount", N_("In dirhams to the centime; 0 where there is none.")),
    cells.year: Taking("year", N_("Four digits, for example 2024.")),
    cells.whole: Taking("count", N_("A whole number, in digits.")),
    cells.cin: Taking("text", N_("One or two letters, then digits, as on the card.")),
    visit_cells.task: Taking("text", N_("A visit, at how many months, or a step of the pathway."), _tasks),
    visit_cells.result: Taking(
        "text", N_("What the visit found: in activity, in difficulty or closed; or how the step ended."), _results
    ),
    visit_cells.closing: Taking("text", N_("Only where the project is closed: why."), _closings),
    a_step: Taking("text", N_("The day it was done, or how it ended and the day: favourable 12/05/2024.")),
    cells.texts: Taking("text", N_("Several are written with semicolons between them.")),
}

_CODE: Final = N_("The code agreed with the foundation; leave it empty if you have none.")
NOTES: Final = {
    "beneficiary": N_("The code (B-…) that the foundation knows the person by; leave it empty for somebody new."),
    "family_name": N_("As on the card. Each row needs a name, a card number or a file number."),
    "file_number": N_("The number of the person’s file at the centre."),
    "envelope": _CODE,
    "batch": _CODE,
    "convention": _CODE,
    "programme": N_("The code agreed with the foundation."),
    "funder": N_("The code of the partner who pays."),
    "project": N_("The code (P-…) of a project that the foundation knows; leave it empty for a new one."),
    "name": N_("What a cooperative or a shop is called; the members of a cooperative write the same name."),
    "quantity": N_("How many; one if it is left empty."),
    "activity": N_("What the person will do, for example sewing."),
    "label": N_("What is handed over, for example a sewing machine."),
    "done_on": N_("The day it was done, for example 28/09/2024. Leave it empty until then: the row waits."),
    "closed_on": N_("Only where the project is closed: since when; a month or a year alone is accepted."),
    "income": N_("What the project leaves its people in a month, in dirhams."),
    "jobs": N_("How many people work in the project, the person included."),
    "value": N_("The figure as the source prints it, its qualifier included."),
    "source": N_("Who says it, and where: newspaper, minutes, convention."),
    "chosen": N_("Yes where this figure is the one to count."),
    "reason": N_("Why this figure was chosen, where one was."),
}
"""What is said of a column for itself, where its reader does not say enough."""
