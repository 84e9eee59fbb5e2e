"""Folding, by examples."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reinsert_cli.domain.text import HIDDEN, fold, fold_letters, shown, western_digits


@pytest.mark.parametrize(
    ("printed", "folded"),
    [
        ("L’Oriental", "l oriental"),
        ("  Laâyoune -\u00a0Sakia\u202fEl Hamra ", "laayoune sakia el hamra"),
        ("أحمد إدريس آيت ٱلله", "احمد ادريس ايت الله"),
        ("فاطمة الزهراءُ", "فاطمه الزهراء"),
        ("مصطفى", "مصطفي"),
        ("مـــحمّد", "محمد"),
        ("أݣادير", "اكادير"),
        ("\u200fرقم ٤٢\u200e", "رقم 42"),
        ("Cœur n° 5", "coeur n 5"),
        ("STRASSE", "strasse"),
        ("", ""),
    ],
)
def test_spellings_of_one_word_fold_alike(printed: str, folded: str) -> None:
    """«مـــحمّد» and «محمد» are one word."""
    assert fold(printed) == folded


@given(st.text())
def test_folding_twice_is_folding_once(text: str) -> None:
    """What is stored folded can be folded again."""
    assert fold(fold(text)) == fold(text)
    assert fold_letters(fold_letters(text)) == fold_letters(text)


@given(st.text(alphabet=st.characters(max_codepoint=127)))
def test_the_ascii_shortcut_folds_like_the_long_way(text: str) -> None:
    """A cell gains nothing from an accent elsewhere in it: ``é`` only adds its ``e``."""
    assert f"{fold(text)} e".strip() == fold(f"{text} é")


def test_punctuation_may_be_left_standing() -> None:
    """Amounts and dates need their marks."""
    assert fold_letters("7 Déc. 2024 ،٥") == "7 dec. 2024 ،5"


def test_western_digits_touch_nothing_else() -> None:
    """«٦ دجنبر ۲۰۲۴» keeps its letters."""
    assert western_digits("٦ دجنبرٌ ۲۰۲۴") == "6 دجنبرٌ 2024"


@pytest.mark.parametrize(
    ("printed", "repeated"),
    [
        ("12 DH", "12 DH"),
        ("Untel Unetelle 12", f"{HIDDEN} 12"),
        ("AB123456", HIDDEN),
        ("06 12 34 56 78", HIDDEN),
        ("+212612345678 DH", f"{HIDDEN} DH"),
        ("1" * 90, "1" * 60 + HIDDEN),
    ],
)
def test_messages_repeat_no_word_that_may_be_a_name(printed: str, repeated: str) -> None:
    """A name, a card number or a telephone in the amount column is not repeated in the message."""
    assert shown(printed, {"dh"}.__contains__) == repeated
