"""Many rows at once: which indexes are put off, and that they are there again."""

from __future__ import annotations

from pathlib import Path

import pytest

from reinsert_cli.store import bulk
from reinsert_cli.store.tables import ProjectMember
from reinsert_cli.store.work import Work, writing


def indexes(work: Work) -> list[str]:
    reader = work.reader()
    return [name for name, _sql in reader.dialect.indexes(reader, "project_member")]


@pytest.mark.file_only
@pytest.mark.parametrize(("count", "are_put_off"), [(0, False), (1, False), (3, False), (4, True)])
def test_indexes_are_put_off_where_more_comes_in_than_is_there(filled: Path, count: int, are_put_off: bool) -> None:
    """Three people of three projects are there; the table is looked at, not counted."""
    asked: list[str] = []
    with writing(filled, "test", rehearse=True) as work:
        before = indexes(work)
        work.session.connection().connection.driver_connection.set_trace_callback(asked.append)  # type: ignore[union-attr]
        with bulk.indexed_after(work, [ProjectMember], count):
            assert bool(indexes(work)) is not are_put_off
        assert indexes(work) == before
    assert before
    assert not [statement for statement in asked if "COUNT" in statement.upper()]


def test_nothing_comes_into_an_empty_table(planned: Path) -> None:
    with writing(planned, "test", rehearse=True) as work, bulk.indexed_after(work, [ProjectMember], 0):
        assert indexes(work)
