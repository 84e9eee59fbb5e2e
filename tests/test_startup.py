"""Quick commands load nothing heavy: asked of a fresh interpreter."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest
from tests.support import Ledger, address

HEAVY = {
    "sqlalchemy",
    "sqlmodel",
    "pydantic",
    "alembic",
    "openpyxl",
    "xlsxwriter",
    "dateutil",
    "typst",
    "jinja2",
    "sqlcipher3",
}

PROBE = """
import sys
from reinsert_cli.cli.main import run
status = run(sys.argv[1:])
print("LOADED", *sys.modules)
raise SystemExit(status)
"""


def loaded(*arguments: str, ledger: Ledger | None = None) -> set[str]:
    """Give the modules that a command loads."""
    surroundings = {**os.environ, "REINSERT_LANG": "fr", "REINSERT_LEDGER": address(ledger) if ledger else ""}
    answer = subprocess.run(
        [sys.executable, "-c", PROBE, *arguments], capture_output=True, text=True, env=surroundings, check=True
    )
    return set(answer.stdout.rpartition("LOADED ")[2].split())


@pytest.mark.parametrize("command", [("--help",), ("batch", "--help"), ("import", "--help"), ("--version",)])
def test_help_is_light(command: tuple[str, ...]) -> None:
    assert not loaded(*command) & HEAVY


@pytest.mark.parametrize("command", [("report", "region"), ("report", "budget", "--format", "json"), ("check",)])
def test_queries_are_light(filled: Ledger, command: tuple[str, ...]) -> None:
    """No model, no workbook library; and no Rich when nobody watches."""
    assert not loaded(*command, ledger=filled) & (HEAVY | {"rich.console"})


def test_a_ledger_in_clear_loads_no_cipher(filled: Ledger) -> None:
    """Nor anything that asks for keys."""
    unneeded = {"sqlcipher3", "keyring", "reinsert_cli.cli.unlocking"}
    assert not loaded("partner", "add", "p2", "--name", "P", ledger=filled) & unneeded
