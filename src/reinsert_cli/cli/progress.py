"""Shows how far a long command is, to a person at a terminal only, and takes it away at the end."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from reinsert_cli.domain.language import N_, _
from reinsert_cli.domain.progress import Phase, Step
from reinsert_cli.domain.text import clean

LABELS = {
    "reading": N_("reading"),
    "matching": N_("matching"),
    "writing": N_("writing"),
    "proving": N_("proving"),
}


@contextmanager
def watch(title: str, is_interactive: bool) -> Iterator[Step]:
    """Give a step to call as work goes on; a bar on standard error follows it when someone watches."""
    if not is_interactive:
        yield lambda _phase, _done, _total: None
        return
    from rich.console import Console  # noqa: PLC0415  (only a watcher needs Rich)
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn  # noqa: PLC0415

    columns = (TextColumn("{task.description}", markup=False), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
    title = clean(title)
    with Progress(*columns, console=Console(stderr=True), transient=True) as progress:
        task = progress.add_task(title, total=None)

        def step(phase: Phase, done: int, total: int) -> None:
            told = _("{label}: {value}").format(label=title, value=_(LABELS[phase]))
            if total:
                progress.update(task, description=told, completed=done, total=total)
            else:
                progress.update(task, description=told)

        yield step
