"""How the work of each question grows with the ledger, in steps of SQLite's machine: by no clock, so on any machine."""

from __future__ import annotations

import shutil
import sqlite3
from pathlib import Path

import pytest
from tests.steps import counted
from tests.support import Run
from tools.many_lines import make

from reinsert_cli.ledger import batch
from reinsert_cli.store import became
from reinsert_cli.store.reading import reading
from reinsert_cli.store.work import writing

pytestmark = pytest.mark.file_only

SMALL, LARGE = 500, 2_000
FEW = 500
"""Steps, in tens, that any command takes."""

WHOLE = 1.4
"""By how much more than the ledger its whole reading may grow: what is sorted grows a little more than what it is."""

OF_ALL = (
    "report region", "report programme", "report centre", "report sector", "report month", "report budget",
    "report batch", "report partner", "report people", "report documents", "report statements", "report journal",
    "report survival", "report followups", "report prison", "report region --year 2024", "report region --by month",
    "report people --region MA-01", "beneficiary list", "beneficiary list --due",
    "project list", "batch list", "document list", "followup list", "followup due", "retention due", "review list",
    "budget list", "convention list", "check", "export journal -o {out}", "export grants -o {out}",
    "export monthly --month 2024-06 -o {out}",
)  # fmt: skip
OF_ONE = (
    "beneficiary show {person}", "batch show {batch}", "project show {project}", "report documents --batch {batch}",
    "beneficiary steps {person}", "document list --batch {batch}",
    "followup list --project {project}", "imports list",
)  # fmt: skip
WRITTEN = (
    "partner add other --name Autre", "followup add {project} --on 2026-01-10 --state alive",
    "beneficiary edit {person} --phone 0600000000", "beneficiary step {person} training --on 2026-01-05",
    "project cost add {project} --kind equipment --label Machine --quantity 1 --unit-price 1000",
    "document add --project {project} --kind invoice --state missing", "batch receipts {batch} --others present",
    "batch plan late --programme precarite --fiscal-year 2026 --province MA-FES",
)  # fmt: skip


@pytest.fixture(scope="module")
def long(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """Two ledgers, one four times as long as the other."""
    folder = tmp_path_factory.mktemp("long")
    for lines in (SMALL, LARGE):
        make(folder / f"{lines}.db", lines)
    return folder / f"{SMALL}.db", folder / f"{LARGE}.db"


def worked(run: Run, ledger: Path, line: str, monkeypatch: pytest.MonkeyPatch, out: Path) -> int:
    """Ask a ledger something; give how many steps it took, in tens."""
    connection = sqlite3.connect(ledger)
    (found,) = connection.execute("SELECT beneficiary_code, batch_code, project_code FROM batch_line LIMIT 1")
    connection.close()
    names = dict(zip(("person", "batch", "project"), found, strict=True), out=out)
    words = (word.format(**names) for word in line.split())
    with counted(monkeypatch) as steps:
        assert run("--ledger", ledger, *words, status=None).status in {0, 1}
    return steps[0]


@pytest.mark.parametrize("line", OF_ALL)
def test_the_whole_is_read_once(
    long: tuple[Path, Path], run: Run, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, line: str
) -> None:
    small, large = (worked(run, ledger, line, monkeypatch, tmp_path / ledger.stem) for ledger in long)
    assert large <= max(small * LARGE / SMALL, FEW) * WHOLE, large / small


@pytest.mark.parametrize("line", OF_ONE)
def test_one_is_found_by_an_index(
    long: tuple[Path, Path], run: Run, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, line: str
) -> None:
    small, large = (worked(run, ledger, line, monkeypatch, tmp_path / ledger.stem) for ledger in long)
    assert large <= max(small, FEW) * WHOLE, large / small


@pytest.mark.parametrize("line", WRITTEN)
def test_a_write_reads_what_it_concerns(
    long: tuple[Path, Path], run: Run, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, line: str
) -> None:
    taken = []
    for ledger in long:
        written = tmp_path / ledger.name
        shutil.copy(ledger, written)
        taken.append(worked(run, written, line, monkeypatch, tmp_path))
    small, large = taken
    assert large <= max(small, FEW) * WHOLE, large / small


def test_each_write_is_proved_by_what_it_changed(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Proofs are made of some writes at a time: none of them reads the whole history again."""
    monkeypatch.setattr(became, "AT_ONCE", 1)
    make(ledger := tmp_path / "ledger.db", 1)
    taken = []
    for writes in (40, 120):
        for number in range(writes):
            with writing(ledger, "batch plan") as work:
                batch.plan(work, f"lot-{writes}-{number}", "precarite", 2026, "MA-FES")
        with counted(monkeypatch) as steps, reading(ledger) as reader:
            assert len(list(became.of_writes(reader, start=1))) >= writes
        taken.append(steps[0])
    few, many = taken
    assert many <= few * 4, many / few
