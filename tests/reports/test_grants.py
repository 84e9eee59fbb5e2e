"""Grants for funders: what the standard requires, to the centime, and nobody's name."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.support import Run

REQUIRED = {
    "id", "title", "description", "currency", "amountAwarded", "awardDate",
    "recipientIndividual", "fundingOrganization",
}  # fmt: skip
"""Of the 360Giving schema 1.4, for a grant to somebody."""


@pytest.fixture
def handed_over(planned: Path, run: Run, people: Path) -> list[str]:
    run("import", people, "--as", "distributions", "--batch", "b1", "--envelope", "env")
    run("batch", "lock", "b1")
    run("batch", "hold", "b1", "--on", "2024-12-05")
    return [line["beneficiary"] for line in run("batch", "show", "b1", "--format", "json").json["lines"]]


def test_each_line_is_a_grant(handed_over: list[str], run: Run) -> None:
    answer = run("export", "grants").json
    assert answer["version"] == "1.4"
    grants = answer["grants"]
    assert [grant["recipientIndividual"]["id"] for grant in grants] == handed_over
    assert all(grant.keys() >= REQUIRED for grant in grants)
    assert len({grant["id"] for grant in grants}) == len(grants)
    delivered = run("report", "region", "--format", "json").json["totals"]["delivered"]
    assert f"{sum(round(grant['amountAwarded'] * 100) for grant in grants) / 100:.2f}" == delivered
    assert {grant["awardDate"] for grant in grants} == {"2024-12-05"}


def test_what_was_given_back_is_no_grant(handed_over: list[str], run: Run) -> None:
    run("batch", "return", "b1", "1", "--reason", "broken machine")
    run("batch", "correct", "b1", "2", "--amount", "1 234,56", "--reason", "typing")
    grants = run("export", "grants", "--fiscal-year", "2024", "--prefix", "360G-essai").json["grants"]
    assert grants[0]["amountAwarded"] == 1234.56
    assert grants[0]["id"].startswith("360G-essai:b1:2:")
    assert len(grants) == len(handed_over) - 1
    assert run("export", "grants", "--fiscal-year", "2023").json["grants"] == []


def test_a_day_that_is_not_known_is_not_invented(planned: Path, run: Run, people: Path) -> None:
    run("import", people, "--as", "distributions", "--batch", "b1", "--envelope", "env")
    run("batch", "lock", "b1")
    run("batch", "hold", "b1", "--on", "2024-12")
    grant = run("export", "grants").json["grants"][0]
    assert grant["awardDate"] == "2024-12-01"
    assert "known only as December 2024" in grant["description"]
