"""Amounts, by the forms in which people print them (``tests/vectors.toml``)."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reinsert_cli.domain import language
from reinsert_cli.domain.faults import Fault
from reinsert_cli.domain.money import (
    LARGEST,
    Amount,
    Count,
    centimes_of_number,
    convention_of,
    plain,
    read_amount,
    read_count,
    split,
)

VECTORS = tomllib.loads((Path(__file__).parents[1] / "vectors.toml").read_text(encoding="utf-8"))
AMOUNTS = VECTORS["amounts"]
COUNTS = VECTORS["counts"]
SUFFIXES = {"fr": (" DH", " dirhams", ""), "ar": (" درهم", " درهما", ""), "en": (" MAD", " dirhams", "")}


@pytest.fixture(autouse=True)
def _in_french() -> None:
    language.use("fr")


@pytest.mark.parametrize(("printed", "centimes"), AMOUNTS["read"].items())
def test_printed_amounts(printed: str, centimes: int) -> None:
    """``13,5 millions de DH`` is 1350000000 centimes."""
    assert read_amount(printed) == Amount(centimes, "exact", printed.strip())


@pytest.mark.parametrize(("printed", "expected"), AMOUNTS["qualified"].items())
def test_qualified_amounts(printed: str, expected: list[str | int]) -> None:
    """``plus de 500.000 DH`` is over, «لا يتجاوز» is under though it holds «يتجاوز»."""
    amount = read_amount(printed)
    assert isinstance(amount, Amount)
    assert [amount.qualifier, amount.centimes] == expected


@pytest.mark.parametrize("printed", AMOUNTS["refuse"]["printed"])
def test_refused_amounts(printed: str) -> None:
    """Two readings or none: never guessed."""
    assert isinstance(read_amount(printed), Fault)


@pytest.mark.parametrize(("printed", "code"), AMOUNTS["faults"].items())
def test_the_fault_of_each_refused_amount(printed: str, code: str) -> None:
    """``100 €`` is refused for its currency, ``(500,00)`` for its sign."""
    fault = read_amount(printed)
    assert isinstance(fault, Fault)
    assert fault.code == f"amount.{code}"


@pytest.mark.parametrize(
    ("printed", "first", "second"),
    [
        ("1.234", "1 234,00", "1,234"),
        ("12,500", "12 500,00", "12,50"),
        ("1.234 millions", "1 234 000 000,00", "1 234 000,00"),
    ],
)
def test_an_ambiguous_amount_names_both_readings(printed: str, first: str, second: str) -> None:
    """``1.234`` alone is 1 234 dirhams or 1 dirham 234 thousandths."""
    fault = read_amount(printed)
    assert isinstance(fault, Fault)
    said = {key: value.replace(language.NBSP, " ") for key, value in fault.params.items()}
    assert said == {"printed": printed, "first": first, "second": second, "example": first}


def test_the_column_settles_what_a_cell_cannot() -> None:
    """Beside ``12,50``, ``1.234`` is 1 234 dirhams; ``1,234`` would have a fraction of a centime."""
    convention = convention_of(["1.234", "12,50", "néant"])
    assert convention == "comma"
    assert read_amount("1.234", convention) == Amount(123400, "exact", "1.234")
    assert read_amount("1,234", convention) == Fault("amount.precision", {"printed": "1,234"})
    assert read_amount("1,234", "point") == Amount(123400, "exact", "1,234")


@pytest.mark.parametrize(
    ("cells", "convention"),
    [
        (["1.234.567"], "comma"),
        (["1,234,567"], "point"),
        (["899.944 DH"], "comma"),
        (["267,788.01 درهم"], "point"),
        (["1.234", "1 234", "5 DH"], None),
        (["1.5", "1,5"], None),
        ([], None),
    ],
)
def test_what_a_column_proves(cells: list[str], convention: str | None) -> None:
    """Repeated marks, two marks, or decimals that are not three prove a convention; contradictions prove none."""
    assert convention_of(cells) == convention


@given(st.integers(0, LARGEST), st.sampled_from(language.LANGUAGES), st.integers(0, 2))
def test_what_is_written_is_read_back(centimes: int, tongue: str, suffix: int) -> None:
    """Every amount in every language's writing, with and without its currency."""
    language.use(tongue)
    printed = language.money(centimes) + SUFFIXES[tongue][suffix]
    assert read_amount(printed) == Amount(centimes, "exact", printed)
    assert read_amount(plain(centimes)) == Amount(centimes, "exact", plain(centimes))


