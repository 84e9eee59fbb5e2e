"""Questions put to one ledger by several connections at once: with two processors, what takes long takes half the time.

All see the same: nobody can write to a file while somebody reads it. Where the others cannot have their look at once
(somebody waits to write), or on a server, the first asks everything by itself.
"""

from __future__ import annotations

import os
from collections import deque
from collections.abc import Callable, Mapping
from contextlib import suppress
from threading import Thread
from typing import Generic, TypeVar

from reinsert_cli.domain.faults import Refusal
from reinsert_cli.domain.progress import Step, silent
from reinsert_cli.store import opening
from reinsert_cli.store.reading import Reader

Answer = TypeVar("Answer")
Question = Callable[[Reader], Answer]

FEWEST, MOST = 2, 4
"""Connections: as many as there are processors between these, for each keeps pages of its own."""


class Asked(Generic[Answer]):
    """Questions by name, in the order in which they are put, and their answers as they come."""

    def __init__(self, questions: Mapping[str, Question[Answer]], step: Step) -> None:
        self._questions = questions
        self._step = step
        self._left = deque(questions)
        self._answers: dict[str, Answer] = {}
        self._errors: dict[str, Exception] = {}

    def ask(self, reader: Reader) -> None:
        """Ask what nobody asks yet, one question after the other."""
        with suppress(IndexError):  # none is left
            while True:
                self._ask(self._left.popleft(), reader)

    def _ask(self, name: str, reader: Reader) -> None:
        try:
            self._answers[name] = self._questions[name](reader)
        except Exception as error:  # noqa: BLE001  (raised by whoever wants the answer)
            self._errors[name] = error
        self._step("proving", len(self._questions) - len(self._left), len(self._questions))

    def drop(self) -> None:
        """Ask nothing more."""
        self._left.clear()

    def answer(self, name: str) -> Answer:
        """Give the answer to a question, or raise what was raised instead."""
        if name in self._errors:
            raise self._errors[name]
        return self._answers[name]


def asked(reader: Reader, questions: Mapping[str, Question[Answer]], step: Step = silent) -> Asked[Answer]:
    """Put questions to a ledger, those that take longest first; each is asked by whichever connection is free."""
    asked = Asked(questions, step)
    step("proving", 0, len(questions))
    wanted = min(max(FEWEST, os.cpu_count() or FEWEST), MOST)
    helpers = [Thread(target=_help, args=(asked, reader), daemon=True) for _other in range(1, wanted)]
    for helper in helpers:  # who breaks off does not wait for them
        helper.start()
    try:
        asked.ask(reader)
    except BaseException:
        asked.drop()
        raise
    for helper in helpers:
        helper.join()
    return asked


def _help(asked: Asked[Answer], reader: Reader) -> None:
    with suppress(Refusal, OSError, *opening.errors()), reader.beside() as other:
        if other:
            asked.ask(other)
