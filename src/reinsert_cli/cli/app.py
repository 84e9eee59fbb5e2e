"""The root command: global options, and the nouns, each loaded only when it is called."""

from __future__ import annotations

import re
from collections.abc import Sequence
from importlib import import_module
from typing import Annotated, Any, Final, NoReturn

import typer
from typer._click.exceptions import (  # Typer carries its own Click and shows these classes nowhere else
    BadOptionUsage,
    BadParameter,
    ClickException,
    MissingParameter,
    NoArgsIsHelpError,
    NoSuchOption,
)
from typer.core import TyperCommand, TyperGroup

from reinsert_cli.cli import completing
from reinsert_cli.cli.context import Settings, allow_questions
from reinsert_cli.cli.help import speak
from reinsert_cli.domain.faults import ExitStatus, Refusal
from reinsert_cli.domain.language import LANGUAGES, N_, _

NOUNS: Final = {
    "demo": ("demo", N_("Try everything on a throw-away ledger filled from the sample data.")),
    "init": ("init", N_("Make a new ledger.")),
    "encrypt": ("encrypt", N_("Encrypt the ledger’s file.")),
    "rekey": ("rekey", N_("Give the encrypted ledger another key.")),
    "decrypt": ("decrypt", N_("Let the ledger’s file stand in clear again.")),
    "backup": ("backup", N_("Copy the ledger, and read the copy back.")),
    "restore": ("restore", N_("Let a backup be the ledger again.")),
    "ledger": ("ledger", N_("The whole ledger, carried to another place: a file, a server.")),
    "migrate": ("migrate", N_("Bring a ledger that an earlier version made up to date.")),
    "server": ("server", N_("A ledger on a server: who may do what with it.")),
    "check": ("check", N_("Prove that the books hold; silent when they do.")),
    "assert": ("assertion", N_("What you are sure of, compared with the books by every check.")),
    "log": ("log", N_("Who did what to the ledger, and proof of it.")),
    "import": ("importing", N_("Bring in spreadsheets.")),
    "imports": ("imports", N_("The files brought in; take one out again.")),
    "review": ("review", N_("Rows that wait for somebody to decide who they mean.")),
    "profile": ("profile", N_("A centre’s layout, remembered.")),
    "template": ("template", N_("Make an empty spreadsheet to fill.")),
    "report": ("report", N_("Summaries by region, programme, batch, envelope and convention.")),
    "period": ("period", N_("Months whose figures are final.")),
    "export": ("export", N_("The ledger for other programs.")),
    "batch": ("batch", N_("Handovers: plan, lock, hold, reconcile, close; correct, return.")),
    "statement": ("statement", N_("What a source declares.")),
    "budget": ("budget", N_("Envelopes: money available.")),
    "convention": ("convention", N_("Signed agreements.")),
    "programme": ("programme", N_("Lines of work over years.")),
    "beneficiary": ("beneficiary", N_("People, by their codes.")),
    "retention": ("retention", N_("How long identities are kept.")),
    "followup": ("followup", N_("After the handover: visits, projects alive or closed, back in prison or not.")),
    "project": ("project", N_("Projects: people, costs, funding, quotations.")),
    "document": ("document", N_("Papers of projects and batches: there, missing, refused.")),
    "partner": ("partner", N_("Who funds, trains, hosts or co-signs.")),
    "centre": ("centre", N_("Accompaniment centres.")),
}
"""Each noun: the module of its commands, and its line in the help."""


USAGE_CODES: Final[dict[type[ClickException], str]] = {
    MissingParameter: "usage.missing",
    NoSuchOption: "usage.no_such_option",
    BadParameter: "usage.bad_value",
    BadOptionUsage: "usage.needs_value",
}


GLOBAL_OPTIONS: Final = ("--ledger", "--lang", "--version")


class Nouns(TyperGroup):
    """A group whose commands are known by name and help, and loaded when one is called."""

    def __init__(self, **settings: Any) -> None:
        super().__init__(**settings)
        self.commands = {noun: TyperCommand(noun, help=_(text)) for noun, (_module, text) in NOUNS.items()}

    def resolve_command(self, ctx: Any, args: list[str]) -> Any:
        """Load the noun that ``args`` begin with, then resolve as any group."""
        if args[0] in NOUNS:
            self.commands[args[0]] = load(args[0])
            if completing.is_asked():
                completing.complete_codes(self.commands[args[0]], args[0])
        return super().resolve_command(ctx, args)


def load(noun: str) -> Any:
    """Give the whole command of a noun."""
    app = import_module(f"reinsert_cli.cli.{NOUNS[noun][0]}").app
    command: Any = typer.main.get_command(app)
    command.name, command.help = noun, command.help or _(NOUNS[noun][1])
    return speak(command)


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
    lang: Annotated[  # read before parsing too, by main, so that even the help speaks it
        str | None,
        typer.Option("--lang", metavar="fr|ar|en", help=_("The language of the answers; else REINSERT_LANG, LANG.")),
    ] = None,
    version: Annotated[  # noqa: ARG001  (answered by its callback)
        bool,
        typer.Option("--version", help=_("Show the version and leave."), is_eager=True, callback=_version),
    ] = False,
) -> None:
    """Keep the global options for the command."""
    if lang and lang not in LANGUAGES:
        raise Refusal(ExitStatus.USAGE, "usage.language", name=lang, known=", ".join(LANGUAGES))
    ctx.obj = Settings.of(ledger)
    allow_questions()


def invoke(arguments: Sequence[str]) -> int:
    """Run a command line; give its exit status. Raises Refusal for what the user must be told."""
    command: Any = speak(typer.main.get_command(app))
    next(one for one in command.params if one.name == "install_completion").callback = completing.install
    try:
        status = command.main(list(arguments), prog_name="reinsert", standalone_mode=False)
    except NoArgsIsHelpError:  # the help is on the screen already
        return ExitStatus.USAGE
    except typer.Abort as error:
        raise KeyboardInterrupt from error
    except SystemExit as left:
        if isinstance(left.__context__, BrokenPipeError):  # Typer leaves with 1 where nobody reads on
            raise left.__context__ from None
        raise
    except ClickException as error:
        _refuse_usage(error)
    return int(status or 0)


def _refuse_usage(error: ClickException) -> NoReturn:
    """Turn what the parser found into a refusal with exit status 2, in the reader's language."""
    context = getattr(error, "ctx", None)
    where = context.command_path if context else "reinsert"
    parameter = getattr(error, "param", None)
    name = _shown_name(parameter) if parameter is not None else getattr(error, "option_name", "")
    code = next((code for kind, code in USAGE_CODES.items() if type(error) is kind), "usage.wrong")
    extra = re.fullmatch(r"Got unexpected extra arguments? *\(?s?\)? *\((.*)\)", error.format_message())
    if extra:
        code, name = "usage.too_many", extra[1]
    if name in GLOBAL_OPTIONS and code == "usage.no_such_option":
        code = "usage.global_option"
    raise Refusal(ExitStatus.USAGE, code, name=name, said=error.format_message(), command=where)


def _shown_name(parameter: Any) -> str:
    """Give a parameter as the user types it: ``--on``, or the metavar of an argument."""
    return str(parameter.opts[0] if parameter.param_type_name == "option" else parameter.metavar or parameter.name)
