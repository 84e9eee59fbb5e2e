"""``reinsert beneficiary``."""

from __future__ import annotations

from typing import Annotated

import typer

from reinsert_cli.cli.context import writing
from reinsert_cli.cli.options import ReasonOption
from reinsert_cli.cli.show import say
from reinsert_cli.domain.language import _

app = typer.Typer(add_completion=False, no_args_is_help=True)


@app.callback(help=_("People, by their codes."))
def beneficiary() -> None:
    """Hold the verbs of beneficiaries."""


@app.command(help=_("Two codes are one person: the first stays, with the lines and projects of both."))
def merge(
    ctx: typer.Context,
    kept: Annotated[str, typer.Argument(metavar="B-…", help=_("The code that stays."))],
    other: Annotated[str, typer.Argument(metavar="B-…", help=_("The code that it stands for from now on."))],
    reason: ReasonOption,
) -> None:
    """Merge two beneficiaries."""
    from reinsert_cli.ledger import beneficiary as people  # noqa: PLC0415

    with writing(ctx) as work:
        people.merge(work, kept, other, reason)
    say(_("{kept} now stands for {other} too.").format(kept=kept.upper(), other=other.upper()))
