"""Help in the reader's language: the words that the command-line library writes in English whatever the catalogue."""

from __future__ import annotations

from copy import copy
from typing import Any

from reinsert_cli.domain.language import N_, _

METAVARS = frozenset({
    N_("AMOUNT"), N_("DEFINITION"), N_("DIR"), N_("FILE"), N_("FILE…"), N_("FILE.xlsx"), N_("GROUP"), N_("HASH"),
    N_("HEADING=FIELD"), N_("KEY"), N_("KIND"), N_("LINE"), N_("[LINE]"), N_("MEASURE"), N_("NAME"), N_("NUMBER"),
    N_("OUTCOME"), N_("PATH"), N_("PERCENT"), N_("PERIOD"), N_("REASON"), N_("REPORT"), N_("SECTOR"), N_("STATE"),
    N_("STEP"), N_("TEXT"), N_("YYYY"), N_("YYYY-MM"), N_("15 DIGITS"), N_("B-…=WHO"), N_("ENVELOPE=PART…"),
    N_("B-…|CIN|NAME"), N_("SECTOR|auto"), N_("TO"), N_("FROM"),
})  # fmt: skip
"""What stands for a value in a help, where it is a word."""

COMPLETION_HELP = {
    "install_completion": N_("Let this shell complete commands, options and codes."),
    "show_completion": N_("Show that completion, to copy it or change it."),
}


def speak(command: Any) -> Any:
    """Give ``command``, and the commands in it, the reader's words for usage, ``--help`` and types."""
    command.options_metavar = _("[OPTIONS]")
    command.format_usage = lambda ctx, formatter: formatter.write_usage(
        ctx.command_path, " ".join(command.collect_usage_pieces(ctx)), prefix=_("Usage: ")
    )
    _translate_help_option(command)
    for parameter in command.params:
        if parameter.name in COMPLETION_HELP:
            parameter.help = _(COMPLETION_HELP[parameter.name])
        if parameter.metavar in METAVARS:
            parameter.metavar = _(parameter.metavar)
        if parameter.param_type_name == "argument":
            _hide_type(parameter)
    if hasattr(command, "commands"):
        command.subcommand_metavar = _("COMMAND [ARGS]…")
        for inner in command.commands.values():
            speak(inner)
    return command


def _translate_help_option(command: Any) -> None:
    made = command.get_help_option

    def get_help_option(ctx: Any) -> Any:
        option = made(ctx)
        if option is not None:
            option.help = _("Show this help and leave.")
        return option

    command.get_help_option = get_help_option


def _hide_type(parameter: Any) -> None:
    """Leave out the type's name beside an argument: its metavar says it in the reader's terms."""
    parameter.type = copy(parameter.type)
    parameter.type.get_metavar = lambda *_where, **_named: ""
