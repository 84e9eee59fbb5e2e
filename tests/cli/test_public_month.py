"""The public pack of a month: one table of it and one of the year, and nothing that tells of one person."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from tests.support import Begun, Run, write_xlsx

from reinsert_cli.domain.suppression import LEAST
from reinsert_cli.domain.table import Table
from reinsert_cli.reports import public_pack
from reinsert_cli.reports.public_pack import Told

HEAD = ("Nom", "CIN", "Sexe", "Province", "Activité", "Montant (DH)")
GIVEN = {"j1": ("2024-01-20", {"Fès": 9, "Salé": 8}), "f1": ("2024-02-20", {"Fès": 7, "Salé": 6, "Settat": 2})}


@pytest.fixture
def two_months(programme: Path, begun: Begun, run: Run, tmp_path: Path) -> Path:
    """A January of 17 people in two regions, a February with two people of a third."""

    def write() -> None:
        for batch, (day, people_of) in GIVEN.items():
            people = [(place, number) for place, many in people_of.items() for number in range(many)]
            rows = [
                (f"Fictive {batch} {'abcdefghi'[number]} {place}", f"ZZ{number}{len(place)}{position}", "F", place,
                 f"Atelier {number}", 1000)
                for position, (place, number) in enumerate(people, 100 * len(day) + 40 * (batch == "f1"))
            ]  # fmt: skip
            file = write_xlsx(tmp_path / f"{batch}.xlsx", [HEAD, *rows])
            run("batch", "plan", batch, "--programme", "micro", "--fiscal-year", "2024", "--province", "MA-FES")
            run("import", file, "--as", "distributions", "--batch", batch, "--envelope", "env")
            run("batch", "lock", batch)
            run("batch", "hold", batch, "--on", day)

    return begun("two_months", write)


def told(folder: Path, name: str) -> dict[str | None, int | None]:
    """Give the people of each region, and of all."""
    answer: Any = json.loads((folder / f"{name}.json").read_text("utf-8"))
    assert answer["filters"]["public"] == "yes"
    regions = {row["region"]: row["beneficiaries"] for row in answer["subtotals"]}
    return {**regions, None: answer["totals"]["beneficiaries"]}


def test_the_year_is_told_where_each_of_its_months_is(two_months: Path, run: Run, tmp_path: Path) -> None:
    """February of Settat cannot be had by taking January from the year, nor from all the regions."""
    for month in ("2024-01", "2024-02"):
        answer = run("export", "monthly", "--month", month, "--public", "-o", tmp_path / month)
        assert (answer.out, answer.err) == ("", "")
    assert told(tmp_path / "2024-01", "region") == {"MA-03": 9, "MA-04": 8, None: 17}
    february = {"MA-03": 7, "MA-04": None, "MA-06": None, None: 15}
    assert told(tmp_path / "2024-02", "region") == february
    assert told(tmp_path / "2024-02", "region-year") == {**february, "MA-03": 16, None: 32}


def test_what_a_public_pack_has(two_months: Path, run: Run, tmp_path: Path) -> None:
    pack = tmp_path / "2024-02"
    run("export", "monthly", "--month", "2024-02", "--public", "-o", pack)
    files = {file.name for file in pack.iterdir()}
    assert files == {
        "MANIFEST.json", "month.html", "month.xlsx", "region.csv", "region.json", "region-year.csv", "region-year.json",
    }  # fmt: skip
    assert json.loads((pack / "MANIFEST.json").read_text("utf-8"))["public"] is True
    assert run("export", "verify", pack).out.endswith("whole, and what the ledger says.\n")
    run("period", "close", "2024-02")
    run("export", "verify", pack)
    (pack / "region.csv").write_text("…", encoding="utf-8")
    run("export", "verify", pack, status=1)


def test_no_pack_is_told_beside_a_public_one(two_months: Path, run: Run, tmp_path: Path) -> None:
    """What changed is told since a pack that told everything."""
    run("export", "monthly", "--month", "2024-01", "--public", "-o", tmp_path / "public")
    run("export", "monthly", "--month", "2024-02", "-o", tmp_path / "whole")
    assert json.loads((tmp_path / "whole" / "MANIFEST.json").read_text("utf-8"))["since"] is None
    answer = run("export", "monthly", "--month", "2024-03", "--public", "--since", tmp_path / "whole",
                 "-o", tmp_path / "march", status=2)  # fmt: skip
    assert answer.err == "A public pack tells of no change since another pack. Leave out --since or --public.\n"


def test_a_small_month_hides_the_year_until_another_comes() -> None:
    """One month of three people would come out by subtraction; two of five and more do not."""

    def month(people: int) -> Told:
        hidden = {0} if people < LEAST else set()
        table = Table("region", "", "", {}, (), (), {"beneficiaries": people})
        return Told(table, {"beneficiaries": hidden})

    def whole(months: list[Told]) -> bool:
        return public_pack._is_whole_told(months, "beneficiaries")

    assert whole([month(30), month(40)])
    assert not whole([month(30), month(3)])
    assert not whole([month(30), month(3), month(40)])
    assert not whole([month(30), month(3), month(1)])
    assert whole([month(30), month(3), month(40), month(2)])
    assert not whole([month(3), month(2), month(4)])
