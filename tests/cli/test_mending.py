"""What was typed wrong, goods that moved, and months that are closed."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from tests.support import Begun, Run, bytes_of, opened

from reinsert_cli.store import opening

Line = dict[str, Any]


@pytest.fixture
def at(monkeypatch: pytest.MonkeyPatch) -> Any:
    """Set the clock: ``at("2025-03-20")``."""
    return lambda day: monkeypatch.setenv("REINSERT_NOW", f"{day}T09:00:00+00:00")


@pytest.fixture
def held(filled: Path, begun: Begun, run: Run, at: Any) -> Path:
    """``b1`` handed over on 18 March 2025: 12 500, 17 000,50 (Meknès, with Fès) and 8 000 (Tanger)."""

    def write() -> None:
        at("2025-03-01")
        run("batch", "lock", "b1")
        at("2025-03-20")
        run("batch", "hold", "b1", "--on", "2025-03-18")

    begun("held", write)
    at("2025-03-20")
    return filled


def lines(run: Run, code: str = "b1") -> list[Line]:
    found: list[Line] = run("batch", "show", code, "--format", "json").json["lines"]
    return found


def row(run: Run, *arguments: str) -> Line:
    (only,) = run("report", *arguments, "--format", "json").json["rows"]
    found: Line = only
    return found


def delivered(run: Run, *filters: str) -> str:
    return str(run("report", "region", *filters, "--format", "json").json["totals"]["delivered"])


def entries(path: Path, kind: str) -> list[tuple[Any, ...]]:
    with opened(path) as database:
        return database.execute(
            "SELECT account, amount, envelope_code, region_code, line_id, mends, booked_on, reason FROM journal "
            "WHERE kind = ? ORDER BY id",
            [kind],
        ).fetchall()


WHY = ("--reason", "faute de frappe")


def test_a_mistyped_amount(held: Path, run: Run) -> None:
    """One new entry takes the wrong amount back and puts the right one, and names what it mends; nothing is changed."""
    run("batch", "correct", "b1", "1", "--amount", "12 000,00", *WHY)
    assert lines(run)[0]["amount"] == "12000.00"
    assert row(run, "budget")["delivered"] == "37000.50"
    with opened(held) as database:
        (deliver,) = database.execute("SELECT entry FROM journal WHERE kind = 'deliver' AND line_id = 1 AND amount > 0")
    assert entries(held, "correct") == [
        ("delivered", -1250000, "env", "MA-03", 1, deliver[0], "2025-03-18", "faute de frappe"),
        ("delivered", 1200000, "env", "MA-03", 1, deliver[0], "2025-03-18", "faute de frappe"),
        ("available", 50000, "env", "MA-03", 1, deliver[0], "2025-03-18", "faute de frappe"),
    ]
    run("batch", "receipts", "b1", "--others", "present")
    run("check")


def test_a_mistyped_person(held: Path, run: Run) -> None:
    """The line goes to the other person, with their region and a project of theirs; the books move with it."""
    first, _second, third = lines(run)
    run("batch", "correct", "b1", first["beneficiary"], "--person", third["beneficiary"].lower(), *WHY)
    corrected = lines(run)[0]
    assert (corrected["beneficiary"], corrected["region"]) == (third["beneficiary"], "MA-01")
    assert corrected["project"] not in {first["project"], third["project"]}  # another activity than they had
    regions = run("report", "region", "--format", "json").json["rows"]
    assert [(r["region"], r["delivered"], r["beneficiaries"]) for r in regions] == [
        ("MA-01", "20500.00", 1),
        ("MA-03", "17000.50", 1),
    ]


def test_a_mistyped_envelope(held: Path, run: Run) -> None:
    """The money comes from the right envelope, which must have it unless somebody answers for it."""
    run("budget", "add", "other", "--programme", "micro", "--fiscal-year", "2025", "--funder", "fund",
        "--amount", "10 000,00")  # fmt: skip
    before = bytes_of(held)
    refused = run("batch", "correct", "b1", "1", "--envelope", "other", *WHY, status=3)
    assert "other (2,500.00 DH)" in refused.err
    assert bytes_of(held) == before
    run("batch", "correct", "b1", "1", "--envelope", "other", "--override", *WHY)
    rows = run("report", "budget", "--format", "json").json["rows"]
    assert {r["envelope"]: (r["delivered"], r["available"], r["overridden"]) for r in rows} == {
        "env": ("25000.50", "74999.50", None),
        "other": ("12500.00", "-2500.00", "2500.00"),
    }


def test_a_mistyped_day(held: Path, run: Run) -> None:
    """The batch, its deliveries and the months they count in move to the right day."""
    assert delivered(run, "--month", "2025-03") == "37500.50"
    run("batch", "correct", "b1", "--on", "28/02/2025", *WHY)
    assert (delivered(run, "--month", "2025-02"), delivered(run, "--month", "2025-03")) == ("37500.50", "0.00")
    assert run("batch", "show", "b1", "--format", "json").json["held_on"] == "2025-02-28"
    assert "Batch b1 has that day already." in run("batch", "correct", "b1", "--on", "2025-02-28", *WHY, status=3).err


def test_wrongly_absent_and_wrongly_present(filled: Path, run: Run) -> None:
    """Who came is typed wrong as easily as how much: both ways are mended, and the funds follow."""
    run("batch", "lock", "b1")
    person = lines(run)[2]["beneficiary"]
    run("batch", "hold", "b1", "--on", "2024-12-06", "--absent", person)
    run("batch", "correct", "b1", person, "--came", *WHY)
    run("batch", "correct", "b1", "1", "--absent", *WHY)
    assert [line["status"] for line in lines(run)] == ["absent", "delivered", "delivered"]
    assert row(run, "budget")["delivered"] == "25000.50"
    run("batch", "receipts", "b1", "--others", "present")
    run("check")


def test_before_the_handover_only_the_commitment_moves(filled: Path, run: Run) -> None:
    """A locked line is corrected on the committed account; a planned one leaves no entry at all."""
    run("batch", "correct", "b1", "1", "--amount", "12 000,00", *WHY)
    assert entries(filled, "correct") == []
    run("batch", "lock", "b1")
    run("batch", "correct", "b1", "1", "--amount", "11 000,00", *WHY)
    assert row(run, "budget")["committed"] == "36000.50"
    run("check")


@pytest.mark.parametrize(
    ("arguments", "status", "told"),
    [
        (["1"], 2, "A correction needs a line and what is right of it"),
        (["1", "--on", "2025-01-01"], 2, "A correction needs a line and what is right of it"),
        (["1", "--amount", "12 500,00"], 3, "Line 1 of b1 is so already."),
        (["99", "--amount", "1 DH"], 3, "There is no line 99 in b1."),
        (["B-NOBODY", "--amount", "1 DH"], 3, "There is no line B-NOBODY in b1."),
        (["1", "--person", "B-NOBODY"], 3, "There is no beneficiary B-NOBODY."),
        (["1", "--envelope", "nowhere"], 3, "There is no envelope nowhere."),
        (["1", "--came"], 3, "Line 1 of b1 is delivered: that cannot be corrected."),
        (["--on", "2025-03-18"], 3, "Batch b1 has that day already."),
    ],
)
def test_what_cannot_be_corrected(held: Path, run: Run, arguments: list[str], status: int, told: str) -> None:
    """One sentence what, one what to do, the right status, and the ledger as it was."""
    before = bytes_of(held)
    assert told in run("batch", "correct", "b1", *arguments, *WHY, status=status).err
    assert bytes_of(held) == before


def test_a_correction_needs_a_reason(held: Path, run: Run) -> None:
    run("batch", "correct", "b1", "1", "--amount", "1 DH", status=2)
    assert (
        "A reason is needed." in run("batch", "correct", "b1", "1", "--amount", "1 DH", "--reason", " ", status=2).err
    )


def test_goods_that_came_back(held: Path, run: Run, at: Any) -> None:
    """What was delivered is available again, from the day it came back; the person no longer counts as supported."""
    at("2025-04-10")
    run("batch", "return", "b1", "2", "--on", "2025-04-02", "--reason", "machine défectueuse")
    assert lines(run)[1]["status"] == "returned"
    assert row(run, "budget")["available"] == "79500.00"
    assert (delivered(run, "--month", "2025-03"), delivered(run, "--month", "2025-04")) == ("37500.50", "-17000.50")
    assert delivered(run, "--month", "2025-03", "--restated") == "37500.50"  # it did come back in April
    again = run("batch", "return", "b1", "2", "--reason", "encore", status=3)
    assert "is returned: nothing of it can come back." in again.err
    early = run("batch", "return", "b1", "1", "--on", "2025-03-17", "--reason", "erreur", status=3)
    assert "before it was handed over" in early.err
    late = run("batch", "return", "b1", "1", "--on", "2025-04-11", "--reason", "erreur", status=3)
    assert "is still to come" in late.err
    moved = run("batch", "correct", "b1", "--on", "2025-04-05", *WHY, status=3)
    assert "before it was handed over" in moved.err


def test_people_count_in_the_month_that_helped_them(held: Path, run: Run, at: Any) -> None:
    """A return takes nobody from an earlier month, a correction brings nobody back; the year counts who is left."""
    at("2025-04-10")
    run("batch", "return", "b1", "2", "--on", "2025-04-02", "--reason", "machine défectueuse")
    run("period", "close", "2025-03")
    run("batch", "correct", "b1", "1", "--amount", "13 000,00", *WHY)
    said = {}
    for period in (("--month", "2025-03"), ("--month", "2025-04"), ("--year", "2025"), ()):
        totals = run("report", "region", *period, "--format", "json").json["totals"]
        said[period[-1] if period else ""] = (totals["beneficiaries"], totals["delivered"], totals["mean_support"])
    assert said == {
        "2025-03": (3, "37500.50", "12500.17"),
        "2025-04": (0, "-16500.50", None),
        "2025": (2, "21000.00", "10500.00"),
        "": (2, "21000.00", "10500.00"),
    }
    run("assert", "add", "batch b1 has 3 people on 2025-03-31")
    run("assert", "add", "batch b1 has 2 people on 2025-04-02")
    run("batch", "receipts", "b1", "--others", "present")
    run("check")


def test_a_year_made_precise_after_its_month_was_closed(filled: Path, run: Run, at: Any) -> None:
    """A bare year is no day to keep: the handover then counts in an open month."""
    at("2025-03-20")
    run("batch", "lock", "b1")
    run("batch", "hold", "b1", "--on", "2025")
    at("2025-04-03")
    run("period", "close", "2025-03")
    run("batch", "correct", "b1", "--on", "2025-03-15", *WHY)
    assert [delivered(run, "--month", month) for month in ("2025-03", "2025-04")] == ["0.00", "37500.50"]
    assert delivered(run, "--month", "2025-03", "--restated") == "37500.50"


def test_a_return_that_never_was(held: Path, run: Run, at: Any) -> None:
    """Typed wrong as anything else: it is taken back on its own day, and names the entry that it mends."""
    at("2025-04-10")
    run("batch", "return", "b1", "2", "--on", "2025-04-02", "--reason", "machine défectueuse")
    run("batch", "correct", "b1", "2", "--came", *WHY)
    assert lines(run)[1]["status"] == "delivered"
    assert [delivered(run, "--month", month) for month in ("2025-03", "2025-04")] == ["37500.50", "0.00"]
    run("batch", "replace", "b1", "2", "--reason", "échange")
    refused = run("batch", "correct", "b1", "2", "--came", *WHY, status=3)
    assert "was replaced by line 4" in refused.err
    run("batch", "receipts", "b1", "--others", "present")
    run("check")


def test_what_was_exchanged_is_corrected_on_its_own_day(held: Path, run: Run, at: Any) -> None:
    """The replacement counts in May, whatever the batch's day becomes; what it replaced moves with the batch."""
    at("2025-05-10")
    run("batch", "replace", "b1", "1", "--amount", "9 000,00", "--reason", "échange")
    run("batch", "correct", "b1", "4", "--amount", "10 000,00", *WHY)
    run("batch", "correct", "b1", "--on", "2025-02-20", *WHY)
    months = ("2025-02", "2025-03", "2025-04", "2025-05")
    assert [delivered(run, "--month", month) for month in months] == ["37500.50", "0.00", "0.00", "-2500.00"]
    assert delivered(run) == "35000.50"


