"""Summaries against figures added up here from the very lists that were brought in."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook
from tests.cli.after import HEAD
from tests.support import Begun, Ledger, Run, write_xlsx

from reinsert_cli.cli import main
from reinsert_cli.domain.table import Column, Table
from reinsert_cli.reports.ordering import ordered


@dataclass(frozen=True)
class Gift:
    """What one row of a list gave: a batch and its month, a person of a place and centre, a sector, dirhams."""

    batch: str
    month: str
    who: int
    province: str
    centre: str
    sector: str
    amount: int


PLACES = {
    1: ("Fès", "fes"), 2: ("Fès", "fes"), 3: ("Meknès", "fes"), 4: ("Tanger-Assilah", "tanger"), 5: ("Salé", "sale"),
}  # fmt: skip
REGIONS = {"Fès": "MA-03", "Meknès": "MA-03", "Tanger-Assilah": "MA-01", "Salé": "MA-04"}
CODES = {"Fès": "MA-FES", "Meknès": "MA-MEK", "Tanger-Assilah": "MA-TNG", "Salé": "MA-SAL"}
HELD = {"b1": "2023-11-20", "b2": "2024-02-10", "b3": "2024-03-31", "b4": "2024-11-05"}
GIVEN = (
    ("b1", 1, "artisanat", 1000), ("b1", 2, "commerce", 2000),
    ("b2", 1, "commerce", 4000), ("b2", 3, "artisanat", 8000), ("b2", 4, "commerce", 16000),
    ("b3", 1, "commerce", 300), ("b3", 5, "services", 500),
    ("b4", 4, "services", 7000), ("b4", 2, "commerce", 600),
)  # fmt: skip
GIFTS = tuple(Gift(batch, HELD[batch][:7], who, *PLACES[who], sector, amount) for batch, who, sector, amount in GIVEN)


def expected(gifts: list[Gift]) -> tuple[int, int, int, str]:
    """Give batches, distinct people, distinct women (whose numbers are even) and dirhams."""
    people = {gift.who for gift in gifts}
    return (
        len({gift.batch for gift in gifts}),
        len(people),
        sum(who % 2 == 0 for who in people),
        f"{sum(gift.amount for gift in gifts)}.00",
    )


def found(row: dict[str, Any]) -> tuple[int, int, int, str]:
    return row["batches"], row["beneficiaries"], row["women"], row["delivered"]


def by(key: Callable[[Gift], Any]) -> dict[Any, tuple[int, int, int, str]]:
    """Give what is expected of each group."""
    return {group: expected([gift for gift in GIFTS if key(gift) == group]) for group in map(key, GIFTS)}


@pytest.fixture
def held(begun: Begun, tmp_path: Path) -> Ledger:
    """A ledger of one programme and the four batches, handed over."""

    def write() -> None:
        for command in (
            "partner add fund --name Bailleur",
            "programme add micro --name Micro-projets --name-ar المشاريع",
            "budget add env --programme micro --fiscal-year 2024 --funder fund --amount 100000 --target 10",
            *(line for batch in HELD for line in life_of(batch, tmp_path)),
        ):
            assert main.run(command.split()) == 0, command

    return begun("four batches", write)


def life_of(batch: str, folder: Path) -> Iterator[str]:
    """Give the commands that hand a batch over, its list written."""
    rows = [
        (f"D-{one.who}", f"Personne Fictive {'ABCDEF'[one.who]}", f"ZZ900{one.who}", "FH"[one.who % 2],
         one.centre, one.province, f"Activité {one.who} {one.sector}", one.sector, one.amount)
        for one in GIFTS if one.batch == batch
    ]  # fmt: skip
    path = write_xlsx(folder / f"{batch}.xlsx", [HEAD, *rows])
    yield f"batch plan {batch} --programme micro --fiscal-year 2024 --province MA-FES"
    yield f"import {path} --as distributions --batch {batch} --envelope env"
    yield f"batch lock {batch}"
    yield f"batch hold {batch} --on {HELD[batch]}"


def ask(run: Run, *arguments: object) -> Any:
    return run("report", *map(str, arguments), "--format", "json").json


KEYS: dict[str, Callable[[Gift], Any]] = {
    "region": lambda gift: REGIONS[gift.province],
    "centre": lambda gift: gift.centre,
    "sector": lambda gift: gift.sector,
    "month": lambda gift: gift.month,
}


@pytest.mark.parametrize("name", KEYS)
def test_each_summary(held: Path, run: Run, name: str) -> None:
    answer = ask(run, name)
    rows = {row[name]: found(row) for row in answer["rows"] if row["batches"]}
    assert rows == by(KEYS[name])
    assert found(answer["totals"]) == expected(list(GIFTS))


def test_every_month_of_the_span_has_a_row(held: Path, run: Run) -> None:
    """From the first to the last that have something; of a period, all of it."""
    months = [row["month"] for row in ask(run, "month")["rows"]]
    assert (months[0], months[-1], len(months)) == ("2023-11", "2024-11", 13)
    year = ask(run, "month", "--year", 2024)["rows"]
    assert [row["month"] for row in year] == [f"2024-{number:02}" for number in range(1, 13)]
    assert found(year[0]) == (0, 0, 0, "0.00")
    assert len(ask(run, "month", "--from", "2025-10")["rows"]) == 4
    assert ask(run, "month", "--centre", "nador")["rows"] == []


def test_a_month_says_what_a_report_of_that_month_says(held: Path, run: Run) -> None:
    """With a return, a correction and what is yet to come: the row of a month is the total of that month alone."""
    one, two = (line["line"] for line in run("batch", "show", "b2", "--format", "json").json["lines"][:2])
    run("batch", "return", "b2", one, "--on", "2024-04-10", "--reason", "en panne")
    run("batch", "correct", "b2", two, "--amount", "9000", "--reason", "faute de frappe")
    run("period", "close", "2024-03")
    lines = run("batch", "show", "b3", "--format", "json").json["lines"]
    run("batch", "correct", "b3", lines[0]["line"], "--amount", "350", "--reason", "faute de frappe")
    for options in ((), ("--restated",)):
        rows = ask(run, "month", "--from", "2023-11", *options)["rows"]
        assert {row["delivered"] for row in rows} > {"0.00", "-4000.00"}
        for row in rows:
            if row["month"] != "2024-03":  # closed: told as it stood then
                alone = ask(run, "region", "--month", row["month"], *options)["totals"]
                assert {**alone, "basis": None} == {**{key: row[key] for key in alone}, "basis": None}


def test_days_within_a_month(held: Path, run: Run) -> None:
    """A period that begins inside a month: its row says what happened from that day on."""
    rows = ask(run, "month", "--from", "2024-03-15", "--to", "2024-04-15")["rows"]
    assert [(row["month"], row["delivered"]) for row in rows] == [("2024-03", "800.00"), ("2024-04", "0.00")]
    assert ask(run, "month", "--from", "2024-02-11", "--to", "2024-02-28")["rows"][0]["delivered"] == "0.00"


def test_a_year_alone_stands_after_its_months(programme: Path, run: Run, tmp_path: Path) -> None:
    """… and a batch without a day after everything: shown, never guessed."""
    for batch, day in (("vague", "2024"), ("someday", None), ("exact", "2025-01-10")):
        when = ("--on", day) if day else ()
        run("batch", "plan", batch, "--programme", "micro", "--fiscal-year", 2024, "--province", "MA-FES", *when)
        run("statement", "add", "--batch", batch, "--measure", "amount", "--value", "100 DH", "--source", "presse")
    answer = ask(run, "month")
    assert [(row["month"], row["planned"]) for row in answer["rows"]] == [
        ("2024", "100.00"), ("2025-01", "100.00"), (None, "100.00"),
    ]  # fmt: skip
    assert "2024, month not known" in run("report", "month").out


def test_drilled_down(held: Path, run: Run) -> None:
    """Each level asked anew: somebody who has two sectors counts in both and once in their province."""
    answer = ask(run, "region", "--by", "province,sector")
    rows = {(row["region"], row["province"], row["sector"]): found(row) for row in answer["rows"]}
    assert rows == by(lambda gift: (REGIONS[gift.province], CODES[gift.province], gift.sector))
    provinces = {(row["region"], row["province"]): found(row) for row in answer["subtotals"] if row["level"] == 2}
    assert provinces == by(lambda gift: (REGIONS[gift.province], CODES[gift.province]))
    regions = {row["region"]: found(row) for row in answer["subtotals"] if row["level"] == 1}
    assert regions == by(KEYS["region"])
    assert answer["filters"] == {"by": "province, sector"}
    assert found(answer["totals"]) == expected(list(GIFTS))
    assert "grouped by: province, sector" in run("report", "region", "--by", "province,sector").out
    assert ask(run, "region", "--by", "province, secteur")["rows"] == answer["rows"]


def test_months_drilled_down(held: Path, run: Run) -> None:
    """Those without anything have a subtotal and no row."""
    answer = ask(run, "month", "--by", "centre", "--year", 2024)
    of_year = {
        group: figures for group, figures in by(lambda gift: (gift.month, gift.centre)).items() if "2024" in group[0]
    }
    assert {(row["month"], row["centre"]): found(row) for row in answer["rows"]} == of_year
    assert len(answer["subtotals"]) == 12


def test_a_province_that_somebody_left_is_not_guessed(held: Path, run: Run) -> None:
    """The region is the one fixed when the list was frozen: the province is told only where it lies in it."""
    who = ask(run, "people", "--region", "MA-01")["rows"][0]["beneficiary"]
    run("beneficiary", "edit", who, "--province", "MA-SAL")
    rows = ask(run, "region", "--by", "province", "--region", "MA-01")["rows"]
    assert [(row["province"], row["province_name"]) for row in rows] == [("MA-TNG", "Tanger-Assilah")]
    rows = ask(run, "programme", "--by", "region", "--fiscal-year", "2024")["rows"]
    assert {row["region"] for row in rows} == {"MA-01", "MA-03", "MA-04"}


def test_the_envelope_is_told_of_the_programme_not_of_its_parts(held: Path, run: Run) -> None:
    answer = ask(run, "programme", "--by", "centre")
    assert {row["allocated"] for row in answer["rows"]} == {None}
    assert [(row["level"], row["allocated"], row["share_of_allocated"], row["share_of_target"])
            for row in answer["subtotals"]] == [(2, "100000.00", 39.4, 50.0)]  # fmt: skip
    assert ask(run, "programme")["rows"][0]["share_of_target"] == 50.0


def test_shares_of_a_batch(held: Path, run: Run) -> None:
    """Of all the envelopes of its programme and fiscal year, 100 000 DH for 10 people."""
    rows = {row["batch"]: (row["share_of_allocated"], row["share_of_target"]) for row in ask(run, "batch")["rows"]}
    assert rows == {"b1": (3.0, 20.0), "b2": (28.0, 30.0), "b3": (0.8, 20.0), "b4": (7.6, 20.0)}


def test_the_people_of_an_envelope_and_its_target(held: Path, run: Run) -> None:
    """Five people, each counted once, of the ten it is meant for; no target, no share; nobody yet, none of it."""
    begin = ("--programme", "micro", "--fiscal-year", "2025", "--funder", "fund", "--amount", "1000")
    run("budget", "add", "idle", *begin, "--target", "4")
    run("budget", "add", "open", *begin)
    rows = {row["envelope"]: (row["beneficiaries"], row["share_of_target"]) for row in ask(run, "budget")["rows"]}
    assert rows == {"env": (5, 50.0), "idle": (0, 0.0), "open": (0, None)}


def test_beside_the_year_before(held: Path, run: Run) -> None:
    """Each figure, what it was, the difference; a region that had something then only is there too."""
    answer = ask(run, "region", "--month", "2024-11", "--compare", "year")
    assert answer["title"] == "Summary by region: November 2024 compared with November 2023"
    assert answer["filters"]["compare"] == "year"
    rows = {row["region"]: row for row in answer["rows"]}
    keys = ("delivered", "delivered_before", "delivered_change", "beneficiaries_before", "beneficiaries_change")
    assert tuple(rows["MA-03"][key] for key in keys) == ("600.00", "3000.00", "-2400.00", 2, -1)
    assert tuple(rows["MA-01"][key] for key in keys) == ("7000.00", "0.00", "7000.00", 0, 1)
    assert rows["MA-01"]["mean_support_before"] is None
    assert tuple(answer["totals"][key] for key in keys) == ("7600.00", "3000.00", "4600.00", 2, 0)


def test_beside_the_month_before(held: Path, run: Run) -> None:
    """Whole months stay whole: March stands beside all of February, a fortnight beside the same days."""
    march = ask(run, "centre", "--month", "2024-03", "--compare", "month")
    assert march["title"] == "Summary by centre: March 2024 compared with February 2024"
    assert (march["totals"]["delivered"], march["totals"]["delivered_before"]) == ("800.00", "28000.00")
    days = ask(run, "centre", "--from", "2024-03-11", "--to", "2024-03-31", "--compare", "month")
    assert days["title"].endswith("2024-03-11 to 2024-03-31 compared with 2024-02-11 to 2024-02-29")
    assert days["totals"]["delivered_before"] == "0.00"
    french = run("--lang", "fr", "report", "centre", "--month", "2024-03", "--compare", "month").out
    assert "mars 2024, par rapport à : février 2024" in french.replace("\N{NO-BREAK SPACE}", " ")


def test_months_and_fiscal_years_stand_beside_their_own_before(held: Path, run: Run) -> None:
    rows = {row["month"]: row for row in ask(run, "month", "--year", 2024, "--compare", "year")["rows"]}
    assert len(rows) == 12
    assert (rows["2024-11"]["delivered"], rows["2024-11"]["delivered_before"]) == ("7600.00", "3000.00")
    run(
        "budget",
        "add",
        "old",
        "--programme",
        "micro",
        "--fiscal-year",
        "2023",
        "--funder",
        "fund",
        "--amount",
        "80 000",
    )
    (row,) = ask(run, "programme", "--fiscal-year", 2024, "--compare", "year")["rows"]
    assert (row["fiscal_year"], row["allocated"], row["allocated_before"], row["allocated_change"]) == (
        2024, "100000.00", "80000.00", "20000.00",
    )  # fmt: skip


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("region", "--compare", "year"), "There is no period to compare"),
        (("region", "--from", "2024-01", "--compare", "month"), "There is no period to compare"),
        (("region", "--fiscal-year", "2024", "--compare", "month"), "There is no period to compare"),
        (("region", "--year", "2024", "--compare", "month"), "reaches into"),
        (("region", "--from", "2022", "--to", "2024", "--compare", "year"), "reaches into"),
        (("budget", "--year", "2024", "--compare", "year"), "cannot be compared"),
        (("region", "--year", "2024", "--compare", "week"), "“week” is not among the words expected"),
        (("region", "--by", "region"), "“region” is not among the words expected"),
        (("region", "--by", "sector,sector"), "names the same thing twice"),
        (("programme", "--by", "fiscal_year"), "“fiscal_year” is not among the words expected"),
        (("batch", "--by", "sector"), "cannot be grouped further"),
        (("survival", "--by", "sector,centre"), "by one thing at a time"),
        (("region", "--sort", "colour"), "no column “colour”"),
    ],
)
def test_what_is_not_well_defined_is_refused(ledger: Path, run: Run, arguments: tuple[str, ...], said: str) -> None:
    answer = run("report", *arguments, status=2)
    assert said in answer.err
    assert answer.out == ""


def codes(answer: Any, key: str = "region") -> list[str]:
    return [row[key] for row in answer["rows"]]


def test_sorted(held: Path, run: Run) -> None:
    """Figures from the largest, names from the first; ``-`` turns it round."""
    assert codes(ask(run, "region", "--sort", "delivered")) == ["MA-01", "MA-03", "MA-04"]
    assert codes(ask(run, "region", "--sort", "-delivered")) == ["MA-04", "MA-03", "MA-01"]
    assert codes(ask(run, "region", "--sort", "region_name")) == ["MA-03", "MA-04", "MA-01"]
    assert codes(ask(run, "region", "--sort", "-region_name")) == ["MA-01", "MA-04", "MA-03"]
    assert codes(ask(run, "batch", "--sort", "held_on"), "batch") == ["b1", "b2", "b3", "b4"]


def test_groups_stay_together_when_sorted(held: Path, run: Run) -> None:
    answer = ask(run, "region", "--by", "sector", "--sort", "-delivered")
    assert [(row["region"], row["sector"]) for row in answer["rows"]] == [
        ("MA-04", "services"),
        ("MA-03", "commerce"), ("MA-03", "artisanat"),
        ("MA-01", "services"), ("MA-01", "commerce"),
    ]  # fmt: skip
    assert [row["region"] for row in answer["subtotals"]] == ["MA-04", "MA-03", "MA-01"]


def test_the_first_of_them(held: Path, run: Run) -> None:
    """The largest where nothing else is asked; totals are still those of all, and it is said."""
    answer = ask(run, "region", "--top", 2)
    assert codes(answer) == ["MA-01", "MA-03"]
    assert found(answer["totals"]) == expected(list(GIFTS))
    assert "The first 2 of 3; totals are those of all." in answer["notes"]
    assert set(codes(ask(run, "region", "--by", "sector", "--top", 1))) == {"MA-01"}
    assert "The first" not in str(ask(run, "region", "--top", 9)["notes"])


def test_what_is_cut_off_proves_no_total(held: Path, run: Run, tmp_path: Path) -> None:
    """A workbook checks a total by the sum of its rows: of the first rows only, and of sums among rows, it does not."""
    for name, options in (("all", ()), ("first", ("--top", "2")), ("groups", ("--by", "sector"))):
        run("report", "region", *options, "-o", tmp_path / f"{name}.xlsx")
        cells = {cell.value for row in load_workbook(tmp_path / f"{name}.xlsx").worksheets[0] for cell in row}
        assert ("Check of the totals" in cells) == (name == "all")


def test_partners(programme: Path, run: Run, tmp_path: Path) -> None:
    """Two funders pay one batch 60 to 40: each counts the person, whom the total counts once."""
    run("partner", "add", "indh", "--name", "INDH", "--name-ar", "المبادرة")
    run("partner", "add", "region", "--name", "Conseil régional")
    run(
        "convention",
        "add",
        "c1",
        "--programme",
        "micro",
        "--amount",
        "50 000",
        "--partner",
        "indh",
        "--partner",
        "region",
    )
    run("budget", "add", "e2", "--programme", "micro", "--fiscal-year", "2024", "--funder", "indh",
        "--amount", "50 000", "--convention", "c1")  # fmt: skip
    for batch, amount in (("b1", 1000), ("b2", 500)):
        run("batch", "plan", batch, "--programme", "micro", "--fiscal-year", "2024", "--province", "MA-FES")
        path = write_xlsx(tmp_path / f"{batch}.xlsx", [("CIN", "Province", "Montant"), ("ZZ1", "Fès", amount)])
        run("import", path, "--as", "distributions", "--batch", batch, "--envelope", "env")
    run("batch", "share", "b1", "env=60", "e2=40")
    for batch in ("b1", "b2"):
        run("batch", "lock", batch)
    run("batch", "hold", "b1", "--on", "2024-05-02")
    run("statement", "add", "--convention", "c1", "--measure", "amount", "--value", "50 000 DH", "--source", "presse")

    keys = ("conventions", "envelopes", "allocated", "committed", "delivered", "share_of_delivered", "available",
            "batches", "beneficiaries")  # fmt: skip
    answer = ask(run, "partner")
    assert {row["partner"]: tuple(row[key] for key in keys) for row in answer["rows"]} == {
        "fund": (0, 1, "100000.00", "500.00", "600.00", 60.0, "98900.00", 2, 1),
        "indh": (1, 1, "50000.00", "0.00", "400.00", 40.0, "49600.00", 1, 1),
        "region": (1, 0, "0.00", "0.00", "0.00", 0.0, "0.00", 0, 0),
    }
    assert {key: answer["totals"][key] for key in ("conventions", "allocated", "delivered", "beneficiaries")} == {
        "conventions": 1, "allocated": "150000.00", "delivered": "1000.00", "beneficiaries": 1,
    }  # fmt: skip
    of_may = ask(run, "partner", "--month", "2024-05")
    assert [(row["partner"], row["delivered"]) for row in of_may["rows"]] == [("fund", "600.00"), ("indh", "400.00")]
    assert of_may["totals"]["envelopes"] == 2
    assert ask(run, "partner", "--month", "2024-06")["rows"] == []


def test_people_by_their_codes(held: Path, run: Run) -> None:
    """One row a person: all that their handovers gave, what became of each project; no name, no number."""
    answer = ask(run, "people")
    rows = {(row["region"], row["delivered"]): row for row in answer["rows"]}
    assert set(rows) == {
        ("MA-03", "5300.00"),
        ("MA-03", "2600.00"),
        ("MA-03", "8000.00"),
        ("MA-01", "23000.00"),
        ("MA-04", "500.00"),
    }
    first = rows["MA-03", "5300.00"]
    assert (first["batches"], first["batch_codes"], first["centre_name"]) == (3, "b1, b2, b3", "Fès")
    assert first["programme_name"] == "Micro-projets"
    assert set(first["state"].split(", ")) == {"funded"}
    assert answer["totals"] == {"planned": "0.00", "delivered": "39400.00"}
    assert "Fictive" not in str(answer)
    assert "ZZ900" not in str(answer)
    assert [row["delivered"] for row in ask(run, "people", "--month", "2024-03")["rows"]] != []
    assert len(ask(run, "people", "--centre", "sale")["rows"]) == 1
    project = first["project"].split(", ")[0]
    run("followup", "add", project, "--on", "2024-12-01", "--state", "struggling")
    states = {row["state"] for row in ask(run, "people", "--region", "MA-03", "--sort", "delivered")["rows"]}
    assert any("struggling" in state for state in states)


def test_names_in_arabic(held: Path, run: Run) -> None:
    rows = run("--lang", "ar", "report", "sector", "--by", "province,centre", "--format", "json").json["rows"]
    assert {(row["sector_name"], row["province_name"], row["centre_name"]) for row in rows} >= {
        ("الخدمات", "سلا", "سلا")
    }
    months = run("--lang", "ar", "report", "month", "--year", 2024).out
    assert [
        month for month in ("ماي", "يوليوز", "غشت", "شتنبر", "نونبر", "دجنبر") if f"{month} 2024" not in months
    ] == []


def every_format(run: Run, folder: Path, *report: str) -> Iterator[str]:
    for form in ("table", "json", "csv", "md"):
        yield run("report", *report, "--format", form).out
    run("report", *report, "-o", folder / "out.xlsx")


@pytest.mark.parametrize("name", ["centre", "sector", "month", "partner", "people"])
def test_every_format_of_each(held: Path, run: Run, tmp_path: Path, name: str) -> None:
    assert all(text.count("\n") > 1 for text in every_format(run, tmp_path, name))
    assert (tmp_path / "out.xlsx").stat().st_size > 3000


def test_a_table_in_its_own_order_is_left_as_it_is() -> None:
    """Not copied: its rows may be many."""
    rows = ({"amount": 1}, {"amount": 2})
    table = Table("some", "", "", {}, (Column("amount", "", "money"),), rows)
    assert ordered(table, None, None) is table
    assert [row["amount"] for row in ordered(table, "amount", None).rows] == [2, 1]
