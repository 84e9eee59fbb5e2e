"""A long life of a ledger, for what is to outlive it: corrections, closed months, people erased, rows undecided."""

from __future__ import annotations

from pathlib import Path

from tests.support import PEOPLE, Answer, Run, write_xlsx

LATER = (
    PEOPLE[0],
    ("Benfictif", "Amina", None, "F", "Fès", "Broderie", "équipement", 3000),
    ("Nouvelli", "Sara", "ZZ2001", "F", "Fès", "Pâtisserie", "numéraire", 4000),
)
"""A second list, of which the first row may be somebody known."""

LAST = (PEOPLE[0], ("Dernieri", "Ali", "ZZ3001", "H", "Fès", "Élevage", "numéraire", 1500))

BEFORE = (
    "partner add fund --name Bailleur",
    "partner add other --name Autre",
    "programme add micro --name Micro-projets --name-ar المشاريع",
    "convention add accord --programme micro --partner fund --amount 1_000_000",
    "budget add env --programme micro --fiscal-year 2026 --funder fund --amount 200_000,00 --convention accord",
    "budget add env2 --programme micro --fiscal-year 2026 --funder other --amount 50_000,00",
    "assert add convention_accord_has_1_000_000,00_on_2026-01-10",
    "batch plan b1 --programme micro --fiscal-year 2026 --province MA-FES",
    "batch plan b2 --programme micro --fiscal-year 2026 --province MA-MEK",
    "import {people} --as distributions --batch b1 --envelope env",
)
AFTER = (
    "batch share b1 env=60 env2=40",
    "batch lock b1",
    "batch hold b1 --on 2026-01-10 --absent {absent} --roll-to b2",
    "batch receipts b1 --others present",
    "batch official add b1 --name Inventeur --presided",
    "batch correct b1 {line} --amount 12_000,00 --reason erreur",
    "batch return b1 {line} --on 2026-01-12 --reason retour",
    "batch reconcile b1",
    "period close 2025-12",
    "statement add --batch b1 --measure amount --value plus_de_30_000_DH --source presse",
    "statement add --batch b1 --measure amount --value 31_000 --source minutes",
    "statement choose 1 --reason signé",
    "project cost add {project} --kind equipment --label Machine --quantity 2 --unit-price 1_000,00",
    "project quote add {project} --supplier Fournisseur --amount 900,00",
    "project quote choose {project} 1",
    "document add --batch b1 --kind minutes --reference PV-1",
    "document add --project {project} --kind invoice --state missing",
    "followup add {visited} --on 2026-01-14 --state alive",
    "followup back {present} --definition arrest --not-back --on 2026-01-14",
    "profile save fes --as distributions --envelope env",
    "import {later} --as distributions --batch b2 --envelope env",
    "beneficiary rectify {present} --phone 0600000000 --reason erreur",
    "beneficiary erase {present} --reason demande --yes",
    "import {last} --as distributions --batch b2 --envelope env2",
)
ASKED = (
    "report region", "report programme", "report budget", "report batch", "report people", "report journal",
    "report statements", "report centre", "report sector", "report convention", "report documents", "report survival",
    "report region --by month", "report region --as-of 2026-01-15", "report budget --as-of 2026-01-15",
    "batch show b1", "batch show b2", "batch list", "beneficiary list", "imports list", "review list",
    "convention show accord", "statement list", "profile list", "assert list", "followup list", "document list",
    "check", "check --deep", "log", "log head", "log verify", "retention show",
)  # fmt: skip


def live(run: Run, ledger: str, folder: Path) -> None:
    """Play a life on a new ledger, by its commands."""
    names = {"people": PEOPLE, "later": LATER, "last": LAST}
    said: dict[str, object] = {name: write_xlsx(folder / f"{name}.xlsx", rows) for name, rows in names.items()}
    play(run, ledger, ("init --no-encrypt",), {})
    play(run, ledger, BEFORE, said)
    lines = run("--ledger", ledger, "batch", "show", "b1", "--format", "json").json["lines"]
    absent, present, other = lines
    said |= {"absent": absent["beneficiary"], "present": present["beneficiary"]}
    play(
        run,
        ledger,
        AFTER,
        {**said, "line": present["line"], "project": present["project"], "visited": other["project"]},
    )


def play(run: Run, ledger: str, lines: tuple[str, ...], said: dict[str, object]) -> None:
    """Type lines of commands, with what they are to say of this ledger; ``_`` stands for a space in a word."""
    for line in lines:
        words = [word.replace("_", " ").format(**said) for word in line.split()]
        answer = run("--ledger", ledger, *words, status=None)
        assert answer.status == (1 if "{later}" in line else 0), (line, answer)


def answers(run: Run, ledger: str) -> dict[str, tuple[int, str]]:
    """Give what a ledger answers to every question."""
    said: dict[str, tuple[int, str]] = {}
    for line in ASKED:
        form = () if line.startswith("log ") else ("--format", "json")
        answer: Answer = run("--ledger", ledger, *line.split(), *form, status=None)
        said[line] = answer.status, answer.out.replace(ledger, "LEDGER")
    return said
