"""Files are their owner's alone at any umask, and nothing about a person stands in a folder of the whole machine."""

from __future__ import annotations

import csv
import os
import signal
import stat
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from tests.support import PEOPLE, Run

from reinsert_cli.ledger import partner
from reinsert_cli.store.work import writing

UNREADABLE = [*PEOPLE, ("Autrefictif", "Sara", "ZZ1004", "F", "Fès", "Couture", "équipement", "beaucoup")]
"""A list that goes back to its sender."""


@contextmanager
def masked(umask: int) -> Iterator[None]:
    before = os.umask(umask)
    try:
        yield
    finally:
        os.umask(before)


@contextmanager
def nowhere_else() -> Iterator[None]:
    """Python’s own way to the machine’s temporary folder fails meanwhile; a folder of ours may be named."""
    sanitized = tempfile._sanitize_params  # type: ignore[attr-defined]
    everybodys = tempfile.gettempdir()

    def refuse(prefix: str, suffix: str, folder: str | None) -> object:
        assert folder or tempfile.gettempdir() != everybodys, "a file in the folder of the whole machine"
        return sanitized(prefix, suffix, folder)

    with pytest.MonkeyPatch.context() as patch:  # pytest itself keeps what it captures there
        patch.setattr(tempfile, "_sanitize_params", refuse)
        yield


@pytest.mark.parametrize("umask", [0, 0o077])
def test_whatever_is_written(filled: Path, people: Path, run: Run, tmp_path: Path, umask: int) -> None:
    """Ledger, reports, packs, workbooks sent back, forms, books: files 0600 in folders 0700."""
    sheet = tmp_path / "unreadable.csv"
    with sheet.open("w", newline="", encoding="utf-8") as file:
        csv.writer(file).writerows(UNREADABLE)
    told = {path for path in tmp_path.rglob("*") if path != filled}
    with masked(umask), nowhere_else():
        run("--ledger", tmp_path / "a" / "b" / "l.db", "init")
        for form in ("csv", "json", "md", "xlsx", "html"):
            run("report", "region", "-o", tmp_path / f"region.{form}")
        run("export", "monthly", "--month", "2025-12", "-o", tmp_path / "packs" / "far" / "2025-12")
        run("export", "verify", tmp_path / "packs" / "far" / "2025-12")
        run("export", "journal", "-o", tmp_path / "books.journal")
        run("template", "distributions", "-o", tmp_path / "form.xlsx")
        run("batch", "pack", "b1", "-o", tmp_path / "papers" / "b1", "--identified", "--reason", "Cérémonie")
        run(
            "import",
            sheet,
            people,
            "--as",
            "distributions",
            "--batch",
            "b1",
            "--envelope",
            "env",
            "--returns",
            tmp_path / "back" / "far",
            status=1,
        )
    made = [path for path in tmp_path.rglob("*") if path not in told]
    assert {path.name for path in made} >= {"b", "far", "2025-12", "month.xlsx", "unreadable.retour.xlsx", "papers"}
    assert [path for path in made if path.name.startswith(".")] == []
    for path in made:
        assert stat.S_IMODE(path.stat().st_mode) == (0o700 if path.is_dir() else 0o600), path


@pytest.mark.file_only
@pytest.mark.parametrize("umask", [0, 0o077])
def test_the_journal_of_a_write(filled: Path, umask: int) -> None:
    with masked(umask), writing(filled, "test") as work:
        partner.add(work, "p2", "P")
        work.session.flush()
        journal = filled.with_name("ledger.db-journal")
        assert stat.S_IMODE(journal.stat().st_mode) == 0o600


KILLED = """
import os, signal, sys
from zipfile import ZipFile
from reinsert_cli.cli.main import run
ZipFile.writestr = ZipFile.write = lambda *_, **__: os.kill(os.getpid(), signal.SIGKILL)
run(sys.argv[1:])
"""


@pytest.mark.parametrize(
    "command",
    [
        (
            "import",
            "unreadable.csv",
            "--as",
            "distributions",
            "--batch",
            "b1",
            "--envelope",
            "env",
            "--returns",
            "back",
        ),
        ("batch", "pack", "b1", "-o", "papers", "--identified", "--reason", "Cérémonie"),
        ("report", "people", "-o", "people.xlsx"),
    ],
)
def test_a_run_that_is_killed_leaves_nothing_there(
    filled: Path, run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, command: tuple[str, ...]
) -> None:
    """Killed as it puts a workbook together, when whatever it sets aside stands there."""
    monkeypatch.chdir(tmp_path)
    with Path("unreadable.csv").open("w", newline="", encoding="utf-8") as file:
        csv.writer(file).writerows(UNREADABLE)
    temporary = tmp_path / "temporary"
    temporary.mkdir()
    surroundings = {**os.environ, "TMPDIR": str(temporary), "SQLITE_TMPDIR": str(temporary)}
    killed = subprocess.run(
        [sys.executable, "-c", KILLED, *command], env=surroundings, capture_output=True, check=False
    )
    assert killed.returncode == -signal.SIGKILL
    assert list(temporary.iterdir()) == []
