"""Every report's public edition, in every format: nothing small is told, nor can it be worked out."""

from __future__ import annotations

import zipfile
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from tests.cli.after import HEAD
from tests.domain.attacker import given_away
from tests.support import Begun, Ledger, Run, write_xlsx

from reinsert_cli.cli import main
from reinsert_cli.domain.publishing import HIDDEN, public_edition
from reinsert_cli.domain.table import Table
from reinsert_cli.reports import DRILLED, OF_PEOPLE, REPORTS, groups_of, standing
from reinsert_cli.reports.filters import Filters
from reinsert_cli.store.reading import reading

PLACES = {"fes": "Fès", "tanger": "Tanger-Assilah", "sale": "Salé", "settat": "Settat"}
SECTORS = ("artisanat", "commerce", "services")
GIVEN = {
    "b1": ("2024-02-10", {"fes": 12, "tanger": 2, "sale": 9}),
    "b2": ("2024-03-20", {"fes": 8, "settat": 6, "sale": 7}),
    "b3": ("2024-03-28", {"tanger": 3, "sale": 2}),
}
"""Each batch's day, and how many people of which centre; two of Tanger are given 7 654.32 DH each."""

TANGER = 7654.32
OF_TANGER = 2 * TANGER


def rows_of(batch: str) -> Iterator[tuple[Any, ...]]:
    for centre, people in GIVEN[batch][1].items():
        for number in range(people):
            who = f"{batch}{centre}{number}"
            amount = TANGER if batch == "b1" and centre == "tanger" else 1000 + 10 * number
            sex = "F" if number == 0 or (centre == "fes" and number % 2) else "H"
            yield (f"D-{who}", f"Personne {''.join(chr(97 + ord(one) % 26) for one in who)}", "", sex,
                   centre, PLACES[centre], f"Atelier {who}", SECTORS[number % 3], amount)  # fmt: skip


@pytest.fixture
def held(begun: Begun, tmp_path: Path) -> Ledger:
    """A ledger of two programmes and three batches, handed over but for the last."""

    def write() -> None:
        lines = ["partner add fund --name Bailleur"]
        for programme in ("micro", "moussalaha"):
            lines.append(f"programme add {programme} --name {programme}")
            lines.append(f"convention add c-{programme} --programme {programme} --amount 100000 --partner fund")
            lines.append(
                f"budget add {programme}-env --programme {programme} --fiscal-year 2024 --funder fund"
                f" --amount 100000 --target 50 --convention c-{programme}"
            )
        for batch, (day, _people) in GIVEN.items():
            programme = "micro" if batch == "b1" else "moussalaha"
            file = write_xlsx(tmp_path / f"{batch}.xlsx", [HEAD, *rows_of(batch)])
            lines.append(f"batch plan {batch} --programme {programme} --fiscal-year 2024 --province MA-FES --on {day}")
            lines.append(f"import {file} --as distributions --batch {batch} --envelope {programme}-env")
            lines.append(f"batch lock {batch}")
            lines += [f"batch hold {batch} --on {day}"] if batch != "b3" else []
        for line in lines:
            assert main.run(line.split()) == 0, line

    return begun("three batches made public", write)


def asked(ledger: Path, name: str, **wanted: Any) -> tuple[Table, Table]:
    """Give a report as it is and as it is published."""
    with reading(ledger) as reader:
        table = standing.report(reader, name, Filters(public=True, **wanted))
    return table, public_edition(table)


YEAR = {"first": date(2024, 1, 1), "last": date(2024, 12, 31)}
MONTH = {"first": date(2024, 3, 1), "last": date(2024, 3, 31)}


@pytest.mark.parametrize("wanted", [{}, YEAR, MONTH, {"region": "MA-01"}], ids=["all", "year", "month", "region"])
@pytest.mark.parametrize("name", [*DRILLED, "batch", "partner"])
def test_nothing_small_can_be_worked_out(held: Path, name: str, wanted: dict[str, Any]) -> None:
    table, shown = asked(held, name, **wanted)
    assert given_away(table, shown, ("women", "disabled")) == []


@pytest.mark.parametrize("name", DRILLED)
def test_nor_by_drilling_down(held: Path, name: str) -> None:
    for by in groups_of(name):
        table, shown = asked(held, name, by=(by,))
        assert given_away(table, shown, ("women", "disabled")) == [], by


@pytest.mark.parametrize("name", DRILLED)
def test_nor_beside_the_month_before(held: Path, name: str) -> None:
    """Each period by itself; and their difference stands only where both figures do."""
    table, shown = asked(held, name, **MONTH, compare="month")
    assert given_away(table, shown, ("women", "disabled")) == []
    assert given_away(earlier(table), earlier(shown), ("women", "disabled")) == []
    for row in (*shown.rows, shown.totals):
        for key in ("beneficiaries", "women", "delivered", "mean_support"):
            if HIDDEN in {row[key], row[f"{key}_before"]}:
                assert row[f"{key}_change"] == HIDDEN


