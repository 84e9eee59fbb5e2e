"""How centres write that a step was taken."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reinsert_cli.domain.dates import PartialDate
from reinsert_cli.domain.faults import Fault
from reinsert_cli.domain.pathways import OUTCOME_WORDS
from reinsert_cli.importers.said import Said
from reinsert_cli.importers.step_cells import ENDED, StepSaid, a_step


def said(cell: Any) -> str:
    read = a_step(cell)
    return read.code if isinstance(read, Fault) else str(read)


@pytest.mark.parametrize(
    ("cell", "meaning"),
    [
        (date(2024, 5, 12), "done 2024-05-12"), ("12/05/2024", "done 2024-05-12"), ("12/05/24", "done 2024-05-12"),
        ("mai 2024", "done 2024-05"), ("2024", "done 2024"), ("le 12 ماي 2024", "done 2024-05-12"),
        ("oui", "done"), ("Fait", "done"), ("✓", "done"), (True, "done"), (1, "done"), ("نعم", "done"), ("تم", "done"),
        ("Oui, le 12/05/2024", "done 2024-05-12"), ("réalisée en mai 2024", "done 2024-05"),
        ("favorable le 12/05/2024", "favourable 2024-05-12"), ("12/05/2024 : favorable", "favourable 2024-05-12"),
        ("Avis favorable (12/05/2024)", "favourable 2024-05-12"), ("12-05-2024 - Accepté", "favourable 2024-05-12"),
        ("موافق بتاريخ 12/05/2024", "favourable 2024-05-12"), ("رفض يوم 12 ماي 2024", "unfavourable 2024-05-12"),
        ("Refusé le 2 mars 2024", "unfavourable 2024-03-02"), ("ajourné", "postponed"),
        ("abandon en avril 2024", "abandoned 2024-04"), ("غير موافق", "unfavourable"),
        ("en cours", "open"), ("prévu le 12/05/2031", "open 2031-05-12"), ("في طور الإنجاز", "open"),
        ("non", "no"), ("pas encore", "no"), (False, "no"), ("لا", "no"), ("✗", "no"),
        ("-", "None"), ("néant", "None"),
        ("Couture", "pathway.unreadable"), ("31/02/2024", "pathway.unreadable"),
        ("Amina le 12/05/2024", "pathway.unreadable"),
    ],
)  # fmt: skip
def test_what_cells_say(cell: Any, meaning: str) -> None:
    """A day alone says done; an outcome may stand before or after it, in three languages."""
    assert said(cell) == meaning


def test_a_cell_reads_every_word_of_an_outcome() -> None:
    """As elsewhere; but « fait » says no more than that it was done, « en attente » that it is open."""
    for outcome, words in OUTCOME_WORDS.items():
        less = {"favourable": "done", "postponed": "open"}.get(outcome, outcome)
        assert {said(word) for word in words.split(" · ")} == {outcome, less}


@given(st.sampled_from(sorted(ENDED)), st.none() | st.dates(date(1950, 1, 1), date(2099, 12, 31)))
def test_what_was_said_is_kept_as_it_was(state: Any, day: date | None) -> None:
    """Through the text that a waiting row is kept as."""
    step = StepSaid(state, PartialDate(day.year, day.month, day.day) if day else None)
    assert Said.read(Said({"training": step}).text()).values == {"training": step}
    assert StepSaid.read(str(step)) == step
