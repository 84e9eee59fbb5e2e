"""Households and cooperatives: a line of one stands for all its people, its money is counted once."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from tests.support import PEOPLE, Run, write_xlsx

Row = dict[str, Any]

FIVE = (
    (*PEOPLE[0], "Handicap", "Centre"),
    ("Benfictif", "Amina", "ZZ1001", "F", "Fès", "Couture", "équipement", 1000, "non", "Fès"),
    ("El Exemple", "Karim", "ZZ1002", "H", "Meknès", "Soudure", "équipement", 1000, "non", "Meknès"),
    ("Inventani", "Omar", "ZZ1003", "H", "Tanger-Assilah", "Snack", "numéraire", 1000, "oui", "Tanger"),
    ("Modelini", "Salma", "ZZ1004", "F", "Fès", "Coiffure", "numéraire", 1000, "non", "Fès"),
    ("Prototypi", "Nadia", "ZZ1005", "F", "Taza", "Tissage", "numéraire", 1000, "oui", "Fès"),
)
"""Three women and a man of Fès-Meknès, a man of Tangier; two with a disability."""


@pytest.fixture
def five(planned: Path, tmp_path: Path, run: Run) -> list[str]:
    """The five people, known by the ledger from a batch ``b0`` that was called off."""
    run("batch", "plan", "b0", "--programme", "micro", "--fiscal-year", "2024", "--province", "MA-FES")
    run("import", write_xlsx(tmp_path / "five.xlsx", FIVE), "--batch", "b0", "--envelope", "env")
    people = [line["beneficiary"] for line in run("batch", "show", "b0", "--format", "json").json["lines"]]
    run("batch", "cancel", "b0")
    return people


@pytest.fixture
def cooperative(five: list[str], run: Run) -> str:
    """A cooperative of the five in ``b1``: one line of 40 000 DH, in the name of the woman named first."""
    code = group(run, five, "cooperative")
    run("project", "cost", "add", code, "--kind", "equipment", "--label", "Métier", "--unit-price", "40 000,00")
    run("batch", "add", "b1", "--project", code, "--for", five[0])
    return code


def group(run: Run, people: list[str], kind: str, activity: str = "Tissage") -> str:
    named = [word for person in people for word in ("--beneficiary", person)]
    said = run("project", "add", "--programme", "micro", *named, "--kind", kind, "--activity", activity).out
    return said.split()[1]


def report(run: Run, name: str, *options: str) -> Row:
    found: Row = run("report", name, *options, "--format", "json").json
    return found


def told(row: Row) -> tuple[int, int, int, str, str]:
    return (row["beneficiaries"], row["women"], row["disabled"], row["planned"], row["delivered"])


def held(run: Run, code: str = "b1", day: str = "2024-12-06") -> None:
    run("batch", "lock", code)
    run("batch", "hold", code, "--on", day)


def test_five_people_three_women_one_amount(cooperative: str, run: Run) -> None:
    """The batch, its programme and the total count five people; 40 000 DH once, 8 000 a head."""
    (batch,) = [row for row in report(run, "batch")["rows"] if row["batch"] == "b1"]
    assert (batch["beneficiaries"], batch["women"], batch["disabled"], batch["amount"]) == (5, 3, 2, "40000.00")
    held(run)
    totals = report(run, "region")["totals"]
    assert told(totals) == (5, 3, 2, "0.00", "40000.00")
    assert totals["mean_support"] == "8000.00"
    (programme,) = report(run, "programme")["rows"]
    assert (told(programme), programme["share_of_target"]) == ((5, 3, 2, "0.00", "40000.00"), 50.0)


def test_each_counts_where_they_live(cooperative: str, run: Run) -> None:
    """Four of Fès-Meknès with all the money, one of Tangier with none of it; centres likewise."""
    held(run)
    rows = {row["region"]: told(row) for row in report(run, "region")["rows"]}
    assert rows == {"MA-01": (1, 0, 1, "0.00", "0.00"), "MA-03": (4, 3, 1, "0.00", "40000.00")}
    assert told(report(run, "region", "--region", "MA-01")["totals"]) == (1, 0, 1, "0.00", "0.00")
    assert told(report(run, "region", "--centre", "fes")["totals"]) == (3, 3, 1, "0.00", "40000.00")
    assert told(report(run, "region", "--centre", "tanger")["totals"]) == (1, 0, 1, "0.00", "0.00")
    assert report(run, "batch", "--centre", "tanger")["rows"][0]["batch"] == "b1"


def test_periods_count_them_when_something_came(cooperative: str, run: Run) -> None:
    """In the month of the handover, not in that of a return, which takes the money back and nobody away."""
    held(run)
    run("batch", "return", "b1", line_of(run), "--on", "2025-01-10", "--reason", "Panne")
    december, january = (report(run, "region", "--month", month) for month in ("2024-12", "2025-01"))
    assert told(december["totals"]) == (5, 3, 2, "0.00", "40000.00")
    assert {row["region"]: told(row) for row in december["rows"]} == {
        "MA-01": (1, 0, 1, "0.00", "0.00"), "MA-03": (4, 3, 1, "0.00", "40000.00"),
    }  # fmt: skip
    assert (january["totals"]["beneficiaries"], january["totals"]["delivered"]) == (0, "-40000.00")
    assert report(run, "region")["totals"]["beneficiaries"] == 0


def line_of(run: Run) -> str:
    return str(run("batch", "show", "b1", "--format", "json").json["lines"][0]["line"])


def test_an_absent_group_counts_nobody(cooperative: str, five: list[str], run: Run) -> None:
    run("batch", "lock", "b1")
    run("batch", "hold", "b1", "--on", "2024-12-06", "--absent", five[0])
    assert report(run, "region")["totals"]["beneficiaries"] == 0


def test_a_person_in_two_projects_is_one(cooperative: str, five: list[str], run: Run) -> None:
    """A member who also has a line of their own is counted once; a household beside it adds nobody known already."""
    home = group(run, five[:2], "household", "Cuisine")
    run("project", "cost", "add", home, "--kind", "cash", "--unit-price", "1 000,00")
    run("batch", "add", "b1", "--project", home, "--for", five[1])
    assert told(report(run, "region")["totals"]) == (5, 3, 2, "41000.00", "0.00")
    rows = {row["region"]: told(row) for row in report(run, "region")["rows"]}
    assert rows["MA-03"] == (4, 3, 1, "41000.00", "0.00")


def test_statements_and_assertions_count_them(cooperative: str, run: Run) -> None:
    """Sources that declare five people and three women agree with the one line; so does what somebody is sure of."""
    for measure, value in (("beneficiaries", "5"), ("women", "3"), ("disabled", "2"), ("amount", "40 000,00 DH")):
        run("statement", "add", "--batch", "b1", "--measure", measure, "--value", value, "--source", "Communiqué")
    held(run)
    run("batch", "receipts", "b1", "--others", "present")
    assert "is reconciled" in run("batch", "reconcile", "b1").out
    run("assert", "batch", "b1", "has", "5", "bénéficiaires", status=None)
    run("check")


def test_support_twice_reaches_the_members(cooperative: str, five: list[str], run: Run) -> None:
    """One of the five who gets equipment for the same trade in another batch of the year is named at locking."""
    held(run)
    run("batch", "plan", "b2", "--programme", "micro", "--fiscal-year", "2024", "--province", "MA-FES")
    alone = run("project", "add", "--programme", "micro", "--beneficiary", five[4], "--activity", "Tissage").out.split()
    run("project", "cost", "add", alone[1], "--kind", "equipment", "--unit-price", "1 000,00")
    run("batch", "add", "b2", "--project", alone[1])
    assert five[4] in run("batch", "lock", "b2").err


def test_individuals_are_as_they_were(filled: Path, run: Run) -> None:
    """Three people, three lines, nothing else: becoming a household of one changes no figure."""
    held(run)
    before = report(run, "region")
    assert told(before["totals"])[:2] == (3, 1)
    project = run("project", "list", "--format", "json").json["rows"][0]["project"]
    run("project", "edit", project, "--kind", "household")
    assert report(run, "region") == before


def test_who_joins_later_counts_from_then_on(
    cooperative: str, five: list[str], run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A closed month keeps the people it had; the ledger as of an earlier day too."""
    run("project", "member", cooperative, "remove", five[4])
    held(run)
    run("period", "close", "2024-12")
    monkeypatch.setenv("REINSERT_NOW", "2026-02-20T09:00:00+00:00")
    run("project", "member", cooperative, "add", five[4])
    assert report(run, "region", "--month", "2024-12")["totals"]["beneficiaries"] == 4
    assert report(run, "region", "--as-of", "2026-01-31")["totals"]["beneficiaries"] == 4
    assert report(run, "region")["totals"]["beneficiaries"] == 5


