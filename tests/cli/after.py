"""Funded projects of invented people, for the tests of what comes after the handover."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from tests.support import Run, opened, write_xlsx

HEAD = ("N° dossier", "Nom", "CIN", "Sexe", "Centre", "Province", "Activité", "Secteur", "Montant")


def handed_over(run: Run, folder: Path, batch: str, day: str, people: list[tuple[Any, ...]]) -> dict[str, str]:
    """Hold a batch for people (file number, name, CIN, sex, centre, province, activity, sector, amount).

    Gives their projects by file number.
    """
    run("batch", "plan", batch, "--programme", "micro", "--fiscal-year", "2024", "--province", "MA-FES")
    path = write_xlsx(folder / f"{batch}.xlsx", [HEAD, *people])
    run("import", path, "--as", "distributions", "--batch", batch, "--envelope", "env")
    run("batch", "lock", batch)
    run("batch", "hold", batch, "--on", day)
    lines = run("batch", "show", batch, "--format", "json").json["lines"]
    return {person[0]: line["project"] for person, line in zip(people, lines, strict=True)}


def person(number: int, sector: str = "Artisanat", amount: float = 10000, centre: str = "Fès") -> tuple[Any, ...]:
    """An invented person of file ``D-number``."""
    name, sex = f"Personne Fictive {'ABCDEFGHIJ'[number]}", "FH"[number % 2]
    return f"D-{number}", name, f"ZZ900{number}", sex, centre, "Fès", f"Activité {number}", sector, amount


def beneficiary_of(ledger: Path, project: str) -> str:
    with opened(ledger) as database:
        query = "SELECT beneficiary_code FROM project_member WHERE project_code = ?"
        return str(database.execute(query, (project,)).fetchone()[0])


def require_steps(ledger: Path, *kinds: str) -> None:
    """Let the programme ask for steps."""
    with opened(ledger) as database:
        for kind in kinds:
            database.execute("INSERT INTO requirement VALUES ('micro', 'step', ?)", (kind,))


def three_projects(run: Run, folder: Path) -> dict[str, str]:
    """Three projects handed over on 6 December 2024: 10 000, 10 000 and 8 000 DH."""
    return handed_over(run, folder, "b1", "2024-12-06", [person(1), person(2), person(3, "Restauration", 8000)])
