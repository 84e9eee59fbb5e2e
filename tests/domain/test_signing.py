"""Marks of a filled sign-off sheet, as people write them."""

from __future__ import annotations

import pytest

from reinsert_cli.domain.signing import CHOICES, HEADINGS, column_of, heading, key, presence_of


@pytest.mark.parametrize(
    ("mark", "written"),
    [
        (
            "present",
            ["présent · حاضر", "PRÉSENTE", "Présent(e)", "p", "x", "X", "✓", "✔️", "oui", "1", "حاضر", "حاضرة", "ح"],
        ),
        ("absent", ["absent · غائب", "Absente", "abs.", "A", "non", "0", "✗", "غائب", "غائبة", "غائب(ة)", "غ"]),
        ("proxy", ["mandataire · وكيل", "par procuration", "Mandataire", "وكيل", "بالوكالة", "نيابة عن"]),
        (None, ["", "?", "présent ou absent", "حاضر / غائب", "peut-être", "×", "Benfictif", "12"]),
    ],
)
def test_marks(mark: str | None, written: list[str]) -> None:
    assert {text: presence_of(text) for text in written} == dict.fromkeys(written, mark)


def test_the_words_offered_are_understood() -> None:
    assert {mark: presence_of(words) for mark, words in CHOICES.items()} == {mark: mark for mark in CHOICES}


@pytest.mark.parametrize("column", HEADINGS)
def test_headings_in_either_language(column: str) -> None:
    french, arabic = HEADINGS[column]
    assert {column_of(said) for said in (french.upper(), arabic, heading(column), f"{french} / {arabic}")} == {column}


def test_the_key_ties_a_row_to_what_it_says() -> None:
    """Another batch, person, line or amount is another key; the order of the lines is not."""
    one = key("b1", "B-1", [(1, 100), (2, 200)])
    assert one == key("b1", "B-1", [(2, 200), (1, 100)])
    others = [key("b2", "B-1", [(1, 100), (2, 200)]), key("b1", "B-2", [(1, 100), (2, 200)]),
              key("b1", "B-1", [(1, 100)]), key("b1", "B-1", [(1, 100), (2, 201)])]  # fmt: skip
    assert len({one, *others}) == 5
