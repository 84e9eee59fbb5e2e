"""Shows how far a long command is, to a person at a terminal only, and only when it takes more than a moment."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager

Step = Callable[[int, int], None]
"""Told how many rows of how many are done."""


@contextmanager
def watch(label: str, is_interactive: bool) -> Iterator[Step]:
    """Give a step to call as work goes on; a bar on standard error follows it when someone watches."""
    if not is_interactive:
        yield lambda _done, _total: None
        return
    from rich.console import Console  # noqa: PLC0415  (only a watcher needs Rich)
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn  # noqa: PLC0415

    columns = (TextColumn("{task.description}", markup=False), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as progress:
        task = progress.add_task(label, total=None)
        yield lambda done, total: progress.update(task, completed=done, total=total)
