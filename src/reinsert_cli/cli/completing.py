"""What a shell completes: the codes that the ledger knows, where a command takes one.

Quick, for somebody is typing, and silent: where there is no ledger to read, there is nothing to complete. People are
completed by their codes only.
"""

from __future__ import annotations

import os
from functools import partial
from typing import Any, Final

import typer

from reinsert_cli.domain.faults import Refusal
from reinsert_cli.domain.language import _
from reinsert_cli.reports import REPORTS

INSTRUCTION: Final = "_REINSERT_COMPLETE"
"""The environment variable by which the script that a shell keeps asks for completions."""

WAIT: Final = 0.3
"""Seconds for which a ledger that is being written is waited for."""

BY_VALUE: Final = {
    "B-…": ("beneficiary",),
    "P-…": ("project",),
    "P-…|B-…": ("project", "beneficiary"),
    "I-…": ("import",),
    "MA-09": ("region",),
    "MA-FES": ("province",),
}
"""The kinds of code that are completed, by what stands for the value in the help of every language."""

BY_NAME: Final = {
    "programme": ("programme",),
    "convention": ("convention",),
    "centre": ("centre",),
    "partner": ("partner",),
    "funder": ("partner",),
    "envelope": ("envelope",),
    "batch": ("batch",),
    "roll_to": ("batch",),
    "to": ("batch",),
    "profile": ("profile",),
    "about": ("batch", "envelope", "convention", "programme", "partner", "centre"),
}
"""The kinds of code that are completed where the value is any CODE, by the parameter's name."""

BY_NOUN: Final = {
    "batch": ("batch",),
    "budget": ("envelope",),
    "convention": ("convention",),
    "programme": ("programme",),
    "partner": ("partner",),
    "centre": ("centre",),
    "profile": ("profile",),
}
"""The kind of code that a verb's own CODE is, by its noun."""

BY_PLACE: Final = {
    "report name": ("report",),
    "batch hold --absent": ("member",),
    "batch hold --proxy": ("member",),
    "batch receipts --present": ("member",),
    "batch receipts --missing": ("member",),
    "batch receipts --refused": ("member",),
    "batch share --for": ("member",),
    "batch roll --for": ("member",),
    "batch remove line": ("member",),
    "batch correct line": ("member",),
    "batch return line": ("member",),
    "batch replace line": ("member",),
    "batch share parts": ("envelope",),
    "budget transfer source": ("envelope",),
    "budget transfer target": ("envelope",),
    "beneficiary show who": ("beneficiary",),
    **dict.fromkeys(
        ("batch plan code", "budget add code", "convention add code", "programme add code", "partner add code"), ()
    ),
}
"""What is completed at one place only; a code that is still to be made is not."""


def is_asked() -> bool:
    """Tell whether a shell asks for completions, rather than somebody for a command."""
    return INSTRUCTION in os.environ


def complete_codes(command: Any, path: str) -> None:
    """Let every parameter of ``command``, and of the commands in it, that takes a code complete it."""
    for parameter in command.params:
        kinds = kinds_of(parameter, path)
        if kinds:
            parameter.shell_complete = partial(_completions, kinds)
    for verb, inner in getattr(command, "commands", {}).items():
        complete_codes(inner, f"{path} {verb}")


def kinds_of(parameter: Any, path: str) -> tuple[str, ...]:
    """Give the kinds of code that a parameter of the command ``path`` takes."""
    place = f"{path} {parameter.opts[0]}"
    if place in BY_PLACE:
        return BY_PLACE[place]
    if parameter.metavar != "CODE":
        return BY_VALUE.get(parameter.metavar, ())
    own = BY_NOUN.get(path.partition(" ")[0], ()) if parameter.name == "code" else ()
    return BY_NAME.get(parameter.name, own)


def install(ctx: typer.Context, _parameter: Any, asked: object) -> None:
    """Let the shell in use complete from now on, and say where that is kept."""
    if not asked or ctx.resilient_parsing:
        return
    from typer._completion_shared import install as write_script  # noqa: PLC0415

    from reinsert_cli.cli.show import say  # noqa: PLC0415

    shell, path = write_script()
    say(
        _("Commands and codes are completed in every {shell} opened from now on: {path}").format(shell=shell, path=path)
    )
    raise typer.Exit


def _completions(kinds: tuple[str, ...], ctx: Any, begun: str) -> list[Any]:
    from typer._click.shell_completion import CompletionItem  # noqa: PLC0415

    return [CompletionItem(code, help=told) for code, told in _found(kinds, ctx, begun)]


def _found(kinds: tuple[str, ...], ctx: Any, begun: str) -> list[tuple[str, str | None]]:
    """Give the codes that begin as typed; a territory's with its name, for nobody knows those by heart."""
    if kinds == ("report",):
        return [(name, None) for name in REPORTS if name.startswith(begun)]
    if kinds in {("region",), ("province",)}:
        from reinsert_cli.domain.territories import provinces, regions  # noqa: PLC0415

        known = regions() if kinds == ("region",) else provinces()
        return [(one.code, one.name) for one in known if one.code.startswith(begun.upper())]
    try:
        return [(code, None) for code in _in_ledger(kinds, ctx, begun)]
    except (Refusal, OSError):
        return []


def _in_ledger(kinds: tuple[str, ...], ctx: Any, begun: str) -> list[str]:
    from reinsert_cli.cli.context import Settings  # noqa: PLC0415
    from reinsert_cli.reports.codes import beginning  # noqa: PLC0415
    from reinsert_cli.store.reading import reading  # noqa: PLC0415

    ledger = Settings.of(ctx.find_root().params.get("ledger")).ledger
    own = ctx.params.get("code") or next(iter(ctx.args), None)  # left over where the option typed lacks its value
    with reading(ledger, wait=WAIT) as reader:
        return [code for kind in kinds for code in beginning(reader, kind, begun, own)]
