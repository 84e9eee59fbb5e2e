"""The root command: global options, and the nouns, each loaded only when it is called."""

from __future__ import annotations

from collections.abc import Sequence
from importlib import import_module
from typing import Annotated, Any, Final, NoReturn

import typer
from typer._click.exceptions import (  # Typer carries its own Click and shows these classes nowhere else
    ClickException,
    MissingParameter,
    NoArgsIsHelpError,
    NoSuchOption,
    UsageError,
)
from typer.core import TyperCommand, TyperGroup

from reinsert_cli.cli.context import Settings
from reinsert_cli.domain.faults import ExitStatus, Refusal
from reinsert_cli.domain.language import N_, _

NOUNS: Final = {
    "demo": ("demo", N_("Try everything on a throw-away ledger filled from the sample data.")),
    "init": ("init", N_("Make a new ledger.")),
    "migrate": ("migrate", N_("Bring a ledger that an earlier version made up to date.")),
    "check": ("check", N_("Prove that the books hold; silent when they do.")),
    "import": ("importing", N_("Bring in spreadsheets.")),
    "template": ("template", N_("Make an empty spreadsheet to fill.")),
    "report": ("report", N_("Summaries by region, programme, batch and envelope.")),
    "batch": ("batch", N_("Handovers: plan, lock, hold, reconcile, close.")),
    "statement": ("statement", N_("What a source declares.")),
    "budget": ("budget", N_("Envelopes: money available.")),
    "convention": ("convention", N_("Signed agreements.")),
    "programme": ("programme", N_("Lines of work over years.")),
    "partner": ("partner", N_("Who funds, trains, hosts or co-signs.")),
    "centre": ("centre", N_("Accompaniment centres.")),
}
"""Each noun: the module of its commands, and its line in the help."""


class Nouns(TyperGroup):
    """A group whose commands are known by name and help, and loaded when one is called."""

    def __init__(self, **settings: Any) -> None:
        super().__init__(**settings)
        self.commands = {noun: TyperCommand(noun, help=_(text)) for noun, (_module, text) in NOUNS.items()}

    def resolve_command(self, ctx: Any, args: list[str]) -> Any:
        """Load the noun that ``args`` begin with, then resolve as any group."""
        if args[0] in NOUNS:
            self.commands[args[0]] = load(args[0])
        return super().resolve_command(ctx, args)


def load(noun: str) -> Any:
    """Give the whole command of a noun."""
    app = import_module(f"reinsert_cli.cli.{NOUNS[noun][0]}").app
    command: Any = typer.main.get_command(app)
    command.name, command.help = noun, command.help or _(NOUNS[noun][1])
    return command


app = typer.Typer(cls=Nouns, add_completion=True, no_args_is_help=True, pretty_exceptions_enable=False)


def _version(asked: bool) -> None:
    if asked:
        from reinsert_cli import __version__  # noqa: PLC0415

        typer.echo(f"reinsert {__version__}")
        raise typer.Exit


@app.callback(help=_("A ledger for the small trades of people leaving prison."))
def root(
    ctx: typer.Context,
    ledger: Annotated[
        str | None,
        typer.Option(
            "--ledger", envvar="REINSERT_LEDGER", metavar="PATH", help=_("The ledger's file."), show_envvar=True
        ),
    ] = None,
    lang: Annotated[  # noqa: ARG001  (read before parsing, by main)
        str | None,
        typer.Option("--lang", envvar="REINSERT_LANG", metavar="fr|ar|en", help=_("The language of the answers.")),
    ] = None,
    version: Annotated[  # noqa: ARG001  (answered by its callback)
        bool,
        typer.Option("--version", help=_("Show the version and leave."), is_eager=True, callback=_version),
    ] = False,
) -> None:
    """Keep the global options for the command."""
    ctx.obj = Settings.of(ledger)


def invoke(arguments: Sequence[str]) -> int:
    """Run a command line; give its exit status. Raises Refusal for what the user must be told."""
    command: Any = typer.main.get_command(app)
    try:
        status = command.main(list(arguments), prog_name="reinsert", standalone_mode=False)
    except NoArgsIsHelpError:  # the help is on the screen already
        return ExitStatus.USAGE
    except typer.Abort as error:
        raise KeyboardInterrupt from error
    except ClickException as error:
        _refuse_usage(error)
    return int(status or 0)


def _refuse_usage(error: ClickException) -> NoReturn:
    """Turn what the parser found into a refusal with exit status 2."""
    context = getattr(error, "ctx", None)
    where = context.command_path if context else "reinsert"
    if isinstance(error, MissingParameter):
        name = error.param.opts[0] if error.param is not None else ""
        metavar = name if name.startswith("-") else (name or "").upper()
        raise Refusal(ExitStatus.USAGE, "usage.missing", name=metavar, command=where)
    if isinstance(error, NoSuchOption):
        raise Refusal(ExitStatus.USAGE, "usage.no_such_option", name=error.option_name, command=where)
    if isinstance(error, UsageError):
        raise Refusal(ExitStatus.USAGE, "usage.wrong", said=error.format_message(), command=where)
    raise Refusal(ExitStatus.USAGE, "usage.wrong", said=str(error), command=where)
