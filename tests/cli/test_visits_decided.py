"""Rows of visits that wait: whose they are, of which project, whether the visit is there already; decided once."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from tests.cli.after import HEAD, beneficiary_of, handed_over, person, three_projects
from tests.support import Run, write_xlsx

VISITS = ("Code bénéficiaire", "Code projet", "CIN", "Nom et prénom", "Visite", "Date de visite", "Résultat", "Emplois")
NAMED = (None, None, None, "Personne Fictive B", None, "10/06/2025", "actif", 2)


@pytest.fixture
def projects(programme: Path, run: Run, tmp_path: Path) -> dict[str, str]:
    return three_projects(run, tmp_path)


def bring_in(run: Run, folder: Path, *rows: tuple[Any, ...], name: str = "visits") -> dict[str, int]:
    path = write_xlsx(folder / f"{name}.xlsx", [VISITS, *rows])
    file = run("import", path, "--format", "json", status=None).json["files"][0]
    return {outcome: number for outcome, number in file["outcomes"].items() if number}


def waiting(run: Run) -> list[dict[str, Any]]:
    return list(run("review", "list", "--format", "json").json["rows"])


def visits(run: Run) -> list[tuple[str, str, int | None]]:
    rows = run("followup", "list", "--format", "json").json["rows"]
    return sorted((row["project"], row["visited_on"], row["jobs"]) for row in rows)


def test_a_name_alone_waits_and_is_accepted(projects: dict[str, str], ledger: Path, run: Run, tmp_path: Path) -> None:
    """Accepted, the visit is theirs; the same row, and another of the same name, are not asked about again."""
    who = beneficiary_of(ledger, projects["D-1"])
    assert bring_in(run, tmp_path, NAMED) == {"parked": 1}
    (row,) = waiting(run)
    assert (row["number"], row["why"], row["candidates"]) == (1, "several_people", who)
    assert "Fictive" not in run("review", "show", "1").out
    assert "Fictive" in run("review", "show", "1", "--identified", "--reason", "contrôle").out
    assert "is in: new" in run("review", "accept", "1").out
    assert visits(run) == [(projects["D-1"], "2025-06-10", 2)]
    assert bring_in(run, tmp_path, NAMED) == {"unchanged": 1}
    assert bring_in(run, tmp_path, (*NAMED[:5], "12/12/2025", "actif", 3), name="later") == {"new": 1}
    assert waiting(run) == []
    run("log", "verify")


def test_nobodys_visit_is_set_aside_once(projects: dict[str, str], run: Run, tmp_path: Path) -> None:
    """Rejected, nothing goes in, and the row is not asked about again: a notice says so."""
    bring_in(run, tmp_path, NAMED)
    assert "set aside" in run("review", "reject", "1").out
    assert visits(run) == []
    assert bring_in(run, tmp_path, NAMED) == {"unchanged": 1}
    assert waiting(run) == []
    (row,) = run("review", "list", "--all", "--format", "json").json["rows"]
    assert (row["state"], row["person"]) == ("rejected", None)
    assert "—" in run("review", "show", "1").out
    run("review", "accept", "1", status=3)


def test_which_of_two_projects(projects: dict[str, str], run: Run, tmp_path: Path) -> None:
    """The person is sure, the project is not: it is named, and remembered for that row."""
    more = handed_over(run, tmp_path, "b2", "2025-05-02", [(*person(1)[:6], "Autre", "Artisanat", 500)])
    row = (None, None, "ZZ9001", None, None, "10/09/2025", "actif", 1)
    assert bring_in(run, tmp_path, row) == {"parked": 1}
    (one,) = waiting(run)
    assert (one["why"], set(one["candidates"].split(", "))) == ("several_projects", {projects["D-1"], more["D-1"]})
    shown = run("review", "show", "1", "--format", "json").json
    assert {(line["project"], line["activity"]) for line in shown["rows"]} == {
        (projects["D-1"], "Activité 1"), (more["D-1"], "Autre"),
    }  # fmt: skip
    assert "--project" in run("review", "accept", "1", status=3).err
    assert projects["D-1"] in run("review", "accept", "1", "--project", projects["D-2"], status=3).err
    run("review", "merge", "1", "--reason", "none", status=3)
    assert "is in: new" in run("review", "accept", "1", "--project", more["D-1"].lower()).out
    assert visits(run) == [(more["D-1"], "2025-09-10", 1)]
    assert bring_in(run, tmp_path, row) == {"unchanged": 1}


def test_a_person_then_their_project(projects: dict[str, str], run: Run, tmp_path: Path) -> None:
    """A name alone, of somebody with two projects: the person first, then the project; or both at once."""
    more = handed_over(run, tmp_path, "b2", "2025-05-02", [(*person(1)[:6], "Autre", "Artisanat", 500)])
    bring_in(run, tmp_path, NAMED, (*NAMED[:5], "12/12/2025", "actif", 3))
    assert "settled" in run("review", "accept", "1", status=1).out
    assert [row["why"] for row in waiting(run)] == ["several_projects", "several_people"]
    run("review", "accept", "1", "--project", more["D-1"])
    run("review", "accept", "2", "--project", projects["D-1"])
    assert visits(run) == sorted([(more["D-1"], "2025-06-10", 2), (projects["D-1"], "2025-12-12", 3)])


def test_only_a_visit_is_of_a_project(planned: Path, run: Run, tmp_path: Path) -> None:
    """--project says nothing of a list of people."""
    head, one = HEAD[:7], ("D-1", "Personne Fictive B", None, "F", "Fès", "Fès", "Couture")
    for name, row in (("first", one), ("again", (None, *one[1:3], None, None, "Fès", "Couture"))):
        run("import", write_xlsx(tmp_path / f"{name}.xlsx", [(*head, "Montant"), (*row, 100)]), "--as", "distributions",
            "--batch", "b1", "--envelope", "env", status=None)  # fmt: skip
    assert len(waiting(run)) == 1
    run("review", "accept", "1", "--project", "P-ANY", status=3)


@pytest.mark.parametrize(
    ("first", "again", "asked"),
    [("10/06/2025", "12/06/2025", True), ("juin 2025", "12/06/2025", True), ("10/06/2025", "24/06/2025", False),
     ("mai 2025", "juin 2025", False)],
)  # fmt: skip
def test_a_visit_of_about_that_day(
    projects: dict[str, str], run: Run, tmp_path: Path, first: str, again: str, asked: bool
) -> None:
    """Its day mended, or one more visit: asked where the days are close, or the one is of the other."""
    rows = [(None, None, "ZZ9001", None, None, day, "actif", 1) for day in (first, again)]
    bring_in(run, tmp_path, rows[0], name="first")
    assert bring_in(run, tmp_path, rows[1], name="again") == ({"parked": 1} if asked else {"new": 1})


def test_the_same_visit_or_one_more(projects: dict[str, str], run: Run, tmp_path: Path) -> None:
    """Accepted, the visit takes the row's day; rejected, there are two. Files that come again change neither."""
    first, mended, more = (
        (None, None, "ZZ9001", None, None, day, "actif", 1) for day in ("10/06/2025", "11/06/2025", "14/06/2025")
    )
    bring_in(run, tmp_path, first, name="first")
    bring_in(run, tmp_path, mended, name="mended")
    assert "a visit of about that day" in run("review", "show", "1").out
    assert "is in: updated" in run("review", "accept", "1").out
    assert visits(run) == [(projects["D-1"], "2025-06-11", 1)]
    bring_in(run, tmp_path, more, name="more")
    assert "is in: new" in run("review", "reject", "2").out
    both = [(projects["D-1"], "2025-06-11", 1), (projects["D-1"], "2025-06-14", 1)]
    assert visits(run) == both
    for name, row in (("first", first), ("mended", mended), ("more", more)):
        assert bring_in(run, tmp_path, row, name=name) == {"unchanged": 1}
    assert visits(run) == both
    run("log", "verify")


