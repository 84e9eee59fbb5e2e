from __future__ import annotations

from collections.abc import Iterator
from itertools import repeat

from reinsert_cli.domain.table import Column, Row, Streamed


def test_streamed_rows_are_read_anew_each_time() -> None:
    begun: list[int] = []

    def read() -> Iterator[Row]:
        begun.append(1)
        return iter([{"a": 1}, {"a": 2}])

    rows = Streamed(read)
    assert [row["a"] for row in rows] == [row["a"] for row in rows] == [1, 2]
    assert begun == [1, 1]
    assert len(rows) == 2
    assert {"a": 2} in rows
    assert {"a": 3} not in rows


def test_streamed_rows_are_asked_for_no_more_than_one_to_know_whether_there_are_any() -> None:
    assert Streamed(lambda: repeat({}))
    assert not Streamed(lambda: iter(()))


def test_amounts_add_up_and_people_do_not() -> None:
    assert Column("delivered", "Delivered", "money").adds_up
    assert not Column("mean_support", "Mean support", "money", is_mean=True).adds_up
    assert not Column("women", "Women", "count").adds_up
