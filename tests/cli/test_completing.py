"""What shells complete: asked as their scripts ask, through the environment."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from tests.support import PEOPLE, Run, address

from reinsert_cli.cli import app, main
from reinsert_cli.cli.completing import kinds_of
from reinsert_cli.reports import codes

Complete = Callable[[str], list[str]]

WITHOUT = {"batch plan", "budget add", "convention add", "programme add", "partner add"}
"""Verbs whose own code is one that does not exist yet."""


@pytest.fixture
def complete(capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Complete:
    """Type a line in bash and press the tabulator: give what it offers, and prove that nothing else is said."""

    def press(line: str) -> list[str]:
        capfd.readouterr()
        monkeypatch.setenv("_REINSERT_COMPLETE", "complete_bash")
        monkeypatch.setenv("COMP_WORDS", f"reinsert {line}")
        monkeypatch.setenv("COMP_CWORD", str(len(line.split(" "))))
        with pytest.raises(SystemExit) as left:
            main.run([])
        monkeypatch.delenv("_REINSERT_COMPLETE")
        out, err = capfd.readouterr()
        assert (left.value.code, err) == (0, "")
        return out.split()

    return press


@pytest.mark.parametrize(
    ("line", "offered"),
    [
        ("batch lock ", ["b1"]),
        ("batch lock b", ["b1"]),
        ("batch lock x", []),
        ("batch plan ", []),
        ("batch plan b2 --programme ", ["micro"]),
        ("batch plan b2 --province MA-FE", ["MA-FES"]),
        ("batch plan b2 --province nowhere --programme ", ["micro"]),
        ("batch share b1 ", ["env"]),
        ("batch roll b1 --to ", ["b1"]),
        ("budget transfer env ", ["env"]),
        ("budget add other --funder ", ["fund"]),
        ("centre sheet fe", ["fes"]),
        ("imports show ", ["I-000001"]),
        ("report region --region ma-03", ["MA-03"]),
        ("report pro", ["programme"]),
        ("batch lock --ov", ["--override"]),
        ("batch lo", ["lock"]),
    ],
)
def test_codes_are_completed(filled: Path, complete: Complete, line: str, offered: list[str]) -> None:
    assert complete(line) == offered


def test_people_are_completed_by_their_codes_alone(filled: Path, complete: Complete, run: Run) -> None:
    codes_known = sorted(row["beneficiary"] for row in run("beneficiary", "list", "--format", "json").json["rows"])
    assert complete("beneficiary show ") == complete("beneficiary show b-") == codes_known
    for cells in PEOPLE[1:]:
        for cell in cells[:3]:
            assert not complete(f"beneficiary show {str(cell)[:2]}")


def test_the_absent_are_of_the_batch(filled: Path, complete: Complete, run: Run) -> None:
    run("beneficiary", "add", "--name", "Autre Fictif", "--centre", "fes")
    assert len(complete("beneficiary show ")) == len(PEOPLE)
    for line in ("batch hold b1 --absent ", "batch hold b1 --proxy ", "batch correct b1 ", "batch return b1 B-"):
        assert len(complete(line)) == len(PEOPLE) - 1
    assert not complete("batch hold other --absent ")


def test_part_of_the_codes_never_passes_for_all(
    filled: Path, complete: Complete, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(codes, "MOST", 2)
    assert not complete("beneficiary show ")


@pytest.mark.parametrize("content", [None, b"no ledger", b"SQLite format 3\0"])
def test_without_a_ledger_nothing_is_said(
    tmp_path: Path, complete: Complete, monkeypatch: pytest.MonkeyPatch, content: bytes | None
) -> None:
    path = tmp_path / "other.db"
    if content is not None:
        path.write_bytes(content)
    monkeypatch.setenv("REINSERT_LEDGER", str(path))
    assert not complete("batch lock ")
    monkeypatch.setenv("REINSERT_LEDGER", "postgresql://somewhere")
    assert not complete("batch lock ")


def test_the_ledger_named_on_the_line(filled: Path, complete: Complete, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("REINSERT_LEDGER")
    assert complete(f"--ledger {address(filled)} batch lock ") == ["b1"]


@pytest.mark.parametrize("language", ["fr", "ar"])
def test_every_code_of_every_command_is_completed(language: str, monkeypatch: pytest.MonkeyPatch) -> None:
    def missing(command: object, path: str) -> list[str]:
        found = [
            f"{path} {one.name}"
            for one in command.params  # type: ignore[attr-defined]
            if re.search(r"CODE|[BPI]-…|MA-", str(one.metavar)) and not kinds_of(one, path)
        ]
        inner = getattr(command, "commands", {}).items()
        return found + [name for verb, one in inner for name in missing(one, f"{path} {verb}")]

    monkeypatch.setenv("REINSERT_LANG", language)
    found = [name for noun in app.NOUNS for name in missing(app.load(noun), noun)]
    assert sorted(found) == sorted(f"{verb} code" for verb in WITHOUT)


SHELLS = {
    "bash": {"COMP_WORDS": "reinsert batch lock ", "COMP_CWORD": "3"},
    "zsh": {"_TYPER_COMPLETE_ARGS": "reinsert batch lock "},
    "fish": {"_TYPER_COMPLETE_ARGS": "reinsert batch lock ", "_TYPER_COMPLETE_FISH_ACTION": "get-args"},
}

PROBE = """
import sys
from reinsert_cli.cli.main import main
try:
    main()
finally:
    print("LOADED", *sys.modules, file=sys.stderr)
"""


@pytest.mark.parametrize("shell", SHELLS)
def test_each_shell_asks_its_own_way(filled: Path, shell: str) -> None:
    """… and is answered by a program that has loaded nothing heavy."""
    asked = {**os.environ, "REINSERT_LANG": "fr", "_REINSERT_COMPLETE": f"complete_{shell}", **SHELLS[shell]}
    answer = subprocess.run([sys.executable, "-c", PROBE], capture_output=True, text=True, env=asked, check=True)
    assert "b1" in answer.stdout
    assert not {"sqlalchemy", "sqlmodel", "rich.console", "openpyxl"} & set(answer.stderr.split())


def test_switching_it_on_speaks_the_readers_language(tmp_path: Path, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setattr("typer._completion_shared._get_shell_name", lambda: "bash")
    said = run("--lang", "fr", "--install-completion").out
    script = tmp_path / ".bash_completions" / "reinsert.sh"
    assert said == f"Commandes et codes se complètent dans chaque bash ouvert désormais : {script}\n"
    assert "_REINSERT_COMPLETE=complete_bash" in script.read_text(encoding="utf-8")