def test_two_visits_of_one_file_are_two(projects: dict[str, str], run: Run, tmp_path: Path) -> None:
    """Whoever typed both rows saw both; a visit that the file tells of again is not taken for another's."""
    rows = [(None, None, "ZZ9001", None, None, day, "actif", 1) for day in ("12/06/2025", "10/06/2025")]
    bring_in(run, tmp_path, rows[1], name="first")
    assert bring_in(run, tmp_path, *rows) == {"new": 1, "unchanged": 1}


def test_two_rows_of_one_file_that_may_be_one_visit(projects: dict[str, str], run: Run, tmp_path: Path) -> None:
    """One names the project, the other its person: which visit may be meant is known though it is new itself."""
    by_project = (None, projects["D-1"], None, None, None, "10/06/2025", "actif", 1)
    by_card = (None, None, "ZZ9001", None, None, "12/06/2025", "actif", 1)
    assert bring_in(run, tmp_path, by_project, by_card) == {"new": 1, "parked": 1}
    assert "is in: updated" in run("review", "accept", "1").out
    assert visits(run) == [(projects["D-1"], "2025-06-12", 1)]


def test_undone_with_what_was_decided(projects: dict[str, str], run: Run, tmp_path: Path) -> None:
    """The file takes its visit and the decision along; what comes again is asked about again."""
    bring_in(run, tmp_path, NAMED)
    run("review", "accept", "1")
    files = run("imports", "list", "--format", "json").json["rows"]
    run("imports", "undo", next(row["import"] for row in files if row["kind"] == "followups"))
    assert visits(run) == []
    assert bring_in(run, tmp_path, NAMED) == {"parked": 1}
