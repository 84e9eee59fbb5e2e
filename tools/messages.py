"""Keep the French and Arabic catalogues in step with the source, which speaks English.

    python tools/messages.py            update the .po files and compile the .mo beside them
    python tools/messages.py --check    change nothing; exit 1 and say what is missing, stale or broken

A translation is kept as long as its English sentence stands unchanged; nothing is guessed from a sentence
that resembles it. The .po files carry neither dates nor line numbers, so that they change only when words do.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from string import Formatter
from typing import Final

from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract_from_file
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

ROOT: Final = Path(__file__).parents[1]
SOURCE: Final = ROOT / "src" / "reinsert_cli"
LOCALE: Final = SOURCE / "locale"

LANGUAGES: Final = {"fr": "French", "ar": "Arabic"}

PLURALS: Final = {
    "fr": "nplurals=2; plural=(n > 1);",
    "ar": (
        "nplurals=6; plural=(n == 0 ? 0 : n == 1 ? 1 : n == 2 ? 2 : "
        "n % 100 >= 3 && n % 100 <= 10 ? 3 : n % 100 >= 11 ? 4 : 5);"
    ),
}
"""The forms in the order of the Unicode CLDR: zero, one, two, few, many, other."""

KEYWORDS: Final = {"_": None, "N_": None, "plural": (1, 2)}

OF_TYPER: Final = (
    "Arguments",
    "Options",
    "Commands",
    "Error",
    "[required]",
    "[default: {}]",
    "[env var: {}]",
    "(deprecated) ",
    "Aborted.",
    "Try [blue]'{command_path} {help_option}'[/] for help.",
    "(dynamic)",
    "Aborted!",
    "default: {default}",
    "required",
    "env var: {var}",
    "Missing command.",
    "No such command {name!r}.",
)
"""What Typer itself asks gettext for; it says the rest in English whatever the catalogue holds."""

HEADER: Final = """\
# {name} messages of reinsert. Translate here; tools/messages.py keeps the list in step with the source.
msgid ""
msgstr ""
"Project-Id-Version: reinsert\\n"
"Language: {language}\\n"
"MIME-Version: 1.0\\n"
"Content-Type: text/plain; charset=utf-8\\n"
"Content-Transfer-Encoding: 8bit\\n"
"Plural-Forms: {plurals}\\n"

"""

Id = str | tuple[str, str]
"""A message of the source: one sentence, or its singular and its plural."""


def path_of(language: str) -> Path:
    """Give the place of a language's catalogue."""
    return LOCALE / language / "LC_MESSAGES" / "reinsert.po"


def messages() -> dict[Id, list[str]]:
    """Give every message that the program may say, with the files that say it, in their order."""
    found: dict[Id, list[str]] = {message: ["typer"] for message in OF_TYPER}
    for path in sorted(SOURCE.rglob("*.py")):
        name = path.relative_to(SOURCE).as_posix()
        for _line, message, _comments, _context in extract_from_file("python", path, keywords=KEYWORDS):
            files = found.setdefault(message, [])
            if name not in files:
                files.append(name)
    return found


def read(language: str) -> Catalog:
    """Give a language's catalogue as it is written, empty where there is none."""
    path = path_of(language)
    return read_po(BytesIO(path.read_bytes()), locale=language) if path.exists() else Catalog(locale=language)


def forms(message: Message) -> tuple[str, ...]:
    """Give the translation of a message: one form, or all its plural forms."""
    return (message.string,) if isinstance(message.string, str) else tuple(message.string)


def placeholders(sentence: str) -> list[str]:
    """Give what ``str.format`` fills in, sorted: ``{name!r}`` is ``name!r``."""
    parts = Formatter().parse(sentence)
    return sorted(
        f"{name}{'!' + conversion if conversion else ''}"
        for _text, name, _spec, conversion in parts
        if name is not None
    )


def written(language: str, source: dict[Id, list[str]]) -> bytes:
    """Give the .po file that holds the messages of the source, with the translations already there."""
    kept = {message.id: message.string for message in read(language) if message.id and not message.fuzzy}
    fresh = Catalog(locale=language)
    for message, files in source.items():
        fresh.add(message, kept.get(message, ""), locations=[(name, 0) for name in files])
    body = BytesIO()
    write_po(body, fresh, width=0, omit_header=True, include_lineno=False)
    header = HEADER.format(name=LANGUAGES[language], language=language, plurals=PLURALS[language])
    return header.encode() + body.getvalue()


def update(language: str, source: dict[Id, list[str]]) -> None:
    """Write the .po file of a language, and compile the .mo beside it."""
    path = path_of(language)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(written(language, source))
    with path.with_suffix(".mo").open("wb") as compiled:
        write_mo(compiled, read(language))


def problems(language: str, source: dict[Id, list[str]]) -> Iterator[str]:
    """Say what is wrong with a language's catalogue, one line each."""
    catalogue = {message.id: message for message in read(language) if message.id}
    for message in source:
        if message not in catalogue or not all(forms(catalogue[message])):
            yield f"{language}: missing: {message}"
    for message, entry in catalogue.items():
        if message not in source:
            yield f"{language}: stale: {message}"
        elif entry.fuzzy:
            yield f"{language}: fuzzy: {message}"
        elif all(forms(entry)) and not agree(language, entry):
            yield f"{language}: placeholders differ: {message}"
    path = path_of(language)
    if not path.exists() or path.read_bytes() != written(language, source):
        yield f"{language}: {path.name} is not as tools/messages.py writes it"


def agree(language: str, message: Message) -> bool:
    """Tell whether every form has the placeholders of the source, save a number that the form itself says.

    An Arabic form that serves one number only, such as the dual, names it in words and leaves ``{n}`` out.
    """
    english = message.id if isinstance(message.id, str) else message.id[1]
    wanted = placeholders(english)
    if isinstance(message.id, str):
        return placeholders(message.string) == wanted
    wordy = [name for name in wanted if name != "n"]
    return all(
        placeholders(form) == wanted or (position in says_its_number(language) and placeholders(form) == wordy)
        for position, form in enumerate(forms(message))
    )


def says_its_number(language: str) -> tuple[int, ...]:
    """Give the plural forms that serve a single number: zero, one and two in Arabic, none in French."""
    return {"ar": (0, 1, 2)}.get(language, ())


def main() -> int:
    """Update the catalogues, or only check them; exit 1 when something is left to translate or to mend."""
    parser = argparse.ArgumentParser(description="Keep the catalogues in step with the source.")
    parser.add_argument("--check", action="store_true", help="change nothing, only tell")
    only_check = parser.parse_args().check
    source = messages()
    if not only_check:
        for language in LANGUAGES:
            update(language, source)
    found = [problem for language in LANGUAGES for problem in problems(language, source)]
    for problem in found:
        print(problem, file=sys.stderr)
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
