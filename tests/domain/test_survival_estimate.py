"""Kaplan and Meier's estimate, by hand and from a published table; what is known of a project on a day."""

from __future__ import annotations

from datetime import date, timedelta
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reinsert_cli.domain.dates import PartialDate
from reinsert_cli.domain.milestones import add_months, elapsed, milestone_of
from reinsert_cli.domain.survival import Course, closing, kaplan_meier, permille
from reinsert_cli.domain.vocabulary import MILESTONES

DAYS = st.dates(date(2000, 1, 1), date(2060, 12, 31))


def test_by_hand() -> None:
    """Five projects: closed at 2, lost at 3, closed at 4, lost at 4, alive at 9.

    At 2, five are observed and one closes: 4/5. At 4, three are left (the one lost then among them) and one closes:
    4/5 x 2/3 = 8/15. Nothing closes after that; at 10 nobody is observed any more.
    """
    lives = [(2, True), (3, False), (4, True), (4, False), (9, False)]
    answers = {1: 1, 2: Fraction(4, 5), 3: Fraction(4, 5), 4: Fraction(8, 15), 9: Fraction(8, 15), 10: None}
    assert {at: kaplan_meier(lives, at) for at in answers} == answers


def test_a_published_table() -> None:
    """The remission of 21 patients on 6-MP, in weeks (Freireich et al., Blood 21, 1963; Gehan, Biometrika 52, 1965).

    Times: 6 6 6 6+ 7 9+ 10 10+ 11+ 13 16 17+ 19+ 20+ 22 23 25+ 32+ 32+ 34+ 35+, a plus being lost from sight.
    Worked by hand, week, observed, ended, share:
    6: 21, 3, 18/21 = .857 · 7: 17, 1, x 16/17 = .807 · 10: 15, 1, x 14/15 = .753 · 13: 12, 1, x 11/12 = .690 ·
    16: 11, 1, x 10/11 = .627 · 22: 7, 1, x 6/7 = .538 · 23: 6, 1, x 5/6 = .448; which is what textbooks print.
    """
    ended = [(week, True) for week in (6, 6, 6, 7, 10, 13, 16, 22, 23)]
    lost = [(week, False) for week in (6, 9, 10, 11, 17, 19, 20, 25, 32, 32, 34, 35)]
    printed = {5: 1000, 6: 857, 7: 807, 10: 753, 13: 690, 16: 627, 22: 538, 23: 448, 35: 448, 36: None}
    assert {week: permille(kaplan_meier([*ended, *lost], week)) for week in printed} == printed


def test_nobody_and_nothing_left() -> None:
    """Of no project nothing is known; where the last one observed closed, the share is nil for good."""
    assert kaplan_meier([], 3) is None
    assert kaplan_meier([(2, True)], 9) == 0


def test_months_end_where_months_end() -> None:
    assert add_months(date(2024, 8, 31), 6) == date(2025, 2, 28)
    assert add_months(date(2023, 11, 30), 3) == date(2024, 2, 29)
    assert elapsed(date(2024, 8, 31), date(2025, 2, 28)) == (6, 0)
    assert elapsed(date(2024, 8, 31), date(2025, 2, 27)) == (5, 27)


@given(DAYS, st.integers(0, 40), st.integers(0, 27))
def test_what_has_elapsed_is_what_was_added(since: date, months: int, days: int) -> None:
    """Comparing what has elapsed is comparing days."""
    day = add_months(since, months)
    assert elapsed(since, day) >= (months, 0)
    later = day + timedelta(days=days)
    assert (elapsed(since, later) > (months, 0)) == (later > day)


@pytest.mark.parametrize(
    ("visited", "milestone"),
    [
        ("2025-02-05", None), ("2025-02-06", 3), ("2025-04-20", 3), ("2025-04-25", None), ("2025-05-06", 6),
        ("2025-09-04", 6), ("2025-10-01", None), ("2025-11-06", 12), ("2026-06-05", 12), ("2026-11-06", 24),
        ("2027-06-05", 24), ("2027-06-08", None),
    ],
)  # fmt: skip
def test_which_milestone_a_visit_stands_for(visited: str, milestone: int | None) -> None:
    """From a month before its day to halfway to the next: of a handover of 2024-12-06, 6 months is 05-06 to 09-05."""
    assert milestone_of(date(2024, 12, 6), date.fromisoformat(visited)) == milestone


@given(DAYS, st.sampled_from(MILESTONES))
def test_a_visit_on_its_very_day_stands_for_it(funded: date, milestone: int) -> None:
    assert milestone_of(funded, add_months(funded, milestone)) == milestone


def test_what_is_known_on_a_day() -> None:
    """Alive until the last visit, closed from the last day that the closing can be, unknown between and after."""
    june = date(2025, 6, 1)
    assert [Course(date(2024, 12, 1), june).on(june + timedelta(days=n)) for n in (-1, 0, 1)] == [
        "alive", "alive", "unknown",
    ]  # fmt: skip
    vague = Course(date(2024, 12, 1), june, (date(2025, 8, 1), date(2025, 8, 31)))
    days = ("2025-07-31", "2025-08-01", "2025-08-30", "2025-08-31")
    assert [vague.on(date.fromisoformat(day)) for day in days] == ["alive", "unknown", "unknown", "closed"]
    assert vague.life == ((8, 30), True)
    assert Course(date(2024, 12, 1)).life == ((0, 0), False)


def test_when_it_closed() -> None:
    """Within the month or year told, between the last visit that found it alive and the one that did not."""
    alive, found = date(2025, 3, 10), PartialDate(2025, 9, 20)
    assert closing(PartialDate(2025, 8, 2), found, alive) == (date(2025, 8, 2), date(2025, 8, 2))
    assert closing(PartialDate(2025, 9), found, alive) == (date(2025, 9, 1), date(2025, 9, 20))
    assert closing(PartialDate(2025), found, alive) == (alive, date(2025, 9, 20))
    assert closing(None, found, alive) == (alive, date(2025, 9, 20))
