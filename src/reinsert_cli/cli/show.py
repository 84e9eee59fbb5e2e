"""Shows tables: on the terminal, as text for programs, or in a file."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from shutil import get_terminal_size
from typing import TYPE_CHECKING, Any, TextIO

from reinsert_cli.domain.faults import ExitStatus, Fault, Refusal
from reinsert_cli.domain.language import NBSP, _, money, percent
from reinsert_cli.domain.text import clean_sentence, legible

if TYPE_CHECKING:
    from reinsert_cli.domain.table import Table
    from reinsert_cli.ledger.budget import Standing


def say(sentence: str) -> None:
    """Print one line of the answer, with ordinary spaces so that it can be searched and copied."""
    print(fitted(sys.stdout, sentence))


def tell(fault: Fault) -> None:
    """Write a fault on standard error: what is wrong, what to do."""
    from reinsert_cli.domain.sentences import say as sentences_of  # noqa: PLC0415  (most commands end well)

    for sentence in sentences_of(fault):
        print(fitted(sys.stderr, sentence), file=sys.stderr)


def fitted(stream: TextIO, sentence: str) -> str:
    """Give a sentence as it goes to ``stream``: with ordinary spaces; on a terminal, broken between words.

    Names of files and folders may stand in it: nothing in them commands a terminal.
    """
    sentence = clean_sentence(sentence)
    if stream.isatty():
        from reinsert_cli.render.terminal import broken  # noqa: PLC0415  (only a terminal needs Rich)

        sentence = broken(sentence, get_terminal_size().columns)
    return sentence.replace(NBSP, " ")


def say_standings(standings: Sequence[Standing]) -> None:
    """Print what remains on envelopes; on standard error, those that have come to their threshold."""
    for one in standings:
        say(_("Envelope {code}: {amount} DH available.").format(code=one.envelope, amount=money(one.available)))
    for one in standings:
        if one.is_near_its_end:
            used, threshold = percent(one.used or 0), percent(one.threshold * 10)
            tell(Fault("envelope.near_its_end", {"code": one.envelope, "used": used, "threshold": threshold}))


def show(table: Table, fmt: str = "table", output: Path | None = None) -> None:
    """Show one table; see :func:`show_all`."""
    show_all([table], fmt, output)


def written_or_read(table: Table, fmt: str, output: Path | None) -> Table | None:
    """Write a table to ``output`` as its rows are read; without one, give it with its rows read, to be shown.

    For tables that may be long, while the ledger is open: whoever pages through an answer must not keep it open.
    """
    if output is None and format_of(fmt, output) != "xlsx":
        return replace(table, rows=tuple(iter(table.rows)))
    show(table, fmt, output)
    return None


def show_all(tables: Sequence[Table], fmt: str = "table", output: Path | None = None) -> None:
    """Print tables in the format asked for, or write them to ``output`` (mode 0600), whose suffix may name the format.

    Raises Refusal (exit 2) for a workbook without a file, and for a file that cannot be written.
    """
    wanted = format_of(fmt, output)
    if output is not None:
        _write(tables, wanted, output)
    elif wanted == "xlsx":
        raise Refusal(ExitStatus.USAGE, "usage.workbook_needs_file")
    elif wanted == "table" and sys.stdout.isatty():
        _print_on_terminal(tables)
    else:
        print(_text(tables, wanted), end="")


def show_aside(table: Table) -> None:
    """Print a table on standard error, beside the answer: what a refusal is about."""
    if sys.stderr.isatty():
        _print_on_terminal([table], stderr=True)
    else:
        print(_text([table], "table"), file=sys.stderr)


def show_json(answer: Mapping[str, Any], output: Path | None = None) -> None:
    """Print an answer that is no table as JSON and nothing else, or write it to ``output``."""
    show_text(legible(json.dumps(answer, ensure_ascii=False, indent=2)) + "\n", output)


def show_text(text: str, output: Path | None = None) -> None:
    """Print a text as it is, or write it to ``output`` (mode 0600)."""
    if output is None:
        print(text, end="")
        return
    from reinsert_cli.render.files import write_text  # noqa: PLC0415

    with _writing_to(output):
        write_text(output, text)


def show_lines(lines: Iterable[str], output: Path | None = None) -> None:
    """Print lines as they are, or write them to ``output`` (mode 0600) as they come."""
    if output is None:
        for line in lines:
            print(line)
        return
    from reinsert_cli.render.files import write_lines  # noqa: PLC0415

    with _writing_to(output):
        write_lines(output, lines)


def format_of(fmt: str, output: Path | None) -> str:
    """Give the format asked for: the one named, else the one that the file's suffix names."""
    from reinsert_cli.render.formats import FORMATS  # noqa: PLC0415

    suffix = output.suffix.removeprefix(".").lower() if output else ""
    return suffix if fmt == "table" and suffix in FORMATS else fmt


def _text(tables: Sequence[Table], fmt: str) -> str:
    from reinsert_cli.render.formats import text_of  # noqa: PLC0415

    return text_of(tables, fmt)


def _print_on_terminal(tables: Sequence[Table], *, stderr: bool = False) -> None:
    from rich.console import Console  # noqa: PLC0415  (only a terminal needs Rich)

    from reinsert_cli.render.terminal import print_table  # noqa: PLC0415

    console = Console(stderr=stderr)
    for position, table in enumerate(tables):
        if position:
            console.line()
        print_table(table, console)
    if stderr:
        console.line()


def _write(tables: Sequence[Table], fmt: str, output: Path) -> None:
    with _writing_to(output):
        if fmt == "xlsx":
            from reinsert_cli.render.workbook import write_workbook  # noqa: PLC0415  (XlsxWriter)

            write_workbook(tables, output)
        else:
            from reinsert_cli.render.files import write_text  # noqa: PLC0415

            write_text(output, _text(tables, fmt))


@contextmanager
def _writing_to(output: Path) -> Iterator[None]:
    """Let ``output`` be written meanwhile; refuse a database, and what cannot be written."""
    try:
        if output.is_symlink():
            raise Refusal(ExitStatus.USAGE, "output.symlink", file=str(output))
        if _is_database(output):
            raise Refusal(ExitStatus.USAGE, "output.is_database", file=str(output))
        yield
    except OSError as error:
        raise Refusal(ExitStatus.USAGE, "output.unwritable", file=str(output)) from error


def _is_database(path: Path) -> bool:
    """Tell whether a ledger, encrypted or not, or another SQLite database, stands at ``path``."""
    from reinsert_cli.store import opening  # noqa: PLC0415

    if not path.is_file():
        return False
    return opening.looks_plain(opening.header(path)) or opening.is_encrypted(path)