def test_two_codes_of_one_person_are_one_member(cooperative: str, five: list[str], run: Run) -> None:
    run("beneficiary", "merge", five[4], five[3], "--reason", "Même personne")
    held(run)
    assert told(report(run, "region")["totals"])[:2] == (4, 2)
    run("check", "--format", "json", status=None)
    found = {one["code"]: one["ok"] for one in run("check", "--format", "json", status=None).json["checks"]}
    assert found["audit.state"]
    assert found["file.triggers"]


def test_a_list_of_a_centre_never_lands_on_a_group(cooperative: str, five: list[str], tmp_path: Path, run: Run) -> None:
    """A row about one member, of the same trade, is a project of their own."""
    rows = (FIVE[0], (*FIVE[1][:5], "Tissage", "numéraire", 500, "non", "Fès"))
    run("batch", "plan", "b3", "--programme", "micro", "--fiscal-year", "2024", "--province", "MA-FES")
    run("import", write_xlsx(tmp_path / "one.xlsx", rows), "--batch", "b3", "--envelope", "env")
    (line,) = run("batch", "show", "b3", "--format", "json").json["lines"]
    assert (line["beneficiary"], line["project"] != cooperative) == (five[0], True)
    (batch,) = [row for row in report(run, "batch")["rows"] if row["batch"] == "b3"]
    assert batch["beneficiaries"] == 1
