"""When two declared figures can both be true, and by how much they cannot."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reinsert_cli.domain.declared import Declared, gap

FIGURES = st.builds(Declared, st.integers(0, 10**13), st.sampled_from(["exact", "over", "nearly", "under"]))


@pytest.mark.parametrize(
    ("one", "other", "apart"),
    [
        (Declared(61200000), Declared(50000000, "over"), 0),
        (Declared(26778801), Declared(50000000, "over"), 23221199),
        (Declared(85000000), Declared(85000000, "nearly"), 0),
        (Declared(84000000), Declared(85000000, "nearly"), 0),
        (Declared(70000000), Declared(85000000, "nearly"), 10750000),
        (Declared(25), Declared(24), 1),
        (Declared(24), Declared(30, "under"), 0),
        (Declared(40), Declared(30, "under"), 10),
        (Declared(50, "over"), Declared(30, "under"), 20),
    ],
)
def test_gaps(one: Declared, other: Declared, apart: int) -> None:
    """``over 500 000`` agrees with 612 000 and contradicts 267 788,01 by 232 211,99 at least."""
    assert gap(one, other) == apart


@given(FIGURES, FIGURES)
def test_a_gap_is_the_same_both_ways_and_never_negative(one: Declared, other: Declared) -> None:
    assert gap(one, other) == gap(other, one) >= 0
    assert gap(one, one) == 0
