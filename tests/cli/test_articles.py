"""Every figure of the five press articles, asked back of the demonstration ledger through its JSON."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook
from tests import databases
from tests.support import Ledger, Run, kept, put

from reinsert_cli.cli import main


@pytest.fixture(scope="module")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The demonstration, run once: its ledger and its workbook."""
    path = tmp_path_factory.mktemp("demo") / "demo.db"
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("REINSERT_LANG", "fr")
        assert main.run(["demo", "--keep", str(path)]) == 0
    return path


@pytest.fixture(scope="module")
def told(demo: Path) -> Any:
    """What its ledger holds, which a server is given as anybody would give it one."""
    if not databases.PLACE:
        return demo.read_bytes()
    with databases.made("template0") as server:
        assert main.run(["ledger", "copy", str(demo), server.url]) == 0
        return kept(server)


@pytest.fixture
def ask(ledger: Ledger, told: Any, run: Run) -> Any:
    """Ask a report of a ledger of the test's own that holds it: ``ask("region", "--fiscal-year", 2019)``."""
    put(ledger, told)

    def report(name: str, *filters: object) -> Any:
        return run("report", name, *map(str, filters), "--format", "json").json

    return report


def only(rows: list[dict[str, Any]], **wanted: object) -> dict[str, Any]:
    (row,) = [row for row in rows if all(row[key] == value for key, value in wanted.items())]
    return row


def test_fes_2019(ask: Any) -> None:
    """53 people, 4 women, a man with a disability, 899 944 DH; 6.7 % of the envelope, 11.1 % of the target."""
    row = only(ask("batch")["rows"], batch="fes-2019")
    assert (row["beneficiaries"], row["women"], row["disabled"], row["amount"]) == (53, 4, 1, "899944.00")
    assert (row["held_on"], row["status"], row["province"], row["region"]) == ("2019", "held", "MA-FES", "MA-03")
    year = only(ask("programme")["rows"], programme="micro-projets", fiscal_year=2019)
    assert (year["allocated"], year["target_beneficiaries"], year["mean_support"]) == ("13500000.00", 478, "16980.08")
    assert (year["share_of_allocated"], year["share_of_target"]) == (6.7, 11.1)
    before = only(ask("programme")["rows"], programme="micro-projets", fiscal_year=2018)
    assert before["allocated"] == "8100000.00"


def test_the_special_category_is_declared_and_never_reported(ask: Any, run: Run) -> None:
    """The press gives four; the ledger keeps the statement, and no report prints the count."""
    statements = run("batch", "show", "fes-2019", "--format", "json").json["statements"]
    assert only(statements, measure="special")["value"] == 4
    for name in ("region", "programme", "batch", "budget", "statements"):
        assert "special" not in str(ask(name))


def test_2017_tranches(ask: Any) -> None:
    """25, 6 and 7 people; 545 381,93, 251 860,66 and 296 718,31 DH; the third still planned when printed."""
    answer = ask("batch", "--fiscal-year", 2017)
    rows = answer["rows"]
    assert [(r["batch"], r["tranche"], r["status"], r["held_on"], r["beneficiaries"], r["amount"]) for r in rows] == [
        ("casablanca-2017-1", 1, "held", "2017-09-28", 25, "545381.93"),
        ("casablanca-2017-2", 2, "held", "2017-10-05", 6, "251860.66"),
        ("fes-2017-3", 3, "planned", None, 7, "296718.31"),
    ]
    assert rows[0]["women"] == 5
    assert rows[1]["women"] is None
    assert rows[2]["planned_on"] == "2017-10-11"
    assert (answer["totals"]["amount"], answer["totals"]["beneficiaries"]) == ("1093960.90", 38)


def test_the_venue_is_not_the_peoples_region(ask: Any) -> None:
    """Aïn Sebaâ's 25 people fall on four regions that add up to the batch."""
    regions = ask("region", "--to", "2017-09-30")
    assert {row["region"] for row in regions["rows"]} == {"MA-01", "MA-04", "MA-06", "MA-07"}
    assert sum(row["beneficiaries"] for row in regions["rows"]) == 25
    assert regions["totals"]["delivered"] == "545381.93"
    assert regions["totals"]["batches"] == 1


def test_agadir_is_declared_only(ask: Any, run: Run) -> None:
    """24 people and nearly 850 000 DH, within a convention of more than 5,8 million."""
    row = only(ask("batch")["rows"], batch="agadir-2025")
    assert (row["beneficiaries"], row["amount"], row["qualifier"], row["basis"]) == (
        24,
        "850000.00",
        "nearly",
        "declared",
    )
    assert only(ask("region")["rows"], region="MA-09")["basis"] == "declared"
    convention = only(run("convention", "list", "--format", "json").json["rows"], code="souss-massa-moussalaha")
    assert (convention["amount"], convention["qualifier"]) == ("5800000.00", "over")


def test_temara_keeps_both_sources(ask: Any, run: Run) -> None:
    """More than 500 000 and 267 788,01 for the same seven people: a gap of 232 211,99 at least, both kept."""
    (disagreement,) = ask("statements")["rows"]
    assert (disagreement["subject"], disagreement["gap"]) == ("temara-2024", "232211.99")
    assert disagreement["printed"] == "plus de 500.000 DH"
    shown = run("batch", "show", "temara-2024", "--format", "json").json
    amounts = [(s["value"], s["qualifier"], s["chosen"]) for s in shown["statements"] if s["measure"] == "amount"]
    assert sorted(amounts) == [("267788.01", "exact", True), ("500000.00", "over", False)]
    assert only(ask("region")["rows"], region="MA-04")["basis"] == "mixed"


def test_check_finds_the_undated_batch(ask: Any, run: Run) -> None:
    """The one disagreement was settled with a reason; a batch of which the year alone is known is left to find."""
    found = run("check", "--format", "json", status=1).json["checks"]
    assert [(one["code"], one["count"]) for one in found if not one["ok"]] == [("batch.undated", 1)]
    run("batch", "correct", "fes-2019", "--on", "14/06/2019", "--reason", "Jour retrouvé dans le procès-verbal")
    answer = run("check")
    assert answer.out == ""
    assert ("is not encrypted" in answer.err) is not bool(databases.PLACE)  # which is said of files


def test_the_envelope_and_the_batch_tell_one_share(ask: Any) -> None:
    """899 944 of 13,5 million DH are 6,7 % (6,666…), wherever they are read."""
    envelope = only(ask("budget", "--fiscal-year", 2019)["rows"], envelope="national-2019")
    batch = only(ask("batch", "--fiscal-year", 2019)["rows"], batch="fes-2019")
    assert (envelope["used"], batch["share_of_allocated"]) == (6.7, 6.7)


def test_the_workbook_holds_the_same_figures(demo: Path) -> None:
    """One sheet a summary and one of definitions, real numbers, and the totals of the terminal."""
    book = load_workbook(demo.with_suffix(".xlsx"))
    assert len(book.worksheets) == 6
    values = {cell.value for sheet in book.worksheets for row in sheet.iter_rows() for cell in row}
    assert {899944, 545381.93, 251860.66, 296718.31, 267788.01, 232211.99} <= values


def test_without_keep_only_the_workbook_stays(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The throw-away ledger is gone at the end."""
    monkeypatch.setenv("TMPDIR", str(tmp_path))
    monkeypatch.setattr("tempfile.tempdir", None)
    run("demo")
    assert [path.name for path in tmp_path.glob("reinsert-demo-*/*")] == ["demo.xlsx"]
