"""Writes docs/cli.md from the commands' own help, and docs/problems.md from the sentences; ``--check`` only compares.

Run by ``make docs``; a test fails when either is stale.
"""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

DOCS = Path(__file__).parents[1] / "docs"

os.environ |= {"REINSERT_LANG": "en", "COLUMNS": "100", "NO_COLOR": "1", "TERM": "dumb"}


def main() -> int:
    """Write or compare; give the exit status."""
    sys.path.insert(0, str(DOCS.parent / "src"))
    pages = {"cli.md": "\n".join(_reference()) + "\n", "problems.md": "\n".join(_problems()) + "\n"}
    if "--check" in sys.argv:
        stale = [name for name, text in pages.items() if (DOCS / name).read_text(encoding="utf-8") != text]
        print(*(f"docs/{name} is stale: run make docs" for name in stale), sep="\n", end="")
        return bool(stale)
    for name, text in pages.items():
        (DOCS / name).write_text(text, encoding="utf-8")
    return 0


def _reference() -> Iterator[str]:
    """Give the lines of the command reference."""
    from reinsert_cli.domain import language  # noqa: PLC0415  (after the environment is fixed)

    language.use("en")
    from reinsert_cli.cli.app import NOUNS, load  # noqa: PLC0415

    yield "# Command reference"
    yield ""
    yield "Made from the program's help by `make docs`. Options before the noun: `--ledger PATH`, `--lang fr|ar|en`."
    for noun in NOUNS:
        command = load(noun)
        verbs: dict[str, Any] = getattr(command, "commands", None) or {}
        if not verbs:
            yield from _entry(noun, command)
        for verb, verb_command in verbs.items():
            inner: dict[str, Any] = getattr(verb_command, "commands", None) or {"": verb_command}
            for last, command in inner.items():
                yield from _entry(f"{noun} {verb} {last}".rstrip(), command)


def _entry(name: str, command: Any) -> Iterator[str]:
    """Give one command: its line, its sentence, its parameters."""
    arguments = [parameter for parameter in command.params if parameter.param_type_name == "argument"]
    options = [parameter for parameter in command.params if parameter.param_type_name == "option"]
    usage = " ".join(["reinsert", name, *(argument.make_metavar(None) for argument in arguments)])
    yield from ("", f"## {name}", "", f"`{usage}`" + (" and options." if options else ""), "", command.help or "")
    if options:
        yield from ("", "| option | value | required | meaning |", "|---|---|---|---|")
    for option in options:
        names = ", ".join(f"`{spelling}`" for spelling in option.opts)
        value = "" if option.is_flag else str(option.metavar or option.type.name).replace("|", "\\|")
        yield f"| {names} | {value} | {'yes' if option.required else ''} | {option.help or ''} |"


def _problems() -> Iterator[str]:
    """Give the table of every fault: its code, what is wrong, what to do."""
    from reinsert_cli.domain.sentences import SENTENCES  # noqa: PLC0415

    samples = _samples()
    yield "# Problems"
    yield ""
    yield "Every code that a message, an import's `problems` or a refusal can carry. Made by `make docs`."
    yield "Where a sample is named, importing that file raises the problem, with the severity beside it."
    yield from ("", "| code | what is wrong | what to do | severity | sample |", "|---|---|---|---|---|")
    for code, (what, remedy) in SENTENCES.items():
        yield f"| `{code}` | {_cell(what)} | {_cell(remedy)} | {samples.get(code, ' | ')} |"


def _samples() -> dict[str, str]:
    """Give, for each problem that a sample file raises, how grave it is and the link to the file."""
    told = json.loads((DOCS.parent / "sample_data" / "broken" / "expected.json").read_text(encoding="utf-8"))
    severity = {
        code: next(problem["severity"] for problem in one["problems"] if problem["code"] == code)
        for code, one in told.items()
    }
    return {
        code: f"{severity[code]} | [{one['file']}](../sample_data/broken/{one['file']})" for code, one in told.items()
    }


def _cell(text: str) -> str:
    return text.replace("|", "\\|")


if __name__ == "__main__":
    raise SystemExit(main())
