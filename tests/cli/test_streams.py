"""Where the answer goes: a pipe that nobody reads on, a full disk, a closed stream, an encoding without our letters."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from tests.support import Run

PROGRAM = f"{sys.executable} -c 'from reinsert_cli.cli.main import main; main()'"


def typed(line: str, **surroundings: str) -> tuple[int, bytes, bytes]:
    """Type a line to a shell, ``reinsert`` being this program; give its status, what it said and what went wrong."""
    script = line.replace("reinsert", PROGRAM)
    done = subprocess.run(["bash", "-c", script], env={**os.environ, **surroundings}, capture_output=True, check=False)
    assert b"Traceback" not in done.stderr
    return done.returncode, done.stdout, done.stderr


@pytest.mark.parametrize(
    ("line", "status"),
    [
        ("reinsert report region --format json | true; exit ${PIPESTATUS[0]}", 0),
        ("reinsert --help | true; exit ${PIPESTATUS[0]}", 0),
        ("reinsert report region > /dev/full", 2),
        ("reinsert report nope 2> /dev/full", 2),
        ("reinsert report nope >&- 2>&-", 2),
        ("reinsert report region <&- >&- 2>&-", 0),
    ],
)
def test_the_status_stays(planned: Path, line: str, status: int) -> None:
    assert typed(line)[0] == status


def test_a_write_whose_answer_goes_nowhere_is_done(planned: Path, run: Run) -> None:
    """It is never told that the ledger is as it was."""
    assert typed("reinsert partner add deaf --name Sourd >&-") == (0, b"", b"")
    assert "deaf" in run("partner", "list", "--format", "csv").out


def test_no_letter_ends_a_command(planned: Path) -> None:
    """Where the system knows ASCII only, UTF-8 is written; elsewhere a letter that is lacking is a number."""
    plain = {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0", "REINSERT_LANG": "ar"}
    status, out, _err = typed("reinsert report region", **plain)
    assert (status, "الجهات" in out.decode() or "الجهة" in out.decode()) == (0, True)
    status, out, _err = typed("reinsert report region", PYTHONIOENCODING="latin-1", REINSERT_LANG="ar")
    assert (status, b"\\u0627" in out) == (0, True)


def test_bytes_that_are_no_text_are_refused(planned: Path) -> None:
    status, out, err = typed(r"reinsert partner add x --name $'\xff'")
    assert (status, out) == (2, b"")
    assert err.startswith(b"The command holds bytes that are no text.")


def test_the_author_commands_no_terminal(planned: Path, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("REINSERT_USER", "\udcff\x1b[2Jmoi\u202e")
    run("partner", "add", "x", "--name", "X")
    assert "\N{REPLACEMENT CHARACTER}[2Jmoi" in run("log", "list", "--format", "csv").out


@pytest.mark.parametrize(
    "command",
    [
        ("review", "show", "9" * 30),
        ("document", "remove", "9" * 30),
        ("batch", "official", "remove", "b1", "9" * 30),
        ("report", "statements", "--top", "9" * 30),
    ],
)
def test_a_number_that_no_ledger_holds(planned: Path, run: Run, command: tuple[str, ...]) -> None:
    """One sentence, and nothing unforeseen."""
    answer = run(*command, status=None)
    assert answer.status in (0, 2, 3)
    assert "unforeseen" not in answer.err


@pytest.mark.parametrize("line", ["²", "9" * 6000, "٩٩", "-1"])
def test_the_number_of_a_line(planned: Path, run: Run, line: str) -> None:
    """What only looks like a number is nobody's line."""
    answer = run("batch", "correct", "b1", "--reason", "x", "--amount", "5", "--", line, status=None)
    assert answer.status in (2, 3)
    assert "unforeseen" not in answer.err
