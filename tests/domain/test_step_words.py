"""Words of the pathway: whatever the program shows of it in one language is read back in any other."""

from __future__ import annotations

import pytest

from reinsert_cli.domain import language
from reinsert_cli.domain.faults import Fault
from reinsert_cli.domain.pathways import (
    DOCUMENT_WORDS,
    OUTCOME_WORDS,
    STEP_WORDS,
    in_order,
    read_document,
    read_outcome,
    read_step,
)
from reinsert_cli.domain.visit_words import read_result, read_task
from reinsert_cli.domain.vocabulary import DOCUMENTS, OUTCOMES, STEPS, label

READERS = {"step": (read_step, STEPS), "outcome": (read_outcome, OUTCOMES), "document": (read_document, DOCUMENTS)}


@pytest.mark.parametrize("reader", language.LANGUAGES)
@pytest.mark.parametrize("writer", language.LANGUAGES)
@pytest.mark.parametrize("noun", READERS)
def test_every_label_is_read_in_every_language(noun: str, writer: str, reader: str) -> None:
    read, codes = READERS[noun]
    with language.speaking(writer):
        labels = {code: label(f"{noun}.{code}") for code in codes}
    with language.speaking(reader):
        assert {code: read(printed) for code, printed in labels.items()} == {code: code for code in codes}
        assert {code: read(code) for code in codes} == {code: code for code in codes}


def test_no_word_means_two_things() -> None:
    """A word of one step is none of another's, so that the order of the lists tells nothing."""
    from reinsert_cli.domain import pathways  # noqa: PLC0415

    for words in (STEP_WORDS, OUTCOME_WORDS, DOCUMENT_WORDS):
        keys = [{pathways._key(word) for word in (code, *said.split(" · "))} for code, said in words.items()]
        assert sum(map(len, keys)) == len(set().union(*keys))


def test_whoever_types_and_whoever_fills_a_sheet_use_the_same_words() -> None:
    """What ``beneficiary step`` reads, the sheet of a centre reads alike, in its task and in its result."""
    for step, words in STEP_WORDS.items():
        assert {(read_step(word), read_task(word)) for word in words.split(" · ")} == {(step, f"step.{step}")}
    for outcome, words in OUTCOME_WORDS.items():
        assert {(read_outcome(word), read_result(word)) for word in words.split(" · ")} == {(outcome, outcome)}


def test_near_words_are_suggested_and_nothing_is_guessed() -> None:
    with language.speaking("en"):
        assert read_step("formtion") == Fault("step.unknown", {"near": "training"})
        unknown = read_step("xyz")
    assert isinstance(unknown, Fault)
    assert unknown.params["near"].startswith("joint diagnosis, ")
    assert isinstance(read_step(""), Fault)


def test_steps_in_their_usual_order() -> None:
    assert in_order(["committee", "diagnosis", "committee"]) == ["diagnosis", "committee"]
