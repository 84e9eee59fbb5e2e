"""Names, card numbers and the codes that stand for people."""

from __future__ import annotations

import random
from itertools import islice

import pytest

from reinsert_cli.domain.faults import Fault
from reinsert_cli.domain.people import name_key, read_cin, read_sex
from reinsert_cli.domain.pseudonyms import ALPHABET, check_character, fresh


@pytest.mark.parametrize("printed", ["ZZ100001", "zz 100-001", "ZZ.100.001", "zz١٠٠٠٠١"])
def test_card_numbers(printed: str) -> None:
    assert read_cin(printed) == "ZZ100001"


@pytest.mark.parametrize("printed", ["", "100001", "ZZZ1", "ZZ12345678", "Benfictif"])
def test_what_is_no_card_number_is_not_repeated(printed: str) -> None:
    assert read_cin(printed) == Fault("cin.unreadable")


@pytest.mark.parametrize(
    ("printed", "sex"), [("F", "F"), ("Femme", "F"), ("أنثى", "F"), ("H", "M"), ("Masculin", "M"), ("ذكر", "M")]
)
def test_sex_in_three_languages(printed: str, sex: str) -> None:
    assert read_sex(printed) == sex


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("EL EXEMPLE Amina", "Amina El-Exemple"),
        ("Spécimeni  Héla", "HELA SPECIMENI"),
        ("سارة النموذجي", "النموذجى ساره"),
    ],
)
def test_names_that_are_the_same(one: str, other: str) -> None:
    assert name_key(one) == name_key(other)


def test_codes_are_new_and_tell_nothing() -> None:
    """Never one that is taken, never twice, all closed by their check character."""
    codes = list(islice(fresh("B", {"B-TAKEN"}), 2000))
    assert len(set(codes)) == 2000
    assert all(code[2:-1] and check_character(code[2:-1]) == code[-1] for code in codes)


def test_the_check_character_catches_slips() -> None:
    """One wrong character is always noticed unless the alphabet folds it, and so are nearly all swaps."""
    chance = random.Random(1)
    missed = 0
    for body in (code[2:-1] for code in islice(fresh("B", ()), 300)):
        place = chance.randrange(len(body))
        wrong = body[:place] + chance.choice(ALPHABET.replace(body[place], "")) + body[place + 1 :]
        missed += check_character(wrong) == check_character(body)
    assert missed <= 6
