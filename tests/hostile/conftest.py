"""How long to look: a part of everything in ``make test``, all of everything in ``make faults``."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from tests.hostile.planting import plant
from tests.support import Begun, Run

IS_LONG = os.environ.get("REINSERT_FAULTS") == "all"


@pytest.fixture
def sown(ledger: Path, run: Run, tmp_path: Path, begun: Begun) -> Path:
    """A ledger in which every text that somebody can fill holds a mark."""
    return begun("sown", lambda: plant(run, tmp_path))
