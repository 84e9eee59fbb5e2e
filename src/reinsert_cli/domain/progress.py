"""How far a long piece of work is, told to whoever watches."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import Final, Literal, TypeVar

Phase = Literal["reading", "matching", "writing"]
Step = Callable[[Phase, int, int], None]
"""Told the phase, and how many of how many are done; of none where nobody can say."""

EVERY: Final = 500

Item = TypeVar("Item")


def silent(_phase: Phase, _done: int, _of: int) -> None:
    """Tell nobody."""


def counted(items: Sequence[Item], phase: Phase, step: Step) -> Iterator[Item]:
    """Give the items, telling ``step`` of every few hundred."""
    for number, item in enumerate(items):
        if number % EVERY == 0:
            step(phase, number, len(items))
        yield item