def earlier(table: Table) -> Table:
    """Give the earlier period of a comparison as a table of its own."""
    keys = ("beneficiaries", "women", "disabled")
    rows = [{key: row[f"{key}_before"] for key in keys} for row in (*table.rows, table.totals)]
    return replace(table, rows=tuple(rows[:-1]), totals=rows[-1])


@pytest.mark.parametrize("fmt", ["table", "json", "csv", "md", "xlsx", "html"])
def test_what_two_people_were_given_is_in_no_format(held: Path, run: Run, tmp_path: Path, fmt: str) -> None:
    """… neither as a figure nor as a difference, a bar or a shade: the two of Tanger, alone of their region in b1."""
    february, beside = ("--month", "2024-02"), ("--month", "2024-03", "--compare", "month")
    asked_for = [("region", february), ("region", beside), ("region", (*february, "--sort", "delivered", "--top", "2"))]
    asked_for += [(name, february) for name in ("programme", "centre", "sector", "month", "partner", "batch", "budget")]
    file = tmp_path / f"report.{fmt if fmt != 'table' else 'txt'}"
    for name, options in asked_for:
        run("report", name, "--public", *options, "--format", fmt, "-o", file)
        said = content_of(file)
        for figure in (OF_TANGER, TANGER):
            for form in (f"{figure:.2f}", f"{figure:,.2f}", f"{figure * 100:.0f}"):
                assert form not in said, (name, options, form)


def content_of(file: Path) -> str:
    if file.suffix != ".xlsx":
        return file.read_text("utf-8")
    with zipfile.ZipFile(file) as parts:
        return "\n".join(parts.read(one).decode("utf-8", "replace") for one in parts.namelist())


def test_the_figures_would_be_there_otherwise(held: Path, run: Run, tmp_path: Path) -> None:
    for fmt in ("json", "html"):
        file = tmp_path / f"region.{fmt}"
        run("report", "region", "--month", "2024-02", "-o", file)
        assert any(form in content_of(file) for form in (f"{OF_TANGER:.2f}", f"{OF_TANGER:,.2f}"))


def test_a_small_region_takes_the_next_one_with_it(held: Path, run: Run) -> None:
    answer = run("report", "region", "--month", "2024-02", "--public", "--format", "json").json
    found = {row["region"]: (row["beneficiaries"], row["delivered"], row["mean_support"]) for row in answer["rows"]}
    assert found == {"MA-01": (None, None, None), "MA-03": (12, "12660.00", "1055.00"), "MA-04": (None, None, None)}
    assert answer["totals"]["beneficiaries"] == 23
    assert answer["filters"]["public"] == "yes"
    assert answer["notes"][0].startswith("…: hidden")
    text = run("report", "region", "--month", "2024-02", "--public").out
    assert text.count(HIDDEN) > 10
    assert "public edition: yes" in text


def test_sorting_tells_nothing_of_what_is_hidden(held: Path, run: Run) -> None:
    """Hidden figures come last in the order of their codes, whichever is larger."""
    for sort in ("delivered", "-delivered", "beneficiaries", "mean_support"):
        rows = run("report", "region", "--month", "2024-02", "--public", "--sort", sort, "--format", "json").json[
            "rows"
        ]
        assert [row["region"] for row in rows] == ["MA-03", "MA-01", "MA-04"]
    top = run("report", "region", "--month", "2024-02", "--public", "--top", "2", "--format", "json").json
    assert [row["region"] for row in top["rows"]] == ["MA-03", "MA-01"]


def test_what_is_still_planned_for_a_few_is_hidden(held: Path, run: Run) -> None:
    """Salé has 16 people served and 2 waiting: its people are told, not how its money is split."""
    rows = run("report", "region", "--public", "--format", "json").json["rows"]
    sale = next(row for row in rows if row["region"] == "MA-04")
    assert (sale["beneficiaries"], sale["planned"], sale["delivered"]) == (18, None, None)
    assert sale["mean_support"] is not None


@pytest.mark.parametrize("name", sorted(OF_PEOPLE))
def test_lists_of_single_cases_have_no_public_edition(held: Path, run: Run, name: str) -> None:
    answer = run("report", name, "--public", status=2)
    assert answer.out == ""
    assert answer.err.splitlines()[0] == f"The report “{name}” goes into single cases: it has no public edition."


@pytest.mark.parametrize(
    "command",
    ["beneficiary list --public", "followup list --public", "batch show b1 --public", "export journal --public",
     "report region --public --identified"],
)  # fmt: skip
def test_no_other_command_publishes(held: Path, run: Run, command: str) -> None:
    assert run(*command.split(), status=2).out == ""


def test_every_report_is_public_or_refused(held: Path, run: Run) -> None:
    for name in REPORTS:
        run("report", name, "--public", status=2 if name in OF_PEOPLE else 0)


def test_the_mark_is_defined_where_columns_are(held: Path, run: Run, tmp_path: Path) -> None:
    for public in ((), ("--public",)):
        file = tmp_path / f"region{len(public)}.html"
        run("report", "region", *public, "-o", file)
        assert ("Zero is told." in content_of(file)) is bool(public)
