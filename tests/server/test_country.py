"""A country that writes at once, for a few seconds: one of its processes killed, then the server (tools/faults)."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from tools import postgres
from tools.faults import country


@pytest.mark.skipif(postgres.programs() is None, reason="needs postgresql")
def test_nothing_is_lost_nor_done_twice() -> None:
    with TemporaryDirectory(prefix="reinsert-pg-") as folder:
        said = country.together(Path(folder), seconds=6, regions=2, clients=2)
    assert said.endswith("nothing lost, nothing twice, check clean")
