"""Questions to whoever sits at the terminal; an answer that cannot be read is told, and the question comes again."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from typing import Any

from reinsert_cli.cli.show import fitted, tell
from reinsert_cli.domain.faults import Fault
from reinsert_cli.domain.language import _
from reinsert_cli.domain.text import clean, clean_sentence, fold


def can_answer() -> bool:
    """Tell whether a person sits at the terminal: can type, and sees what is asked on standard error."""
    return sys.stdin.isatty() and os.isatty(2)


def ask(question: str, read: Callable[[str], Any]) -> Any:
    """Ask until the answer can be read; nothing typed is None. Raises KeyboardInterrupt where answers end."""
    while answer := _answer_to(_("{label}: ").format(label=question)):
        read_so = read(answer)
        if not isinstance(read_so, Fault):
            return read_so
        tell(read_so)
    return None


def explain(sentence: str) -> None:
    """Say something beside questions."""
    print(fitted(sys.stderr, sentence), file=sys.stderr)


def confirm(question: str) -> bool:
    """Ask for a yes; anything else is a no."""
    return fold(_answer_to(_("{question} [y/N] ").format(question=question))) in _yes()


def agree(question: str) -> bool:
    """Ask whether not: nothing typed is a yes, anything else than a yes is a no."""
    answer = fold(_answer_to(_("{question} [Y/n] ").format(question=question)))
    return not answer or answer in _yes()


def _yes() -> set[str]:
    return {fold(word) for word in ("y", "yes", "o", "oui", "ن", "نعم", _("yes"))}


def _answer_to(prompt: str) -> str:
    """Give one line of answer, cleaned as the question is.

    Arrow keys work where the answer is typed on the screen it is shown on.
    """
    prompt = clean_sentence(prompt)
    if os.isatty(1):
        import readline  # noqa: F401, PLC0415  (its import is what makes ``input`` edit lines)

        try:
            return clean(input(prompt)).strip()
        except EOFError as end:
            print(file=sys.stderr)
            raise KeyboardInterrupt from end
    print(prompt, end="", file=sys.stderr, flush=True)
    line = sys.stdin.readline()
    if not line:
        print(file=sys.stderr)
        raise KeyboardInterrupt
    return clean(line).strip()
