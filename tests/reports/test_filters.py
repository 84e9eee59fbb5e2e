"""What a report counts under each filter, on a ledger small enough to add up by hand."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from tests.support import Run, write_xlsx


@pytest.fixture
def three_batches(programme: Path, tmp_path: Path, run: Run) -> Path:
    """Three batches of 2023 and 2024 at Fès.

    ======  ==========  ==============  =============================================
    batch   held        fiscal year     people (province, centre, amount)
    ======  ==========  ==============  =============================================
    day     2024-02-29  2024            ZZ1 (Fès, fes, 100), ZZ2 (Tanger, tanger, 200)
    month   2024-12     2024            ZZ1 again (Fès, fes, 400)
    year    2024        2023            ZZ3 (Salé, sale, 800)
    ======  ==========  ==============  =============================================
    """
    people = {
        "day": [("ZZ1", "Fès", "Fès", "F", 100), ("ZZ2", "Tanger", "Tanger", "H", 200)],
        "month": [("ZZ1", "Fès", "Fès", "F", 400)],
        "year": [("ZZ3", "Salé", "Salé", "H", 800)],
    }
    for batch, on, year in (("day", "29/02/2024", "2024"), ("month", "2024-12", "2024"), ("year", "2024", "2023")):
        run("batch", "plan", batch, "--programme", "micro", "--fiscal-year", year, "--province", "MA-FES")
        rows = [("CIN", "Province", "Centre", "Sexe", "Montant"), *people[batch]]
        run("import", write_xlsx(tmp_path / f"{batch}.xlsx", rows), "--batch", batch, "--envelope", "env")
        run("batch", "lock", batch)
        run("batch", "hold", batch, "--on", on)
    return programme


@pytest.mark.parametrize(
    ("filters", "delivered", "people", "batches"),
    [
        ((), "1500.00", 3, 3),
        (("--fiscal-year", "2024"), "700.00", 2, 2),
        (("--year", "2024"), "1500.00", 3, 3),
        (("--month", "2024-02"), "300.00", 2, 1),
        (("--month", "décembre 2024"), "400.00", 1, 1),
        (("--to", "29/02/2024"), "300.00", 2, 1),
        (("--from", "2024-12", "--to", "2024-12-31"), "400.00", 1, 1),
        (("--from", "2024-12-15"), "0.00", 0, 0),
        (("--region", "MA-03"), "500.00", 1, 2),
        (("--region", "Tanger-Tétouan-Al Hoceïma"), "200.00", 1, 1),
        (("--centre", "fes"), "500.00", 1, 2),
        (("--centre", "sale", "--fiscal-year", "2024"), "0.00", 0, 0),
        (("--programme", "micro"), "1500.00", 3, 3),
    ],
)
@pytest.mark.parametrize("report", ["region", "programme"])
def test_each_filter(
    three_batches: Path, run: Run, report: str, filters: tuple[str, ...], delivered: str, people: int, batches: int
) -> None:
    """Totals count each person and each batch once, however many rows they stand in."""
    totals = run("report", report, *filters, "--format", "json").json["totals"]
    assert (totals["delivered"], totals["beneficiaries"], totals["batches"]) == (delivered, people, batches)
    batch_totals = run("report", "batch", *filters, "--format", "json").json["totals"]
    assert (batch_totals["amount"], batch_totals["beneficiaries"]) == (delivered, people)


def notes(run: Run, *filters: str) -> str:
    return " ".join(run("report", "region", *filters, "--format", "json").json["notes"])


def test_what_is_not_dated_precisely_is_named(three_batches: Path, run: Run) -> None:
    """A date known to the year may lie in the month asked: not counted, not guessed, named."""
    assert "for this period: year." in notes(run, "--month", "2024-02")
    assert "for this period: month, year." in notes(run, "--from", "2024-12-15")
    assert "for this period" not in notes(run, "--year", "2024")
    run("batch", "plan", "some-day", "--programme", "micro", "--fiscal-year", "2024", "--province", "MA-FES")
    assert "for this period: some-day." in notes(run, "--year", "2024")


def test_budget_filters_select_whole_envelopes(three_batches: Path, run: Run) -> None:
    """A period or a centre keeps the envelopes that paid then or there, with their whole balances."""
    run("budget", "add", "other", "--programme", "micro", "--fiscal-year", "2023", "--funder", "fund",
        "--amount", "5 DH", "--region", "MA-09")  # fmt: skip

    def envelopes(*filters: str) -> list[str]:
        rows = run("report", "budget", *filters, "--format", "json").json["rows"]
        assert all(
            float(row["allocated"]) == float(row["committed"]) + float(row["delivered"]) + float(row["available"])
            for row in rows
        )
        return sorted(row["envelope"] for row in rows)

    assert envelopes() == ["env", "other"]
    assert envelopes("--fiscal-year", "2023") == ["other"]
    assert envelopes("--month", "2024-02") == ["env"]
    assert envelopes("--month", "2024-03") == []
    assert envelopes("--centre", "tanger") == ["env"]
    assert envelopes("--region", "MA-03") == ["env"]
    assert envelopes("--region", "MA-09") == ["env", "other"]


def test_every_format(three_batches: Path, run: Run, tmp_path: Path) -> None:
    """The same figure in each of them."""
    assert "1,500.00" in run("report", "region").out
    assert run("report", "region", "--format", "csv").out.splitlines()[2].startswith("MA-03,Fès-Meknès,2,1,1,")
    assert "| **1,500.00** |" in run("report", "region", "--format", "md").out
    for name in ("r.xlsx", "r.csv", "r.json", "r.md"):
        assert run("report", "region", "-o", tmp_path / name).out == ""
        assert (tmp_path / name).stat().st_mode & 0o777 == 0o600
    run("report", "region", "-o", tmp_path / "absent" / "r.csv", status=2)


def test_names_in_the_readers_language(three_batches: Path, run: Run) -> None:
    answer: Any = run("--lang", "ar", "report", "programme", "--format", "json").json
    assert answer["rows"][0]["programme_name"] == "المشاريع الصغرى"
    assert answer["rows"][0]["basis"] == "recorded"


def test_a_person_who_moved_centre_moves_no_envelope(programme: Path, tmp_path: Path, run: Run) -> None:
    """The centre of a line is that of its locking: the envelope paid for the centre that the person has left."""
    run(
        "budget", "add", "idle", "--programme", "micro", "--fiscal-year", "2024", "--funder", "fund", "--amount", "1 DH"
    )
    run("batch", "plan", "b1", "--programme", "micro", "--fiscal-year", "2024", "--province", "MA-FES")
    rows = [("CIN", "Province", "Centre", "Montant"), ("ZZ1", "Fès", "Fès", 100)]
    run("import", write_xlsx(tmp_path / "b1.xlsx", rows), "--batch", "b1", "--envelope", "env")

    def paid_for(centre: str) -> list[str]:
        rows = run("report", "budget", "--centre", centre, "--format", "json").json["rows"]
        return [row["envelope"] for row in rows]

    who = run("batch", "show", "b1", "--format", "json").json["lines"][0]["beneficiary"]
    run("batch", "lock", "b1")
    run("beneficiary", "edit", who, "--centre", "tanger")
    assert (paid_for("fes"), paid_for("tanger")) == (["env"], [])
    run("batch", "hold", "b1", "--on", "2024-12-06")
    assert (paid_for("fes"), paid_for("tanger")) == (["env"], [])


@pytest.mark.parametrize(
    ("asked", "told"),
    [(("report", "survival", "--by", "sector"), "regroupé par : secteur"),
     (("beneficiary", "list", "--missing", "training"), "manquante : formation")],
)  # fmt: skip
def test_filters_speak_the_readers_language(programme: Path, run: Run, asked: tuple[str, ...], told: str) -> None:
    assert told in run("--lang", "fr", *asked).out
