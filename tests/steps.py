"""How much SQLite's machine does for something, by its own count: the same on any computer, quick or busy."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any, Final

import pytest

from reinsert_cli.store import opening

AT_ONCE: Final = 10


@contextmanager
def counted(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[int]]:
    """Count the steps of the connections that are made meanwhile, in tens: the only element of the list."""
    steps = [0]
    connect = opening.connect

    def count() -> int:
        steps[0] += 1
        return 0

    def counting(*arguments: Any, **options: Any) -> Any:
        driver = connect(*arguments, **options)
        driver.set_progress_handler(count, AT_ONCE)
        return driver

    with monkeypatch.context() as patched:
        patched.setattr(opening, "connect", counting)
        yield steps
