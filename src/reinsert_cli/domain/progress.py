"""How far a long piece of work is, told to whoever watches."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final, Literal, TypeVar

Phase = Literal["reading", "matching", "writing", "proving"]
Step = Callable[[Phase, int, int], None]
"""Told the phase, and how many of how many are done; of none where nobody can say."""

EVERY: Final = 500

Item = TypeVar("Item")


def silent(_phase: Phase, _done: int, _of: int) -> None:
    """Tell nobody."""


@dataclass
class Course:
    """How far a phase is that goes through several things, one after the other, of which there are ``total``."""

    phase: Phase
    step: Step
    total: int
    done: int = 0

    def through(self, items: Iterable[Item]) -> Iterator[Item]:
        """Give the items, telling ``step`` of every few hundred."""
        for item in items:
            if self.done % EVERY == 0:
                self.step(self.phase, self.done, self.total)
            self.done += 1
            yield item


def counted(items: Sequence[Item], phase: Phase, step: Step) -> Iterator[Item]:
    """Give the items, telling ``step`` of every few hundred."""
    return Course(phase, step, len(items)).through(items)
