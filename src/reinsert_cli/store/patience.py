"""Waiting for whoever holds the ledger: told once it takes long; SQLite itself bounds it (``place.BUSY_SECONDS``)."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from threading import Timer
from typing import Final

LONG: Final = 1.0
"""Seconds after which whoever waits is told so."""


@contextmanager
def told(tell: Callable[[], None] | None) -> Iterator[None]:
    """Call ``tell`` where what is done meanwhile takes long."""
    timer = Timer(LONG, tell or _nobody)
    timer.daemon = True
    timer.start()
    try:
        yield
    finally:
        timer.cancel()


def _nobody() -> None:
    """Tell nobody."""
