"""The audit read and proven, and the books in the hands of another program."""

from __future__ import annotations

import re
import shutil
import subprocess
from decimal import Decimal
from pathlib import Path

import pytest
from tests.support import Run, unguarded


def hledger(*arguments: str | Path) -> str:
    """Run Debian's hledger; the test is skipped, loudly, where it is absent."""
    program = shutil.which("hledger")
    if program is None:
        pytest.skip("hledger is not installed: nobody else has added the books up")
    answer = subprocess.run([program, *map(str, arguments)], capture_output=True, text=True, check=True)
    return answer.stdout


def theirs(file: Path, *wanted: str) -> dict[str, Decimal]:
    """What hledger adds up, by account."""
    lines = hledger("-f", file, "balance", "--flat", "--no-total", "-O", "csv", *wanted).splitlines()[1:]
    pairs = (line.strip('"').split('","') for line in lines)
    return {account: Decimal(amount.split()[0]) for account, amount in pairs}


@pytest.fixture
def books(filled: Path, run: Run, tmp_path: Path) -> Path:
    """The books of a batch held with one person absent, and of an envelope that changed its mind."""
    people = [line["beneficiary"] for line in run("batch", "show", "b1", "--format", "json").json["lines"]]
    run("batch", "lock", "b1")
    run("batch", "hold", "b1", "--on", "2024-12", "--absent", people[1])
    run("export", "journal", "-o", tmp_path / "books.journal")
    return tmp_path / "books.journal"


def test_hledger_accepts_the_books(books: Path) -> None:
    assert hledger("-f", books, "check", "accounts", "commodities", "balancednoautoconversion") == ""


def test_hledger_adds_up_what_we_report(books: Path, run: Run) -> None:
    """Deliveries by region and programme, and each envelope's balances, to the centime."""
    regions = run("report", "region", "--format", "json").json["rows"]
    ours = {f"delivered:{row['region']}:micro": Decimal(row["delivered"]) for row in regions}
    for row in run("report", "budget", "--format", "json").json["rows"]:
        ours[f"funder:{row['funder']}"] = -Decimal(row["allocated"])
        ours |= {f"envelope:{row['envelope']}:{key}": Decimal(row[key]) for key in ("available", "committed")}
    assert theirs(books) == {account: amount for account, amount in ours.items() if amount}


def test_hledger_adds_up_what_was_mended(
    filled: Path, run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Shares, a closed month, a correction of person, a return and a replacement: its sums by month are ours."""
    run("budget", "add", "state", "--programme", "micro", "--fiscal-year", "2024", "--funder", "fund",
        "--amount", "20 000,00")  # fmt: skip
    run("batch", "share", "b1", "env=2", "state=1")
    run("batch", "lock", "b1")
    run("batch", "hold", "b1", "--on", "2025-12-20")
    run("period", "close", "2025-12")
    third = run("batch", "show", "b1", "--format", "json").json["lines"][2]["beneficiary"]
    run("batch", "correct", "b1", "1", "--person", third, "--amount", "12 000,01", "--reason", "faute de frappe")
    run("batch", "return", "b1", "2", "--on", "2026-01-10", "--reason", "machine défectueuse")
    run("batch", "replace", "b1", "3", "--amount", "7 000,00", "--on", "2026-01-12", "--reason", "échange")
    file = tmp_path / "books.journal"
    run("export", "journal", "-o", file)
    assert hledger("-f", file, "check", "accounts", "commodities", "balancednoautoconversion") == ""
    for month in ("2025-12", "2026-01"):
        rows = run("report", "region", "--month", month, "--format", "json").json["rows"]
        ours = {f"delivered:{row['region']}:micro": Decimal(row["delivered"]) for row in rows}
        assert theirs(file, "delivered", "--period", month) == {code: amount for code, amount in ours.items() if amount}
    rows = run("report", "budget", "--format", "json").json["rows"]
    ours = {f"envelope:{row['envelope']}:available": Decimal(row["available"]) for row in rows}
    assert theirs(file, "envelope:.*:available") == ours
    assert "mends:" in file.read_text()


def test_a_batch_typed_in_late_is_never_below_zero(books: Path) -> None:
    """What was locked today and handed over a year ago was committed by then: dated balances hold too."""
    assert min(theirs(books, "envelope", "--historical", "--end", "2025-01-01").values()) > 0
    assert "envelope:env:committed" not in theirs(books, "envelope", "--historical", "--end", "2025-01-01")


def test_an_entry_reads_as_it_happened(books: Path) -> None:
    """A delivery known to its month stands on the first day, and says so; no name is in the books."""
    text = books.read_text()
    assert re.search(r"2024-12-01 deliver b1  ; entry:\d+, line:1, author:tester, happened:2024-12\n", text)
    assert "    delivered:MA-03:micro  12500.00 MAD\n" in text
    assert "Benfictif" not in text


def test_the_log_is_listed_and_filtered(filled: Path, run: Run) -> None:
    run("batch", "lock", "b1")
    rows = run("log", "list", "--format", "json").json["rows"]
    assert [row["command"] for row in rows[-3:]] == ["batch plan", "import", "batch lock"]
    assert run("log", "--format", "json").json["rows"] == rows
    assert len(run("log", "--command", "import", "--format", "json").json["rows"]) == 1
    about = run("log", "list", "--about", "b1", "--command", "batch lock", "--format", "json").json["rows"]
    assert len(about) == 1
    assert "batch.lock code=b1" in about[0]["changes"]
    assert run("log", "list", "--author", "nobody", "--format", "json").json["rows"] == []
    assert run("log", "list", "--to", "2026-01-14", "--author", "tester", "--format", "json").json["rows"] == []


def test_the_log_proves_itself(filled: Path, run: Run) -> None:
    """Whole: silent proof. A record changed behind the triggers: found. The end cut off: found by the head kept."""
    head = run("log", "head").out.strip()
    run("batch", "lock", "b1")
    run("log", "verify", "--head", head)
    latest = run("log", "head").out.strip()
    with unguarded(filled) as database:
        database.execute("DELETE FROM audit WHERE id = (SELECT MAX(id) FROM audit)")
    run("log", "verify")
    assert "cut short" in run("log", "verify", "--head", latest, status=1).err
    with unguarded(filled) as database:
        database.execute("UPDATE audit SET author = 'someone' WHERE id = 2")
    assert "hash of what they say: 2." in run("log", "verify", status=1).err
    assert "audit.chain" in run("check", status=1).out