def test_goods_given_in_place_of_others(held: Path, run: Run, at: Any) -> None:
    """The old line is returned, a new one stands in its place, committed and delivered on the day of the exchange."""
    at("2025-04-10")
    run("batch", "replace", "b1", "2", "--amount", "15 000,00", "--item", "Poste à souder", "--receipt", "present",
        "--reason", "échange")  # fmt: skip
    old, new = lines(run)[1], lines(run)[3]
    assert (old["status"], new["status"], new["amount"], new["label"]) == (
        "returned", "delivered", "15000.00", "Poste à souder",
    )  # fmt: skip
    assert (new["replaces"], new["beneficiary"], new["receipt"]) == (2, old["beneficiary"], "present")
    assert delivered(run) == "35500.00"
    assert row(run, "budget")["delivered"] == "35500.00"
    run("batch", "receipts", "b1", "--others", "present")
    run("check")


def test_a_closed_month_stays_as_it_was(held: Path, run: Run, at: Any) -> None:
    """Corrections of March made in April count in April; March asked again says what it said, or is restated."""
    march = ("--month", "2025-03", "--format", "json")
    before = {name: run("report", name, *march).json["rows"] for name in ("region", "programme", "batch", "budget")}
    at("2025-04-03")
    run("period", "close", "2025-03")
    run("batch", "correct", "b1", "1", "--amount", "12 000,00", *WHY)
    run("batch", "correct", "b1", "3", "--absent", *WHY)
    assert {name: run("report", name, *march).json["rows"] for name in before} == before
    answer = run("report", "region", *march).json
    assert (answer["as_of"], answer["totals"]["delivered"]) == ("2025-04-03", "37500.50")
    assert (delivered(run, "--month", "2025-04"), delivered(run, "--year", "2025")) == ("-8500.00", "29000.50")
    assert delivered(run, "--month", "2025-03", "--restated") == "29000.50"
    assert {entry[6] for entry in entries(held, "correct")} == {"2025-04-03"}
    notes = run("report", "region", "--month", "2025-03").out
    assert "As closed on 2025-04-03; --restated gives what is known now." in notes
    april = run("report", "region", "--month", "2025-04").out
    assert "Corrections and returns of handovers of another period count here: -8,500.00 DH." in april