@given(st.text(max_size=250), st.sampled_from([None, "comma", "point"]))
def test_no_text_breaks_the_readers(text: str, convention: None) -> None:
    """Cells hold anything."""
    assert isinstance(read_amount(text, convention), Amount | Fault)
    assert isinstance(read_count(text), Count | Fault)


@given(st.text(alphabet="0123456789 .,'٫٬،ر-()مليونألفوDHkplusde", max_size=60))
def test_no_near_amount_breaks_the_reader(text: str) -> None:
    """Nor do texts made of what amounts are made of."""
    assert isinstance(read_amount(text), Amount | Fault)
    assert isinstance(read_count(text), Count | Fault)


@pytest.mark.parametrize("printed", ["1 " * 100, "(" * 200, "1ر" * 100, "1." * 100, "plus de " * 25, "1" * 200])
def test_hostile_texts_are_bounded(printed: str) -> None:
    """Long repetitions are refused, at once."""
    assert isinstance(read_amount(printed), Fault)
    assert isinstance(read_count(printed), Fault)


@pytest.mark.parametrize(
    ("value", "centimes"),
    [(899944, 89994400), (267788.01, 26778801), (0.1 + 0.2, 30), (-0.0, 0), (99999999999.99, 9999999999999)],
)
def test_number_cells(value: float, centimes: int) -> None:
    """A spreadsheet's 267788.01 is 26778801 centimes, its binary noise rounded."""
    assert centimes_of_number(value) == centimes


@pytest.mark.parametrize(
    ("value", "code"),
    [
        (1.005, "precision"),
        (-1, "negative"),
        (-0.004, "negative"),
        (float("nan"), "unreadable"),
        (float("inf"), "unreadable"),
        (True, "unreadable"),
        (1e300, "too_large"),
        pytest.param(10**5000, "too_large", id="5001 digits"),
    ],
)
def test_refused_number_cells(value: float, code: str) -> None:
    """A fraction of a centime is no amount."""
    fault = centimes_of_number(value)
    assert isinstance(fault, Fault)
    assert fault.code == f"amount.{code}"


@given(st.integers(0, LARGEST))
def test_every_centime_survives_a_number_cell(centimes: int) -> None:
    """What a spreadsheet stores as a float comes back whole."""
    assert centimes_of_number(centimes / 100) == centimes


@given(st.integers(0, LARGEST), st.lists(st.integers(0, 10**6), min_size=1).filter(any))
def test_shares_sum_to_the_total(total: int, weights: list[int]) -> None:
    """No share is more than a centime from its exact part."""
    shares = split(total, weights)
    assert sum(shares) == total
    assert all(
        abs(share * sum(weights) - total * weight) < sum(weights) for share, weight in zip(shares, weights, strict=True)
    )


def test_the_odd_centime_goes_to_the_first_of_equals() -> None:
    """1,00 DH for three is 34, 33 and 33 centimes."""
    assert split(100, [1, 1, 1]) == [34, 33, 33]
    assert split(0, [1, 2]) == [0, 0]


@pytest.mark.parametrize("weights", [[], [0, 0], [1, -1, 2]])
def test_a_split_needs_weights(weights: list[int]) -> None:
    """Nothing can be shared among nobody."""
    with pytest.raises(ValueError, match="split"):
        split(100, weights)


def test_the_machine_form() -> None:
    """Two decimals, a point, a sign."""
    assert [plain(89994400), plain(5), plain(-50)] == ["899944.00", "0.05", "-0.50"]


@pytest.mark.parametrize(("printed", "expected"), COUNTS["read"].items())
def test_printed_headcounts(printed: str, expected: list[str | int]) -> None:
    """«خمسة وعشرون (25)» is 25 people."""
    count = read_count(printed)
    assert isinstance(count, Count)
    assert [count.qualifier, count.value] == expected


@pytest.mark.parametrize("printed", COUNTS["refuse"]["printed"])
def test_refused_headcounts(printed: str) -> None:
    """A range, a code, a percentage or an amount counts no people."""
    fault = read_count(printed)
    assert isinstance(fault, Fault)
    assert fault.code == "count.unreadable"
