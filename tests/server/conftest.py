"""A private server for the tests of this folder, where PostgreSQL is installed."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from tests import databases
from tools import postgres

from reinsert_cli.store.server import Server


@pytest.fixture(scope="session")
def server() -> Iterator[None]:
    """A server that is thrown away at the end: that of the whole run where it has one."""
    if databases.PLACE:
        yield
        return
    if postgres.programs() is None:
        pytest.skip("needs postgresql")
    with (
        tempfile.TemporaryDirectory(prefix="reinsert-pg-") as folder,
        postgres.server(Path(folder)) as address,
        pytest.MonkeyPatch.context() as patch,
    ):
        patch.setattr(databases, "PRIVATE", address)
        yield


@pytest.fixture
def database(server: None) -> Iterator[Server]:
    """An empty database of the test's own."""
    with databases.made("template0") as made:
        yield made