def test_a_handover_found_out_late_counts_in_an_open_month(held: Path, people: Path, run: Run, at: Any) -> None:
    """Recorded after its month was closed, it keeps its day and counts on the day it was recorded."""
    at("2025-04-03")
    run("period", "close", "2025-02")
    run("batch", "plan", "b2", "--programme", "micro", "--fiscal-year", "2025", "--province", "MA-FES")
    run("import", people, "--as", "distributions", "--batch", "b2", "--envelope", "env")
    run("batch", "lock", "b2")
    run("batch", "hold", "b2", "--on", "2025-02-14")
    assert (delivered(run, "--month", "2025-02"), delivered(run, "--month", "2025-04")) == ("0.00", "37500.50")
    assert run("batch", "show", "b2", "--format", "json").json["held_on"] == "2025-02-14"
    assert delivered(run, "--month", "2025-02", "--restated") == "37500.50"


def test_a_day_mended_after_closing_leaves_the_books_where_they_were(held: Path, run: Run, at: Any) -> None:
    at("2025-04-03")
    run("period", "close", "2025-03")
    run("batch", "correct", "b1", "--on", "2025-02-28", *WHY)
    months = ("2025-02", "2025-03", "2025-04")
    assert [delivered(run, "--month", month) for month in months] == ["0.00", "37500.50", "0.00"]
    assert delivered(run, "--month", "2025-02", "--restated") == "37500.50"


