"""Rows of visits as centres write them: whose they are, what they lack, what they contradict."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import event
from sqlalchemy.engine import Engine
from tests.cli.after import beneficiary_of, handed_over, person, three_projects
from tests.support import Run, write_xlsx

HEAD = ("Code bénéficiaire", "Code projet", "N° dossier", "Centre", "CIN", "Nom et prénom", "Visite", "Date de visite",
        "Résultat", "Fermé le", "Motif", "Revenu mensuel (DH)", "Emplois", "Observations")  # fmt: skip


@pytest.fixture
def projects(programme: Path, run: Run, tmp_path: Path) -> dict[str, str]:
    return three_projects(run, tmp_path)


def row(**said: Any) -> tuple[Any, ...]:
    """A row by short names of its columns."""
    names = ("who", "project", "file", "centre", "cin", "name", "task", "on", "result", "closed", "why", "income",
             "jobs", "remark")  # fmt: skip
    assert set(said) <= set(names)
    return tuple(said.get(name) for name in names)


def import_(
    run: Run, folder: Path, *rows: tuple[Any, ...], options: tuple[str, ...] = (), status: int | None = 0
) -> Any:
    path = write_xlsx(folder / "visits.xlsx", [HEAD, *rows])
    return run("import", path, "--format", "json", *options, status=status).json["files"][0]


def counts(file: Any) -> dict[str, int]:
    return {name: number for name, number in file["outcomes"].items() if number}


def told(file: Any) -> list[tuple[str, str | None]]:
    """What is wrong with rows, and in which cell; not that remarks are left out."""
    return [(one["code"], one["cell"]) for one in file["problems"] if one["severity"] != "notice"]


@pytest.mark.parametrize(
    "who",
    [{"cin": "zz-9001"}, {"file": "D-1", "centre": "Fès"}, {"who": "{person}"}, {"project": "{project}"},
     {"who": "{person}", "project": "{project}"}],
    ids=["cin", "file", "person", "project", "both"],
)  # fmt: skip
def test_whose_it_is(projects: dict[str, str], ledger: Path, run: Run, tmp_path: Path, who: dict[str, str]) -> None:
    """By card, by file number and centre, by the person's code, by the project's."""
    known = {"person": beneficiary_of(ledger, projects["D-1"]), "project": projects["D-1"]}
    said = {key: value.format(**known) for key, value in who.items()}
    file = import_(run, tmp_path, row(**said, on="10/06/2025", result="actif", remark="va bien"))
    assert (file["kind"], counts(file)) == ("followups", {"new": 1})
    assert {problem["code"] for problem in file["problems"]} == {"header.not_kept"}
    (visit,) = run("followup", "list", "--format", "json").json["rows"]
    assert (visit["project"], visit["milestone"]) == (projects["D-1"], 6)


def test_a_file_number_of_the_centre_that_is_named(projects: dict[str, str], run: Run, tmp_path: Path) -> None:
    """--centre says whose file numbers they are."""
    one = row(file="D-1", on="10/06/2025", result="actif")
    assert counts(import_(run, tmp_path, one, status=1)) == {"invalid": 1}
    assert counts(import_(run, tmp_path, one, options=("--centre", "fes"))) == {"new": 1}


def test_a_name_alone_is_parked(projects: dict[str, str], ledger: Path, run: Run, tmp_path: Path) -> None:
    """Somebody must say who is meant: the code is named, and writing it settles the row."""
    file = import_(run, tmp_path, row(name="Personne Fictive B", on="10/06/2025", result="actif"), status=1)
    assert counts(file) == {"parked": 1}
    (problem,) = [one for one in file["problems"] if one["severity"] == "warning"]
    assert beneficiary_of(ledger, projects["D-1"]) in problem["message"]
    assert "Fictive" not in problem["message"]


def test_several_projects(projects: dict[str, str], ledger: Path, run: Run, tmp_path: Path) -> None:
    """Which of two is not guessed."""
    handed_over(run, tmp_path, "b2", "2025-05-02", [(*person(1)[:6], "Autre", "Artisanat", 500)])
    file = import_(run, tmp_path, row(cin="ZZ9001", on="10/09/2025", result="actif"), status=1)
    assert told(file) == [("followup.which_project", None)]
    assert counts(file) == {"parked": 1}


@pytest.mark.parametrize(
    ("said", "code", "cell"),
    [
        ({"result": "actif"}, "followup.day_missing", "H2"),
        ({"on": "10/06/2025"}, "followup.result_missing", "I2"),
        ({"on": "10/06/2025", "result": "favorable"}, "followup.task_missing", "G2"),
        ({"on": "10/06/2025", "result": "favorable", "task": "visite à 6 mois"}, "followup.of_other", "I2"),
        ({"on": "10/06/2025", "result": "actif", "task": "formation"}, "followup.of_other", "I2"),
        ({"on": "10/06/2025", "result": "bof"}, "visit.result_unreadable", "I2"),
        ({"on": "10/06/2025", "result": "actif", "task": "visite à 9 mois"}, "task.unreadable", "G2"),
        ({"on": "10/06/2024", "result": "actif"}, "followup.before_handover", "H2"),
        ({"on": "10/06/2030", "result": "actif"}, "followup.in_future", "H2"),
        ({"on": "10/06/2025", "result": "fermé"}, "followup.reason_missing", "K2"),
        ({"on": "10/06/2025", "result": "fermé", "why": "parce que"}, "visit.closing_unreadable", "K2"),
        ({"on": "10/06/2025", "result": "actif", "income": "environ 100 DH"}, "amount.qualified", "L2"),
        ({"on": "10/06/2025", "result": "actif", "who": "B-NOBODY"}, "followup.unread_code", "A2"),
        ({"on": "10/06/2025", "result": "actif", "project": "P-NOBODY"}, "followup.unread_code", "B2"),
        ({"on": "10/06/2025", "result": "actif", "cin": "ZZ777777"}, "followup.stranger", None),
        ({"on": "10/06/2025", "result": "actif", "cin": None}, "followup.nobody", None),
    ],
)  # fmt: skip
def test_what_is_wrong_with_a_row(
    projects: dict[str, str], run: Run, tmp_path: Path, said: dict[str, Any], code: str, cell: str | None
) -> None:
    """Each in its cell, and the file stays out."""
    file = import_(run, tmp_path, row(**{"cin": "ZZ9001", **said}), status=1)
    assert told(file) == [(code, cell)]
    assert run("followup", "list", "--format", "json").json["rows"] == []


def test_a_project_of_somebody_else(projects: dict[str, str], ledger: Path, run: Run, tmp_path: Path) -> None:
    who = beneficiary_of(ledger, projects["D-1"])
    file = import_(run, tmp_path, row(who=who, project=projects["D-2"], on="10/06/2025", result="actif"), status=1)
    assert told(file) == [("followup.not_theirs", "B2")]


def test_a_visit_told_twice(projects: dict[str, str], run: Run, tmp_path: Path) -> None:
    """The same again is the same; otherwise, one of the two rows is wrong."""
    one = row(cin="ZZ9001", on="10/06/2025", result="actif")
    assert counts(import_(run, tmp_path, one, one)) == {"new": 1, "unchanged": 1}
    both = [row(cin="ZZ9002", on="10/06/2025", result=result) for result in ("actif", "en difficulté")]
    file = import_(run, tmp_path, *both, status=1)
    assert told(file) == [("followup.twice", None)]


@pytest.mark.parametrize(
    ("said", "milestone"),
    [("visite à 3 mois", 3), ("6 mois", 6), ("12", 12), ("بعد سنة", 12), ("زيارة بعد 6 أشهر", 6), ("2 ans", 24),
     ("visite", 12), (None, 12), ("visit at 24 months", 24)],
)  # fmt: skip
def test_which_visit(projects: dict[str, str], run: Run, tmp_path: Path, said: str | None, milestone: int) -> None:
    """As the row says; else told by its day, a year after the handover."""
    import_(run, tmp_path, row(cin="ZZ9001", task=said, on="10/12/2025", result="actif"))
    (visit,) = run("followup", "list", "--format", "json").json["rows"]
    assert visit["milestone"] == milestone


def test_a_project_with_visits_cannot_be_taken_out(projects: dict[str, str], run: Run, tmp_path: Path) -> None:
    """Undoing names the rows of the file that later visits lean on; a visit typed in since holds the file of visits."""
    import_(
        run,
        tmp_path,
        row(cin="ZZ9001", on="10/06/2025", result="actif"),
        row(cin="ZZ9002", on="2025-06", result="actif"),
    )
    code = run("imports", "list", "--format", "json").json["rows"][-1]["import"]
    visits = [
        one["import"] for one in run("imports", "list", "--format", "json").json["rows"] if one["kind"] == "followups"
    ]
    run("followup", "add", projects["D-2"], "--on", "2025-06", "--state", "struggling")
    refused = run("imports", "undo", visits[0], status=3)
    assert "3" in refused.err
    assert code


def test_many_rows_are_looked_up_together(projects: dict[str, str], ledger: Path, run: Run, tmp_path: Path) -> None:
    """However many rows there are, the database is asked as often."""
    asked: list[int] = []

    def note(_connection: Any, _cursor: Any, statement: str, *_more: Any) -> None:
        asked[-1] += statement.startswith("SELECT")

    event.listen(Engine, "before_cursor_execute", note)
    try:
        for months in ((3,), (5, 6, 7, 8, 9)):
            asked.append(0)
            rows = [
                row(who=beneficiary_of(ledger, project), project=project, on=f"10/{month:02d}/2025", result="actif")
                for project in projects.values()
                for month in months
            ]
            assert counts(import_(run, tmp_path, *rows)) == {"new": len(rows)}
    finally:
        event.remove(Engine, "before_cursor_execute", note)
    assert asked[1] == asked[0]
