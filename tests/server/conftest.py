"""A private server for the tests of this folder, where PostgreSQL is installed."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from tests import databases
from tests.server.roled import Shared
from tools import postgres

from reinsert_cli.store.server import Server


@pytest.fixture(scope="session")
def server() -> Iterator[None]:
    """A server that is thrown away at the end."""
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


@pytest.fixture
def shared(made: Shared) -> Shared:
    """The ledger that the module makes for all of its tests, as it was made, whatever another of them wrote."""
    made.put_back()
    return made