def test_months_close_once_and_when_over(held: Path, run: Run, at: Any) -> None:
    at("2025-04-03")
    run(
        "batch",
        "plan",
        "b2",
        "--programme",
        "micro",
        "--fiscal-year",
        "2025",
        "--province",
        "MA-FES",
        "--on",
        "2025-03",
    )
    assert "is not over" in run("period", "close", "2025-04", status=3).err
    assert "still to be held: b2." in run("period", "close", "mars 2025").out
    assert "closed already" in run("period", "close", "2025-03", status=3).err
    assert "is not a month" in run("period", "close", "2025", status=2).err
    assert [one["month"] for one in run("period", "list", "--format", "json").json["rows"]] == ["2025-03"]
    with opened(held) as database, pytest.raises(opening.errors(), match="append-only"):
        database.execute("DELETE FROM closed_month")


def test_the_ledger_as_it_stood(held: Path, run: Run, at: Any) -> None:
    """Every report answers as of a day: before the handover, before a correction, and not before history was kept."""
    at("2025-05-06")
    run("batch", "correct", "b1", "1", "--amount", "12 000,00", *WHY)
    run("statement", "add", "--batch", "b1", "--measure", "amount", "--value", "40 000 DH", "--source", "A")
    assert delivered(run, "--as-of", "2025-03-19") == "0.00"
    assert delivered(run, "--as-of", "2025-03-20") == "37500.50"
    assert delivered(run) == "37000.50"
    assert row(run, "budget", "--as-of", "2025-03-10")["committed"] == "37500.50"
    assert row(run, "batch", "--as-of", "2025-03-10")["status"] == "locked"
    assert run("report", "statements", "--as-of", "2025-03-31", "--format", "json").json["rows"] == []
    assert len(run("report", "statements", "--format", "json").json["rows"]) == 1
    assert run("report", "journal", "--as-of", "2025-03-10", "--format", "json").json["as_of"] == "2025-03-10"


def test_history_has_a_beginning(tmp_path: Path, run: Run, at: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    at("2025-03-01")
    monkeypatch.setenv("REINSERT_LEDGER", str(tmp_path / "l.db"))
    run("init")
    assert "since 2025-03-01" in run("report", "region", "--as-of", "2025-02-28", status=3).err
    run("report", "region", "--as-of", "2025-03-01")
