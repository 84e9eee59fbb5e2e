"""The guides are followed to the letter: every command that they show runs, in order, and ends as they say."""

from __future__ import annotations

import re
import sys
from pathlib import Path

import pytest
from tests.support import Run

from reinsert_cli.cli.app import load
from reinsert_cli.domain import language as languages
from reinsert_cli.domain import pseudonyms

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT / "tools"))

from guide import DOCS, LANGUAGES, SURROUNDINGS, commands, prepare, same_bytes  # noqa: E402

PAGES = ["README.md", *(f"docs/{path.name}" for path in sorted(DOCS.glob("*.md")))]


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_guide_can_be_followed(language: str, run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    for name, value in SURROUNDINGS.items():
        monkeypatch.setenv(name, value)
    monkeypatch.setenv("REINSERT_LANG", language)
    for command in commands(language):
        prepare(command, language, tmp_path)
        monkeypatch.setattr(pseudonyms.secrets, "token_bytes", same_bytes())
        run(*command.words, status=command.status)


def test_both_guides_go_the_same_way() -> None:
    """The same commands in both, in the same order, but for what is said in a language."""
    french, arabic = ([command.words[:2] for command in commands(language)] for language in LANGUAGES)
    assert french == arabic
    assert len(french) > 40


@pytest.mark.parametrize("language", LANGUAGES)
def test_commands_named_in_passing_exist(language: str) -> None:
    """Those of the last page, and of sentences: the noun, the verb and each option are the program's."""
    languages.use("en")
    page = (DOCS / f"guide.{language}.md").read_text(encoding="utf-8")
    named = re.findall(r"`reinsert ([^`]+)`", page)
    assert len(named) > 30
    for line in named:
        noun, *words = line.split()
        if noun.startswith("-") or not noun.isascii() or noun.isupper():
            continue
        command = load(noun)
        while words and (inner := getattr(command, "commands", {})) and not words[0].startswith("-"):
            command = inner[words.pop(0)]
        known = {option for parameter in command.params for option in parameter.opts} | {"--help"}
        assert {word for word in words if word.startswith("-")} <= known, line


@pytest.mark.parametrize("page", PAGES)
def test_what_a_page_shows_or_links_is_there(page: str) -> None:
    path = ROOT / page
    linked = re.findall(r"]\((?!https?:|#)([^)#]+)", path.read_text(encoding="utf-8"))
    assert [name for name in linked if not (path.parent / name).exists()] == []


def test_no_picture_is_left_over_or_large() -> None:
    shown = {name for language in LANGUAGES for command in commands(language) for name in command.pictures}
    assert {picture.name for picture in (DOCS / "pictures").iterdir()} == shown
    assert sum(picture.stat().st_size for picture in (DOCS / "pictures").iterdir()) < 1_500_000
