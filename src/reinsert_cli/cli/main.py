"""The program's door: chooses the language, runs the command, turns every failure into two sentences and a status."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from contextlib import suppress

from reinsert_cli.cli import streams
from reinsert_cli.domain import language
from reinsert_cli.domain.faults import ExitStatus, Fault, Refusal

INTERRUPTED = 130


def main() -> None:
    """Run the command of ``sys.argv`` and leave with its exit status."""
    sys.unraisablehook, sys.excepthook = _unheard, _uncaught
    streams.prepare()
    sys.exit(run(sys.argv[1:]))


def _unheard(failure: sys.UnraisableHookArgs) -> None:
    """Say nothing of what fails while it is thrown away, as a workbook does that was not written to its end."""
    if os.environ.get("REINSERT_DEBUG"):
        from reinsert_cli.cli.tracing import unheard  # noqa: PLC0415

        unheard(failure)


def _uncaught(_kind: type[BaseException], error: BaseException, _frames: object) -> None:
    """Tell of what is no Exception, as a panic of a compiled library is, without what it says."""
    _tell(_understood(error)[1])


def run(arguments: Sequence[str]) -> int:
    """Run one command and give its exit status (design §4)."""
    language.use(language.choose(_wished_language(arguments), os.environ))
    from reinsert_cli.cli.app import invoke  # noqa: PLC0415  (its texts are in the language just chosen)

    try:
        _require_text(arguments)
        _require_language(arguments)
        status = invoke(arguments)
        sys.stdout.flush()
    except BrokenPipeError:  # nobody reads on
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return ExitStatus.DONE
    except KeyboardInterrupt:
        return INTERRUPTED
    except Exception as failure:  # noqa: BLE001  (told in one place)
        status, fault = _understood(failure)
        with suppress(OSError):  # where even that cannot be written, the status says it
            _tell(fault)
    return status


def _understood(failure: BaseException) -> tuple[int, Fault]:
    """Give the exit status and the fault that a failure stands for."""
    match failure:
        case Refusal():
            return failure.status, failure.fault
        case OSError():
            return ExitStatus.USAGE, Fault("output.failed", {"reason": os.strerror(failure.errno or 0)})
        case OverflowError():  # of a number that was typed: the database takes 63 bits
            return ExitStatus.USAGE, Fault("usage.too_large")
    if os.environ.get("REINSERT_DEBUG"):
        from reinsert_cli.cli.tracing import trace  # noqa: PLC0415

        trace(failure)
    return ExitStatus.LEDGER, Fault(
        "program.failed", {"error": type(failure).__name__}
    )  # what it says may be of a person


def _require_text(arguments: Sequence[str]) -> None:
    """Refuse (exit 2) bytes that are no text in the terminal's encoding: the ledger could not keep them."""
    if any("\ud800" <= character <= "\udfff" for argument in arguments for character in argument):
        raise Refusal(ExitStatus.USAGE, "usage.encoding")


def _require_language(arguments: Sequence[str]) -> None:
    """Refuse (exit 2) a language of ``REINSERT_LANG`` that we do not speak, where no option names another."""
    named = os.environ.get("REINSERT_LANG")
    if named and not _wished_language(arguments) and not language.is_spoken(named):
        known = ", ".join(language.LANGUAGES)
        raise Refusal(ExitStatus.USAGE, "usage.language", name=f"{named} (REINSERT_LANG)", known=known)


def _wished_language(arguments: Sequence[str]) -> str | None:
    """Find ``--lang`` before the command is parsed, so that even its help speaks the language."""
    for position, argument in enumerate(arguments):
        if argument == "--lang":
            return next(iter(arguments[position + 1 :]), None)
        if argument.startswith("--lang="):
            return argument.removeprefix("--lang=")
    return None


def _tell(fault: Fault) -> None:
    """Write a fault on standard error, but not to a shell that asks for completions: its user is typing there."""
    from reinsert_cli.cli.completing import is_asked  # noqa: PLC0415

    if is_asked():
        return
    from reinsert_cli.cli.show import tell  # noqa: PLC0415  (most commands end well)

    tell(fault)
