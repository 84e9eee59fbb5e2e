"""``reinsert beneficiary``: people, by their codes."""

from __future__ import annotations

from collections.abc import Callable
from typing import Annotated, Final

import typer

from reinsert_cli.cli import pathway, people, registering, rights
from reinsert_cli.cli.context import writing
from reinsert_cli.cli.options import ReasonOption
from reinsert_cli.cli.show import say
from reinsert_cli.domain.language import _

app = typer.Typer(add_completion=False, no_args_is_help=True)


@app.callback(help=_("People, by their codes."))
def beneficiary() -> None:
    """Hold the verbs of beneficiaries."""


def merge(
    ctx: typer.Context,
    kept: Annotated[str, typer.Argument(metavar="B-…", help=_("The code that stays."))],
    other: Annotated[str, typer.Argument(metavar="B-…", help=_("The code that it stands for from now on."))],
    reason: ReasonOption,
) -> None:
    """Merge two beneficiaries."""
    from reinsert_cli.ledger import beneficiary as codes  # noqa: PLC0415

    with writing(ctx) as work:
        codes.merge(work, kept, other, reason)
    say(_("{kept} now stands for {other} too.").format(kept=kept.upper(), other=other.upper()))


VERBS: Final[dict[str, tuple[Callable[..., None], str]]] = {
    "add": (registering.add, _("Register a person; what is left out is asked for at a terminal.")),
    "show": (people.show_, _("Show a person: pathway, projects, what they received, visits.")),
    "list": (people.list_, _("List people, by codes only.")),
    "edit": (registering.edit, _("Mend what is known of a person; an empty text removes what is there.")),
    "step": (pathway.step, _("Record a step of a person’s pathway; the same step of the same day is mended.")),
    "steps": (pathway.steps, _("Show what is behind a person, and what lacks of what their programmes ask for.")),
    "export": (rights.export, _("All that is held on a person, for that person to read; the audit keeps why.")),
    "rectify": (rights.rectify, _("Put right what is wrong of a person, and keep what was wrong nowhere.")),
    "erase": (rights.erase, _("Erase who a person is, for good; what was handed over stays under the code.")),
    "merge": (merge, _("Two codes are one person: the first stays, with the lines and projects of both.")),
}
"""Each verb: its function and its line in the help."""

for _verb, (_function, _help) in VERBS.items():
    app.command(_verb, help=_help)(_function)
